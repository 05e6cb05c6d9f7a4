/**
 * Turns what was pasted from a spreadsheet into rows. It is read as a file is: columns by their headings, otherwise by
 * their order; titles, groups ("A. Lãnh đạo"), totals and signatures are passed over and told.
 */
import { meaningOfHeading } from './column-headings.ts';
import { emptyRow, type RowField, type TypedRow, unnumbered } from './delegate-list.ts';
import { isField } from './sheet-table/judge-rows.ts';
import { readSheetTable, type SheetReading, type SkippedRow } from './sheet-table/read-sheet-table.ts';
import { tableOfText } from './sheet-table/table.ts';

export { emptyRow };

export type PastedRows = { rows: TypedRow[]; hasHeading: boolean; skipped: SkippedRow[] };

export function readPastedRows(text: string): PastedRows {
  const table = tableOfText(text);
  const first = readSheetTable(table);
  const doubled = withDoubledColumns(first);
  const { rows, skipped, headingRow } = doubled ? readSheetTable(table, doubled) : first;
  return { rows: rows.map(unnumbered), hasHeading: headingRow !== undefined, skipped };
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
