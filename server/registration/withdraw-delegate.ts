import { appendAudit } from '../../db/audit.ts';
import { clusterById } from '../../db/clusters.ts';
import { eventById } from '../../db/events.ts';
import { revokeInvitationsOf } from '../../db/invitations.ts';
import { insertWithdrawal } from '../../db/registration-writes.ts';
import { type Registration, registrationById } from '../../db/registrations.ts';
import type { Tx } from '../../db/schema.ts';
import { type Context, instant } from '../context.ts';
import { type Actor, scopeOf } from '../domain/account.ts';
import { found } from '../http/errors.ts';
import { promoteWaiting } from '../seats/promote-waiting.ts';
import { settleList } from '../seats/settle-list.ts';

export type Withdrawal = { registrationId: string; reason: string };
export type Withdrawn = { registration: Registration; promoted: Registration[] };

/**
 * Takes a delegate off the list: the code dies at once, and the place goes to the first who waits when the event says
 * so. All in one transaction. A delegate who is gone already, or another unit's, is not found.
 */
export const withdrawDelegate = (context: Context, actor: Actor, withdrawal: Withdrawal): Promise<Withdrawn> =>
  context.db.write((tx) => withdrawIn(context, tx, { actor, ...withdrawal }));

/** The same within a transaction that does more. */
export async function withdrawIn(
  context: Context,
  tx: Tx,
  { actor, registrationId, reason }: Withdrawal & { actor: Actor },
): Promise<Withdrawn> {
  const at = instant(context);
  const by = `account:${actor.accountId}`;
  const registration = found(await registrationById(tx, scopeOf(actor), registrationId));
  const { clusterId, unitId, seat } = registration;
  await insertWithdrawal(tx, { registrationId, at, by: actor.accountId, reason });
  await revokeInvitationsOf(tx, registrationId, { at, why: 'withdrawn', reason });
  await appendAudit(tx, context.keys.auditMac, {
    at,
    actor: by,
    action: 'delegate_withdrawn',
    subject: `registration:${registrationId}`,
    detail: { unit: unitId },
  });
  const promoted = seat === 'seated' ? await promoteWaiting(context, tx, { clusterId, unitId, at, actor: by }) : [];
  const cluster = found(await clusterById(tx, { kind: 'all' }, clusterId));
  const event = found(await eventById(tx, cluster.eventId));
  await settleList(context, tx, { event, clusterId, unitId, at, act: 'changed' });
  return { registration, promoted };
}
