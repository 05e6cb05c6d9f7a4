/** Tells a delegate's row from the rows that official lists have around them. */
import { readHonorific, tidy } from '../vietnamese/person-name.ts';
import type { JudgedColumn, SheetColumn } from './column.ts';
import { isMark } from './sex-columns.ts';
import { cellText, type TableRow } from './table.ts';

export type RowKind =
  | 'delegate'
  | 'blank'
  /** "II. HUYỆN THỚI LAI": whose delegates follow. */
  | 'group'
  /** The heading again on the next page. */
  | 'heading'
  /** "Tổng cộng", "Danh sách có 15 người": counts what stood above it. */
  | 'total'
  /** Place and date, "Người lập biểu": the signatures begin, and no delegate follows. */
  | 'signatures'
  /** Text only in columns that are not read. */
  | 'other';

const TOTAL = /^(tổng cộng|tổng số|tổng\s*[:=]|cộng(\s*[:=]|$)|danh sách (này )?(gồm|có)|ấn định danh sách)/;

const SIGNATURES = [
  /^(người|cán bộ|công chức) (lập|tổng hợp)/,
  /^(kế toán|phụ trách kế toán|thủ trưởng|xác nhận|nơi nhận|lãnh đạo đơn vị|đại diện (đơn vị|cơ quan))(?=$|[\s:.,])/,
  /^(tm|kt|tl|tuq|t\/m|k\/t)[. ]/,
  /^\(?\s*(đã )?ký[ ,(]/,
  /^([^,]{2,40},)?\s*ngày[\s\d.…_]*tháng[\s\d.…_]*năm/,
];

/** How the name of a unit, or of a kind of delegates, begins; no family name does. */
const UNIT =
  /^(huyện|quận|thị xã|thị trấn|thành phố|tp|xã|phường|tỉnh|sở|phòng|ban|văn phòng|ubnd|hđnd|ubmttq|mttq|[uủ][ỷy] ban|hội đồng|mặt trận|(đảng|huyện|quận|thành) [uủ][ỷy]|khối|cấp|đại biểu|thành phần|lãnh đạo|đơn vị|cơ quan|trung tâm|chi cục|cục|tổ|nhóm|khách mời|trường|bệnh viện|tòa án|toà án|viện|liên đoàn)(?=$|[\s.:,-])/;

/** "II.", "A)", "3 -" before a group's title. */
const NUMBERING = /^(?:[ivxlc]+|[a-zđ]|\d{1,2})\s*[.)/:-]\s*/;
const GROUP_NUMBER = /^(?:[IVXLC]+|[A-ZĐ])[.)]?$/;

export function rowKind(row: TableRow, columns: readonly JudgedColumn[]): RowKind {
  const texts = columns.map(({ use, index, mark }) => ({
    use,
    text: cellText(row, index),
    isMarked: mark !== undefined,
  }));
  const filled = texts.filter(({ text }) => text !== '');
  const counter = texts.find(({ use }) => use === 'counter')?.text ?? '';
  const rest = filled.filter(({ use }) => use !== 'counter');
  if (filled.length === 0 || (rest.length === 0 && /^\d+\.?$/.test(counter))) return 'blank';
  if (columns.filter(({ index, heading }) => heading !== '' && cellText(row, index) === heading).length >= 2)
    return 'heading';
  const name = nameIn(row, columns);
  const ending = endingOf(filled, name);
  if (ending) return ending;
  if (isGroup({ counter, filled: filled.map(({ text }) => text), rest, name })) return 'group';
  return rest.some(({ use }) => use !== 'unknown' && use !== 'ignored') ? 'delegate' : 'other';
}

type Filled = readonly { use: SheetColumn['use']; text: string; isMarked: boolean }[];

/**
 * The first text of the row, or any where nobody is named: "Kế toán trưởng" is a signature in the first column and a
 * position beside a name.
 */
function endingOf(filled: Filled, name: string): 'total' | 'signatures' | undefined {
  const first = filled.find(({ use, text }) => use !== 'counter' || !/^\d+\.?$/.test(text))?.text ?? '';
  const texts = (name === '' ? filled.map(({ text }) => text) : [first, name]).map((text) => text.toLowerCase());
  if (texts.some((text) => SIGNATURES.some((pattern) => pattern.test(text)))) return 'signatures';
  return texts.some((text) => TOTAL.test(text)) ? 'total' : undefined;
}

function isGroup({
  counter,
  filled,
  rest,
  name,
}: {
  counter: string;
  filled: readonly string[];
  rest: Filled;
  name: string;
}): boolean {
  const isAlone = new Set(filled).size === 1;
  const title = filled[0]?.toLowerCase() ?? '';
  if (isAlone) {
    const isNumbered = /^(?:[IVXLC]+|[A-ZĐ])\s*[.)/:-]\s*\S/.test(filled[0] ?? '');
    return isNumbered || UNIT.test(title.replace(NUMBERING, '')) || (rest.length === 0 && counter !== '');
  }
  if (rest.some(isOwn)) return false;
  return counter !== '' && (GROUP_NUMBER.test(counter) || UNIT.test((name || (rest[0]?.text ?? '')).toLowerCase()));
}

/**
 * What only a person has. A group's title may stand in the column of Ông and Bà, and its head counts below "Nam" and
 * "Nữ", where nobody can tell them from a mark "1".
 */
function isOwn({ use, text, isMarked }: Filled[number]): boolean {
  if (use === 'honorific') return isMarked ? isMark(text) && !/^\d+$/.test(text) : Boolean(readHonorific(text));
  return ['position', 'phone', 'email', 'category'].includes(use);
}

/** The name as the row has it, from one column or several. */
export const nameIn = (row: TableRow, columns: readonly JudgedColumn[]): string =>
  tidy(
    columns
      .filter(({ use }) => use === 'fullName')
      .map(({ index }) => cellText(row, index))
      .join(' '),
  );

/** The row of numbers or letters under a heading: (1) (2) (3), or A B 1 2. */
export function isNumberingRow(row: TableRow): boolean {
  const filled = row.cells.map(tidy).filter((cell) => cell !== '');
  return filled.length >= 2 && filled.every((cell) => /^(\(?\d{1,2}\)?|\(?[A-Za-z]\)?)$/.test(cell));
}
