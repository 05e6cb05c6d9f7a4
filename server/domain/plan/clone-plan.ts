/** Next year's event from this year's plan: everything but the people. */
import { DateTime } from 'luxon';
import type { Calendar } from '../days-off.ts';
import { type Deadline, usualDeadlines } from './cluster-times.ts';
import type { Plan, PlanCluster } from './plan-shape.ts';

const WEEK = 7;

/**
 * Days from the plan's year to the same season of `year`, in whole weeks: every cluster keeps its weekday. Undefined for
 * a plan without clusters.
 */
export function sameWeekdayShift(plan: Plan, year: number): number | undefined {
  const first = [...plan.clusters].sort((left, right) => left.date.localeCompare(right.date))[0];
  if (!first) return undefined;
  const from = DateTime.fromISO(first.date, { zone: 'utc' });
  const days = from.plus({ years: year - plan.event.year }).diff(from, 'days').days;
  return Math.round(days / WEEK) * WEEK;
}

export type Clone = { code: string; title: string; year: number; days: number };

/**
 * The plan of the next event: dates and deadlines move by `days`, all else stays. The document's date goes, because the
 * new plan will have its own, and so do the days off. Deadlines that stood at their defaults are counted anew when the
 * weekdays change or days off had moved them.
 */
export function clonePlan(plan: Plan, { code, title, year, days }: Clone): Plan {
  const { lastYear, documentDate: _, ...event } = plan.event;
  return {
    ...plan,
    event: {
      ...event,
      code,
      title,
      year,
      daysOff: [],
      ...(lastYear !== undefined && { lastYear: lastYear - plan.event.year + year }),
    },
    clusters: plan.clusters.map((cluster) => moved(cluster, days, event)),
  };
}

function moved(cluster: PlanCluster, days: number, calendar: Calendar): PlanCluster {
  const { registrationDeadline: _, answerDeadline: __, ...rest } = cluster;
  const usual = usualDeadlines(cluster, calendar);
  const isCountedAnew = days % WEEK !== 0 || calendar.daysOff.length > 0;
  const next = (name: Deadline) => {
    const deadline = cluster[name];
    if (deadline === undefined || (deadline === usual[name] && isCountedAnew)) return undefined;
    return shiftMoment(deadline, days);
  };
  const [registration, answer] = [next('registrationDeadline'), next('answerDeadline')];
  return {
    ...rest,
    date: DateTime.fromISO(cluster.date).plus({ days }).toFormat('yyyy-MM-dd'),
    ...(registration !== undefined && { registrationDeadline: registration }),
    ...(answer !== undefined && { answerDeadline: answer }),
  };
}

const shiftMoment = (moment: string, days: number): string =>
  DateTime.fromISO(moment).plus({ days }).toFormat("yyyy-MM-dd'T'HH:mm");

/**
 * Puts units that were merged since (old code → code of the unit that took over) where their successors now belong. In
 * a cluster the quotas of units that became one are added up; it stands where the first of them stood.
 */
export function followSuccessors(plan: Plan, successors: ReadonlyMap<string, string>): Plan {
  const now = (code: string): string => {
    const seen = new Set<string>();
    let current = code;
    for (let next = successors.get(current); next !== undefined && !seen.has(next); next = successors.get(current)) {
      seen.add(next);
      current = next;
    }
    return current;
  };
  return {
    ...plan,
    event: { ...plan.event, leadUnit: now(plan.event.leadUnit) },
    clusters: plan.clusters.map((cluster) => {
      const quotas = new Map<string, number>();
      for (const { code, quota } of cluster.units) quotas.set(now(code), (quotas.get(now(code)) ?? 0) + quota);
      return { ...cluster, host: now(cluster.host), units: [...quotas].map(([code, quota]) => ({ code, quota })) };
    }),
  };
}

/**
 * Leaves out units that ended without a successor. A cluster that loses its host is hosted by the lead unit, until the
 * organiser chooses another one.
 */
export function withoutEnded(plan: Plan, ended: ReadonlySet<string>): Plan {
  const lead = plan.event.leadUnit;
  return {
    ...plan,
    clusters: plan.clusters.map((cluster) => {
      const units = cluster.units.filter(({ code }) => !ended.has(code) || code === lead);
      if (!ended.has(cluster.host) || cluster.host === lead) return { ...cluster, units };
      const isThere = units.some(({ code }) => code === lead);
      return { ...cluster, host: lead, units: isThere ? units : [{ code: lead, quota: 0 }, ...units] };
    }),
  };
}
