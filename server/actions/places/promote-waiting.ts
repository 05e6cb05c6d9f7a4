import { isOpenToPeople } from '../../domain/cluster-clock.ts';
import { clusterById, participantsOf } from '../../../db/events/clusters.ts';
import { eventById } from '../../../db/events/events.ts';
import { type Registration, registrationById } from '../../../db/people/registrations.ts';
import { seatCounts, seatRegistrations, totalSeats, waitingIn } from '../../../db/seats/seats.ts';
import type { Tx } from '../../../db/schema.ts';
import type { Context } from '../../context.ts';
import { planPromotions } from '../../domain/seats/seating.ts';
import { found } from '../../errors.ts';
import { type AuditActor, audited } from '../audited.ts';
import { settleList } from '../lists/settle-list.ts';

export type FreedSeats = {
  clusterId: string;
  /** Whose place came free: its own people come first. Left out when no unit is meant, as with a higher maximum. */
  unitId?: string;
  at: string;
  /** Whose act made the places free. */
  actor: AuditActor;
};

/**
 * Gives free places to those who wait, when the event says so and the cluster is not over: in the transaction that made
 * the places, on the counts as they are now. Who moved up, in order.
 */
export async function promoteWaiting(
  context: Context,
  tx: Tx,
  { clusterId, unitId = '', at, actor }: FreedSeats,
): Promise<Registration[]> {
  const cluster = found(await clusterById(tx, { kind: 'all' }, clusterId));
  const event = found(await eventById(tx, cluster.eventId));
  // No one can take a seat in a meeting that is over; giving it would only make the lists untrue.
  if (!event.promotesFreedPlaces || !isOpenToPeople(cluster, at)) return [];
  const counts = await seatCounts(tx, clusterId);
  const participants = await participantsOf(tx, clusterId);
  const promoted = planPromotions(
    {
      max: cluster.max,
      seatedInCluster: totalSeats(counts).seated,
      units: new Map(
        participants.map((unit) => [unit.unitId, { quota: unit.quota, seated: counts.get(unit.unitId)?.seated ?? 0 }]),
      ),
      waiting: await waitingIn(tx, clusterId),
    },
    unitId,
  );
  await seatRegistrations(
    tx,
    promoted.map((waiting) => waiting.registrationId),
  );
  for (const unit of new Set(promoted.map((waiting) => waiting.unitId))) {
    const ids = promoted.filter((waiting) => waiting.unitId === unit).map((waiting) => waiting.registrationId);
    await audited(context, tx, actor, {
      action: 'delegates_promoted',
      subject: `cluster:${clusterId}`,
      detail: { unit, registrations: ids.join(','), seated: ids.length },
    });
    await settleList(context, tx, { event, clusterId, unitId: unit, at, act: 'changed' });
  }
  const moved: Registration[] = [];
  for (const { registrationId } of promoted) {
    moved.push(found(await registrationById(tx, { kind: 'all' }, registrationId)));
  }
  return moved;
}
