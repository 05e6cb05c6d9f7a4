import { draftOf } from '../../../db/lists/drafts.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import type { TypedRow } from '../../domain/list/row.ts';
import { rowsNewToDraft } from '../../domain/list/draft.ts';
import { planRegistration, type RegistrationPlan } from '../../domain/list/registration-plan.ts';
import { keepDraft } from './keep-draft.ts';
import { loadListFacts } from './list-facts.ts';
import { MOST_ROWS } from '../../domain/list/row-limits.ts';

export type DraftJoining = {
  clusterId: string;
  unitId: string | undefined;
  rows: readonly TypedRow[];
  overrideReason: string;
};

export type DraftJoined =
  /** `there`: rows that stood in the draft or on the list already. */
  { kind: 'joined'; joined: number; there: number } | { kind: 'draft_full'; plan: RegistrationPlan };

/** Adds rows that came another way to the draft, to be gone on with at the desk. Sent twice they are added once. */
export async function joinDraft(context: Context, actor: Actor, joining: DraftJoining): Promise<DraftJoined> {
  const { clusterId, unitId, rows, overrideReason } = joining;
  const at = instant(context);
  return await context.db.write(async (tx): Promise<DraftJoined> => {
    const facts = await loadListFacts(tx, actor, { clusterId, unitId, overrides: overrideReason !== '' });
    const plan = planRegistration(rows, facts.rules, facts.capacity);
    const draft = await draftOf(tx, { clusterId: facts.cluster.id, unitId: facts.unit.unitId });
    const added = rowsNewToDraft(draft.rows, plan);
    const all = [...draft.rows, ...added];
    if (all.length > MOST_ROWS) return { kind: 'draft_full', plan };
    if (added.length > 0) await keepDraft(tx, { actor, list: facts, rows: all, version: draft.version, at });
    return { kind: 'joined', joined: added.length, there: rows.length - added.length };
  });
}
