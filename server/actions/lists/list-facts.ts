/** What the rules need to know about a unit's list in a cluster, loaded within the actor's scope. */
import { isPastDeadline } from '../../domain/cluster-clock.ts';
import { type Cluster, clusterById, type Participant, participantsOf } from '../../../db/events/clusters.ts';
import { categoriesOf, type Event, eventById } from '../../../db/events/events.ts';
import { knownInOtherClusters, knownPeople, peopleWhoLeft } from '../../../db/people/registrations.ts';
import { seatCounts, totalSeats } from '../../../db/seats/seats.ts';
import type { Reader } from '../../../db/schema.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import { type Category, mayRegister } from '../../domain/category.ts';
import type { Left, ListRules } from '../../domain/list/rules.ts';
import { dayMonth, inZone } from '../../domain/words/document-date.ts';
import { standingOf, type WayIn, wayIn } from '../../domain/list/list-status.ts';
import type { Capacity } from '../../domain/seats/seating.ts';
import { found } from '../../errors.ts';

export type ListFacts = {
  event: Event;
  cluster: Cluster;
  unit: Participant;
  /** The categories this unit may use. */
  categories: Category[];
  capacity: Capacity;
  waitingInCluster: number;
  rules: ListRules;
};

/**
 * @param unitId the unit an organiser works for; a registrar's comes from the session and nothing else
 * @throws NotFound when the cluster or the unit is not there for this actor
 */
export async function loadListFacts(
  db: Reader,
  actor: Actor,
  { clusterId, unitId, overrides = false }: { clusterId: string; unitId: string | undefined; overrides?: boolean },
): Promise<ListFacts> {
  const cluster = found(await clusterById(db, scopeOf(actor), clusterId));
  const event = found(await eventById(db, cluster.eventId));
  const wanted = actor.role === 'registrar' ? actor.unitId : (unitId ?? event.leadUnit.id);
  const unit = found((await participantsOf(db, cluster.id)).find((participant) => participant.unitId === wanted));
  const counts = await seatCounts(db, cluster.id);
  const own = counts.get(unit.unitId) ?? { seated: 0, waiting: 0 };
  const total = totalSeats(counts);
  const level = unit.unitId === event.leadUnit.id ? 'city' : 'district';
  const categories = await categoriesOf(db, event.id);
  const mayOverride = overrides && actor.role !== 'registrar';
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
      mayOverride,
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
  actor.role === 'registrar' && isPastDeadline(cluster, at);

/** Whether the actor's rows go straight into this list, or as a request the organiser decides on. */
export const wayInto = (actor: Actor, { cluster, unit, event }: ListFacts, at: string): WayIn =>
  wayIn({
    list: standingOf(unit),
    acceptsByHand: event.acceptsByHand,
    isOrganiser: actor.role !== 'registrar',
    isPastDeadline: isListClosedFor(actor, cluster, at),
  });
