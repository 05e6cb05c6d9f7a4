/**
 * Dates as official documents write them (NĐ 30/2020/NĐ-CP, Phụ lục I): a day below 10 and the months 1 and 2 take
 * a leading zero, other months do not. `Intl` does neither, so this is our own.
 */
import { DateTime } from 'luxon';

const WEEKDAYS = {
  vi: ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
} as const;

export type Language = keyof typeof WEEKDAYS;

const two = (number: number) => String(number).padStart(2, '0');
const month = (number: number) => (number <= 2 ? two(number) : String(number));

/** An instant of the database in the event's zone. Throws on text that is no instant: that would be a bug. */
export function inZone(instant: string, zone: string): DateTime {
  const time = DateTime.fromISO(instant, { zone });
  if (!time.isValid) throw new Error(`Not an instant in a known zone: ${instant}, ${zone}`);
  return time;
}

/** 05/4/2023 */
export const shortDate = (time: DateTime): string => `${two(time.day)}/${month(time.month)}/${time.year}`;

/** 05/4 */
export const dayMonth = (time: DateTime): string => `${two(time.day)}/${month(time.month)}`;

/** Thứ Tư */
export const weekday = (time: DateTime, language: Language = 'vi'): string =>
  WEEKDAYS[language][time.weekday - 1] as string;

/** 13 giờ 30 (English: 13:30) */
export const clockInWords = (time: DateTime, language: Language = 'vi'): string =>
  language === 'vi' ? `${time.hour} giờ ${two(time.minute)}` : time.toFormat('HH:mm');

/** 13:42 */
export const clock = (time: DateTime): string => time.toFormat('HH:mm');

/** 13 giờ 30, Thứ Tư ngày 05/4/2023 */
export const fullMoment = (time: DateTime, language: Language = 'vi'): string =>
  language === 'vi'
    ? `${clockInWords(time)}, ${weekday(time)} ngày ${shortDate(time)}`
    : `${clock(time)}, ${weekday(time, 'en')} ${time.setLocale('en').toFormat('d LLLL yyyy')}`;

/** Thứ Tư, 05/4/2023 */
export const longDate = (time: DateTime, language: Language = 'vi'): string =>
  language === 'vi'
    ? `${weekday(time)}, ${shortDate(time)}`
    : `${weekday(time, 'en')}, ${time.setLocale('en').toFormat('d LLLL yyyy')}`;

/** ngày 05 tháng 4 năm 2023 */
export const dateInWords = (time: DateTime): string =>
  `ngày ${two(time.day)} tháng ${month(time.month)} năm ${time.year}`;

/** 13:30 from minutes after midnight */
export const minuteClock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
