/** Units come, take another name, and end in a successor. A unit is never deleted: old papers name it. */
import type { UnitLevel } from '../server/domain/unit.ts';
import type { Reader, Tx } from './schema.ts';

export type NewUnit = { id: string; code: string; name: string; level: UnitLevel; parentId: string | undefined };

/** Puts a unit at the end of the list. Throws a duplicate error (see engine) when its code is taken. */
export async function insertUnit(tx: Tx, unit: NewUnit): Promise<void> {
  const last = await tx
    .selectFrom('unit')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst();
  await tx
    .insertInto('unit')
    .values({
      id: unit.id,
      code: unit.code,
      name: unit.name,
      level: unit.level,
      parent_id: unit.parentId ?? null,
      position: Number(last?.position ?? -1) + 1,
      valid_from: null,
      valid_to: null,
      successor_id: null,
    })
    .execute();
}

export type FormerName = { name: string; validTo: string };

/** The names a unit bore before, the latest first. */
export async function formerNamesOf(db: Reader, unitId: string): Promise<FormerName[]> {
  const rows = await db
    .selectFrom('former_unit_name')
    .select(['name', 'valid_to'])
    .where('unit_id', '=', unitId)
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({ name: row.name, validTo: row.valid_to }));
}

/** Gives a unit its new name from a day on (local ISO date) and keeps the old one until the day before. */
export async function renameUnitRow(
  tx: Tx,
  rename: { id: string; unitId: string; oldName: string; name: string; from: string; until: string; at: string },
): Promise<void> {
  const { id, unitId, oldName, name, from, until, at } = rename;
  await tx
    .insertInto('former_unit_name')
    .values({ id, unit_id: unitId, name: oldName, valid_to: until, changed_at: at })
    .execute();
  await tx.updateTable('unit').set({ name, valid_from: from }).where('id', '=', unitId).execute();
}

/** The unit's last day and who takes over; undefined takes a merger back. */
export async function setSuccessor(
  tx: Tx,
  unitId: string,
  merger: { successorId: string; lastDay: string } | undefined,
): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ successor_id: merger?.successorId ?? null, valid_to: merger?.lastDay ?? null })
    .where('id', '=', unitId)
    .execute();
}
