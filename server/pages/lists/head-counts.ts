/** How many are expected and how many have come, by unit and in all. Numbers only: they may be shown to every unit. */
import type { ListFacts } from './load-list.ts';
import { isExpected } from './who-is-listed.ts';

export type HeadCount = { present: number; expected: number; late: number };

export type HeadCounts = { total: HeadCount; byUnit: Map<string, HeadCount> };

export function headCounts({ groups, presence }: Pick<ListFacts, 'groups' | 'presence'>): HeadCounts {
  const total = { present: 0, expected: 0, late: 0 };
  const byUnit = new Map<string, HeadCount>();
  for (const { unit, people } of groups) {
    const listed = people.filter((delegate) => isExpected({ presence }, delegate));
    const arrivals = listed.flatMap((delegate) => presence.get(delegate.id) ?? []);
    const late = arrivals.filter((arrival) => arrival.punctuality === 'late').length;
    byUnit.set(unit.id, { present: arrivals.length, expected: listed.length, late });
    total.present += arrivals.length;
    total.expected += listed.length;
    total.late += late;
  }
  return { total, byUnit };
}
