/**
 * What the screen says to each verdict: colour, picture, words, sound. Pure, so that every word is tested without a
 * browser. Every kind has its own small function: a verdict that is added later does not compile until it has one.
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

/** One verdict out of the union. */
type Of<Kind extends Verdict['kind']> = Extract<Verdict, { kind: Kind }>;

export function verdictScreen(verdict: Verdict, here: Here): ResultScreen {
  switch (verdict.kind) {
    case 'admitted':
      return admittedScreen(verdict, here);
    case 'already_admitted':
      return alreadyAdmittedScreen(verdict, here);
    case 'wrong_cluster':
      return wrongClusterScreen(verdict, here);
    case 'revoked':
      return revokedScreen(verdict, here);
    case 'waiting':
      return waitingScreen(verdict, here);
    case 'not_today':
      return notTodayScreen(verdict, here);
    case 'closed':
      return closedScreen(verdict, here);
    case 'unknown':
      return unknownScreen(here);
    default:
      return verdict satisfies never;
  }
}

function admittedScreen(verdict: Of<'admitted'>, here: Here): ResultScreen {
  const at = (instant: string) => inZone(instant, here.zone);
  const { number } = here.cluster;
  const said = here.words.verdict.admitted;
  const nth = here.present === undefined ? undefined : fill(said.nth, { count: here.present, number });
  return {
    ...baseOf(here),
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

function alreadyAdmittedScreen(verdict: Of<'already_admitted'>, here: Here): ResultScreen {
  const at = (instant: string) => inZone(instant, here.zone);
  const said = here.words.verdict.already_admitted;
  const time = clock(at(verdict.first.at));
  return {
    ...baseOf(here),
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

function wrongClusterScreen(verdict: Of<'wrong_cluster'>, here: Here): ResultScreen {
  const said = here.words.verdict.wrong_cluster;
  const { right } = verdict;
  const startsAt = inZone(right.startsAt, right.zone);
  const day = longDate(startsAt, here.language);
  return {
    ...baseOf(here),
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
      { icon: 'info', main: fill(said.notRecorded, { here: here.cluster.number }), sub: said.whatNow },
    ],
    next: here.words.verdict.notRecordedNext,
  };
}

function revokedScreen(verdict: Of<'revoked'>, here: Here): ResultScreen {
  const at = (instant: string) => inZone(instant, here.zone);
  const said = here.words.verdict.revoked;
  const why = fill(said[verdict.why], { date: dayMonth(at(verdict.at)) });
  const [icon, whatNow] = {
    withdrawn: ['info', said.askOffice] as const,
    substituted: ['swap', said.askSubstitute] as const,
    reissued: ['search', said.askNewCode] as const,
  }[verdict.why];
  return {
    ...baseOf(here),
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

function waitingScreen(verdict: Of<'waiting'>, here: Here): ResultScreen {
  const { number } = here.cluster;
  const said = here.words.verdict.waiting;
  return {
    ...baseOf(here),
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

function notTodayScreen(verdict: Of<'not_today'>, here: Here): ResultScreen {
  const at = (instant: string) => inZone(instant, here.zone);
  const said = here.words.verdict.not_today;
  const startsAt = at(verdict.startsAt);
  return {
    ...baseOf(here),
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

function closedScreen(verdict: Of<'closed'>, here: Here): ResultScreen {
  const at = (instant: string) => inZone(instant, here.zone);
  const said = here.words.verdict.closed;
  return {
    ...baseOf(here),
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

function unknownScreen(here: Here): ResultScreen {
  const said = here.words.verdict.unknown;
  return {
    ...baseOf(here),
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
    next: here.words.verdict.again,
    offersSearch: true,
  };
}

/** What a screen has unless its verdict says otherwise. */
const baseOf = ({ words }: Here) => ({ facts: [], next: words.verdict.next, offersSearch: false, goesOn: false });

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
