/** What a save changed, in words: "Địa điểm từ “…” thành “…”". */
import { DateTime } from 'luxon';
import { typedDaysOff } from '../domain/days-off.ts';
import { clock, shortDate } from '../domain/words/document-date.ts';
import type { Change, ChangedValue } from '../domain/plan/changes.ts';
import type { HistoryWords } from './vi/history.ts';

/** @param fields the labels of the form that was saved, by field */
export function changesInWords(
  changes: readonly Change[],
  { fields, words }: { fields: Readonly<Record<string, string>>; words: HistoryWords },
): string {
  const t = words.changes;
  const inWords = (change: Change): string => {
    switch (change.kind) {
      case 'added':
        return t.added(change.row);
      case 'removed':
        return t.removed(change.row);
      case 'field': {
        const label = fields[change.field] ?? change.field;
        const of = change.row === undefined ? label : t.inRow(change.row, label);
        const [from, to] = [change.from, change.to].map((value) => value !== undefined && valueInWords(value, words));
        if (from && to) return t.fromTo(of, from, to);
        if (to) return t.set(of, to);
        return from ? t.cleared(of, from) : t.changed(of);
      }
    }
  };
  return changes.map(inWords).join('; ');
}

/** A date, a span of days, or several of them. */
const DAYS = /^(?:\d{4}-\d\d-\d\d(?:[/]\d{4}-\d\d-\d\d)?(?:, |$))+$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

function valueInWords(value: ChangedValue, { changes: t }: HistoryWords): string {
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'number') return String(value);
  if (DAYS.test(value)) return typedDaysOff(value.split(', '), t.to);
  if (MOMENT.test(value)) return `${clock(DateTime.fromISO(value))} ${shortDate(DateTime.fromISO(value))}`;
  const levels: Record<string, string> = t.levels;
  return levels[value] ?? (value.includes(' ') ? `“${value}”` : value);
}
