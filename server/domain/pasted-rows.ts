/**
 * Turns what was pasted from a spreadsheet into rows. Columns are found by their headings, otherwise by their order;
 * title rows above the headings, a leading STT column and blank lines are passed over.
 */
import { type RowField, rowFields, type TypedRow } from './delegate-list.ts';
import { fold } from './vietnamese/fold.ts';

const HEADINGS: Record<RowField, readonly string[]> = {
  honorific: ['ong/ba', 'ong (ba)', 'ong, ba', 'danh xung', 'gioi tinh', 'xung ho', 'honorific', 'mr/ms'],
  fullName: ['ho va ten', 'ho ten', 'ten dai bieu', 'ho va ten dai bieu', 'full name', 'name'],
  position: ['chuc vu', 'chuc danh', 'chuc vu/chuc danh', 'position', 'title'],
  workplace: ['don vi cong tac', 'don vi', 'co quan', 'co quan, don vi', 'noi cong tac', 'workplace', 'unit'],
  category: ['thanh phan', 't. phan', 'thanh phan tham du', 'ma thanh phan', 'category'],
  phone: ['dien thoai', 'so dien thoai', 'sdt', 'dtdd', 'phone', 'di dong'],
  email: ['email', 'e-mail', 'thu dien tu', 'hop thu', 'dia chi email'],
  note: ['ghi chu', 'note'],
};

const COUNTER = ['stt', 'tt', 'so tt', 'no.', '#'];
const HEADING_WITHIN = 15;

export type PastedRows = { rows: TypedRow[]; hasHeading: boolean };

export function readPastedRows(text: string): PastedRows {
  const table = splitTable(text).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const headingAt = table.slice(0, HEADING_WITHIN).findIndex((cells) => cells.filter(isHeading).length >= 2);
  const heading = headingAt >= 0 ? table[headingAt] : undefined;
  const body = heading ? table.slice(headingAt + 1) : table;
  const columns = heading ? heading.map(fieldOfHeading) : columnsByOrder(body);
  return { rows: body.map((cells) => toRow(cells, columns)), hasHeading: heading !== undefined };
}

const isHeading = (cell: string): boolean => fieldOfHeading(cell) !== undefined || COUNTER.includes(fold(cell));

function fieldOfHeading(cell: string): RowField | undefined {
  const folded = fold(cell);
  return rowFields.find((field) => HEADINGS[field].includes(folded));
}

/** Without headings the columns are those of the template; a first column that only counts 1, 2, 3 is skipped. */
function columnsByOrder(body: readonly string[][]): (RowField | undefined)[] {
  const order: RowField[] = ['honorific', 'fullName', 'position', 'workplace', 'category', 'phone', 'email', 'note'];
  const counts = body.length > 0 && body.every((cells, index) => Number(cells[0]) === index + 1);
  return counts ? [undefined, ...order] : order;
}

function toRow(cells: readonly string[], columns: readonly (RowField | undefined)[]): TypedRow {
  const row = emptyRow();
  cells.forEach((cell, index) => {
    const field = columns[index];
    if (field) row[field] = row[field] === '' ? cell.trim() : `${row[field]} ${cell.trim()}`;
  });
  return row;
}

export const emptyRow = (): TypedRow => ({
  honorific: '',
  fullName: '',
  position: '',
  workplace: '',
  category: '',
  phone: '',
  email: '',
  note: '',
});

/** Tab-separated text as spreadsheets copy it: a cell with line breaks or tabs stands in double quotes. */
function splitTable(text: string): string[][] {
  const separator = text.includes('\t') ? '\t' : ';';
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(cells);
    cells = [];
  };
  const source = text.replace(/\r\n?/g, '\n');
  for (let index = 0; index < source.length; index += 1) {
    const character = source[index] as string;
    if (isQuoted) {
      if (character !== '"') cell += character;
      else if (source[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else isQuoted = false;
    } else if (character === '"' && cell === '' && closesCell(source, index, separator)) isQuoted = true;
    else if (character === separator) endCell();
    else if (character === '\n') endRow();
    else cell += character;
  }
  if (cell !== '' || cells.length > 0) endRow();
  return rows;
}

/** A quote that never closes before a separator is just a quote somebody typed. */
function closesCell(source: string, from: number, separator: string): boolean {
  for (let index = from + 1; index < source.length; index += 1) {
    if (source[index] !== '"') continue;
    if (source[index + 1] === '"') index += 1;
    else return [separator, '\n', undefined].includes(source[index + 1]);
  }
  return false;
}
