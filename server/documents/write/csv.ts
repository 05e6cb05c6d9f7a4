/**
 * A list as CSV: one header line, one line per person, the group as the first column. UTF-8 with a byte order mark,
 * because Excel takes a file without one for the system's old encoding; CRLF and quotes as RFC 4180 has them.
 */
import { type Cell, cellOf, type Sheet } from '../sheet.ts';

const BYTE_ORDER_MARK = '\ufeff';

/** The bytes of the file. Groups without people, heading and signatures are left out: the result is one flat table. */
export function writeCsv(sheet: Sheet): Buffer {
  const lines: Cell[][] = [
    [sheet.groupTitle, ...sheet.columns.map((column) => column.title)],
    ...sheet.groups.flatMap((group) =>
      group.rows.map((row) => [group.title, ...sheet.columns.map((column) => cellOf(row, column))]),
    ),
  ];
  return Buffer.from(BYTE_ORDER_MARK + lines.map(writeLine).join(''), 'utf8');
}

const writeLine = (cells: readonly Cell[]): string => `${cells.map(writeCell).join(',')}\r\n`;

function writeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = withoutFormula(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A spreadsheet runs a cell that opens with = + - or @, also behind blanks and in full width (＝), and a tab, line break
 * or NUL can move such a text into the next cell. An apostrophe in front makes it text (OWASP CSV Injection; ASVS 1.2.10).
 */
export function withoutFormula(text: string): string {
  const isDangerous = /^[\s\0]*[=+\-@]/.test(text.normalize('NFKC')) || /^[\t\r\n\0]/.test(text);
  return isDangerous ? `'${text}` : text;
}
