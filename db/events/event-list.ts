/** Every event with its clusters, for the page on which they are chosen. */
import { allClusters, type Cluster } from './clusters.ts';
import type { Reader } from '../schema.ts';

export type ListedEvent = {
  id: string;
  code: string;
  title: string;
  kind: string;
  year: number;
  zone: string;
  clusters: Cluster[];
  /** Units that take part in any of its clusters. */
  units: number;
};

/** The newest year first. */
export async function listEvents(db: Reader): Promise<ListedEvent[]> {
  const events = await db
    .selectFrom('event')
    .select(['id', 'code', 'title', 'kind', 'year', 'zone'])
    .orderBy('year', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const clusters = await allClusters(db, { kind: 'all' });
  const units = await db
    .selectFrom('cluster_unit')
    .innerJoin('cluster', 'cluster.id', 'cluster_unit.cluster_id')
    .select(({ fn }) => ['cluster.event_id', fn.count<number>('cluster_unit.unit_id').distinct().as('count')])
    .groupBy('cluster.event_id')
    .execute();
  return events.map((event) => ({
    ...event,
    clusters: clusters.filter((cluster) => cluster.eventId === event.id),
    units: Number(units.find((row) => row.event_id === event.id)?.count ?? 0),
  }));
}
