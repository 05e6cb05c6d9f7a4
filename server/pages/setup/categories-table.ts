import { links } from '../links.ts';
import { rowsToShow } from './empty-rows.ts';
import { fieldMaker, isField, ticked, unstored } from './fields.ts';
import { attemptOf, formOf, type Making } from './form.ts';
import { versions } from '../../actions/events/section.ts';

const PREFIX = 'category';

export function categoriesTable(making: Making) {
  const { setup, t } = making;
  const words = t.setup.categories;
  const attempt = attemptOf(making, 'categories');
  const stored = new Map(setup.categories.map((category) => [category.id, category]));
  const rows = rowsToShow([...stored.keys()], attempt).map(({ key, typed, isGone }, index) => {
    const category = stored.get(key);
    const make = fieldMaker(PREFIX, typed);
    const gone = isGone ? { now: t.setup.rowGone } : {};
    const ask = fieldMaker(PREFIX, unstored(typed));
    const named = category?.code ?? words.newRow(index - stored.size + 1);
    const cell = (field: keyof typeof words.columns) => words.cell(words.columns[field], named);
    const text = (field: 'code' | 'name', value = '') =>
      make(`row.${key}.${field}`, { kind: field === 'name' ? 'lines' : 'text', label: cell(field), stored: value });
    return {
      code: { ...text('code', category?.code), ...gone },
      name: text('name', category?.name),
      level: make(`row.${key}.level`, {
        kind: 'choice',
        label: cell('level'),
        stored: category?.level ?? 'district',
        options: Object.entries(words.levels).map(([value, label]) => ({ value, label })),
      }),
      rank: make(`row.${key}.rank`, {
        kind: 'number',
        label: cell('rank'),
        stored: category ? String(category.rank) : '',
      }),
      hostOnly: make(`row.${key}.hostOnly`, {
        kind: 'check',
        label: cell('hostOnly'),
        stored: ticked(category?.hostOnly ?? false),
      }),
      onPayroll: make(`row.${key}.onPayroll`, {
        kind: 'check',
        label: cell('onPayroll'),
        stored: ticked(category?.onPayroll ?? true),
      }),
      registered: category?.registered ?? 0,
      remove:
        category && category.registered === 0
          ? ask(`row.${key}.remove`, { kind: 'check', label: cell('remove'), stored: '' })
          : undefined,
    };
  });
  return {
    ...formOf(making, {
      section: 'categories',
      prefix: PREFIX,
      action: links.categories(setup.id),
      version: versions.categories(setup),
      fields: [],
      cells: rows.flatMap((row) => Object.values(row).filter(isField)),
    }),
    isNew: setup.categories.length === 0,
    count: words.count(setup.categories.length),
    codes: setup.categories.map(({ code }) => code).join(', '),
    rows,
  };
}
