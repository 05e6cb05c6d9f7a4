/** What happened in a cluster: everything for the organiser, what concerns the own unit for a registrar. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import { clusterById, clustersOfEvent, participantsOf } from '../../../db/events/clusters.ts';
import { historyNames, historyOf } from '../../../db/audit/history.ts';
import type { Context } from '../../context.ts';
import { scopeOf } from '../../domain/account.ts';
import { clusterTabs } from '../shared/cluster-tabs.ts';
import { found } from '../../errors.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { historyLine } from '../../i18n/history-sentence.ts';
import { links } from '../links.ts';

const LINES = 100;

const query = z.object({
  unit: z.string().max(100).catch(''),
  before: z.coerce.number().int().positive().optional().catch(undefined),
});

export async function showHistory(context: Context, req: Request, res: Response) {
  const actor = actorOf(res);
  const scope = scopeOf(actor);
  const { read } = context.db;
  const t = wordsIn(languageOf(req));
  const cluster = found(await clusterById(read, scope, param(req, 'clusterId')));
  const units = await participantsOf(read, cluster.id);
  const { unit: wanted, before } = query.parse(req.query);
  const unitId = scope.kind === 'unit' ? scope.unitId : wanted || undefined;
  const unit = unitId === undefined ? undefined : found(units.find((participant) => participant.unitId === unitId));
  // One more than is shown tells whether there is an older page.
  const entries = await historyOf(read, { clusterIds: [cluster.id], unitId, limit: LINES + 1, before });
  const shown = entries.slice(0, LINES);
  const names = await historyNames(read, scope, shown);
  const clusters = await clustersOfEvent(read, scope, cluster.eventId);
  const base = links.clusterHistory({ clusterId: cluster.id });
  const href = (more: { before?: number }) => {
    const search = new URLSearchParams();
    if (scope.kind === 'all' && unitId !== undefined) search.set('unit', unitId);
    if (more.before !== undefined) search.set('before', String(more.before));
    return search.size === 0 ? base : `${base}?${search}`;
  };
  const last = shown.at(-1);
  await sendPage(req, res, 'history/cluster', {
    tab: 'registration',
    title: t.history.title(cluster.number),
    sub: unit ? t.history.subUnit(unit.unitName) : t.history.sub,
    clusterTabs: clusterTabs(clusters, {
      current: cluster.id,
      href: ({ id }) => links.clusterHistory({ clusterId: id }),
      words: t,
    }),
    action: base,
    units:
      scope.kind === 'unit'
        ? []
        : units.map(({ unitId: id, unitName }) => ({ value: id, label: unitName, isCurrent: id === unitId })),
    lines: shown.map((entry) => historyLine(entry, { names, scope, words: t.history, zone: cluster.zone })),
    olderHref: entries.length > LINES && last ? href({ before: last.seq }) : undefined,
    newestHref: before === undefined ? undefined : href({}),
  });
}
