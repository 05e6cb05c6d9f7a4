import { replaceAgenda, replaceCategories } from '../../../db/events/event-lists.ts';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { rowChanges } from '../../domain/plan/changes.ts';
import { type EventSetup, planOfEvent } from '../../domain/plan/event-setup.ts';
import { categoryShape, type PlanCategory } from '../../domain/plan/plan-shape.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { found } from '../../errors.ts';
import { audited } from '../audited.ts';
import { blocksAt, isStale, type Outcome, type SectionForm, versions } from './section.ts';
import { type FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { givenNumber, givenText, isTicked, rowKeys, type Typed, textOf } from '../../domain/words/typed-fields.ts';

/** The categories of an event. One that somebody is registered under stays; a new code is taken over by the agenda. */
export async function saveCategories(
  context: Context,
  actor: Actor,
  { eventId, typed }: SectionForm,
): Promise<Outcome> {
  return await context.db.write(async (tx): Promise<Outcome> => {
    const setup = found(await loadEventSetup(tx, eventId));
    if (isStale(typed, versions.categories(setup))) return { kind: 'stale' };
    const { keys, fragments, problems: inUse } = readRows(setup, typed);
    const blocks = blocksAt({ ...planOfEvent(setup), categories: fragments }, 'categories');
    const problems = [...inUse, ...blocks.map(({ spot, problem }) => ({ field: fieldOf(spot, keys), problem }))];
    if (problems.length > 0) return { kind: 'problems', problems };
    const rows = fragments.map((fragment, index) => ({
      id: setup.categories.find(({ id }) => id === keys[index])?.id ?? context.newId(),
      ...categoryShape.parse(fragment),
    }));
    await replaceCategories(tx, eventId, rows);
    await followCodes(tx, setup, rows);
    const stored = setup.categories.map(({ registered: _, ...category }) => category);
    const changes = rowChanges(stored, rows, ({ code }) => code);
    if (changes.length > 0) {
      const subject = `event:${eventId}`;
      await audited(context, tx, actor, { action: 'categories_changed', subject, detail: { changes } });
    }
    return { kind: 'saved' };
  });
}

type Row = PlanCategory & { id: string };

function readRows(setup: EventSetup, typed: Typed) {
  const problems: FieldProblem[] = [];
  const lastRank = Math.max(0, ...setup.categories.map(({ rank }) => rank));
  const keys = rowKeys(typed, 'row').filter((key) => {
    const stored = setup.categories.find(({ id }) => id === key);
    const isEmpty = textOf(typed, `row.${key}.code`) === '' && textOf(typed, `row.${key}.name`) === '';
    if (!stored) return !isEmpty && !isTicked(typed, `row.${key}.remove`);
    if (!isTicked(typed, `row.${key}.remove`)) return true;
    if (stored.registered === 0) return false;
    const detail = { code: stored.code, count: stored.registered };
    problems.push({ field: `row.${key}.code`, problem: setUpProblem('category_in_use', detail) });
    return true;
  });
  const fragments = keys.map((key, index) => ({
    code: givenText(typed, `row.${key}.code`),
    name: givenText(typed, `row.${key}.name`),
    level: givenText(typed, `row.${key}.level`),
    hostOnly: isTicked(typed, `row.${key}.hostOnly`),
    rank: givenNumber(typed, `row.${key}.rank`) ?? lastRank + 10 * (index + 1),
    onPayroll: isTicked(typed, `row.${key}.onPayroll`),
  }));
  return { keys, fragments, problems };
}

/** The field of the form that a place in the plan stands for. */
export function fieldOf(spot: { row?: number; field?: string }, keys: readonly string[]): string {
  const key = spot.row === undefined ? undefined : keys[spot.row];
  return key === undefined ? 'form' : `row.${key}.${spot.field ?? 'code'}`;
}

/** The agenda names categories by their codes, so a code that changes changes there too. */
async function followCodes(
  tx: Parameters<typeof replaceAgenda>[0],
  setup: EventSetup,
  rows: readonly Row[],
): Promise<void> {
  const renamed = new Map(
    setup.categories.flatMap(({ id, code }) => {
      const now = rows.find((row) => row.id === id)?.code;
      return now !== undefined && now !== code ? [[code, now] as const] : [];
    }),
  );
  if (renamed.size === 0) return;
  const agenda = setup.agenda.map((item) => ({ ...item, from: item.from.map((code) => renamed.get(code) ?? code) }));
  await replaceAgenda(tx, setup.id, agenda);
}
