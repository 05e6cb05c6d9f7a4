import { type ChangeRequest, changeRequestById } from '../../../db/lists/change-requests.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import { found } from '../../errors.ts';
import { recordDecision } from './record-decision.ts';

export type Refusal = { kind: 'refused' | 'decided_before'; request: ChangeRequest };

/** Turns a request down; the unit sees the reason. Its list stays exactly as it is. */
export async function refuseChange(
  context: Context,
  actor: Actor,
  { requestId, reason }: { requestId: string; reason: string },
): Promise<Refusal> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<Refusal> => {
    const request = found(await changeRequestById(tx, scopeOf(actor), requestId));
    if (request.decision) return { kind: 'decided_before', request };
    const counts = { seated: 0, waiting: 0 };
    await recordDecision(context, tx, { actor, request, verdict: 'refused', reason, at, counts });
    return { kind: 'refused', request };
  });
}
