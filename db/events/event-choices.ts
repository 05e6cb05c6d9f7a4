/** The events a reader can choose between, and the event that something belongs to. */
import { sql } from 'kysely';
import type { Scope } from '../../server/domain/account.ts';
import type { Reader } from '../schema.ts';

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

/**
 * The events of the scope, the nearest first: those with a cluster still to end by the start of the next one, then those
 * that are over, the latest first, then those without a cluster. Of equal ones the older event comes first, so a new one
 * never takes the place of another. The first of them is `eventOfTheMoment`, when it has a cluster.
 */
export async function nearestEvents(
  db: Reader,
  scope: Scope,
  { at, most }: { at: string; most?: number },
): Promise<EventChoice[]> {
  const next = sql<string | null>`min(case when cluster.ends_at > ${at} then cluster.starts_at end)`;
  const last = sql<string | null>`max(cluster.starts_at)`;
  const rows = await selectChoices(db, scope)
    .orderBy(sql`${next} is null`)
    .orderBy(next)
    .orderBy(sql`${last} is null`)
    .orderBy(last, 'desc')
    .orderBy('event.id')
    .$if(most !== undefined, (query) => query.limit(most ?? 0))
    .execute();
  return rows.map(toChoice);
}

/** The event, when the scope holds it. */
export async function eventChoice(db: Reader, scope: Scope, id: string): Promise<EventChoice | undefined> {
  const row = await selectChoices(db, scope).where('event.id', '=', id).executeTakeFirst();
  return row && toChoice(row);
}

/** Something that belongs to an event, by its id. */
export type OfEvent = { kind: 'event' | 'cluster' | 'registration' | 'letter' | 'change_request'; id: string };

/** The event that something belongs to, whoever asks: what may be told of it is for the caller to judge. */
export async function eventIdOf(db: Reader, { kind, id }: OfEvent): Promise<string | undefined> {
  switch (kind) {
    case 'event':
      return id;
    case 'cluster':
      return (await db.selectFrom('cluster').select('event_id').where('id', '=', id).executeTakeFirst())?.event_id;
    case 'registration':
      return (await db.selectFrom('registration').select('event_id').where('id', '=', id).executeTakeFirst())?.event_id;
    case 'letter': {
      const row = await db
        .selectFrom('letter')
        .innerJoin('invitation', 'invitation.id', 'letter.invitation_id')
        .innerJoin('registration', 'registration.id', 'invitation.registration_id')
        .select('registration.event_id')
        .where('letter.id', '=', id)
        .executeTakeFirst();
      return row?.event_id;
    }
    case 'change_request': {
      const row = await db
        .selectFrom('change_request')
        .innerJoin('cluster', 'cluster.id', 'change_request.cluster_id')
        .select('cluster.event_id')
        .where('change_request.id', '=', id)
        .executeTakeFirst();
      return row?.event_id;
    }
    default:
      throw new Error(`Nothing of an event: ${kind satisfies never}`);
  }
}
