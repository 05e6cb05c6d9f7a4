/** Puts delegates and their places in, and takes them off the list. */
import type { DelegateDraft } from '../../server/domain/list/check-list.ts';
import { postWords } from '../../server/domain/people/person-query.ts';
import type { Seat } from '../../server/domain/seats/seating.ts';
import type { Reader, Tx } from '../schema.ts';

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
  /** The delegate's row is there already: a city delegate goes to several clusters and is entered once. */
  isKnownDelegate?: boolean;
  /** A substitute keeps the place in the queue of those who wait, and the place on the list. */
  heldSince?: string;
  manualOrder?: number | undefined;
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
  await insertDelegates(
    tx,
    registrations.filter((registration) => !registration.isKnownDelegate),
  );
  await tx
    .insertInto('registration')
    .values(
      registrations.map(({ id, delegateId, eventId, clusterId, unit, draft, seat, listOrder, at, by, ...place }) => ({
        id,
        event_id: eventId,
        cluster_id: clusterId,
        unit_id: unit.id,
        delegate_id: delegateId,
        category_id: draft.categoryIds[0],
        unit_name: unit.name,
        seat,
        list_order: listOrder,
        manual_order: place.manualOrder ?? null,
        submitted_at: place.heldSince ?? at,
        submitted_by: by ?? null,
      })),
    )
    .execute();
  const roles = registrations.flatMap(({ id, draft }) =>
    draft.categoryIds.slice(1).map((categoryId) => ({ registration_id: id, category_id: categoryId })),
  );
  if (roles.length > 0) await tx.insertInto('registration_category').values(roles).execute();
}

async function insertDelegates(tx: Tx, registrations: readonly NewRegistration[]): Promise<void> {
  if (registrations.length === 0) return;
  await tx
    .insertInto('delegate')
    .values(
      registrations.map(({ delegateId, eventId, unit, draft, at, by }) => ({
        id: delegateId,
        event_id: eventId,
        unit_id: unit.id,
        ...delegateColumns(draft, unit.name),
        created_at: at,
        created_by: by ?? null,
      })),
    )
    .execute();
}

/** What a delegate's row holds of a line in good order; `unitName` is for the search. */
export const delegateColumns = (draft: DelegateDraft, unitName: string) => ({
  honorific: draft.honorific,
  full_name: draft.fullName,
  name_folded: draft.nameFolded,
  post_folded: postWords(draft.position, draft.workplace, unitName),
  position: draft.position,
  workplace: draft.workplace,
  email: draft.email ?? null,
  phone: draft.phone ?? null,
  note: draft.note,
});

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
