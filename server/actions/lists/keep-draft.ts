import { setListState } from '../../../db/events/clusters.ts';
import { replaceDraft } from '../../../db/lists/drafts.ts';
import type { List } from '../../../db/lists/lists.ts';
import type { Tx } from '../../../db/schema.ts';
import type { Actor } from '../../domain/account.ts';
import type { TypedRow } from '../../domain/list/row.ts';
import { listStateWithDraft } from '../../domain/list/draft.ts';

/** Writes the draft and lets the list show it; undefined when the draft moved on since `version`. */
export async function keepDraft(
  tx: Tx,
  {
    actor,
    list,
    rows,
    version,
    at,
  }: { actor: Actor; list: List; rows: readonly TypedRow[]; version: number; at: string },
): Promise<number | undefined> {
  const id = { clusterId: list.cluster.id, unitId: list.unit.unitId };
  const next = await replaceDraft(tx, { ...id, rows, version, at, by: actor.accountId });
  if (next === undefined) return undefined;
  const state = listStateWithDraft(list.unit.listState, rows.length);
  if (state !== list.unit.listState) await setListState(tx, { ...id, state, at });
  return next;
}
