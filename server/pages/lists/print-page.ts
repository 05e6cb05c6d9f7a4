/** A sheet as the print view wants it: words, widths in percent of the table, and which lines stay on one page. */
import { type Column, cellOf, type Group, type Sheet, type SheetRow, widthOf } from '../../documents/sheet.ts';

/** Keeps the line of a place and date free, so that both blocks start at the same height. */
const NO_BREAK_SPACE = '\u00a0';
/** Signatures alone on a sheet could be put under any list: the last rows come along. */
const ROWS_WITH_SIGNATURES = 2;

type PrintedRow = { text: string; isCentred: boolean }[];

/** Lines of the table that follow each other; `isKept` ones are never split by a page. */
type Body = { title: string | undefined; emptyLine: string | undefined; rows: PrintedRow[]; isKept: boolean };

export function printPage(sheet: Sheet) {
  const whole = widthOf(sheet.columns);
  const { bodies, closing } = pageBodies(sheet.groups.flatMap((group) => bodiesOf(group, sheet.columns)));
  return {
    isLandscape: sheet.orientation === 'landscape',
    heading: sheet.heading,
    columns: sheet.columns.map((column) => ({
      title: column.title,
      width: `${((column.widthMm / whole) * 100).toFixed(2)}%`,
    })),
    bodies,
    closing,
    totals: sheet.totals,
    signatures: sheet.signatures.map((block) => ({ ...block, placeAndDate: block.placeAndDate || NO_BREAK_SPACE })),
    meta: sheet.meta,
  };
}

/** A group's title is kept with its first line, so that no title stands at the foot of a page. */
function bodiesOf(group: Group, columns: readonly Column[]): Body[] {
  const [first, ...rest] = group.rows.map((row) => printedRow(row, columns));
  if (!first) return [{ title: group.title, emptyLine: group.emptyLine, rows: [], isKept: true }];
  const head = { title: group.title, emptyLine: undefined, rows: [first], isKept: true };
  return rest.length === 0 ? [head] : [head, plainBody(rest)];
}

const plainBody = (rows: PrintedRow[]): Body => ({ title: undefined, emptyLine: undefined, rows, isKept: false });

/** Takes the lines that go with the signatures off the end. */
function pageBodies(all: readonly Body[]): { bodies: Body[]; closing: Body } {
  const bodies = all.slice(0, -1);
  const last = all.at(-1) ?? plainBody([]);
  if (last.isKept || last.rows.length <= ROWS_WITH_SIGNATURES) return { bodies, closing: last };
  return {
    bodies: [...bodies, plainBody(last.rows.slice(0, -ROWS_WITH_SIGNATURES))],
    closing: plainBody(last.rows.slice(-ROWS_WITH_SIGNATURES)),
  };
}

const printedRow = (row: SheetRow, columns: readonly Column[]): PrintedRow =>
  columns.map((column) => ({ text: String(cellOf(row, column)), isCentred: column.align === 'center' }));
