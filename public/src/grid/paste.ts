/** Blocks as spreadsheets put them on the clipboard, into the grid and out of it. */

import { rowFields, type TypedRow } from '../../../server/domain/delegate-list.ts';
import { splitDelimited } from '../../../server/domain/delimited-text.ts';
import { readPastedRows } from '../../../server/domain/pasted-rows.ts';
import { tidy } from '../../../server/domain/vietnamese/person-name.ts';
import { type Block, COLUMNS, cellsOf, type Place, type Rows, withCells } from './sheet.ts';

export type Pasted = {
  rows: Rows;
  /** What was filled, to be selected. */
  block: Block;
  count: number;
  byHeading: boolean;
  /** Lines and columns for which there was no room. */
  cutRows: number;
  cutColumns: number;
};

/**
 * With a heading row the columns find their fields wherever the cursor stands; without one the cells go from the cursor
 * to the right and down. Undefined when there is nothing to paste.
 */
export function paste(rows: Rows, text: string, { into, most }: { into: Block; most: number }): Pasted | undefined {
  const read = readPastedRows(text);
  if (read.hasHeading) {
    const cells = read.rows.map(cellsOfRow);
    return lay(rows, { place: { row: into.top, column: 0 }, cells, most, byHeading: true });
  }
  const table = tableOf(text);
  if (table.length === 0) return undefined;
  const isOne = table.length === 1 && table[0]?.length === 1;
  if (isOne) return lay(rows, { place: corner(into), cells: repeated(table[0]?.[0] ?? '', into), most });
  const cells = withoutCounter(table, into.left);
  const width = Math.max(...cells.map((line) => line.length));
  // A block that does not fit to the right of the cursor is a whole table: it begins at the first column.
  const column = into.left + width > COLUMNS ? 0 : into.left;
  return lay(rows, { place: { row: into.top, column }, cells, most });
}

const corner = ({ top, left }: Block): Place => ({ row: top, column: left });

/** Only what was said lies over what is there: a heading the paste does not have leaves its column alone. */
const cellsOfRow = (row: TypedRow): string[] => rowFields.map((field) => tidy(row[field]));

function lay(
  rows: Rows,
  { place, cells, most, byHeading = false }: { place: Place; cells: string[][]; most: number; byHeading?: boolean },
): Pasted {
  const room = Math.max(0, most - place.row);
  const width = Math.max(0, ...cells.map((line) => line.length));
  const kept = cells.slice(0, room);
  const said = byHeading ? kept.map((line, index) => overSaid(rows[place.row + index], line)) : kept;
  return {
    rows: withCells(rows, place, said),
    block: {
      top: place.row,
      left: place.column,
      bottom: place.row + Math.max(0, kept.length - 1),
      right: Math.min(COLUMNS, place.column + width) - 1,
    },
    count: kept.length,
    byHeading,
    cutRows: cells.length - kept.length,
    cutColumns: Math.max(0, place.column + width - COLUMNS),
  };
}

const overSaid = (before: TypedRow | undefined, line: string[]): string[] =>
  line.map((value, column) => (value === '' && before ? before[rowFields[column] ?? 'note'] : value));

/** Text without tabs is a column of names, unless every line has enough semicolons to be a row. */
function tableOf(text: string): string[][] {
  const hasTabs = text.includes('\t');
  const bySemicolon = hasTabs ? [] : splitDelimited(text, ';');
  const isList = bySemicolon.length > 0 && bySemicolon.every((cells) => cells.length >= 3);
  const table = isList ? bySemicolon : splitDelimited(text, '\t');
  while (table.length > 0 && table.at(-1)?.every((cell) => cell.trim() === '')) table.pop();
  return table.map((cells) => cells.map(tidy));
}

/** One value pasted over a selection fills it. */
const repeated = (value: string, { top, left, bottom, right }: Block): string[][] =>
  Array.from({ length: bottom - top + 1 }, () => Array.from({ length: right - left + 1 }, () => value));

/** A first column that only counts (13, 14, 15) is the STT of a list; nobody's title is a number that small. */
function withoutCounter(table: string[][], column: number): string[][] {
  const first = Number(table[0]?.[0] || Number.NaN);
  const counts = first < 1000 && table.every((cells, index) => cells.length > 2 && Number(cells[0]) === first + index);
  return counts && column === 0 ? table.map((cells) => cells.slice(1)) : table;
}

/** The block as a spreadsheet takes it: a cell that could be misread stands in quotes. */
export const toTsv = (rows: Rows, block: Block): string =>
  cellsOf(rows, block)
    .map((line) => line.map(quoted).join('\t'))
    .join('\r\n');

const quoted = (value: string): string => (/["\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
