import type { QuickFixesWords } from '../vi/quick-fixes.ts';

const rows = (count: number) => (count === 1 ? '1 row' : `${count} rows`);

export const quickFixes: QuickFixesWords = {
  title: 'Quick fixes',
  jump: (count) => `Quick fixes (${count})`,
  titles: {
    name_capitals: 'Write names in ordinary letters',
    name_small_letters: 'Write names in ordinary letters',
    name_hidden: 'Remove hidden characters from names',
    name_old_letters: 'Put names into Unicode',
    name_brackets: 'Leave out what is in brackets after names',
    name_title: 'Leave out “Ông”, “Bà”, “Đ/c” and titles before the name',
    honorific_unknown: 'Fix the Mr/Ms column',
    phone_old_prefix: 'Change old 11-digit prefixes',
    phone_two: 'Keep the first phone number only',
    email_two: 'Keep the first e-mail address only',
    email_invalid: 'Fix mistyped e-mail addresses',
    category_left_out: 'Add the category of a double row to the row that is saved',
  },
  changeCategory: (from, to) => (from.trim() === '' ? `Fill in category ${to}` : `Change category “${from}” to ${to}`),
  rows: (count, example) => `${rows(count)} · ${example}`,
  take: (count) => (count === 1 ? 'Accept' : `Accept all ${count}`),
  see: (count) => `Show ${rows(count)}`,
  edit: (row, change) => `Row ${row}: ${change}`,
  done: (count) => `Done in ${rows(count)}`,
  undo: 'Undo',
  undoOf: (title) => `Undo: ${title}`,
  right: 'Correct',
  changeTo: (to) => (to === '' ? 'Leave this cell empty' : `Change to ${to}`),
  addCategory: (categories, line) => `Add ${categories} to row ${line}`,
  keepName: 'Keep as typed',
  keptName: 'Keep the name as typed',
  omitted: (row, who) => `Row ${row}: ${who}`,
  omittedTitle: (count) => `${rows(count)} left out`,
  takeBack: 'Take back',
  takeBackOf: (row) => `Take back row ${row}`,
};
