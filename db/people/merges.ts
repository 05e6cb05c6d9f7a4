/** Two entries of one person made one. Only ever added to; the entry that goes is withdrawn in the same transaction. */
import type { Reader, Tx } from '../schema.ts';

export type MergedEntry = {
  duplicateId: string;
  keptId: string;
  clusterId: string;
  unitId: string;
  at: string;
  by: string;
};

export async function insertMerge(tx: Tx, merge: MergedEntry): Promise<void> {
  await tx
    .insertInto('merge')
    .values({
      goes_registration_id: merge.duplicateId,
      stays_registration_id: merge.keptId,
      cluster_id: merge.clusterId,
      unit_id: merge.unitId,
      at: merge.at,
      by_account: merge.by,
    })
    .execute();
}

/** The merges of a cluster: the entry that stays, by the one that went. */
export async function mergesIn(db: Reader, clusterId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('merge')
    .select(['goes_registration_id', 'stays_registration_id'])
    .where('cluster_id', '=', clusterId)
    .execute();
  return new Map(rows.map((row) => [row.goes_registration_id, row.stays_registration_id]));
}

/** Into which entry a registration went, step by step to the one that is left; empty for one that was never merged. */
export async function mergedInto(db: Reader, registrationId: string): Promise<string[]> {
  const steps: string[] = [];
  for (let id: string | undefined = registrationId; id !== undefined;) {
    const row: { stays_registration_id: string } | undefined = await db
      .selectFrom('merge')
      .select('stays_registration_id')
      .where('goes_registration_id', '=', id)
      .executeTakeFirst();
    id = row?.stays_registration_id;
    if (id !== undefined) steps.push(id);
  }
  return steps;
}
