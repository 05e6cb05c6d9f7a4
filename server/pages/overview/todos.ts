/** The next actions, written as sentences; of each sort the most urgent cluster first. */
import type { AgendaItem } from '../../../db/events/events.ts';
import type { Category } from '../../domain/category.ts';
import { waitingWhileFree } from '../../domain/seats/seating.ts';
import { isOver, isPastDeadline, lastDayToInvite } from '../../domain/cluster-clock.ts';
import { type DatedEvent, datesBlockingLetters } from '../../domain/letters/blocked-letters.ts';
import { invitationOffer } from '../../domain/letters/invitation.ts';
import { clockInWords, dayMonth, inZone, weekday } from '../../domain/words/document-date.ts';
import { itemsWithoutSpeaker } from '../../domain/plan/agenda-speakers.ts';
import { links } from '../links.ts';
import type { ClusterState } from './cluster-state.ts';
import {
  deadlineOf,
  isTimeToRemind,
  listsReturned,
  listsToAccept,
  requestsToDecide,
  type Todo,
  type TodoReading,
  unitsToRemind,
} from './list-todos.ts';

const DOOR_DAYS = 2;

/** What is to happen in every cluster, and who may be invited for it. */
export type Programme = { leadUnitId: string; dates: DatedEvent; agenda: AgendaItem[]; categories: Category[] };

type Reading = TodoReading & { programme: Programme };

/** What only the organiser can do comes first, then what others are to be asked for; of each, first what is late. */
export function organiserTodos(states: readonly ClusterState[], reading: Reading): Todo[] {
  const own = states.flatMap((state) => [
    ...lettersToSend(state, reading),
    ...lettersReturned(state, reading),
    ...listsToAccept(state, reading),
    ...requestsToDecide(state, reading),
    ...seatsToGive(state, reading),
    ...doorToPrepare(state, reading),
  ]);
  const ofOthers = states.flatMap((state) => [
    ...belowMinimum(state, reading),
    ...speakersToFind(state, reading),
    ...listsReturned(state, reading),
    ...unitsToRemind(state, reading),
  ]);
  return [...lateFirst(own), ...lateFirst(ofOthers)];
}

const lateFirst = (todos: readonly Todo[]): Todo[] => [
  ...todos.filter(({ tone }) => tone === 'bad'),
  ...todos.filter(({ tone }) => tone !== 'bad'),
];

function lettersToSend(state: ClusterState, { at, language, words, programme }: Reading): Todo[] {
  const { cluster, invitees } = state;
  if (isOver(cluster, at)) return [];
  const offer = invitationOffer(invitees, datesBlockingLetters(programme.dates, cluster).length > 0);
  const last = lastDayToInvite(inZone(cluster.startsAt, cluster.zone), cluster.daysOff);
  const when = words.todos.sendWhen(`${weekday(last, language)} ${dayMonth(last)}`);
  const lettersHref = links.letters(cluster.id);
  const todo = (text: string, href: string): Todo => ({ icon: 'mail', tone: 'bad', text, when, href });
  switch (offer.kind) {
    case 'letters':
      return [todo(words.todos.send(offer.letters, cluster.number), lettersHref)];
    case 'cards':
      return [todo(words.todos.makeCards(offer.toPrint, cluster.number), lettersHref)];
    case 'blocked':
      return [todo(words.todos.lettersBlocked(cluster.number), links.setUpOf(cluster.eventId))];
    case 'nothing':
      return [];
    default:
      throw new Error(`No such offer: ${JSON.stringify(offer satisfies never)}`);
  }
}

/** Whom no letter has reached; nobody else tells them. */
function lettersReturned({ cluster, units }: ClusterState, { at, words }: Reading): Todo[] {
  const count = units.reduce((sum, unit) => sum + unit.bounced, 0);
  if (count === 0 || cluster.startsAt <= at) return [];
  return [
    {
      icon: 'bounce',
      tone: 'warn',
      text: words.todos.bounced(count, cluster.number),
      when: words.todos.bouncedWhen,
      href: links.returnedLetters(cluster.id),
    },
  ];
}

/** Places are there and people too, only not in the same unit: somebody has to decide. */
function seatsToGive({ cluster, units }: ClusterState, { at, words }: Reading): Todo[] {
  const stuck = waitingWhileFree(cluster, units, at);
  if (!stuck) return [];
  return [
    {
      icon: 'users',
      tone: 'warn',
      text: words.todos.waiting(stuck.waiting, cluster.number),
      when: words.todos.waitingWhen(stuck.free),
      href: links.waiting(cluster.id),
    },
  ];
}

/** Told once units are reminded, and until it begins: later nobody can change it. */
function belowMinimum({ cluster, seated }: ClusterState, { at, language, words }: Reading): Todo[] {
  if (seated >= cluster.min || !isTimeToRemind(cluster, at)) return [];
  const isLate = isPastDeadline(cluster, at);
  return [
    {
      icon: 'users',
      tone: isLate ? 'bad' : 'warn',
      text: words.todos.below(cluster.min - seated, cluster.number),
      when: isLate ? words.todos.belowLate(cluster.min) : words.todos.deadline(deadlineOf(cluster, language)),
      href: links.places(cluster.id),
    },
  ];
}

/** One line for a cluster, however many items lack somebody; the set-up page names each. */
function speakersToFind({ cluster, units }: ClusterState, { at, words, programme }: Reading): Todo[] {
  if (cluster.startsAt <= at) return [];
  const items = itemsWithoutSpeaker({
    agenda: programme.agenda,
    categories: programme.categories,
    units: units.map(({ unitId, unitName, isHost, listState, registered }) => ({
      id: unitId,
      name: unitName,
      isLead: unitId === programme.leadUnitId,
      isHost,
      listState,
      registered,
    })),
    isRegistrationOver: isPastDeadline(cluster, at),
  });
  const [first] = items;
  if (!first) return [];
  const names = [...new Set(items.flatMap(({ units: meant }) => meant.map(({ name }) => name)))];
  return [
    {
      icon: 'calendar',
      tone: 'warn',
      text: words.todos.speakers(first.title, items.length, cluster.number),
      when: words.todos.speakersWhen(names),
      href:
        items.length === 1
          ? links.desk({ clusterId: cluster.id, unitId: first.units[0]?.id ?? '' })
          : links.setUpOf(cluster.eventId),
    },
  ];
}

function doorToPrepare(state: ClusterState, { at, language, words }: Reading): Todo[] {
  const { cluster } = state;
  const opens = inZone(cluster.doorOpensAt, cluster.zone);
  const from = opens.minus({ days: DOOR_DAYS }).toUTC().toISO() ?? '';
  if (at < from || isOver(cluster, at)) return [];
  return [
    {
      icon: 'qr',
      tone: 'info',
      text: words.todos.door(cluster.number),
      when: words.todos.doorWhen(`${clockInWords(opens, language)}, ${weekday(opens, language)} ${dayMonth(opens)}`),
      href: links.door(cluster.id),
    },
  ];
}
