/** A sheet as texts in rows and columns, before anybody has said what they mean. */
import { splitDelimited } from './delimited-text.ts';
import {
  convertLegacy,
  detectLegacy,
  type LegacyEncoding,
  type LegacyFinding,
} from '../vietnamese/legacy-encodings.ts';
import { tidy } from '../vietnamese/person-name.ts';

export type TableRow = {
  /** The row's number in the file, counted from 1 as spreadsheets do; blank rows may be left out. */
  row: number;
  cells: readonly string[];
  /** The font of each cell where it matters: `.VnTime` and `VNI-…` say how the text is encoded. */
  fonts?: readonly string[];
};

/** The table in what was pasted: tabs between the cells, or semicolons where there is no tab. */
export const tableOfText = (text: string): TableRow[] =>
  splitDelimited(text, text.includes('\t') ? '\t' : ';').map((cells, index) => ({ row: index + 1, cells }));

/** The text of a cell on one line: NFC, without no-break spaces and line breaks. */
export const cellText = ({ cells }: TableRow, column: number): string => tidy(cells[column] ?? '');

export const isBlank = (row: TableRow): boolean => row.cells.every((cell) => tidy(cell) === '');

/** A, B … Z, AA: the column as the spreadsheet names it. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

const legacyTexts = (table: readonly TableRow[]) =>
  table.flatMap(({ cells, fonts }) => cells.map((text, column) => ({ text, font: fonts?.[column] || undefined })));

/** Whether the table looks written in an encoding older than Unicode, with samples to show before converting. */
export const findLegacyText = (table: readonly TableRow[]): LegacyFinding | undefined =>
  detectLegacy(legacyTexts(table));

/** The table in Unicode. To be called when somebody has looked at the samples and agreed. */
export function convertTable(table: readonly TableRow[], encoding: LegacyEncoding): TableRow[] {
  const converted = convertLegacy(legacyTexts(table), encoding);
  let next = 0;
  return table.map(({ row, cells }) => ({ row, cells: cells.map((cell) => converted[next++] ?? cell) }));
}
