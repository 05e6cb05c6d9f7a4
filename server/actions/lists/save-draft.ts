import { type Draft, draftOf } from '../../../db/lists/drafts.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { type TypedRow, unnumbered } from '../../domain/list/row.ts';
import { keepDraft } from './keep-draft.ts';
import { loadListFacts } from './list-facts.ts';

export type DraftSaving = {
  clusterId: string;
  unitId: string | undefined;
  rows: readonly TypedRow[];
  /** The version the typist started from. */
  version: number;
};

export type DraftSaved =
  | { kind: 'saved'; version: number; at: string }
  /** Somebody else saved, handed in or threw away meanwhile: nothing is changed. */
  | { kind: 'stale'; draft: Draft };

/** Keeps what was typed so far. The same rows saved again change nothing, so a save whose answer was lost may be resent. */
export async function saveDraft(context: Context, actor: Actor, saving: DraftSaving): Promise<DraftSaved> {
  const { version } = saving;
  const rows = saving.rows.map(unnumbered);
  const at = instant(context);
  return await context.db.write(async (tx): Promise<DraftSaved> => {
    const facts = await loadListFacts(tx, actor, saving);
    const list = { clusterId: facts.cluster.id, unitId: facts.unit.unitId };
    const draft = await draftOf(tx, list);
    if (isSame(draft.rows, rows)) return { kind: 'saved', version: draft.version, at: draft.saved?.at ?? at };
    const next = await keepDraft(tx, { actor, facts, rows, version, at });
    return next === undefined ? { kind: 'stale', draft } : { kind: 'saved', version: next, at };
  });
}

const isSame = (left: readonly TypedRow[], right: readonly TypedRow[]): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
