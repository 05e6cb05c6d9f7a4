/**
 * A unit's list of delegates, from what was pasted or posted to what will be written. The preview, the form, the API
 * and the browser's own check all read it here.
 */
import { type CategoryReader, categoryReader } from './category-cell.ts';
import { checkEmail, checkHonorific, checkName, checkPhone } from './cells.ts';
import { detailsKey, openRoll, type Roll } from './duplicates.ts';
import { type CategoriesAbove, checkLeftOut } from './left-out-categories.ts';
import { checkOtherClusters } from './other-clusters.ts';
import type { Problem } from './problem.ts';
import { type RowField, rowFields, type TypedRow } from './row.ts';
import type { ListRules } from './rules.ts';
import { fold } from '../vietnamese/fold.ts';
import { type Honorific, isKeptName, plainName, tidy } from '../vietnamese/person-name.ts';

/** A line in good order. E-mail and phone are undefined when there is none. */
export type DelegateDraft = {
  honorific: Honorific;
  fullName: string;
  nameFolded: string;
  position: string;
  workplace: string;
  categoryIds: [string, ...string[]];
  phone: string | undefined;
  email: string | undefined;
  note: string;
  /** The line is a delegate of another cluster: no row of its own is written. */
  delegateId?: string;
};

export type CheckedLine = {
  /** Counted from 1, as the person sees it. */
  line: number;
  typed: TypedRow;
  problems: Problem[];
  verdict: 'ready' | 'duplicate' | 'problem';
  draft?: DelegateDraft;
};

const MOST_CHARACTERS: Record<RowField, number> = {
  honorific: 20,
  fullName: 80,
  position: 200,
  workplace: 200,
  category: 200,
  phone: 40,
  email: 200,
  note: 500,
};

/** Judges every line at once, each against the rules, the people already registered and the lines above it. */
export function checkList(rows: readonly TypedRow[], rules: ListRules): CheckedLine[] {
  const roll = openRoll(rules);
  const linked = new Set<string>();
  const above = new Map<string, readonly string[]>();
  const asMeant = keepingNames(rules.known);
  const readCategories = categoryReader(rules);
  return rows.map((typed, index) => {
    const checked = checkLine(index + 1, typed, { rules, roll, linked, above, asMeant, readCategories });
    const { draft } = checked;
    if (draft) {
      const number = String(typed.source?.row ?? checked.line);
      roll.remember(number, { ...draft, details: detailsKey(draft) });
      above.set(number, draft.categoryIds);
    }
    return checked;
  });
}

/** Marks the rows whose name stands on the list as it was meant, "Ông" being a family name too: it is meant again. */
export function keepingNames(people: readonly { fullName: string }[]): (typed: TypedRow) => TypedRow {
  const kept = new Set(people.map(({ fullName }) => fullName).filter(isKeptName));
  return (typed) => (kept.has(plainName(typed.fullName)) ? { ...typed, keepsName: true } : typed);
}

type Checking = {
  rules: ListRules;
  roll: Roll;
  /** Delegates of other clusters whom lines above stand for. */
  linked: Set<string>;
  above: CategoriesAbove;
  asMeant: (typed: TypedRow) => TypedRow;
  readCategories: CategoryReader;
};

function checkLine(line: number, typed: TypedRow, checking: Checking): CheckedLine {
  const { rules, roll, linked, above, asMeant, readCategories } = checking;
  const tooLong = rowFields.filter((field) => isTooLong(typed[field], MOST_CHARACTERS[field]));
  const problems = tooLong.map(lengthProblem);
  // What does not fit is not looked at: the whole list is judged at every step, and a cell can hold a book.
  const row = { ...typed, ...Object.fromEntries(tooLong.map((field) => [field, ''])) };
  const add = (problem: Problem) => {
    if (!tooLong.includes(problem.field)) problems.push(problem);
  };
  const name = checkName(asMeant(row), add);
  const honorific = checkHonorific(row, name.honorific, add);
  const position = tidy(row.position);
  if (position === '') add({ field: 'position', code: 'position_missing', severity: 'error' });
  const categoryIds = readCategories(row, add);
  const phone = checkPhone(row.phone, add);
  const email = checkEmail(row.email, add);
  const nameFolded = fold(name.fullName);
  const workplace = tidy(row.workplace);
  const note = tidy(row.note);
  const details = detailsKey({ honorific, phone, email, note });
  const isNamed = name.fullName !== '' && tooLong.length === 0;
  const isListed = isNamed && roll.isListed({ nameFolded, position, workplace, details, typed }, add);

  if (problems.some((problem) => problem.severity === 'error') || !hasSome(categoryIds)) {
    return { line, typed, problems, verdict: 'problem' };
  }
  if (isListed) {
    checkLeftOut(problems, categoryIds, { above, categories: rules.categories, add });
    return { line, typed, problems, verdict: 'duplicate' };
  }
  const post = { nameFolded, position, workplace, typed };
  const delegateId = checkOtherClusters(post, { otherClusters: rules.otherClusters ?? [], linked, add });
  const draft: DelegateDraft = {
    honorific,
    fullName: name.fullName,
    nameFolded,
    position,
    workplace,
    categoryIds,
    phone,
    email,
    note,
    ...(delegateId !== undefined && { delegateId }),
  };
  return { line, typed, problems, verdict: 'ready', draft };
}

/** In letters as people count them; a text of more than twice as many units is not worth counting. */
const isTooLong = (text: string, most: number): boolean =>
  text.length > most && (text.length > 2 * most || [...text].length > most);

const lengthProblem = (field: RowField): Problem => ({
  field,
  code: field === 'fullName' ? 'name_too_long' : 'text_too_long',
  severity: 'error',
  detail: { most: String(MOST_CHARACTERS[field]) },
});

const hasSome = (ids: string[]): ids is [string, ...string[]] => ids.length > 0;
