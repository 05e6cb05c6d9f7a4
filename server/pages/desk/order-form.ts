/** What the page that puts a list in order posts. */
import type { Reordering } from '../../actions/lists/reorder-list.ts';
import { type Fields, fieldsOf, first } from '../../http/form.ts';

const MOST_IDS = 2000;

/** Which button was pressed: a row's arrow, "back to rank", or saving, then with the numbers beside the names. */
export function readOrderForm(body: unknown): Pick<Reordering, 'shown' | 'change'> {
  const fields = fieldsOf(body);
  const shown = (fields.get('ids') ?? []).flatMap((text) => text.split(',')).filter((id) => id !== '');
  return { shown: shown.slice(0, MOST_IDS), change: changeIn(fields) };
}

function changeIn(fields: Fields): Reordering['change'] {
  if (first(fields, 'reset') === '1') return { kind: 'reset' };
  const [, direction, id] = /^(up|down):(.{1,100})$/.exec(first(fields, 'move')) ?? [];
  if (id !== undefined) return { kind: 'move', id, direction: direction === 'up' ? 'up' : 'down' };
  const places = new Map<string, number>();
  for (const [name, [value = '']] of fields) {
    if (name.startsWith('place.') && /^\d{1,4}$/.test(value.trim())) places.set(name.slice(6), Number(value));
  }
  return places.size > 0 ? { kind: 'numbers', places } : { kind: 'as_shown' };
}
