/** From the packed parts of an .xlsx to one table. Runs in a process of its own: see `read-in-child.ts`. */
import { findHeading } from '../../domain/sheet-table/columns.ts';
import type { PackedParts } from './archive.ts';
import { inflateParts } from './inflate-parts.ts';
import { readSheet, type SheetCells } from './read-sheet.ts';
import { Refusal, type WorkbookReading } from './reading.ts';
import { partText, readSharedTexts, readStyles, readWorkbookPart, type SheetEntry } from './workbook-parts.ts';

export type WorkbookJob = { parts: PackedParts; sheet: string | undefined };

/** The sheet that was asked for; else the first visible one with a known heading, else the first that holds anything. */
export function parseWorkbook({ parts: packed, sheet }: WorkbookJob): WorkbookReading {
  const parts = inflateParts(packed);
  const { sheets, is1904 } = readWorkbookPart(parts);
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const wanted = sheet === undefined ? visible : sheets.filter(({ name }) => name === sheet);
  if (wanted.length === 0) throw new Refusal(sheet === undefined ? 'empty_file' : 'no_such_sheet');
  const context = { texts: readSharedTexts(parts), styles: readStyles(parts), is1904 };
  let chosen: { entry: SheetEntry; cells: SheetCells } | undefined;
  for (const entry of wanted) {
    const cells = readSheet(partText(parts, entry.part) ?? '', context);
    if (cells.rows.length === 0) continue;
    chosen ??= { entry, cells };
    if (!findHeading(cells.rows)) continue;
    chosen = { entry, cells };
    break;
  }
  if (!chosen) throw new Refusal('empty_file');
  const { entry, cells } = chosen;
  const otherSheets = visible.filter(({ part }) => part !== entry.part).map(({ name }) => name);
  return { kind: 'table', sheetName: entry.name, otherSheets, ...cells };
}
