/** What becomes of the rows that a unit has typed and not handed in. */
import type { ListState } from './list-status.ts';
import type { ListRules } from './rules.ts';
import { rowAnswers, rowFields, type TypedRow, unnumbered } from './row.ts';
import { fixedRows } from './fixed-rows.ts';
import { isOnList } from './quick-fixes.ts';
import type { RegistrationPlan } from './registration-plan.ts';
import { fold } from '../vietnamese/fold.ts';
import { readName } from '../vietnamese/person-name.ts';

/** A list that was not started shows its draft; when the draft is gone, it counts as not started again. */
export function listStateWithDraft(state: ListState, rows: number): ListState {
  if (state === 'not_started' && rows > 0) return 'draft';
  if (state === 'draft' && rows === 0) return 'not_started';
  return state;
}

/**
 * The rows that stay in the draft once a plan is carried out. When the plan was made from this very draft, that is what
 * could not be written: the lines with an error, as they were typed last. Rows that came another way (a file, a script,
 * another window) take out of the draft whoever is on the list now, and the rows with an error that they fix; their
 * lines with an error join it when somebody is to fix them there, once however often they are sent.
 */
export function rowsLeftInDraft(
  draft: readonly TypedRow[],
  { lines }: RegistrationPlan,
  { isOfThisDraft, keepsErrors = false, rules }: { isOfThisDraft: boolean; keepsErrors?: boolean; rules: ListRules },
): TypedRow[] {
  const errors = lines.filter((line) => line.kind === 'problem').map((line) => unnumbered(line.typed));
  if (isOfThisDraft) return errors;
  const settled = lines.filter((line) => line.kind !== 'problem').map(({ typed }) => typed);
  const listed = new Set(settled.map(personKey));
  const fixed = fixedRows(keepsErrors ? [...settled, ...errors] : settled, { draft, rules });
  const left = draft.filter((row) => !listed.has(personKey(row)) && !fixed.has(row));
  if (!keepsErrors) return left;
  const present = new Set(left.map((row) => JSON.stringify(row)));
  return [...left, ...errors.filter((row) => !present.has(JSON.stringify(row)))];
}

/**
 * The rows of a list that came another way and are to be gone on with at the desk. Left out are those that stand for
 * somebody on the list, and those that say nothing the draft does not say already; no row of the draft is touched.
 */
export function rowsNewToDraft(draft: readonly TypedRow[], { lines }: RegistrationPlan): TypedRow[] {
  const rows = [...draft];
  for (const line of lines) {
    const row = unnumbered(line.typed);
    if (!isOnList(line) && !rows.some((there) => saysNothingNew(row, there))) rows.push(row);
  }
  return rows.slice(draft.length);
}

const saysNothingNew = (row: TypedRow, there: TypedRow): boolean =>
  personKey(row) === personKey(there) &&
  rowFields.every((field) => row[field].trim() === '' || row[field].trim() === there[field].trim()) &&
  rowAnswers.every((answer) => !row[answer] || there[answer]);

const personKey = ({ fullName, position, workplace }: TypedRow): string =>
  JSON.stringify([readName(fullName).fullName, position, workplace].map(fold));
