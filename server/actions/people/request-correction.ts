import { insertChangeRequest, sameOpenRequest } from '../../../db/lists/change-requests.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import type { CheckedLine } from '../../domain/list/check-list.ts';
import { audited } from '../audited.ts';
import type { Correction } from './correct-delegate.ts';
import { type CorrectionPlan, judgeCorrection, type NoCorrection } from './judge-correction.ts';
import { typedFrom, typedOf } from './judge-person.ts';

export type CorrectionWish = Omit<Correction, 'overrideReason'> & { reason: string };

export type CorrectionWishResult =
  | { kind: 'asked'; id: string; isNew: boolean }
  /** Nothing keeps the correction from being saved directly. */
  | { kind: 'not_needed'; line: CheckedLine }
  | { kind: 'another_name'; line: CheckedLine }
  | NoCorrection;

/**
 * Keeps a correction that the list no longer takes directly, as it was and as it is wanted, for the organiser to decide
 * on. Nothing of the person changes before that. The same wish sent twice is one request.
 */
export async function requestCorrection(
  context: Context,
  actor: Actor,
  { reason, isSamePerson, ...wish }: CorrectionWish,
): Promise<CorrectionWishResult> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<CorrectionWishResult> => {
    const plan = await judgeCorrection(tx, actor, { ...wish, overrideReason: '', at });
    if (plan.kind !== 'good') return plan;
    if (!plan.lock) return { kind: 'not_needed', line: plan.line };
    if (plan.asksWhoItIs && !isSamePerson) return { kind: 'another_name', line: plan.line };
    const { clusterId, unitId, registrationId } = plan.person;
    const request = { clusterId, unitId, registrationId, rows: rowsOf(plan) };
    const before = await sameOpenRequest(tx, request);
    if (before !== undefined) return { kind: 'asked', id: before, isNew: false };
    const id = context.newId();
    await insertChangeRequest(tx, { ...request, id, reason, at, by: actor.accountId });
    await audited(context, tx, actor, {
      action: 'change_requested',
      subject: `cluster:${clusterId}`,
      detail: { unit: unitId, request: id, rows: 1, registrations: registrationId, reason },
    });
    return { kind: 'asked', id, isNew: true };
  });
}

/** As it was and as it is wanted: what is approved later are the fields in which the two differ, and no others. */
function rowsOf({ person, draft, fields, line, affected }: CorrectionPlan) {
  const asItWas = typedOf(person);
  const asTyped = typedFrom(draft, affected[0].facts.rules.categories);
  const wanted = { ...asItWas };
  for (const field of fields) wanted[field] = asTyped[field];
  const { anotherPerson, keepsName } = line.typed;
  return [asItWas, { ...wanted, ...(anotherPerson && { anotherPerson }), ...(keepsName && { keepsName }) }];
}
