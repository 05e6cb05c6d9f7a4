/** Lists of a cluster: the page that offers them, the files, the printed page. All of it only reads. */
import type { Request, Response } from 'express';
import { clustersOfEvent } from '../../../db/events/clusters.ts';
import { type Context, instant } from '../../context.ts';
import { exporters } from '../../documents/write/exporters.ts';
import { scopeOf, isRegistrar } from '../../domain/account.ts';
import { clusterOfTheMoment } from '../shared/cluster-tabs.ts';
import { clustersMeant } from '../../http/event-asked.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, get, param, type Route, readsLists } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { headCounts } from '../../domain/lists/head-counts.ts';
import { listFile, listKind, sheets } from './lists.ts';
import { listsPage } from './lists-page.ts';
import { loadGroups, loadList } from './load-list.ts';
import { printPage } from './print-page.ts';
import { sendFile } from './send-file.ts';

export const reportRoutes = (context: Context): Route[] => {
  const goToCluster = async (req: Request, res: Response) => {
    const cluster = clusterOfTheMoment(await clustersMeant(context, req, actorOf(res)), instant(context));
    if (cluster) return res.redirect(302, links.lists(cluster.id));
    await sendPage(req, res, 'lists/none', { title: wordsIn(languageOf(req)).lists.title, tab: 'lists' });
  };

  const showLists = async (req: Request, res: Response) => {
    const actor = actorOf(res);
    const facts = await loadList(context, actor, param(req, 'clusterId'));
    const whole = await loadGroups(context.db.read, facts.cluster.id, { kind: 'all' });
    const clusters = await clustersOfEvent(context.db.read, scopeOf(actor), facts.event.id);
    const language = languageOf(req);
    const page = listsPage({
      facts,
      whole: headCounts({ groups: whole, presence: facts.presence }),
      clusters,
      isOneUnit: isRegistrar(actor),
      t: wordsIn(language),
      language,
    });
    await sendPage(req, res, 'lists/lists', { tab: 'lists', ...page });
  };

  const downloadList = async (req: Request, res: Response) => {
    const { kind, format } = listFile(param(req, 'file'));
    const sheet = sheets[kind](await loadList(context, actorOf(res), param(req, 'clusterId')));
    const { contentType, write } = exporters[format];
    sendFile(res, { name: `${sheet.fileName}.${format}`, contentType, bytes: await write(sheet) });
  };

  const showPrintedList = async (req: Request, res: Response) => {
    const kind = listKind(param(req, 'kind'));
    const facts = await loadList(context, actorOf(res), param(req, 'clusterId'));
    const sheet = sheets[kind](facts);
    await sendPage(req, res, 'lists/print', {
      title: wordsIn(languageOf(req)).lists.lists[kind],
      backTo: links.lists(facts.cluster.id),
      sheet: printPage(sheet),
    });
  };

  return [
    get('/lists', readsLists, goToCluster),
    get('/clusters/:clusterId/lists', readsLists, showLists),
    get('/clusters/:clusterId/lists/:file', readsLists, downloadList),
    get('/clusters/:clusterId/lists/:kind/print', readsLists, showPrintedList),
  ];
};
