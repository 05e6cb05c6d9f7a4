import type { Reader } from '../schema.ts';

export type Unit = { id: string; code: string; name: string; hasEnded: boolean };

const selectUnits = (db: Reader) =>
  db.selectFrom('unit').select(['unit.id', 'unit.code', 'unit.name', 'unit.valid_to', 'unit.successor_id']);

type Row = Awaited<ReturnType<ReturnType<typeof selectUnits>['executeTakeFirstOrThrow']>>;

/** Merged or ended: it has a last day, a successor or both (see `domain/plan/unit-rules`). */
const toUnit = ({ id, code, name, valid_to, successor_id }: Row): Unit => ({
  id,
  code,
  name,
  hasEnded: valid_to !== null || successor_id !== null,
});

/** The units that stand and take part in a cluster of any event, once each: those that may have a registrar. */
export async function participatingUnits(db: Reader): Promise<Unit[]> {
  const rows = await selectUnits(db)
    .innerJoin('cluster_unit', 'cluster_unit.unit_id', 'unit.id')
    .where('unit.valid_to', 'is', null)
    .where('unit.successor_id', 'is', null)
    .distinct()
    .orderBy('unit.position')
    .execute();
  return rows.map(toUnit);
}

export async function unitById(db: Reader, id: string): Promise<Unit | undefined> {
  const row = await selectUnits(db).where('unit.id', '=', id).executeTakeFirst();
  return row && toUnit(row);
}

/** The unit that stands where a merged one stood, however many mergers lie between; undefined when there is none. */
export async function successorOf(db: Reader, unitId: string): Promise<Unit | undefined> {
  const seen = new Set([unitId]);
  let id: string | null = unitId;
  for (;;) {
    const row: { successor_id: string | null } | undefined = await db
      .selectFrom('unit')
      .select('successor_id')
      .where('id', '=', id)
      .executeTakeFirst();
    if (!row?.successor_id || seen.has(row.successor_id)) break;
    id = row.successor_id;
    seen.add(id);
  }
  const unit = id === unitId ? undefined : await unitById(db, id);
  return unit?.hasEnded ? undefined : unit;
}
