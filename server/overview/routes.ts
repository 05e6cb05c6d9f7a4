import type { Request, Response } from 'express';
import { allClusters, type Cluster, clustersOfEvent } from '../../db/clusters.ts';
import { type Event, eventById, latestEventId } from '../../db/events.ts';
import { type Context, instant } from '../context.ts';
import { type Actor, scopeOf } from '../domain/account.ts';
import { clockInWords, inZone, type Language, longDate } from '../domain/document-date.ts';
import { clusterOfTheMoment } from '../http/cluster-tabs.ts';
import { listChip } from '../http/list-chip.ts';
import { sendPage } from '../http/page.ts';
import { languageOf } from '../http/reader.ts';
import { actorOf, get, type Route, signedIn } from '../http/route.ts';
import { type Words, wordsIn } from '../i18n/catalogue.ts';
import { type ClusterState, loadClusterStates, type UnitState } from './cluster-state.ts';
import { organiserTodos } from './todos.ts';

export const overviewRoutes = (context: Context): Route[] => [
  get('/', signedIn, (req, res) => showOverview(context, req, res)),
];

async function showOverview(context: Context, req: Request, res: Response) {
  const actor = actorOf(res);
  const { read } = context.db;
  const language = languageOf(req);
  const t = wordsIn(language);
  const eventId = await eventOf(context, actor);
  const event = eventId && (await eventById(read, eventId));
  if (!event) {
    const text = actor.role === 'registrar' ? t.overview.emptyRegistrar : t.overview.emptyText;
    return sendPage(req, res, 'overview/empty', { tab: 'overview', title: t.overview.emptyTitle, text });
  }
  const clusters = await clustersOfEvent(read, scopeOf(actor), event.id);
  const states = await loadClusterStates(read, event.id, clusters);
  const at = instant(context);
  const common = {
    tab: 'overview' as const,
    sub: subtitle(context, { event, clusters, states, language, t }),
  };
  if (actor.role === 'registrar') {
    return sendPage(req, res, 'overview/unit', {
      ...common,
      title: t.overview.unitTitle(actor.unitName ?? ''),
      eventTitle: event.title,
      clusters: states.map((state) => unitCard(state, actor, { language, t })),
    });
  }
  const todos = actor.role === 'accountant' ? [] : organiserTodos(states, { at, language, words: t.overview });
  await sendPage(req, res, 'overview/event', {
    ...common,
    title: event.title,
    clusters: states.map((state) => clusterCard(state, { language, t })),
    rows: states.flatMap((state) =>
      state.units.map((unit, index) => unitRow(state, unit, { isFirst: index === 0, t, actor })),
    ),
    todos,
    todoCount: t.overview.todoCount(todos.length),
    showsTodos: actor.role !== 'accountant',
  });
}

/** The latest event, or for a registrar the latest one the unit takes part in. */
async function eventOf(context: Context, actor: Actor): Promise<string | undefined> {
  if (actor.role !== 'registrar') return latestEventId(context.db.read);
  const clusters = await allClusters(context.db.read, scopeOf(actor));
  return clusterOfTheMoment(clusters, instant(context))?.eventId;
}

type Facts = { event: Event; clusters: Cluster[]; states: ClusterState[]; language: Language; t: Words };

function subtitle(context: Context, { event, clusters, states, language, t }: Facts): string {
  const today = context.now().setZone(event.zone);
  const next = clusters.find((cluster) => cluster.endsAt >= instant(context));
  const starts = next && inZone(next.startsAt, event.zone);
  const days = starts ? Math.round(starts.startOf('day').diff(today.startOf('day'), 'days').days) : 0;
  const units = new Set(states.flatMap((state) => state.units.map((unit) => unit.unitId)));
  return [
    t.overview.today(longDate(today, language)),
    next ? t.overview.untilCluster(days, next.number) : t.overview.allOver,
    t.overview.size(clusters.length, units.size),
  ].join(' · ');
}

function clusterCard(state: ClusterState, { language, t }: { language: Language; t: Words }) {
  const { cluster, seated, waiting, present, units } = state;
  const starts = inZone(cluster.startsAt, cluster.zone);
  const isBelow = seated < cluster.min;
  const submitted = units.filter((unit) => unit.listState === 'submitted' || unit.listState === 'accepted').length;
  return {
    href: `/clusters/${cluster.id}/registrations`,
    name: t.layout.cluster(cluster.number),
    when: `${longDate(starts, language)} · ${clockInWords(starts, language)}`,
    where: cluster.venue,
    seated,
    waiting,
    waitingText: waiting > 0 ? t.overview.waiting(waiting) : undefined,
    presentText: present > 0 ? t.overview.present(present, seated) : undefined,
    min: cluster.min,
    max: cluster.max,
    isBelow,
    sentence: isBelow ? t.overview.below(cluster.min - seated) : t.overview.within(cluster.max - seated),
    unitsIn: t.overview.unitsIn(submitted, units.length),
  };
}

function unitRow(
  state: ClusterState,
  unit: UnitState,
  { isFirst, t, actor }: { isFirst: boolean; t: Words; actor: Actor },
) {
  const isInvited = unit.invited > 0;
  return {
    isFirst,
    clusterNumber: state.cluster.number,
    clusterName: t.layout.cluster(state.cluster.number),
    name: unit.unitName,
    isHost: unit.isHost,
    href: actor.role === 'accountant' ? undefined : `/clusters/${state.cluster.id}/registrations?unit=${unit.unitId}`,
    seated: unit.seated,
    quota: unit.quota,
    waiting: unit.waiting > 0 ? t.overview.waiting(unit.waiting) : undefined,
    label: t.overview.ofQuota(unit.seated, unit.quota),
    isLow: unit.seated < unit.quota,
    list: listChip(unit.listState, t),
    invited: isInvited ? String(unit.invited) : t.layout.none,
    confirmed: isInvited ? String(unit.confirmed) : t.layout.none,
    declined: isInvited ? String(unit.declined) : t.layout.none,
  };
}

function unitCard(state: ClusterState, actor: Actor, { language, t }: { language: Language; t: Words }) {
  const own = state.units.find((unit) => unit.unitId === actor.unitId);
  const deadline = inZone(state.cluster.registrationDeadline, state.cluster.zone);
  return {
    ...clusterCard(state, { language, t }),
    quota: t.overview.quotaOf(own?.seated ?? 0, own?.quota ?? 0),
    ownWaiting: own && own.waiting > 0 ? t.registration.waitingCount(own.waiting) : undefined,
    list: own && listChip(own.listState, t),
    deadline: t.overview.deadline(`${clockInWords(deadline, language)}, ${longDate(deadline, language)}`),
    lettersHref: `/clusters/${state.cluster.id}/letters`,
    doorHref: own?.isHost ? `/clusters/${state.cluster.id}/door` : undefined,
  };
}
