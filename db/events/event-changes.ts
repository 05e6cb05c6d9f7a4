/** Writes the parts of an event: what a plan file brings and what the set-up screens change go the same way. */
import type { ClusterTimes } from '../../server/domain/plan/cluster-times.ts';
import type { PlanCluster, PlanEvent } from '../../server/domain/plan/plan-shape.ts';
import type { Tx } from '../schema.ts';

const flag = (value: boolean) => (value ? (1 as const) : (0 as const));

const eventRow = (event: PlanEvent, leadUnitId: string) => ({
  code: event.code,
  title: event.title,
  kind: event.kind,
  year: event.year,
  zone: event.zone,
  lead_unit_id: leadUnitId,
  place: event.place,
  contact_name: event.contact.name,
  contact_office: event.contact.office,
  contact_phone: event.contact.phone,
  contact_email: event.contact.email,
  promotes_freed_places: flag(event.promotesFreedPlaces),
  accepts_by_hand: flag(event.acceptsByHand),
  days_off: event.daysOff.join(' '),
  document_date: event.documentDate ?? null,
  last_year: event.lastYear ?? null,
});

export type EventRow = { id: string; event: PlanEvent; leadUnitId: string };

/** Throws a duplicate error (see engine) when the code is taken. */
export async function insertEvent(tx: Tx, { id, event, leadUnitId, at }: EventRow & { at: string }): Promise<void> {
  await tx
    .insertInto('event')
    .values({ id, created_at: at, ...eventRow(event, leadUnitId) })
    .execute();
}

export async function updateEvent(tx: Tx, { id, event, leadUnitId }: EventRow): Promise<void> {
  await tx.updateTable('event').set(eventRow(event, leadUnitId)).where('id', '=', id).execute();
}

const timesRow = (times: ClusterTimes) => ({
  starts_at: times.startsAt.toUTC().toISO(),
  ends_at: times.endsAt.toUTC().toISO(),
  door_opens_at: times.doorOpensAt.toUTC().toISO(),
  late_from: times.lateFrom.toUTC().toISO(),
  door_closes_at: times.doorClosesAt.toUTC().toISO(),
  registration_deadline: times.registrationDeadline.toUTC().toISO(),
  answer_deadline: times.answerDeadline.toUTC().toISO(),
});

const clusterRow = (cluster: PlanCluster, times: ClusterTimes) => ({
  number: cluster.number,
  ...timesRow(times),
  venue: cluster.venue,
  capacity_min: cluster.min,
  capacity_max: cluster.max,
});

export type ClusterRow = { id: string; cluster: PlanCluster; times: ClusterTimes };

/** A cluster with the units that take part. `idOf` gives the id of a unit's code. */
export async function insertCluster(
  tx: Tx,
  { id, eventId, cluster, times, idOf }: ClusterRow & { eventId: string; idOf: (code: string) => string },
): Promise<void> {
  await tx
    .insertInto('cluster')
    .values({
      id,
      event_id: eventId,
      host_unit_id: idOf(cluster.host),
      closed_at: null,
      ...clusterRow(cluster, times),
    })
    .execute();
  const quotas = cluster.units.map(({ code, quota }, position) => ({ unitId: idOf(code), quota, position }));
  await insertParticipants(tx, id, quotas);
}

export async function updateCluster(tx: Tx, { id, cluster, times }: ClusterRow): Promise<void> {
  await tx.updateTable('cluster').set(clusterRow(cluster, times)).where('id', '=', id).execute();
}

/** Only the moments: when an event changes its zone, its hours stay what they are on the wall. */
export async function updateClusterTimes(tx: Tx, id: string, times: ClusterTimes): Promise<void> {
  await tx.updateTable('cluster').set(timesRow(times)).where('id', '=', id).execute();
}

/** Throws a reference error (see engine) while anything still belongs to the cluster. */
export async function deleteCluster(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('cluster_unit').where('cluster_id', '=', id).execute();
  await tx.deleteFrom('cluster').where('id', '=', id).execute();
}

export type Quota = { unitId: string; quota: number; position: number };

export async function insertParticipants(tx: Tx, clusterId: string, quotas: readonly Quota[]): Promise<void> {
  if (quotas.length === 0) return;
  await tx
    .insertInto('cluster_unit')
    .values(
      quotas.map(({ unitId, quota, position }) => ({
        cluster_id: clusterId,
        unit_id: unitId,
        quota,
        position,
        list_state: 'not_started' as const,
        submitted_at: null,
        decided_at: null,
      })),
    )
    .execute();
}

/**
 * Makes the units of a cluster what `shares` says and `hostUnitId` its host. Units that stay keep the state of their
 * list. Throws a reference error (see engine) when a unit that leaves still has something in the cluster.
 */
export async function replaceParticipants(
  tx: Tx,
  { clusterId, hostUnitId, quotas }: { clusterId: string; hostUnitId: string; quotas: readonly Quota[] },
): Promise<void> {
  await tx.updateTable('cluster').set({ host_unit_id: hostUnitId }).where('id', '=', clusterId).execute();
  const rows = await tx.selectFrom('cluster_unit').select('unit_id').where('cluster_id', '=', clusterId).execute();
  const known = new Set(rows.map((row) => row.unit_id));
  const staying = new Set(quotas.map((quota) => quota.unitId));
  for (const unitId of known) {
    if (staying.has(unitId)) continue;
    await tx.deleteFrom('cluster_unit').where('cluster_id', '=', clusterId).where('unit_id', '=', unitId).execute();
  }
  for (const { unitId, quota, position } of quotas.filter((quota) => known.has(quota.unitId))) {
    await tx
      .updateTable('cluster_unit')
      .set({ quota, position })
      .where('cluster_id', '=', clusterId)
      .where('unit_id', '=', unitId)
      .execute();
  }
  await insertParticipants(
    tx,
    clusterId,
    quotas.filter((quota) => !known.has(quota.unitId)),
  );
}
