import { deleteCluster } from '../../../db/events/event-changes.ts';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import { isReferenced } from '../../../db/engine/index.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { found } from '../../errors.ts';
import { type ClusterForm, clusterOf } from './save-cluster.ts';
import { audited } from '../audited.ts';
import { isStale, type Outcome, versions } from './section.ts';

/** Only while the cluster has had no registration: its history is a record. */
export async function removeCluster(
  context: Context,
  actor: Actor,
  { eventId, clusterId, typed }: ClusterForm,
): Promise<Outcome<{ number: number }>> {
  let number = 0;
  try {
    return await context.db.write(async (tx): Promise<Outcome<{ number: number }>> => {
      const setup = found(await loadEventSetup(tx, eventId));
      const cluster = clusterOf(setup, clusterId);
      number = cluster.number;
      if (isStale(typed, versions.cluster(cluster))) return { kind: 'stale' };
      if (cluster.participants.some((unit) => unit.hasHistory)) {
        const count = cluster.participants.reduce((sum, unit) => sum + unit.seated + unit.waiting, 0);
        const problem = setUpProblem('cluster_has_delegates', { number, count });
        return { kind: 'problems', problems: [{ field: 'form', problem }] };
      }
      await deleteCluster(tx, clusterId);
      await audited(context, tx, actor, {
        action: 'cluster_removed',
        subject: `cluster:${clusterId}`,
        detail: { number, event: eventId },
      });
      return { kind: 'saved', number };
    });
  } catch (error) {
    // A paired phone, a paper, a frozen list: whatever still names the cluster keeps it.
    if (!isReferenced(error)) throw error;
    return { kind: 'problems', problems: [{ field: 'form', problem: setUpProblem('cluster_in_use', { number }) }] };
  }
}
