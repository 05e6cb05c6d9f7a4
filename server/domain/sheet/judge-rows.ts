/** Which rows of a list are delegates, and why the others are not; one judgement for a file and for what is pasted. */
import { type RowField, rowFields } from '../list/row.ts';
import type { ColumnUse, JudgedColumn } from './column.ts';
import { isNumberingRow, nameIn, type RowKind, rowKind } from './row-kind.ts';
import { cellText, isBlank, type TableRow } from './table.ts';

export type RowJudgement = RowKind | 'numbering' | 'below';

/** A judgement for each row below the heading, or for every row where there is none. */
export function judgeRows(
  body: readonly TableRow[],
  columns: readonly JudgedColumn[],
  { hasHeading }: { hasHeading: boolean },
): RowJudgement[] {
  const kinds = body.map((row) => rowKind(row, columns));
  const end = endOf(kinds, body, columns);
  const first = body.findIndex((row) => !isBlank(row));
  return body.map((row, at) => {
    const kind = kinds[at] ?? 'blank';
    if (kind === 'blank') return kind;
    if (hasHeading && at === first && isNumberingRow(row)) return 'numbering';
    return at > end ? 'below' : kind;
  });
}

/** The rows that are delegates, without the titles, groups, totals and signatures around them. */
export function delegatesAmong(
  body: readonly TableRow[],
  columns: readonly JudgedColumn[],
  { hasHeading }: { hasHeading: boolean },
): TableRow[] {
  const kinds = judgeRows(body, columns, { hasHeading });
  return body.filter((_, at) => kinds[at] === 'delegate');
}

/**
 * Where the list ends: at the signatures, or at a total that no delegate follows. A total in the middle ("Cộng: 5" after
 * each unit) ends nothing, and neither does a word of the signatures with numbered delegates below it. What stands
 * between the signatures ("Nguyễn Văn Ký") is nobody to be registered.
 */
function endOf(kinds: readonly RowKind[], body: readonly TableRow[], columns: readonly JudgedColumn[]): number {
  const isPerson = body.map((row, at) => kinds[at] === 'delegate' && hasPost(row, columns));
  const lastNumbered = body.map((row, at) => isPerson[at] === true && isNumbered(row, columns)).lastIndexOf(true);
  const signed = kinds.indexOf('signatures', lastNumbered + 1);
  const limit = signed >= 0 ? signed : kinds.length;
  const last = isPerson.lastIndexOf(true, limit - 1);
  const total = kinds.indexOf('total', last + 1);
  return total >= 0 ? Math.min(total, limit) : limit;
}

const isNumbered = (row: TableRow, columns: readonly JudgedColumn[]): boolean =>
  columns.some(({ use, index }) => use === 'counter' && /^\d+\.?$/.test(cellText(row, index)));

const hasPost = (row: TableRow, columns: readonly JudgedColumn[]): boolean =>
  nameIn(row, columns).includes(' ') &&
  columns.some(({ use, index }) => use !== 'fullName' && isField(use) && cellText(row, index) !== '');

export const isField = (use: ColumnUse): use is RowField => rowFields.some((field) => field === use);
