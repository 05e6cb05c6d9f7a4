import { rowJson } from '../../domain/list/row-json.ts';
import { z } from 'zod';
import { rowAnswers, rowFields, type TypedRow, unnumbered } from '../../domain/list/row.ts';
import { emptyRow, type OldEncoding, readPastedRows } from '../../domain/sheet/pasted-rows.ts';
import type { SkippedRow, UnusedColumn } from '../../domain/sheet/read-sheet-table.ts';
import { MOST_ROWS } from '../../domain/list/row-limits.ts';
import { type Fixing, readFixing, readReviewState, type ReviewState } from './review/review-form.ts';

/** What the desk's script saves by itself. A body above the limit of the parser is refused before it is read. */
export const draftBody = z.object({
  rows: z.array(rowJson).max(MOST_ROWS),
  version: z.int().min(0),
  unit: z.string().optional(),
});

export type DeskForm = {
  /** What was pasted and what stands in the rows below, together. */
  rows: TypedRow[];
  text: string;
  /** Lines of the pasted text that are no delegates. */
  passedOver?: readonly SkippedRow[];
  /** Columns of the pasted text that were not understood. */
  unused?: readonly UnusedColumn[];
  /** The old encoding of the pasted text, which the rows are no longer in. */
  encoding?: OldEncoding | undefined;
  tableRows: TypedRow[];
  unitId: string | undefined;
  overrideReason: string;
  onlyValid: boolean;
  /** The version of the draft that the rows were typed in; undefined when they came another way. */
  draftVersion: number | undefined;
  /** Goes back to the desk: the rows join the draft, and replace nothing in it. */
  joinsDraft: boolean;
  review: ReviewState;
  fixing: Fixing;
};

const formBody = z.record(z.string(), z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')]));

/** The desk's form: a pasted block, or the rows of the review table (`row.1.fullName` …) without those left out. */
export function readDeskForm(body: unknown): DeskForm {
  const fields = new Map(Object.entries(formBody.parse(body ?? {})));
  const text = fields.get('text') ?? '';
  const { rows: tableRows, omitted } = rowsOfTable(fields);
  const { rows: pasted, skipped: passedOver, unused, encoding } = readPastedRows(text);
  return {
    // Rows of two sources would share their numbers: they are counted through.
    rows: pasted.length > 0 ? [...pasted, ...tableRows.map(unnumbered)] : tableRows,
    text,
    passedOver,
    unused,
    encoding,
    tableRows,
    unitId: fields.get('unit') || undefined,
    overrideReason: (fields.get('overrideReason') ?? '').trim().slice(0, 300),
    onlyValid: fields.get('onlyValid') === '1',
    draftVersion: readVersion(fields.get('draft')),
    joinsDraft: fields.get('join') === '1',
    review: readReviewState(fields, omitted),
    fixing: readFixing(fields),
  };
}

const readVersion = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** The rows of a table, and those left out of it. Every row knows its number, which stays when another is left out. */
function rowsOfTable(fields: Map<string, string>): { rows: TypedRow[]; omitted: TypedRow[] } {
  const rows: TypedRow[] = [];
  const omitted: TypedRow[] = [];
  const lines = Math.min(Number(fields.get('lines') ?? 0) || 0, MOST_ROWS);
  for (let line = 1; line <= lines; line += 1) {
    const said = (what: string) => fields.get(`row.${line}.${what}`);
    const row = emptyRow();
    for (const field of rowFields) row[field] = said(field) ?? '';
    if (rowFields.every((field) => row[field].trim() === '')) continue;
    for (const answer of rowAnswers) {
      if (said(answer) === '1') row[answer] = true;
    }
    const number = said('source') ?? '';
    row.source = { row: /^[1-9]\d{0,6}$/.test(number) ? Number(number) : line };
    const isOut = said('omit') === '1' && fields.get('restore') !== String(line);
    if (isOut) omitted.push(row);
    else rows.push(row);
  }
  return { rows: inOrder(rows), omitted };
}

/** By their numbers: a line taken back stands where it stood, because the order of a list is the order of rank. */
export const inOrder = (rows: readonly TypedRow[]): TypedRow[] =>
  [...rows].sort((left, right) => (left.source?.row ?? 0) - (right.source?.row ?? 0));

export const LONGEST_REASON = 300;
export const withdrawForm = z.object({ reason: z.string().catch(''), seen: z.string().max(100).catch('') });
