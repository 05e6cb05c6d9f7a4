import { clusterById } from '../../../db/events/clusters.ts';
import { eventById } from '../../../db/events/events.ts';
import { revokeInvitationsOf } from '../../../db/letters/invitations.ts';
import { insertWithdrawal } from '../../../db/people/registration-writes.ts';
import { type Registration, registrationById } from '../../../db/people/registrations.ts';
import { admissionsOf } from '../../../db/door/scans.ts';
import type { Tx } from '../../../db/schema.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf, isOrganiser } from '../../domain/account.ts';
import { peopleMayLeave } from '../../domain/people/substitution.ts';
import { found } from '../../errors.ts';
import { audited } from '../audited.ts';
import { promoteWaiting } from '../places/promote-waiting.ts';
import { settleList } from '../lists/settle-list.ts';
import { fingerprintOf } from './judge-person.ts';

export type Withdrawal = {
  registrationId: string;
  reason: string;
  /** The fingerprint of the person whom the page named; empty from a script that showed no page. */
  version?: string;
};

export type WithdrawResult =
  | { kind: 'withdrawn'; registration: Registration; promoted: Registration[] }
  /**
   * `present`: the door has let them in, and attendance is no state of a registration. `over`: the list is that of a
   * meeting that was held. `overtaken`: the page named somebody else, or said other things of them.
   */
  | { kind: 'present' | 'over' | 'overtaken'; registration: Registration };

/**
 * Takes a delegate off the list: the code dies at once, and the place goes to the first who waits when the event says
 * so. All in one transaction.
 *
 * @throws NotFound when the delegate is gone already, or another unit's
 */
export const withdrawDelegate = (context: Context, actor: Actor, withdrawal: Withdrawal): Promise<WithdrawResult> =>
  context.db.write((tx) => withdrawIn(context, tx, { actor, ...withdrawal }));

/** The same within a transaction that does more. */
export async function withdrawIn(
  context: Context,
  tx: Tx,
  { actor, registrationId, reason, version = '' }: Withdrawal & { actor: Actor },
): Promise<WithdrawResult> {
  const at = instant(context);
  const registration = found(await registrationById(tx, scopeOf(actor), registrationId));
  const { clusterId, unitId, seat } = registration;
  const cluster = found(await clusterById(tx, { kind: 'all' }, clusterId));
  if (version !== '' && version !== fingerprintOf(registration)) return { kind: 'overtaken', registration };
  if ((await admissionsOf(tx, [registrationId])).length > 0) return { kind: 'present', registration };
  if (!peopleMayLeave(cluster, { at, isOrganiser: isOrganiser(actor) })) return { kind: 'over', registration };
  await insertWithdrawal(tx, { registrationId, at, by: actor.accountId, reason });
  await revokeInvitationsOf(tx, registrationId, { at, why: 'withdrawn', reason });
  await audited(context, tx, actor, {
    action: 'delegate_withdrawn',
    subject: `registration:${registrationId}`,
    detail: { unit: unitId },
  });
  const promoted = seat === 'seated' ? await promoteWaiting(context, tx, { clusterId, unitId, at, actor }) : [];
  const event = found(await eventById(tx, cluster.eventId));
  await settleList(context, tx, { event, clusterId, unitId, at, act: 'changed' });
  return { kind: 'withdrawn', registration, promoted };
}
