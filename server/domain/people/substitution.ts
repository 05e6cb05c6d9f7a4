/**
 * Cử người đi thay: one place, held by one person after another. Each holder has a registration of their own; the old
 * one is withdrawn when the next takes over, and both names stay.
 */
import { isClosed, isOver } from '../cluster-clock.ts';
import { fold } from '../vietnamese/fold.ts';

export type Holder = { registrationId: string; honorific: string; fullName: string };

/** The predecessor of each registration, by the registration of the substitute. */
export type Predecessors = ReadonlyMap<string, Holder>;

/**
 * The person on whose place somebody sits: the first who held it, because that is whom the unit named and the office
 * invited ("đi thay Ông …"). Undefined for a delegate who is no substitute, and for the first holder who came back: that
 * person is in a place of their own.
 */
export function standsFor(person: Omit<Holder, 'honorific'>, predecessors: Predecessors): Holder | undefined {
  const first = earlierHolders(person.registrationId, predecessors)[0];
  return first && fold(first.fullName) !== fold(person.fullName) ? first : undefined;
}

/** Everybody who held the place before, the first one first. */
export function earlierHolders(registrationId: string, predecessors: Predecessors): Holder[] {
  const holders: Holder[] = [];
  let before = predecessors.get(registrationId);
  while (before && !holders.includes(before)) {
    holders.unshift(before);
    before = predecessors.get(before.registrationId);
  }
  return holders;
}

/**
 * Until when a place can change hands or come free. Units may to the end of the meeting, long after their lists are
 * closed; the organiser may, for what came to light late, until the attendance of the cluster is closed. After that the
 * list is what the meeting was held and paid with.
 */
export function peopleMayLeave(
  cluster: { endsAt: string; closedAt: string | undefined },
  { at, isOrganiser }: { at: string; isOrganiser: boolean },
): boolean {
  if (isClosed(cluster)) return false;
  return isOrganiser || !isOver(cluster, at);
}
