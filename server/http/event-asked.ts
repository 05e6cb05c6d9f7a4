/** The event somebody has chosen, as it stands in the address: `?event=<id>`. */
import type { Request } from 'express';
import { eventChoice } from '../../db/events/event-choices.ts';
import { allClusters, type Cluster, clustersOfEvent } from '../../db/events/clusters.ts';
import type { Context } from '../context.ts';
import { type Actor, scopeOf } from '../domain/account.ts';
import { found } from '../errors.ts';

const LONGEST_ID = 100;

/** Undefined when none is named, or nothing that could be one. */
export function eventAsked(req: Request): string | undefined {
  const asked = req.query['event'];
  return typeof asked === 'string' && asked !== '' && asked.length <= LONGEST_ID ? asked : undefined;
}

/** An address of ours with the event in it. */
export const withEvent = (path: string, eventId: string | undefined): string =>
  eventId === undefined ? path : `${path}?${new URLSearchParams({ event: eventId })}`;

/**
 * The clusters among which a tab finds the one of the moment: those of the event asked for, or all the reader can see.
 * An event that does not exist, or in which the unit has no part, is not found.
 */
export async function clustersMeant(context: Context, req: Request, actor: Actor): Promise<Cluster[]> {
  const { read } = context.db;
  const scope = scopeOf(actor);
  const eventId = eventAsked(req);
  if (eventId === undefined) return await allClusters(read, scope);
  const event = found(await eventChoice(read, scope, eventId));
  return await clustersOfEvent(read, scope, event.id);
}
