/** What happened in a whole event: its set-up, its clusters (also those that were removed), and the units that take part. */
import { historyOf, ofSubjects } from './history.ts';
import { type HistoryEntry } from '../../server/domain/history-entry.ts';
import type { Reader } from '../schema.ts';

export type EventHistoryQuery = {
  eventId: string;
  /** Only what concerns this cluster. */
  clusterId?: string | undefined;
  limit: number;
  /** Only entries before this number, for the next page. */
  before?: number | undefined;
};

/** The newest entries first. */
export async function historyOfEvent(
  db: Reader,
  { eventId, clusterId, limit, before }: EventHistoryQuery,
): Promise<HistoryEntry[]> {
  const page = { limit, before };
  if (clusterId !== undefined) return await historyOf(db, { clusterIds: [clusterId], ...page });
  const clusterIds = [...(await clusterNumbers(db, eventId)).keys()];
  const units = (await unitsOf(db, eventId)).map((id) => `unit:${id}`);
  const entries = [
    ...(await historyOf(db, { clusterIds, ...page })),
    ...(await ofSubjects(db, { subjects: [`event:${eventId}`, ...units], ...page })),
  ];
  return entries.sort((left, right) => right.seq - left.seq).slice(0, limit);
}

/** The number of every cluster the event has or had, by id: a removed one lives on in its last entry alone. */
export async function clusterNumbers(db: Reader, eventId: string): Promise<Map<string, number>> {
  const present = await db.selectFrom('cluster').select(['id', 'number']).where('event_id', '=', eventId).execute();
  const removals = await db
    .selectFrom('audit_entry')
    .select(['subject', 'detail'])
    .where('action', '=', 'cluster_removed')
    .execute();
  const removed = removals.flatMap(({ subject, detail }): [string, number][] => {
    const { event, number } = JSON.parse(detail) as { event: string; number: number };
    return event === eventId ? [[subject.replace('cluster:', ''), number]] : [];
  });
  return new Map([...removed, ...present.map(({ id, number }): [string, number] => [id, number])]);
}

/** Units belong to no event: meant are the one that leads it and those that take part. */
async function unitsOf(db: Reader, eventId: string): Promise<string[]> {
  const shares = await db
    .selectFrom('cluster_unit')
    .innerJoin('cluster', 'cluster.id', 'cluster_unit.cluster_id')
    .select('cluster_unit.unit_id')
    .distinct()
    .where('cluster.event_id', '=', eventId)
    .execute();
  const event = await db.selectFrom('event').select('lead_unit_id').where('id', '=', eventId).execute();
  return [...new Set([...shares.map((row) => row.unit_id), ...event.map((row) => row.lead_unit_id)])];
}
