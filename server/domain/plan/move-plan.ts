/**
 * Moves a whole plan in time, for trying things out: the chosen cluster's welcome slot begins at `to`, its door is
 * open, nobody is late yet, and every list can still be handed in.
 */
import { DateTime } from 'luxon';
import type { Calendar } from '../days-off.ts';
import { minuteClock } from '../words/document-date.ts';
import { clusterTimes } from './cluster-times.ts';
import { minuteOf, type Plan, type PlanAgendaItem, type PlanCluster } from './plan-shape.ts';

const DAY = 24 * 60;
const REGISTRATION_LEFT = { chosen: { hours: 4 }, others: { days: 1 } };

/**
 * Days between clusters stay as they are. All clusters take the hours of the chosen one, because they share one agenda.
 * A day has an end: towards midnight the hours are cut off at 24:00 and the agenda is pressed together to fit, since a
 * door that crosses midnight would be another day's. Throws when the plan has no such cluster.
 *
 * @param plan a plan that passed `readPlan`
 */
export function movePlan(plan: Plan, { clusterNumber, to }: { clusterNumber: number; to: DateTime }): Plan {
  const chosen = plan.clusters.find((cluster) => cluster.number === clusterNumber);
  if (!chosen) throw new Error(`The plan has no cluster ${clusterNumber}.`);
  const now = to.setZone(plan.event.zone).startOf('minute');
  const days = Math.round(now.startOf('day').diff(localDay(chosen.date, plan.event.zone), 'days').days);
  const hours = movedHours(chosen, now);
  const clusters = plan.clusters.map((cluster): PlanCluster => ({
    ...cluster,
    ...hours,
    date: shiftDate(cluster.date, days),
    ...movedDeadlines({ cluster, calendar: plan.event, days, now, isChosen: cluster === chosen }),
  }));
  const { lastYear: _, documentDate, ...event } = { ...plan.event, daysOff: [] };
  const years = clusters.map((cluster) => Number(cluster.date.slice(0, 4)));
  const [year, lastYear] = [Math.min(...years), Math.max(...years)];
  return {
    ...plan,
    event: {
      ...event,
      year,
      ...(lastYear > year && { lastYear }),
      ...(documentDate !== undefined && { documentDate: shiftDate(documentDate, days) }),
    },
    clusters,
    agenda: movedAgenda(plan.agenda, chosen, hours.startsAt),
  };
}

const localDay = (date: string, zone: string): DateTime => DateTime.fromISO(date, { zone });

const shiftDate = (date: string, days: number): string => DateTime.fromISO(date).plus({ days }).toFormat('yyyy-MM-dd');

type Hours = Pick<PlanCluster, 'doorOpensAt' | 'startsAt' | 'lateFrom' | 'doorClosesAt' | 'endsAt'>;

function movedHours(chosen: PlanCluster, now: DateTime): Hours {
  const by = now.hour * 60 + now.minute - minuteOf(chosen.startsAt);
  const move = (time: string) => minuteClock(Math.min(DAY, Math.max(0, minuteOf(time) + by)));
  return {
    doorOpensAt: move(chosen.doorOpensAt),
    startsAt: move(chosen.startsAt),
    lateFrom: move(chosen.lateFrom),
    doorClosesAt: move(chosen.doorClosesAt),
    endsAt: move(chosen.endsAt),
  };
}

/** Registration stays open for a while in any case, and nobody has to answer before it ends. */
function movedDeadlines({
  cluster,
  calendar,
  days,
  now,
  isChosen,
}: {
  cluster: PlanCluster;
  calendar: Calendar;
  days: number;
  now: DateTime;
  isChosen: boolean;
}): Required<Pick<PlanCluster, 'registrationDeadline' | 'answerDeadline'>> {
  const planned = clusterTimes(cluster, calendar);
  const soonest = now.plus(isChosen ? REGISTRATION_LEFT.chosen : REGISTRATION_LEFT.others);
  const registration = DateTime.max(planned.registrationDeadline.plus({ days }), soonest);
  const answer = DateTime.max(planned.answerDeadline.plus({ days }), registration);
  const local = (time: DateTime) => time.toFormat("yyyy-MM-dd'T'HH:mm");
  return { registrationDeadline: local(registration), answerDeadline: local(answer) };
}

/** Items that would shrink below a minute fall out. */
function movedAgenda(agenda: readonly PlanAgendaItem[], chosen: PlanCluster, startsAt: string): PlanAgendaItem[] {
  const from = minuteOf(chosen.startsAt);
  const length = Math.max(minuteOf(chosen.endsAt), ...agenda.map((item) => minuteOf(item.endsAt))) - from;
  const start = minuteOf(startsAt);
  const pressed = Math.min(1, (DAY - start) / length);
  const move = (time: string) => minuteClock(Math.max(0, start + Math.round((minuteOf(time) - from) * pressed)));
  return agenda
    .map((item) => ({ ...item, startsAt: move(item.startsAt), endsAt: move(item.endsAt) }))
    .filter((item) => item.startsAt < item.endsAt);
}
