import { DateTime } from 'luxon';
import type { Context } from '../context.ts';
import { readTypedDate } from '../domain/typed-moment.ts';
import { type Typed, textOf } from './typed.ts';

/** Units belong to no event; the house keeps the time of Vietnam. */
const HOUSE_ZONE = 'Asia/Ho_Chi_Minh';

/** A day as local ISO date; today when the field was left empty. */
export function typedDay(
  context: Context,
  typed: Typed,
  name: string,
): { kind: 'day'; date: string } | { kind: 'unreadable'; found: string } {
  const found = textOf(typed, name);
  if (found === '') return { kind: 'day', date: context.now().setZone(HOUSE_ZONE).toFormat('yyyy-MM-dd') };
  const date = readTypedDate(found);
  return date === undefined ? { kind: 'unreadable', found } : { kind: 'day', date };
}

export const yesterdayOf = (date: string): string => DateTime.fromISO(date).minus({ days: 1 }).toFormat('yyyy-MM-dd');
