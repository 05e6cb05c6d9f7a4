import type { Reader } from './schema.ts';

export type Unit = { id: string; code: string; name: string };

/** The units that take part in a cluster of any event, once each: those that may have a registrar. */
export async function participatingUnits(db: Reader): Promise<Unit[]> {
  return await db
    .selectFrom('unit')
    .innerJoin('cluster_unit', 'cluster_unit.unit_id', 'unit.id')
    .select(['unit.id', 'unit.code', 'unit.name'])
    .distinct()
    .orderBy('unit.position')
    .execute();
}

export async function unitById(db: Reader, id: string): Promise<Unit | undefined> {
  return await db.selectFrom('unit').select(['id', 'code', 'name']).where('id', '=', id).executeTakeFirst();
}
