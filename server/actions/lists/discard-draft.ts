import { draftOf } from '../../../db/lists/drafts.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { audited } from '../audited.ts';
import { keepDraft } from './keep-draft.ts';
import { type ListFacts, loadListFacts } from './list-facts.ts';

/** Throws the draft away, whoever saved it last; what was handed in stays. */
export async function discardDraft(
  context: Context,
  actor: Actor,
  { clusterId, unitId }: { clusterId: string; unitId: string | undefined },
): Promise<ListFacts> {
  const at = instant(context);
  return await context.db.write(async (tx) => {
    const facts = await loadListFacts(tx, actor, { clusterId, unitId });
    const { rows, version } = await draftOf(tx, { clusterId: facts.cluster.id, unitId: facts.unit.unitId });
    if (rows.length === 0) return facts;
    await keepDraft(tx, { actor, facts, rows: [], version, at });
    await audited(context, tx, actor, {
      action: 'draft_discarded',
      subject: `cluster:${facts.cluster.id}`,
      detail: { unit: facts.unit.unitId, rows: rows.length },
    });
    return facts;
  });
}
