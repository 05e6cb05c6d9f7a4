/**
 * "Nam" and "Nữ" as two columns, with an x in one of them: the way many official lists write Ông or Bà. Below "Năm sinh"
 * the year stands in one of them instead, and says the same.
 */
import { sexOfHeading } from './column-headings.ts';
import { readHonorific } from '../vietnamese/person-name.ts';
import { cellText, type TableRow } from './table.ts';

export type Mark = 'Ông' | 'Bà';

const MARK = /^(?:[xv×*+1✓✔☑√]|có|(?:\d{1,2}[/.-]){0,2}(?:19|20)\d\d)$/iu;
const NO_MARK = /^[-–—0]$/;

export const isMark = (text: string): boolean => MARK.test(text);

/** A mark as the honorific it stands for; any other text as it is, for a person to look at. */
export function textOfMark(text: string, mark: Mark): string {
  if (NO_MARK.test(text)) return '';
  return isMark(text) ? mark : text;
}

/** Groups and totals say how many men and women they have. */
const isHeadCount = (texts: readonly string[]): boolean => texts.every((text) => /^\d{1,3}$/.test(text));

/**
 * The first two neighbouring columns of the two headings, when most of their rows have a mark in just one of them. In any
 * other shape nobody can tell, and the columns stay unknown.
 */
export function marksIn(headings: readonly string[], body: readonly TableRow[]): ReadonlyMap<number, Mark> {
  const left = headings.findIndex((heading, column) => {
    const [one, other] = [sexOfHeading(heading), sexOfHeading(headings[column + 1] ?? '')];
    return one !== undefined && other !== undefined && one !== other;
  });
  const [one, other] = [sexOfHeading(headings[left] ?? ''), sexOfHeading(headings[left + 1] ?? '')];
  if (!one || !other) return new Map();
  const rows = body
    .map((row) => [cellText(row, left), cellText(row, left + 1)])
    .filter((texts) => !isHeadCount(texts))
    .map(([marked = '', beside = '']) => [textOfMark(marked, one), textOfMark(beside, other)])
    .filter((texts) => texts.some((text) => text !== ''));
  const marked = rows.filter((texts) => texts.includes('') && texts.some((text) => text !== '' && readHonorific(text)));
  if (marked.length === 0 || marked.length * 2 <= rows.length) return new Map();
  return new Map([
    [left, one],
    [left + 1, other],
  ]);
}
