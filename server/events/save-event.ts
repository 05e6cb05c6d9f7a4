import { updateClusterTimes, updateEvent } from '../../db/event-changes.ts';
import { loadEventSetup } from '../../db/event-setup.ts';
import type { Context } from '../context.ts';
import type { Actor } from '../domain/account.ts';
import { clusterTimes } from '../domain/plan/cluster-times.ts';
import { planOfEvent } from '../domain/plan/event-setup.ts';
import { eventShape } from '../domain/plan/plan-shape.ts';
import { found } from '../http/errors.ts';
import { codeOfUnit, eventFragment } from './fragments.ts';
import { blocksAt, changedFields, isStale, noteChange, type Outcome, type SectionForm, versions } from './section.ts';

/** Clusters keep the hours on the wall when the zone changes. */
export async function saveEvent(context: Context, actor: Actor, { eventId, typed }: SectionForm): Promise<Outcome> {
  return await context.db.write(async (tx): Promise<Outcome> => {
    const setup = found(await loadEventSetup(tx, eventId));
    if (isStale(typed, versions.event(setup))) return { kind: 'stale' };
    const plan = planOfEvent(setup);
    const leadUnitId = typed.get('leadUnit') ?? '';
    const fragment = eventFragment(typed, { code: plan.event.code, leadUnit: codeOfUnit(setup.units, leadUnitId) });
    const blocks = blocksAt({ ...plan, event: fragment }, 'event');
    const event = eventShape.safeParse(fragment);
    if (!event.success || blocks.length > 0) {
      return {
        kind: 'problems',
        problems: blocks.map(({ place, problem }) => ({ field: place.field ?? 'form', problem })),
      };
    }
    const changed = changedFields(plan.event, event.data);
    if (changed === '') return { kind: 'saved' };
    await updateEvent(tx, { id: eventId, event: event.data, leadUnitId });
    if (event.data.zone !== plan.event.zone) {
      for (const [index, { id }] of setup.clusters.entries()) {
        const cluster = plan.clusters[index];
        if (cluster) await updateClusterTimes(tx, id, clusterTimes(cluster, event.data.zone));
      }
    }
    await noteChange(context, tx, actor, { action: 'event_changed', subject: `event:${eventId}`, detail: { changed } });
    return { kind: 'saved' };
  });
}
