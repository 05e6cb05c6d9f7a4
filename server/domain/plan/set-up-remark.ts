/** What a remark on a set-up says, and the facts that remarks rest on. */
import type { DateTime } from 'luxon';
import type { PlanProblem } from './plan-problem.ts';
import type { SetUpSpot } from './problem-spot.ts';

export type SetUpRemark = { spot: SetUpSpot; tone: 'block' | 'warning' | 'info' } & (
  | { kind: 'plan'; problem: PlanProblem }
  | { kind: 'invite_by'; number: number; day: DateTime; isPast: boolean }
  | { kind: 'registers_too_late'; number: number; day: DateTime; deadline: DateTime }
  | { kind: 'over_unseen'; number: number; day: DateTime }
  | { kind: 'registration_over'; number: number; deadline: DateTime }
  | { kind: 'agenda_outside'; number: number; rows: number[]; starts: DateTime; ends: DateTime }
  | { kind: 'holidays_not_noted'; days: DateTime[] }
  | { kind: 'told_otherwise'; number: number; count: number; clusterId: string }
  | {
      kind: 'not_allowed';
      number: number;
      unit: string;
      people: { category: string; count: number }[];
      clusterId: string;
      unitId: string;
    }
  | { kind: 'merged_unit'; number: number; unit: string; successor: string }
  | {
      kind: 'waiting_with_places';
      number: number;
      clusterId: string;
      unitId: string;
      unit: string;
      waiting: number;
      places: number;
    }
  | {
      kind: 'nobody_speaks';
      number: number;
      item: string;
      owner: string;
      units: string[];
      categories: string[];
      /** Whose list the missing delegate belongs on. */
      clusterId: string;
      unitId: string;
    }
);

export type RegisteredCategory = { clusterId: string; unitId: string; category: string; count: number };

/** What stands beside the set-up itself. */
export type RemarkFacts = {
  /** How many came, by cluster. */
  present: ReadonlyMap<string, number>;
  /** Invitations in force whose last letter stated another time or venue than the cluster has now, by cluster. */
  announcedOtherwise: ReadonlyMap<string, number>;
  /** Active registrations. */
  registered: readonly RegisteredCategory[];
};

export type At = { index: number; now: DateTime; facts: RemarkFacts };
