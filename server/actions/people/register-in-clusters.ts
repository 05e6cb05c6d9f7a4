import { personById, registrationsOfDelegate } from '../../../db/people/people.ts';
import { insertRegistrations, lastListOrder } from '../../../db/people/registration-writes.ts';
import type { Tx } from '../../../db/schema.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import type { CheckedLine } from '../../domain/list/check-list.ts';
import { planSeating, type Seat } from '../../domain/seats/seating.ts';
import { found } from '../../errors.ts';
import { audited } from '../audited.ts';
import { settleList } from '../lists/settle-list.ts';
import { loadListFacts } from '../lists/list-facts.ts';
import { needsReview, judgePerson, typedOf } from './judge-person.ts';

export type RegisterResult =
  | { kind: 'registered'; registrationId: string; clusterNumber: number; seat: Seat }
  | { kind: 'registered_already'; registrationId: string; clusterNumber: number }
  | { kind: 'problems'; line: CheckedLine; clusterNumber: number }
  | { kind: 'withdrawn' };

export type ClusterWish = {
  registrationId: string;
  clusterId: string;
  /** Somebody has said that the namesake there is somebody else. */
  anotherPerson: boolean;
};

/**
 * Gives a guest of the city a place in a further cluster of the event: entered once, counted in each cluster, by the
 * same seating rule as everybody. Only the city's list takes part in more than one cluster.
 */
export const registerInClusters = (context: Context, actor: Actor, wish: ClusterWish): Promise<RegisterResult> =>
  context.db.write((tx) => registerInCluster(context, tx, { actor, ...wish }));

/** The same within a transaction that does more. */
export async function registerInCluster(
  context: Context,
  tx: Tx,
  { actor, registrationId, clusterId, anotherPerson }: ClusterWish & { actor: Actor },
): Promise<RegisterResult> {
  const at = instant(context);
  const person = found(await personById(tx, scopeOf(actor), registrationId));
  const { unitId } = found(person.isOfCity ? person : undefined);
  if (person.withdrawn) return { kind: 'withdrawn' };
  const facts = await loadListFacts(tx, actor, { clusterId, unitId });
  const { event, cluster, unit } = found(facts.event.id === person.eventId ? facts : undefined);
  const registrations = (await registrationsOfDelegate(tx, person.delegateId)).filter(
    (registration) => registration.clusterId === clusterId,
  );
  const held = registrations.find((registration) => !registration.isWithdrawn);
  if (held) {
    return { kind: 'registered_already', registrationId: held.registrationId, clusterNumber: cluster.number };
  }
  const typed = { ...typedOf(person), ...(anotherPerson && { anotherPerson }) };
  const line = judgePerson(typed, { facts, held: person.categories, besides: [] });
  if (!line.draft || needsReview(line, undefined)) return { kind: 'problems', line, clusterNumber: cluster.number };
  const [seat = 'waiting'] = planSeating(facts.capacity, 1);
  const id = context.newId();
  // A delegate row has one registration in a cluster, for good: a delegate who left comes back as a new row.
  const isKnownDelegate = registrations.length === 0;
  await insertRegistrations(tx, [
    {
      id,
      delegateId: isKnownDelegate ? person.delegateId : context.newId(),
      isKnownDelegate,
      eventId: event.id,
      clusterId,
      unit: { id: unit.unitId, name: unit.unitName },
      draft: line.draft,
      seat,
      listOrder: (await lastListOrder(tx, clusterId, unitId)) + 1,
      at,
      by: actor.accountId,
    },
  ]);
  await audited(context, tx, actor, {
    action: 'delegates_registered',
    subject: `cluster:${clusterId}`,
    detail: { unit: unitId, seated: seat === 'seated' ? 1 : 0, waiting: seat === 'waiting' ? 1 : 0, registrations: id },
  });
  // A returned list is the unit's to hand in again: one guest more is no answer to what it came back for.
  const act = unit.listState === 'returned' ? 'changed' : 'handed_in';
  await settleList(context, tx, { event, clusterId, unitId, at, act });
  return { kind: 'registered', registrationId: id, clusterNumber: cluster.number, seat };
}
