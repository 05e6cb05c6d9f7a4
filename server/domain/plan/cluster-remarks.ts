/** Remarks on one cluster that only the facts beside the set-up bring: days gone by, who is registered, what was told. */
import { isClosed, isOver, isPastDeadline } from '../cluster-clock.ts';
import { DateTime } from 'luxon';
import { mayRegister } from '../category.ts';
import { holidaysNotNoted, workingDaysBefore } from '../days-off.ts';
import { inZone } from '../words/document-date.ts';
import { REGISTRATION_DAYS } from './cluster-times.ts';
import type { EventSetup, SetupCluster } from './event-setup.ts';
import type { PlanProblem } from './plan-problem.ts';
import { spotOf } from './problem-spot.ts';
import type { At, SetUpRemark } from './set-up-remark.ts';

const instantOf = (now: DateTime): string => now.toUTC().toISO() ?? '';

/** A meeting without any admission: most often its day is wrong. */
export function overUnseen({ event }: EventSetup, cluster: SetupCluster, { index, now, facts }: At): SetUpRemark[] {
  if (!isOver(cluster, instantOf(now)) || isClosed(cluster) || (facts.present.get(cluster.id) ?? 0) > 0) return [];
  const day = inZone(cluster.startsAt, event.zone);
  const spot = { section: 'cluster', index, field: 'date' } as const;
  return [{ kind: 'over_unseen', number: cluster.number, day, spot, tone: 'warning' }];
}

/** In the course of things this is only good to know; while a unit has still to hand in it keeps that unit out. */
export function registrationOver({ event }: EventSetup, cluster: SetupCluster, { index, now }: At): SetUpRemark[] {
  const deadline = inZone(cluster.registrationDeadline, event.zone);
  if (!isPastDeadline(cluster, instantOf(now))) return [];
  const isMissed = cluster.participants.some(({ listState }) => listState === 'not_started' || listState === 'draft');
  const spot = { section: 'cluster', index, field: 'registrationDeadline' } as const;
  const tone = isMissed ? 'warning' : 'info';
  return [{ kind: 'registration_over', number: cluster.number, deadline, spot, tone }];
}

/** The host or the rules of a category were changed after people had been registered by the old ones. */
export function notAllowed(
  { event, units, categories }: EventSetup,
  cluster: SetupCluster,
  { index, facts }: At,
): SetUpRemark[] {
  return cluster.participants.flatMap(({ unitId }, row): SetUpRemark[] => {
    const unit = { isLead: unitId === event.leadUnitId, isHost: unitId === cluster.hostUnitId };
    const forbidden = categories.filter((category) => !mayRegister(unit, category)).map(({ code }) => code);
    const people = facts.registered
      .filter((entry) => entry.clusterId === cluster.id && entry.unitId === unitId)
      .filter(({ category }) => forbidden.includes(category))
      .map(({ category, count }) => ({ category, count }));
    if (people.length === 0) return [];
    return [
      {
        kind: 'not_allowed',
        number: cluster.number,
        unit: units.find(({ id }) => id === unitId)?.name ?? '',
        people,
        clusterId: cluster.id,
        unitId,
        spot: { section: 'participants', index, row },
        tone: 'warning',
      },
    ];
  });
}

/** Stays until the last of them has had a letter with the new time and place. */
export function announcedOtherwise(cluster: SetupCluster, { index, facts }: At): SetUpRemark[] {
  const count = facts.announcedOtherwise.get(cluster.id) ?? 0;
  if (count === 0) return [];
  const spot = { section: 'cluster', index, field: 'date' } as const;
  return [{ kind: 'told_otherwise', number: cluster.number, count, clusterId: cluster.id, spot, tone: 'warning' }];
}

/** An agenda beside the hours of a cluster is one fault and not nine: one remark for each cluster, with the rows. */
export function agendaOutside({ clusters, event }: EventSetup, problems: readonly PlanProblem[]): SetUpRemark[] {
  return clusters.flatMap(({ number, startsAt, endsAt }): SetUpRemark[] => {
    const rows = problems.flatMap((problem) =>
      problem.code === 'agenda_outside_cluster' && problem.detail.clusters.includes(number)
        ? (spotOf(problem.path).row ?? [])
        : [],
    );
    if (rows.length === 0) return [];
    const hours = { starts: inZone(startsAt, event.zone), ends: inZone(endsAt, event.zone) };
    const spot = { section: 'agenda', row: rows[0] ?? 0, field: 'startsAt' } as const;
    return [{ kind: 'agenda_outside', number, rows: rows.map((row) => row + 1), ...hours, spot, tone: 'warning' }];
  });
}

/** Days off are empty until somebody notes them; a holiday among the days that are counted is a day too many. */
export function holidaysMissing({ event, clusters }: EventSetup, now: DateTime): SetUpRemark[] {
  const { zone, daysOff } = event;
  const dates = clusters.flatMap(({ startsAt, registrationDeadline }): string[] => {
    const starts = inZone(startsAt, zone);
    if (starts <= now) return [];
    const counted = workingDaysBefore(starts, REGISTRATION_DAYS, daysOff);
    const first = DateTime.min(counted, inZone(registrationDeadline, zone)).toFormat('yyyy-MM-dd');
    return holidaysNotNoted(first, starts.toFormat('yyyy-MM-dd'), daysOff);
  });
  if (dates.length === 0) return [];
  const days = [...new Set(dates)].sort().map((date) => DateTime.fromISO(date, { zone }));
  return [{ kind: 'holidays_not_noted', days, spot: { section: 'event', field: 'daysOff' }, tone: 'warning' }];
}
