/** The moments of a cluster, from the plan's local dates and times, in the event's zone. */
import { DateTime } from 'luxon';
import { type Calendar, workingDaysBefore } from '../days-off.ts';
import type { PlanCluster } from './plan-shape.ts';

/** Working days before the cluster, at 17:00, when the plan names no deadline (the plan of 2023 named none). */
export const REGISTRATION_DAYS = 5;
export const ANSWER_DAYS = 2;
const DEADLINE_TIME = '17:00';

export type ClusterTimes = Record<
  'startsAt' | 'endsAt' | 'doorOpensAt' | 'lateFrom' | 'doorClosesAt' | 'registrationDeadline' | 'answerDeadline',
  DateTime<true>
>;

export function clusterTimes(cluster: PlanCluster, { zone, daysOff }: Calendar): ClusterTimes {
  const at = (time: string) => moment(`${cluster.date}T${time}`, zone);
  const startsAt = at(cluster.startsAt);
  const before = (days: number) =>
    moment(`${workingDaysBefore(startsAt, days, daysOff).toISODate()}T${DEADLINE_TIME}`, zone);
  return {
    startsAt,
    endsAt: at(cluster.endsAt),
    doorOpensAt: at(cluster.doorOpensAt),
    lateFrom: at(cluster.lateFrom),
    doorClosesAt: at(cluster.doorClosesAt),
    registrationDeadline: cluster.registrationDeadline
      ? moment(cluster.registrationDeadline, zone)
      : before(REGISTRATION_DAYS),
    answerDeadline: cluster.answerDeadline ? moment(cluster.answerDeadline, zone) : before(ANSWER_DAYS),
  };
}

export const deadlines = ['registrationDeadline', 'answerDeadline'] as const;
export type Deadline = (typeof deadlines)[number];

/** The deadlines a cluster has when its plan names none, as the plan would say them (`2023-03-29T17:00`). */
export function usualDeadlines(cluster: PlanCluster, calendar: Calendar): Record<Deadline, string> {
  const { registrationDeadline: _, answerDeadline: __, ...rest } = cluster;
  const times = clusterTimes(rest, calendar);
  const local = (time: DateTime) => time.toFormat("yyyy-MM-dd'T'HH:mm");
  return { registrationDeadline: local(times.registrationDeadline), answerDeadline: local(times.answerDeadline) };
}

/**
 * The cluster by another calendar: a deadline that stood at its usual day stands at its usual day again, one that
 * somebody chose stays. So does one that is over, or would be: a note on holidays must not open or close a list.
 */
export function withCalendar(
  cluster: PlanCluster,
  { before, after, now }: { before: Calendar; after: Calendar; now: DateTime },
): PlanCluster {
  const [old, fresh] = [usualDeadlines(cluster, before), usualDeadlines(cluster, after)];
  const isAhead = (local: string) => moment(local, after.zone) > now;
  const moved = deadlines.filter((name) => cluster[name] === old[name] && isAhead(old[name]) && isAhead(fresh[name]));
  return { ...cluster, ...Object.fromEntries(moved.map((name) => [name, fresh[name]])) };
}

function moment(local: string, zone: string): DateTime<true> {
  const time = DateTime.fromISO(local, { zone });
  if (!time.isValid) throw new Error(`Not a moment, so the plan was not checked: ${local}, ${zone}`);
  return time;
}
