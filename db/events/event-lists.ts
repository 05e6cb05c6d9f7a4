/** Writes the two lists of an event that are edited as tables: its categories and its agenda. Rows keep their ids. */
import { minuteOf, type PlanAgendaItem, type PlanCategory } from '../../server/domain/plan/plan-shape.ts';
import type { Tx } from '../schema.ts';

export type Row<T> = T & { id: string };

const categoryRow = (category: PlanCategory) => ({
  code: category.code,
  name: category.name,
  level: category.level,
  host_only: category.hostOnly ? (1 as const) : (0 as const),
  rank: category.rank,
  on_payroll: category.onPayroll ? (1 as const) : (0 as const),
});

/** Makes the categories of an event what `rows` says. Throws a reference error when one that goes is in use. */
export async function replaceCategories(tx: Tx, eventId: string, rows: readonly Row<PlanCategory>[]): Promise<void> {
  const stored = await tx.selectFrom('category').select('id').where('event_id', '=', eventId).execute();
  const known = new Set(stored.map(({ id }) => id));
  const staying = new Set(rows.map(({ id }) => id));
  for (const id of known) {
    if (!staying.has(id)) await tx.deleteFrom('category').where('id', '=', id).execute();
  }
  const changed = rows.filter(({ id }) => known.has(id));
  // Two rows may swap their codes: each first steps aside to a code that no other can have.
  for (const { id } of changed) await tx.updateTable('category').set({ code: id }).where('id', '=', id).execute();
  for (const { id, ...category } of changed) {
    await tx.updateTable('category').set(categoryRow(category)).where('id', '=', id).execute();
  }
  const fresh = rows.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return;
  await tx
    .insertInto('category')
    .values(fresh.map(({ id, ...category }) => ({ id, event_id: eventId, ...categoryRow(category) })))
    .execute();
}

const agendaRow = (item: PlanAgendaItem, index: number) => ({
  position: index + 1,
  starts_minute: minuteOf(item.startsAt),
  ends_minute: minuteOf(item.endsAt),
  title: item.title,
  owner: item.owner,
  invited_from: item.from.join(' '),
});

/** Makes the agenda of an event what `rows` says, in their order. */
export async function replaceAgenda(tx: Tx, eventId: string, rows: readonly Row<PlanAgendaItem>[]): Promise<void> {
  const stored = await tx.selectFrom('agenda_item').select('id').where('event_id', '=', eventId).execute();
  const known = new Set(stored.map(({ id }) => id));
  const staying = new Set(rows.map(({ id }) => id));
  for (const id of known) {
    if (!staying.has(id)) await tx.deleteFrom('agenda_item').where('id', '=', id).execute();
  }
  const numbered = rows.map(({ id, ...item }, index) => ({ id, ...agendaRow(item, index) }));
  const changed = numbered.filter(({ id }) => known.has(id));
  // Positions are unique: everybody first steps below zero, then takes the new one.
  for (const { id, position } of changed) {
    await tx.updateTable('agenda_item').set({ position: -position }).where('id', '=', id).execute();
  }
  for (const { id, ...item } of changed) {
    await tx.updateTable('agenda_item').set(item).where('id', '=', id).execute();
  }
  const fresh = numbered.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return;
  await tx
    .insertInto('agenda_item')
    .values(fresh.map((item) => ({ event_id: eventId, ...item })))
    .execute();
}
