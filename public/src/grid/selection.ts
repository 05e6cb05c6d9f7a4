/** Where the cursor stands and what is selected, and how the keys move it. */
import { type Block, COLUMNS, type CellAddress } from './sheet.ts';

/** From the anchor, where selecting began, to the cursor, which may be any corner. */
export type Selection = { anchor: CellAddress; cursor: CellAddress };

export const at = (cursor: CellAddress): Selection => ({ anchor: cursor, cursor });

export const blockOf = ({ anchor, cursor }: Selection): Block => ({
  top: Math.min(anchor.row, cursor.row),
  bottom: Math.max(anchor.row, cursor.row),
  left: Math.min(anchor.column, cursor.column),
  right: Math.max(anchor.column, cursor.column),
});

export const isInside = ({ top, bottom, left, right }: Block, { row, column }: CellAddress): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

export const isSingle = ({ anchor, cursor }: Selection): boolean =>
  anchor.row === cursor.row && anchor.column === cursor.column;

/** Whole rows, with the cursor at their beginning: a narrow screen need not scroll sideways. */
export const wholeRows = ({ top, bottom }: Pick<Block, 'top' | 'bottom'>): Selection => ({
  anchor: { row: top, column: COLUMNS - 1 },
  cursor: { row: bottom, column: 0 },
});

export const everything = (rowCount: number): Selection => ({
  anchor: { row: rowCount - 1, column: COLUMNS - 1 },
  cursor: { row: 0, column: 0 },
});

export type Step =
  'up' | 'down' | 'left' | 'right' | 'page_up' | 'page_down' | 'row_start' | 'row_end' | 'grid_start' | 'grid_end';

const PAGE = 10;

/** `lastFilled` is the last row with anything in it: the end of the grid as people mean it. */
export type Size = { rowCount: number; lastFilled: number };

export function moved({ row, column }: CellAddress, step: Step, { rowCount, lastFilled }: Size): CellAddress {
  switch (step) {
    case 'up':
      return clamped({ row: row - 1, column }, rowCount);
    case 'down':
      return clamped({ row: row + 1, column }, rowCount);
    case 'left':
      return clamped({ row, column: column - 1 }, rowCount);
    case 'right':
      return clamped({ row, column: column + 1 }, rowCount);
    case 'page_up':
      return clamped({ row: row - PAGE, column }, rowCount);
    case 'page_down':
      return clamped({ row: row + PAGE, column }, rowCount);
    case 'row_start':
      return { row, column: 0 };
    case 'row_end':
      return { row, column: COLUMNS - 1 };
    case 'grid_start':
      return { row: 0, column: 0 };
    case 'grid_end':
      return clamped({ row: lastFilled, column: COLUMNS - 1 }, rowCount);
    default:
      return step satisfies never;
  }
}

export const clamped = ({ row, column }: CellAddress, rowCount: number): CellAddress => ({
  row: Math.max(0, Math.min(row, rowCount - 1)),
  column: Math.max(0, Math.min(column, COLUMNS - 1)),
});

/** Tab goes on in the next row; at either end of the grid it leaves, and the browser goes to what comes next. */
export function tabbed({ row, column }: CellAddress, isBack: boolean, rowCount: number): CellAddress | undefined {
  const index = row * COLUMNS + column + (isBack ? -1 : 1);
  if (index < 0 || index >= rowCount * COLUMNS) return undefined;
  return { row: Math.floor(index / COLUMNS), column: index % COLUMNS };
}
