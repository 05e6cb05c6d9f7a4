/** Cells nobody means well with: what makes an expression go back over its text again and again, or a list of problems grow. */
import { emptyRow, type RowField, rowFields, type TypedRow } from '../../server/domain/list/row.ts';

/** As much as a form or a file lets through. */
const MOST = 4000;
const repeated = (text: string): string => text.repeat(Math.ceil(MOST / text.length)).slice(0, MOST);
const around = (text: string): string => `a${repeated(text).slice(2)}b`;

export const worstCells: readonly [what: string, text: string][] = [
  ['parts of nothing', repeated('x,')],
  ['commas', repeated(',')],
  ['commas and blanks', repeated(', ')],
  ['blanks', around(' ')],
  ['no-break spaces', around('\u00a0')],
  ['zero-width spaces', around('\u200b')],
  ['blanks before a separator', `0900000001${' '.repeat(3000)}hoặ`],
  ['dots', repeated('.')],
  ['letters and dots', repeated('a.')],
  ['an address without end', `a@${repeated('a-').slice(3)}!`],
  ['labels without end', `a@${repeated('a.').slice(3)}!`],
  ['addresses', repeated('a@a.a,')],
  ['at signs', repeated('a@')],
  ['letters', repeated('Á')],
  ['words', repeated('A ')],
  ['marks of two kinds over one letter', around('\u0301\u0323')],
  ['titles', repeated('Đ/c ')],
  ['titles close together', repeated('ThS.')],
  ['categories', repeated('B2 và ')],
  ['codes and dashes', repeated('B2 - ')],
  ['digits', repeated('0 ')],
  ['telephone numbers', repeated('0900000001 - ')],
  ['letters of an old encoding', repeated('eá')],
  ['letters read in the wrong one', repeated('Ã¡')],
  ['question marks', repeated('?')],
  ['brackets', repeated('(')],
  ['line breaks', repeated('\n')],
  ['quotes', repeated('"')],
];

/** A row with one text in every cell, each cut to `most` characters. */
export function worstRow(text: string, most = MOST): TypedRow {
  const row = emptyRow();
  for (const field of rowFields) row[field] = text.slice(0, most);
  return row;
}

/** A good row but for one cell. */
export const worstIn = (field: RowField, text: string, row: TypedRow): TypedRow => ({ ...row, [field]: text });
