import { replaceAgenda } from '../../../db/events/event-lists.ts';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import type { Context } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { rowChanges } from '../../domain/plan/changes.ts';
import { planOfEvent } from '../../domain/plan/event-setup.ts';
import { agendaItemShape } from '../../domain/plan/plan-shape.ts';
import { found } from '../../errors.ts';
import { readAgendaRows } from '../../domain/plan/agenda-rows.ts';
import { fieldOf } from './save-categories.ts';
import { audited } from '../audited.ts';
import { blocksAt, isStale, type Outcome, type SectionForm, versions } from './section.ts';

export async function saveAgenda(context: Context, actor: Actor, { eventId, typed }: SectionForm): Promise<Outcome> {
  return await context.db.write(async (tx): Promise<Outcome> => {
    const setup = found(await loadEventSetup(tx, eventId));
    if (isStale(typed, versions.agenda(setup))) return { kind: 'stale' };
    const { rows, problems: unreadable } = readAgendaRows(setup, typed);
    const keys = rows.map(({ key }) => key);
    const agenda = rows.map(({ item }) => item);
    const blocks = blocksAt({ ...planOfEvent(setup), agenda }, 'agenda');
    const problems = [...unreadable, ...blocks.map(({ spot, problem }) => ({ field: fieldOf(spot, keys), problem }))];
    if (problems.length > 0) return { kind: 'problems', problems };
    const items = rows.map(({ key, item }) => ({
      id: setup.agenda.find(({ id }) => id === key)?.id ?? context.newId(),
      ...agendaItemShape.parse(item),
    }));
    await replaceAgenda(tx, eventId, items);
    const changes = rowChanges(setup.agenda, items, ({ startsAt, title }) => `${startsAt} ${title}`);
    if (changes.length > 0) {
      const subject = `event:${eventId}`;
      await audited(context, tx, actor, { action: 'agenda_changed', subject, detail: { changes } });
    }
    return { kind: 'saved' };
  });
}
