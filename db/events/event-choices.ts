/** The events a reader can choose between, and the event that something belongs to. */
import { type Expression, expressionBuilder, sql } from 'kysely';
import type { Scope } from '../../server/domain/account.ts';
import { waitingWork, type Worker } from '../lists/waiting-work.ts';
import type { Reader, Schema } from '../schema.ts';

export type EventChoice = {
  id: string;
  title: string;
  year: number;
  zone: string;
  /** Starts of the first and the last cluster in the scope; undefined while the event has none. */
  days: { first: string; last: string } | undefined;
};

const selectChoices = (db: Reader, scope: Scope) =>
  db
    .selectFrom('event')
    .leftJoin('cluster', 'cluster.event_id', 'event.id')
    .select(['event.id', 'event.title', 'event.year', 'event.zone'])
    .select(({ fn }) => [
      fn.min<string | null>('cluster.starts_at').as('first'),
      fn.max<string | null>('cluster.starts_at').as('last'),
    ])
    .$if(scope.kind === 'unit', (query) =>
      query.where('cluster.id', 'in', (sub) =>
        sub
          .selectFrom('cluster_unit')
          .select('cluster_unit.cluster_id')
          .where('cluster_unit.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
      ),
    )
    .groupBy(['event.id', 'event.title', 'event.year', 'event.zone']);

type Row = Awaited<ReturnType<ReturnType<typeof selectChoices>['executeTakeFirstOrThrow']>>;

const toChoice = ({ id, title, year, zone, first, last }: Row): EventChoice => ({
  id,
  title,
  year,
  zone,
  days: first === null || last === null ? undefined : { first, last },
});

type Nearest = { at: string; most?: number };

/** The nearest first, as `nearestEvents` says. */
function selectNearest(db: Reader, scope: Scope, { at, most }: Nearest) {
  const next = sql<string | null>`min(case when cluster.ends_at > ${at} then cluster.starts_at end)`;
  const last = sql<string | null>`max(cluster.starts_at)`;
  return selectChoices(db, scope)
    .orderBy(sql`${next} is null`)
    .orderBy(next)
    .orderBy(sql`${last} is null`)
    .orderBy(last, 'desc')
    .orderBy('event.id')
    .$if(most !== undefined, (query) => query.limit(most ?? 0));
}

/**
 * The events of the scope, the nearest first: those with a cluster still to end by the start of the next one, then those
 * that are over, the latest first, then those without a cluster. Of equal ones the older event comes first, so a new one
 * never takes the place of another. The first of them is `eventOfTheMoment`, when it has a cluster.
 */
export async function nearestEvents(db: Reader, scope: Scope, nearest: Nearest): Promise<EventChoice[]> {
  return (await selectNearest(db, scope, nearest).execute()).map(toChoice);
}

/** The event, when the scope holds it. */
export async function eventChoice(db: Reader, scope: Scope, id: string): Promise<EventChoice | undefined> {
  const row = await selectChoices(db, scope).where('event.id', '=', id).executeTakeFirst();
  return row && toChoice(row);
}

/** Something that belongs to an event, by its id. */
export type OfEvent = { kind: 'event' | 'cluster' | 'registration' | 'letter' | 'change_request'; id: string };

export type EventAround = EventChoice & {
  /** How much waits in it for the worker. */
  work: number;
};

export type EventsAround = {
  /** The nearest of the scope, at most as many as asked for. */
  nearest: EventAround[];
  /** The one that `of` belongs to, near or far; undefined when there is none in the scope. */
  present: EventAround | undefined;
};

/** What stands around a page, in one question: only of many events can the page's own be too far to be among them. */
export async function eventsAround(
  db: Reader,
  scope: Scope,
  { at, most, of, worker }: { at: string; most: number; of: OfEvent | undefined; worker: Worker },
): Promise<EventsAround> {
  const present = of ? eventIdOf(of) : sql<string | null>`null`;
  const rows = await selectNearest(db, scope, { at, most })
    .select(waitingWork(worker, at).as('work'))
    .select(sql<number>`case when event.id = ${present} then 1 else 0 end`.as('is_present'))
    .execute();
  const nearest = rows.map((row) => ({ ...toChoice(row), work: Number(row.work) }));
  const index = rows.findIndex(({ is_present }) => Number(is_present) === 1);
  if (index >= 0 || !of || rows.length < most) return { nearest, present: nearest[index] };
  const far = await selectChoices(db, scope)
    .select(waitingWork(worker, at).as('work'))
    .where('event.id', '=', eventIdOf(of))
    .executeTakeFirst();
  return { nearest, present: far && { ...toChoice(far), work: Number(far.work) } };
}

/** The event that something belongs to, whoever asks: the scope of the question around it says what may be seen. */
function eventIdOf({ kind, id }: OfEvent): Expression<string> {
  const eb = expressionBuilder<Schema, never>();
  switch (kind) {
    case 'event':
      return eb.val(id);
    case 'cluster':
      return eb.selectFrom('cluster').select('cluster.event_id').where('cluster.id', '=', id).$asScalar();
    case 'registration':
      return eb
        .selectFrom('registration')
        .select('registration.event_id')
        .where('registration.id', '=', id)
        .$asScalar();
    case 'letter':
      return eb
        .selectFrom('letter')
        .innerJoin('invitation', 'invitation.id', 'letter.invitation_id')
        .innerJoin('registration', 'registration.id', 'invitation.registration_id')
        .select('registration.event_id')
        .where('letter.id', '=', id)
        .$asScalar();
    case 'change_request':
      return eb
        .selectFrom('change_request')
        .innerJoin('cluster', 'cluster.id', 'change_request.cluster_id')
        .select('cluster.event_id')
        .where('change_request.id', '=', id)
        .$asScalar();
    default:
      throw new Error(`Nothing of an event: ${kind satisfies never}`);
  }
}
