/**
 * One section of the set-up page is one form, one POST and one transaction. Each form carries the version of what it
 * showed: saving over another person's change is refused before anything is written.
 */
import type { FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { checkPlan } from '../../domain/plan/check-plan.ts';
import type { EventSetup, SetupCluster, SetupUnit } from '../../domain/plan/event-setup.ts';
import { isBlocking, type PlanProblem } from '../../domain/plan/plan-problem.ts';
import { isAt, spotOf, type SetUpSpot } from '../../domain/plan/problem-spot.ts';
import { sha256 } from '../../keys.ts';
import type { Typed } from '../../domain/words/typed-fields.ts';

export type Outcome<Saved = object> =
  ({ kind: 'saved' } & Saved) | { kind: 'problems'; problems: FieldProblem[] } | { kind: 'stale' };

export type SectionForm = { eventId: string; typed: Typed };

const versionOf = (stored: unknown): string => sha256(JSON.stringify(stored)).slice(0, 16);

/** The version of each section: a hash of what is stored in it, and of nothing else. */
export const versions = {
  event: (setup: EventSetup) => versionOf(setup.event),
  clusters: (setup: EventSetup) => versionOf(setup.clusters.map(({ id, number }) => [id, number])),
  cluster: ({ participants: _, hostUnitId: __, invited: ___, ...cluster }: SetupCluster) => versionOf(cluster),
  participants: ({ hostUnitId, participants }: SetupCluster) =>
    versionOf([hostUnitId, participants.map(({ unitId, quota }) => [unitId, quota])]),
  categories: (setup: EventSetup) => versionOf(setup.categories.map(({ registered: _, ...category }) => category)),
  agenda: (setup: EventSetup) => versionOf(setup.agenda),
  unit: (unit: SetupUnit) => versionOf(unit),
  /** What goes with an event that is removed. */
  holdings: (holdings: object) => versionOf(holdings),
};

export const isStale = (typed: Typed, version: string): boolean => typed.get('version') !== version;

/** What keeps a section from being saved. Warnings do not: they are shown and kept. */
export function blocksAt(
  plan: unknown,
  section: SetUpSpot['section'],
  index?: number,
): { spot: SetUpSpot; problem: PlanProblem }[] {
  return checkPlan(plan)
    .filter(isBlocking)
    .map((problem) => ({ problem, spot: spotOf(problem.path) }))
    .filter(({ spot }) => isAt(spot, section, index));
}
