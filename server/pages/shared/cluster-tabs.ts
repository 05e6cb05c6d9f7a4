/** The tabs with which every per-cluster page changes the cluster, and the cluster most people mean now. */
import type { Cluster } from '../../../db/events/clusters.ts';
import { isOver } from '../../domain/cluster-clock.ts';
import { dayMonth, inZone } from '../../domain/words/document-date.ts';
import type { Words } from '../../i18n/catalogue.ts';

export type ClusterTab = { href: string; label: string; isCurrent: boolean };

export function clusterTabs(
  clusters: readonly Cluster[],
  { current, href, words }: { current: string; href: (cluster: Cluster) => string; words: Words },
): ClusterTab[] {
  return clusters.map((cluster) => ({
    href: href(cluster),
    label: `${words.layout.cluster(cluster.number)} · ${dayMonth(inZone(cluster.startsAt, cluster.zone))}`,
    isCurrent: cluster.id === current,
  }));
}

/**
 * The first cluster that has not ended, or the last one there was. Of several that start at once it is the one of the
 * older event. Undefined when there is none.
 */
export function clusterOfTheMoment(clusters: readonly Cluster[], at: string): Cluster | undefined {
  const ahead = clusters.filter((cluster) => !isOver(cluster, at));
  const [first, ...others] = [...(ahead.length > 0 ? ahead : clusters)].sort(byEvent);
  if (!first) return undefined;
  const isNearer = (one: Cluster, other: Cluster) =>
    ahead.length > 0 ? one.startsAt < other.startsAt : one.startsAt > other.startsAt;
  return others.reduce((nearest, cluster) => (isNearer(cluster, nearest) ? cluster : nearest), first);
}

/** Ids sort by the time they were made. */
const byEvent = (left: Cluster, right: Cluster): number =>
  left.eventId === right.eventId ? left.number - right.number : left.eventId < right.eventId ? -1 : 1;
