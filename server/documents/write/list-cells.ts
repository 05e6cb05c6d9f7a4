/** The cells of the workbooks that go to a clerk and come back: one look, and every text a text. */
import type { CellObject, Row } from 'write-excel-file/node';
import { type RowField, rowFields } from '../../domain/list/row.ts';
import { heightFor, MM_PER_CHARACTER } from './row-height.ts';

export const LIST_FONT = { fontFamily: 'Times New Roman', fontSize: 12 } as const;

/** Widths in characters, as spreadsheets count them. */
export const fieldWidths: Record<RowField, number> = {
  honorific: 9,
  fullName: 27,
  position: 26,
  workplace: 28,
  category: 11,
  phone: 14,
  email: 29,
  note: 18,
};

/** Of a row somebody types into. */
const TYPED_POINTS = 18;

/** Formatted as text, so that a phone number typed into it keeps its 0. */
export const textCell = (value: string): CellObject => ({ value, type: String, format: '@' });

const BORDER = { borderStyle: 'thin', borderColor: '#000000' } as const;

const bodyCell = (value: string): CellObject => ({
  ...textCell(value),
  ...BORDER,
  wrap: true,
  alignVertical: 'top',
});

export const counterCell = (value: number): CellObject => ({
  value,
  type: Number,
  ...BORDER,
  align: 'center',
  height: TYPED_POINTS,
});

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

export const titleCell = (value: string): CellObject => ({
  ...textCell(value),
  fontWeight: 'bold',
  fontSize: 14,
  height: heightFor([{ text: value, widthMm: Number.POSITIVE_INFINITY, fontSize: 14 }]),
});

/** A line above or below the table. */
export const lineCell = (value: string): CellObject => ({
  ...textCell(value),
  height: heightFor([{ text: value, widthMm: Number.POSITIVE_INFINITY }]),
});

/** Cells of a table, as high as the one with the most lines needs. `widths` in characters. */
export function bodyRow(texts: readonly string[], widths: readonly number[]): CellObject[] {
  const height = heightFor(texts.map((text, at) => ({ text, widthMm: (widths[at] ?? 10) * MM_PER_CHARACTER })));
  return texts.map((text) => ({ ...bodyCell(text), height }));
}

/** A title over all the columns; the cells it covers have to be there. */
export const across = (cell: CellObject, columns: number): Row => [
  { ...cell, columnSpan: columns },
  ...Array.from({ length: columns - 1 }, () => null),
];

export const fieldHeadings = (columns: Readonly<Record<RowField, string>>): CellObject[] =>
  rowFields.map((field) => headingCell(columns[field]));
