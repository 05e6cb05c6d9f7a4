import { clusterById, type Participant, participantsOf, setListState } from '../../../db/events/clusters.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import { mayReturn } from '../../domain/list/list-status.ts';
import { found } from '../../errors.ts';
import { audited } from '../audited.ts';

export type ReturnResult = { kind: 'returned' | 'returned_before' | 'not_handed_in'; unit: Participant };

/**
 * Sends a list back to its unit, which sees the reason until it hands in again. The delegates keep their places; letters
 * stop, because only accepted lists get any. An accepted list is opened again the same way.
 */
export async function returnList(
  context: Context,
  actor: Actor,
  { clusterId, unitId, reason }: { clusterId: string; unitId: string; reason: string },
): Promise<ReturnResult> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<ReturnResult> => {
    const cluster = found(await clusterById(tx, scopeOf(actor), clusterId));
    const unit = found((await participantsOf(tx, cluster.id)).find((participant) => participant.unitId === unitId));
    if (unit.listState === 'returned') return { kind: 'returned_before', unit };
    if (!mayReturn(unit.listState)) return { kind: 'not_handed_in', unit };
    await setListState(tx, { clusterId, unitId, state: 'returned', at, by: actor.accountId, reason });
    await audited(context, tx, actor, {
      action: 'list_returned',
      subject: `cluster:${clusterId}`,
      detail: { unit: unitId, reason },
    });
    return { kind: 'returned', unit };
  });
}
