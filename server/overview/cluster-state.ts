/** The facts of one cluster as the overview tells them, loaded once and used by cards, table and to-do list. */
import { type Cluster, type Participant, participantsOf } from '../../db/clusters.ts';
import { headCounts } from '../../db/head-counts.ts';
import { type SeatCount, seatCounts, totalSeats } from '../../db/registrations.ts';
import type { Reader } from '../../db/schema.ts';
import { progressKey, type UnitProgress, unitProgress } from '../../db/unit-progress.ts';

export type UnitState = Participant & SeatCount & UnitProgress;

export type ClusterState = {
  cluster: Cluster;
  seated: number;
  waiting: number;
  present: number;
  units: UnitState[];
};

export async function loadClusterStates(
  db: Reader,
  eventId: string,
  clusters: readonly Cluster[],
): Promise<ClusterState[]> {
  const progress = await unitProgress(db, eventId);
  const heads = await headCounts(
    db,
    clusters.map((cluster) => cluster.id),
  );
  const states: ClusterState[] = [];
  for (const cluster of clusters) {
    const counts = await seatCounts(db, cluster.id);
    const units = (await participantsOf(db, cluster.id)).map((participant) => ({
      ...participant,
      ...(counts.get(participant.unitId) ?? { seated: 0, waiting: 0 }),
      ...(progress.get(progressKey(cluster.id, participant.unitId)) ?? { invited: 0, confirmed: 0, declined: 0 }),
    }));
    states.push({ cluster, ...totalSeats(counts), present: heads.get(cluster.id)?.present ?? 0, units });
  }
  return states;
}
