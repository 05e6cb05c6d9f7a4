/** What the review page carries along beside the rows: lines left out, fixes taken, the file, ticks, and what was pressed. */
import { z } from 'zod';
import { rowFields, type TypedRow } from '../../../domain/list/row.ts';
import { type QuickFix, takeFix, undoFix, withTaken } from '../../../domain/list/quick-fixes.ts';
import type { PlannedLine } from '../../../domain/list/registration-plan.ts';
import { type CarriedTable, readCarriedTable } from './file-form.ts';

export const reviewViews = ['fresh', 'look', 'all', 'good', 'known'] as const;
export type ReviewView = (typeof reviewViews)[number];

export type ReviewState = {
  /** Lines left out, which can be taken back. */
  omitted: TypedRow[];
  /** Fixes taken so far, which can be given back. */
  done: QuickFix[];
  file: CarriedTable | undefined;
  /** The sheet of the file whose rows are to be added, when that was pressed. */
  addSheet: string | undefined;
  /** Whether the file is the whole list, when the clerk has said. */
  covers: 'whole' | 'part' | undefined;
  view: ReviewView | undefined;
  ticked: Ticked;
};

/** What is ticked in the differences between the file and the list; the ticks stay while the rows are being fixed. */
export type Ticked = {
  /** Changes the clerk could tick: what is new on the page starts as the page thinks best. */
  offered: ReadonlySet<string>;
  /** Each with the fingerprint of what the clerk saw. */
  correct: ReadonlyMap<string, string>;
  withdraw: ReadonlySet<string>;
  /** The same person under a new name: the row that has it, and the fingerprint. */
  rename: ReadonlyMap<string, string>;
  /** Undefined before there was anybody to withdraw. */
  reason: string | undefined;
};

/** The button pressed, if it was one that fixes: a fix for all its lines or for one, or a fix given back. */
export type Fixing = { take?: { key: string; row: number | undefined }; undo?: string };

const nothingTicked: Ticked = {
  offered: new Set(),
  correct: new Map(),
  withdraw: new Set(),
  rename: new Map(),
  reason: undefined,
};

export const emptyReview: ReviewState = {
  omitted: [],
  done: [],
  file: undefined,
  addSheet: undefined,
  covers: undefined,
  view: undefined,
  ticked: nothingTicked,
};

/** A key may hold a whole cell, twice. */
const doneFix = z.object({
  key: z.string().max(9000),
  code: z.string().max(40),
  edits: z.array(
    z.object({
      row: z.int().positive(),
      field: z.enum(rowFields),
      from: z.string().max(4000),
      to: z.string().max(4000),
    }),
  ),
});

export function readReviewState(fields: ReadonlyMap<string, string>, omitted: TypedRow[]): ReviewState {
  return {
    omitted,
    done: readDone(fields.get('done')),
    file: fields.has('table') ? readCarriedTable(Object.fromEntries(fields)) : undefined,
    addSheet: fields.get('addSheet'),
    covers: (['whole', 'part'] as const).find((one) => one === (fields.get('covers') ?? fields.get('saidCovers'))),
    view: reviewViews.find((known) => known === fields.get('view')),
    ticked: readTicked(fields),
  };
}

/** `correct.<id>` holds the fingerprint, `rename.<id>` the row besides; `withdraw.<id>` is only ticked, `offered.<id>` stands beside what may be. */
function readTicked(fields: ReadonlyMap<string, string>): Ticked {
  const named = (prefix: string) =>
    [...fields].flatMap(([name, value]): [string, string][] =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    );
  const idsOf = (prefix: string) => new Set(named(prefix).map(([id]) => id));
  return {
    offered: idsOf('offered.'),
    correct: new Map(named('correct.')),
    withdraw: idsOf('withdraw.'),
    rename: new Map(named('rename.')),
    reason: fields.get('withdrawReason')?.trim(),
  };
}

/** What cannot be read is nothing to give back: the rows themselves are what counts. */
function readDone(text: string | undefined): QuickFix[] {
  const fixes = z.array(z.unknown()).safeParse(parsed(text ?? ''));
  return (fixes.data ?? []).flatMap((fix) => {
    const { data } = doneFix.safeParse(fix);
    return data ? [data as QuickFix] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** "name_capitals" takes a fix in every line, "name_capitals@7" in the line that people know as 7. */
export function readFixing(fields: ReadonlyMap<string, string>): Fixing {
  const undo = fields.get('undo');
  if (undo !== undefined) return { undo };
  const asked = /^(.*?)(?:@(\d{1,7}))?$/s.exec(fields.get('fix') ?? '');
  const key = asked?.[1];
  if (!key) return {};
  return { take: { key, row: asked[2] === undefined ? undefined : Number(asked[2]) } };
}

/** The rows after the button, and the fixes that can be given back now. */
export function fix(
  lines: readonly PlannedLine[],
  { fixing, done }: { fixing: Fixing; done: readonly QuickFix[] },
): { rows: TypedRow[]; done: QuickFix[] } {
  const rows = lines.map(({ typed }) => typed);
  if (fixing.take) {
    const { rows: fixed, taken } = takeFix(lines, fixing.take);
    return { rows: fixed, done: taken ? withTaken(done, taken) : [...done] };
  }
  const undone = done.find(({ key }) => key === fixing.undo);
  if (!undone) return { rows, done: [...done] };
  return { rows: undoFix(rows, undone), done: done.filter((fix) => fix !== undone) };
}
