import { insertCluster } from '../../../db/events/event-changes.ts';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { clusterTimes } from '../../domain/plan/cluster-times.ts';
import { planOfEvent } from '../../domain/plan/event-setup.ts';
import { clusterShape } from '../../domain/plan/plan-shape.ts';
import { isStanding } from '../../domain/plan/unit-rules.ts';
import { found } from '../../errors.ts';
import { clusterFragment, codeOfUnit } from '../../domain/plan/fragments.ts';
import { type ClusterSaved, overDeadline } from './save-cluster.ts';
import { audited } from '../audited.ts';
import { blocksAt, isStale, type Outcome, type SectionForm, versions } from './section.ts';

export type ClusterAdded = { clusterId: string } & Pick<ClusterSaved, 'deadlineOver'>;

/** A new cluster begins with the unit that leads the event and the host; the others follow with their shares. */
export async function addCluster(
  context: Context,
  actor: Actor,
  { eventId, typed }: SectionForm,
): Promise<Outcome<ClusterAdded>> {
  const id = context.newId();
  return await context.db.write(async (tx): Promise<Outcome<ClusterAdded>> => {
    const setup = found(await loadEventSetup(tx, eventId));
    if (isStale(typed, versions.clusters(setup))) return { kind: 'stale' };
    const plan = planOfEvent(setup);
    const host = codeOfUnit(setup.units.filter(isStanding), typed.get('host'));
    const units = [...new Set([plan.event.leadUnit, host])].flatMap((code) => (code ? [{ code, quota: 0 }] : []));
    const fragment = { ...clusterFragment(typed), host, units };
    const index = plan.clusters.length;
    const whole = { ...plan, clusters: [...plan.clusters, fragment] };
    const blocks = [...blocksAt(whole, 'cluster', index), ...blocksAt(whole, 'participants', index)];
    const cluster = clusterShape.safeParse(fragment);
    if (!cluster.success || blocks.length > 0) {
      return {
        kind: 'problems',
        problems: blocks.map(({ spot, problem }) => ({ field: spot.field ?? 'form', problem })),
      };
    }
    const ids = new Map(setup.units.map((unit) => [unit.code, unit.id]));
    const times = clusterTimes(cluster.data, plan.event);
    await insertCluster(tx, { id, eventId, cluster: cluster.data, times, idOf: (code) => found(ids.get(code)) });
    const { number, max } = cluster.data;
    await audited(context, tx, actor, {
      action: 'cluster_added',
      subject: `cluster:${id}`,
      detail: { number, max },
    });
    return { kind: 'saved', clusterId: id, deadlineOver: overDeadline(times, context.now()) };
  });
}
