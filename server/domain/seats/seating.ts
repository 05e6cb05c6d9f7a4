/**
 * The heart of the desk: who gets a place, and who waits visibly. Every path (form, file, API, substitute) asks here,
 * with the cluster's counts read inside the transaction that writes the answer.
 */
import { isOpenToPeople } from '../cluster-clock.ts';

export type Seat = 'seated' | 'waiting';

export type Capacity = {
  /** The cluster's maximum; hard. */
  max: number;
  /** The unit's share of it. */
  quota: number;
  seatedInCluster: number;
  seatedInUnit: number;
  /** Handed in earlier and still waiting, in an event whose free places the organiser gives: they come first. */
  waitingInUnit: number;
};

/** Free seats that the unit may have: under its quota and under the cluster's maximum. Never negative. */
export const freeSeats = ({ max, quota, seatedInCluster, seatedInUnit }: Omit<Capacity, 'waitingInUnit'>): number =>
  Math.max(0, Math.min(quota - seatedInUnit, max - seatedInCluster));

type WaitingUnit = { quota: number; seated: number; waiting: number };

/**
 * What a cluster with free seats and waiting delegates is told about. `withinQuota` are the units whose own waiting
 * delegates have a free seat under their quota; where no such unit is left, the organiser has to move quotas. Undefined
 * when nobody waits, no seat is free, or nobody can take one any more because the cluster is over or closed.
 */
export function waitingWhileFree<Unit extends WaitingUnit>(
  cluster: { max: number; endsAt: string; closedAt?: string | undefined },
  units: readonly Unit[],
  at: string,
): { waiting: number; free: number; withinQuota: { unit: Unit; free: number }[] } | undefined {
  const { max } = cluster;
  const seatedInCluster = units.reduce((sum, { seated }) => sum + seated, 0);
  const waiting = units.reduce((sum, unit) => sum + unit.waiting, 0);
  const free = Math.max(0, max - seatedInCluster);
  if (waiting === 0 || free === 0 || !isOpenToPeople(cluster, at)) return undefined;
  const withinQuota = units
    .filter((unit) => unit.waiting > 0)
    .map((unit) => ({
      unit,
      free: freeSeats({ max, quota: unit.quota, seatedInCluster, seatedInUnit: unit.seated }),
    }))
    .filter((one) => one.free > 0);
  return { waiting, free, withinQuota };
}

/** What is left for the next hand-in, once those who wait have theirs. */
export const seatsLeft = (capacity: Capacity): number => Math.max(0, freeSeats(capacity) - capacity.waitingInUnit);

/** Seats `count` delegates in list order: the first ones sit, the rest wait. No one is refused. */
export function planSeating(capacity: Capacity, count: number): Seat[] {
  const seats = seatsLeft(capacity);
  return Array.from({ length: count }, (_, index) => (index < seats ? 'seated' : 'waiting'));
}

export type Waiting = { registrationId: string; unitId: string };

export type ClusterSeats = {
  max: number;
  seatedInCluster: number;
  units: Map<string, { quota: number; seated: number }>;
  /** In the order in which they were handed in. */
  waiting: Waiting[];
};

/**
 * Who moves up when a place of `unitId` became free: the first who waits of the same unit, then of the whole cluster,
 * each only while the own unit is under its quota and the cluster under its maximum.
 */
export function planPromotions(cluster: ClusterSeats, unitId: string): Waiting[] {
  const seated = new Map([...cluster.units].map(([id, unit]) => [id, unit.seated]));
  let total = cluster.seatedInCluster;
  const promoted: Waiting[] = [];
  const own = cluster.waiting.filter((waiting) => waiting.unitId === unitId);
  const others = cluster.waiting.filter((waiting) => waiting.unitId !== unitId);
  for (const waiting of [...own, ...others]) {
    const quota = cluster.units.get(waiting.unitId)?.quota ?? 0;
    const inUnit = seated.get(waiting.unitId) ?? 0;
    if (total >= cluster.max || inUnit >= quota) continue;
    promoted.push(waiting);
    seated.set(waiting.unitId, inUnit + 1);
    total += 1;
  }
  return promoted;
}
