/** Equal faults of a list fixed together, and given back as they were: plans on the typed text, nothing is written here. */
import type { CheckedLine } from './check-list.ts';
import type { CellFix, Problem, ProblemCode } from './problem.ts';
import type { RowField, TypedRow } from './row.ts';
import { isTwin } from './duplicates.ts';

/** `row` is the number people know the line by. */
export type CellEdit = { row: number; field: RowField; from: string; to: string };

/** The cells of one kind of fault. The key stays the same from one page to the next; categories differ by what they become. */
export type QuickFix = { key: string; code: ProblemCode; edits: CellEdit[] };

export type FixableLine = Pick<CheckedLine, 'line' | 'typed' | 'problems'>;

export const rowNumber = ({ line, typed }: Pick<CheckedLine, 'line' | 'typed'>): number => typed.source?.row ?? line;

/** The possible fixes of the list; those that block most lines come first. */
export function quickFixes(lines: readonly FixableLine[]): QuickFix[] {
  const fixes = new Map<string, QuickFix & { isError: boolean }>();
  for (const line of lines) {
    if (isOnList(line)) continue;
    for (const problem of line.problems) {
      const key = fixKey(problem, line.typed);
      if (key === undefined) continue;
      const fix = fixes.get(key) ?? { key, code: problem.code, edits: [], isError: problem.severity === 'error' };
      fix.edits.push(...editsOf(problem, fixedLine(problem, line, lines) ?? line));
      fixes.set(key, fix);
    }
  }
  return [...fixes.values()]
    .sort((left, right) => Number(right.isError) - Number(left.isError) || rowsOf(right).length - rowsOf(left).length)
    .map(({ key, code, edits }) => ({ key, code, edits }));
}

/** The line is a person who is on the list already: nothing of it is written. */
export const isOnList = ({ problems }: Pick<FixableLine, 'problems'>): boolean =>
  problems.every(({ severity }) => severity === 'warning') &&
  problems.some(({ code, detail }) => isTwin(code) && detail?.['where'] === 'registered');

/** Undefined for a problem that only a person can fix. */
export function fixKey({ code, field, fix, detail }: Problem, typed: TypedRow): string | undefined {
  if (code === 'category_left_out') return `${code}:${detail?.['line']}>${detail?.['joined']}`;
  if (!fix) return undefined;
  return field === 'category' ? `${code}:${typed.category}>${fix.category ?? ''}` : code;
}

export const rowsOf = ({ edits }: Pick<QuickFix, 'edits'>): number[] => [...new Set(edits.map(({ row }) => row))];

/**
 * Fixes the cells of one fix, in all lines or in one. The fix is worked out anew from the lines: a page that is out of
 * date can ask for nothing that does not hold any more.
 */
export function takeFix(
  lines: readonly FixableLine[],
  { key, row }: { key: string; row?: number | undefined },
): { rows: TypedRow[]; taken: QuickFix | undefined } {
  const rows = lines.map(({ typed }) => typed);
  const fix = quickFixes(lines).find((one) => one.key === key);
  if (!fix) return { rows, taken: undefined };
  const edits = fix.edits.filter((edit) => row === undefined || edit.row === row);
  if (edits.length === 0) return { rows, taken: undefined };
  const numbers = lines.map(rowNumber);
  return { rows: rows.map((typed, index) => edited(typed, numbers[index], edits)), taken: { ...fix, edits } };
}

/** Puts back what stood there, except where somebody has typed something else since. */
export function undoFix(rows: readonly TypedRow[], { edits }: QuickFix): TypedRow[] {
  const back = edits.map(({ row, field, from, to }) => ({ row, field, from: to, to: from }));
  return rows.map((typed, index) => edited(typed, rowNumber({ line: index + 1, typed }), back));
}

/** Fixes of one kind taken one after another are given back as one. */
export function withTaken(done: readonly QuickFix[], taken: QuickFix): QuickFix[] {
  const before = done.find(({ key }) => key === taken.key);
  const others = done.filter(({ key }) => key !== taken.key);
  return [...others, { ...taken, edits: [...(before?.edits ?? []), ...taken.edits] }];
}

/** Where a fix is made: in the line itself, or in the one above that is written for both. */
export const fixedRow = ({ code, detail }: Problem, line: Pick<CheckedLine, 'line' | 'typed'>): number =>
  code === 'category_left_out' ? Number(detail?.['line']) : rowNumber(line);

const fixedLine = (problem: Problem, line: FixableLine, lines: readonly FixableLine[]): FixableLine | undefined =>
  lines.find((one) => rowNumber(one) === fixedRow(problem, line));

const cellsOf = ({ code, fix = {}, detail }: Problem): CellFix =>
  code === 'category_left_out' ? { category: detail?.['joined'] ?? '' } : fix;

const editsOf = (problem: Problem, line: FixableLine): CellEdit[] =>
  (Object.entries(cellsOf(problem)) as [RowField, string][]).map(([field, to]) => ({
    row: rowNumber(line),
    field,
    from: line.typed[field],
    to,
  }));

function edited(typed: TypedRow, number: number | undefined, edits: readonly CellEdit[]): TypedRow {
  const row = { ...typed };
  for (const edit of edits) {
    if (edit.row === number && row[edit.field] === edit.from) row[edit.field] = edit.to;
  }
  return row;
}
