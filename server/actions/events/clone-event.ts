import { loadEventSetup } from '../../../db/events/event-setup.ts';
import { listEvents } from '../../../db/events/event-list.ts';
import { eventById } from '../../../db/events/events.ts';
import { insertPlan } from '../../../db/events/plans.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { readPlan } from '../../domain/plan/check-plan.ts';
import { clonePlan, followSuccessors, sameWeekdayShift, withoutEnded } from '../../domain/plan/clone-plan.ts';
import { type EventSetup, planOfEvent } from '../../domain/plan/event-setup.ts';
import { isBlocking, type PlanProblem } from '../../domain/plan/plan-problem.ts';
import type { Plan } from '../../domain/plan/plan-shape.ts';
import { spotOf } from '../../domain/plan/problem-spot.ts';
import { setUpProblem } from '../../domain/plan/set-up-problem.ts';
import { isStanding } from '../../domain/plan/unit-rules.ts';
import { found } from '../../errors.ts';
import { freeCode } from '../units/add-unit.ts';
import type { EventMade } from './create-event.ts';
import { pageIdOf } from '../page-id.ts';
import { audited } from '../audited.ts';
import { type Outcome, type SectionForm } from './section.ts';
import { type FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { type Typed, textOf } from '../../domain/words/typed-fields.ts';

/** Next year's event: categories, agenda, clusters, shares and contact, without a single person. Checked like a file. */
export async function cloneEvent(
  context: Context,
  actor: Actor,
  { eventId, typed }: SectionForm,
): Promise<Outcome<EventMade>> {
  const newEventId = pageIdOf(context, typed);
  return await context.db.write(async (tx): Promise<Outcome<EventMade>> => {
    const setup = found(await loadEventSetup(tx, eventId));
    if (await eventById(tx, newEventId)) return { kind: 'saved', eventId: newEventId, wasThere: true };
    const { plan, days, problems } = readClone(setup, typed, await listEvents(tx));
    const reading = readPlan(plan);
    if (reading.kind === 'refused') problems.push(...blocksOf(reading.problems, problems));
    if (reading.kind === 'refused' || problems.length > 0) return { kind: 'problems', problems };
    const made = { eventId: newEventId, newId: context.newId, at: instant(context) };
    await insertPlan(tx, { plan: reading.plan, ...made });
    await audited(context, tx, actor, {
      action: 'event_cloned',
      subject: `event:${newEventId}`,
      detail: {
        from: eventId,
        days,
        clusters: reading.plan.clusters.length,
        categories: reading.plan.categories.length,
      },
    });
    return { kind: 'saved', eventId: newEventId, wasThere: false };
  });
}

export type CloneReading = {
  plan: Plan;
  days: number;
  problems: FieldProblem[];
  /** Names of the units that took part, ended, and have no successor. */
  leftOut: string[];
};

type Coded = { code: string };

/**
 * What the form asks for, before the plan is checked; also the preview. Days left empty keep the weekdays, a code left
 * empty is made from this year's and is none of `events`.
 */
export function readClone(setup: EventSetup, typed: Typed, events: readonly Coded[]): CloneReading {
  const followed = followSuccessors(planOfEvent(setup), successorCodes(setup));
  const ended = endedCodes(setup);
  const source = withoutEnded(followed, ended);
  const typedYear = textOf(typed, 'year');
  const year = /^\d{4}$/.test(typedYear) ? Number(typedYear) : source.event.year + 1;
  const text = textOf(typed, 'days');
  const isDays = text === '' || /^-?\d{1,5}$/.test(text);
  const days = isDays && text !== '' ? Number(text) : (sameWeekdayShift(source, year) ?? 0);
  const code = textOf(typed, 'code') || freeCode(nextCode(source.event, year).slice(0, CODE_ROOM), events);
  const plan = clonePlan(source, { code, title: textOf(typed, 'title'), year, days });
  const problems: FieldProblem[] = [];
  if (!isDays) problems.push({ field: 'days', problem: setUpProblem('days_unreadable', { found: text }) });
  if (typedYear !== '' && !/^\d{4}$/.test(typedYear)) {
    problems.push({ field: 'year', problem: setUpProblem('year_unreadable', { found: typedYear }) });
  }
  if (events.some((event) => event.code === code)) {
    problems.push({ field: 'code', problem: setUpProblem('code_taken', { code }) });
  }
  return { plan, days, problems, leftOut: namesLeftOut(setup, followed, ended) };
}

/** Leaves room for the number behind a code that is taken. */
const CODE_ROOM = 70;

/** `cchc-2023` → `cchc-2024`; a code that names no year gets the year behind it. */
export function nextCode({ code, year }: { code: string; year: number }, next: number): string {
  const renamed = code.replaceAll(String(year), String(next));
  return renamed === code ? `${code}-${next}` : renamed;
}

function successorCodes({ units }: EventSetup): Map<string, string> {
  const codes = new Map(units.map((unit) => [unit.id, unit.code]));
  return new Map(
    units.flatMap(({ code, successorId }) => {
      const successor = successorId && codes.get(successorId);
      return successor ? [[code, successor] as const] : [];
    }),
  );
}

/** Ended without a successor. */
const endedCodes = ({ units }: EventSetup): Set<string> =>
  new Set(units.filter((unit) => !isStanding(unit) && unit.successorId === undefined).map(({ code }) => code));

function namesLeftOut({ units }: EventSetup, { event, clusters }: Plan, ended: ReadonlySet<string>): string[] {
  const takesPart = (code: string) => clusters.some((cluster) => cluster.units.some((unit) => unit.code === code));
  return units
    .filter(({ code }) => ended.has(code) && code !== event.leadUnit && takesPart(code))
    .map(({ name }) => name);
}

/** Where the year or the shift could not be read, what does not fit together says nothing. */
function blocksOf(found: readonly PlanProblem[], unreadable: readonly FieldProblem[]): FieldProblem[] {
  const isGuess = unreadable.some(({ field }) => field === 'year' || field === 'days');
  return found
    .filter(isBlocking)
    .map(atField)
    .filter(({ field }) => !(field === 'days' && isGuess));
}

/** A date that does not fit is fixed by the shift; what else is wrong is wrong in the event itself. */
function atField(problem: PlanProblem): FieldProblem {
  const spot = spotOf(problem.path);
  if (spot.section === 'event') return { field: spot.field ?? 'form', problem };
  return { field: spot.section === 'cluster' && spot.field === 'date' ? 'days' : 'form', problem };
}
