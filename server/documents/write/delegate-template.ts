/**
 * The workbook a clerk fills in: a sheet with the columns the desk reads, choices for Ông/Bà and the category, and a
 * second sheet that says what the codes mean.
 */
import writeExcelFile, { type Row } from 'write-excel-file/node';
import type { Category } from '../../domain/category.ts';
import { type RowField, rowFields } from '../../domain/list/row.ts';
import { columnLetter } from '../../domain/sheet/table.ts';
import { type DropDown, dropDowns } from './drop-down.ts';
import {
  across,
  bodyRow,
  counterCell,
  emptyCell,
  fieldHeadings,
  fieldWidths,
  headingCell,
  LIST_FONT,
  lineCell,
  titleCell,
} from './list-cells.ts';
import { printedPages } from './xlsx-page.ts';

/** The template's own words, in the reader's language. `guide` holds a sentence for each line of the second sheet. */
export type TemplateWords = Readonly<
  Record<
    | 'sheetName'
    | 'title'
    | 'counter'
    | 'categoryPrompt'
    | 'guideSheet'
    | 'guideTitle'
    | 'guideCode'
    | 'guideName'
    | 'guideNote'
    | 'hostOnly',
    string
  >
> & { guide: readonly string[] };

export type DelegateTemplate = {
  words: TemplateWords;
  columns: Readonly<Record<RowField, string>>;
  /** Stand below the title: the unit, the cluster with its time and place. */
  lines: readonly string[];
  /** Those the unit may use. */
  categories: readonly Pick<Category, 'code' | 'name' | 'hostOnly'>[];
};

/** As many as a cluster can hold; more can be added below. */
const PREPARED_ROWS = 60;
const GUIDE_HEADINGS = 2;
const GUIDE_WIDTHS = [10, 60, 24];

/** The bytes of the .xlsx file. */
export function writeDelegateTemplate({ words, columns, lines, categories }: DelegateTemplate): Promise<Buffer> {
  const width = rowFields.length + 1;
  const titles: Row[] = [
    across({ ...titleCell(words.title), align: 'center' }, width),
    ...lines.map((line) => across({ ...lineCell(line), align: 'center' }, width)),
    [],
  ];
  const rows: Row[] = Array.from({ length: PREPARED_ROWS }, (_, index) => [
    counterCell(index + 1),
    ...rowFields.map(emptyCell),
  ]);
  const firstRow = titles.length + 2;
  const guideRows: Row[] = [
    [titleCell(words.guideTitle)],
    [headingCell(words.guideCode), headingCell(words.guideName), headingCell(words.guideNote)],
    ...categories.map(({ code, name, hostOnly }) =>
      bodyRow([code, name, hostOnly ? words.hostOnly : ''], GUIDE_WIDTHS),
    ),
    [],
    ...words.guide.map((line) => [lineCell(line)]),
  ];
  return writeExcelFile(
    [
      {
        data: [...titles, [headingCell(words.counter), ...fieldHeadings(columns)], ...rows],
        sheet: words.sheetName,
        orientation: 'landscape',
        stickyRowsCount: titles.length + 1,
        columns: [{ width: 6 }, ...rowFields.map((field) => ({ width: fieldWidths[field] }))],
      },
      {
        data: guideRows,
        sheet: words.guideSheet,
        orientation: 'landscape', // makes the library write the page elements; `printedPages` puts the real ones in
        columns: GUIDE_WIDTHS.map((characters) => ({ width: characters })),
      },
    ],
    {
      ...LIST_FONT,
      features: [
        printedPages([
          { orientation: 'landscape', margins: 'narrow', tabName: words.sheetName, headerRow: titles.length + 1 },
          { orientation: 'portrait', margins: 'narrow', tabName: words.guideSheet, headerRow: GUIDE_HEADINGS },
        ]),
        dropDowns(choices({ words, from: firstRow, to: firstRow + PREPARED_ROWS - 1, count: categories.length })),
      ],
    },
  ).toBuffer();
}

/** The codes are named by their place on the second sheet: a list written out may hold 255 characters only. */
function choices({
  words,
  from,
  to,
  count,
}: {
  words: TemplateWords;
  from: number;
  to: number;
  count: number;
}): DropDown[] {
  const cells = (field: RowField) => {
    const letter = columnLetter(rowFields.indexOf(field) + 1);
    return `${letter}${from}:${letter}${to}`;
  };
  const honorifics: DropDown = { cells: cells('honorific'), choices: '"Ông,Bà"' };
  if (count === 0) return [honorifics];
  const sheet = words.guideSheet.replaceAll("'", "''");
  const codes = `'${sheet}'!$A$${GUIDE_HEADINGS + 1}:$A$${GUIDE_HEADINGS + count}`;
  return [honorifics, { cells: cells('category'), choices: codes, prompt: words.categoryPrompt }];
}
