/**
 * What stands around a page of somebody who is signed in: the event it is about, the other events of theirs, and how
 * much work waits. A page of a cluster is about its event whatever was chosen before, so two windows on two events never
 * meet; a page that belongs to none keeps the one in its address (`?event=`).
 */
import { type EventChoice, eventsAround, type OfEvent } from '../../../db/events/event-choices.ts';
import type { Worker } from '../../../db/lists/waiting-work.ts';
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
  const { nearest, present } = await eventsAround(context.db.read, scopeOf(actor), {
    at: instant(context),
    most: MOST_EVENTS + 1,
    of: eventOfPage(page),
    worker: workerOf(actor),
  });
  const events = nearest.slice(0, MOST_EVENTS);
  // An event that is not the reader's is passed over here: the page itself says that there is no such thing.
  const event = present ?? events[0];
  return {
    event,
    events,
    hasChoice: nearest.length > 1,
    hasMore: nearest.length > MOST_EVENTS,
    work: event?.work ?? 0,
  };
}

function workerOf({ role, unitId }: Actor): Worker {
  switch (role) {
    case 'admin':
    case 'organiser':
      return { kind: 'organiser' };
    case 'registrar':
      return unitId === undefined ? { kind: 'nobody' } : { kind: 'unit', unitId };
    case 'accountant':
      return { kind: 'nobody' };
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

function eventOfPage({ path, asked }: PageAddress): OfEvent | undefined {
  for (const [parameter, kind] of Object.entries(PARAMETERS)) {
    const id = path[parameter];
    if (typeof id === 'string') return { kind, id };
  }
  return asked === undefined ? undefined : { kind: 'event', id: asked };
}
