/** Writes a checked plan: units, event, clusters with the units that take part, categories, agenda; and reads it back. */
import { clusterTimes } from '../../server/domain/plan/cluster-times.ts';
import { planOfEvent } from '../../server/domain/plan/event-setup.ts';
import type { Plan } from '../../server/domain/plan/plan-shape.ts';
import { insertCluster, insertEvent } from './event-changes.ts';
import { replaceAgenda, replaceCategories } from './event-lists.ts';
import { loadEventSetup } from './event-setup.ts';
import type { Reader, Tx } from '../schema.ts';

export type InsertedPlan = {
  eventId: string;
  /** By the code of the plan file. */
  unitIds: Map<string, string>;
  /** By number. */
  clusterIds: Map<number, string>;
  /** Units that were there before and kept their name. */
  reusedUnits: number;
};

export async function eventIdByCode(db: Reader, code: string): Promise<string | undefined> {
  const row = await db.selectFrom('event').select('id').where('code', '=', code).executeTakeFirst();
  return row?.id;
}

/** The stored event as a plan file would say it; undefined when there is no such event. */
export async function loadPlanOf(db: Reader, eventId: string): Promise<Plan | undefined> {
  const setup = await loadEventSetup(db, eventId);
  return setup && planOfEvent(setup);
}

/**
 * Throws a duplicate error (see engine) when the event's code is taken. A unit whose code exists is taken as it is:
 * the administrator of the units handles a name that changed since.
 */
export async function insertPlan(
  tx: Tx,
  { plan, newId, at, eventId = newId() }: { plan: Plan; newId: () => string; at: string; eventId?: string },
): Promise<InsertedPlan> {
  const { unitIds, reusedUnits } = await insertUnits(tx, plan, newId);
  const idOf = (code: string): string => {
    const id = unitIds.get(code);
    if (id === undefined) throw new Error(`The plan was not checked: no unit ${code}.`);
    return id;
  };
  const { event } = plan;
  await insertEvent(tx, { id: eventId, event, leadUnitId: idOf(event.leadUnit), at });
  const clusterIds = new Map<number, string>();
  for (const cluster of plan.clusters) {
    const id = newId();
    clusterIds.set(cluster.number, id);
    await insertCluster(tx, { id, eventId, cluster, times: clusterTimes(cluster, event), idOf });
  }
  await replaceCategories(
    tx,
    eventId,
    plan.categories.map((category) => ({ id: newId(), ...category })),
  );
  await replaceAgenda(
    tx,
    eventId,
    plan.agenda.map((item) => ({ id: newId(), ...item })),
  );
  return { eventId, unitIds, clusterIds, reusedUnits };
}

async function insertUnits(tx: Tx, plan: Plan, newId: () => string) {
  const codes = plan.units.map((unit) => unit.code);
  const known = await tx.selectFrom('unit').select(['id', 'code']).where('code', 'in', codes).execute();
  const unitIds = new Map(known.map((row) => [row.code, row.id]));
  const fresh = plan.units.filter((unit) => !unitIds.has(unit.code));
  for (const unit of fresh) unitIds.set(unit.code, newId());
  const rows = plan.units.flatMap((unit, position) => {
    const id = unitIds.get(unit.code);
    if (id === undefined || !fresh.includes(unit)) return [];
    const parent_id = unit.parent === undefined ? null : (unitIds.get(unit.parent) ?? null);
    const { code, name, level } = unit;
    return [{ id, code, name, level, parent_id, position, valid_from: null, valid_to: null, successor_id: null }];
  });
  // A checked plan lists a parent above its children, so the rows can be inserted in order.
  if (rows.length > 0) await tx.insertInto('unit').values(rows).execute();
  return { unitIds, reusedUnits: known.length };
}
