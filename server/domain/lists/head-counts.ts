/** How many are expected and how many have come, by unit and in all. Numbers only: every unit may see them. */
import { isExpected, type Presence } from '../door/attendance.ts';
import type { Seat } from '../seats/seating.ts';

export type HeadCount = { present: number; expected: number; late: number };

export type HeadCounts = { total: HeadCount; byUnit: Map<string, HeadCount> };

/** A registration as far as it is counted. */
export type Counted = { id: string; seat: Seat; isWithdrawn: boolean };

export function headCounts({
  groups,
  presence,
}: {
  groups: readonly { unit: { id: string }; people: readonly Counted[] }[];
  presence: ReadonlyMap<string, Presence>;
}): HeadCounts {
  const total = { present: 0, expected: 0, late: 0 };
  const byUnit = new Map<string, HeadCount>();
  for (const { unit, people } of groups) {
    const listed = people.filter((delegate) => isExpected(delegate, presence.has(delegate.id)));
    const arrivals = listed.flatMap((delegate) => presence.get(delegate.id) ?? []);
    const late = arrivals.filter((arrival) => arrival.punctuality === 'late').length;
    byUnit.set(unit.id, { present: arrivals.length, expected: listed.length, late });
    total.present += arrivals.length;
    total.expected += listed.length;
    total.late += late;
  }
  return { total, byUnit };
}
