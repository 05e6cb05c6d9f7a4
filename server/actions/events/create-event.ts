import { insertEvent } from '../../../db/events/event-changes.ts';
import { listEvents } from '../../../db/events/event-list.ts';
import { setupUnits } from '../../../db/events/event-setup.ts';
import type { Tx } from '../../../db/schema.ts';
import { insertUnit } from '../../../db/units/unit-changes.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import type { SetupUnit } from '../../domain/plan/event-setup.ts';
import { eventShape } from '../../domain/plan/plan-shape.ts';
import { isStanding } from '../../domain/plan/unit-rules.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { freeCode, slug } from '../units/add-unit.ts';
import { codeOfUnit, eventFragment } from '../../domain/plan/fragments.ts';
import { pageIdOf } from '../page-id.ts';
import { audited } from '../audited.ts';
import { blocksAt, type Outcome } from './section.ts';
import { type FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { givenText, type Typed, textOf } from '../../domain/words/typed-fields.ts';

export type EventMade = {
  eventId: string;
  /** The same page was sent before: nothing was written this time. */
  wasThere: boolean;
};

/** An event with nothing in it yet. In an empty house the unit that leads it is written down with it. */
export async function createEvent(context: Context, actor: Actor, typed: Typed): Promise<Outcome<EventMade>> {
  const eventId = pageIdOf(context, typed);
  return await context.db.write(async (tx): Promise<Outcome<EventMade>> => {
    const units = await setupUnits(tx);
    const events = await listEvents(tx);
    if (events.some(({ id }) => id === eventId)) return { kind: 'saved', eventId, wasThere: true };
    const code =
      givenText(typed, 'code') ?? freeCode(slug(`${textOf(typed, 'kind')} ${textOf(typed, 'year')}`), events);
    const lead = leadUnitOf(context, typed, units);
    const fragment = eventFragment(typed, { code, leadUnit: lead?.code });
    const known = [
      ...units.map((unit) => ({ code: unit.code, name: unit.name, level: unit.level })),
      ...(lead?.fresh ?? []),
    ];
    const problems: FieldProblem[] = blocksAt({ event: fragment, units: known }, 'event').map(({ spot, problem }) => ({
      field: spot.field ?? 'form',
      problem,
    }));
    if (events.some((event) => event.code === code)) {
      problems.push({ field: 'code', problem: setUpProblem('code_taken', { code }) });
    }
    const event = eventShape.safeParse(fragment);
    if (!event.success || !lead || problems.length > 0) return { kind: 'problems', problems };
    await writeLead(tx, lead);
    await insertEvent(tx, { id: eventId, event: event.data, leadUnitId: lead.id, at: instant(context) });
    const detail = { code, year: event.data.year };
    await audited(context, tx, actor, { action: 'event_created', subject: `event:${eventId}`, detail });
    return { kind: 'saved', eventId, wasThere: false };
  });
}

type Lead = { id: string; code: string; fresh: { code: string; name: string; level: 'city' }[] };

/** The unit chosen, or the new one whose name was typed; undefined when neither was. */
function leadUnitOf(context: Context, typed: Typed, units: readonly SetupUnit[]): Lead | undefined {
  const chosen = typed.get('leadUnit');
  const code = codeOfUnit(units.filter(isStanding), chosen);
  if (chosen && code) return { id: chosen, code, fresh: [] };
  const name = textOf(typed, 'newLeadUnit');
  if (name === '') return undefined;
  const fresh = freeCode(slug(name), units);
  return { id: context.newId(), code: fresh, fresh: [{ code: fresh, name, level: 'city' }] };
}

async function writeLead(tx: Tx, { id, fresh }: Lead): Promise<void> {
  for (const unit of fresh) await insertUnit(tx, { id, ...unit, parentId: undefined });
}
