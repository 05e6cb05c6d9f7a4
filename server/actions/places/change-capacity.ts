import type { Tx } from '../../../db/schema.ts';
import { setCapacity } from '../../../db/seats/capacity.ts';
import type { Registration } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { judgeMax, type SeatsJudgement } from '../../domain/seats/capacity.ts';
import { audited } from '../audited.ts';
import { promoteWaiting } from './promote-waiting.ts';
import { loadSeatFacts } from './seat-facts.ts';

export type CapacityChange = {
  clusterId: string;
  max: number;
  reason: string;
  /** The places as the page showed them; empty from a script that looked at nothing. */
  version?: string;
};

export type CapacityChanged =
  { kind: 'changed'; promoted: Registration[] } | { kind: 'unchanged' } | Extract<SeatsJudgement, { kind: 'refused' }>;

/**
 * Gives a cluster a new maximum, in practice a higher one; lower is possible while nobody sits above it. Those who wait
 * move up in the order of the cluster, each within the quota of the unit.
 */
export async function changeCapacity(
  context: Context,
  actor: Actor,
  { clusterId, max, reason, version = '' }: CapacityChange,
): Promise<CapacityChanged> {
  return await context.db.write(async (tx): Promise<CapacityChanged> => {
    const facts = await loadSeatFacts(tx, actor, clusterId);
    const before = facts.cluster.max;
    if (max === before) return { kind: 'unchanged' };
    if (version !== '' && version !== facts.version) return { kind: 'refused', why: 'overtaken', limit: before };
    const judgement = judgeMax(facts.numbers, { max, reason });
    if (judgement.kind === 'refused') return judgement;
    return { kind: 'changed', promoted: await storeCapacity(context, tx, actor, { clusterId, before, max, reason }) };
  });
}

/**
 * Writes a maximum that `judgeMax` has allowed in the same transaction, notes it and gives the new places to those who
 * wait. Returns who moved up, in order.
 */
export async function storeCapacity(
  context: Context,
  tx: Tx,
  actor: Actor,
  { clusterId, before, max, reason }: { clusterId: string; before: number; max: number; reason: string },
): Promise<Registration[]> {
  await setCapacity(tx, { clusterId, max });
  await audited(context, tx, actor, {
    action: 'capacity_changed',
    subject: `cluster:${clusterId}`,
    detail: { before, max, reason },
  });
  return await promoteWaiting(context, tx, { clusterId, at: instant(context), actor });
}
