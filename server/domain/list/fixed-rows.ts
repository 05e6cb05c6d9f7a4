/** Finds the draft rows with an error that a later hand-in corrects. */
import { checkList } from './check-list.ts';
import type { ListRules } from './rules.ts';
import { type RowField, rowFields, type TypedRow } from './row.ts';
import { fold } from '../vietnamese/fold.ts';
import { readName } from '../vietnamese/person-name.ts';

/**
 * The rows of a draft that `rows` fix, each fixed once. A row matches when every cell that was not wrong is unchanged,
 * and its name, phone, e-mail, or position and workplace agree. A draft row without an error is never matched: it may
 * be a namesake.
 */
export function fixedRows(
  rows: readonly TypedRow[],
  { draft, rules }: { draft: readonly TypedRow[]; rules: ListRules },
): ReadonlySet<TypedRow> {
  const broken = checkList(draft, { ...rules, known: [], left: [] }).flatMap(({ verdict, problems }, at) => {
    const row = draft[at];
    const wrong = problems.filter(({ severity }) => severity === 'error').map(({ field }) => field);
    return verdict === 'problem' && row ? [{ row, wrong }] : [];
  });
  const fixed = new Set<TypedRow>();
  for (const row of rows) {
    const old = broken.find((one) => !fixed.has(one.row) && isSameRow(one.row, row, one.wrong));
    if (old) fixed.add(old.row);
  }
  return fixed;
}

function isSameRow(old: TypedRow, row: TypedRow, wrong: readonly RowField[]): boolean {
  const agreesIn = (field: RowField) => textOf(old, field) !== '' && textOf(old, field) === textOf(row, field);
  const isKept = (field: RowField) =>
    wrong.includes(field) || agreesIn(field) || !old[field].trim() || !row[field].trim();
  const isKnown = agreesIn('fullName') || agreesIn('phone') || agreesIn('email');
  return rowFields.every(isKept) && (isKnown || (agreesIn('position') && agreesIn('workplace')));
}

function textOf(row: TypedRow, field: RowField): string {
  if (field === 'phone') return row.phone.replace(/\D/g, '');
  return fold(field === 'fullName' ? readName(row.fullName).fullName : row[field]);
}
