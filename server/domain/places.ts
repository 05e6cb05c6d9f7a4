/**
 * What the organiser may do with the places of a cluster. Every act is judged on counts read inside the transaction
 * that carries it out. Two things never happen: a share or a maximum is lowered below those who sit, and somebody is
 * seated above the maximum. A unit's own share is the organiser's to exceed, with a reason.
 */
import type { Seat } from './seating.ts';

export type UnitPlaces = { quota: number; seated: number };

export type PlacesRefusal =
  /** A unit can give away only what nobody sits on. */
  'more_than_free' | 'same_unit' | 'below_seated' | 'below_minimum' | 'cluster_full' | 'already_seated';

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

/** A new quota of a unit. A unit that sits above its quota by hand may still be raised towards it. */
export const judgeQuota = (unit: UnitPlaces, quota: number): PlacesJudgement =>
  quota < unit.quota && quota < unit.seated ? refuse('below_seated', unit.seated) : allowed;

/** A new maximum of the cluster. */
export function judgeMax(cluster: { min: number; max: number; seated: number }, max: number): PlacesJudgement {
  if (max < cluster.max && max < cluster.seated) return refuse('below_seated', cluster.seated);
  return max < cluster.min ? refuse('below_minimum', cluster.min) : allowed;
}

/** Seats one who waits, whatever the quota of the unit. */
export function judgeSeatByHand(cluster: { max: number; seated: number }, seat: Seat): PlacesJudgement {
  if (seat === 'seated') return refuse('already_seated', 0);
  return cluster.seated >= cluster.max ? refuse('cluster_full', cluster.max) : allowed;
}
