/** Everything a list of a cluster needs, within the actor's scope. */
import type { DateTime } from 'luxon';
import { type Cluster, clusterById } from '../../../db/events/clusters.ts';
import { type Event, eventById } from '../../../db/events/events.ts';
import { issuerOf, type ListedDelegate, listedDelegates, listedUnits } from '../../../db/lists/reports.ts';
import { admissionsAt } from '../../../db/door/scans.ts';
import type { Reader } from '../../../db/schema.ts';
import type { Context } from '../../context.ts';
import { type Actor, type Scope, scopeOf } from '../../domain/account.ts';
import { attendanceOf, type Presence } from '../../domain/door/attendance.ts';
import { type IssuingOffice, issuingOffice } from '../../domain/words/issuing-office.ts';
import { inListOrder, type ListGroup } from '../../domain/list/list-order.ts';
import { found } from '../../errors.ts';

export type ListFacts = {
  event: Event;
  cluster: Cluster;
  office: IssuingOffice;
  groups: ListGroup<ListedDelegate>[];
  /** Who is in, by registration. */
  presence: Map<string, Presence>;
  /** Now, in the event's zone. */
  now: DateTime;
  exportedBy: string;
};

/** @throws NotFound when the cluster is not there for this actor */
export async function loadList(context: Context, actor: Actor, clusterId: string): Promise<ListFacts> {
  const scope = scopeOf(actor);
  const { read } = context.db;
  const cluster = found(await clusterById(read, scope, clusterId));
  const event = found(await eventById(read, cluster.eventId));
  const issuer = found(await issuerOf(read, event.id));
  return {
    event,
    cluster,
    office: issuingOffice(issuer),
    groups: await loadGroups(read, cluster.id, scope),
    presence: attendanceOf(await admissionsAt(read, cluster.id), cluster),
    now: context.now().setZone(cluster.zone),
    exportedBy: actor.fullName,
  };
}

/** The units of a cluster and their people, in list order. */
export async function loadGroups(read: Reader, clusterId: string, scope: Scope): Promise<ListGroup<ListedDelegate>[]> {
  return inListOrder(await listedUnits(read, clusterId, scope), await listedDelegates(read, clusterId, scope));
}
