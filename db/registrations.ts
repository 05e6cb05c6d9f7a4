/**
 * Delegates and their places. "Active" means not withdrawn: a withdrawn registration stays for the history but holds
 * no place and is on no list.
 */
import type { Scope } from '../server/domain/account.ts';
import type { DelegateDraft, Known } from '../server/domain/delegate-list.ts';
import type { Seat, Waiting } from '../server/domain/seating.ts';
import type { Reader, Tx } from './schema.ts';

const active = (db: Reader) =>
  db
    .selectFrom('registration')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .where('withdrawal.registration_id', 'is', null);

export type SeatCount = { seated: number; waiting: number };

/** Head counts of a cluster by unit. */
export async function seatCounts(db: Reader, clusterId: string): Promise<Map<string, SeatCount>> {
  const rows = await active(db)
    .select(({ fn }) => ['registration.unit_id', 'registration.seat', fn.countAll<number>().as('count')])
    .where('registration.cluster_id', '=', clusterId)
    .groupBy(['registration.unit_id', 'registration.seat'])
    .execute();
  const counts = new Map<string, SeatCount>();
  for (const row of rows) {
    const unit = counts.get(row.unit_id) ?? { seated: 0, waiting: 0 };
    unit[row.seat] = Number(row.count);
    counts.set(row.unit_id, unit);
  }
  return counts;
}

export const totalSeats = (counts: Map<string, SeatCount>): SeatCount =>
  [...counts.values()].reduce(
    (sum, unit) => ({ seated: sum.seated + unit.seated, waiting: sum.waiting + unit.waiting }),
    { seated: 0, waiting: 0 },
  );

export type Registration = {
  id: string;
  clusterId: string;
  unitId: string;
  unitName: string;
  seat: Seat;
  listOrder: number;
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
    .innerJoin('cluster_unit', (join) =>
      join
        .onRef('cluster_unit.cluster_id', '=', 'registration.cluster_id')
        .onRef('cluster_unit.unit_id', '=', 'registration.unit_id'),
    )
    .select([
      'registration.id',
      'registration.cluster_id',
      'registration.unit_id',
      'registration.unit_name',
      'registration.seat',
      'registration.list_order',
      'registration.submitted_at',
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
  clusterId: row.cluster_id,
  unitId: row.unit_id,
  unitName: row.unit_name,
  seat: row.seat,
  listOrder: row.list_order,
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

/** The active registrations of a cluster within the scope: units in the plan's order, each in rank and list order. */
export async function registrationsOf(
  db: Reader,
  { clusterId, scope, unitId }: { clusterId: string; scope: Scope; unitId?: string },
): Promise<Registration[]> {
  const only = scope.kind === 'unit' ? scope.unitId : unitId;
  const rows = await selectRegistrations(db)
    .where('registration.cluster_id', '=', clusterId)
    .$if(only !== undefined, (query) => query.where('registration.unit_id', '=', only ?? ''))
    .orderBy('cluster_unit.position')
    .orderBy('category.rank')
    .orderBy('registration.list_order')
    .orderBy('registration.id')
    .execute();
  const others = await otherCategories(
    db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => toRegistration(row, others.get(row.id)));
}

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

/** The people a unit already has in a cluster, for the duplicate rule. */
export async function knownPeople(db: Reader, clusterId: string, unitId: string): Promise<(Known & { seat: Seat })[]> {
  const rows = await active(db)
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .select([
      'delegate.full_name',
      'delegate.name_folded',
      'delegate.position',
      'delegate.workplace',
      'registration.seat',
    ])
    .where('registration.cluster_id', '=', clusterId)
    .where('registration.unit_id', '=', unitId)
    .execute();
  return rows.map((row) => ({
    fullName: row.full_name,
    nameFolded: row.name_folded,
    position: row.position,
    workplace: row.workplace,
    seat: row.seat,
  }));
}

/** The last place in a unit's list, so that later lines follow. */
export async function lastListOrder(db: Reader, clusterId: string, unitId: string): Promise<number> {
  const row = await db
    .selectFrom('registration')
    .select(({ fn }) => fn.max('list_order').as('last'))
    .where('cluster_id', '=', clusterId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

export type NewRegistration = {
  id: string;
  delegateId: string;
  eventId: string;
  clusterId: string;
  unit: { id: string; name: string };
  draft: DelegateDraft;
  seat: Seat;
  listOrder: number;
  at: string;
  by: string | undefined;
};

export async function insertRegistrations(tx: Tx, registrations: readonly NewRegistration[]): Promise<void> {
  if (registrations.length === 0) return;
  await tx
    .insertInto('delegate')
    .values(
      registrations.map(({ delegateId, eventId, unit, draft, at, by }) => ({
        id: delegateId,
        event_id: eventId,
        unit_id: unit.id,
        honorific: draft.honorific,
        full_name: draft.fullName,
        name_folded: draft.nameFolded,
        position: draft.position,
        workplace: draft.workplace,
        email: draft.email ?? null,
        phone: draft.phone ?? null,
        note: draft.note,
        created_at: at,
        created_by: by ?? null,
      })),
    )
    .execute();
  await tx
    .insertInto('registration')
    .values(
      registrations.map(({ id, delegateId, eventId, clusterId, unit, draft, seat, listOrder, at, by }) => ({
        id,
        event_id: eventId,
        cluster_id: clusterId,
        unit_id: unit.id,
        delegate_id: delegateId,
        category_id: draft.categoryIds[0],
        unit_name: unit.name,
        seat,
        list_order: listOrder,
        submitted_at: at,
        submitted_by: by ?? null,
      })),
    )
    .execute();
  const roles = registrations.flatMap(({ id, draft }) =>
    draft.categoryIds.slice(1).map((categoryId) => ({ registration_id: id, category_id: categoryId })),
  );
  if (roles.length > 0) await tx.insertInto('registration_category').values(roles).execute();
}

/** Who waits in a cluster, in the order in which they were handed in. */
export async function waitingIn(db: Reader, clusterId: string): Promise<Waiting[]> {
  const rows = await active(db)
    .select(['registration.id', 'registration.unit_id'])
    .where('registration.cluster_id', '=', clusterId)
    .where('registration.seat', '=', 'waiting')
    .orderBy('registration.submitted_at')
    .orderBy('registration.list_order')
    .orderBy('registration.id')
    .execute();
  return rows.map((row) => ({ registrationId: row.id, unitId: row.unit_id }));
}

export async function seatRegistrations(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('registration')
    .set({ seat: 'seated' })
    .where('id', 'in', [...ids])
    .execute();
}

export async function insertWithdrawal(
  tx: Tx,
  withdrawal: { registrationId: string; at: string; by: string; reason: string },
): Promise<void> {
  await tx
    .insertInto('withdrawal')
    .values({
      registration_id: withdrawal.registrationId,
      at: withdrawal.at,
      by_account: withdrawal.by,
      reason: withdrawal.reason,
    })
    .execute();
}
