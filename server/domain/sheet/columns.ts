/** Finds the heading row of a list and what each column under it holds. */
import type { ColumnUse, SheetColumn } from './column.ts';
import { guessOfHeading, type HeadingMeaning, meaningOfHeading, sexOfHeading } from './column-headings.ts';
import { type RowField, rowFields } from '../list/row.ts';
import { tidy } from '../vietnamese/person-name.ts';
import { withGivenName } from './given-name.ts';
import { delegatesAmong } from './judge-rows.ts';
import { type Mark, marksIn } from './sex-columns.ts';
import { cellText, columnLetter, isBlank, type TableRow } from './table.ts';

export type FoundHeading = {
  /** Positions in the table: the first row of the heading and the first row below it. */
  from: number;
  below: number;
};

const HEADING_WITHIN = 15;

const headingCells = (row: TableRow): number =>
  new Set(row.cells.map(meaningOfHeading).filter((meaning) => meaning !== undefined)).size;

/** Two known headings make a heading row; a repeated one on the next page is one too. */
export const isHeadingRow = (row: TableRow): boolean => headingCells(row) >= 2;

/**
 * The row with the most known headings among the first 15 that are not blank. Where a heading spans two rows
 * ("Liên hệ" over "Điện thoại", "Email"), the second belongs to it.
 */
export function findHeading(table: readonly TableRow[], within = HEADING_WITHIN): FoundHeading | undefined {
  const candidates = table
    .map((row, at) => ({ at, row }))
    .filter(({ row }) => !isBlank(row))
    .slice(0, within)
    .map(({ at, row }) => ({ at, count: headingCells(row) }))
    .filter(({ count }) => count >= 2);
  const from = candidates.sort((left, right) => right.count - left.count || left.at - right.at)[0]?.at;
  if (from === undefined) return undefined;
  let below = from + 1;
  for (let row = table[below]; row && isLowerHalf(row, table[from]); row = table[below]) below += 1;
  return { from, below };
}

/**
 * "Điện thoại" and "Email" below "Liên hệ", "Họ đệm" and "Tên" below "Họ và tên", "Nam" and "Nữ" below "Giới tính"; a
 * group named "Đại biểu" is none of them.
 */
function isLowerHalf(row: TableRow, upper: TableRow | undefined): boolean {
  const filled = row.cells.flatMap((cell, column) => (tidy(cell) === '' ? [] : [{ cell, column }]));
  const sexes = new Set(filled.map(({ cell }) => sexOfHeading(cell)));
  const isSex = (cell: string) => sexes.has('Ông') && sexes.has('Bà') && sexOfHeading(cell) !== undefined;
  const known = filled.filter(({ cell }) => meaningOfHeading(cell) !== undefined || isSex(cell));
  if (filled.length === 0 || filled.some(({ cell }) => /^\d+$/.test(tidy(cell)))) return false;
  if (isHeadingRow(row) && known.length * 2 >= filled.length) return true;
  return (
    known.length === filled.length &&
    known.every(({ cell, column }) => {
      const above = meaningOfHeading(upper?.cells[column] ?? '');
      return above === undefined || meaningOfHeading(cell) === 'namePart' || isSex(cell);
    })
  );
}

const widthOf = (table: readonly TableRow[]): number =>
  table.reduce((width, { cells }) => Math.max(width, cells.length), 0);

/** The columns that hold anything, with their use: from the headings, or in the order of the template without them. */
export function findColumns(table: readonly TableRow[], heading: FoundHeading | undefined): SheetColumn[] {
  const body = table.slice(heading?.below ?? 0).filter((row) => !isBlank(row));
  const width = widthOf(table);
  const headings = Array.from({ length: width }, (_, column) => (heading ? headingOf(table, heading, column) : ''));
  const uses = heading ? usesOf(headings) : columnsByOrder(body);
  const marks = uses.includes('honorific') ? new Map<number, Mark>() : marksIn(headings, body);
  const columns = headings.map((text, index) => ({
    index,
    letter: columnLetter(index),
    heading: text,
    ...markedUse(marks.get(index), uses[index] ?? (heading || index >= uses.length ? 'unknown' : 'counter')),
  }));
  const named = heading ? withGivenName(columns, body) : columns;
  const people = delegatesAmong(body, named, { hasHeading: heading !== undefined });
  return named
    .filter((column) => column.heading !== '' || body.some((row) => cellText(row, column.index) !== ''))
    .map((column) => ({ ...column, sample: firstText(people.length > 0 ? people : body, column.index) }));
}

const firstText = (rows: readonly TableRow[], column: number): string =>
  rows.map((row) => cellText(row, column)).find((text) => text !== '') ?? '';

const markedUse = (mark: Mark | undefined, use: ColumnUse): Pick<SheetColumn, 'use' | 'mark'> =>
  mark ? { use: 'honorific', mark } : { use };

/**
 * Without headings the columns are those of the template. A number that stands before every delegate, groups and totals
 * aside, is the running number.
 */
export function columnsByOrder(body: readonly TableRow[]): (RowField | undefined)[] {
  const counted = [undefined, ...rowFields];
  const columns = counted.map((field, index) => ({ index, heading: '', use: field ?? ('counter' as const) }));
  const people = delegatesAmong(body, columns, { hasHeading: false }).filter(({ cells }) => cells.length > 2);
  const numbers = people.map((row) => cellText(row, 0)).filter((first) => first !== '');
  const isCounted = numbers.length > 0 && numbers.every((first) => /^\d{1,3}\.?$/.test(first));
  return isCounted ? counted : [...rowFields];
}

/** Of a heading over two rows the lowest known text counts, otherwise the lowest. */
function headingOf(table: readonly TableRow[], { from, below }: FoundHeading, column: number): string {
  const texts = table
    .slice(from, below)
    .map((row) => cellText(row, column))
    .filter((text) => text !== '')
    .reverse();
  const known = texts.find((text) => (meaningOfHeading(text) ?? sexOfHeading(text)) !== undefined);
  return known ?? texts[0] ?? '';
}

function usesOf(headings: readonly string[]): (ColumnUse | undefined)[] {
  const meanings = headings.map(meaningOfHeading);
  const uses: (ColumnUse | undefined)[] = headings.map(() => undefined);
  const isTaken = (field: RowField) => uses.includes(field);
  meanings.forEach((meaning, index) => {
    const use = useOf(meaning);
    const isField = rowFields.some((field) => field === use);
    // A merged "Họ và tên" over two columns stands in both when a program copied it.
    const repeats = use === 'fullName' && meanings[index - 1] === 'fullName' && headings[index] === headings[index - 1];
    if (meaning !== 'namePart' && use && (!isField || !isTaken(use as RowField) || repeats)) uses[index] = use;
  });
  if (!isTaken('fullName')) {
    meanings.forEach((meaning, index) => {
      if (meaning === 'namePart') uses[index] = 'fullName';
    });
  }
  headings.forEach((heading, index) => {
    const guess = uses[index] === undefined && meanings[index] === undefined ? guessOfHeading(heading) : undefined;
    if (guess && !isTaken(guess)) uses[index] = guess;
  });
  return uses;
}

function useOf(meaning: HeadingMeaning | undefined): ColumnUse | undefined {
  if (meaning === 'namePart') return 'fullName';
  return meaning === 'ours' ? 'ignored' : meaning;
}
