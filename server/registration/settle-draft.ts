import { draftOf } from '../../db/drafts.ts';
import type { Tx } from '../../db/schema.ts';
import type { Actor } from '../domain/account.ts';
import { rowsLeftInDraft } from '../domain/draft.ts';
import type { RegistrationPlan } from '../domain/registration-plan.ts';
import { keepDraft } from './keep-draft.ts';
import type { ListFacts } from './list-facts.ts';

/**
 * Takes out of the draft what has just been handed in, in the same transaction. `draftVersion` says which draft the
 * rows were typed in; undefined when they came another way.
 */
export async function settleDraft(
  tx: Tx,
  {
    actor,
    facts,
    plan,
    draftVersion,
    at,
  }: { actor: Actor; facts: ListFacts; plan: RegistrationPlan; draftVersion: number | undefined; at: string },
): Promise<void> {
  const { rows, version } = await draftOf(tx, { clusterId: facts.cluster.id, unitId: facts.unit.unitId });
  if (rows.length === 0) return;
  const left = rowsLeftInDraft(rows, plan, { isOfThisDraft: draftVersion === version });
  if (left.length === rows.length && draftVersion !== version) return;
  await keepDraft(tx, { actor, facts, rows: left, version, at });
}
