import { setCapacity } from '../../../db/seats/capacity.ts';
import type { Registration } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { judgeMax, type PlacesJudgement } from '../../domain/seats/capacity.ts';
import { audited } from '../audited.ts';
import { promoteWaiting } from './promote-waiting.ts';
import { loadPlaceFacts } from './place-facts.ts';

export type CapacityChange = {
  clusterId: string;
  max: number;
  reason: string;
  /** The places as the page showed them; empty from a script that looked at nothing. */
  seen?: string;
};

export type CapacityRaised =
  { kind: 'raised'; promoted: Registration[] } | { kind: 'unchanged' } | Extract<PlacesJudgement, { kind: 'refused' }>;

/**
 * Gives a cluster a new maximum, in practice a higher one; lower is possible while nobody sits above it. Those who wait
 * move up in the order of the cluster, each within the quota of the unit.
 */
export async function raiseCapacity(
  context: Context,
  actor: Actor,
  { clusterId, max, reason, seen = '' }: CapacityChange,
): Promise<CapacityRaised> {
  const at = instant(context);
  return await context.db.write(async (tx): Promise<CapacityRaised> => {
    const facts = await loadPlaceFacts(tx, actor, clusterId);
    const { cluster, seated, quotas } = facts;
    if (max === cluster.max) return { kind: 'unchanged' };
    if (seen !== '' && seen !== facts.seen) return { kind: 'refused', why: 'overtaken', limit: cluster.max };
    const judgement = judgeMax({ ...cluster, seated, quotas }, max);
    if (judgement.kind === 'refused') return judgement;
    await setCapacity(tx, { clusterId, max });
    await audited(context, tx, actor, {
      action: 'capacity_changed',
      subject: `cluster:${clusterId}`,
      detail: { before: cluster.max, max, reason },
    });
    return { kind: 'raised', promoted: await promoteWaiting(context, tx, { clusterId, at, actor }) };
  });
}
