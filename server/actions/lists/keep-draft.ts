import { setListState } from '../../../db/events/clusters.ts';
import { replaceDraft } from '../../../db/lists/drafts.ts';
import type { Tx } from '../../../db/schema.ts';
import type { Actor } from '../../domain/account.ts';
import type { TypedRow } from '../../domain/list/row.ts';
import { listStateWithDraft } from '../../domain/list/draft.ts';
import type { ListFacts } from './list-facts.ts';

/** Writes the draft and lets the list show it; undefined when the draft moved on since `version`. */
export async function keepDraft(
  tx: Tx,
  {
    actor,
    facts,
    rows,
    version,
    at,
  }: { actor: Actor; facts: ListFacts; rows: readonly TypedRow[]; version: number; at: string },
): Promise<number | undefined> {
  const list = { clusterId: facts.cluster.id, unitId: facts.unit.unitId };
  const next = await replaceDraft(tx, { ...list, rows, version, at, by: actor.accountId });
  if (next === undefined) return undefined;
  const state = listStateWithDraft(facts.unit.listState, rows.length);
  if (state !== facts.unit.listState) await setListState(tx, { ...list, state, at });
  return next;
}
