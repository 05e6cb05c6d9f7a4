/** The rows of a list that need mending, as they came and with what is wrong; mended, the file can be uploaded again. */
import writeExcelFile, { type Row } from 'write-excel-file/node';
import { type RowField, rowFields, type TypedRow } from '../domain/delegate-list.ts';
import type { FilesWords } from '../i18n/vi/files.ts';
import {
  across,
  bodyCell,
  fieldHeadings,
  fieldWidths,
  headingCell,
  LIST_FONT,
  textCell,
  titleCell,
} from './list-cells.ts';

export type ErrorSheet = {
  words: FilesWords['errorSheet'];
  columns: Readonly<Record<RowField, string>>;
  /** `row` is the row of the file the line came from; `problems` are sentences. */
  rows: readonly { row: number | undefined; typed: TypedRow; problems: readonly string[] }[];
};

/** The bytes of the .xlsx file. */
export function writeErrorSheet({ words, columns, rows }: ErrorSheet): Promise<Buffer> {
  const width = rowFields.length + 2;
  const head: Row[] = [
    across(titleCell(words.title), width),
    across({ ...textCell(words.hint), fontStyle: 'italic' }, width),
    [],
    [headingCell(words.row), ...fieldHeadings(columns), headingCell(words.problems)],
  ];
  const body: Row[] = rows.map(({ row, typed, problems }) => [
    bodyCell(row === undefined ? '' : String(row)),
    ...rowFields.map((field) => bodyCell(typed[field])),
    { ...bodyCell(problems.join('\n')), textColor: '#9f1d1d' },
  ]);
  return writeExcelFile(
    [...head, ...body],
    {
      sheet: words.sheetName,
      orientation: 'landscape',
      stickyRowsCount: head.length,
      columns: [{ width: 7 }, ...rowFields.map((field) => ({ width: fieldWidths[field] })), { width: 50 }],
    },
    LIST_FONT,
  ).toBuffer();
}
