import { DateTime } from 'luxon';
import type { Context } from '../../context.ts';
import { shortDate } from '../../domain/words/document-date.ts';
import { type SetUpProblem, setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { readTypedDate } from '../../domain/words/typed-moment.ts';
import { type Typed, textOf } from '../../domain/words/typed-fields.ts';

/** Units belong to no event; the house keeps the time of Vietnam. */
const HOUSE_ZONE = 'Asia/Ho_Chi_Minh';

export type TypedDay = { kind: 'day'; date: string } | { kind: 'refused'; problem: SetUpProblem };

/**
 * A day as local ISO date; today when the field was left empty. What is noted holds everywhere at once, so a day that is
 * still to come would make papers of today untrue: it is refused.
 */
export function typedDay(context: Context, typed: Typed, name: string): TypedDay {
  const found = textOf(typed, name);
  const today = context.now().setZone(HOUSE_ZONE).toFormat('yyyy-MM-dd');
  if (found === '') return { kind: 'day', date: today };
  const date = readTypedDate(found);
  if (date === undefined) return { kind: 'refused', problem: setUpProblem('day_unreadable', { found }) };
  if (date <= today) return { kind: 'day', date };
  return { kind: 'refused', problem: setUpProblem('day_ahead', { day: shortDate(DateTime.fromISO(date)) }) };
}

export const yesterdayOf = (date: string): string => DateTime.fromISO(date).minus({ days: 1 }).toFormat('yyyy-MM-dd');
