import { draftOf } from '../../../db/lists/drafts.ts';
import type { Tx } from '../../../db/schema.ts';
import type { Actor } from '../../domain/account.ts';
import { rowsLeftInDraft } from '../../domain/list/draft.ts';
import type { RegistrationPlan } from '../../domain/list/registration-plan.ts';
import { keepDraft } from './keep-draft.ts';
import type { ListFacts } from './list-facts.ts';
import { MOST_ROWS } from '../../domain/list/row-limits.ts';

export type DraftSettling = {
  actor: Actor;
  facts: ListFacts;
  plan: RegistrationPlan;
  /** Which draft the rows were typed in; undefined when they came another way. */
  draftVersion: number | undefined;
  /** Lines with an error are kept in the draft whichever way they came. */
  keepsErrors?: boolean;
  at: string;
};

/**
 * Takes out of the draft what is being handed in and keeps there what cannot be, in the same transaction. False when a
 * draft has no room for all of that: then nothing is changed, and nothing should be handed in.
 */
export async function settleDraft(
  tx: Tx,
  { actor, facts, plan, draftVersion, keepsErrors = false, at }: DraftSettling,
): Promise<boolean> {
  const { rows, version } = await draftOf(tx, { clusterId: facts.cluster.id, unitId: facts.unit.unitId });
  const isOfThisDraft = rows.length > 0 && draftVersion === version;
  const left = rowsLeftInDraft(rows, plan, { isOfThisDraft, keepsErrors, rules: facts.rules });
  if (left.length > MOST_ROWS) return false;
  if (!isOfThisDraft && JSON.stringify(left) === JSON.stringify(rows)) return true;
  await keepDraft(tx, { actor, list: facts, rows: left, version, at });
  return true;
}
