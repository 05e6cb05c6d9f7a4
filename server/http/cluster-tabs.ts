/** The tabs with which every per-cluster page changes the cluster, and the cluster most people mean now. */
import type { Cluster } from '../../db/clusters.ts';
import { dayMonth, inZone } from '../domain/document-date.ts';
import type { Words } from '../i18n/catalogue.ts';

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

/** The first cluster that has not ended, or the last one there was. Undefined when there is none. */
export function clusterOfTheMoment(clusters: readonly Cluster[], at: string): Cluster | undefined {
  const byStart = [...clusters].sort((left, right) => left.startsAt.localeCompare(right.startsAt));
  return byStart.find((cluster) => cluster.endsAt >= at) ?? byStart.at(-1);
}
