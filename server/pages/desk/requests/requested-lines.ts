/** The rows of a request as the deciding eye needs them: who, what would happen, and what stands in the way. */
import { needsReview, type PlannedLine, type RegistrationPlan } from '../../../domain/list/registration-plan.ts';
import { tidy } from '../../../domain/vietnamese/person-name.ts';
import type { Words } from '../../../i18n/catalogue.ts';
import { problemSentence } from '../../../i18n/problem-sentence.ts';

const looks: Record<PlannedLine['kind'], { tone: string; icon: string }> = {
  seated: { tone: 'ok', icon: 'check-circle' },
  waiting: { tone: 'warn', icon: 'clock' },
  duplicate: { tone: 'warn', icon: 'users' },
  problem: { tone: 'bad', icon: 'alert' },
};

export const requestedLines = (plan: RegistrationPlan, t: Words, { showsOutcome }: { showsOutcome: boolean }) =>
  plan.lines.map((line) => {
    const { honorific, fullName, position, workplace, category, phone, email, note } = line.typed;
    return {
      line: line.line,
      name: tidy(`${honorific} ${fullName}`),
      post: [position, workplace]
        .map(tidy)
        .filter((part) => part !== '')
        .join(', '),
      category,
      contact: [phone, email]
        .map(tidy)
        .filter((part) => part !== '')
        .join(' · '),
      note,
      outcome: showsOutcome ? { word: t.registration.outcome[line.kind], ...looks[line.kind] } : undefined,
      messages: showsOutcome ? line.problems.filter(needsReview).map((problem) => problemSentence(problem, t)) : [],
    };
  });
