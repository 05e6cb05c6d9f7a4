/** Every line with every problem beside it, the typed text intact and ready to be mended in place. */
import type { Request, Response } from 'express';
import { type Context, instant } from '../context.ts';
import { type Problem, type RowField, rowFields } from '../domain/delegate-list.ts';
import { needsEyes, type PlannedLine, type RegistrationPlan } from '../domain/registration-plan.ts';
import { sendPage } from '../http/page.ts';
import { languageOf } from '../http/reader.ts';
import { actorOf, param } from '../http/route.ts';
import { type Words, wordsIn } from '../i18n/catalogue.ts';
import type { Comparison } from './compare-with-list.ts';
import { deskHead } from './desk-page.ts';
import type { DeskForm } from './forms.ts';
import { loadListFacts, wayInto } from './list-facts.ts';

/** The reason of a request for change as it was typed, when there was something wrong with it. */
export type AskForm = { reason: string; problem: string | undefined };

/** What is to be said of the file the lines came from, ready to show. */
export type FileFacts = {
  name: string;
  carried: Record<'table' | 'encoding' | 'fileName', string>;
  recognised: string[];
  columns: {
    name: string;
    label: string;
    sample: string;
    choices: { value: string; label: string; isChosen: boolean }[];
  }[];
  skipped: string[];
  missing: string;
  comparison: Comparison | undefined;
};

export type ReviewFacts = {
  status: number;
  form: DeskForm;
  plan: RegistrationPlan;
  note?: string;
  ask?: AskForm;
  file?: FileFacts;
};

export async function showReview(
  context: Context,
  req: Request,
  res: Response,
  { status, form, plan, note, ask, file }: ReviewFacts,
): Promise<void> {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const facts = await loadListFacts(context.db.read, actor, {
    clusterId: param(req, 'clusterId'),
    unitId: form.unitId,
    overrides: form.overrideReason !== '',
  });
  const ready = plan.seated + plan.waiting;
  const isByRequest = wayInto(actor, facts, instant(context)).kind === 'request';
  const seatsPlanned = isByRequest ? t.life.ifApproved : t.registration.seatsPlanned;
  const tones = plan.lines.map(tone);
  const count = {
    rows: plan.lines.length,
    good: tones.filter((one) => one === 'ok').length,
    warnings: tones.filter((one) => one === 'warn').length,
    problems: plan.problems,
  };
  await sendPage(req, res, 'registration/review', {
    status,
    tab: 'registration',
    title: t.registration.reviewTitle,
    ...deskHead(context, req, actor, facts),
    sub: t.registration.reviewSub(facts.cluster.number, facts.unit.unitName),
    note,
    file,
    tableAction: `/clusters/${facts.cluster.id}/registrations/table`,
    errorRowsAction: `/clusters/${facts.cluster.id}/registrations/error-rows`,
    overrideReason: form.overrideReason,
    draftVersion: form.draftVersion,
    draftAction: `/clusters/${facts.cluster.id}/draft`,
    backHref: `/clusters/${facts.cluster.id}/registrations${actor.role === 'registrar' ? '' : `?unit=${facts.unit.unitId}`}`,
    fields: rowFields.map((field) => ({ field, label: t.registration.columns[field] })),
    lines: byUrgency(plan.lines).map((line) => reviewedLine(line, t)),
    count,
    tallyLine: t.registration.tallyLine(count),
    seatsPlanned: ready > 0 ? seatsPlanned(plan.seated, plan.waiting) : undefined,
    ask: isByRequest
      ? {
          action: `/clusters/${facts.cluster.id}/change-requests`,
          button: plan.problems === 0 && ready > 0 ? t.life.ask(ready) : undefined,
          reason: ask?.reason ?? '',
          problem: ask?.problem,
        }
      : undefined,
    save: plan.problems === 0 && ready > 0 ? t.registration.save(ready) : undefined,
    saveValid: plan.problems > 0 && ready > 0 ? t.registration.saveValid(ready) : undefined,
  });
}

const tone = (line: PlannedLine): 'bad' | 'warn' | 'ok' => {
  if (line.kind === 'problem') return 'bad';
  return line.problems.some(needsEyes) ? 'warn' : 'ok';
};

/** What needs eyes comes first; the numbers stay those of the list. */
const byUrgency = (lines: readonly PlannedLine[]): PlannedLine[] => {
  const urgency = { bad: 0, warn: 1, ok: 2 };
  return [...lines].sort((left, right) => urgency[tone(left)] - urgency[tone(right)] || left.line - right.line);
};

function reviewedLine(line: PlannedLine, t: Words) {
  const of = (field: RowField) => line.problems.filter((problem) => problem.field === field);
  return {
    line: line.line,
    tone: tone(line),
    kind: line.kind,
    outcome: t.registration.outcome[line.kind],
    cells: rowFields.map((field) => ({
      field,
      value: line.typed[field],
      label: t.registration.cell(t.registration.columns[field], line.line),
      severity: of(field).some((problem) => problem.severity === 'error')
        ? 'bad'
        : of(field).some(needsEyes)
          ? 'warn'
          : '',
    })),
    messages: line.problems
      .filter((problem) => needsEyes(problem) || line.kind === 'problem')
      .map((problem) => ({
        id: `message-${line.line}-${problem.field}-${problem.code}`,
        field: problem.field,
        isError: problem.severity === 'error',
        text: problemSentence(problem, t),
      })),
    canBeAnother: line.kind === 'duplicate',
    isAnother: line.typed.anotherPerson === true,
  };
}

export const problemSentence = (problem: Problem, t: Words): string =>
  t.registration.problems[problem.code](problem.detail ?? {});
