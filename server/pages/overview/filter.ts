/** Which units the overview shows: a cluster, a state of the list, or both. It lives in the address, so print keeps it. */
import { z } from 'zod';
import type { ListState } from '../../domain/list/list-status.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import type { ClusterState, UnitState } from './cluster-state.ts';

const STATES = ['not_started', 'draft', 'submitted', 'accepted', 'returned'] as const satisfies ListState[];
/** What the numbers of a card count: lists that were handed in, and units with rows in a draft, whatever their state. */
const COUNTED = ['handed_in', 'with_drafts'] as const;
type ListFilter = (typeof STATES)[number] | (typeof COUNTED)[number];

const query = z.object({
  /** The event that was chosen; kept through every change of the filter. */
  event: z.string().max(100).optional().catch(undefined),
  cluster: z.coerce.number().int().optional().catch(undefined),
  list: z
    .enum([...STATES, ...COUNTED])
    .optional()
    .catch(undefined),
});
export type OverviewQuery = z.infer<typeof query>;

export const readOverviewQuery = (raw: unknown): OverviewQuery => query.parse(raw);

/** The states whose units are shown, each with those units only. */
export function filtered(states: readonly ClusterState[], { cluster, list }: OverviewQuery): ClusterState[] {
  return states
    .filter((state) => cluster === undefined || state.cluster.number === cluster)
    .map((state) => ({
      ...state,
      units: state.units.filter((unit) => list === undefined || isAmong(unit, list)),
    }));
}

function isAmong(unit: UnitState, list: ListFilter): boolean {
  if (list === 'handed_in') return unit.listState === 'submitted' || unit.listState === 'accepted';
  if (list === 'with_drafts') return unit.drafts > 0;
  return unit.listState === list;
}

/** The units that a number of a card has counted, on the table below the cards. */
export const countedHref = (event: string | undefined, cluster: number, list: (typeof COUNTED)[number]): string =>
  `${hrefOf({ event, cluster, list })}#units`;

function hrefOf({ event, cluster, list }: OverviewQuery): string {
  const search = new URLSearchParams();
  if (event !== undefined) search.set('event', event);
  if (cluster !== undefined) search.set('cluster', String(cluster));
  if (list !== undefined) search.set('list', list);
  return search.size === 0 ? links.overview : `${links.overview}?${search}`;
}

export type FilterLink = { href: string; label: string; isCurrent: boolean };

/** The links of the filter. Changing one half keeps the other; a state nobody is in is left out. */
export function filterLinks(
  states: readonly ClusterState[],
  current: OverviewQuery,
  t: Words,
): { clusters: FilterLink[]; lists: FilterLink[] } {
  const link = (change: OverviewQuery, label: string, isCurrent: boolean): FilterLink => ({
    href: hrefOf({ ...current, ...change }),
    label,
    isCurrent,
  });
  const inClusters = filtered(states, { cluster: current.cluster }).flatMap((state) => state.units);
  const count = (list: ListFilter) => inClusters.filter((unit) => isAmong(unit, list)).length;
  const wordOf = { ...t.registration.listStates, ...t.overview.counted };
  const shown = [
    ...STATES.filter((list) => count(list) > 0 || list === current.list),
    ...COUNTED.filter((list) => list === current.list),
  ];
  return {
    clusters: [
      link({ cluster: undefined }, t.overview.allClusters, current.cluster === undefined),
      ...states.map(({ cluster: { number } }) =>
        link({ cluster: number }, t.layout.cluster(number), current.cluster === number),
      ),
    ],
    lists: [
      link({ list: undefined }, t.overview.allStates, current.list === undefined),
      ...shown.map((list) => link({ list }, t.overview.stateCount(wordOf[list], count(list)), current.list === list)),
    ],
  };
}
