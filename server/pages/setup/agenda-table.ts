import type { Words } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { rowsToShow } from './empty-rows.ts';
import { type Field, fieldMaker, isField, unstored } from './fields.ts';
import { attemptOf, formOf, type Making } from './form.ts';
import { versions } from '../../actions/events/section.ts';

const PREFIX = 'agenda';
const KINDS: Record<string, Field['kind']> = { order: 'number', title: 'lines', owner: 'lines' };

export function agendaTable(making: Making) {
  const { setup, t } = making;
  const words = t.setup.agenda;
  const attempt = attemptOf(making, 'agenda');
  const stored = new Map(setup.agenda.map((item) => [item.id, item]));
  const rows = rowsToShow([...stored.keys()], attempt).map(({ key, typed, isGone }, index) => {
    const item = stored.get(key);
    const make = fieldMaker(PREFIX, typed);
    const gone = isGone ? { now: t.setup.rowGone } : {};
    const ask = fieldMaker(PREFIX, unstored(typed));
    const named = item ? String(index + 1) : t.setup.categories.newRow(index - stored.size + 1);
    const text = (field: keyof typeof words.columns, value = '') =>
      make(`row.${key}.${field}`, {
        kind: KINDS[field] ?? 'text',
        label: t.setup.categories.cell(words.columns[field], named),
        stored: value,
      });
    return {
      order: text('order', item ? String(index + 1) : ''),
      startsAt: text('startsAt', item?.startsAt),
      endsAt: text('endsAt', item?.endsAt),
      title: { ...text('title', item?.title), ...gone },
      owner: text('owner', item?.owner),
      from: text('from', item ? sourcesInWords(item.from, t) : ''),
      remove: item
        ? ask(`row.${key}.remove`, {
            kind: 'check',
            label: t.setup.categories.cell(words.columns.remove, named),
            stored: '',
          })
        : undefined,
    };
  });
  return {
    ...formOf(making, {
      section: 'agenda',
      prefix: PREFIX,
      action: links.agenda(setup.id),
      version: versions.agenda(setup),
      fields: [],
      cells: rows.flatMap((row) => Object.values(row).filter(isField)),
    }),
    count: words.count(setup.agenda.length),
    span: setup.agenda.length > 0 ? `${setup.agenda[0]?.startsAt} – ${setup.agenda.at(-1)?.endsAt}` : undefined,
    rows,
  };
}

const sourcesInWords = (from: readonly string[], t: Words): string =>
  from
    .map((source) => {
      if (source === 'organiser') return t.setup.agenda.organiser;
      return source === 'everyone' ? t.setup.agenda.everyone : source;
    })
    .join(', ');
