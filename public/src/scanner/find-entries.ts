/** Finding a delegate in the roster by name, position or unit, without diacritics. */
import { fold, matchesSearch } from '../../../server/domain/vietnamese/fold.ts';
import { compareNames } from '../../../server/domain/vietnamese/name-order.ts';
import type { RosterEntry } from './roster.ts';

export function findEntries(entries: readonly RosterEntry[], query: string): RosterEntry[] {
  return entries
    .filter((entry) => matchesSearch(`${entry.fullName} ${entry.position} ${entry.workplace} ${entry.unitName}`, query))
    .sort((left, right) => compareNames(left.fullName, right.fullName));
}

export type NamePart = { text: string; isHit: boolean };

/** The words of a name, those marked that the query has found. */
export function markHits(name: string, query: string): NamePart[] {
  const parts = fold(query).split(' ').filter(Boolean);
  return name.split(' ').map((word) => ({ text: word, isHit: parts.some((part) => fold(word).startsWith(part)) }));
}
