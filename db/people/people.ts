/**
 * One delegate in one cluster, whatever became of the place: also who was withdrawn or replaced is found here, because
 * the page of a person tells what happened.
 */
import type { Scope } from '../../server/domain/account.ts';
import type { DelegateDraft } from '../../server/domain/list/check-list.ts';
import type { Seat } from '../../server/domain/seats/seating.ts';
import { delegateColumns } from './registration-writes.ts';
import type { Reader, Tx } from '../schema.ts';

export type Person = {
  registrationId: string;
  delegateId: string;
  eventId: string;
  clusterId: string;
  unitId: string;
  /** As it was when the delegate was registered. */
  unitName: string;
  /** On the list of the unit that holds the event: the guests of the city. */
  isOfCity: boolean;
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
  /** The main one first. */
  categories: { code: string; name: string }[];
  withdrawn: { at: string; reason: string } | undefined;
};

/** A registration the scope may see, also one that was withdrawn. */
export async function personById(db: Reader, scope: Scope, registrationId: string): Promise<Person | undefined> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .innerJoin('category', 'category.id', 'registration.category_id')
    .innerJoin('event', 'event.id', 'registration.event_id')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .leftJoin('registration_category', 'registration_category.registration_id', 'registration.id')
    .leftJoin('category as other', 'other.id', 'registration_category.category_id')
    .select([
      'registration.id',
      'registration.delegate_id',
      'registration.event_id',
      'registration.cluster_id',
      'registration.unit_id',
      'registration.unit_name',
      'event.lead_unit_id',
      'registration.seat',
      'registration.list_order',
      'registration.manual_order',
      'registration.submitted_at',
      'delegate.honorific',
      'delegate.full_name',
      'delegate.position',
      'delegate.workplace',
      'delegate.email',
      'delegate.phone',
      'delegate.note',
      'category.code',
      'category.name',
      'withdrawal.at as withdrawn_at',
      'withdrawal.reason as withdrawn_reason',
      'other.code as other_code',
      'other.name as other_name',
    ])
    .where('registration.id', '=', registrationId)
    .$if(scope.kind === 'unit', (query) =>
      query.where('registration.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
    )
    .orderBy('other.rank')
    .orderBy('other.code')
    .execute();
  const [row] = rows;
  if (!row) return undefined;
  return {
    registrationId: row.id,
    delegateId: row.delegate_id,
    eventId: row.event_id,
    clusterId: row.cluster_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    isOfCity: row.unit_id === row.lead_unit_id,
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
    categories: [{ code: row.code, name: row.name }, ...rows.flatMap(otherCategory)],
    withdrawn: row.withdrawn_at === null ? undefined : { at: row.withdrawn_at, reason: row.withdrawn_reason ?? '' },
  };
}

const otherCategory = (row: { other_code: string | null; other_name: string | null }) =>
  row.other_code === null ? [] : [{ code: row.other_code, name: row.other_name ?? '' }];

export type PersonsRegistration = { registrationId: string; clusterId: string; seat: Seat; isWithdrawn: boolean };

/** Every cluster in which a delegate has or had a place, by the cluster's number. */
export async function registrationsOfDelegate(db: Reader, delegateId: string): Promise<PersonsRegistration[]> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('cluster', 'cluster.id', 'registration.cluster_id')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .select(['registration.id', 'registration.cluster_id', 'registration.seat', 'withdrawal.at as withdrawn_at'])
    .where('registration.delegate_id', '=', delegateId)
    .orderBy('cluster.number')
    .execute();
  return rows.map((row) => ({
    registrationId: row.id,
    clusterId: row.cluster_id,
    seat: row.seat,
    isWithdrawn: row.withdrawn_at !== null,
  }));
}

/** Writes corrected details. A delegate with places in several clusters is one row: it is right in all of them. */
export async function updateDelegate(
  tx: Tx,
  { delegateId, unitName, draft }: { delegateId: string; unitName: string; draft: DelegateDraft },
): Promise<void> {
  await tx.updateTable('delegate').set(delegateColumns(draft, unitName)).where('id', '=', delegateId).execute();
}

/** Moves a registration to another delegate row, for a merge. */
export async function repointRegistration(tx: Tx, registrationId: string, delegateId: string): Promise<void> {
  await tx.updateTable('registration').set({ delegate_id: delegateId }).where('id', '=', registrationId).execute();
}

/** The categories a delegate holds in one cluster, the main one first. */
export async function setCategories(
  tx: Tx,
  registrationId: string,
  [main, ...others]: DelegateDraft['categoryIds'],
): Promise<void> {
  await tx.updateTable('registration').set({ category_id: main }).where('id', '=', registrationId).execute();
  await tx.deleteFrom('registration_category').where('registration_id', '=', registrationId).execute();
  if (others.length === 0) return;
  await tx
    .insertInto('registration_category')
    .values(others.map((categoryId) => ({ registration_id: registrationId, category_id: categoryId })))
    .execute();
}

/** Every id that belongs to a unit's list in a cluster, also of those who were withdrawn. */
export async function idsOfList(db: Reader, clusterId: string, unitId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('registration')
    .select('id')
    .where('cluster_id', '=', clusterId)
    .where('unit_id', '=', unitId)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** Puts the registrations in this order by hand. */
export async function setManualOrder(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await tx
      .updateTable('registration')
      .set({ manual_order: index + 1 })
      .where('id', '=', id)
      .execute();
  }
}

/** Back to rank and list order. */
export async function clearManualOrder(tx: Tx, clusterId: string, unitId: string): Promise<void> {
  await tx
    .updateTable('registration')
    .set({ manual_order: null })
    .where('cluster_id', '=', clusterId)
    .where('unit_id', '=', unitId)
    .execute();
}
