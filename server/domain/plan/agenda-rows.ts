/** The agenda's table: times, title, owner, and where the owner is invited. */
import type { EventSetup } from './event-setup.ts';
import { minuteOf } from './plan-shape.ts';
import { setUpProblem } from './set-up-problem.ts';
import { readTypedTime } from '../words/typed-moment.ts';
import { fold } from '../vietnamese/fold.ts';
import type { FieldProblem } from './set-up-problem.ts';
import { givenAs, givenText, isTicked, rowKeys, type Typed, textOf } from '../words/typed-fields.ts';
import { inWantedOrder, readOrder } from './wanted-order.ts';

export type TypedItem = {
  startsAt: string | undefined;
  endsAt: string | undefined;
  title: string | undefined;
  owner: string;
  from: string[];
};

export type TypedRow = { key: string; item: TypedItem };

/** Rows left empty fall out; a new row without a number goes where its time belongs. */
export function readAgendaRows(setup: EventSetup, typed: Typed): { rows: TypedRow[]; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const codes = setup.categories.map(({ code }) => code);
  const rows = rowKeys(typed, 'row').flatMap((key, index) => {
    const name = (field: string) => `row.${key}.${field}`;
    const item = {
      startsAt: givenAs(typed, name('startsAt'), readTypedTime),
      endsAt: givenAs(typed, name('endsAt'), readTypedTime),
      title: givenText(typed, name('title')),
      owner: textOf(typed, name('owner')),
      from: readSources(textOf(typed, name('from')), codes),
    };
    const isEmpty = !item.startsAt && !item.endsAt && !item.title && item.owner === '' && item.from.length === 0;
    if (isEmpty || isTicked(typed, name('remove'))) return [];
    const text = textOf(typed, name('order'));
    const order = readOrder(text, index + 1);
    if (order === undefined) {
      problems.push({ field: name('order'), problem: setUpProblem('order_unreadable', { found: text }) });
    }
    const isPlaced = text !== '' || setup.agenda.some(({ id }) => id === key);
    return [{ key, item, isPlaced, place: index + 1, order: order ?? index + 1 }];
  });
  const placed: TypedRow[] = inWantedOrder(rows.filter(({ isPlaced }) => isPlaced));
  for (const row of rows.filter(({ isPlaced }) => !isPlaced)) insertByTime(placed, row);
  return { rows: placed.map(({ key, item }) => ({ key, item })), problems };
}

function insertByTime(rows: TypedRow[], row: TypedRow): void {
  const start = minuteAt(row);
  const at = rows.findIndex((other) => minuteAt(other) > start);
  rows.splice(at < 0 ? rows.length : at, 0, row);
}

const minuteAt = ({ item }: TypedRow): number =>
  item.startsAt !== undefined && /^\d\d:\d\d$/.test(item.startsAt) ? minuteOf(item.startsAt) : Number.POSITIVE_INFINITY;

const ORGANISER = ['btc', 'ban to chuc', 'organiser', 'organizer'];
const EVERYONE = ['tat ca', 'moi nguoi', 'dai bieu', 'everyone', 'all'];

/** `A3, B1` as codes; "BTC" (the organisers) and "tất cả" (everyone) need no category. */
export function readSources(text: string, codes: readonly string[]): string[] {
  const known = (word: string) => codes.find((code) => fold(code) === fold(word)) ?? word.replace(/[^\w-]/g, '');
  const sources = text.split(/[,;]/).flatMap((part): string[] => {
    const words = fold(part).trim();
    if (words === '') return [];
    if (ORGANISER.includes(words)) return ['organiser'];
    if (EVERYONE.includes(words)) return ['everyone'];
    return part.trim().split(/\s+/).map(known);
  });
  return [...new Set(sources.filter((source) => source !== ''))];
}
