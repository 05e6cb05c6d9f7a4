/** Finds a delegate by what somebody remembers: one line per person, names first, with every cluster they are in. */
import type { Request, Response } from 'express';
import { type FoundRegistration, findPeople } from '../../../db/people/people-search.ts';
import type { Context } from '../../context.ts';
import { scopeOf } from '../../domain/account.ts';
import { bestFirst } from '../../domain/people/best-first.ts';
import { dayMonth, inZone, shortDate } from '../../domain/words/document-date.ts';
import { groupByPerson, readPersonQuery, SHORTEST_QUERY } from '../../domain/people/person-query.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import type { PeopleWords } from '../../i18n/vi/people.ts';
import { links } from '../links.ts';

/** More than anyone reads; so many results mean that too little was typed. */
const MOST_FOUND = 200;
const LONGEST_QUERY = 100;

export async function showSearch(context: Context, req: Request, res: Response): Promise<void> {
  const words = wordsIn(languageOf(req));
  const t = words.people;
  const typed = typeof req.query['q'] === 'string' ? req.query['q'].slice(0, LONGEST_QUERY) : '';
  const query = readPersonQuery(typed);
  const registrations = query
    ? await findPeople(context.db.read, scopeOf(actorOf(res)), { query, most: MOST_FOUND + 1 })
    : [];
  const people = query ? bestFirst(groupByPerson(registrations.slice(0, MOST_FOUND)), query) : [];
  const spansEvents = new Set(registrations.map(({ eventId }) => eventId)).size > 1;
  await sendPage(req, res, 'people/search', {
    title: t.searchTitle,
    hasOwnSearch: true,
    typed,
    tooShort: typed.trim() !== '' && !query ? t.tooShort(SHORTEST_QUERY) : undefined,
    isSearched: query !== undefined,
    count: t.foundCount(people.length),
    nobody: t.nobodyFound(typed.trim()),
    tooMany: registrations.length > MOST_FOUND ? t.tooMany(MOST_FOUND) : undefined,
    people: people.map((found) => foundPerson(found, { spansEvents, t })),
  });
}

function foundPerson(
  registrations: readonly FoundRegistration[],
  { spansEvents, t }: { spansEvents: boolean; t: PeopleWords },
) {
  const dayOf = spansEvents ? shortDate : dayMonth;
  const ranked = [...registrations].sort(
    (left, right) => Number(left.state !== 'active') - Number(right.state !== 'active'),
  );
  const [main] = ranked;
  if (!main) throw new Error('A person was found without a place.');
  return {
    name: addressed(main),
    href: links.person(main.registrationId),
    position: main.position,
    workplace: main.workplace,
    unit: main.unitName,
    event: spansEvents ? main.eventTitle : undefined,
    registrations: ranked.map((registration) => ({
      href: links.person(registration.registrationId),
      label: t.placeOn(registration.clusterNumber, dayOf(inZone(registration.startsAt, registration.zone))),
      state: stateOf(registration, t),
      tone: registration.state !== 'active' ? 'none' : registration.seat === 'seated' ? 'ok' : 'warn',
      icon: registration.state !== 'active' ? 'x' : registration.seat === 'seated' ? 'check-circle' : 'clock',
      title: registration.eventTitle,
    })),
  };
}

const stateOf = (registration: FoundRegistration, t: PeopleWords): string =>
  registration.state === 'active' ? t[registration.seat] : t[registration.state];
