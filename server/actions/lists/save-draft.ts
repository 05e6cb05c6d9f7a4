import { type Draft, draftOf } from '../../../db/lists/drafts.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { type TypedRow, unnumbered } from '../../domain/list/row.ts';
import { listStateWithDraft } from '../../domain/list/draft.ts';
import type { ListState } from '../../domain/list/list-status.ts';
import { keepDraft } from './keep-draft.ts';
import { loadList } from './list-facts.ts';

export type DraftSaving = {
  clusterId: string;
  unitId: string | undefined;
  rows: readonly TypedRow[];
  /** The version the typist started from. */
  version: number;
};

export type DraftSaved =
  | { kind: 'saved'; version: number; at: string; listState: ListState }
  /** Somebody else saved, handed in or threw away meanwhile: nothing is changed. */
  | { kind: 'stale'; draft: Draft };

/** Keeps what was typed so far. The same rows saved again change nothing, so a save whose answer was lost may be resent. */
export async function saveDraft(context: Context, actor: Actor, saving: DraftSaving): Promise<DraftSaved> {
  const { version } = saving;
  const rows = saving.rows.map(unnumbered);
  const at = instant(context);
  return await context.db.write(async (tx): Promise<DraftSaved> => {
    const list = await loadList(tx, actor, saving);
    const draft = await draftOf(tx, { clusterId: list.cluster.id, unitId: list.unit.unitId });
    const { listState } = list.unit;
    if (isSame(draft.rows, rows))
      return { kind: 'saved', version: draft.version, at: draft.saved?.at ?? at, listState };
    const next = await keepDraft(tx, { actor, list, rows, version, at });
    if (next === undefined) return { kind: 'stale', draft };
    return { kind: 'saved', version: next, at, listState: listStateWithDraft(listState, rows.length) };
  });
}

const isSame = (left: readonly TypedRow[], right: readonly TypedRow[]): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
