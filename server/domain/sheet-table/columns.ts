/** Finds the heading row of a list and what each column under it holds. */
import { guessOfHeading, type HeadingMeaning, meaningOfHeading, sexOfHeading } from '../column-headings.ts';
import { type RowField, rowFields } from '../delegate-list.ts';
import { tidy } from '../vietnamese/person-name.ts';
import { judgeRows } from './judge-rows.ts';
import { type Mark, marksIn } from './sex-columns.ts';
import { cellText, columnLetter, isBlank, type TableRow } from './table.ts';

/** What a column is read as: a field, the running number, left out on purpose, or a heading nobody here knows. */
export type ColumnUse = RowField | 'counter' | 'ignored' | 'unknown';

export type SheetColumn = {
  /** Counted from 0. */
  index: number;
  letter: string;
  /** As it stands in the file; '' where there is none. */
  heading: string;
  use: ColumnUse;
  /** What a mark in it says, where "Nam" and "Nữ" have a column each. */
  mark?: Mark;
  /** The first text below the heading, so that a person can see what the column holds. */
  sample: string;
};

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
export function findHeading(table: readonly TableRow[]): FoundHeading | undefined {
  const candidates = table
    .map((row, at) => ({ at, row }))
    .filter(({ row }) => !isBlank(row))
    .slice(0, HEADING_WITHIN)
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
  const uses = heading ? usesOf(headings, body) : columnsByOrder(body);
  const marks = uses.includes('honorific') ? new Map<number, Mark>() : marksIn(headings, body);
  return headings
    .map((text, index) => ({
      index,
      letter: columnLetter(index),
      heading: text,
      ...markedUse(marks.get(index), uses[index] ?? (heading || index >= uses.length ? 'unknown' : 'counter')),
      sample: body.map((row) => cellText(row, index)).find((sample) => sample !== '') ?? '',
    }))
    .filter((column) => column.heading !== '' || column.sample !== '');
}

const markedUse = (mark: Mark | undefined, use: ColumnUse): Pick<SheetColumn, 'use' | 'mark'> =>
  mark ? { use: 'honorific', mark } : { use };

/**
 * Without headings the columns are those of the template. A number that stands before every delegate, groups and totals
 * aside, is the running number.
 */
export function columnsByOrder(body: readonly TableRow[]): (RowField | undefined)[] {
  const counted = [undefined, ...rowFields];
  const columns = counted.map((field, index) => ({ index, heading: '', use: field ?? ('counter' as const) }));
  const kinds = judgeRows(body, columns, { hasHeading: false });
  const people = body.filter((row, at) => kinds[at] === 'delegate' && row.cells.length > 2);
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

function usesOf(headings: readonly string[], body: readonly TableRow[]): (ColumnUse | undefined)[] {
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
  const name = uses.indexOf('fullName');
  if (name >= 0 && isGivenName(headings, body, name + 1)) uses[name + 1] = 'fullName';
  return uses;
}

function useOf(meaning: HeadingMeaning | undefined): ColumnUse | undefined {
  if (meaning === 'namePart') return 'fullName';
  return meaning === 'ours' ? 'ignored' : meaning;
}

/** "Họ và tên" merged over two columns leaves the second without a heading: one word in it for nearly every row. */
function isGivenName(headings: readonly string[], body: readonly TableRow[], column: number): boolean {
  if (headings[column] !== '') return false;
  const named = body.filter((row) => cellText(row, column - 1) !== '');
  const words = named.filter((row) => /^[\p{L}\u00a1-\u00ff]+$/u.test(cellText(row, column)));
  return words.length > 0 && words.length >= named.length / 2;
}
