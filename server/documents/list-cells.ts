/** The cells of the workbooks that go to a clerk and come back: one look, and every text a text. */
import type { CellObject, Row } from 'write-excel-file/node';
import { type RowField, rowFields } from '../domain/delegate-list.ts';

export const LIST_FONT = { fontFamily: 'Times New Roman', fontSize: 12 } as const;

/** Widths in characters, as spreadsheets count them. */
export const fieldWidths: Record<RowField, number> = {
  honorific: 9,
  fullName: 28,
  position: 30,
  workplace: 30,
  category: 12,
  phone: 15,
  email: 30,
  note: 24,
};

/** Formatted as text, so that a phone number typed into it keeps its 0. */
export const textCell = (value: string): CellObject => ({ value, type: String, format: '@' });

const BORDER = { borderStyle: 'thin', borderColor: '#000000' } as const;

export const bodyCell = (value: string): CellObject => ({
  ...textCell(value),
  ...BORDER,
  wrap: true,
  alignVertical: 'top',
});

export const counterCell = (value: number): CellObject => ({ value, type: Number, ...BORDER, align: 'center' });

/** For somebody to type into: a border, and the text format. */
export const emptyCell = (): CellObject => ({ ...BORDER, type: String, format: '@' });

export const headingCell = (value: string): CellObject => ({
  ...textCell(value),
  ...BORDER,
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
  backgroundColor: '#eeeeee',
  height: 34,
});

export const titleCell = (value: string): CellObject => ({ ...textCell(value), fontWeight: 'bold', fontSize: 14 });

/** A title over all the columns; the cells it covers have to be there. */
export const across = (cell: CellObject, columns: number): Row => [
  { ...cell, columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
];

export const fieldHeadings = (columns: Readonly<Record<RowField, string>>): CellObject[] =>
  rowFields.map((field) => headingCell(columns[field]));
