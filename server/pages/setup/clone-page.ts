import type { Request, Response } from 'express';
import { DateTime } from 'luxon';
import { listEvents } from '../../../db/events/event-list.ts';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import type { Context } from '../../context.ts';
import { type Language, longDate } from '../../domain/words/document-date.ts';
import { sameWeekdayShift } from '../../domain/plan/clone-plan.ts';
import { type EventSetup, planOfEvent } from '../../domain/plan/event-setup.ts';
import { spotOf } from '../../domain/plan/problem-spot.ts';
import { found } from '../../errors.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { type Words, wordsIn } from '../../i18n/catalogue.ts';
import { freeCode } from '../../actions/units/add-unit.ts';
import { cloneEvent, nextCode, readClone } from '../../actions/events/clone-event.ts';
import { links } from '../links.ts';
import { type Attempt, fieldMaker, problemLines } from './fields.ts';
import type { Making } from './form.ts';
import { shortTitle } from './new-event-page.ts';
import { pageIdOf } from '../../actions/page-id.ts';
import type { FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { spotHref } from './remarks-list.ts';
import { planRemark, sentencesOf } from './sentences.ts';
import { readTyped, type Typed } from '../../domain/words/typed-fields.ts';

/** The form, with the new days of the clusters; what stands in the address is a preview and changes nothing. */
export async function showClone(
  context: Context,
  req: Request,
  res: Response,
  returned?: { typed: Typed; problems: readonly FieldProblem[] },
): Promise<void> {
  const setup = found(await loadEventSetup(context.db.read, param(req, 'eventId')));
  const language = languageOf(req);
  const t = wordsIn(language);
  const events = await listEvents(context.db.read);
  const typed = returned?.typed ?? withDefaults(setup, events, readTyped(req.query));
  const { plan, problems, leftOut } = readClone(setup, typed, events);
  const ofForm = (returned?.problems ?? problems).filter(({ field }) => field !== 'form');
  const attempt: Attempt = { typed, problems: sentencesOf(ofForm, { t, units: setup.units }) };
  const fields = cloneFields(setup, { t, attempt, year: plan.event.year });
  await sendPage(req, res, 'setup/clone', {
    status: returned ? 422 : 200,
    tab: 'setup',
    title: t.setup.cloneForm.title,
    eventTitle: setup.event.title,
    action: links.clone(setup.id),
    backHref: links.setUpOf(setup.id),
    lines: [...problemLines('clone', { attempt, fields }), ...sourceLines({ setup, t }, returned?.problems ?? [])],
    fields,
    leftOut: leftOut.length > 0 ? t.setup.cloneForm.leftOut(leftOut) : undefined,
    pageId: pageIdOf(context, returned?.typed ?? new Map()),
    hasClusters: setup.clusters.length > 0,
    preview: planOfEvent(setup).clusters.map((cluster, index) => ({
      name: t.layout.cluster(cluster.number),
      before: dayOf(cluster.date, language),
      after: dayOf(plan.clusters[index]?.date ?? cluster.date, language),
    })),
  });
}

/** What is wrong in the event itself, each with its place and the way to where it is fixed. */
function sourceLines({ setup, t }: Pick<Making, 'setup' | 't'>, problems: readonly FieldProblem[]) {
  return problems.flatMap(({ field, problem }) => {
    if (field !== 'form' || !('path' in problem)) return [];
    const spot = spotOf(problem.path);
    const text = planRemark(problem, spot, setup, t);
    return [{ text, href: spotHref({ setup, t, returned: undefined, open: undefined }, spot) }];
  });
}

const dayOf = (date: string, language: Language): string => longDate(DateTime.fromISO(date), language);

/** Next year, and this year's title and code with the year changed. */
function withDefaults(setup: EventSetup, events: readonly { code: string }[], typed: Typed): Typed {
  const { code, title, year } = setup.event;
  const next = year + 1;
  const newTitle = title.replaceAll(String(year), String(next));
  return new Map([
    ['code', freeCode(nextCode({ code, year }, next), events)],
    ['title', newTitle],
    ['year', String(next)],
    ['days', ''],
    ...typed,
  ]);
}

function cloneFields(setup: EventSetup, { t, attempt, year }: { t: Words; attempt: Attempt; year: number }) {
  const words = t.setup.cloneForm;
  const make = fieldMaker('clone', attempt);
  const usual = sameWeekdayShift(planOfEvent(setup), year) ?? 0;
  return [
    make('title', { kind: 'text', label: words.name, stored: '', isWide: true }),
    make('code', {
      kind: 'text',
      label: words.code,
      stored: '',
      hint: t.setup.event.hints.code,
      isOptional: true,
    }),
    make('year', { kind: 'number', label: words.year, stored: '' }),
    make('days', { kind: 'text', label: words.days, stored: '', hint: words.daysHint(usual), isOptional: true }),
  ];
}

export async function submitClone(context: Context, req: Request, res: Response): Promise<void> {
  const typed = readTyped(req.body);
  const outcome = await cloneEvent(context, actorOf(res), { eventId: param(req, 'eventId'), typed });
  if (outcome.kind !== 'saved') {
    const problems = outcome.kind === 'problems' ? outcome.problems : [];
    return showClone(context, req, res, { typed, problems });
  }
  if (outcome.wasThere) setFlash(res, 'event_there');
  else setFlash(res, 'event_cloned', shortTitle(typed));
  res.redirect(303, links.setUpOf(outcome.eventId));
}
