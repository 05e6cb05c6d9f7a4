/** Asks by name before an event goes, and says what goes with it; or why it stays. */
import type { Request, Response } from 'express';
import { eventHoldings } from '../../../db/events/event-removal.ts';
import { eventById } from '../../../db/events/events.ts';
import type { Context } from '../../context.ts';
import { removalProblems } from '../../domain/plan/event-removal.ts';
import { found } from '../../errors.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { removeEvent } from '../../actions/events/remove-event.ts';
import { type Outcome, versions } from '../../actions/events/section.ts';
import { links } from '../links.ts';
import { sentenceOf } from './sentences.ts';
import { readTyped } from '../../domain/words/typed-fields.ts';

export async function showRemoval(context: Context, req: Request, res: Response, outcome?: Outcome): Promise<void> {
  const event = found(await eventById(context.db.read, param(req, 'eventId')));
  const holdings = await eventHoldings(context.db.read, event.id);
  const t = wordsIn(languageOf(req));
  const words = t.setup.removal;
  const refused = outcome?.kind === 'problems' ? outcome.problems.map(({ problem }) => problem) : [];
  const problems = refused.length > 0 ? refused : removalProblems(holdings);
  await sendPage(req, res, 'setup/remove', {
    status: outcome === undefined ? 200 : outcome.kind === 'stale' ? 409 : 422,
    tab: 'setup',
    title: words.question(event.title),
    code: event.code,
    action: links.removeEvent(event.id),
    backHref: links.setUpOf(event.id),
    version: versions.holdings(holdings),
    isStale: outcome?.kind === 'stale',
    problems: problems.map((problem) => sentenceOf(problem, { t, units: [] })),
    goes: [
      words.clusters(holdings.clusters),
      words.categories(holdings.categories, holdings.agendaItems),
      ...(holdings.draftRows > 0 ? [words.drafts(holdings.draftRows)] : []),
    ],
  });
}

export async function submitRemoval(context: Context, req: Request, res: Response): Promise<void> {
  const form = { eventId: param(req, 'eventId'), typed: readTyped(req.body) };
  const outcome = await removeEvent(context, actorOf(res), form);
  if (outcome.kind !== 'saved') return showRemoval(context, req, res, outcome);
  setFlash(res, 'event_removed', outcome.title.slice(0, 150));
  res.redirect(303, links.setUp);
}
