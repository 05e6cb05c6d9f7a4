/** Everything that was done in an event, by whom and why: its set-up, its clusters and their lists, its units. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import { clusterNumbers, historyOfEvent } from '../../../db/audit/event-history.ts';
import { eventById } from '../../../db/events/events.ts';
import { historyNames } from '../../../db/audit/history.ts';
import type { Context } from '../../context.ts';
import { scopeOf } from '../../domain/account.ts';
import { found } from '../../errors.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { historyLine } from '../../i18n/history-sentence.ts';
import { links } from '../links.ts';

const LINES = 100;

const query = z.object({
  cluster: z.string().max(100).catch(''),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export async function showEventHistory(context: Context, req: Request, res: Response): Promise<void> {
  const { read } = context.db;
  const t = wordsIn(languageOf(req));
  const event = found(await eventById(read, param(req, 'eventId')));
  const numbers = await clusterNumbers(read, event.id);
  const { cluster, before } = query.parse(req.query);
  const clusterId = cluster || undefined;
  if (clusterId !== undefined) found(numbers.get(clusterId));
  // One more than is shown tells whether there is an older page.
  const entries = await historyOfEvent(read, { eventId: event.id, clusterId, limit: LINES + 1, before });
  const shown = entries.slice(0, LINES);
  const names = await historyNames(read, scopeOf(actorOf(res)), shown);
  const base = links.eventHistory(event.id);
  const href = (older: { before?: string }) => {
    const search = new URLSearchParams({ ...(clusterId && { cluster: clusterId }), ...older });
    return search.size === 0 ? base : `${base}?${search}`;
  };
  const nameOf = (id: string) => t.layout.cluster(numbers.get(id) ?? 0);
  const last = shown.at(-1);
  await sendPage(req, res, 'history/event', {
    tab: 'setup',
    title: t.history.ofEvent,
    sub: event.title,
    backHref: links.setUpOf(event.id),
    action: base,
    clusters: [...numbers]
      .sort(([, left], [, right]) => left - right)
      .map(([id]) => ({ value: id, label: nameOf(id), isCurrent: id === clusterId })),
    lines: shown.map((entry) => ({
      ...historyLine(entry, { names, scope: { kind: 'all' }, words: t.history, zone: event.zone }),
      cluster: entry.clusterId === undefined ? t.history.noCluster : nameOf(entry.clusterId),
    })),
    olderHref: entries.length > LINES && last ? href({ before: String(last.seq) }) : undefined,
    newestHref: before === undefined ? undefined : href({}),
  });
}
