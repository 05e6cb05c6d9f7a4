/** How much work waits for somebody in an event, for the number on the tab of the registration. */
import type { Reader } from '../schema.ts';

export type WorkOf = { eventId: string; at: string };

/** Lists to be accepted and requests to be decided, in clusters that are not over. */
export async function organiserWork(db: Reader, { eventId, at }: WorkOf): Promise<number> {
  const { lists, requests } = await db
    .selectNoFrom(({ selectFrom, fn }) => [
      selectFrom('cluster_unit')
        .innerJoin('cluster', 'cluster.id', 'cluster_unit.cluster_id')
        .select(fn.countAll<number>().as('count'))
        .where('cluster.event_id', '=', eventId)
        .where('cluster.ends_at', '>', at)
        .where('cluster_unit.list_state', '=', 'submitted')
        .as('lists'),
      selectFrom('change_request')
        .innerJoin('cluster', 'cluster.id', 'change_request.cluster_id')
        .leftJoin('change_decision', 'change_decision.request_id', 'change_request.id')
        .select(fn.countAll<number>().as('count'))
        .where('cluster.event_id', '=', eventId)
        .where('cluster.ends_at', '>', at)
        .where('change_decision.request_id', 'is', null)
        .as('requests'),
    ])
    .executeTakeFirstOrThrow();
  return Number(lists) + Number(requests);
}

/** Lists of a unit that came back, in clusters that are not over. */
export async function unitWork(db: Reader, { eventId, unitId, at }: WorkOf & { unitId: string }): Promise<number> {
  const { count } = await db
    .selectFrom('cluster_unit')
    .innerJoin('cluster', 'cluster.id', 'cluster_unit.cluster_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('cluster.event_id', '=', eventId)
    .where('cluster.ends_at', '>', at)
    .where('cluster_unit.unit_id', '=', unitId)
    .where('cluster_unit.list_state', '=', 'returned')
    .executeTakeFirstOrThrow();
  return Number(count);
}
