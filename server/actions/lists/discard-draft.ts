import { draftOf } from '../../../db/lists/drafts.ts';
import type { List } from '../../../db/lists/lists.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { audited } from '../audited.ts';
import { keepDraft } from './keep-draft.ts';
import { loadList } from './list-facts.ts';

/** Throws the draft away, even one that another person saved last; what was handed in stays. */
export async function discardDraft(
  context: Context,
  actor: Actor,
  { clusterId, unitId }: { clusterId: string; unitId: string | undefined },
): Promise<List> {
  const at = instant(context);
  return await context.db.write(async (tx) => {
    const list = await loadList(tx, actor, { clusterId, unitId });
    const { rows, version } = await draftOf(tx, { clusterId: list.cluster.id, unitId: list.unit.unitId });
    if (rows.length === 0) return list;
    await keepDraft(tx, { actor, list, rows: [], version, at });
    await audited(context, tx, actor, {
      action: 'draft_discarded',
      subject: `cluster:${list.cluster.id}`,
      detail: { unit: list.unit.unitId, rows: rows.length },
    });
    return list;
  });
}
