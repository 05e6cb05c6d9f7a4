/** A CSV file as a table: which encoding, which separator, then the cells. Runs in a process of its own. */
import { sniffSeparator, splitDelimited } from '../../domain/sheet/delimited-text.ts';
import { detectLegacy } from '../../domain/vietnamese/legacy-encodings.ts';
import { utf16Of } from './file-kind.ts';
import { countCells, measures, Refusal, type WorkbookReading } from './reading.ts';
import { type CellProblem } from '../../domain/sheet/reading-problem.ts';

/** Blank lines count here: a million of them are not worth splitting. */
const MOST = { rows: 2 * measures.rows, cells: measures.columns };

/** Throws a Refusal for more rows or cells than a list of delegates can have. */
export async function readDelimited(bytes: Buffer): Promise<WorkbookReading> {
  const { text, separator } = splitDirective(await decodeText(bytes));
  const lines = splitDelimited(text, separator ?? sniffSeparator(text), MOST);
  if (lines.length === MOST.rows) throw new Refusal('too_many_rows');
  const problems: CellProblem[] = [];
  const rows = lines
    .map((cells, index) => ({ row: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) throw new Refusal('empty_file');
  if (rows.length > measures.rows) throw new Refusal('too_many_rows');
  if (countCells(rows) > measures.cells) throw new Refusal('inflates_too_much');
  for (const { row, cells } of rows) {
    cells.forEach((cell, column) => {
      if (cell.length <= measures.cellCharacters) return;
      if (problems.length < 100) problems.push({ code: 'cell_too_long', row, column });
      cells[column] = cell.slice(0, measures.cellCharacters);
    });
  }
  return { kind: 'table', sheetName: '', otherSheets: [], rows, problems };
}

/** Excel obeys a first line `sep=;`, and so do others who write it. */
function splitDirective(text: string): { text: string; separator: string | undefined } {
  const directive = /^sep=(.)\r?\n/i.exec(text);
  return { text: text.slice(directive?.[0].length ?? 0), separator: directive?.[1] };
}

/** UTF-16 by its mark or its NULs, UTF-8 when it is valid, else the Windows encoding that reads better. */
async function decodeText(bytes: Buffer): Promise<string> {
  const utf16 = utf16Of(bytes);
  if (utf16) return withoutNuls(new TextDecoder(utf16).decode(bytes));
  try {
    return withoutNuls(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return await decodeWindows(bytes);
  }
}

/**
 * Excel in Vietnamese Windows writes windows-1258 (tones apart, joined here); files in TCVN3 or VNI are windows-1252
 * underneath, and are left as they are for somebody to look at. Node.js has decoders of its own, but its windows-1252 is
 * Latin-1; the package is loaded for these files only, because every reading waits for its process to start.
 */
async function decodeWindows(bytes: Buffer): Promise<string> {
  const { default: iconv } = await import('iconv-lite');
  const western = iconv.decode(bytes, 'windows-1252');
  const texts = western
    .split(/[\n\t;,]/)
    .slice(0, 5000)
    .map((text) => ({ text }));
  const finding = detectLegacy(texts);
  if (finding && finding.encoding !== 'combining') return western;
  return iconv.decode(bytes, 'windows-1258').normalize('NFC');
}

const withoutNuls = (text: string): string => text.replaceAll('\0', '').replace(/^\ufeff/, '');
