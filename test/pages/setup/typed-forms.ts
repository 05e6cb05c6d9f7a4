/** The forms of a cluster on the set-up page as somebody would send them who changes one thing of what is stored now. */
import { DateTime } from 'luxon';
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import { shortDate } from '../../../server/domain/words/document-date.ts';
import { planOfEvent } from '../../../server/domain/plan/event-setup.ts';
import { type ClusterForm, clusterOf } from '../../../server/actions/events/save-cluster.ts';
import { versions } from '../../../server/actions/events/section.ts';
import type { TestContext } from '../../support/context.ts';

type Place = { eventId: string; clusterId: string };

async function storedAt({ db }: TestContext, { eventId, clusterId }: Place) {
  const setup = await loadEventSetup(db.read, eventId);
  if (!setup) throw new Error('The event is gone.');
  return { setup, cluster: clusterOf(setup, clusterId) };
}

/** A new maximum, with its reason. */
export async function typedMax(context: TestContext, place: Place, max: number): Promise<ClusterForm> {
  const { setup, cluster } = await storedAt(context, place);
  const [plan] = planOfEvent({ ...setup, clusters: [cluster] }).clusters;
  if (!plan) throw new Error('The cluster is gone.');
  const { number, min, date, startsAt, endsAt, doorOpensAt, lateFrom, doorClosesAt, venue } = plan;
  const fields = { number, min, date: shortDate(DateTime.fromISO(date)), startsAt, endsAt, doorOpensAt, lateFrom };
  const typed = { ...fields, doorClosesAt, venue, max, reason: 'x', version: versions.cluster(cluster) };
  return { ...place, typed: new Map(Object.entries(typed).map(([name, value]) => [name, String(value)])) };
}

/** Every unit its share, cut to those who sit there now; one unit so many more. */
export async function typedQuotas(
  context: TestContext,
  place: Place,
  { unitId, more }: { unitId: string; more: number },
): Promise<ClusterForm> {
  const { cluster } = await storedAt(context, place);
  const quotas = cluster.participants.map((unit): [string, string] => [
    `unit.${unit.unitId}.quota`,
    String(unit.seated + (unit.unitId === unitId ? more : 0)),
  ]);
  const frame: [string, string][] = [
    ['host', cluster.hostUnitId],
    ['version', versions.participants(cluster)],
  ];
  return { ...place, typed: new Map([...frame, ...quotas]) };
}
