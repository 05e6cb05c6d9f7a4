import type { Request, Response } from 'express';
import { type ListedEvent, listEvents } from '../../../db/events/event-list.ts';
import type { Context } from '../../context.ts';
import { inZone, type Language, longDate } from '../../domain/words/document-date.ts';
import { type EventState, eventState } from '../../domain/plan/event-setup.ts';
import { withEvent } from '../../http/event-asked.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { type Words, wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';

const TONES: Record<EventState, string> = {
  draft: 'none',
  registering: 'info',
  ahead: 'warn',
  running: 'ok',
  over: 'none',
};

export async function showEvents(context: Context, req: Request, res: Response): Promise<void> {
  const language = languageOf(req);
  const t = wordsIn(language);
  const events = await listEvents(context.db.read);
  await sendPage(req, res, 'setup/list', {
    tab: 'setup',
    title: t.setup.title,
    events: events.map((event) => listedEvent(context, event, { t, language })),
  });
}

function listedEvent(context: Context, event: ListedEvent, { t, language }: { t: Words; language: Language }) {
  const state = eventState(event.clusters, context.now());
  return {
    title: event.title,
    code: event.code,
    year: event.year,
    href: links.setUpOf(event.id),
    clusters: event.clusters.map((cluster) =>
      t.setup.clusterDay(cluster.number, longDate(inZone(cluster.startsAt, event.zone), language)),
    ),
    units: event.units,
    state: { tone: TONES[state], word: t.setup.states[state] },
    overviewHref: withEvent(links.overview, event.id),
    overviewLabel: t.setup.overviewOf(event.title),
    cloneHref: event.clusters.length > 0 ? links.clone(event.id) : undefined,
    cloneLabel: t.setup.cloneOf(event.title),
  };
}
