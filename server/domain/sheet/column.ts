/** A column of a sheet as it was read. */
import type { RowField } from '../list/row.ts';
import type { Mark } from './sex-columns.ts';

/** What a column is read as: a field, the running number, left out on purpose, or an unknown heading. */
export type ColumnUse = RowField | 'counter' | 'ignored' | 'unknown';

export type SheetColumn = {
  /** Counted from 0. */
  index: number;
  letter: string;
  /** The text of the file; '' where there is none. */
  heading: string;
  use: ColumnUse;
  /** What a mark in it says, where "Nam" and "Nữ" have a column each. */
  mark?: Mark;
  /** What the first delegate has in it, so that a person can see what the column holds. */
  sample: string;
};

/** What of a column it takes to tell rows apart. */
export type JudgedColumn = Pick<SheetColumn, 'index' | 'heading' | 'use' | 'mark'>;
