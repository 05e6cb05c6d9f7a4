/** People found by what somebody remembers of them. Codes of invitations are never searched. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../server/domain/account.ts';
import type { PersonQuery } from '../../server/domain/people/person-query.ts';
import type { Seat } from '../../server/domain/seats/seating.ts';
import { fold } from '../../server/domain/vietnamese/fold.ts';
import type { Reader } from '../schema.ts';

export type FoundRegistration = {
  registrationId: string;
  delegateId: string;
  eventId: string;
  eventTitle: string;
  clusterNumber: number;
  startsAt: string;
  zone: string;
  unitId: string;
  unitName: string;
  honorific: string;
  fullName: string;
  position: string;
  workplace: string;
  seat: Seat;
  state: 'active' | 'withdrawn' | 'replaced';
};

/** `%`, `_` and `\` as the letters they are. */
const likeLiteral = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Every word begins a word of the name. */
const beginsInName = (words: readonly string[]): RawBuilder<boolean> =>
  allOf(words, (word) => sql<boolean>`(' ' || delegate.name_folded) like ${`% ${likeLiteral(word)}%`} escape '\\'`);

/** Every word is a whole word of the name. */
const standsInName = (words: readonly string[]): RawBuilder<boolean> =>
  allOf(
    words,
    (word) => sql<boolean>`(' ' || delegate.name_folded || ' ') like ${`% ${likeLiteral(word)} %`} escape '\\'`,
  );

const allOf = (words: readonly string[], test: (word: string) => RawBuilder<boolean>): RawBuilder<boolean> =>
  sql<boolean>`(${sql.join(words.map(test), sql` and `)})`;

/** What is true of a row comes before what is not. */
const first = (test: RawBuilder<boolean>) => sql<number>`case when ${test} then 0 else 1 end`;

/**
 * Registrations within the scope in which every word of the query begins a word of the name, the post, the workplace
 * or the unit; a word of digits may also be part of the phone number. Names come first, so that the limit cuts off
 * posts and workplaces; nothing more is sorted: SQL has no Vietnamese order.
 */
export async function findPeople(
  db: Reader,
  scope: Scope,
  { query, most }: { query: PersonQuery; most: number },
): Promise<FoundRegistration[]> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .innerJoin('cluster', 'cluster.id', 'registration.cluster_id')
    .innerJoin('event', 'event.id', 'registration.event_id')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .leftJoin('substitution', 'substitution.old_registration_id', 'registration.id')
    .select([
      'registration.id',
      'registration.delegate_id',
      'registration.event_id',
      'event.title',
      'cluster.number',
      'cluster.starts_at',
      'event.zone',
      'registration.unit_id',
      'registration.unit_name',
      'registration.seat',
      'delegate.honorific',
      'delegate.full_name',
      'delegate.position',
      'delegate.workplace',
      'withdrawal.at as withdrawn_at',
      'substitution.at as substituted_at',
    ])
    .$if(scope.kind === 'unit', (one) =>
      one.where('registration.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
    )
    .where(({ and, or, eb }) => {
      if (query.isLetter) return standsInName(query.words);
      const folded = sql<string>`' ' || delegate.name_folded || ' ' || delegate.post_folded`;
      const words = query.words.map((word) => {
        const begins = sql<boolean>`${folded} like ${`% ${likeLiteral(word)}%`} escape '\\'`;
        return /^\d+$/.test(word) ? or([begins, sql<boolean>`delegate.phone like ${`%${word}%`}`]) : begins;
      });
      const byWords = and(words);
      return query.phone === undefined ? byWords : or([byWords, eb('delegate.phone', '=', query.phone)]);
    })
    .$if(query.titled !== undefined, (one) => one.orderBy(first(beginsInName((query.titled ?? []).map(fold)))))
    .orderBy(first(standsInName(query.words)))
    .orderBy(first(beginsInName(query.words)))
    .orderBy('cluster.starts_at', 'desc')
    .orderBy('registration.id')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    registrationId: row.id,
    delegateId: row.delegate_id,
    eventId: row.event_id,
    eventTitle: row.title,
    clusterNumber: row.number,
    startsAt: row.starts_at,
    zone: row.zone,
    unitId: row.unit_id,
    unitName: row.unit_name,
    honorific: row.honorific,
    fullName: row.full_name,
    position: row.position,
    workplace: row.workplace,
    seat: row.seat,
    state: row.withdrawn_at === null ? 'active' : row.substituted_at === null ? 'withdrawn' : 'replaced',
  }));
}
