/** One line of the letters page: how far the invitation of a delegate has come, in a chip and in three dots. */
import type { ListedInvitee } from '../../../db/letters/invitees.ts';
import type { Letter } from '../../../db/letters/letters.ts';
import { isOffered, letterFor, type LetterVerdict } from '../../domain/letters/invitation.ts';
import { postLine } from '../../domain/words/address-line.ts';
import { clock, inZone } from '../../domain/words/document-date.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import type { LettersWords } from '../../i18n/vi/letters.ts';
import { links } from '../links.ts';

export type Chip = { look: 'ok' | 'info' | 'warn' | 'bad' | 'none' | ''; icon: string; text: string };
/** CSS class and icon of a dot: done, failed, waiting, not yet. */
export type Dot = { look: 'd' | 'x' | 'w' | ''; icon: string | undefined };

const done: Dot = { look: 'd', icon: 'check' };
const failed: Dot = { look: 'x', icon: 'x' };
const waiting: Dot = { look: 'w', icon: 'clock' };
const notYet: Dot = { look: '', icon: undefined };

export function chipOf(invitee: ListedInvitee, t: LettersWords, zone: string): Chip {
  if (invitee.answer?.kind === 'confirmed') return { look: 'ok', icon: 'check', text: t.states.confirmed };
  if (invitee.answer?.kind === 'declined')
    return { look: '', icon: 'x', text: t.states.declined(invitee.answer.reason) };
  if (invitee.lastLetter) return chipOfLetter(invitee.lastLetter, t, zone);
  return chipOfVerdict(letterFor(invitee), t);
}

/** What a delegate without any letter waits for. */
function chipOfVerdict(verdict: LetterVerdict, t: LettersWords): Chip {
  switch (verdict.kind) {
    case 'none':
      return verdict.why === 'waiting'
        ? { look: 'warn', icon: 'clock', text: t.states.waiting }
        : { look: 'none', icon: 'clock', text: t.states.listNotAccepted };
    case 'print':
      return { look: 'warn', icon: 'printer', text: t.states.toPrint };
    case 'invite':
    case 'send':
      return { look: 'none', icon: 'mail', text: t.states.notSent };
    default:
      throw new Error(`No such verdict: ${JSON.stringify(verdict satisfies never)}`);
  }
}

function chipOfLetter(letter: Letter, t: LettersWords, zone: string): Chip {
  switch (letter.state) {
    case 'sent':
      return { look: 'info', icon: 'send', text: t.states.waitingAnswer };
    case 'returned':
      return { look: 'bad', icon: 'bounce', text: t.states.returned };
    case 'uncertain':
      return { look: 'warn', icon: 'question', text: t.states.uncertain };
    case 'sending':
      return { look: '', icon: 'clock', text: t.states.queued };
    case 'queued': {
      const text =
        letter.attempts === 0 ? t.states.queued : t.states.tryAgain(clock(inZone(letter.nextAttemptAt, zone)));
      return { look: '', icon: 'clock', text };
    }
  }
}

export function trailOf(invitee: ListedInvitee): [Dot, Dot, Dot] {
  const written = invitee.invitation ? done : notYet;
  return [written, sentDot(invitee.lastLetter), invitee.answer ? done : notYet];
}

function sentDot(letter: Letter | undefined): Dot {
  if (!letter) return notYet;
  if (letter.state === 'sent') return done;
  return letter.state === 'returned' ? failed : waiting;
}

/** The mail server's own words are shown as they are; our codes are looked up. */
export function errorWords(letter: Letter | undefined, t: LettersWords): string | undefined {
  const error = letter?.lastError;
  if (error === undefined || letter?.state === 'sent') return undefined;
  const known: Record<string, string> = t.errors;
  return known[error] ?? error;
}

export function inviteeLine(invitee: ListedInvitee, t: LettersWords, zone: string) {
  const name = addressed(invitee);
  const isInvited = invitee.invitation !== undefined;
  const sendWords = invitee.hasEmail ? (invitee.letters > 0 ? t.sendAgain : t.sendOne) : t.makeCard;
  return {
    id: invitee.registrationId,
    name,
    post: postLine(invitee),
    email: invitee.email,
    trail: trailOf(invitee),
    chip: chipOf(invitee, t, zone),
    error: errorWords(invitee.lastLetter, t),
    personHref: links.person(invitee.registrationId),
    passHref: isInvited ? links.pass(invitee.registrationId) : undefined,
    passLabel: t.card(name),
    letterHref: invitee.lastLetter && links.letter(invitee.lastLetter.id),
    letterLabel: t.openLetter(name),
    sendAction: isOffered(letterFor(invitee)) ? links.lettersTo(invitee.registrationId) : undefined,
    sendLabel: sendWords(name),
    sendIcon: invitee.hasEmail ? 'send' : 'qr',
    previewLabel: t.preview(name),
  };
}
