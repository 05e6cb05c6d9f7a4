/** One form of the set-up page, ready to show: where it goes, the version it was made from, what is wrong with it. */
import type { EventSetup } from '../../domain/plan/event-setup.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { type Attempt, type Field, problemLines } from './fields.ts';
import type { Outcome } from '../../actions/events/section.ts';
import type { FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { sentencesOf } from './sentences.ts';
import type { Typed } from '../../domain/words/typed-fields.ts';

/** A form that came back: with problems, or because somebody else was faster. */
export type ReturnedForm = { section: string; typed: Typed; problems: readonly FieldProblem[]; isStale: boolean };

/** The form that was not saved, as its page shows it again; undefined when it was. */
export function returnedForm(outcome: Outcome, section: string, typed: Typed): ReturnedForm | undefined {
  if (outcome.kind === 'saved') return undefined;
  const problems = outcome.kind === 'problems' ? outcome.problems : [];
  return { section, typed, problems, isStale: outcome.kind === 'stale' };
}

/** What every section of the page is made from. */
export type Making = {
  setup: EventSetup;
  t: Words;
  returned: ReturnedForm | undefined;
  /** The section that a link asks to see open. */
  open: string | undefined;
};

export function attemptOf({ setup, t, returned }: Making, section: string): Attempt | undefined {
  if (returned?.section !== section) return undefined;
  const problems = sentencesOf(returned.problems, { t, units: setup.units });
  return { typed: returned.typed, problems, now: returned.isStale ? t.setup : undefined };
}

export type FormParts = {
  section: string;
  /** Before the ids of its fields. */
  prefix: string;
  action: string;
  version: string;
  fields: Field[];
  /** The fields of a table, which shows them itself. */
  cells?: Field[];
  headingId?: string;
};

export function formOf(
  making: Making,
  { section, prefix, action, version, fields, cells = [], headingId = `part-${prefix}` }: FormParts,
) {
  return {
    section,
    headingId,
    action,
    version,
    fields,
    lines: problemLines(prefix, { attempt: attemptOf(making, section), fields: [...fields, ...cells] }),
    isStale: making.returned?.section === section && making.returned.isStale,
    differing: [...fields, ...cells].filter(({ now }) => now).map(({ id, label }) => ({ href: `#${id}`, label })),
    isOpen: making.open === section || making.returned?.section === section,
  };
}
