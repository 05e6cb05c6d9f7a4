import { eventById } from '../../../db/events/events.ts';
import { type Registration, registrationById } from '../../../db/people/registrations.ts';
import { seatRegistrations } from '../../../db/seats/seats.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import { judgeSeatByHand, type SeatsJudgement } from '../../domain/seats/capacity.ts';
import { found } from '../../errors.ts';
import { audited } from '../audited.ts';
import { settleList } from '../lists/settle-list.ts';
import { loadSeatFacts, unitIn } from './seat-facts.ts';

export type SeatedByHand =
  | { kind: 'seated'; registration: Registration; isAboveQuota: boolean }
  | (Extract<SeatsJudgement, { kind: 'refused' }> & { registration: Registration });

/**
 * Seats one who waits because the organiser decides so: above the unit's quota if need be, never above the cluster's
 * maximum. A delegate who was withdrawn is not found.
 */
export async function seatByHand(
  context: Context,
  actor: Actor,
  { registrationId, reason }: { registrationId: string; reason: string },
): Promise<SeatedByHand> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<SeatedByHand> => {
    const registration = found(await registrationById(tx, scopeOf(actor), registrationId));
    const { clusterId, unitId } = registration;
    const facts = await loadSeatFacts(tx, actor, clusterId);
    const unit = unitIn(facts, unitId);
    const judgement = judgeSeatByHand({ max: facts.cluster.max, seated: facts.seated }, registration.seat);
    if (judgement.kind === 'refused') return { ...judgement, registration };
    await seatRegistrations(tx, [registrationId]);
    const event = found(await eventById(tx, facts.cluster.eventId));
    const isAboveQuota = unit.seated >= unit.quota;
    await audited(context, tx, actor, {
      action: 'delegate_seated',
      subject: `registration:${registrationId}`,
      detail: { unit: unitId, aboveQuota: isAboveQuota, reason },
    });
    await settleList(context, tx, { event, clusterId, unitId, at, act: 'changed' });
    return { kind: 'seated', registration, isAboveQuota };
  });
}
