/** Where one person stands: place, invitation, answer, attendance, each in words with a chip. */
import type { ListedInvitee } from '../../../db/letters/invitees.ts';
import type { Person } from '../../../db/people/people.ts';
import type { Presence } from '../../domain/door/attendance.ts';
import { isOffered, letterFor, type LetterVerdict } from '../../domain/letters/invitation.ts';
import type { PeopleWords } from '../../i18n/vi/people.ts';
import { links } from '../links.ts';
import { momentIn } from './person-events.ts';

type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'none';
export type StateLine = { label: string; tone: Tone; icon: string; text: string };

export type PersonState = {
  person: Person;
  /** Undefined once the person has left the list. */
  invitee: ListedInvitee | undefined;
  presence: Presence | undefined;
  isReplaced: boolean;
  zone: string;
  t: PeopleWords;
};

export function stateLines(state: PersonState): StateLine[] {
  return [
    { label: state.t.seatLabel, ...seatOf(state) },
    ...(state.invitee
      ? [
          { label: state.t.invitationLabel, ...invitationOf(state.invitee, state) },
          { label: state.t.answerLabel, ...answerOf(state.invitee, state.t) },
        ]
      : []),
    { label: state.t.attendanceLabel, ...attendanceOf(state) },
  ];
}

type Said = Omit<StateLine, 'label'>;

function seatOf({ person, isReplaced, t }: PersonState): Said {
  if (isReplaced) return { tone: 'none', icon: 'swap', text: t.replaced };
  if (person.withdrawn) return { tone: 'none', icon: 'x', text: t.withdrawn };
  if (person.seat === 'waiting') return { tone: 'warn', icon: 'clock', text: t.waiting };
  return { tone: 'ok', icon: 'check-circle', text: t.seated };
}

function invitationOf({ invitation, lastLetter, hasEmail }: ListedInvitee, { t, zone }: PersonState): Said {
  if (!invitation) return { tone: 'none', icon: 'mail', text: t.invitation.none };
  if (!lastLetter) {
    return hasEmail
      ? { tone: 'warn', icon: 'mail', text: t.sendFirst }
      : { tone: 'warn', icon: 'printer', text: t.invitation.card };
  }
  switch (lastLetter.state) {
    case 'sent':
      return {
        tone: 'info',
        icon: 'send',
        text: t.invitation.sent(momentIn(lastLetter.sentAt ?? lastLetter.createdAt, zone)),
      };
    case 'returned':
      return { tone: 'bad', icon: 'bounce', text: t.invitation.returned };
    case 'uncertain':
      return { tone: 'warn', icon: 'question', text: t.invitation.uncertain };
    case 'queued':
    case 'sending':
      return { tone: 'info', icon: 'clock', text: t.invitation.queued };
    default:
      throw new Error(`No such state of a letter: ${JSON.stringify(lastLetter.state satisfies never)}`);
  }
}

function answerOf({ answer }: ListedInvitee, t: PeopleWords): Said {
  if (answer?.kind === 'confirmed') return { tone: 'ok', icon: 'check', text: t.confirmed };
  if (answer?.kind === 'declined') return { tone: 'warn', icon: 'x', text: t.declined(answer.reason) };
  return { tone: 'none', icon: 'clock', text: t.noAnswer };
}

function attendanceOf({ presence, zone, t }: PersonState): Said {
  if (!presence) return { tone: 'none', icon: 'clock', text: t.notArrived };
  return { tone: 'ok', icon: 'check-circle', text: t.arrived(momentIn(presence.at, zone), presence.gate) };
}

/** Shown when the address a letter went to is not the address there is now: the delegate may not have it. */
export function letterOffer({
  invitee,
  t,
}: Pick<PersonState, 'invitee' | 't'>): { text: string; button: string } | undefined {
  if (!invitee || letterFor(invitee).kind !== 'send' || invitee.lastLetter?.recipient === invitee.email)
    return undefined;
  const { lastLetter } = invitee;
  return { text: t.newAddress(lastLetter?.recipient ?? ''), button: lastLetter ? t.resend : t.sendFirst };
}

/** The button that sends a letter or makes the card; `letterAction` is undefined where neither can be done now. */
export function letterButton(invitee: ListedInvitee | undefined, t: PeopleWords) {
  const verdict = invitee && letterFor(invitee);
  return {
    letterAction: invitee && verdict && isOffered(verdict) ? links.lettersTo(invitee.registrationId) : undefined,
    letterWords: wordsOfButton(verdict, t),
  };
}

function wordsOfButton(verdict: LetterVerdict | undefined, t: PeopleWords): string {
  if (verdict?.kind === 'invite' && !verdict.byLetter) return t.makeCard;
  return verdict?.kind === 'send' && !verdict.isFirst ? t.resend : t.sendFirst;
}
