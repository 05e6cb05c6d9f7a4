/** Places: how many are taken, who waits for one, and giving one. Registrations that were withdrawn hold none. */
import type { Waiting } from '../../server/domain/seats/seating.ts';
import { active } from '../people/active-registrations.ts';
import type { Reader, Tx } from '../schema.ts';

export type SeatCount = { seated: number; waiting: number };

/** Head counts of a cluster by unit. */
export async function seatCounts(db: Reader, clusterId: string): Promise<Map<string, SeatCount>> {
  return (await seatCountsIn(db, [clusterId])).get(clusterId) ?? new Map();
}

/** The same for several clusters in one query: by cluster, then by unit. */
export async function seatCountsIn(
  db: Reader,
  clusterIds: readonly string[],
): Promise<Map<string, Map<string, SeatCount>>> {
  if (clusterIds.length === 0) return new Map();
  const rows = await active(db)
    .select(({ fn }) => [
      'registration.cluster_id',
      'registration.unit_id',
      'registration.seat',
      fn.countAll<number>().as('count'),
    ])
    .where('registration.cluster_id', 'in', [...clusterIds])
    .groupBy(['registration.cluster_id', 'registration.unit_id', 'registration.seat'])
    .execute();
  const clusters = new Map<string, Map<string, SeatCount>>();
  for (const row of rows) {
    const counts = clusters.get(row.cluster_id) ?? new Map<string, SeatCount>();
    clusters.set(row.cluster_id, counts);
    const unit = counts.get(row.unit_id) ?? { seated: 0, waiting: 0 };
    unit[row.seat] = Number(row.count);
    counts.set(row.unit_id, unit);
  }
  return clusters;
}

export const totalSeats = (counts: Map<string, SeatCount>): SeatCount =>
  [...counts.values()].reduce(
    (sum, unit) => ({ seated: sum.seated + unit.seated, waiting: sum.waiting + unit.waiting }),
    { seated: 0, waiting: 0 },
  );

/** Who waits in a cluster, in the order in which they were handed in. */
export async function waitingIn(db: Reader, clusterId: string): Promise<Waiting[]> {
  const rows = await active(db)
    .select(['registration.id', 'registration.unit_id'])
    .where('registration.cluster_id', '=', clusterId)
    .where('registration.seat', '=', 'waiting')
    .orderBy('registration.submitted_at')
    .orderBy('registration.list_order')
    .orderBy('registration.id')
    .execute();
  return rows.map((row) => ({ registrationId: row.id, unitId: row.unit_id }));
}

export async function seatRegistrations(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('registration')
    .set({ seat: 'seated' })
    .where('id', 'in', [...ids])
    .execute();
}
