import type { Request, Response } from 'express';
import { setupUnits } from '../../../db/events/event-setup.ts';
import type { Context } from '../../context.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { createEvent } from '../../actions/events/create-event.ts';
import { links } from '../links.ts';
import { eventFields } from './event-form.ts';
import { type Attempt, fieldMaker, problemLines } from './fields.ts';
import { pageIdOf } from '../../actions/page-id.ts';
import type { FieldProblem } from '../../domain/plan/set-up-problem.ts';
import { sentencesOf } from './sentences.ts';
import { readTyped, type Typed, textOf } from '../../domain/words/typed-fields.ts';

type Returned = { typed: Typed; problems: readonly FieldProblem[] };

export async function showNewEvent(context: Context, req: Request, res: Response, returned?: Returned): Promise<void> {
  const t = wordsIn(languageOf(req));
  const { fields: labels, hints } = t.setup.event;
  const units = await setupUnits(context.db.read);
  const attempt: Attempt | undefined = returned && {
    typed: returned.typed,
    problems: sentencesOf(returned.problems, { t, units }),
  };
  const make = fieldMaker('event', attempt);
  const text = (name: 'code' | 'newLeadUnit') =>
    make(name, { kind: 'text', label: labels[name], stored: '', hint: hints[name], isOptional: true });
  const year = context.now().year;
  const fields = [...eventFields({ event: { year }, units }, { t, attempt }), text('newLeadUnit'), text('code')];
  await sendPage(req, res, 'setup/new', {
    status: returned ? 422 : 200,
    tab: 'setup',
    title: t.setup.createTitle,
    lines: problemLines('event', { attempt, fields }),
    fields,
    pageId: pageIdOf(context, returned?.typed ?? new Map()),
  });
}

export async function submitNewEvent(context: Context, req: Request, res: Response): Promise<void> {
  const typed = readTyped(req.body);
  const outcome = await createEvent(context, actorOf(res), typed);
  if (outcome.kind !== 'saved') {
    const problems = outcome.kind === 'problems' ? outcome.problems : [];
    return showNewEvent(context, req, res, { typed, problems });
  }
  if (outcome.wasThere) setFlash(res, 'event_there');
  else setFlash(res, 'event_created', shortTitle(typed));
  res.redirect(303, links.setUpOf(outcome.eventId));
}

/** What fits in the sentence on the next page. */
export const shortTitle = (typed: Typed): string => textOf(typed, 'title').slice(0, 150);
