/**
 * What the organiser may do with the places of a cluster. Every act is judged on counts read inside the transaction
 * that carries it out. Two things never happen: a share or a maximum is lowered below those who sit, and somebody is
 * seated above the maximum. A unit's own share is the organiser's to exceed, with a reason.
 */
import type { Seat } from './seating.ts';

export type UnitPlaces = { quota: number; seated: number };

export type PlacesRefusal =
  /** A unit can give away only what nobody sits on. */
  | 'more_than_free'
  | 'same_unit'
  | 'below_seated'
  | 'below_minimum'
  | 'cluster_full'
  | 'already_seated'
  /** The shares of all units together would be more than the cluster may hold. */
  | 'shares_above_max'
  /** Somebody else changed a share or the maximum since the page was shown. */
  | 'overtaken';

/** `limit` is the number that the sentence names: what is free, seated, expected at least or at most. */
export type PlacesJudgement = { kind: 'allowed' } | { kind: 'refused'; why: PlacesRefusal; limit: number };

const allowed: PlacesJudgement = { kind: 'allowed' };
const refuse = (why: PlacesRefusal, limit: number): PlacesJudgement => ({ kind: 'refused', why, limit });

/** Moves `count` places from one unit's quota to another's; the cluster's maximum stays. */
export function judgeMove(
  from: UnitPlaces,
  { count, isSameUnit }: { count: number; isSameUnit: boolean },
): PlacesJudgement {
  if (isSameUnit) return refuse('same_unit', 0);
  const free = Math.max(0, from.quota - from.seated);
  return count > free ? refuse('more_than_free', free) : allowed;
}

/** The cluster's maximum and the shares of all its units together. */
export type Quotas = { max: number; quotas: number };

/**
 * A new quota of a unit. A unit that sits above its quota by hand may still be raised towards it; all shares together
 * stay within the maximum, as the set-up wants them.
 */
export function judgeQuota(unit: UnitPlaces, quota: number, { max, quotas }: Quotas): PlacesJudgement {
  if (quota < unit.quota && quota < unit.seated) return refuse('below_seated', unit.seated);
  const all = quotas - unit.quota + quota;
  return quota > unit.quota && all > max ? refuse('shares_above_max', all - max) : allowed;
}

/** A new maximum of the cluster. */
export function judgeMax(cluster: Quotas & { min: number; seated: number }, max: number): PlacesJudgement {
  if (max < cluster.max && max < cluster.seated) return refuse('below_seated', cluster.seated);
  if (max < cluster.min) return refuse('below_minimum', cluster.min);
  return max < cluster.max && max < cluster.quotas ? refuse('shares_above_max', cluster.quotas - max) : allowed;
}

/** Seats one who waits, whatever the quota of the unit. */
export function judgeSeatByHand(cluster: { max: number; seated: number }, seat: Seat): PlacesJudgement {
  if (seat === 'seated') return refuse('already_seated', 0);
  return cluster.seated >= cluster.max ? refuse('cluster_full', cluster.max) : allowed;
}
