/** The rows of the grid and what can be done to them. Nothing is changed in place: undo keeps the rows as they were. */
import { emptyRow, type RowField, rowFields, type TypedRow } from '../../../server/domain/list/row.ts';

export type Rows = readonly TypedRow[];
export type CellAddress = { row: number; column: number };
/** A rectangle of cells, both corners inside. */
export type Block = { top: number; left: number; bottom: number; right: number };

export const COLUMNS = rowFields.length;
export const fieldAt = (column: number): RowField => rowFields[column] ?? 'note';

export const isBlank = (row: TypedRow): boolean => rowFields.every((field) => row[field].trim() === '');

export const valueAt = (rows: Rows, { row, column }: CellAddress): string => rows[row]?.[fieldAt(column)] ?? '';

export const withoutBlank = (rows: Rows): TypedRow[] => rows.filter((row) => !isBlank(row));

/** How many rows there are up to the last one with anything in it. */
export function filledRows(rows: Rows): number {
  let count = rows.length;
  for (let last = rows[count - 1]; last && isBlank(last); last = rows[count - 1]) count -= 1;
  return count;
}

const LEAST_ROWS = 6;

/** The rows to show: at least one empty one at the end to type into, and no heap of them; never more than `most`. */
export function padded(rows: Rows, most: number): Rows {
  const wanted = Math.min(most, Math.max(LEAST_ROWS, filledRows(rows) + 1));
  if (rows.length === wanted) return rows;
  return Array.from({ length: wanted }, (_, index) => rows[index] ?? emptyRow());
}

/** The same rows when nothing changes, so that nothing is drawn again and nothing is there to undo. */
export function withCell(rows: Rows, cell: CellAddress, value: string): Rows {
  return valueAt(rows, cell) === value ? rows : withCells(rows, cell, [[value]]);
}

/** Lays cells over the rows from `place` on; rows that are not there yet come into being, columns do not. */
export function withCells(rows: Rows, cell: CellAddress, cells: readonly (readonly string[])[]): Rows {
  const next = [...rows];
  while (next.length < cell.row + cells.length) next.push(emptyRow());
  cells.forEach((line, index) => {
    const row = { ...(next[cell.row + index] ?? emptyRow()) };
    line.forEach((value, offset) => {
      if (cell.column + offset < COLUMNS) row[fieldAt(cell.column + offset)] = value;
    });
    next[cell.row + index] = forgetful(row, rows[cell.row + index]);
  });
  return next;
}

/** An answer applies to the name and post it was given for; editing either clears it. */
function forgetful(row: TypedRow, before: TypedRow | undefined): TypedRow {
  const isSamePerson =
    before && (['fullName', 'position', 'workplace'] as const).every((field) => before[field] === row[field]);
  const next = { ...row };
  if (!isSamePerson) delete next.anotherPerson;
  if (before?.fullName !== row.fullName) {
    delete next.keepsName;
    delete next.comesAgain;
  }
  return next;
}

export function cellsOf(rows: Rows, { top, left, bottom, right }: Block): string[][] {
  const width = right - left + 1;
  return Array.from({ length: bottom - top + 1 }, (_, line) =>
    Array.from({ length: width }, (_unused, offset) => valueAt(rows, { row: top + line, column: left + offset })),
  );
}

export function clearBlock(rows: Rows, block: Block): Rows {
  const cells = cellsOf(rows, block);
  if (cells.every((line) => line.every((value) => value === ''))) return rows;
  return withCells(
    rows,
    { row: block.top, column: block.left },
    cells.map((line) => line.map(() => '')),
  );
}

/** The first line of the block goes into all below; of a single line, what stands above it. */
export function fillDown(rows: Rows, block: Block): Rows {
  const from = block.top === block.bottom ? block.top - 1 : block.top;
  if (from < 0) return rows;
  const [line = []] = cellsOf(rows, { ...block, top: from, bottom: from });
  const below = Array.from({ length: block.bottom - from }, () => line);
  return withCells(rows, { row: from + 1, column: block.left }, below);
}

export const insertRow = (rows: Rows, at: number): Rows => [...rows.slice(0, at), emptyRow(), ...rows.slice(at)];

export const removeRows = (rows: Rows, { top, bottom }: Pick<Block, 'top' | 'bottom'>): Rows =>
  rows.filter((_, index) => index < top || index > bottom);

/** Answers what only the clerk knows: this row is somebody else, or comes again. */
export const withAnswer = (rows: Rows, at: number, answer: 'anotherPerson' | 'comesAgain'): Rows =>
  rows.map((row, index) => (index === at ? { ...row, [answer]: true } : row));
