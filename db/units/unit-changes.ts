/** Units come, take another name, and end, with a successor or without. One that anything names is never deleted. */
import { sql } from 'kysely';
import type { UnitUses } from '../../server/domain/plan/unit-rules.ts';
import type { UnitLevel } from '../../server/domain/unit.ts';
import type { Reader, Tx } from '../schema.ts';

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

/** The unit's last day and who takes over, if anybody does; undefined takes the end back. */
export async function setEnd(
  tx: Tx,
  unitId: string,
  end: { lastDay: string; successorId: string | undefined } | undefined,
): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ successor_id: end?.successorId ?? null, valid_to: end?.lastDay ?? null })
    .where('id', '=', unitId)
    .execute();
}

/** Throws a duplicate error (see engine) when the code is taken. */
export async function setUnitFacts(
  tx: Tx,
  unitId: string,
  { level, parentId, code }: Pick<NewUnit, 'level' | 'parentId' | 'code'>,
): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ level, parent_id: parentId ?? null, code })
    .where('id', '=', unitId)
    .execute();
}

export async function unitUses(db: Reader, unitId: string): Promise<UnitUses> {
  const count = async (
    table: 'event' | 'cluster' | 'cluster_unit' | 'delegate' | 'account' | 'unit',
    column: string,
  ) => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(sql.ref(column), '=', unitId)
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  };
  return {
    clusters: (await count('cluster_unit', 'unit_id')) + (await count('cluster', 'host_unit_id')),
    events: await count('event', 'lead_unit_id'),
    delegates: await count('delegate', 'unit_id'),
    accounts: await count('account', 'unit_id'),
    children: await count('unit', 'parent_id'),
    predecessors: await count('unit', 'successor_id'),
  };
}

/** With the names it bore. Throws a reference error (see engine) while anything still names it. */
export async function deleteUnit(tx: Tx, unitId: string): Promise<void> {
  await tx.deleteFrom('former_unit_name').where('unit_id', '=', unitId).execute();
  await tx.deleteFrom('unit').where('id', '=', unitId).execute();
}
