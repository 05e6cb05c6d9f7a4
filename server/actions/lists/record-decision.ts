import { type ChangeRequest, insertChangeDecision } from '../../../db/lists/change-requests.ts';
import type { Tx } from '../../../db/schema.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import type { ChangeVerdict } from '../../domain/list/list-status.ts';
import { audited } from '../audited.ts';

export type Decision = {
  actor: Actor;
  request: ChangeRequest;
  verdict: ChangeVerdict;
  reason: string;
  at: string;
  counts: { seated: number; waiting: number };
};

/** What became of a request, once and for good. */
export async function recordDecision(
  context: Context,
  tx: Tx,
  { actor, request, verdict, reason, at, counts }: Decision,
): Promise<void> {
  await insertChangeDecision(tx, { requestId: request.id, verdict, reason, ...counts, at, by: actor.accountId });
  await audited(context, tx, actor, {
    action: `change_${verdict}`,
    subject: `cluster:${request.clusterId}`,
    detail: {
      unit: request.unitId,
      request: request.id,
      ...(request.correction ? { registrations: request.correction.registrationId } : counts),
      ...(reason !== '' && { reason }),
    },
  });
}
