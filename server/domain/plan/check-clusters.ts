import { DateTime } from 'luxon';
import { type PlanProblem, problemAt } from './plan-problem.ts';
import type { Placed, ReadableCluster, ReadableEvent, ReadablePlan } from './readable-plan.ts';

export function checkClusters({ event, units, clusters }: ReadablePlan): PlanProblem[] {
  const codes = new Set(units.flatMap((unit) => unit.value.code ?? []));
  return clusters.flatMap((cluster, index) => [
    ...checkNumber(cluster, clusters.slice(0, index)),
    ...checkMoments(cluster, event),
    ...checkParticipants(cluster, codes),
    ...checkQuotas(cluster),
  ]);
}

type PlacedCluster = Placed<ReadableCluster>;

/** Date, hours and deadlines: all of a cluster that its invitations tell. */
export const checkMoments = (cluster: PlacedCluster, event: ReadableEvent): PlanProblem[] => [
  ...checkDate(cluster, event),
  ...checkHours(cluster),
  ...checkDeadlines(cluster, event),
];

function checkNumber({ path, value: { number } }: PlacedCluster, above: readonly PlacedCluster[]): PlanProblem[] {
  const first = above.find((other) => number !== undefined && other.value.number === number);
  if (number === undefined || !first) return [];
  return [problemAt(`${path}.number`, 'duplicate_number', { number, firstPath: `${first.path}.number` })];
}

/**
 * A date in another year than the plan is a slip of the year, so the same day of the plan's year is offered with its
 * weekday. Only a date in the right year is compared with the document's own date and looked up in the week.
 */
function checkDate({ path, value: { number, date: text } }: PlacedCluster, event: ReadableEvent): PlanProblem[] {
  if (text === undefined) return [];
  const date = DateTime.fromISO(text);
  const { year } = event;
  if (year !== undefined && !isOfPlanYear(date, event)) {
    const sameDay = DateTime.fromObject({ year, month: date.month, day: date.day });
    const likely = sameDay.isValid ? sameDay : undefined;
    return [problemAt(`${path}.date`, 'cluster_wrong_year', { number, date, year, likely })];
  }
  const problems: PlanProblem[] = [];
  const document = documentDateOf(event);
  if (document && date < document) {
    problems.push(problemAt(`${path}.date`, 'cluster_before_document', { number, date, document }));
  }
  if (date.weekday >= 6) problems.push(problemAt(`${path}.date`, 'cluster_at_weekend', { number, date }));
  return problems;
}

function isOfPlanYear(date: DateTime, { year, lastYear }: ReadableEvent): boolean {
  return year === undefined || (date.year >= year && date.year <= (lastYear ?? year));
}

/** With a blank day, the first of the month. */
function documentDateOf(event: ReadableEvent): DateTime | undefined {
  return event.documentDate === undefined ? undefined : DateTime.fromISO(event.documentDate);
}

/** The door opens, the cluster starts, the welcome slot ends, the door closes, the cluster ends; equal is allowed. */
function checkHours({ path, value }: PlacedCluster): PlanProblem[] {
  const names = ['doorOpensAt', 'startsAt', 'lateFrom', 'doorClosesAt', 'endsAt'] as const;
  const hours = names.flatMap((name) => (value[name] === undefined ? [] : [{ name, time: value[name] }]));
  const problems = hours.slice(1).flatMap(({ name, time }, index): PlanProblem[] => {
    const earlier = hours[index];
    if (!earlier || earlier.time <= time) return [];
    const detail = { earlier: `${earlier.name} (${earlier.time})`, later: `${name} (${time})` };
    return [problemAt(`${path}.${name}`, 'hours_out_of_order', detail)];
  });
  if (problems.length === 0 && value.startsAt !== undefined && value.startsAt === value.endsAt) {
    const detail = { earlier: `startsAt (${value.startsAt})`, later: `endsAt (${value.endsAt})` };
    problems.push(problemAt(`${path}.endsAt`, 'hours_out_of_order', detail));
  }
  return problems;
}

/** A start that is itself in doubt says nothing about the deadlines. */
function checkDeadlines({ path, value }: PlacedCluster, event: ReadableEvent): PlanProblem[] {
  const document = documentDateOf(event);
  const start = value.date && value.startsAt ? DateTime.fromISO(`${value.date}T${value.startsAt}`) : undefined;
  const isStartSound = start !== undefined && isOfPlanYear(start, event) && !(document && start < document);
  const problems = (['registrationDeadline', 'answerDeadline'] as const).flatMap((name): PlanProblem[] => {
    const text = value[name];
    if (text === undefined) return [];
    const deadline = DateTime.fromISO(text);
    if (document && deadline < document) {
      return [problemAt(`${path}.${name}`, 'deadline_before_document', { deadline, document })];
    }
    if (!isStartSound || deadline <= start) return [];
    return [problemAt(`${path}.${name}`, 'deadline_after_start', { deadline, start })];
  });
  return [...problems, ...checkAnswers({ path, value })];
}

/** Delegates registered on the last day could not answer in time. */
function checkAnswers({ path, value: { registrationDeadline, answerDeadline } }: PlacedCluster): PlanProblem[] {
  if (registrationDeadline === undefined || answerDeadline === undefined) return [];
  const [registration, answer] = [DateTime.fromISO(registrationDeadline), DateTime.fromISO(answerDeadline)];
  if (answer >= registration) return [];
  return [problemAt(`${path}.answerDeadline`, 'answers_before_registration', { answer, registration })];
}

function checkParticipants({ path, value }: PlacedCluster, codes: ReadonlySet<string>): PlanProblem[] {
  const { number, host, units } = value;
  const problems: PlanProblem[] = [];
  if (host !== undefined && !codes.has(host)) {
    problems.push(problemAt(`${path}.host`, 'unit_unknown', { code: host }));
  } else if (host !== undefined && units && !units.some((unit) => unit.code === host)) {
    problems.push(problemAt(`${path}.host`, 'host_not_taking_part', { number, host }));
  }
  for (const [index, { code }] of (units ?? []).entries()) {
    const at = `${path}.units[${index}].code`;
    const first = units?.findIndex((unit) => unit.code === code) ?? index;
    if (!codes.has(code)) problems.push(problemAt(at, 'unit_unknown', { code }));
    if (first < index) {
      problems.push(problemAt(at, 'duplicate_code', { code, firstPath: `${path}.units[${first}].code` }));
    }
  }
  return problems;
}

/** The quotas of all units, the city's guest list among them, share out the cluster's maximum. */
function checkQuotas({ path, value: { number, units, min, max } }: PlacedCluster): PlanProblem[] {
  if (min !== undefined && max !== undefined && min > max)
    return [problemAt(`${path}.min`, 'min_above_max', { min, max })];
  if (!units) return [];
  const sum = units.reduce((total, unit) => total + unit.quota, 0);
  if (max !== undefined && sum > max) return [problemAt(`${path}.units`, 'quotas_above_max', { number, sum, max })];
  if (min !== undefined && sum < min) return [problemAt(`${path}.units`, 'quotas_below_min', { number, sum, min })];
  return [];
}
