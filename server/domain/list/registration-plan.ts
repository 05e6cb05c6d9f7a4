/**
 * What will happen to a list if it is handed in now. The preview shows this plan, the commit carries it out; both come
 * from here, so the preview and the result are the same.
 */
import { checkList, type DelegateDraft } from './check-list.ts';
import type { ListRules } from './rules.ts';
import type { Problem, ProblemCode } from './problem.ts';
import type { TypedRow } from './row.ts';
import { type Capacity, planSeating } from '../seats/seating.ts';

export type PlannedLine = { line: number; typed: TypedRow; problems: Problem[] } & (
  { kind: 'seated' | 'waiting'; draft: DelegateDraft } | { kind: 'duplicate' } | { kind: 'problem' }
);

export type RegistrationPlan = {
  lines: PlannedLine[];
  seated: number;
  waiting: number;
  /** Lines with an error: none of the list is written until they are fixed or left out on purpose. */
  problems: number;
  duplicates: number;
  warnings: number;
};

export function planRegistration(rows: readonly TypedRow[], rules: ListRules, capacity: Capacity): RegistrationPlan {
  const checked = checkList(rows, rules);
  const seats = planSeating(capacity, checked.filter((line) => line.verdict === 'ready').length);
  let next = 0;
  const lines = checked.map(({ line, typed, problems, verdict, draft }): PlannedLine => {
    if (verdict === 'ready' && draft) {
      const kind = seats[next] ?? 'waiting';
      next += 1;
      return { line, typed, problems, kind, draft };
    }
    return { line, typed, problems, kind: verdict === 'duplicate' ? 'duplicate' : 'problem' };
  });
  const count = (kind: PlannedLine['kind']) => lines.filter((line) => line.kind === kind).length;
  return {
    lines,
    seated: count('seated'),
    waiting: count('waiting'),
    problems: count('problem'),
    duplicates: count('duplicate'),
    warnings: lines.filter((line) => line.kind !== 'problem' && lineNeedsReview(line)).length,
  };
}

/** No e-mail only means a printed card, and a title before the name is put aside; the other warnings ask for a look. */
const QUIET: readonly ProblemCode[] = ['email_missing', 'name_title'];
export const needsReview = (problem: Problem): boolean => !QUIET.includes(problem.code);

/** Whether somebody should look at the line. A namesake of whom it was said that they are two people was looked at. */
export const lineNeedsReview = ({ typed, problems }: Pick<PlannedLine, 'typed' | 'problems'>): boolean =>
  problems.some((problem) => needsReview(problem) && !isAnswered(problem, typed));

export const isAnswered = ({ code }: Problem, typed: TypedRow): boolean =>
  (code === 'possible_duplicate' && typed.anotherPerson === true) ||
  (code === 'known_elsewhere' && (typed.anotherPerson === true || typed.sameElsewhere === true));
