/** The cells of one sheet as texts. Formulas are never evaluated: a cell shows the value the file has for it, or nothing. */
import { countCells, measures, Refusal } from './reading.ts';
import { type CellProblem } from '../../domain/sheet/reading-problem.ts';
import { attribute, scanXml } from './scan-xml.ts';
import { type CellStyle, type SharedText, tellingFont, unescapeText } from './workbook-parts.ts';

export type SheetRow = { row: number; cells: string[]; fonts?: string[] };
export type SheetCells = { rows: SheetRow[]; problems: CellProblem[] };

export type SheetContext = {
  texts: readonly SharedText[];
  styles: readonly CellStyle[];
  is1904: boolean;
};

const MOST_PROBLEMS = 100;

/** Throws a Refusal for more rows or text than a list of delegates can have. */
export function readSheet(xml: string, context: SheetContext): SheetCells {
  const rows: SheetRow[] = [];
  const problems: CellProblem[] = [];
  const merges: string[] = [];
  let row: SheetRow = { row: 0, cells: [] };
  let cell = { column: -1, type: 'n', style: 0, value: '', font: '' };
  let isValue = false;
  let isAid = false;
  let characters = 0;

  function endCell(): void {
    const { text, font } = textOf(cell, context);
    if (text.trim() === '' || cell.column >= measures.columns) return;
    if (text.length > measures.cellCharacters && problems.length < MOST_PROBLEMS) {
      problems.push({ code: 'cell_too_long', row: row.row, column: cell.column });
    }
    const kept = text.slice(0, measures.cellCharacters);
    characters += kept.length;
    if (characters > measures.textCharacters) throw new Refusal('inflates_too_much');
    while (row.cells.length < cell.column) row.cells.push('');
    row.cells[cell.column] = kept;
    if (font === '') return;
    row.fonts ??= [];
    while (row.fonts.length < cell.column) row.fonts.push('');
    row.fonts[cell.column] = font;
  }

  scanXml(xml, {
    open(tag, attributes) {
      if (tag === 'row') row = { row: rowNumber(attributes, row.row), cells: [] };
      else if (tag === 'c') {
        const type = attribute(attributes, 't') ?? 'n';
        const style = Number(attribute(attributes, 's') ?? 0);
        cell = { column: columnIndex(attribute(attributes, 'r'), cell.column), type, style, value: '', font: '' };
      } else if (tag === 'v' || tag === 't') isValue = true;
      else if (tag === 'rPh') isAid = true;
      else if (tag === 'rFont') cell.font ||= tellingFont(attribute(attributes, 'val'));
      else if (tag === 'mergeCell') merges.push(attribute(attributes, 'ref') ?? '');
    },
    close(tag) {
      if (tag === 'c') endCell();
      else if (tag === 'v' || tag === 't') isValue = false;
      else if (tag === 'rPh') isAid = false;
      else if (tag === 'row') {
        cell = { ...cell, column: -1 };
        if (row.cells.length > 0) rows.push(row);
        if (rows.length > measures.rows) throw new Refusal('too_many_rows');
      }
    },
    text(text) {
      if (isValue && !isAid) cell.value += text;
    },
  });
  fillMerged(rows, merges, measures.textCharacters - characters);
  if (countCells(rows) > measures.cells) throw new Refusal('inflates_too_much');
  return { rows, problems };
}

/** Rows and cells may leave their address out; then they follow the one before. Addresses never go back. */
function rowNumber(attributes: string, last: number): number {
  const number = Number(attribute(attributes, 'r'));
  return Number.isInteger(number) && number > last && number <= 1_048_576 ? number : last + 1;
}

function columnIndex(address: string | undefined, last: number): number {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(address ?? '')?.[0]?.toUpperCase();
  if (letters === undefined) return last + 1;
  const index = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return index > last ? index : last + 1;
}

type RawCell = { type: string; style: number; value: string; font: string };

function textOf({ type, style, value, font }: RawCell, { texts, styles, is1904 }: SheetContext): SharedText {
  const styleFont = styles[style]?.font ?? '';
  if (type === 's') {
    const shared = /^\s*\d+\s*$/.test(value) ? texts[Number(value)] : undefined;
    return { text: shared?.text ?? '', font: shared?.font || styleFont };
  }
  if (type === 'inlineStr' || type === 'str') return { text: unescapeText(value), font: font || styleFont };
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE', font: '' };
  if (type !== 'n' || value.trim() === '') return { text: value.trim(), font: '' };
  return { text: numberText(value.trim(), styles[style]?.isDate ?? false, is1904), font: '' };
}

/** A phone stored as the number 9.00000011E8 has all its digits: they are written out. A date becomes 05/04/2023. */
function numberText(value: string, isDate: boolean, is1904: boolean): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  if (!isDate || number < 1 || number > 2_958_465) return String(number);
  const days = is1904 ? number + 1462 : number;
  const date = new Date(Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000);
  return `${String(date.getUTCDate()).padStart(2, '0')}/${String(date.getUTCMonth() + 1).padStart(2, '0')}/${date.getUTCFullYear()}`;
}

/**
 * A cell merged over several rows ("Phòng Nội vụ" beside three people) holds for each of them. Across columns nothing is
 * repeated: a title would stand eight times in its row.
 */
function fillMerged(rows: readonly SheetRow[], merges: readonly string[], mostCharacters: number): void {
  const at = new Map(rows.map((row, index) => [row.row, index]));
  let left = mostCharacters;
  for (const merge of merges) {
    const range = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/i.exec(merge);
    const first = at.get(Number(range?.[2]));
    const column = columnIndex(`${range?.[1] ?? ''}1`, -1);
    const from = first === undefined ? undefined : rows[first];
    const text = from?.cells[column] ?? '';
    if (first === undefined || text === '') continue;
    for (let index = first + 1; index < rows.length; index += 1) {
      const row = rows[index];
      if (!row || row.row > Number(range?.[3])) break;
      while (row.cells.length < column) row.cells.push('');
      row.cells[column] ||= text;
      left -= text.length;
      if (left < 0) throw new Refusal('inflates_too_much');
    }
  }
}
