import { appendAudit } from '../../db/audit.ts';
import { clusterById, type Participant, participantsOf, setListState } from '../../db/clusters.ts';
import { type Context, instant } from '../context.ts';
import { type Actor, scopeOf } from '../domain/account.ts';
import { found } from '../http/errors.ts';

/** The organiser takes a handed-in list over; letters may then go to its seated delegates. */
export async function acceptList(
  context: Context,
  actor: Actor,
  { clusterId, unitId }: { clusterId: string; unitId: string },
): Promise<Participant> {
  const at = instant(context);
  return await context.db.write(async (tx) => {
    const cluster = found(await clusterById(tx, scopeOf(actor), clusterId));
    const unit = found((await participantsOf(tx, cluster.id)).find((participant) => participant.unitId === unitId));
    if (unit.listState !== 'submitted') return unit;
    await setListState(tx, { clusterId, unitId, state: 'accepted', at, by: actor.accountId });
    await appendAudit(tx, context.keys.auditMac, {
      at,
      actor: `account:${actor.accountId}`,
      action: 'list_accepted',
      subject: `cluster:${clusterId}`,
      detail: { unit: unitId },
    });
    return { ...unit, listState: 'accepted' };
  });
}
