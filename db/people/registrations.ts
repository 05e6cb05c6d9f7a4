/**
 * Delegates and their places. "Active" means not withdrawn: a withdrawn registration stays for the history but holds
 * no place and is on no list.
 */
import type { Scope } from '../../server/domain/account.ts';
import { detailsKey } from '../../server/domain/list/duplicates.ts';
import type { Known, KnownInOtherCluster } from '../../server/domain/list/rules.ts';
import { byPlace, byRank } from '../../server/domain/list/list-order.ts';
import type { Seat } from '../../server/domain/seats/seating.ts';
import { addressed } from '../../server/domain/vietnamese/person-name.ts';
import { active } from './active-registrations.ts';
import type { Reader } from '../schema.ts';

export type Registration = {
  id: string;
  delegateId: string;
  clusterId: string;
  unitId: string;
  unitName: string;
  seat: Seat;
  listOrder: number;
  manualOrder: number | undefined;
  submittedAt: string;
  honorific: string;
  fullName: string;
  position: string;
  workplace: string;
  email: string | undefined;
  phone: string | undefined;
  note: string;
  category: { code: string; name: string; rank: number };
  /** Codes of every category the delegate holds, the main one first. */
  categoryCodes: string[];
};

const selectRegistrations = (db: Reader) =>
  active(db)
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .innerJoin('category', 'category.id', 'registration.category_id')
    .innerJoin('event', 'event.id', 'registration.event_id')
    .innerJoin('cluster_unit', (join) =>
      join
        .onRef('cluster_unit.cluster_id', '=', 'registration.cluster_id')
        .onRef('cluster_unit.unit_id', '=', 'registration.unit_id'),
    )
    .select([
      'registration.id',
      'registration.delegate_id',
      'registration.cluster_id',
      'registration.unit_id',
      'registration.unit_name',
      'registration.seat',
      'registration.list_order',
      'registration.manual_order',
      'registration.submitted_at',
      'cluster_unit.position as unit_position',
      'event.lead_unit_id',
      'delegate.honorific',
      'delegate.full_name',
      'delegate.position',
      'delegate.workplace',
      'delegate.email',
      'delegate.phone',
      'delegate.note',
      'category.code as category_code',
      'category.name as category_name',
      'category.rank as category_rank',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectRegistrations>['executeTakeFirstOrThrow']>>;

const toRegistration = (row: Row, others: string[] = []): Registration => ({
  id: row.id,
  delegateId: row.delegate_id,
  clusterId: row.cluster_id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  seat: row.seat,
  listOrder: row.list_order,
  manualOrder: row.manual_order ?? undefined,
  submittedAt: row.submitted_at,
  honorific: row.honorific,
  fullName: row.full_name,
  position: row.position,
  workplace: row.workplace,
  email: row.email ?? undefined,
  phone: row.phone ?? undefined,
  note: row.note,
  category: { code: row.category_code, name: row.category_name, rank: row.category_rank },
  categoryCodes: [row.category_code, ...others],
});

async function otherCategories(db: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('registration_category')
    .innerJoin('category', 'category.id', 'registration_category.category_id')
    .select(['registration_category.registration_id', 'category.code'])
    .where('registration_category.registration_id', 'in', [...ids])
    .orderBy('category.rank')
    .execute();
  const codes = new Map<string, string[]>();
  for (const row of rows) codes.set(row.registration_id, [...(codes.get(row.registration_id) ?? []), row.code]);
  return codes;
}

/** The active registrations of a cluster within the scope, in the order of official lists. */
export async function registrationsOf(
  db: Reader,
  { clusterId, scope, unitId }: { clusterId: string; scope: Scope; unitId?: string },
): Promise<Registration[]> {
  const only = scope.kind === 'unit' ? scope.unitId : unitId;
  const rows = await selectRegistrations(db)
    .where('registration.cluster_id', '=', clusterId)
    .$if(only !== undefined, (query) => query.where('registration.unit_id', '=', only ?? ''))
    .execute();
  const others = await otherCategories(
    db,
    rows.map((row) => row.id),
  );
  return inOfficialOrder(rows).map((row) => toRegistration(row, others.get(row.id)));
}

export type OrderedRow = {
  id: string;
  unit_id: string;
  unit_position: number;
  lead_unit_id: string;
  category_rank: number;
  list_order: number;
  manual_order: number | null;
};

/** Sorts rows as `server/domain/list/list-order.ts` says, so that pages, files and letters agree. */
export const inOfficialOrder = <Row extends OrderedRow>(rows: readonly Row[]): Row[] =>
  [...rows].sort((left, right) => byPlace(unitOf(left), unitOf(right)) || byRank(rankOf(left), rankOf(right)));

const unitOf = (row: OrderedRow) => ({ isLead: row.unit_id === row.lead_unit_id, position: row.unit_position });
const rankOf = (row: OrderedRow) => ({
  id: row.id,
  categoryRank: row.category_rank,
  listOrder: row.list_order,
  manualOrder: row.manual_order ?? undefined,
});

/** An active registration the scope may touch. */
export async function registrationById(db: Reader, scope: Scope, id: string): Promise<Registration | undefined> {
  const row = await selectRegistrations(db)
    .where('registration.id', '=', id)
    .$if(scope.kind === 'unit', (query) =>
      query.where('registration.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  return toRegistration(row, (await otherCategories(db, [row.id])).get(row.id));
}

export type KnownPerson = Known & { registrationId: string; seat: Seat; phone: string | undefined };

/** The people a unit already has in a cluster, for the duplicate rule. */
export async function knownPeople(db: Reader, clusterId: string, unitId: string): Promise<KnownPerson[]> {
  const rows = await active(db)
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .select([
      'registration.id',
      'delegate.full_name',
      'delegate.name_folded',
      'delegate.position',
      'delegate.workplace',
      'delegate.honorific',
      'delegate.phone',
      'delegate.email',
      'delegate.note',
      'registration.seat',
    ])
    .where('registration.cluster_id', '=', clusterId)
    .where('registration.unit_id', '=', unitId)
    .execute();
  return rows.map(({ honorific, note, ...row }) => {
    const phone = row.phone ?? undefined;
    return {
      registrationId: row.id,
      fullName: row.full_name,
      nameFolded: row.name_folded,
      position: row.position,
      workplace: row.workplace,
      details: detailsKey({ honorific, phone, email: row.email ?? undefined, note }),
      phone,
      seat: row.seat,
    };
  });
}

export type PersonWhoLeft = {
  fullName: string;
  nameFolded: string;
  at: string;
  reason: string;
  /** Who took the place over, as addressed. */
  replacedBy: string | undefined;
};

/** Who was on a unit's list and left it, each name as it left last; `at` is the moment in UTC. */
export async function peopleWhoLeft(db: Reader, clusterId: string, unitId: string): Promise<PersonWhoLeft[]> {
  const rows = await db
    .selectFrom('withdrawal')
    .innerJoin('registration', 'registration.id', 'withdrawal.registration_id')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .leftJoin('substitution', 'substitution.old_registration_id', 'registration.id')
    .leftJoin('registration as next', 'next.id', 'substitution.new_registration_id')
    .leftJoin('delegate as heir', 'heir.id', 'next.delegate_id')
    .select([
      'delegate.full_name',
      'delegate.name_folded',
      'withdrawal.at',
      'withdrawal.reason',
      'heir.honorific as heir_honorific',
      'heir.full_name as heir_name',
    ])
    .where('registration.cluster_id', '=', clusterId)
    .where('registration.unit_id', '=', unitId)
    .orderBy('withdrawal.at')
    .execute();
  return rows.map((row) => ({
    fullName: row.full_name,
    nameFolded: row.name_folded,
    at: row.at,
    reason: row.reason,
    replacedBy:
      row.heir_name === null ? undefined : addressed({ honorific: row.heir_honorific ?? '', fullName: row.heir_name }),
  }));
}

/** Who is on a unit's list in another cluster of the event and has no row in this one, by the number of the cluster. */
export async function knownInOtherClusters(
  db: Reader,
  clusterId: string,
  unitId: string,
): Promise<KnownInOtherCluster[]> {
  const rows = await active(db)
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .innerJoin('cluster', 'cluster.id', 'registration.cluster_id')
    .innerJoin('cluster as here', 'here.event_id', 'cluster.event_id')
    .select([
      'registration.delegate_id',
      'delegate.full_name',
      'delegate.name_folded',
      'delegate.position',
      'delegate.workplace',
      'cluster.number',
    ])
    .where('here.id', '=', clusterId)
    .where('registration.unit_id', '=', unitId)
    .where('registration.delegate_id', 'not in', (sub) =>
      sub.selectFrom('registration as own').select('own.delegate_id').where('own.cluster_id', '=', clusterId),
    )
    .orderBy('cluster.number')
    .execute();
  return rows.map((row) => ({
    delegateId: row.delegate_id,
    clusterNumber: row.number,
    fullName: row.full_name,
    nameFolded: row.name_folded,
    position: row.position,
    workplace: row.workplace,
  }));
}

/** Who waits in a cluster, with their names, in the order in which they were handed in. */
export async function waitingDelegates(db: Reader, clusterId: string): Promise<Registration[]> {
  const rows = await selectRegistrations(db)
    .where('registration.cluster_id', '=', clusterId)
    .where('registration.seat', '=', 'waiting')
    .orderBy('registration.submitted_at')
    .orderBy('registration.list_order')
    .orderBy('registration.id')
    .execute();
  return rows.map((row) => toRegistration(row));
}
