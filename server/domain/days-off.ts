/**
 * Public holidays and days off in lieu, as an event notes them: `2026-09-02`, or from first to last day
 * `2026-02-16/2026-02-20` (ISO 8601). Tết follows the moon and days in lieu are decided year by year, so no rule of ours
 * could know them.
 */
import { DateTime } from 'luxon';
import { shortDate } from './words/document-date.ts';
import { readTypedDate } from './words/typed-moment.ts';

/** What working days are counted by: the zone a day belongs to, and the days on which offices are closed. */
export type Calendar = { zone: string; daysOff: readonly string[] };

const FORM = /^\d{4}-\d\d-\d\d(?:\/\d{4}-\d\d-\d\d)?$/;

/** Longer than any Tết; a span of years is a slip of the keyboard, and every day of it would be counted. */
const MOST_DAYS = 60;

export function isDayOffEntry(text: string): boolean {
  const [first = '', last = first] = text.split('/');
  if (!FORM.test(text)) return false;
  const [from, to] = [DateTime.fromISO(first), DateTime.fromISO(last)];
  if (!from.isValid || !to.isValid || from.year < 2000 || to.year > 2199) return false;
  const days = to.diff(from, 'days').days;
  return days >= 0 && days <= MOST_DAYS;
}

/** Whether offices are closed on a local ISO date although it may be a weekday. */
export const isDayOff = (date: string, daysOff: readonly string[]): boolean =>
  daysOff.some((entry) => {
    const [first = '', last = first] = entry.split('/');
    return first <= date && date <= last;
  });

/** The day that lies `days` working days before `time`: Monday to Friday, without the days off. */
export function workingDaysBefore(time: DateTime, days: number, daysOff: readonly string[]): DateTime {
  let day = time;
  for (let left = days; left > 0;) {
    day = day.minus({ days: 1 });
    if (day.weekday <= 5 && !isDayOff(day.toFormat('yyyy-MM-dd'), daysOff)) left -= 1;
  }
  return day;
}

const BETWEEN = /\s*(?:đến|\bto\b|[–—→]|\s-\s)\s*/iu;

/**
 * `16/02/2026 đến 20/02/2026; 30/4/2026` → entries, parted by semicolons, commas or lines. What cannot be read stays as
 * typed, so that the rule can say so.
 */
export function readTypedDaysOff(typed: string): string[] {
  return typed
    .split(/[;,\n]+/)
    .map((part) => part.trim().replace(/^từ\s+/iu, ''))
    .filter((part) => part !== '')
    .map((part) => {
      const days = part.split(BETWEEN).map(readTypedDate);
      return days.length <= 2 && days.every((day) => day !== undefined) ? days.join('/') : part;
    });
}

/** The same as somebody would type it. */
export const typedDaysOff = (daysOff: readonly string[], to: string): string =>
  daysOff
    .map((entry) =>
      entry
        .split('/')
        .map((day) => shortDate(DateTime.fromISO(day)))
        .join(` ${to} `),
    )
    .join('; ');

/** Holidays that stand on the same day every year (Bộ luật Lao động 2019, Điều 112): month and day. */
const FIXED_HOLIDAYS = ['01-01', '04-30', '05-01', '09-02'] as const;

/** The fixed holidays between two local ISO dates, both included, that are noted as no day off. */
export function holidaysNotNoted(first: string, last: string, daysOff: readonly string[]): string[] {
  const years: number[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += 1) years.push(year);
  return years
    .flatMap((year) => FIXED_HOLIDAYS.map((day) => `${year}-${day}`))
    .filter((day) => first <= day && day <= last && !isDayOff(day, daysOff));
}
