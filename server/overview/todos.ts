/** The next actions, written as sentences; the most urgent cluster first. */
import type { AgendaItem } from '../../db/events.ts';
import type { Category } from '../domain/category.ts';
import {
  clock,
  clockInWords,
  dayMonth,
  inZone,
  type Language,
  weekday,
  workingDaysBefore,
} from '../domain/document-date.ts';
import { itemsWithoutSpeaker } from '../domain/plan/agenda-speakers.ts';
import type { OverviewWords } from '../i18n/vi/overview.ts';
import type { ClusterState } from './cluster-state.ts';

export type Todo = { icon: string; tone: 'bad' | 'warn' | 'info'; text: string; when: string; href: string };

/** QĐ 45/2018/QĐ-TTg: an invitation is sent at least three working days before. */
const WORKING_DAYS_BEFORE = 3;
const REMIND_DAYS = 3;
const DOOR_DAYS = 2;

/** What is to happen in every cluster, and who may be invited for it. */
export type Programme = { leadUnitId: string; agenda: AgendaItem[]; categories: Category[] };

type Reading = { at: string; language: Language; words: OverviewWords; programme: Programme };

export function organiserTodos(states: readonly ClusterState[], reading: Reading): Todo[] {
  return states.flatMap((state) => [
    ...lettersToSend(state, reading),
    ...listsToAccept(state, reading),
    ...requestsToDecide(state, reading),
    ...waitingWhileFree(state, reading),
    ...speakersToFind(state, reading),
    ...listsReturned(state, reading),
    ...unitsToRemind(state, reading),
    ...doorToPrepare(state, reading),
  ]);
}

const isOver = (state: ClusterState, at: string): boolean => state.cluster.endsAt < at;

function lettersToSend(state: ClusterState, { at, language, words }: Reading): Todo[] {
  const { cluster, units } = state;
  const count = units
    .filter((unit) => unit.listState === 'accepted')
    .reduce((sum, unit) => sum + Math.max(0, unit.seated - unit.invited), 0);
  if (count === 0 || isOver(state, at)) return [];
  const last = workingDaysBefore(inZone(cluster.startsAt, cluster.zone), WORKING_DAYS_BEFORE);
  return [
    {
      icon: 'mail',
      tone: 'bad',
      text: words.todos.send(count, cluster.number),
      when: words.todos.sendWhen(`${weekday(last, language)} ${dayMonth(last)}`),
      href: `/clusters/${cluster.id}/letters`,
    },
  ];
}

function listsToAccept({ cluster, units }: ClusterState, { words }: Reading): Todo[] {
  return units
    .filter((unit) => unit.listState === 'submitted')
    .map((unit) => {
      const sent = unit.submittedAt ? inZone(unit.submittedAt, cluster.zone) : undefined;
      return {
        icon: 'inbox',
        tone: 'info',
        text: words.todos.accept(unit.unitName, cluster.number),
        when: sent ? words.todos.acceptWhen(`${clock(sent)}, ${dayMonth(sent)}`) : '',
        href: `/clusters/${cluster.id}/registrations?unit=${unit.unitId}`,
      };
    });
}

function requestsToDecide({ cluster, requests }: ClusterState, { words }: Reading): Todo[] {
  return requests.map((request) => {
    const asked = inZone(request.askedAt, cluster.zone);
    return {
      icon: 'inbox',
      tone: 'warn',
      text: words.todos.decide(request.unitName, request.rowCount, cluster.number),
      when: words.todos.decideWhen(`${clock(asked)}, ${dayMonth(asked)}`),
      href: `/change-requests/${request.id}`,
    };
  });
}

/** Places are there and people too, only not in the same unit: somebody has to decide. */
function waitingWhileFree(state: ClusterState, { at, words }: Reading): Todo[] {
  const { cluster, seated, waiting } = state;
  const free = cluster.max - seated;
  if (waiting === 0 || free <= 0 || isOver(state, at)) return [];
  return [
    {
      icon: 'users',
      tone: 'warn',
      text: words.todos.waiting(waiting, cluster.number),
      when: words.todos.waitingWhen(free),
      href: `/clusters/${cluster.id}/places#waiting`,
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
    isRegistrationOver: cluster.registrationDeadline < at,
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
          ? `/clusters/${cluster.id}/registrations?unit=${first.units[0]?.id ?? ''}`
          : `/events/${cluster.eventId}/setup`,
    },
  ];
}

function listsReturned(state: ClusterState, { at, words }: Reading): Todo[] {
  const { cluster, units } = state;
  if (isOver(state, at)) return [];
  return units
    .filter((unit) => unit.listState === 'returned')
    .map((unit) => {
      const returned = inZone(unit.decidedAt ?? at, cluster.zone);
      return {
        icon: 'undo',
        tone: 'info',
        text: words.todos.returned(unit.unitName, cluster.number),
        when: words.todos.returnedWhen(`${clock(returned)}, ${dayMonth(returned)}`),
        href: `/clusters/${cluster.id}/registrations?unit=${unit.unitId}`,
      };
    });
}

function unitsToRemind({ cluster, units }: ClusterState, { at, language, words }: Reading): Todo[] {
  const deadline = inZone(cluster.registrationDeadline, cluster.zone);
  const from = deadline.minus({ days: REMIND_DAYS }).toUTC().toISO() ?? '';
  if (at < from || at > cluster.registrationDeadline) return [];
  return units
    .filter((unit) => unit.listState === 'not_started')
    .map((unit) => ({
      icon: 'clock',
      tone: 'warn',
      text: words.todos.remind(unit.unitName, cluster.number),
      when: words.todos.deadline(
        `${clockInWords(deadline, language)}, ${weekday(deadline, language)} ${dayMonth(deadline)}`,
      ),
      href: `/clusters/${cluster.id}/registrations?unit=${unit.unitId}`,
    }));
}

function doorToPrepare(state: ClusterState, { at, language, words }: Reading): Todo[] {
  const { cluster } = state;
  const opens = inZone(cluster.doorOpensAt, cluster.zone);
  const from = opens.minus({ days: DOOR_DAYS }).toUTC().toISO() ?? '';
  if (at < from || isOver(state, at)) return [];
  return [
    {
      icon: 'qr',
      tone: 'info',
      text: words.todos.door(cluster.number),
      when: words.todos.doorWhen(`${clockInWords(opens, language)}, ${weekday(opens, language)} ${dayMonth(opens)}`),
      href: `/clusters/${cluster.id}/door`,
    },
  ];
}
