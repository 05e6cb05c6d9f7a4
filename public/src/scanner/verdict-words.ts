/**
 * What the screen says to each verdict: colour, picture, words, sound. Pure, so that every word is tested without a
 * browser. A switch over every kind: a verdict that is added later does not compile until it has its words.
 */
import {
  clock,
  dayMonth,
  fullMoment,
  inZone,
  longDate,
  shortDate,
} from '../../../server/domain/words/document-date.ts';
import type { DoorPerson, Verdict } from '../../../server/domain/door/verdict.ts';
import { addressed } from '../../../server/domain/vietnamese/person-name.ts';
import { fill } from '../dom/fill.ts';
import type { Here, ResultScreen } from './result-screen.ts';

export function verdictScreen(verdict: Verdict, here: Here): ResultScreen {
  const words = here.words.verdict;
  const { number } = here.cluster;
  const at = (instant: string) => inZone(instant, here.zone);
  const base = { facts: [], next: words.next, offersSearch: false, goesOn: false };
  switch (verdict.kind) {
    case 'admitted': {
      const said = words.admitted;
      const nth = here.present === undefined ? undefined : fill(said.nth, { count: here.present, number });
      return {
        ...base,
        ...holder(verdict.person),
        tone: 'ok',
        mark: 'tick',
        sound: 'valid',
        heading: said.heading,
        sub: fill(said[verdict.punctuality], { time: clock(at(verdict.at)) }),
        spoken: fill(said.spoken, { person: addressed(verdict.person) }),
        facts: [{ icon: 'users', main: verdict.person.unitName, ...(nth !== undefined && { sub: nth }) }],
        goesOn: true,
      };
    }
    case 'already_admitted': {
      const said = words.already_admitted;
      const time = clock(at(verdict.first.at));
      return {
        ...base,
        ...holder(verdict.person),
        tone: 'warn',
        mark: 'clock',
        sound: 'already',
        heading: fill(said.heading, { time }),
        sub: said.sub,
        spoken: fill(said.spoken, { time, person: addressed(verdict.person) }),
        facts: [
          { icon: 'device', main: fill(said.first, { gate: verdict.first.gate }), sub: fill(said.firstAt, { time }) },
          { icon: 'info', main: said.usual, sub: fill(said.unusual, { person: shortName(verdict.person) }) },
        ],
      };
    }
    case 'wrong_cluster': {
      const said = words.wrong_cluster;
      const { right } = verdict;
      const startsAt = inZone(right.startsAt, right.zone);
      const day = longDate(startsAt, here.language);
      return {
        ...base,
        ...holder(verdict.person),
        tone: 'wrong',
        mark: 'signpost',
        sound: 'wrong',
        heading: said.heading,
        sub: fill(said.sub, { number: right.number, day }),
        spoken: fill(said.spoken, { person: addressed(verdict.person), number: right.number, day }),
        facts: [
          {
            icon: 'pin',
            main: fill(said.right, { number: right.number, venue: right.venue }),
            sub: fullMoment(startsAt, here.language),
          },
          { icon: 'info', main: fill(said.notRecorded, { here: number }), sub: said.whatNow },
        ],
        next: words.notRecordedNext,
      };
    }
    case 'revoked': {
      const said = words.revoked;
      const why = fill(said[verdict.why], { date: dayMonth(at(verdict.at)) });
      const [icon, whatNow] = {
        withdrawn: ['info', said.askOffice] as const,
        substituted: ['swap', said.askSubstitute] as const,
        reissued: ['search', said.askNewCode] as const,
      }[verdict.why];
      return {
        ...base,
        ...holder(verdict.person),
        tone: 'stop',
        mark: 'octagon',
        sound: 'revoked',
        heading: said.heading,
        sub: why,
        spoken: fill(said.spoken, { person: addressed(verdict.person), why }),
        facts: [
          { icon, main: said.notRecorded, sub: whatNow },
          { icon: 'clock', main: fill(said.at, { time: clock(at(verdict.at)), date: shortDate(at(verdict.at)) }) },
        ],
        offersSearch: true,
      };
    }
    case 'waiting': {
      const said = words.waiting;
      return {
        ...base,
        ...holder(verdict.person),
        tone: 'warn',
        mark: 'hourglass',
        sound: 'already',
        heading: said.heading,
        sub: fill(said.sub, { number }),
        spoken: fill(said.spoken, { person: addressed(verdict.person) }),
        facts: [
          { icon: 'users', main: verdict.person.unitName },
          { icon: 'info', main: said.notRecorded, sub: said.whatNow },
        ],
      };
    }
    case 'not_today': {
      const said = words.not_today;
      const startsAt = at(verdict.startsAt);
      return {
        ...base,
        ...holder(verdict.person),
        tone: 'wrong',
        mark: 'calendar',
        sound: 'wrong',
        heading: said.heading,
        sub: longDate(startsAt, here.language),
        spoken: fill(said.spoken, { person: addressed(verdict.person), day: longDate(startsAt, here.language) }),
        facts: [
          { icon: 'calendar', main: fullMoment(startsAt, here.language), sub: here.cluster.venue },
          { icon: 'info', main: said.notRecorded, sub: said.whatNow },
        ],
      };
    }
    case 'closed': {
      const said = words.closed;
      return {
        ...base,
        ...holder(verdict.person),
        tone: 'stop',
        mark: 'lock',
        sound: 'revoked',
        heading: said.heading,
        sub: fill(said.sub, { time: clock(at(verdict.closedAt)) }),
        spoken: fill(said.spoken, { person: addressed(verdict.person) }),
        facts: [{ icon: 'info', main: said.notRecorded, sub: said.whatNow }],
      };
    }
    case 'unknown': {
      const said = words.unknown;
      return {
        ...base,
        tone: 'unk',
        mark: 'diamond',
        sound: 'unknown',
        heading: said.heading,
        sub: said.sub,
        spoken: said.spoken,
        ...(here.code !== '' && {
          about: fill(here.looksLikeOurs ? said.notKnown : said.notOurs, { code: shorten(here.code) }),
        }),
        facts: [{ icon: 'search', main: said.ask, sub: said.askHow }],
        next: words.again,
        offersSearch: true,
      };
    }
  }
}

const holder = (person: DoorPerson) => ({
  name: addressed(person),
  about: [person.position, person.workplace].filter(Boolean).join(', '),
});

/** "Ông Thoại": how people speak of one another. */
function shortName({ honorific, fullName }: DoorPerson): string {
  return addressed({ honorific, fullName: fullName.slice(fullName.lastIndexOf(' ') + 1) });
}

/** "ZALO.ME/…" of a long address; short texts stay whole. */
export function shorten(code: string): string {
  const text = code.trim().replace(/^https?:\/\//i, '');
  if (text.length <= 24) return text;
  const host = /^[^/\s]{1,24}\//.exec(text);
  return host ? `${host[0]}…` : `${text.slice(0, 24)}…`;
}
