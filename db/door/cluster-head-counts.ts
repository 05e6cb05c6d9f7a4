/**
 * The numbers of whole clusters, by the rules of `server/domain/door/attendance.ts`: a delegate is present in the cluster
 * of the registration, at whichever door the code was read, and expected with a seat or once present.
 */
import { sql } from 'kysely';
import { isExpected } from '../../server/domain/door/attendance.ts';
import type { Counted } from '../../server/domain/lists/head-counts.ts';
import type { Reader } from '../schema.ts';

export type ClusterHeadCount = { present: number; expected: number };

/** Every cluster asked for is in the answer, one without registrations too. */
export async function clusterHeadCounts(
  db: Reader,
  clusterIds: readonly string[],
): Promise<Map<string, ClusterHeadCount>> {
  if (clusterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('registration')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .select(({ exists, selectFrom }) => [
      'registration.cluster_id',
      'registration.seat',
      'withdrawal.registration_id as withdrawn',
      exists(
        selectFrom('scan')
          .select(sql.lit(1).as('one'))
          .whereRef('scan.registration_id', '=', 'registration.id')
          .where('scan.verdict', 'in', ['admitted', 'already_admitted']),
      ).as('is_present'),
    ])
    .where('registration.cluster_id', 'in', [...clusterIds])
    .execute();
  const counts = new Map(clusterIds.map((id) => [id, { present: 0, expected: 0 }]));
  for (const row of rows) {
    const count = counts.get(row.cluster_id);
    const hasCome = Boolean(row.is_present);
    if (!count) continue;
    if (hasCome) count.present += 1;
    if (isExpected({ seat: row.seat, isWithdrawn: row.withdrawn !== null }, hasCome)) count.expected += 1;
  }
  return counts;
}

/** Every registration of a cluster as far as it is counted, withdrawn and waiting ones too. */
export async function countedIn(db: Reader, clusterId: string): Promise<(Counted & { unitId: string })[]> {
  const rows = await db
    .selectFrom('registration')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .select(['registration.id', 'registration.unit_id', 'registration.seat', 'withdrawal.registration_id as withdrawn'])
    .where('registration.cluster_id', '=', clusterId)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    seat: row.seat,
    isWithdrawn: row.withdrawn !== null,
  }));
}
