/**
 * Turns what was pasted from a spreadsheet into rows. It is read as a file is: columns by their headings, otherwise by
 * their order; titles, groups ("A. Lãnh đạo"), totals and signatures are passed over and told.
 */
import { meaningOfHeading } from './column-headings.ts';
import { emptyRow, type RowField, type TypedRow, unnumbered } from '../list/row.ts';
import { isField } from './judge-rows.ts';
import { readSheetTable, type SheetReading, type SkippedRow, type UnusedColumn } from './read-sheet-table.ts';
import { tableOfText } from './table.ts';
import { convertLegacy, detectLegacy, type LegacyEncoding } from '../vietnamese/legacy-encodings.ts';

export { emptyRow };

export type OldEncoding = Exclude<LegacyEncoding, 'combining'>;

export type PastedRows = {
  rows: TypedRow[];
  hasHeading: boolean;
  skipped: SkippedRow[];
  /** Columns that hold something and were not understood. */
  unused: UnusedColumn[];
  /** Set when the text was written in an old encoding; the rows are in Unicode. */
  encoding?: OldEncoding;
};

export function readPastedRows(typed: string): PastedRows {
  const { text, encoding } = inUnicode(typed);
  const table = tableOfText(text);
  const first = readSheetTable(table);
  const doubled = withDoubledColumns(first);
  const { rows, skipped, headingRow } = doubled ? readSheetTable(table, doubled) : first;
  const unused = first.unused.filter(({ index }) => !doubled?.has(index));
  const hasHeading = headingRow !== undefined;
  return { rows: rows.map(unnumbered), hasHeading, skipped, unused, ...(encoding && { encoding }) };
}

/**
 * What was copied out of a sheet in a TCVN3 or VNI font, in Unicode. A file asks first; what is pasted stands before the
 * eyes at once and is checked before anything is kept, so it is only told.
 */
export function inUnicode(text: string): { text: string; encoding?: OldEncoding } {
  // Cell by cell, because an e-mail address is not changed.
  const texts = text.split(/([\t\r\n;"]+)/).map((part) => ({ text: part }));
  const finding = detectLegacy(texts);
  if (!finding || finding.encoding === 'combining') return { text };
  return { text: convertLegacy(texts, finding.encoding).join(''), encoding: finding.encoding };
}

/**
 * A second column of one meaning ("Chức vụ" and "Chức danh") is joined to the first: what was pasted is not shown column
 * by column as a file is, so nobody would see that it was left out.
 */
function withDoubledColumns({ columns }: SheetReading): Map<number, RowField> | undefined {
  const uses = new Map<number, RowField>();
  let isDoubled = false;
  for (const { index, use, heading } of columns) {
    const meaning = meaningOfHeading(heading);
    if (isField(use)) uses.set(index, use);
    else if (use === 'unknown' && meaning !== undefined && meaning !== 'namePart' && isField(meaning as RowField)) {
      uses.set(index, meaning as RowField);
      isDoubled = true;
    }
  }
  return isDoubled ? uses : undefined;
}
