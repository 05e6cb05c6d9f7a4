import { draftOf } from '../../db/drafts.ts';
import type { Tx } from '../../db/schema.ts';
import type { Actor } from '../domain/account.ts';
import { rowsLeftInDraft } from '../domain/draft.ts';
import type { RegistrationPlan } from '../domain/registration-plan.ts';
import { keepDraft } from './keep-draft.ts';
import type { ListFacts } from './list-facts.ts';
import { MOST_ROWS } from './row-limits.ts';

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

/** Takes out of the draft what has just been handed in, and keeps there what could not be, in the same transaction. */
export async function settleDraft(
  tx: Tx,
  { actor, facts, plan, draftVersion, keepsErrors = false, at }: DraftSettling,
): Promise<void> {
  const { rows, version } = await draftOf(tx, { clusterId: facts.cluster.id, unitId: facts.unit.unitId });
  const isOfThisDraft = rows.length > 0 && draftVersion === version;
  const all = rowsLeftInDraft(rows, plan, { isOfThisDraft, keepsErrors });
  // A draft holds no more rows than a list; what was in it before comes first.
  const left = all.slice(0, MOST_ROWS);
  if (!isOfThisDraft && JSON.stringify(left) === JSON.stringify(rows)) return;
  await keepDraft(tx, { actor, facts, rows: left, version, at });
}
