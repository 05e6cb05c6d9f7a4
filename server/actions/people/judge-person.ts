/** The details of one person as a line of a list: the same fields, the same rules. */

import type { Person } from '../../../db/people/people.ts';
import type { KnownPerson, Registration } from '../../../db/people/registrations.ts';
import type { Category } from '../../domain/category.ts';
import { type CheckedLine, checkList, type DelegateDraft, keepingNames } from '../../domain/list/check-list.ts';
import type { ListRules } from '../../domain/list/rules.ts';
import { emptyRow, type RowField, rowFields, type TypedRow } from '../../domain/list/row.ts';
import { fold } from '../../domain/vietnamese/fold.ts';
import { showPhone } from '../../domain/vietnamese/phone.ts';
import { sha256 } from '../../keys.ts';
import type { ListFacts } from '../lists/list-facts.ts';

/** A person by themselves or a row of the list: both say the same of somebody. */
type Details = Pick<Person, 'honorific' | 'fullName' | 'position' | 'workplace' | 'phone' | 'email' | 'note'> &
  (Pick<Person, 'categories'> | Pick<Registration, 'categoryCodes'>);

const codesOf = (person: Details): string[] =>
  'categoryCodes' in person ? person.categoryCodes : person.categories.map(({ code }) => code);

/** As the form shows it and as a clerk would type it. */
export const typedOf = (person: Details): TypedRow => ({
  ...emptyRow(),
  honorific: person.honorific,
  fullName: person.fullName,
  position: person.position,
  workplace: person.workplace,
  category: codesOf(person).join(', '),
  phone: person.phone === undefined ? '' : showPhone(person.phone),
  email: person.email ?? '',
  note: person.note,
});

/** A line in good order as a form shows it, the cells put right. */
export const typedFrom = (draft: DelegateDraft, categories: readonly Category[]): TypedRow =>
  typedOf({
    ...draft,
    categories: draft.categoryIds.flatMap((id) => categories.find((category) => category.id === id) ?? []),
  });

/** Changes with every change of the person's details: a form that was opened before it must not overwrite it. */
export const fingerprintOf = (person: Details): string =>
  sha256(JSON.stringify(rowFields.map((field) => typedOf(person)[field]))).slice(0, 16);

/**
 * Judges a line by the rules of the list it is to stand in.
 *
 * @param held the categories the place has been granted already: what an organiser once allowed is not asked again
 * @param besides registrations that are not held against the line: its own, and one it is merged with
 */
export function judgePerson(
  typed: TypedRow,
  { facts, held, besides }: { facts: ListFacts; held: Person['categories']; besides: readonly string[] },
): CheckedLine {
  const { known } = facts.rules;
  const [line] = checkList([keepingNames(known)(typed)], rulesFor(facts.rules, { held, known, besides }));
  if (!line) throw new Error('A list of one line was checked and gave none.');
  return line;
}

function rulesFor(
  rules: ListRules,
  { held, known, besides }: { held: Person['categories']; known: readonly KnownPerson[]; besides: readonly string[] },
): ListRules {
  const granted = new Set(held.map(({ code }) => code));
  const grant = (category: Category): Category => ({ ...category, hostOnly: false, level: rules.level });
  return {
    ...rules,
    categories: rules.categories.map((category) => (granted.has(category.code) ? grant(category) : category)),
    known: known.filter(({ registrationId }) => !besides.includes(registrationId)),
    // Who is named one by one is meant: the first holder of a place may take it back.
    left: [],
    // This person has a row already, so no guest of another cluster is linked to it.
    otherClusters: [],
  };
}

/** A name that is on the list already asks for an answer before anything is written, unless it was there before. */
export function needsReview(line: CheckedLine, knownAs: string | undefined): boolean {
  if (line.typed.anotherPerson === true) return false;
  if (line.verdict === 'duplicate') return true;
  const isNewName = knownAs === undefined || fold(line.typed.fullName) !== fold(knownAs);
  return isNewName && line.problems.some(({ code }) => code === 'possible_duplicate');
}

/** The fields in which a line differs from what is stored. */
export function changedFields(person: Person, draft: DelegateDraft, categories: readonly Category[]): RowField[] {
  const codes = draft.categoryIds.map((id) => categories.find((category) => category.id === id)?.code ?? '');
  const before = person.categories.map(({ code }) => code);
  const isSameSet = codes[0] === before[0] && [...codes].sort().join() === [...before].sort().join();
  const isChanged: Record<RowField, boolean> = {
    honorific: draft.honorific !== person.honorific,
    fullName: draft.fullName !== person.fullName,
    position: draft.position !== person.position,
    workplace: draft.workplace !== person.workplace,
    category: !isSameSet,
    phone: draft.phone !== person.phone,
    email: draft.email !== person.email,
    note: draft.note !== person.note,
  };
  return rowFields.filter((field) => isChanged[field]);
}

/**
 * What a unit cannot change by itself once its list takes no rows directly: who comes and as what. How somebody is
 * reached stays open to the end, because a returned letter must be fixed on the last evening too.
 */
export const WHO_COMES: readonly RowField[] = ['fullName', 'position', 'workplace', 'category'];
