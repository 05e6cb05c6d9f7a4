/** One unit's list in one cluster, with the event and the cluster it is of. */
import type { Scope } from '../../server/domain/account.ts';
import {
  clustersInScope,
  participantColumns,
  type Cluster,
  type Participant,
  toCluster,
  toParticipant,
} from '../events/clusters.ts';
import { type Event, eventColumns, toEvent } from '../events/events.ts';
import type { Reader } from '../schema.ts';

export type List = { event: Event; cluster: Cluster; unit: Participant };

/**
 * In one question, because every page and every write of a list begins with it. Without a unit it is the list of the
 * unit that holds the event. Undefined when the scope does not hold the cluster, or the unit takes no part in it.
 */
export async function listOf(
  db: Reader,
  scope: Scope,
  { clusterId, unitId }: { clusterId: string; unitId: string | undefined },
): Promise<List | undefined> {
  const row = await clustersInScope(db, scope)
    .innerJoin('unit as lead', 'lead.id', 'event.lead_unit_id')
    .innerJoin('cluster_unit', 'cluster_unit.cluster_id', 'cluster.id')
    .innerJoin('unit as participant', 'participant.id', 'cluster_unit.unit_id')
    .select(eventColumns)
    .select(participantColumns)
    .where('cluster.id', '=', clusterId)
    .where((eb) => eb('cluster_unit.unit_id', '=', unitId ?? eb.ref('event.lead_unit_id')))
    .executeTakeFirst();
  return row && { event: toEvent({ ...row, id: row.event_id }), cluster: toCluster(row), unit: toParticipant(row) };
}
