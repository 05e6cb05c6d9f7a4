/**
 * From a sheet to rows of delegates: finds the heading, names the columns, passes over titles, groups, totals and
 * signatures. What is passed over is listed with its reason; what might be a delegate is never dropped.
 */
import { emptyRow, type RowField, type TypedRow } from '../list/row.ts';
import { isErrorSheet } from './column-headings.ts';
import { readHonorific } from '../vietnamese/person-name.ts';
import { findColumns, findHeading } from './columns.ts';
import type { ColumnUse, SheetColumn } from './column.ts';
import { isField, judgeRows, type RowJudgement } from './judge-rows.ts';
import { textOfMark } from './sex-columns.ts';
import { cellText, isBlank, type TableRow } from './table.ts';

/** A row as the desk's list takes it, with its number in the file. */
export type SourcedRow = TypedRow & { source: { row: number } };

export type SkippedRow = {
  row: number;
  why: 'above' | Exclude<RowJudgement, 'delegate' | 'blank'>;
  /** A sample of its content, to recognise it by. */
  text: string;
};

export type SheetReading = {
  /** The heading's number in the file; undefined when the columns were taken in the order of the template. */
  headingRow: number | undefined;
  columns: SheetColumn[];
  rows: SourcedRow[];
  skipped: SkippedRow[];
  /** Columns with content that are not read: they are named, so that nothing is lost unseen. */
  unused: UnusedColumn[];
  /** No heading was found, and what stands where the template has the name is none: nobody can say what this is. */
  isGuess: boolean;
  /** These are rows that were given out to be fixed, never a whole list. */
  isErrorSheet: boolean;
  /** Fields a delegate cannot do without that no column holds. */
  missing: RowField[];
};

export type UnusedColumn = Pick<SheetColumn, 'index' | 'letter' | 'heading' | 'sample'> & {
  /** Without a heading and next to the name: a part of the name may stand in it. */
  isBesideName: boolean;
};

/** Column index → its use, as somebody corrected it; columns that are not named are left out. */
export type CorrectedColumns = ReadonlyMap<number, RowField | 'ignored'>;

const NEEDED: readonly RowField[] = ['fullName', 'position', 'category'];

export function readSheetTable(table: readonly TableRow[], corrected?: CorrectedColumns): SheetReading {
  // Once somebody has said what the columns are, a heading further down only says where the list begins.
  const heading = findHeading(table) ?? (corrected && findHeading(table, table.length));
  const columns = corrected ? recast(findColumns(table, heading), corrected) : findColumns(table, heading);
  const above = table.slice(0, heading?.from ?? 0).filter((row) => !isBlank(row));
  const { rows, skipped } = readBody(table.slice(heading?.below ?? 0), columns, heading !== undefined);
  return {
    headingRow: heading && table[heading.from]?.row,
    columns,
    rows,
    skipped: [...above.map((row) => skip(row, 'above')), ...skipped],
    isGuess: !heading && !corrected && !looksLikePeople(rows),
    unused: rows.length > 0 ? unusedAmong(columns) : [],
    isErrorSheet: isErrorSheet(columns.map(({ heading: text }) => text)),
    missing: NEEDED.filter((field) => !columns.some(({ use }) => use === field)),
  };
}

/** Most have a name of several words, and beside it Ông, Bà or nothing. */
const looksLikePeople = (rows: readonly TypedRow[]): boolean =>
  rows.filter(
    ({ honorific, fullName }) => readHonorific(honorific) !== undefined && /^\p{L}+( \p{L}+)+$/u.test(fullName),
  ).length *
    2 >=
  rows.length;

function unusedAmong(columns: readonly SheetColumn[]): UnusedColumn[] {
  const names = columns.filter(({ use }) => use === 'fullName').map(({ index }) => index);
  return columns
    .filter(({ use, sample }) => use === 'unknown' && sample !== '')
    .map(({ index, letter, heading, sample }) => {
      const isBesideName = heading === '' && names.some((name) => Math.abs(name - index) === 1);
      return { index, letter, heading, sample, isBesideName };
    });
}

/** The running number stays what it is unless somebody gave it a field: it is how groups are told from people. */
function recast(columns: readonly SheetColumn[], corrected: CorrectedColumns): SheetColumn[] {
  return columns.map((column) => {
    const left: ColumnUse = column.use === 'counter' ? 'counter' : 'ignored';
    const use = corrected.get(column.index);
    return { ...column, use: use === undefined || use === 'ignored' ? left : use };
  });
}

function readBody(body: readonly TableRow[], columns: readonly SheetColumn[], hasHeading: boolean) {
  const rows: SourcedRow[] = [];
  const skipped: SkippedRow[] = [];
  const judgements = judgeRows(body, columns, { hasHeading });
  body.forEach((row, at) => {
    const judgement = judgements[at];
    if (judgement === undefined || judgement === 'blank') return;
    if (judgement === 'delegate') rows.push(toRow(row, columns));
    else skipped.push(skip(row, judgement));
  });
  return { rows, skipped };
}

/** Columns of one meaning are joined; a text that a merged cell repeats counts once. */
function toRow(row: TableRow, columns: readonly SheetColumn[]): SourcedRow {
  const typed = emptyRow();
  for (const { use, index, mark } of columns) {
    const cell = cellText(row, index);
    const text = mark && use === 'honorific' ? textOfMark(cell, mark) : cell;
    if (!isField(use) || text === '' || text === typed[use]) continue;
    typed[use] = typed[use] === '' ? text : `${typed[use]} ${text}`;
  }
  return { ...typed, source: { row: row.row } };
}

const skip = (row: TableRow, why: SkippedRow['why']): SkippedRow => ({
  row: row.row,
  why,
  text: [...new Set(row.cells.map((_, column) => cellText(row, column)))].filter((text) => text !== '').join(' · '),
});
