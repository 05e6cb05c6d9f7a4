/**
 * Clusters and the units that take part. Every loader takes a scope: a unit sees the clusters it takes part in, and a
 * cluster outside the scope does not exist for the caller.
 */
import type { Scope } from '../../server/domain/account.ts';
import type { ListState } from '../../server/domain/list/list-status.ts';
import type { DoorCluster } from '../../server/domain/door/verdict.ts';
import { readCodes } from './events.ts';
import type { Reader } from '../schema.ts';

export type Cluster = {
  id: string;
  eventId: string;
  number: number;
  startsAt: string;
  endsAt: string;
  doorOpensAt: string;
  lateFrom: string;
  doorClosesAt: string;
  registrationDeadline: string;
  answerDeadline: string;
  venue: string;
  hostUnit: { id: string; name: string };
  min: number;
  max: number;
  zone: string;
  /** Of its event, see domain/days-off.ts. */
  daysOff: string[];
  closedAt: string | undefined;
};

const selectClusters = (db: Reader) =>
  db
    .selectFrom('cluster')
    .innerJoin('event', 'event.id', 'cluster.event_id')
    .innerJoin('unit', 'unit.id', 'cluster.host_unit_id')
    .select([
      'cluster.id',
      'cluster.event_id',
      'cluster.number',
      'cluster.starts_at',
      'cluster.ends_at',
      'cluster.door_opens_at',
      'cluster.late_from',
      'cluster.door_closes_at',
      'cluster.registration_deadline',
      'cluster.answer_deadline',
      'cluster.venue',
      'cluster.host_unit_id',
      'unit.name as host_unit_name',
      'cluster.capacity_min',
      'cluster.capacity_max',
      'event.zone',
      'event.days_off',
      'cluster.closed_at',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectClusters>['executeTakeFirstOrThrow']>>;

export const toCluster = (row: Row): Cluster => ({
  id: row.id,
  eventId: row.event_id,
  number: row.number,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
  doorOpensAt: row.door_opens_at,
  lateFrom: row.late_from,
  doorClosesAt: row.door_closes_at,
  registrationDeadline: row.registration_deadline,
  answerDeadline: row.answer_deadline,
  venue: row.venue,
  hostUnit: { id: row.host_unit_id, name: row.host_unit_name },
  min: row.capacity_min,
  max: row.capacity_max,
  zone: row.zone,
  daysOff: readCodes(row.days_off),
  closedAt: row.closed_at ?? undefined,
});

export const clustersInScope = (db: Reader, scope: Scope) =>
  selectClusters(db).$if(scope.kind === 'unit', (query) =>
    query.where('cluster.id', 'in', (sub) =>
      sub
        .selectFrom('cluster_unit')
        .select('cluster_unit.cluster_id')
        .where('cluster_unit.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
    ),
  );

export async function clusterById(db: Reader, scope: Scope, id: string): Promise<Cluster | undefined> {
  const row = await clustersInScope(db, scope).where('cluster.id', '=', id).executeTakeFirst();
  return row && toCluster(row);
}

export async function clustersOfEvent(db: Reader, scope: Scope, eventId: string): Promise<Cluster[]> {
  const rows = await clustersInScope(db, scope)
    .where('cluster.event_id', '=', eventId)
    .orderBy('cluster.number')
    .execute();
  return rows.map(toCluster);
}

/** Every cluster the scope can see, oldest event first. */
export async function allClusters(db: Reader, scope: Scope): Promise<Cluster[]> {
  const rows = await clustersInScope(db, scope).orderBy('cluster.event_id').orderBy('cluster.number').execute();
  return rows.map(toCluster);
}

export type Participant = {
  unitId: string;
  unitName: string;
  isHost: boolean;
  quota: number;
  listState: ListState;
  submittedAt: string | undefined;
  decidedAt: string | undefined;
  /** The account that accepted or returned the list; undefined when it was accepted by itself. */
  decidedBy: string | undefined;
  /** Empty unless the list was returned. */
  returnReason: string;
};

/** The units of a cluster in the plan's order: the city list, the host, the others. */
export async function participantsOf(db: Reader, clusterId: string): Promise<Participant[]> {
  return (await participantsIn(db, [clusterId])).get(clusterId) ?? [];
}

/** The same for several clusters in one query, by cluster. */
export async function participantsIn(db: Reader, clusterIds: readonly string[]): Promise<Map<string, Participant[]>> {
  if (clusterIds.length === 0) return new Map();
  const rows = await selectParticipants(db)
    .select('cluster_unit.cluster_id')
    .where('cluster_unit.cluster_id', 'in', [...clusterIds])
    .orderBy('cluster_unit.position')
    .execute();
  const participants = new Map<string, Participant[]>();
  for (const row of rows) {
    const units = participants.get(row.cluster_id) ?? [];
    participants.set(row.cluster_id, units);
    units.push(toParticipant(row));
  }
  return participants;
}

/** Of `cluster_unit`, its cluster, and its unit, which a query joins as `participant`. */
export const participantColumns = [
  'cluster_unit.unit_id',
  'participant.name as unit_name',
  'cluster.host_unit_id',
  'cluster_unit.quota',
  'cluster_unit.list_state',
  'cluster_unit.submitted_at',
  'cluster_unit.decided_at',
  'cluster_unit.decided_by',
  'cluster_unit.return_reason',
] as const;

const selectParticipants = (db: Reader) =>
  db
    .selectFrom('cluster_unit')
    .innerJoin('unit as participant', 'participant.id', 'cluster_unit.unit_id')
    .innerJoin('cluster', 'cluster.id', 'cluster_unit.cluster_id')
    .select(participantColumns);

type ParticipantRow = Awaited<ReturnType<ReturnType<typeof selectParticipants>['executeTakeFirstOrThrow']>>;

export const toParticipant = (row: ParticipantRow): Participant => ({
  unitId: row.unit_id,
  unitName: row.unit_name,
  isHost: row.unit_id === row.host_unit_id,
  quota: row.quota,
  listState: row.list_state,
  submittedAt: row.submitted_at ?? undefined,
  decidedAt: row.decided_at ?? undefined,
  decidedBy: row.decided_by ?? undefined,
  returnReason: row.return_reason,
});

export type ListChange = {
  clusterId: string;
  unitId: string;
  state: ListState;
  at: string;
  /** The account that decides; left out when the list moves on by itself. */
  by?: string;
  /** Why it goes back; only for `returned`. */
  reason?: string;
};

/** Keeps the return reason until the unit hands the list in again. */
export async function setListState(
  db: Reader,
  { clusterId, unitId, state, at, by, reason = '' }: ListChange,
): Promise<void> {
  const isDecision = state === 'accepted' || state === 'returned';
  await db
    .updateTable('cluster_unit')
    .set({
      list_state: state,
      ...(state === 'submitted' && { submitted_at: at, decided_by: null, return_reason: '' }),
      ...(isDecision && { decided_at: at, decided_by: by ?? null, return_reason: reason }),
    })
    .where('cluster_id', '=', clusterId)
    .where('unit_id', '=', unitId)
    .execute();
}

export const selectDoorClusters = (db: Reader) =>
  db
    .selectFrom('cluster')
    .innerJoin('event', 'event.id', 'cluster.event_id')
    .select([
      'cluster.id',
      'cluster.event_id',
      'cluster.number',
      'cluster.venue',
      'event.zone',
      'cluster.starts_at',
      'cluster.door_opens_at',
      'cluster.late_from',
      'cluster.door_closes_at',
      'cluster.closed_at',
    ]);

type DoorRow = Awaited<ReturnType<ReturnType<typeof selectDoorClusters>['executeTakeFirstOrThrow']>>;

export const toDoorCluster = (row: DoorRow): DoorCluster => ({
  id: row.id,
  number: row.number,
  venue: row.venue,
  zone: row.zone,
  startsAt: row.starts_at,
  doorOpensAt: row.door_opens_at,
  lateFrom: row.late_from,
  doorClosesAt: row.door_closes_at,
  ...(row.closed_at !== null && { closedAt: row.closed_at }),
});
