import { countPresent } from './scans.ts';
import type { Reader } from '../schema.ts';

export type HeadCount = { present: number; expected: number };

/** How many of a cluster's seated delegates are in, and how many there are, for each cluster asked for. */
export async function headCounts(db: Reader, clusterIds: readonly string[]): Promise<Map<string, HeadCount>> {
  if (clusterIds.length === 0) return new Map();
  const seated = await db
    .selectFrom('registration')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .select(({ fn }) => ['registration.cluster_id', fn.countAll<number>().as('seated')])
    .where('registration.cluster_id', 'in', [...clusterIds])
    .where('registration.seat', '=', 'seated')
    .where('withdrawal.registration_id', 'is', null)
    .groupBy('registration.cluster_id')
    .execute();
  const present = await countPresent(db, clusterIds);
  return new Map(
    clusterIds.map((id) => [
      id,
      {
        present: present.get(id) ?? 0,
        expected: Number(seated.find((row) => row.cluster_id === id)?.seated ?? 0),
      },
    ]),
  );
}
