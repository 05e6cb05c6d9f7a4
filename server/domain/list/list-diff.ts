/**
 * A list that comes again, compared with the one that is there: who is new, who changed in what, who is gone. Nothing is
 * decided here; the clerk sees the differences and says which to carry out.
 */
import type { Category } from '../category.ts';
import type { DelegateDraft } from './check-list.ts';
import { type RowField, rowFields } from './row.ts';
import { perhapsSame } from './renamed.ts';
import { fold } from '../vietnamese/fold.ts';

/** What both sides say of a person. `categoryCodes` has the main one first; '' where nothing is known. */
type Person = Record<Exclude<RowField, 'category'>, string> & { categoryCodes: readonly string[] };

export type ListedDelegate = Person & { registrationId: string };
/** A line of the new list that is in good order. */
export type IncomingDelegate = Person & { line: number };

export type FieldChange = { registrationId: string; line: number; field: RowField; from: string; to: string };

export type ListDiff = {
  added: IncomingDelegate[];
  changed: FieldChange[];
  gone: ListedDelegate[];
  /** Gone and added, and perhaps the same person under a name spelt anew; they stand in `gone` and `added` too. */
  renamed: { registrationId: string; line: number; by: 'contact' | 'post'; changes: FieldChange[] }[];
  /** Met, and the same in every field compared. */
  unchanged: { registrationId: string; line: number }[];
};

/**
 * Matches by folded name; where several share one, by position and workplace, then by either, then by phone or e-mail. A
 * name left over once on each side is one person who moved; left over more often nobody can tell, so it stays gone and
 * added.
 * @param fields the fields the new list has a column for; the others keep what they hold. So does an empty cell for
 * honorific, phone, e-mail or note: lists come again without what somebody has added since, which says nothing against it.
 */
export function diffList(
  listed: readonly ListedDelegate[],
  incoming: readonly IncomingDelegate[],
  fields: readonly RowField[] = rowFields,
): ListDiff {
  // A name or an honorific may come out of two columns, and changes once all the same.
  const compared = [...new Set(fields)];
  const diff: ListDiff = { added: [], changed: [], gone: [], renamed: [], unchanged: [] };
  const pairs = new Map<IncomingDelegate, ListedDelegate>();
  const byName = groupByName(listed);
  for (const [key, lines] of groupByName(incoming)) {
    for (const [line, delegate] of pair(byName.get(key) ?? [], lines, compared)) pairs.set(line, delegate);
  }
  for (const line of incoming) {
    const delegate = pairs.get(line);
    if (!delegate) diff.added.push(line);
    else {
      const changes = changesOf(delegate, line, compared);
      diff.changed.push(...changes);
      if (changes.length === 0) diff.unchanged.push({ registrationId: delegate.registrationId, line: line.line });
    }
  }
  const met = new Set(pairs.values());
  diff.gone = listed.filter((delegate) => !met.has(delegate));
  diff.renamed = perhapsSame(diff.gone, diff.added).map(({ gone, added, by }) => ({
    registrationId: gone.registrationId,
    line: added.line,
    by,
    changes: changesOf(gone, added, compared),
  }));
  return diff;
}

/** A checked line as the comparison takes it. */
export function incomingDelegate(
  line: number,
  draft: DelegateDraft,
  categories: readonly Category[],
): IncomingDelegate {
  const codes = new Map(categories.map(({ id, code }) => [id, code]));
  const { honorific, fullName, position, workplace, note, phone = '', email = '' } = draft;
  const categoryCodes = draft.categoryIds.map((id) => codes.get(id) ?? id);
  return { line, honorific, fullName, position, workplace, phone, email, note, categoryCodes };
}

/** A registration as the comparison takes it. */
export function listedDelegate({ id, phone = '', email = '', ...registration }: RegistrationFacts): ListedDelegate {
  const { honorific, fullName, position, workplace, note, categoryCodes } = registration;
  return { registrationId: id, honorific, fullName, position, workplace, phone, email, note, categoryCodes };
}

type RegistrationFacts = Omit<Person, 'phone' | 'email'> & {
  id: string;
  phone?: string | undefined;
  email?: string | undefined;
};

function groupByName<One extends Person>(people: readonly One[]): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const person of people) {
    const key = fold(person.fullName);
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return groups;
}

/** From the surest sign to the weakest: a person found by a surer one is out of the reach of the next. */
function pair(
  listed: readonly ListedDelegate[],
  lines: readonly IncomingDelegate[],
  fields: readonly RowField[],
): Pair[] {
  const pairs: Pair[] = [];
  const left = { listed: [...listed], lines: [...lines] };
  const take = (isSame: IsSame) => {
    for (const [line, delegate] of matchMost(left.listed, left.lines, isSame)) {
      pairs.push([line, delegate]);
      left.listed.splice(left.listed.indexOf(delegate), 1);
      left.lines.splice(left.lines.indexOf(line), 1);
    }
  };
  const samePosition = (one: Person, other: Person) => fold(one.position) === fold(other.position);
  const sameWorkplace = (one: Person, other: Person) => fold(one.workplace) === fold(other.workplace);
  // Exact matches first, empty cells included; then matches that merely do not contradict.
  take((delegate, line) => fields.every((field) => isSameText(field, textOf(delegate, field), textOf(line, field))));
  take((delegate, line) => changesOf(delegate, line, fields).length === 0);
  take((delegate, line) => samePosition(delegate, line) && sameWorkplace(delegate, line));
  take(samePosition);
  take((delegate, line) => line.workplace !== '' && sameWorkplace(delegate, line));
  take((delegate, line) => line.phone !== '' && delegate.phone === line.phone);
  take((delegate, line) => line.email !== '' && delegate.email.toLowerCase() === line.email.toLowerCase());
  if (left.listed.length === 1 && left.lines.length === 1) take(() => true);
  return pairs;
}

type Pair = [IncomingDelegate, ListedDelegate];
type IsSame = (delegate: ListedDelegate, line: IncomingDelegate) => boolean;

/**
 * As many pairs as there can be. Taking the first that fits would leave a namesake over where an empty cell fits two
 * people, and the same list sent again would show a difference that is none. (Maximum bipartite matching by augmenting
 * paths.)
 */
function matchMost(listed: readonly ListedDelegate[], lines: readonly IncomingDelegate[], isSame: IsSame): Pair[] {
  const lineOf = new Map<ListedDelegate, IncomingDelegate>();
  const place = (line: IncomingDelegate, tried: Set<ListedDelegate>): boolean =>
    listed.some((delegate) => {
      if (tried.has(delegate) || !isSame(delegate, line)) return false;
      tried.add(delegate);
      const holder = lineOf.get(delegate);
      if (holder && !place(holder, tried)) return false;
      lineOf.set(delegate, line);
      return true;
    });
  for (const line of lines) place(line, new Set());
  return [...lineOf].map(([delegate, line]) => [line, delegate]);
}

function changesOf(delegate: ListedDelegate, line: IncomingDelegate, fields: readonly RowField[]): FieldChange[] {
  return fields.flatMap((field) => {
    const [from, to] = [textOf(delegate, field), textOf(line, field)];
    if (isSameText(field, from, to) || (to === '' && KEPT_WHEN_EMPTY.includes(field))) return [];
    return [{ registrationId: delegate.registrationId, line: line.line, field, from, to }];
  });
}

const KEPT_WHEN_EMPTY: readonly RowField[] = ['honorific', 'phone', 'email', 'note'];

const isSameText = (field: RowField, from: string, to: string): boolean =>
  field === 'email' ? from.toLowerCase() === to.toLowerCase() : from === to;

/** The main category counts by its place, the others only by being there. */
function textOf(person: Person, field: RowField): string {
  if (field !== 'category') return person[field];
  const [main = '', ...others] = person.categoryCodes;
  return [main, ...others.toSorted()].join(', ');
}
