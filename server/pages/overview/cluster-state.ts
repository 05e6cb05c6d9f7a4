/**
 * The facts of an event's clusters as the overview tells them, loaded once and used by cards, table and to-do list.
 * One query for each kind of fact, whatever the number of clusters.
 */
import { type ChangeRequest, openChangeRequests } from '../../../db/lists/change-requests.ts';
import { type Cluster, type Participant, participantsIn } from '../../../db/events/clusters.ts';
import { draftCounts } from '../../../db/lists/drafts.ts';
import { registeredCategories } from '../../../db/people/registered-categories.ts';
import { type SeatCount, seatCountsIn, totalSeats } from '../../../db/seats/seats.ts';
import { clusterHeadCounts } from '../../../db/door/cluster-head-counts.ts';
import type { Reader } from '../../../db/schema.ts';
import { inviteesIn, type TrackedInvitee } from '../../../db/letters/tracked-invitees.ts';
import { progressKey } from '../../../db/lists/progress-key.ts';
import { NO_PROGRESS, type UnitProgress, unitProgress } from './unit-progress.ts';

export type UnitState = Participant &
  SeatCount &
  UnitProgress & {
    drafts: number;
    /** Codes of the categories its delegates are registered under. */
    registered: string[];
  };

export type ClusterState = {
  cluster: Cluster;
  seated: number;
  waiting: number;
  /** Rows typed and not handed in. */
  drafts: number;
  present: number;
  units: UnitState[];
  /** The delegates on its lists, with how far the letters of each are. */
  invitees: TrackedInvitee[];
  /** What units ask to change and nobody has decided. */
  requests: ChangeRequest[];
};

export async function loadClusterStates(
  db: Reader,
  eventId: string,
  clusters: readonly Cluster[],
): Promise<ClusterState[]> {
  const ids = clusters.map((cluster) => cluster.id);
  const participants = await participantsIn(db, ids);
  const seats = await seatCountsIn(db, ids);
  const invitees = await inviteesIn(db, ids);
  const progress = unitProgress(invitees);
  const registered = await registeredCategories(db, ids);
  const drafts = await draftCounts(db, eventId);
  const heads = await clusterHeadCounts(db, ids);
  const requests = await openChangeRequests(db, ids);
  return clusters.map((cluster) => {
    const counts = seats.get(cluster.id) ?? new Map<string, SeatCount>();
    const units = (participants.get(cluster.id) ?? []).map((participant) => {
      const key = progressKey(cluster.id, participant.unitId);
      return {
        ...participant,
        ...(counts.get(participant.unitId) ?? { seated: 0, waiting: 0 }),
        ...(progress.get(key) ?? NO_PROGRESS),
        drafts: drafts.get(key) ?? 0,
        registered: registered.get(key) ?? [],
      };
    });
    return {
      cluster,
      ...totalSeats(counts),
      drafts: units.reduce((sum, unit) => sum + unit.drafts, 0),
      present: heads.get(cluster.id)?.present ?? 0,
      units,
      invitees: invitees.filter(({ clusterId }) => clusterId === cluster.id),
      requests: requests.filter((request) => request.clusterId === cluster.id),
    };
  });
}
