import { isOver } from '../../domain/cluster-clock.ts';
import type { Request, Response } from 'express';
import { type Cluster, clustersOfEvent } from '../../../db/events/clusters.ts';
import { nearestEvents } from '../../../db/events/event-choices.ts';
import { agendaOf, categoriesOf, type Event, eventById, eventOfTheMoment } from '../../../db/events/events.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf, isAccountant, isRegistrar } from '../../domain/account.ts';
import { clock, inZone, longDate, shortDate } from '../../domain/words/document-date.ts';
import { found } from '../../errors.ts';
import { eventAsked, withEvent } from '../../http/event-asked.ts';
import { daysOf } from '../../http/page/event-switcher.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, get, type Route, signedIn } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { clusterCard, type Reading, unitCard, unitRow } from './cards.ts';
import { type ClusterState, loadClusterStates } from './cluster-state.ts';
import { filtered, filterLinks, readOverviewQuery } from './filter.ts';
import { recentLines } from './recent.ts';
import type { Todo } from './list-todos.ts';
import { organiserTodos, type Programme } from './todos.ts';

/** As many as are taken in at a glance; the rest is counted and opens. */
const TODOS_SHOWN = 4;

export const overviewRoutes = (context: Context): Route[] => [
  get('/', signedIn, (req, res) => showOverview(context, req, res)),
  get('/events', signedIn, (req, res) => showAllEvents(context, req, res)),
];

/** Every event of the reader, for who has more of them than a line in the head of a page can offer. */
async function showAllEvents(context: Context, req: Request, res: Response) {
  const t = wordsIn(languageOf(req));
  const events = await nearestEvents(context.db.read, scopeOf(actorOf(res)), { at: instant(context) });
  await sendPage(req, res, 'overview/events', {
    title: t.layout.allEvents,
    events: events.map((event) => ({
      href: withEvent(links.overview, event.id),
      title: event.title,
      year: event.year,
      days: daysOf(event, t.layout),
    })),
  });
}

async function showOverview(context: Context, req: Request, res: Response) {
  const actor = actorOf(res);
  const { read } = context.db;
  const language = languageOf(req);
  const t = wordsIn(language);
  const reading: Reading = { language, t, actor };
  const query = readOverviewQuery(req.query);
  const event = await eventOf(context, actor, eventAsked(req));
  if (!event) {
    const text = isRegistrar(actor) ? t.overview.emptyRegistrar : t.overview.emptyText;
    return sendPage(req, res, 'overview/empty', { tab: 'overview', title: t.overview.emptyTitle, text });
  }
  const clusters = await clustersOfEvent(read, scopeOf(actor), event.id);
  const states = await loadClusterStates(read, event.id, clusters);
  const common = {
    tab: 'overview' as const,
    sub: subtitle(context, { event, clusters, states, reading }),
    printed: printedLine(context, event, reading),
    recent: isAccountant(actor) ? undefined : await recentLines(read, actor, clusters, t),
  };
  if (isRegistrar(actor)) {
    return sendPage(req, res, 'overview/unit', {
      ...common,
      title: t.overview.unitTitle(actor.unitName ?? ''),
      eventTitle: event.title,
      clusters: states.map((state) => unitCard(state, reading)),
    });
  }
  const todos = isAccountant(actor) ? [] : await todosOf(context, { event, clusters, states, reading });
  await sendPage(req, res, 'overview/event', {
    ...common,
    title: event.title,
    clusters: states.map((state) => clusterCard(state, { ...reading, event: query.event })),
    filter: filterLinks(states, query, t),
    rows: filtered(states, query).flatMap((state) =>
      state.units.map((unit, index) => unitRow(state, unit, { ...reading, isFirst: index === 0 })),
    ),
    todos: todos.slice(0, TODOS_SHOWN),
    moreTodos: todos.slice(TODOS_SHOWN),
    moreTodosText: t.overview.todoMore(todos.length - TODOS_SHOWN),
    todoCount: t.overview.todoCount(todos.length),
    showsTodos: !isAccountant(actor),
  });
}

/**
 * The event asked for, or the one of the moment; for a registrar one the unit takes part in. An event that does not
 * exist is not found, and neither is one in which the unit has no part.
 */
async function eventOf(context: Context, actor: Actor, wanted: string | undefined): Promise<Event | undefined> {
  const { read } = context.db;
  const scope = scopeOf(actor);
  if (wanted !== undefined) {
    const event = found(await eventById(read, wanted));
    if (scope.kind === 'unit') found((await clustersOfEvent(read, scope, event.id))[0]);
    return event;
  }
  const id = await eventOfTheMoment(read, scope, instant(context));
  return id === undefined ? undefined : await eventById(read, id);
}

type Facts = { event: Event; clusters: Cluster[]; states: ClusterState[]; reading: Reading };

async function todosOf(context: Context, { event, states, reading }: Facts): Promise<Todo[]> {
  const { read } = context.db;
  const programme: Programme = {
    leadUnitId: event.leadUnit.id,
    dates: event,
    agenda: await agendaOf(read, event.id),
    categories: await categoriesOf(read, event.id),
  };
  const { language, t } = reading;
  return organiserTodos(states, { at: instant(context), language, words: t.overview, programme });
}

function subtitle(context: Context, { event, clusters, states, reading: { language, t } }: Facts): string {
  const today = context.now().setZone(event.zone);
  const next = clusters.find((cluster) => !isOver(cluster, instant(context)));
  const starts = next && inZone(next.startsAt, event.zone);
  const days = starts ? Math.round(starts.startOf('day').diff(today.startOf('day'), 'days').days) : 0;
  const units = new Set(states.flatMap((state) => state.units.map((unit) => unit.unitId)));
  return [
    t.overview.today(longDate(today, language)),
    next ? t.overview.untilCluster(days, next.number) : t.overview.allOver,
    t.overview.size(clusters.length, units.size),
  ].join(' · ');
}

/** A printed sheet must say from when it is. */
function printedLine(context: Context, event: Event, { t, actor }: Reading): string {
  const now = context.now().setZone(event.zone);
  return t.overview.printedAt(`${clock(now)}, ${shortDate(now)}`, actor.fullName);
}
