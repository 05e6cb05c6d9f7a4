/**
 * What stands around a page of somebody who is signed in: the event it is about, the other events of theirs, and how
 * much work waits. A page of a cluster is about its event whatever was chosen before, so two windows on two events never
 * meet; a page that belongs to none keeps the one in its address (`?event=`).
 */
import {
  type EventChoice,
  eventChoice,
  eventIdOf,
  nearestEvents,
  type OfEvent,
} from '../../../db/events/event-choices.ts';
import type { Reader } from '../../../db/schema.ts';
import { organiserWork, unitWork, type WorkOf } from '../../../db/lists/waiting-work.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';

export type Shell = {
  event: EventChoice | undefined;
  /** The nearest events of the reader, the present one among them or not; at most `MOST_EVENTS`. */
  events: EventChoice[];
  /** Whether there is anything to choose. */
  hasChoice: boolean;
  hasMore: boolean;
  /** What waits in the registration of this event for the reader to act. */
  work: number;
};

export const MOST_EVENTS = 10;

/** Where the reader is: the parameters of the path, and the event in the address. */
export type PageAddress = { path: Readonly<Record<string, unknown>>; asked: string | undefined };

export async function loadShell(context: Context, actor: Actor, page: PageAddress): Promise<Shell> {
  const { read } = context.db;
  const scope = scopeOf(actor);
  const nearest = await nearestEvents(read, scope, { at: instant(context), most: MOST_EVENTS + 1 });
  const events = nearest.slice(0, MOST_EVENTS);
  const hasChoice = nearest.length > 1;
  const id = hasChoice ? await eventIdOfPage(read, page) : undefined;
  // An event that is not the reader's is passed over here: the page itself says that there is no such thing.
  const chosen =
    id === undefined ? undefined : (events.find((event) => event.id === id) ?? (await eventChoice(read, scope, id)));
  const event = chosen ?? events[0];
  const work = event ? await workFor(read, actor, { eventId: event.id, at: instant(context) }) : 0;
  return { event, events, hasChoice, hasMore: nearest.length > MOST_EVENTS, work };
}

async function workFor(db: Reader, { role, unitId }: Actor, of: WorkOf): Promise<number> {
  switch (role) {
    case 'admin':
    case 'organiser':
      return await organiserWork(db, of);
    case 'registrar':
      return unitId === undefined ? 0 : await unitWork(db, { ...of, unitId });
    case 'accountant':
      return 0;
    default:
      throw new Error(`No such role: ${role satisfies never}`);
  }
}

const PARAMETERS: Record<string, OfEvent['kind']> = {
  eventId: 'event',
  clusterId: 'cluster',
  registrationId: 'registration',
  letterId: 'letter',
  requestId: 'change_request',
};

async function eventIdOfPage(db: Reader, { path, asked }: PageAddress): Promise<string | undefined> {
  for (const [parameter, kind] of Object.entries(PARAMETERS)) {
    const id = path[parameter];
    if (typeof id === 'string') return await eventIdOf(db, { kind, id });
  }
  return asked;
}
