/**
 * What the organiser may do with the places of a cluster. Every act is judged on counts read inside the transaction
 * that carries it out. Two things never happen: a share or a maximum is lowered below those who sit, and somebody is
 * seated above the maximum. A unit's own share is the organiser's to exceed, with a reason.
 */
import type { ListState } from '../list/list-status.ts';
import type { Seat } from './seating.ts';

export type UnitSeats = { quota: number; seated: number };

export type SeatsRefusal =
  /** A unit can give away only free seats. */
  | 'more_than_free'
  | 'same_unit'
  | 'below_seated'
  | 'below_minimum'
  | 'cluster_full'
  | 'already_seated'
  /** The shares of all units together would be more than the cluster may hold. */
  | 'shares_above_max'
  /** Somebody else changed a share or the maximum since the page was shown. */
  | 'overtaken'
  /** The attendance of the cluster is closed: its numbers are part of the lists. */
  | 'cluster_closed'
  | 'reason_missing';

/** `limit` is the number that the sentence names: what is free, seated, expected at least or at most. */
export type SeatsJudgement = { kind: 'allowed' } | { kind: 'refused'; why: SeatsRefusal; limit: number };

const allowed: SeatsJudgement = { kind: 'allowed' };
const refuse = (why: SeatsRefusal, limit: number): SeatsJudgement => ({ kind: 'refused', why, limit });

/** Moves `count` places from one unit's quota to another's; the cluster's maximum stays. */
export function judgeMove(
  from: UnitSeats,
  { count, isSameUnit, isClosed }: { count: number; isSameUnit: boolean; isClosed: boolean },
): SeatsJudgement {
  if (isClosed) return refuse('cluster_closed', 0);
  if (isSameUnit) return refuse('same_unit', 0);
  const free = Math.max(0, from.quota - from.seated);
  return count > free ? refuse('more_than_free', free) : allowed;
}

/** What a new number is judged by: the cluster's numbers and how far its registration has come. */
export type ClusterNumbers = {
  min: number;
  max: number;
  /** Of all units together. */
  quotas: number;
  seated: number;
  hasBegun: boolean;
  isClosed: boolean;
};

type UnitOfCluster = UnitSeats & { waiting: number; listState: ListState };

/** Sums up a cluster for `judgeMax` and `judgeQuota`. */
export function clusterNumbers(
  { min, max, closedAt }: { min: number; max: number; closedAt?: string | undefined },
  units: readonly UnitOfCluster[],
): ClusterNumbers {
  return {
    min,
    max,
    quotas: units.reduce((sum, { quota }) => sum + quota, 0),
    seated: units.reduce((sum, { seated }) => sum + seated, 0),
    hasBegun: hasRegistrationBegun(units),
    isClosed: closedAt !== undefined,
  };
}

/** A delegate is registered, or a unit has handed its list in. */
export const hasRegistrationBegun = (units: readonly Omit<UnitOfCluster, 'quota'>[]): boolean =>
  units.some(
    ({ seated, waiting, listState }) => seated + waiting > 0 || (listState !== 'not_started' && listState !== 'draft'),
  );

/**
 * A new quota of a unit. A unit that sits above its quota by hand may still be raised towards it; all shares together
 * stay within the maximum. `cluster.quotas` includes the unit's present quota. Where one form changes several quotas,
 * `quotasAfter` is the sum that the form leads to.
 *
 * After registration has begun, a change needs a reason. Before that, the set-up may change quotas without one.
 */
export function judgeQuota(
  unit: UnitSeats,
  { quota, reason, quotasAfter }: { quota: number; reason: string; quotasAfter?: number },
  cluster: ClusterNumbers,
): SeatsJudgement {
  if (cluster.isClosed) return refuse('cluster_closed', 0);
  if (quota < unit.quota && quota < unit.seated) return refuse('below_seated', unit.seated);
  const all = quotasAfter ?? cluster.quotas - unit.quota + quota;
  if (quota > unit.quota && all > cluster.max) return refuse('shares_above_max', all - cluster.max);
  return judgeReason(reason, cluster);
}

/**
 * A new maximum of the cluster. After registration has begun, a change needs a reason. Before that, the set-up may
 * change the maximum without one.
 */
export function judgeMax(cluster: ClusterNumbers, { max, reason }: { max: number; reason: string }): SeatsJudgement {
  if (cluster.isClosed) return refuse('cluster_closed', 0);
  if (max < cluster.max && max < cluster.seated) return refuse('below_seated', cluster.seated);
  if (max < cluster.min) return refuse('below_minimum', cluster.min);
  if (max < cluster.max && max < cluster.quotas) return refuse('shares_above_max', cluster.quotas - max);
  return judgeReason(reason, cluster);
}

const judgeReason = (reason: string, { hasBegun }: ClusterNumbers): SeatsJudgement =>
  hasBegun && reason.trim() === '' ? refuse('reason_missing', 0) : allowed;

/** Seats one who waits, whatever the quota of the unit. */
export function judgeSeatByHand(cluster: { max: number; seated: number }, seat: Seat): SeatsJudgement {
  if (seat === 'seated') return refuse('already_seated', 0);
  return cluster.seated >= cluster.max ? refuse('cluster_full', cluster.max) : allowed;
}
