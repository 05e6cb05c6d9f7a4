/**
 * What a unit asks to add to a list that no longer takes rows directly, or to correct of somebody who is on it, and the
 * organiser's decision. A decision is a row of its own, at most one for a request, so two people who decide at once
 * cannot both have decided.
 */
import type { Scope } from '../../server/domain/account.ts';
import { emptyRow, rowAnswers, rowFields, type TypedRow } from '../../server/domain/list/row.ts';
import type { ChangeVerdict } from '../../server/domain/list/list-status.ts';
import type { Reader, Tx } from '../schema.ts';

export type ChangeRequest = {
  id: string;
  clusterId: string;
  unitId: string;
  unitName: string;
  rowCount: number;
  reason: string;
  askedAt: string;
  askedBy: string;
  /** Whom it would correct; undefined for a request to add rows. */
  correction: { registrationId: string; honorific: string; fullName: string } | undefined;
  decision:
    { verdict: ChangeVerdict; reason: string; seated: number; waiting: number; at: string; by: string } | undefined;
};

const selectRequests = (db: Reader) =>
  db
    .selectFrom('change_request')
    .innerJoin('unit', 'unit.id', 'change_request.unit_id')
    .innerJoin('account as asker', 'asker.id', 'change_request.asked_by')
    .leftJoin('change_decision', 'change_decision.request_id', 'change_request.id')
    .leftJoin('account as decider', 'decider.id', 'change_decision.by_account')
    .leftJoin('registration', 'registration.id', 'change_request.registration_id')
    .leftJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .select([
      'change_request.id',
      'change_request.cluster_id',
      'change_request.unit_id',
      'unit.name as unit_name',
      'change_request.row_count',
      'change_request.reason',
      'change_request.asked_at',
      'asker.full_name as asked_by_name',
      'change_decision.verdict',
      'change_decision.reason as decision_reason',
      'change_decision.seated',
      'change_decision.waiting',
      'change_decision.at',
      'decider.full_name as decided_by_name',
      'change_request.registration_id',
      'delegate.honorific',
      'delegate.full_name',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectRequests>['executeTakeFirstOrThrow']>>;

const toRequest = (row: Row): ChangeRequest => ({
  id: row.id,
  clusterId: row.cluster_id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  rowCount: row.row_count,
  reason: row.reason,
  askedAt: row.asked_at,
  askedBy: row.asked_by_name,
  correction:
    row.registration_id === null
      ? undefined
      : { registrationId: row.registration_id, honorific: row.honorific ?? '', fullName: row.full_name ?? '' },
  decision:
    row.verdict === null
      ? undefined
      : {
          verdict: row.verdict,
          reason: row.decision_reason ?? '',
          seated: row.seated ?? 0,
          waiting: row.waiting ?? 0,
          at: row.at ?? '',
          by: row.decided_by_name ?? '',
        },
});

/** A request the scope may see, with its rows as they were typed; of a correction as it was and as it is wanted. */
export async function changeRequestById(
  db: Reader,
  scope: Scope,
  id: string,
): Promise<(ChangeRequest & { rows: TypedRow[] }) | undefined> {
  const row = await selectRequests(db)
    .select('change_request.rows')
    .where('change_request.id', '=', id)
    .$if(scope.kind === 'unit', (query) =>
      query.where('change_request.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
    )
    .executeTakeFirst();
  return row && { ...toRequest(row), rows: readRows(row.rows) };
}

/** The requests of one unit in a cluster, the newest first. */
export async function changeRequestsOf(db: Reader, clusterId: string, unitId: string): Promise<ChangeRequest[]> {
  const rows = await selectRequests(db)
    .where('change_request.cluster_id', '=', clusterId)
    .where('change_request.unit_id', '=', unitId)
    .orderBy('change_request.asked_at', 'desc')
    .orderBy('change_request.id', 'desc')
    .execute();
  return rows.map(toRequest);
}

/** What waits for a decision in the clusters, the oldest first. */
export async function openChangeRequests(db: Reader, clusterIds: readonly string[]): Promise<ChangeRequest[]> {
  if (clusterIds.length === 0) return [];
  const rows = await selectRequests(db)
    .where('change_request.cluster_id', 'in', [...clusterIds])
    .where('change_decision.request_id', 'is', null)
    .orderBy('change_request.asked_at')
    .orderBy('change_request.id')
    .execute();
  return rows.map(toRequest);
}

export type NewChangeRequest = {
  id: string;
  clusterId: string;
  unitId: string;
  /** The rows to add; of a correction the person as they were and as they are wanted. */
  rows: readonly TypedRow[];
  /** Whom to correct. */
  registrationId?: string;
  reason: string;
  at: string;
  by: string;
};

export async function insertChangeRequest(tx: Tx, request: NewChangeRequest): Promise<void> {
  await tx
    .insertInto('change_request')
    .values({
      id: request.id,
      cluster_id: request.clusterId,
      unit_id: request.unitId,
      rows: writeRows(request.rows),
      row_count: request.registrationId === undefined ? request.rows.length : 1,
      registration_id: request.registrationId ?? null,
      reason: request.reason,
      asked_at: request.at,
      asked_by: request.by,
    })
    .execute();
}

/** The undecided request with exactly these rows, if the unit has asked for them already. */
export async function sameOpenRequest(
  db: Reader,
  { clusterId, unitId, rows, registrationId }: Omit<NewChangeRequest, 'id' | 'reason' | 'at' | 'by'>,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('change_request')
    .leftJoin('change_decision', 'change_decision.request_id', 'change_request.id')
    .select('change_request.id')
    .where('change_request.cluster_id', '=', clusterId)
    .where('change_request.unit_id', '=', unitId)
    .where('change_request.rows', '=', writeRows(rows))
    .where((eb) =>
      registrationId === undefined
        ? eb('change_request.registration_id', 'is', null)
        : eb('change_request.registration_id', '=', registrationId),
    )
    .where('change_decision.request_id', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

export type NewChangeDecision = {
  requestId: string;
  verdict: ChangeVerdict;
  reason: string;
  seated: number;
  waiting: number;
  at: string;
  by: string;
};

export async function insertChangeDecision(tx: Tx, decision: NewChangeDecision): Promise<void> {
  await tx
    .insertInto('change_decision')
    .values({
      request_id: decision.requestId,
      verdict: decision.verdict,
      reason: decision.reason,
      seated: decision.seated,
      waiting: decision.waiting,
      at: decision.at,
      by_account: decision.by,
    })
    .execute();
}

/** Only what the rules read: the fields as typed and what the clerk has said of them. */
const writeRows = (rows: readonly TypedRow[]): string =>
  JSON.stringify(
    rows.map((row) => ({
      ...Object.fromEntries(rowFields.map((field) => [field, row[field]])),
      ...Object.fromEntries(rowAnswers.filter((answer) => row[answer]).map((answer) => [answer, true])),
    })),
  );

function readRows(text: string): TypedRow[] {
  const rows = JSON.parse(text) as (Partial<TypedRow> | undefined)[];
  return rows.map((row) => ({ ...emptyRow(), ...row }));
}
