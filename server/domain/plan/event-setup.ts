/**
 * An event as it is stored, and the same event as a plan: a file and the set-up screens are judged by one rule
 * (`check-plan`).
 */
import { isOver, isPastDeadline } from '../cluster-clock.ts';
import type { DateTime } from 'luxon';
import type { ListState } from '../list/list-status.ts';
import { inZone } from '../words/document-date.ts';
import type { UnitLevel } from '../unit.ts';
import type { Plan, PlanAgendaItem, PlanCategory, PlanCluster } from './plan-shape.ts';

export type SetupUnit = {
  id: string;
  code: string;
  name: string;
  level: UnitLevel;
  parentId: string | undefined;
  /** Local ISO dates. A unit that was merged has a last day and a successor. */
  validFrom: string | undefined;
  validTo: string | undefined;
  successorId: string | undefined;
};

export type SetupParticipant = {
  unitId: string;
  quota: number;
  seated: number;
  waiting: number;
  /** Somebody is or was registered: the history keeps the unit in the cluster. */
  hasHistory: boolean;
  listState: ListState;
  /** Codes of the categories its delegates are registered under in the cluster. */
  registered: string[];
};

/** Instants as UTC ISO text. */
export type SetupCluster = {
  id: string;
  number: number;
  startsAt: string;
  endsAt: string;
  doorOpensAt: string;
  lateFrom: string;
  doorClosesAt: string;
  registrationDeadline: string;
  answerDeadline: string;
  venue: string;
  hostUnitId: string;
  min: number;
  max: number;
  closedAt: string | undefined;
  /** In the order of every list. */
  participants: SetupParticipant[];
  /** Invitations that went out and are in force: they name the day and the place. */
  invited: number;
};

export type SetupCategory = PlanCategory & { id: string; registered: number };
export type SetupAgendaItem = PlanAgendaItem & { id: string };

export type SetupEvent = {
  code: string;
  title: string;
  kind: string;
  year: number;
  lastYear: number | undefined;
  documentDate: string | undefined;
  zone: string;
  place: string;
  leadUnitId: string;
  contact: { name: string; office: string; phone: string; email: string };
  promotesFreedPlaces: boolean;
  acceptsByHand: boolean;
  /** See domain/days-off.ts. */
  daysOff: string[];
};

export type EventSetup = {
  id: string;
  event: SetupEvent;
  /** Every unit of the house, parents above their children. */
  units: SetupUnit[];
  clusters: SetupCluster[];
  categories: SetupCategory[];
  agenda: SetupAgendaItem[];
};

/** The stored event as a plan file would say it. An event still being set up may lack what a plan must have. */
export function planOfEvent(setup: EventSetup): Plan {
  const { event, units } = setup;
  const codes = new Map(units.map((unit) => [unit.id, unit.code]));
  const codeOf = (id: string): string => codes.get(id) ?? id;
  return {
    event: {
      code: event.code,
      title: event.title,
      kind: event.kind,
      year: event.year,
      ...(event.lastYear !== undefined && { lastYear: event.lastYear }),
      ...(event.documentDate !== undefined && { documentDate: event.documentDate }),
      zone: event.zone,
      leadUnit: codeOf(event.leadUnitId),
      place: event.place,
      contact: event.contact,
      promotesFreedPlaces: event.promotesFreedPlaces,
      acceptsByHand: event.acceptsByHand,
      daysOff: event.daysOff,
    },
    units: units.map(({ code, name, level, parentId }) => ({
      code,
      name,
      level,
      ...(parentId !== undefined && { parent: codeOf(parentId) }),
    })),
    categories: setup.categories.map(({ id: _, registered: __, ...category }) => category),
    clusters: setup.clusters.map((cluster) => planCluster(cluster, event.zone, codeOf)),
    agenda: setup.agenda.map(({ id: _, ...item }) => item),
  };
}

const planCluster = (cluster: SetupCluster, zone: string, codeOf: (id: string) => string): PlanCluster => ({
  number: cluster.number,
  ...localMoments(cluster, zone),
  venue: cluster.venue,
  host: codeOf(cluster.hostUnitId),
  min: cluster.min,
  max: cluster.max,
  units: cluster.participants.map(({ unitId, quota }) => ({ code: codeOf(unitId), quota })),
});

export type Moments = Pick<
  SetupCluster,
  'startsAt' | 'endsAt' | 'doorOpensAt' | 'lateFrom' | 'doorClosesAt' | 'registrationDeadline' | 'answerDeadline'
>;

/** The instants of a stored cluster as a plan says them: one date, hours of that day, local deadlines. */
export function localMoments(cluster: Moments, zone: string): Moments & { date: string } {
  const starts = inZone(cluster.startsAt, zone);
  const time = (instant: string) => timeOnDay(inZone(instant, zone), starts);
  return {
    date: starts.toFormat('yyyy-MM-dd'),
    startsAt: time(cluster.startsAt),
    endsAt: time(cluster.endsAt),
    doorOpensAt: time(cluster.doorOpensAt),
    lateFrom: time(cluster.lateFrom),
    doorClosesAt: time(cluster.doorClosesAt),
    registrationDeadline: localMoment(cluster.registrationDeadline, zone),
    answerDeadline: localMoment(cluster.answerDeadline, zone),
  };
}

/** Midnight after the day is the day's 24:00. */
const timeOnDay = (time: DateTime, day: DateTime): string =>
  +time === +day.startOf('day').plus({ days: 1 }) ? '24:00' : time.toFormat('HH:mm');

/** `2023-03-29T17:00` in the event's zone. */
export const localMoment = (instant: string, zone: string): string =>
  inZone(instant, zone).toFormat("yyyy-MM-dd'T'HH:mm");

export type EventState = 'draft' | 'registering' | 'ahead' | 'running' | 'over';

/** The phase of an event at a moment: without clusters it is still being prepared. */
export function eventState(
  clusters: readonly { startsAt: string; endsAt: string; registrationDeadline: string }[],
  now: DateTime,
): EventState {
  const at = now.toUTC().toISO() ?? '';
  if (clusters.length === 0) return 'draft';
  if (clusters.every((cluster) => isOver(cluster, at))) return 'over';
  if (clusters.some(({ startsAt }) => at >= startsAt)) return 'running';
  return clusters.some((cluster) => !isPastDeadline(cluster, at)) ? 'registering' : 'ahead';
}
