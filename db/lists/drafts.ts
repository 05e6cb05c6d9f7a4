/**
 * What a unit has typed for a cluster and not handed in. One draft per list; whoever saves says which version they
 * started from, and a save from an older one changes nothing.
 */
import { emptyRow, type TypedRow, unnumbered } from '../../server/domain/list/row.ts';
import type { Reader, Tx } from '../schema.ts';
import { progressKey } from './progress-key.ts';

export type ListId = { clusterId: string; unitId: string };

export type Draft = {
  rows: TypedRow[];
  /** 0 before the first save; never comes twice for a list. */
  version: number;
  /** When and by whom the rows were saved; undefined when there are none. */
  saved: { at: string; by: string } | undefined;
};

/** The draft of a list; without one the rows are empty. A list that does not exist has none. */
export async function draftOf(db: Reader, { clusterId, unitId }: ListId): Promise<Draft> {
  const row = await db
    .selectFrom('cluster_unit')
    .leftJoin('draft', (join) =>
      join
        .onRef('draft.cluster_id', '=', 'cluster_unit.cluster_id')
        .onRef('draft.unit_id', '=', 'cluster_unit.unit_id'),
    )
    .leftJoin('account', 'account.id', 'draft.saved_by')
    .select(['cluster_unit.draft_version', 'draft.rows', 'draft.saved_at', 'account.full_name'])
    .where('cluster_unit.cluster_id', '=', clusterId)
    .where('cluster_unit.unit_id', '=', unitId)
    .executeTakeFirst();
  return {
    rows: row?.rows ? readRows(row.rows) : [],
    version: row?.draft_version ?? 0,
    saved: row?.saved_at ? { at: row.saved_at, by: row.full_name ?? '' } : undefined,
  };
}

/** Cells that were empty are not kept: five hundred rows stay small. */
const readRows = (text: string): TypedRow[] =>
  (JSON.parse(text) as Partial<TypedRow>[]).map((row) => ({ ...emptyRow(), ...row }));

const writeRows = (rows: readonly TypedRow[]): string =>
  JSON.stringify(
    rows.map(unnumbered).map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== ''))),
  );

/**
 * Makes `rows` the draft of a list; no rows, no draft. Gives the new version, or undefined when `version` is not the
 * present one any more: somebody else has saved, handed in or thrown away meanwhile, and nothing is changed.
 */
export async function replaceDraft(
  tx: Tx,
  {
    clusterId,
    unitId,
    rows,
    version,
    at,
    by,
  }: ListId & { rows: readonly TypedRow[]; version: number; at: string; by: string },
): Promise<number | undefined> {
  const next = version + 1;
  const { numUpdatedRows } = await tx
    .updateTable('cluster_unit')
    .set({ draft_version: next })
    .where('cluster_id', '=', clusterId)
    .where('unit_id', '=', unitId)
    .where('draft_version', '=', version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return undefined;
  if (rows.length === 0) {
    await tx.deleteFrom('draft').where('cluster_id', '=', clusterId).where('unit_id', '=', unitId).execute();
    return next;
  }
  const draft = { rows: writeRows(rows), row_count: rows.length, saved_at: at, saved_by: by };
  await tx
    .insertInto('draft')
    .values({ cluster_id: clusterId, unit_id: unitId, ...draft })
    .onConflict((conflict) => conflict.columns(['cluster_id', 'unit_id']).doUpdateSet(draft))
    .execute();
  return next;
}

/** How many rows wait in the drafts of an event, keyed by cluster and unit (see `progressKey`). */
export async function draftCounts(db: Reader, eventId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('draft')
    .innerJoin('cluster', 'cluster.id', 'draft.cluster_id')
    .select(['draft.cluster_id', 'draft.unit_id', 'draft.row_count'])
    .where('cluster.event_id', '=', eventId)
    .execute();
  return new Map(rows.map((row) => [progressKey(row.cluster_id, row.unit_id), row.row_count]));
}
