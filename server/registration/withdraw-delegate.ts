import { appendAudit } from '../../db/audit.ts';
import { type Cluster, clusterById, participantsOf } from '../../db/clusters.ts';
import { eventById } from '../../db/events.ts';
import { revokeInvitationsOf } from '../../db/invitations.ts';
import {
  insertWithdrawal,
  type Registration,
  registrationById,
  seatCounts,
  seatRegistrations,
  totalSeats,
  waitingIn,
} from '../../db/registrations.ts';
import type { Tx } from '../../db/schema.ts';
import { type Context, instant } from '../context.ts';
import { type Actor, scopeOf } from '../domain/account.ts';
import { planPromotions } from '../domain/seating.ts';
import { found } from '../http/errors.ts';
import { settleList } from './settle-list.ts';

export type Withdrawn = { registration: Registration; promoted: Registration[] };

/**
 * Takes a delegate off the list: the code dies at once, and the place goes to the first who waits when the event says
 * so. All in one transaction. A delegate who is gone already, or another unit's, is not found.
 */
export async function withdrawDelegate(
  context: Context,
  actor: Actor,
  { registrationId, reason }: { registrationId: string; reason: string },
): Promise<Withdrawn> {
  const at = instant(context);
  const scope = scopeOf(actor);
  return await context.db.write(async (tx) => {
    const registration = found(await registrationById(tx, scope, registrationId));
    const cluster = found(await clusterById(tx, scope, registration.clusterId));
    await insertWithdrawal(tx, { registrationId, at, by: actor.accountId, reason });
    await revokeInvitationsOf(tx, registrationId, { at, why: 'withdrawn', reason });
    const promoted = registration.seat === 'seated' ? await promoteWaiting(tx, cluster, registration.unitId, at) : [];
    await appendAudit(tx, context.keys.auditMac, {
      at,
      actor: `account:${actor.accountId}`,
      action: 'delegate_withdrawn',
      subject: `registration:${registrationId}`,
      detail: { promoted: promoted.join(',') },
    });
    const moved: Registration[] = [];
    for (const id of promoted) moved.push(found(await registrationById(tx, { kind: 'all' }, id)));
    return { registration, promoted: moved };
  });
}

async function promoteWaiting(tx: Tx, cluster: Cluster, unitId: string, at: string): Promise<string[]> {
  const event = found(await eventById(tx, cluster.eventId));
  if (!event.promotesFreedPlaces) return [];
  const counts = await seatCounts(tx, cluster.id);
  const participants = await participantsOf(tx, cluster.id);
  const promoted = planPromotions(
    {
      max: cluster.max,
      seatedInCluster: totalSeats(counts).seated,
      units: new Map(
        participants.map((unit) => [unit.unitId, { quota: unit.quota, seated: counts.get(unit.unitId)?.seated ?? 0 }]),
      ),
      waiting: await waitingIn(tx, cluster.id),
    },
    unitId,
  );
  await seatRegistrations(
    tx,
    promoted.map((waiting) => waiting.registrationId),
  );
  for (const unit of new Set(promoted.map((waiting) => waiting.unitId))) {
    await settleList(tx, { event, clusterId: cluster.id, unitId: unit, at, isHandIn: false });
  }
  return promoted.map((waiting) => waiting.registrationId);
}
