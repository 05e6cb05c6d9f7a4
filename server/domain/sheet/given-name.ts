/** "Họ và tên" merged over two columns: the given name stands in a column without a heading. */
import { readHonorific } from '../vietnamese/person-name.ts';
import { delegatesAmong } from './judge-rows.ts';
import type { JudgedColumn } from './column.ts';
import { cellText, type TableRow } from './table.ts';

const ONE_WORD = /^[\p{L}\u00a1-\u00ff]+$/u;

/**
 * The columns with the one beside the name read as part of it, when it has one word for nearly every delegate. Groups,
 * totals and signatures stand in the first column alone, so only delegates are asked.
 */
export function withGivenName<Column extends JudgedColumn>(
  columns: readonly Column[],
  body: readonly TableRow[],
): Column[] {
  const name = columns.find(({ use }) => use === 'fullName');
  const beside = columns.find(({ index }) => index === (name?.index ?? -2) + 1);
  if (!name || !beside || !isUnread(beside)) return [...columns];
  const read = columns.map((column) => (column === beside ? { ...column, use: 'fullName' as const } : column));
  const people = delegatesAmong(body, read, { hasHeading: true }).filter((row) => cellText(row, name.index) !== '');
  const words = people.map((row) => cellText(row, beside.index)).filter((text) => ONE_WORD.test(text));
  const isUsual = words.length > 0 && words.length >= people.length / 2;
  const isSex = words.every(isHonorific) && !columns.some(({ use }) => use === 'honorific');
  return isUsual && !isSex ? read : [...columns];
}

/** A column of nothing but "Nam" and "Nữ" says Ông or Bà. */
const isHonorific = (word: string): boolean => Boolean(readHonorific(word));

const isUnread = ({ heading, use }: JudgedColumn): boolean => heading === '' && use === 'unknown';
