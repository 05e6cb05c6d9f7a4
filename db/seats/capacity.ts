/** The numbers a cluster is filled by. They change only inside a transaction that has read the counts. */
import type { Tx } from '../schema.ts';

export async function setQuota(
  tx: Tx,
  { clusterId, unitId, quota }: { clusterId: string; unitId: string; quota: number },
): Promise<void> {
  await tx
    .updateTable('cluster_unit')
    .set({ quota })
    .where('cluster_id', '=', clusterId)
    .where('unit_id', '=', unitId)
    .execute();
}

export async function setCapacity(tx: Tx, { clusterId, max }: { clusterId: string; max: number }): Promise<void> {
  await tx.updateTable('cluster').set({ capacity_max: max }).where('id', '=', clusterId).execute();
}
