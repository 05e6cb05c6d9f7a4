/** Blocks as spreadsheets put them on the clipboard, into the grid and out of it. */

import { rowFields, type TypedRow } from '../../../server/domain/list/row.ts';
import { splitDelimited } from '../../../server/domain/sheet/delimited-text.ts';
import { inUnicode, type OldEncoding, readPastedRows } from '../../../server/domain/sheet/pasted-rows.ts';
import { columnsByOrder } from '../../../server/domain/sheet/columns.ts';
import { judgeRows } from '../../../server/domain/sheet/judge-rows.ts';
import { tidy } from '../../../server/domain/vietnamese/person-name.ts';
import { type Block, COLUMNS, cellsOf, type CellAddress, type Rows, withCells } from './sheet.ts';

export type Pasted = {
  rows: Rows;
  /** What was filled, to be selected. */
  block: Block;
  count: number;
  byHeading: boolean;
  /** Lines that are no delegates: titles, groups, totals, signatures. */
  passedOver: number;
  /** Lines and columns for which there was no room. */
  cutRows: number;
  cutColumns: number;
  /** Columns with something in them that no field was found for, by heading or letter. */
  unused: string[];
  /** The old encoding it was written in, when it was. */
  encoding?: OldEncoding;
};

/**
 * With a heading row the columns find their fields wherever the cursor stands; without one the cells go from the cursor
 * to the right and down. Undefined when there is nothing to paste.
 */
export function paste(rows: Rows, copied: string, { into, most }: { into: Block; most: number }): Pasted | undefined {
  const { text, encoding } = inUnicode(copied);
  const pasted = pasteText(rows, text, { into, most });
  return pasted && { ...pasted, ...(encoding && { encoding }) };
}

function pasteText(rows: Rows, text: string, { into, most }: { into: Block; most: number }): Pasted | undefined {
  const read = readPastedRows(text);
  if (read.hasHeading) {
    const cells = read.rows.map(cellsOfRow);
    const passedOver = read.skipped.length;
    const unused = read.unused.map(({ heading, letter }) => heading || letter);
    return lay(rows, { cell: { row: into.top, column: 0 }, cells, most, byHeading: true, passedOver, unused });
  }
  const table = tableOf(text);
  if (table.length === 0) return undefined;
  const isOne = table.length === 1 && table[0]?.length === 1;
  if (isOne) return lay(rows, { cell: corner(into), cells: repeated(table[0]?.[0] ?? '', into), most });
  const cells = withoutCounter(table, into.left);
  const width = Math.max(...cells.map((line) => line.length));
  // A block that does not fit to the right of the cursor is a whole table: it begins at the first column.
  const column = into.left + width > COLUMNS ? 0 : into.left;
  const delegates = delegatesOf(table, cells, { column, width });
  const passedOver = cells.length - delegates.length;
  return lay(rows, { cell: { row: into.top, column }, cells: delegates, most, passedOver });
}

/**
 * Where names and positions are among what is pasted, only delegates are laid: a group's title between them is as little
 * a row as in a file. Of a block in which nobody could be found, every line stays.
 */
function delegatesOf(
  table: readonly string[][],
  cells: string[][],
  { column, width }: { column: number; width: number },
): string[][] {
  const [name, position] = [rowFields.indexOf('fullName'), rowFields.indexOf('position')];
  if (column > name || column + width <= position) return cells;
  const counted = table[0] !== cells[0];
  const fields = rowFields.slice(column).map((use, index) => ({ use, heading: '', index: index + Number(counted) }));
  const columns = counted ? [{ use: 'counter' as const, heading: '', index: 0 }, ...fields] : fields;
  const judgements = judgeRows(asRows(table), columns, { hasHeading: false });
  if (!judgements.includes('delegate')) return cells;
  return cells.filter((_, index) => judgements[index] === 'delegate' || judgements[index] === 'blank');
}

const asRows = (table: readonly string[][]) => table.map((cells, index) => ({ row: index + 1, cells }));

const corner = ({ top, left }: Block): CellAddress => ({ row: top, column: left });

/** Empty pasted cells keep the existing value; a column that the paste does not have stays as it is. */
const cellsOfRow = (row: TypedRow): string[] => rowFields.map((field) => tidy(row[field]));

function lay(
  rows: Rows,
  {
    cell,
    cells,
    most,
    byHeading = false,
    passedOver = 0,
    unused = [],
  }: {
    cell: CellAddress;
    cells: string[][];
    most: number;
    byHeading?: boolean;
    passedOver?: number;
    unused?: string[];
  },
): Pasted {
  const room = Math.max(0, most - cell.row);
  const width = Math.max(0, ...cells.map((line) => line.length));
  const kept = cells.slice(0, room);
  const said = byHeading ? kept.map((line, index) => overSaid(rows[cell.row + index], line)) : kept;
  return {
    rows: withCells(rows, cell, said),
    block: {
      top: cell.row,
      left: cell.column,
      bottom: cell.row + Math.max(0, kept.length - 1),
      right: Math.min(COLUMNS, cell.column + width) - 1,
    },
    count: kept.length,
    byHeading,
    passedOver,
    cutRows: cells.length - kept.length,
    cutColumns: Math.max(0, cell.column + width - COLUMNS),
    unused,
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

/** A first column that only counts the delegates (13, 14, 15) is the STT of a list. */
function withoutCounter(table: string[][], column: number): string[][] {
  const isCounted = column === 0 && columnsByOrder(asRows(table))[0] === undefined;
  return isCounted ? table.map((cells) => cells.slice(1)) : table;
}

/** The block as a spreadsheet takes it: a cell that could be misread stands in quotes. */
export const toTsv = (rows: Rows, block: Block): string =>
  cellsOf(rows, block)
    .map((line) => line.map(quoted).join('\t'))
    .join('\r\n');

const quoted = (value: string): string => (/["\t\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
