import type { List } from '../../../db/lists/lists.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { NotFound } from '../../errors.ts';
import { audited } from '../audited.ts';
import { settleList } from './settle-list.ts';
import { loadList } from './list-facts.ts';

/**
 * Hands a returned list in as it stands now, with no further rows: what was wrong may have been fixed by withdrawing
 * somebody. Possible after the deadline too, or a list returned late could never come back. A list that is not
 * returned stays as it is.
 */
export async function handInAgain(
  context: Context,
  actor: Actor,
  { clusterId, unitId }: { clusterId: string; unitId: string },
): Promise<List> {
  const at = instant(context);
  return await context.db.write(async (tx) => {
    const list = await loadList(tx, actor, { clusterId, unitId });
    const { event, cluster, unit } = list;
    if (unit.unitId !== unitId) throw new NotFound(); // a registrar's unit comes from the session, whatever the path says
    if (unit.listState !== 'returned') return list;
    await audited(context, tx, actor, {
      action: 'list_handed_in_again',
      subject: `cluster:${cluster.id}`,
      detail: { unit: unit.unitId },
    });
    await settleList(context, tx, { event, clusterId: cluster.id, unitId: unit.unitId, at, act: 'handed_in' });
    return list;
  });
}
