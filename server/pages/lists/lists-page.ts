/** The model of the page "Danh sách": which files there are, and how many have come. */
import type { Cluster } from '../../../db/events/clusters.ts';
import { clock, fullMoment, inZone, type Language } from '../../domain/words/document-date.ts';
import { clusterTabs } from '../shared/cluster-tabs.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { type HeadCount, type HeadCounts, headCounts } from '../../domain/lists/head-counts.ts';
import type { ListKind } from './lists.ts';
import type { ListFacts } from './load-list.ts';
import { hasDoorOpened } from './who-is-listed.ts';

type Asked = {
  facts: ListFacts;
  /** Of the whole cluster, also when the reader's own rows are fewer. */
  whole: HeadCounts;
  clusters: readonly Cluster[];
  isOneUnit: boolean;
  t: Words;
  language: Language;
};

export function listsPage({ facts, whole, clusters, isOneUnit, t, language }: Asked) {
  const { cluster, event } = facts;
  const words = t.lists;
  const own = headCounts(facts);
  return {
    title: words.title,
    subtitle: words.subtitle(event.title, fullMoment(inZone(cluster.startsAt, cluster.zone), language)),
    clusters: clusterTabs(clusters, { current: cluster.id, href: ({ id }) => links.lists(id), words: t }),
    headline: headline({ facts, whole, t, language }),
    files: [
      listEntry('registered', words.aboutRegistered(registeredIn(facts)), { facts, t }),
      listEntry('attendance', aboutAttendance({ facts, own: own.total, t }), { facts, t }),
    ],
    units: facts.groups.map(({ unit, name }) => ({
      name: unit.isLead && unit.level === 'city' ? words.cityDelegates : name,
      present: own.byUnit.get(unit.id)?.present ?? 0,
      expected: own.byUnit.get(unit.id)?.expected ?? 0,
    })),
    total: whole.total,
    note: isOneUnit ? words.ownRowsNote : undefined,
  };
}

const registeredIn = ({ groups }: ListFacts): number =>
  groups.reduce((sum, { people }) => sum + people.filter((delegate) => !delegate.isWithdrawn).length, 0);

function headline({ facts, whole, t, language }: Pick<Asked, 'facts' | 'whole' | 't' | 'language'>) {
  const { present, expected, late } = whole.total;
  if (!hasDoorOpened(facts)) {
    const opening = inZone(facts.cluster.doorOpensAt, facts.cluster.zone);
    return { strong: t.lists.expectedSoFar(expected), rest: t.lists.doorOpens(fullMoment(opening, language)) };
  }
  return {
    strong: t.lists.presentSoFar(clock(facts.now), present, expected),
    rest: t.lists.absentAndLate(expected - present, late),
  };
}

function aboutAttendance({ facts, own, t }: { facts: ListFacts; own: HeadCount; t: Words }): string {
  if (!hasDoorOpened(facts)) return t.lists.aboutSignIn(own.expected);
  return t.lists.aboutAttendance(own.present, own.expected);
}

function listEntry(kind: ListKind, about: string, { facts, t }: { facts: ListFacts; t: Words }) {
  const name = t.lists.lists[kind];
  const clusterId = facts.cluster.id;
  const file = (format: 'xlsx' | 'csv') => ({
    href: links.listFile({ clusterId, kind, format }),
    label: t.lists.formats[format],
    spoken: t.lists.downloadAs(t.lists.formats[format], name),
  });
  return {
    name,
    about,
    downloads: [file('xlsx'), file('csv')],
    print: { href: links.printedList({ clusterId, kind }), spoken: t.lists.printList(name) },
  };
}
