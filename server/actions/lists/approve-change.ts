import { type ChangeRequest, changeRequestById } from '../../../db/lists/change-requests.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import { isOfLeaver } from '../../domain/list/duplicates.ts';
import { planRegistration, type RegistrationPlan } from '../../domain/list/registration-plan.ts';
import { found } from '../../errors.ts';
import { loadListFacts } from './list-facts.ts';
import { recordDecision } from './record-decision.ts';
import { carryOutPlan } from './register-delegates.ts';

export type Approval =
  | { kind: 'approved'; request: ChangeRequest; plan: RegistrationPlan }
  /** The rules have changed since the unit asked; nothing was written. */
  | { kind: 'problems'; request: ChangeRequest; plan: RegistrationPlan }
  | { kind: 'decided_before'; request: ChangeRequest };

/**
 * Lets the rows of a request in: the same plan and the same seating rule as for any list, on the counts of this very
 * transaction. A delegate without a seat waits. One registered in the meantime is skipped as a duplicate.
 */
export async function approveChange(context: Context, actor: Actor, requestId: string): Promise<Approval> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<Approval> => {
    const request = found(await changeRequestById(tx, scopeOf(actor), requestId));
    if (request.decision) return { kind: 'decided_before', request };
    // A correction is decided by approve-correction: its rows add no delegate.
    found(request.correction ? undefined : request);
    const facts = await loadListFacts(tx, actor, request);
    const plan = planRegistration(request.rows, facts.rules, facts.capacity);
    // A decision is final: a requested delegate must not be skipped because a namesake has left meanwhile.
    const isPassedOver = plan.lines.some(({ problems }) => problems.some(({ code }) => isOfLeaver(code)));
    if (plan.problems > 0 || isPassedOver) return { kind: 'problems', request, plan };
    await carryOutPlan(context, tx, { actor, facts, plan, at, detail: { request: requestId }, isDecided: true });
    const counts = { seated: plan.seated, waiting: plan.waiting };
    await recordDecision(context, tx, { actor, request, verdict: 'approved', reason: '', at, counts });
    return { kind: 'approved', request, plan };
  });
}
