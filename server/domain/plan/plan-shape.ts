/**
 * The shape of a plan file: one event with its units, categories, clusters and agenda. Dates are local ISO dates
 * (`2023-04-05`), times local (`13:30`, and `24:00` for the end of a day), both in the event's zone. Units and
 * categories are named by their codes. The messages here are machine codes; `check-plan` turns them into problems.
 */
import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { isDayOffEntry } from '../days-off.ts';
import { tidy } from '../vietnamese/person-name.ts';

const MOST_CHARACTERS = 300;
const MOST_DAYS_OFF = 60;

const text = z.string().overwrite(tidy).min(1).max(MOST_CHARACTERS);
const textOrNothing = z.string().overwrite(tidy).max(MOST_CHARACTERS).default('');
const isIso = (typed: string, pattern: RegExp): boolean => pattern.test(typed) && DateTime.fromISO(typed).isValid;

const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'not_a_code')
  .max(80);
const date = z.string().refine((typed) => isIso(typed, /^\d{4}-\d\d-\d\d$/), 'not_a_date');
/** A draft plan often leaves the day blank: "ngày … tháng 3 năm 2023" is `2023-03`. */
const documentDate = z.string().refine((typed) => isIso(typed, /^\d{4}-\d\d(?:-\d\d)?$/), 'not_a_document_date');
const moment = z.string().refine((typed) => isIso(typed, /^\d{4}-\d\d-\d\dT\d\d:\d\d$/), 'not_a_moment');
const time = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'not_a_time');
const dayOff = z.string().refine(isDayOffEntry, 'not_a_day_off');
const zone = z.string().refine((typed) => IANAZone.isValidZone(typed), 'zone_unknown');
const email = z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'not_an_email');
const year = z.int().min(2000).max(2199);
const count = z.int().min(0).max(10_000);

export const eventShape = z.strictObject({
  code,
  title: text,
  /** Tọa đàm, Hội nghị, Hội thảo, Tập huấn: the word used in every letter. */
  kind: text,
  year,
  /** Only for an event that runs over New Year: the year of its last cluster. */
  lastYear: year.optional(),
  documentDate: documentDate.optional(),
  zone,
  leadUnit: code,
  place: text,
  contact: z.strictObject({ name: textOrNothing, office: text, phone: text, email }),
  promotesFreedPlaces: z.boolean().default(true),
  acceptsByHand: z.boolean().default(false),
  /** Public holidays and days off in lieu, `2026-09-02` or `2026-02-16/2026-02-20`; no deadline is counted by them. */
  daysOff: z.array(dayOff).max(MOST_DAYS_OFF).default([]),
});

export const unitShape = z.strictObject({
  code,
  name: text,
  level: z.enum(['city', 'district', 'commune', 'other']),
  /** The code of a unit listed above. */
  parent: code.optional(),
});

export const categoryShape = z.strictObject({
  code,
  name: text,
  level: z.enum(['city', 'district', 'commune']),
  hostOnly: z.boolean().default(false),
  rank: z.int().min(0).max(10_000),
  onPayroll: z.boolean().default(true),
});

export const clusterShape = z.strictObject({
  number: z.int().min(1).max(999),
  date,
  startsAt: time,
  endsAt: time,
  doorOpensAt: time,
  lateFrom: time,
  doorClosesAt: time,
  /** Left out: 5 working days before, 17:00. */
  registrationDeadline: moment.optional(),
  /** Left out: 2 working days before, 17:00. */
  answerDeadline: moment.optional(),
  venue: text,
  host: code,
  min: count,
  max: count.min(1),
  /** In the order of every list: the city's guests, the host, the others as in the plan. */
  units: z.array(z.strictObject({ code, quota: count })).min(1),
});

export const agendaItemShape = z.strictObject({
  startsAt: time,
  endsAt: time,
  title: text,
  /** As the agenda prints it. */
  owner: textOrNothing,
  /** Where the owner is invited: codes of categories, or `organiser`, or `everyone` (a break). */
  from: z.array(z.string()).default([]),
});

export const planShape = z.strictObject({
  /** Where the plan comes from; for the reader of the file. */
  note: z.string().optional(),
  event: eventShape,
  units: z.array(unitShape).min(1),
  categories: z.array(categoryShape).min(1),
  clusters: z.array(clusterShape).min(1),
  agenda: z.array(agendaItemShape).default([]),
});

export type Plan = z.output<typeof planShape>;
export type PlanEvent = z.output<typeof eventShape>;
export type PlanUnit = z.output<typeof unitShape>;
export type PlanCategory = z.output<typeof categoryShape>;
export type PlanCluster = z.output<typeof clusterShape>;
export type PlanAgendaItem = z.output<typeof agendaItemShape>;

/** `13:30` → 810 */
export function minuteOf(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
