/**
 * A list as an Excel workbook that prints as the paper form wants it. Every text is a cell of type String, so whatever
 * somebody typed into a name stays text: the writer never makes a formula.
 */
import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import { type Cell, type Column, cellOf, type Group, type Sheet, type SheetRow, widthOf } from '../sheet.ts';
import { heightFor, MM_PER_CHARACTER } from './row-height.ts';
import { printedPages } from './xlsx-page.ts';

const FONT = 'Times New Roman';
/** 9 mm: room for a signature. */
const ROW_POINTS = 25.5;

/** The bytes of the .xlsx file. */
export function writeXlsx(sheet: Sheet): Promise<Buffer> {
  const before = headingRows(sheet);
  const rows: Row[] = [
    ...before,
    titleRow(sheet.columns),
    ...sheet.groups.flatMap((group) => groupRows(group, sheet.columns)),
    [],
    ...sheet.totals.map((total) => across(sheet, { ...text(total), fontWeight: 'bold' })),
    [],
    ...signatureRows(sheet),
    across(sheet, { ...text(sheet.meta), fontSize: 10, fontStyle: 'italic', align: 'center' }),
  ];
  const headerRow = before.length + 1;
  return writeExcelFile(
    rows,
    {
      sheet: sheet.tabName,
      orientation: 'landscape', // makes the library write the page elements; `printedPages` puts the real one in
      stickyRowsCount: headerRow,
      columns: sheet.columns.map((column) => ({ width: column.widthMm / MM_PER_CHARACTER })),
    },
    {
      fontFamily: FONT,
      fontSize: 12,
      features: [
        printedPages([{ orientation: sheet.orientation, margins: 'paper', headerRow, tabName: sheet.tabName }]),
      ],
    },
  ).toBuffer();
}

const text = (value: string): CellObject => ({ value: String(value), type: String, alignVertical: 'center' });

const bordered = (cell: CellObject): CellObject => ({
  ...cell,
  borderStyle: 'thin',
  borderColor: '#000000',
  wrap: true,
});

/** A merged cell; the cells it covers have to be there. */
function span(cell: CellObject, columns: number): Row {
  return [{ ...cell, columnSpan: columns }, ...Array.from({ length: columns - 1 }, () => null)];
}

/** As high as its text needs in so many millimetres. */
function fitted(cell: CellObject, widthMm: number): CellObject {
  const isBold = cell.fontWeight === 'bold';
  const needed = heightFor([{ text: String(cell.value ?? ''), widthMm, fontSize: cell.fontSize ?? 12, isBold }]);
  return { ...cell, wrap: true, height: needed };
}

const across = (sheet: Sheet, cell: CellObject): Row =>
  span(fitted(cell, widthOf(sheet.columns)), sheet.columns.length);

/** Two cells side by side, split at the column edge nearest to 70 : 95, as the heading of a paper is. */
function halves(sheet: Sheet, left: CellObject, right: CellObject): Row {
  const wanted = (widthOf(sheet.columns) * 70) / 165;
  const edges = sheet.columns.slice(1).map((_, index) => index + 1);
  const distance = (edge: number): number => Math.abs(widthOf(sheet.columns.slice(0, edge)) - wanted);
  const split = edges.reduce((best, edge) => (distance(edge) < distance(best) ? edge : best), 1);
  const cells = [
    fitted(left, widthOf(sheet.columns.slice(0, split))),
    fitted(right, widthOf(sheet.columns.slice(split))),
  ];
  const height = Math.max(...cells.map((cell) => cell.height ?? 0));
  const [first = left, second = right] = cells.map((cell) => ({ ...cell, height }));
  return [...span(first, split), ...span(second, sheet.columns.length - split)];
}

function headingRows(sheet: Sheet): Row[] {
  const { superior, issuer, nation, motto, title, subtitle, occasion } = sheet.heading;
  const centred = (value: string): CellObject => ({ ...text(value), align: 'center' });
  const bold = (value: string): CellObject => ({ ...centred(value), fontWeight: 'bold' });
  const offices = superior === undefined ? [bold(issuer), centred('')] : [centred(superior), bold(issuer)];
  return [
    halves(sheet, offices[0] ?? {}, bold(nation)),
    halves(sheet, offices[1] ?? {}, { ...bold(motto), fontSize: 13 }),
    [],
    across(sheet, { ...bold(title), fontSize: 14 }),
    across(sheet, { ...bold(subtitle), fontSize: 13 }),
    across(sheet, { ...centred(occasion), fontStyle: 'italic' }),
    [],
  ];
}

function groupRows(group: Group, columns: readonly Column[]): Row[] {
  const wide = (cell: CellObject): Row => span(bordered(fitted(cell, widthOf(columns))), columns.length);
  const title = wide({ ...text(group.title), fontWeight: 'bold' });
  if (group.rows.length === 0) return [title, wide({ ...text(group.emptyLine), fontStyle: 'italic' })];
  return [title, ...group.rows.map((row) => bodyRow(row, columns))];
}

const titleRow = (columns: readonly Column[]): Row =>
  columns.map((column) =>
    bordered({ ...text(column.title), fontWeight: 'bold', align: 'center', height: heightOfTitles(columns) }),
  );

const heightOfTitles = (columns: readonly Column[]): number =>
  Math.max(ROW_POINTS, heightFor(columns.map(({ title, widthMm }) => ({ text: title, widthMm, isBold: true }))));

function bodyRow(row: SheetRow, columns: readonly Column[]): Row {
  const texts = columns.map((column) => ({ text: String(cellOf(row, column)), widthMm: column.widthMm }));
  const height = Math.max(ROW_POINTS, heightFor(texts));
  return columns.map((column) => bordered({ ...bodyCell(cellOf(row, column)), align: column.align, height }));
}

const bodyCell = (cell: Cell): CellObject =>
  typeof cell === 'number' ? { value: cell, type: Number, alignVertical: 'center' } : text(cell);

function signatureRows(sheet: Sheet): Row[] {
  const [left, right] = sheet.signatures;
  if (!left || !right) return [];
  const line = (first: string, second: string, style: CellObject): Row =>
    halves(sheet, { ...text(first), align: 'center', ...style }, { ...text(second), align: 'center', ...style });
  return [
    line(left.placeAndDate, right.placeAndDate, { fontStyle: 'italic' }),
    line(left.title, right.title, { fontWeight: 'bold' }),
    line(left.hint, right.hint, { fontStyle: 'italic' }),
    [],
    [],
    [],
    [],
  ];
}
