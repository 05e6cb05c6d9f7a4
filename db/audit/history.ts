/**
 * What happened in a cluster, read from the audit chain: entries about the cluster itself and about its registrations.
 * The chain holds ids and counts; names are looked up here, at reading, for those who may see them, so that erasing a
 * person needs no change in the chain.
 */
import { type HistoryEntry, type HistoryNames, namedRegistrations } from '../../server/domain/history-entry.ts';
import { sql } from 'kysely';
import type { Scope } from '../../server/domain/account.ts';
import type { AuditAction } from '../../server/domain/audit-action.ts';
import { addressed } from '../../server/domain/vietnamese/person-name.ts';
import type { Reader } from '../schema.ts';

const CLUSTER = 'cluster:';

/** Acts whose reason is kept in the withdrawal they made, not in the chain. */
const KEPT_WITH_WITHDRAWAL: readonly string[] = ['delegate_withdrawn', 'delegate_substituted'] satisfies AuditAction[];

export type HistoryQuery = {
  clusterIds: readonly string[];
  /** Only what concerns this unit. */
  unitId?: string | undefined;
  limit: number;
  /** Only entries before this number, for the next page. */
  before?: number | undefined;
};

/** The newest entries first. */
export async function historyOf(db: Reader, query: HistoryQuery): Promise<HistoryEntry[]> {
  if (query.clusterIds.length === 0) return [];
  const entries = [...(await ofClusters(db, query)), ...(await ofRegistrations(db, query))];
  return entries.sort((left, right) => right.seq - left.seq).slice(0, query.limit);
}

/** The detail of an entry about a cluster names its unit, so a unit's entries are picked out afterwards. */
async function ofClusters(db: Reader, { clusterIds, unitId, limit, before }: HistoryQuery): Promise<HistoryEntry[]> {
  const subjects = clusterIds.map((id) => CLUSTER + id);
  const entries = await ofSubjects(db, { subjects, before, limit: unitId === undefined ? limit : undefined });
  return entries.filter((entry) => unitId === undefined || entry.unitIds.includes(unitId));
}

export type SubjectsQuery = {
  /** `cluster:<id>`, `event:<id>`, `unit:<id>` */
  subjects: readonly string[];
  limit: number | undefined;
  before?: number | undefined;
};

/** Entries about anything but registrations, the newest first. */
export async function ofSubjects(db: Reader, { subjects, limit, before }: SubjectsQuery): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'actor', 'action', 'subject', 'detail'])
    .where('subject', 'in', [...subjects])
    .$if(before !== undefined, (only) => only.where('seq', '<', before ?? 0))
    .orderBy('seq', 'desc')
    .$if(limit !== undefined, (all) => all.limit(limit ?? 0))
    .execute();
  return rows.map((row): HistoryEntry => {
    const detail = readDetail(row.detail);
    const [kind, id = ''] = row.subject.split(':');
    const named = kind === 'unit' ? [id, detail['successor']] : [detail['unit'], detail['from'], detail['to']];
    return {
      seq: row.seq,
      at: row.at,
      actor: row.actor,
      action: row.action,
      clusterId: kind === 'cluster' ? id : undefined,
      registrationId: undefined,
      unitIds: named.filter((name) => typeof name === 'string'),
      detail,
      reason: undefined,
    };
  });
}

async function ofRegistrations(
  db: Reader,
  { clusterIds, unitId, limit, before }: HistoryQuery,
): Promise<HistoryEntry[]> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('audit_entry', (join) =>
      join.on('audit_entry.subject', '=', sql<string>`'registration:' || registration.id`),
    )
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .select([
      'audit_entry.seq',
      'audit_entry.at',
      'audit_entry.actor',
      'audit_entry.action',
      'audit_entry.detail',
      'registration.id',
      'registration.cluster_id',
      'registration.unit_id',
      'withdrawal.reason',
    ])
    .where('registration.cluster_id', 'in', [...clusterIds])
    .$if(unitId !== undefined, (only) => only.where('registration.unit_id', '=', unitId ?? ''))
    .$if(before !== undefined, (only) => only.where('audit_entry.seq', '<', before ?? 0))
    .orderBy('audit_entry.seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actor: row.actor,
    action: row.action,
    clusterId: row.cluster_id,
    registrationId: row.id,
    unitIds: [row.unit_id],
    detail: readDetail(row.detail),
    reason: KEPT_WITH_WITHDRAWAL.includes(row.action) ? (row.reason ?? undefined) : undefined,
  }));
}

const readDetail = (text: string): HistoryEntry['detail'] => JSON.parse(text) as HistoryEntry['detail'];

/** Looks up everybody the entries name. A registrar's scope leaves out other units, their delegates and their clerks. */
export async function historyNames(db: Reader, scope: Scope, entries: readonly HistoryEntry[]): Promise<HistoryNames> {
  const accountIds = unique(entries.flatMap(({ actor }) => (actor.startsWith('account:') ? [actor.slice(8)] : [])));
  const unitIds = unique(entries.flatMap((entry) => entry.unitIds)).filter(
    (id) => scope.kind === 'all' || scope.unitId === id,
  );
  const registrationIds = unique(entries.flatMap(namedRegistrations));
  return {
    ...(await accountNames(db, scope, accountIds)),
    units: await unitNames(db, unitIds),
    delegates: await delegateNames(db, scope, registrationIds),
  };
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

async function accountNames(
  db: Reader,
  scope: Scope,
  ids: readonly string[],
): Promise<Pick<HistoryNames, 'accounts' | 'strangers'>> {
  if (ids.length === 0) return { accounts: new Map(), strangers: new Set() };
  const rows = await db
    .selectFrom('account')
    .select(['id', 'full_name', 'role', 'unit_id'])
    .where('id', 'in', [...ids])
    .execute();
  // Organisers are shown by name to everyone; a registrar only to their own unit.
  const isStranger = (row: (typeof rows)[number]) =>
    scope.kind === 'unit' && row.role === 'registrar' && row.unit_id !== scope.unitId;
  return {
    accounts: new Map(rows.filter((row) => !isStranger(row)).map((row) => [row.id, row.full_name])),
    strangers: new Set(rows.filter(isStranger).map((row) => row.id)),
  };
}

async function unitNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

async function delegateNames(db: Reader, scope: Scope, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('registration')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .select(['registration.id', 'delegate.honorific', 'delegate.full_name'])
    .where('registration.id', 'in', [...ids])
    .$if(scope.kind === 'unit', (query) =>
      query.where('registration.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
    )
    .execute();
  return new Map(rows.map((row) => [row.id, addressed({ honorific: row.honorific, fullName: row.full_name })]));
}
