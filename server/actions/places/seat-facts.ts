/** The numbers of a cluster as they are now: what every act on places is judged by. */
import { type Cluster, clusterById, type Participant, participantsOf } from '../../../db/events/clusters.ts';
import { type SeatCount, seatCounts, totalSeats } from '../../../db/seats/seats.ts';
import type { Reader } from '../../../db/schema.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import { type ClusterNumbers, clusterNumbers } from '../../domain/seats/capacity.ts';
import { found } from '../../errors.ts';
import { sha256 } from '../../keys.ts';

export type UnitWithSeats = Participant & SeatCount;
export type SeatFacts = SeatCount & {
  cluster: Cluster;
  units: UnitWithSeats[];
  numbers: ClusterNumbers;
  /** Changes with every share and with the maximum: a page that is out of date must not set one of them back. */
  version: string;
};

/** @throws NotFound when the cluster is not there for this actor */
export async function loadSeatFacts(db: Reader, actor: Actor, clusterId: string): Promise<SeatFacts> {
  const cluster = found(await clusterById(db, scopeOf(actor), clusterId));
  const counts = await seatCounts(db, cluster.id);
  const participants = await participantsOf(db, cluster.id);
  const quotas = participants.map(({ unitId, quota }) => `${unitId} ${quota}`);
  const units = participants.map((unit) => ({ ...unit, ...(counts.get(unit.unitId) ?? { seated: 0, waiting: 0 }) }));
  return {
    cluster,
    ...totalSeats(counts),
    numbers: clusterNumbers(cluster, units),
    version: sha256([cluster.max, ...quotas].join()).slice(0, 16),
    units,
  };
}

/** @throws NotFound when the unit takes no part in the cluster */
export const unitIn = (facts: SeatFacts, unitId: string): UnitWithSeats =>
  found(facts.units.find((unit) => unit.unitId === unitId));
