/** The rows of a list that need fixing, as they came and with what is wrong; fixed, the file can be uploaded again. */
import writeExcelFile, { type Row } from 'write-excel-file/node';
import { type RowField, rowFields, type TypedRow } from '../../domain/list/row.ts';
import {
  across,
  bodyRow,
  fieldHeadings,
  fieldWidths,
  headingCell,
  LIST_FONT,
  lineCell,
  titleCell,
} from './list-cells.ts';
import { printedPages } from './xlsx-page.ts';

/** The sheet's own words, in the reader's language. */
export type ErrorSheetWords = Readonly<Record<'sheetName' | 'title' | 'hint' | 'row' | 'problems', string>>;

export type ErrorSheet = {
  words: ErrorSheetWords;
  columns: Readonly<Record<RowField, string>>;
  /** `row` is the row of the file the line came from; `problems` are sentences. */
  rows: readonly { row: number | undefined; typed: TypedRow; problems: readonly string[] }[];
};

/** The bytes of the .xlsx file. */
export function writeErrorSheet({ words, columns, rows }: ErrorSheet): Promise<Buffer> {
  const width = rowFields.length + 2;
  const head: Row[] = [
    across(titleCell(words.title), width),
    across({ ...lineCell(words.hint), fontStyle: 'italic' }, width),
    [],
    [headingCell(words.row), ...fieldHeadings(columns), headingCell(words.problems)],
  ];
  const widths = [7, ...rowFields.map((field) => fieldWidths[field]), 40];
  const body: Row[] = rows.map(({ row, typed, problems }) => {
    const texts = [
      row === undefined ? '' : String(row),
      ...rowFields.map((field) => typed[field]),
      problems.join('\n'),
    ];
    return bodyRow(texts, widths).map((cell, at) => (at === width - 1 ? { ...cell, textColor: '#9f1d1d' } : cell));
  });
  return writeExcelFile(
    [...head, ...body],
    {
      sheet: words.sheetName,
      orientation: 'landscape',
      stickyRowsCount: head.length,
      columns: widths.map((characters) => ({ width: characters })),
    },
    {
      ...LIST_FONT,
      features: [
        printedPages([
          { orientation: 'landscape', margins: 'narrow', tabName: words.sheetName, headerRow: head.length },
        ]),
      ],
    },
  ).toBuffer();
}
