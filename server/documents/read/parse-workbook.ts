/** From the packed parts of an .xlsx to one table. Runs in a process of its own: see `read-in-child.ts`. */
import { findHeading } from '../../domain/sheet/columns.ts';
import type { PackedParts } from './archive.ts';
import { inflateParts } from './inflate-parts.ts';
import { readSheet, type SheetCells, type SheetContext } from './read-sheet.ts';
import { measures, type OtherSheet, Refusal, type WorkbookReading } from './reading.ts';
import { partText, readSharedTexts, readStyles, readWorkbookPart, type SheetEntry } from './workbook-parts.ts';

export type WorkbookJob = { parts: PackedParts; sheet: string | undefined };

type Sheet = { entry: SheetEntry; cells: SheetCells };

/**
 * The sheet that was asked for; else the first visible one with a known heading, else the first that holds anything. The
 * other visible sheets come along, because a list may be spread over several.
 */
export function parseWorkbook({ parts: packed, sheet }: WorkbookJob): WorkbookReading {
  const parts = inflateParts(packed);
  const { sheets, is1904 } = readWorkbookPart(parts);
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  const wanted = sheet === undefined ? visible : sheets.filter(({ name }) => name === sheet);
  if (wanted.length === 0) throw new Refusal(sheet === undefined ? 'empty_file' : 'no_such_sheet');
  const context = { texts: readSharedTexts(parts), styles: readStyles(parts), is1904 };
  const xmlOf = (entry: SheetEntry) => partText(parts, entry.part) ?? '';
  let chosen: Sheet | undefined;
  for (const entry of wanted) {
    const cells = readSheet(xmlOf(entry), context);
    if (cells.rows.length === 0) continue;
    chosen ??= { entry, cells };
    if (!findHeading(cells.rows)) continue;
    chosen = { entry, cells };
    break;
  }
  if (!chosen) throw new Refusal('empty_file');
  const { entry, cells } = chosen;
  const others = visible.filter(({ part }) => part !== entry.part);
  return { kind: 'table', sheetName: entry.name, otherSheets: readOthers(others, { xmlOf, context }), ...cells };
}

/** Whatever is wrong with another sheet is no reason to refuse the one that is wanted. */
function readOthers(
  entries: readonly SheetEntry[],
  { xmlOf, context }: { xmlOf: (entry: SheetEntry) => string; context: SheetContext },
): OtherSheet[] {
  let bytesLeft: number = measures.otherSheetsBytes;
  let charactersLeft: number = measures.otherSheetCharacters;
  return entries.flatMap((entry): OtherSheet[] => {
    const named = { name: entry.name };
    try {
      const xml = xmlOf(entry);
      if (xml.length > bytesLeft) return [named];
      bytesLeft -= xml.length;
      const { rows } = readSheet(xml, context);
      if (rows.length === 0) return [];
      const characters = rows.reduce((sum, { cells }) => sum + cells.join('').length, 0);
      if (characters > charactersLeft) return [named];
      charactersLeft -= characters;
      return [{ ...named, rows }];
    } catch (error) {
      if (error instanceof Refusal) return [named];
      throw error;
    }
  });
}
