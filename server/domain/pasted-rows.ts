/**
 * Turns what was pasted from a spreadsheet into rows. Columns are found by their headings, otherwise by their order;
 * title rows above the headings, a leading STT column and blank lines are passed over.
 */
import { meaningOfHeading } from './column-headings.ts';
import { emptyRow, type RowField, rowFields, type TypedRow } from './delegate-list.ts';
import { splitDelimited } from './delimited-text.ts';

export { emptyRow };

const HEADING_WITHIN = 15;

export type PastedRows = { rows: TypedRow[]; hasHeading: boolean };

export function readPastedRows(text: string): PastedRows {
  const separator = text.includes('\t') ? '\t' : ';';
  const table = splitDelimited(text, separator).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const headingAt = table.slice(0, HEADING_WITHIN).findIndex((cells) => cells.filter(isHeading).length >= 2);
  const heading = headingAt >= 0 ? table[headingAt] : undefined;
  const body = heading ? table.slice(headingAt + 1) : table;
  const columns = heading ? heading.map(fieldOfHeading) : columnsByOrder(body);
  return { rows: body.map((cells) => toRow(cells, columns)), hasHeading: heading !== undefined };
}

const isHeading = (cell: string): boolean => meaningOfHeading(cell) !== undefined;

function fieldOfHeading(cell: string): RowField | undefined {
  const meaning = meaningOfHeading(cell);
  if (meaning === 'namePart') return 'fullName';
  return meaning === 'counter' || meaning === 'ours' ? undefined : meaning;
}

/** Without headings the columns are those of the template; a first column that only counts 1, 2, 3 is skipped. */
export function columnsByOrder(body: readonly (readonly string[])[]): (RowField | undefined)[] {
  const counts = body.length > 0 && body.every((cells, index) => Number(cells[0]) === index + 1);
  return counts ? [undefined, ...rowFields] : [...rowFields];
}

function toRow(cells: readonly string[], columns: readonly (RowField | undefined)[]): TypedRow {
  const row = emptyRow();
  cells.forEach((cell, index) => {
    const field = columns[index];
    if (field) row[field] = row[field] === '' ? cell.trim() : `${row[field]} ${cell.trim()}`;
  });
  return row;
}
