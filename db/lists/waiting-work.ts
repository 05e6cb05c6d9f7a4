/** How much work waits for somebody in an event, for the number on the tab of the registration. */
import { type AliasableExpression, expressionBuilder, sql } from 'kysely';
import type { Schema } from '../schema.ts';

/** Who works: organisers at lists and requests, a unit at its own lists. */
export type Worker = { kind: 'organiser' } | { kind: 'unit'; unitId: string } | { kind: 'nobody' };

/** A number beside a query's `event`; clusters that are over do not count. */
export function waitingWork(worker: Worker, at: string): AliasableExpression<number> {
  switch (worker.kind) {
    case 'organiser':
      return sql<number>`${submittedLists(at)} + ${openRequests(at)}`;
    case 'unit':
      return returnedLists(worker.unitId, at);
    case 'nobody':
      return sql<number>`0`;
    default:
      throw new Error(`No such worker: ${JSON.stringify(worker satisfies never)}`);
  }
}

const listsIn = (state: 'submitted' | 'returned', at: string) =>
  expressionBuilder<Schema, 'event'>()
    .selectFrom('cluster_unit')
    .innerJoin('cluster as its', 'its.id', 'cluster_unit.cluster_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('its.event_id', '=', 'event.id')
    .where('its.ends_at', '>', at)
    .where('cluster_unit.list_state', '=', state);

/** Lists to be accepted. */
const submittedLists = (at: string) => listsIn('submitted', at).$asScalar();

/** Lists of a unit that came back. */
const returnedLists = (unitId: string, at: string) =>
  listsIn('returned', at).where('cluster_unit.unit_id', '=', unitId).$asScalar();

/** Requests to be decided. */
const openRequests = (at: string) =>
  expressionBuilder<Schema, 'event'>()
    .selectFrom('change_request')
    .innerJoin('cluster as its', 'its.id', 'change_request.cluster_id')
    .leftJoin('change_decision', 'change_decision.request_id', 'change_request.id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .whereRef('its.event_id', '=', 'event.id')
    .where('its.ends_at', '>', at)
    .where('change_decision.request_id', 'is', null)
    .$asScalar();
