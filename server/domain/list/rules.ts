/** The facts that a unit's list is checked against. */
import type { Category } from '../category.ts';

export type ListRules = {
  categories: readonly Category[];
  /** The unit hosts the cluster, so host-only categories are its own to register. */
  isHost: boolean;
  /** The organiser may register a host-only category elsewhere; the reason is kept with the act. */
  mayOverride: boolean;
  /** The level whose categories the unit registers: the lead office the city's, a district all others. */
  level: 'city' | 'district';
  /** The unit's people already in this cluster. */
  known: readonly Known[];
  /** Who was on this list and left it. */
  left?: readonly Left[];
  /** Guests of the city who are in other clusters only; none for other units, which take part in one. */
  otherClusters?: readonly KnownInOtherCluster[];
};

export type Known = {
  fullName: string;
  nameFolded: string;
  position: string;
  workplace: string;
  /** What else is kept of them, as `detailsKey` has it. */
  details?: string;
};

/** Somebody who was withdrawn, or whose place somebody else took over. */
export type Left = {
  fullName: string;
  nameFolded: string;
  /** Local and short, as the sentence names it. */
  day: string;
  reason: string;
  /** Who came instead. */
  replacedBy?: string;
};

/** Somebody on the same unit's list in another cluster, who has never been on the list of this one. */
export type KnownInOtherCluster = Known & { delegateId: string; clusterNumber: number };
