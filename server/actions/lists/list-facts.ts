/** What the rules need to know about a unit's list in a cluster, loaded within the actor's scope. */
import { isPastDeadline } from '../../domain/cluster-clock.ts';
import type { Cluster } from '../../../db/events/clusters.ts';
import { categoriesOf } from '../../../db/events/events.ts';
import { type List, listOf } from '../../../db/lists/lists.ts';
import {
  type KnownPerson,
  knownInOtherClusters,
  knownPeople,
  peopleWhoLeft,
} from '../../../db/people/registrations.ts';
import { seatCounts, totalSeats } from '../../../db/seats/seats.ts';
import type { Reader } from '../../../db/schema.ts';
import { type Actor, scopeOf, isOrganiser, isRegistrar } from '../../domain/account.ts';
import { type Category, mayRegister } from '../../domain/category.ts';
import type { Left, ListRules } from '../../domain/list/rules.ts';
import { dayMonth, inZone } from '../../domain/words/document-date.ts';
import { standingOf, type WayIn, wayIn } from '../../domain/list/list-status.ts';
import type { Capacity } from '../../domain/seats/seating.ts';
import { found } from '../../errors.ts';

export type ListFacts = List & {
  /** The categories this unit may use. */
  categories: Category[];
  capacity: Capacity;
  waitingInCluster: number;
  rules: Omit<ListRules, 'known'> & { known: readonly KnownPerson[] };
};

/** @param unitId the unit an organiser works for; a registrar's comes from the session and nothing else */
type WantedList = { clusterId: string; unitId: string | undefined };

/**
 * Which list it is and how it stands: all that a write needs which judges no row.
 *
 * @throws NotFound when the cluster or the unit is not there for this actor
 */
export async function loadList(db: Reader, actor: Actor, { clusterId, unitId }: WantedList): Promise<List> {
  // A registrar without a unit has no list, not that of the unit that holds the event.
  const wanted = isRegistrar(actor) ? found(actor.unitId) : unitId;
  return found(await listOf(db, scopeOf(actor), { clusterId, unitId: wanted }));
}

/** @throws NotFound when the cluster or the unit is not there for this actor */
export async function loadListFacts(
  db: Reader,
  actor: Actor,
  { overrides = false, ...wanted }: WantedList & { overrides?: boolean },
): Promise<ListFacts> {
  const { event, cluster, unit } = await loadList(db, actor, wanted);
  const counts = await seatCounts(db, cluster.id);
  const own = counts.get(unit.unitId) ?? { seated: 0, waiting: 0 };
  const total = totalSeats(counts);
  const level = unit.unitId === event.leadUnit.id ? 'city' : 'district';
  const categories = await categoriesOf(db, event.id);
  return {
    event,
    cluster,
    unit,
    categories: categories.filter((category) =>
      mayRegister({ isLead: level === 'city', isHost: unit.isHost }, category),
    ),
    capacity: {
      max: cluster.max,
      quota: unit.quota,
      seatedInCluster: total.seated,
      seatedInUnit: own.seated,
      waitingInUnit: own.waiting,
    },
    waitingInCluster: total.waiting,
    rules: {
      categories,
      isHost: unit.isHost,
      mayOverride: overrides && isOrganiser(actor),
      level,
      known: await knownPeople(db, cluster.id, unit.unitId),
      left: await whoLeft(db, cluster, unit.unitId),
      ...(level === 'city' && { otherClusters: await knownInOtherClusters(db, cluster.id, unit.unitId) }),
    },
  };
}

async function whoLeft(db: Reader, { id, zone }: Cluster, unitId: string): Promise<Left[]> {
  const people = await peopleWhoLeft(db, id, unitId);
  return people.map(({ fullName, nameFolded, at, reason, replacedBy }) => ({
    fullName,
    nameFolded,
    day: dayMonth(inZone(at, zone)),
    reason,
    ...(replacedBy !== undefined && { replacedBy }),
  }));
}

/** After the deadline units can only withdraw and substitute; the organiser still may. */
export const isListClosedFor = (actor: Actor, cluster: Cluster, at: string): boolean =>
  isRegistrar(actor) && isPastDeadline(cluster, at);

/** Whether the actor's rows go straight into this list, or as a request the organiser decides on. */
export const wayInto = (actor: Actor, { cluster, unit, event }: List, at: string): WayIn =>
  wayIn({
    list: standingOf(unit),
    acceptsByHand: event.acceptsByHand,
    isOrganiser: isOrganiser(actor),
    isPastDeadline: isListClosedFor(actor, cluster, at),
  });
