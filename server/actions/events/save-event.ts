import { updateClusterTimes, updateEvent } from '../../../db/events/event-changes.ts';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import type { Tx } from '../../../db/schema.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { fieldChanges } from '../../domain/plan/changes.ts';
import { clusterTimes, withCalendar } from '../../domain/plan/cluster-times.ts';
import { type EventSetup, planOfEvent } from '../../domain/plan/event-setup.ts';
import { eventShape, type Plan, type PlanEvent } from '../../domain/plan/plan-shape.ts';
import { found } from '../../errors.ts';
import { promoteWaiting } from '../places/promote-waiting.ts';
import { codeOfUnit, eventFragment } from '../../domain/plan/fragments.ts';
import { audited } from '../audited.ts';
import { blocksAt, isStale, type Outcome, type SectionForm, versions } from './section.ts';

export type EventSaved = {
  /** How many moved up from the waiting lists of all clusters. */
  promoted: number;
  /** In how many clusters deadlines moved because days off came or went. */
  recounted: number;
};

/**
 * Clusters keep the hours on the wall when the zone changes, and deadlines at their usual day follow the days off. An
 * event that begins to give free places to those who wait begins with the places that are free now.
 */
export async function saveEvent(
  context: Context,
  actor: Actor,
  { eventId, typed }: SectionForm,
): Promise<Outcome<EventSaved>> {
  return await context.db.write(async (tx): Promise<Outcome<EventSaved>> => {
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
        problems: blocks.map(({ spot, problem }) => ({ field: spot.field ?? 'form', problem })),
      };
    }
    const named = (data: PlanEvent) => ({ ...data, leadUnit: unitName(setup, data.leadUnit) });
    const changes = fieldChanges(named(plan.event), named(event.data));
    if (changes.length === 0) return { kind: 'saved', promoted: 0, recounted: 0 };
    await updateEvent(tx, { id: eventId, event: event.data, leadUnitId });
    await audited(context, tx, actor, { action: 'event_changed', subject: `event:${eventId}`, detail: { changes } });
    const recounted = await followCalendar(context, tx, actor, { setup, before: plan, after: event.data });
    const promotesFromNow = event.data.promotesFreedPlaces && !plan.event.promotesFreedPlaces;
    const promoted = promotesFromNow ? await promoteIn(context, tx, { setup, actor }) : 0;
    return { kind: 'saved', promoted, recounted };
  });
}

/** The moments of all clusters by the zone and the days off as they are now. How many had their deadlines moved. */
async function followCalendar(
  context: Context,
  tx: Tx,
  actor: Actor,
  { setup, before, after }: { setup: EventSetup; before: Plan; after: PlanEvent },
): Promise<number> {
  let recounted = 0;
  for (const [index, stored] of setup.clusters.entries()) {
    const old = found(before.clusters[index]);
    const cluster = withCalendar(old, { before: before.event, after, now: context.now() });
    const changes = fieldChanges(old, cluster);
    if (changes.length === 0 && after.zone === before.event.zone) continue;
    await updateClusterTimes(tx, stored.id, clusterTimes(cluster, after));
    if (changes.length === 0) continue;
    recounted += 1;
    const subject = `cluster:${stored.id}`;
    await audited(context, tx, actor, { action: 'cluster_changed', subject, detail: { changes } });
  }
  return recounted;
}

async function promoteIn(
  context: Context,
  tx: Tx,
  { setup, actor }: { setup: EventSetup; actor: Actor },
): Promise<number> {
  const at = instant(context);
  let count = 0;
  for (const { id } of setup.clusters) {
    const promoted = await promoteWaiting(context, tx, { clusterId: id, at, actor });
    count += promoted.length;
  }
  return count;
}

const unitName = ({ units }: EventSetup, code: string): string =>
  units.find((unit) => unit.code === code)?.name ?? code;
