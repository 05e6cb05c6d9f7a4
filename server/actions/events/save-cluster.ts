import type { DateTime } from 'luxon';
import { updateCluster } from '../../../db/events/event-changes.ts';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import type { Calendar } from '../../domain/days-off.ts';
import { fieldChanges } from '../../domain/plan/changes.ts';
import {
  type ClusterTimes,
  clusterTimes,
  type Deadline,
  deadlines,
  usualDeadlines,
} from '../../domain/plan/cluster-times.ts';
import { type EventSetup, planOfEvent, type SetupCluster } from '../../domain/plan/event-setup.ts';
import { clusterShape, type PlanCluster } from '../../domain/plan/plan-shape.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { found } from '../../errors.ts';
import { type ClusterNumbers, clusterNumbers, judgeMax, type SeatsRefusal } from '../../domain/seats/capacity.ts';
import { storeCapacity } from '../places/change-capacity.ts';
import { clusterFragment } from '../../domain/plan/fragments.ts';
import { audited } from '../audited.ts';
import { blocksAt, isStale, type Outcome, type SectionForm, versions } from './section.ts';
import { type FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { type Typed, textOf } from '../../domain/words/typed-fields.ts';

export type ClusterForm = SectionForm & { clusterId: string };

/** What the letters say of a cluster. */
const TOLD: readonly (keyof PlanCluster)[] = ['date', 'startsAt', 'venue'];

export type ClusterSaved = {
  /** How many were invited to what is no longer true. */
  wronglyInvited: number;
  /** How many moved up from the waiting list. */
  promoted: number;
  /** The registration deadline, when it is over although the cluster is still to come: units cannot register. */
  deadlineOver: DateTime | undefined;
};

/**
 * Saves what the form says of a cluster. A new maximum follows the rule of `change-capacity.ts`, is noted as on the page
 * of the places, and those who wait move up in the same way.
 */
export async function saveCluster(
  context: Context,
  actor: Actor,
  { eventId, clusterId, typed }: ClusterForm,
): Promise<Outcome<ClusterSaved>> {
  return await context.db.write(async (tx): Promise<Outcome<ClusterSaved>> => {
    const setup = found(await loadEventSetup(tx, eventId));
    const stored = clusterOf(setup, clusterId);
    if (isStale(typed, versions.cluster(stored))) return { kind: 'stale' };
    const { before, after, problems } = readCluster(setup, stored, typed);
    if (!after || problems.length > 0) return { kind: 'problems', problems };
    const changes = fieldChanges(before, { ...after, ...namedDeadlines(after, setup.event) });
    const times = clusterTimes(after, setup.event);
    const deadlineOver = overDeadline(times, context.now());
    if (changes.length === 0) return { kind: 'saved', wronglyInvited: 0, promoted: 0, deadlineOver };
    await updateCluster(tx, { id: clusterId, cluster: after, times });
    const noted = changes.filter((change) => change.kind !== 'field' || change.field !== 'max');
    if (noted.length > 0) {
      const subject = `cluster:${clusterId}`;
      await audited(context, tx, actor, { action: 'cluster_changed', subject, detail: { changes: noted } });
    }
    const isUntrue = TOLD.some((field) => before[field] !== after[field]);
    const wronglyInvited = isUntrue ? stored.invited : 0;
    if (after.max === before.max) return { kind: 'saved', wronglyInvited, promoted: 0, deadlineOver };
    const change = { clusterId, before: before.max, max: after.max, reason: textOf(typed, 'reason') };
    const { length: promoted } = await storeCapacity(context, tx, actor, change);
    return { kind: 'saved', wronglyInvited, promoted, deadlineOver };
  });
}

/** The registration deadline of a cluster to come, when it has passed: the person who saved it should see that. */
export const overDeadline = (times: ClusterTimes, now: DateTime): DateTime | undefined =>
  times.registrationDeadline < now && times.startsAt > now ? times.registrationDeadline : undefined;

/** @throws NotFound when the event has no such cluster */
export const clusterOf = (setup: EventSetup, clusterId: string): SetupCluster =>
  found(setup.clusters.find(({ id }) => id === clusterId));

function readCluster(setup: EventSetup, stored: SetupCluster, typed: Typed) {
  const plan = planOfEvent(setup);
  const index = setup.clusters.indexOf(stored);
  const before = found(plan.clusters[index]);
  const fragment = withDeadlines({ ...before, ...clusterFragment(typed) }, before, setup.event);
  // Last of all, so that a number two clusters share is this one's fault.
  const clusters = [...plan.clusters.filter((cluster) => cluster !== before), fragment];
  const blocks = blocksAt({ ...plan, clusters }, 'cluster', clusters.length - 1);
  const parsed = clusterShape.safeParse(fragment);
  const after = parsed.success ? parsed.data : undefined;
  const problems: FieldProblem[] = blocks.map(({ spot, problem }) => ({ field: spot.field ?? 'form', problem }));
  return { before, after, problems: [...problems, ...capacityProblems(stored, { before, after, typed })] };
}

/** Deadlines that stood at their usual day and were not touched move along with the cluster's date. */
function withDeadlines<T extends Partial<Record<'date' | Deadline, string | undefined>>>(
  fragment: T,
  before: PlanCluster,
  calendar: Calendar,
): T {
  if (fragment.date === before.date) return fragment;
  const usual = usualDeadlines(before, calendar);
  const moved = deadlines.filter((name) => fragment[name] === before[name] && before[name] === usual[name]);
  return { ...fragment, ...Object.fromEntries(moved.map((name) => [name, undefined])) };
}

/** A deadline that was left empty has the day it will have. */
function namedDeadlines(cluster: PlanCluster, calendar: Calendar): Record<Deadline, string> {
  const usual = usualDeadlines(cluster, calendar);
  return {
    registrationDeadline: cluster.registrationDeadline ?? usual.registrationDeadline,
    answerDeadline: cluster.answerDeadline ?? usual.answerDeadline,
  };
}

function capacityProblems(
  stored: SetupCluster,
  { before, after, typed }: { before: PlanCluster; after: PlanCluster | undefined; typed: Typed },
): FieldProblem[] {
  if (stored.closedAt !== undefined) {
    return [{ field: 'form', problem: setUpProblem('cluster_closed', { number: before.number }) }];
  }
  if (!after || after.max === before.max) return [];
  const numbers = { ...clusterNumbers(stored, stored.participants), min: after.min };
  const judgement = judgeMax(numbers, { max: after.max, reason: textOf(typed, 'reason') });
  return judgement.kind === 'allowed' ? [] : maxProblem(judgement.why, { before, after, numbers });
}

function maxProblem(
  why: SeatsRefusal,
  { before, after, numbers }: { before: PlanCluster; after: PlanCluster; numbers: ClusterNumbers },
): FieldProblem[] {
  const { seated, quotas: sum } = numbers;
  const { number, max } = after;
  switch (why) {
    case 'below_seated':
      return [{ field: 'max', problem: setUpProblem('max_below_seated', { seated, max }) }];
    case 'shares_above_max':
      return [{ field: 'max', problem: setUpProblem('max_below_quotas', { number, sum, max }) }];
    case 'reason_missing':
      return [{ field: 'reason', problem: setUpProblem('reason_missing', { from: before.max, to: max }) }];
    default:
      // The check of the plan names a minimum above the maximum; `capacityProblems` names a closed cluster.
      return [];
  }
}
