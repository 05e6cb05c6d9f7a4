import type { Tx } from '../../../db/schema.ts';
import { setQuota } from '../../../db/seats/capacity.ts';
import type { Registration } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { judgeQuota, type SeatsJudgement } from '../../domain/seats/capacity.ts';
import { audited } from '../audited.ts';
import { promoteWaiting } from './promote-waiting.ts';
import { loadSeatFacts, type UnitWithSeats, unitIn } from './seat-facts.ts';

export type QuotaChange = {
  clusterId: string;
  unitId: string;
  quota: number;
  reason: string;
  /** The places as the page showed them; empty from a script that looked at nothing. */
  version?: string;
};

export type QuotaChanged =
  | { kind: 'changed'; unit: UnitWithSeats; promoted: Registration[] }
  | { kind: 'unchanged'; unit: UnitWithSeats }
  | Extract<SeatsJudgement, { kind: 'refused' }>;

/** Gives a unit a new quota; the cluster's maximum stays what it is, so a higher quota alone seats no one above it. */
export async function changeQuota(
  context: Context,
  actor: Actor,
  { clusterId, unitId, quota, reason, version = '' }: QuotaChange,
): Promise<QuotaChanged> {
  return await context.db.write(async (tx): Promise<QuotaChanged> => {
    const facts = await loadSeatFacts(tx, actor, clusterId);
    const unit = unitIn(facts, unitId);
    if (quota === unit.quota) return { kind: 'unchanged', unit };
    if (version !== '' && version !== facts.version) return { kind: 'refused', why: 'overtaken', limit: unit.quota };
    const judgement = judgeQuota(unit, { quota, reason }, facts.numbers);
    if (judgement.kind === 'refused') return judgement;
    await storeQuota(context, tx, actor, { clusterId, unitId, before: unit.quota, quota, reason });
    const freed = { clusterId, unitId, at: instant(context), actor };
    return { kind: 'changed', unit, promoted: await promoteWaiting(context, tx, freed) };
  });
}

/**
 * Writes a quota that `judgeQuota` has allowed in the same transaction and notes it. The caller gives the new places to
 * those who wait, once all quotas of its form are written.
 */
export async function storeQuota(
  context: Context,
  tx: Tx,
  actor: Actor,
  { clusterId, unitId, before, quota, reason }: Omit<QuotaChange, 'seen'> & { before: number },
): Promise<void> {
  await setQuota(tx, { clusterId, unitId, quota });
  await audited(context, tx, actor, {
    action: 'quota_changed',
    subject: `cluster:${clusterId}`,
    detail: { unit: unitId, before, quota, reason },
  });
}
