/** Writes a checked plan: units, event, clusters with the units that take part, categories, agenda. */
import type { ClusterTimes } from '../server/domain/plan/cluster-times.ts';
import { clusterTimes } from '../server/domain/plan/cluster-times.ts';
import { minuteOf, type Plan, type PlanCluster } from '../server/domain/plan/plan-shape.ts';
import type { Reader, Tx } from './schema.ts';

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

/**
 * Throws a duplicate error (see engine) when the event's code is taken. A unit whose code exists is taken as it is:
 * a name that changed since is the business of whoever looks after the units.
 */
export async function insertPlan(
  tx: Tx,
  { plan, newId, at }: { plan: Plan; newId: () => string; at: string },
): Promise<InsertedPlan> {
  const { unitIds, reusedUnits } = await insertUnits(tx, plan, newId);
  const idOf = (code: string): string => {
    const id = unitIds.get(code);
    if (id === undefined) throw new Error(`The plan was not checked: no unit ${code}.`);
    return id;
  };
  const eventId = newId();
  const { event } = plan;
  await tx
    .insertInto('event')
    .values({
      id: eventId,
      code: event.code,
      title: event.title,
      kind: event.kind,
      year: event.year,
      zone: event.zone,
      lead_unit_id: idOf(event.leadUnit),
      place: event.place,
      contact_name: event.contact.name,
      contact_office: event.contact.office,
      contact_phone: event.contact.phone,
      contact_email: event.contact.email,
      promotes_freed_places: event.promotesFreedPlaces ? 1 : 0,
      accepts_by_hand: event.acceptsByHand ? 1 : 0,
      created_at: at,
    })
    .execute();
  const clusterIds = new Map<number, string>();
  for (const cluster of plan.clusters) {
    const id = newId();
    clusterIds.set(cluster.number, id);
    await insertCluster(tx, { id, eventId, cluster, times: clusterTimes(cluster, event.zone), idOf });
  }
  await insertCategories(tx, { plan, eventId, newId });
  await insertAgenda(tx, { plan, eventId, newId });
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
  // A parent stands above its children in a checked plan, so the rows may go in as they come.
  if (rows.length > 0) await tx.insertInto('unit').values(rows).execute();
  return { unitIds, reusedUnits: known.length };
}

type NewCluster = {
  id: string;
  eventId: string;
  cluster: PlanCluster;
  times: ClusterTimes;
  idOf: (code: string) => string;
};

async function insertCluster(tx: Tx, { id, eventId, cluster, times, idOf }: NewCluster): Promise<void> {
  await tx
    .insertInto('cluster')
    .values({
      id,
      event_id: eventId,
      number: cluster.number,
      starts_at: times.startsAt.toUTC().toISO(),
      ends_at: times.endsAt.toUTC().toISO(),
      door_opens_at: times.doorOpensAt.toUTC().toISO(),
      late_from: times.lateFrom.toUTC().toISO(),
      door_closes_at: times.doorClosesAt.toUTC().toISO(),
      registration_deadline: times.registrationDeadline.toUTC().toISO(),
      answer_deadline: times.answerDeadline.toUTC().toISO(),
      venue: cluster.venue,
      host_unit_id: idOf(cluster.host),
      capacity_min: cluster.min,
      capacity_max: cluster.max,
      closed_at: null,
    })
    .execute();
  await tx
    .insertInto('cluster_unit')
    .values(
      cluster.units.map(({ code, quota }, position) => ({
        cluster_id: id,
        unit_id: idOf(code),
        quota,
        position,
        list_state: 'not_started' as const,
        submitted_at: null,
        decided_at: null,
      })),
    )
    .execute();
}

type Children = { plan: Plan; eventId: string; newId: () => string };

async function insertCategories(tx: Tx, { plan, eventId, newId }: Children): Promise<void> {
  await tx
    .insertInto('category')
    .values(
      plan.categories.map((category) => ({
        id: newId(),
        event_id: eventId,
        code: category.code,
        name: category.name,
        level: category.level,
        host_only: category.hostOnly ? (1 as const) : (0 as const),
        rank: category.rank,
        on_payroll: category.onPayroll ? (1 as const) : (0 as const),
      })),
    )
    .execute();
}

async function insertAgenda(tx: Tx, { plan, eventId, newId }: Children): Promise<void> {
  if (plan.agenda.length === 0) return;
  await tx
    .insertInto('agenda_item')
    .values(
      plan.agenda.map((item, index) => ({
        id: newId(),
        event_id: eventId,
        position: index + 1,
        starts_minute: minuteOf(item.startsAt),
        ends_minute: minuteOf(item.endsAt),
        title: item.title,
        owner: item.owner,
      })),
    )
    .execute();
}
