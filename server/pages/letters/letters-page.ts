import type { Cluster, Participant } from '../../../db/events/clusters.ts';
import type { Event } from '../../../db/events/events.ts';
import type { ListedInvitee } from '../../../db/letters/invitees.ts';
import type { Context } from '../../context.ts';
import { lastDayToInvite } from '../../domain/cluster-clock.ts';
import type { Language } from '../../domain/words/document-date.ts';
import { clock, inZone, longDate } from '../../domain/words/document-date.ts';
import { invitationOffer, planInvitations, toldOldFacts } from '../../domain/letters/invitation.ts';
import { datesBlockingLetters } from '../../domain/letters/blocked-letters.ts';
import { matchesSearch } from '../../domain/vietnamese/fold.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { dateSentence } from '../../i18n/plan-sentence.ts';
import { mail } from '../../i18n/vi/mail.ts';
import { invitationWords } from '../../mail/letters/invitation-words.ts';
import { links } from '../links.ts';
import type { LettersQuery } from './forms.ts';
import { inviteeLine } from './invitee-line.ts';
import { isPending } from '../../domain/letters/letter.ts';
import { passCard } from '../shared/pass-card.ts';

const filters: Record<LettersQuery['show'], (invitee: ListedInvitee) => boolean> = {
  all: () => true,
  invited: (invitee) => invitee.invitation !== undefined,
  sent: (invitee) => invitee.lastLetter?.state === 'sent',
  confirmed: (invitee) => invitee.answer?.kind === 'confirmed',
  declined: (invitee) => invitee.answer?.kind === 'declined',
  returned: (invitee) => invitee.lastLetter?.state === 'returned',
  print: (invitee) => invitee.seat === 'seated' && !invitee.hasEmail,
};

export type LettersFacts = {
  cluster: Cluster;
  event: Event;
  invitees: readonly ListedInvitee[];
  /** The units to choose from; none for who sees one alone. */
  units: readonly Participant[];
  query: LettersQuery;
  words: Words;
  language: Language;
  /** Whether the reader may fix the event. */
  maySetUp: boolean;
};

/** The model of the letters page: the plan of what sending would do, the numbers, the outbox, the table, a preview. */
export function lettersPage(context: Pick<Context, 'keys' | 'config'>, facts: LettersFacts) {
  const { cluster, invitees, units, words, language } = facts;
  const query = {
    ...facts.query,
    unit: units.some(({ unitId }) => unitId === facts.query.unit) ? facts.query.unit : '',
  };
  const t = words.letters;
  const clusterName = words.layout.cluster(cluster.number);
  const blocked = blockedLetters(facts);
  const base = links.letters(cluster.id);
  const shown = invitees.filter(
    (invitee) =>
      filters[query.show](invitee) &&
      (query.unit === '' || invitee.unitId === query.unit) &&
      (query.q === '' || matchesSearch(`${invitee.fullName} ${invitee.unitName}`, query.q)),
  );
  const lastDay = lastDayToInvite(inZone(cluster.startsAt, cluster.zone), cluster.daysOff);
  return {
    title: t.title,
    action: base,
    lastDay: t.lastDay(clusterName, longDate(lastDay, language)),
    ...planWords(invitees, words, blocked !== undefined),
    blocked,
    again: blocked ? undefined : againWords(facts),
    notes: notesOf(invitees, { words, isAsFiles: context.config.smtpUrl === undefined }),
    numbersLabel: t.numbersLabel(clusterName),
    numbers: numbersOf(invitees, words).map(({ show, ...number }) => ({
      ...number,
      href: show === 'all' ? base : `${base}?show=${show}`,
      isCurrent: show === query.show,
    })),
    job: jobOf(invitees, words, cluster.zone),
    query,
    units: units.map(({ unitId, unitName }) => ({ value: unitId, label: unitName, isCurrent: unitId === query.unit })),
    isFiltered: query.show !== 'all' || query.unit !== '' || query.q !== '',
    caption: t.caption(clusterName),
    lines: shown.map((invitee) => ({
      ...inviteeLine(invitee, t, cluster.zone),
      ...(blocked && { sendAction: undefined }),
      previewHref: hrefWith(base, { ...query, preview: invitee.registrationId }),
    })),
    empty: invitees.length === 0 ? t.nobody : t.nobodyHere,
    count: shown.length === invitees.length ? t.count(invitees.length) : t.countOf(shown.length, invitees.length),
    preview: previewOf(context, { ...facts, query }, shown, base),
  };
}

/** What must be fixed before anything is sent, and where; undefined when nothing must. */
function blockedLetters({ cluster, event, words, maySetUp }: LettersFacts) {
  const problems = datesBlockingLetters(event, cluster);
  if (problems.length === 0) return undefined;
  const t = words.letters;
  return {
    text: t.datesWrong(words.layout.cluster(cluster.number)),
    problems: problems.map((problem) => dateSentence(words, problem)),
    fixHref: maySetUp ? links.setUpOf(event.id) : undefined,
    fixWords: maySetUp ? t.datesWrongFix : t.datesWrongAsk,
  };
}

/**
 * Letters that tell an old time or place, and the button that sends them again; undefined when none can be sent again.
 * Who lost the e-mail or the seat since gets no letter, and is not counted on the button.
 */
function againWords({ invitees, cluster, words }: LettersFacts) {
  const { letters } = planInvitations({ registrations: invitees, only: toldOldFacts(invitees, cluster) });
  const t = words.letters;
  return letters === 0 ? undefined : { text: t.announcedOtherwise(letters), sendWords: t.sendNew(letters) };
}

function planWords(invitees: readonly ListedInvitee[], words: Words, isHeld: boolean) {
  const t = words.letters;
  const offer = invitationOffer(invitees, isHeld);
  switch (offer.kind) {
    case 'letters':
      return {
        canSend: true,
        sendWords: t.send(offer.letters),
        willSend: t.willSend(offer.letters, offer.toPrint),
      };
    case 'cards':
      return { canSend: true, sendWords: t.makeCards(offer.toPrint), willSend: t.willSend(0, offer.toPrint) };
    case 'blocked':
      return { canSend: false, sendWords: '', willSend: t.nothingSentYet };
    case 'nothing':
      return { canSend: false, sendWords: '', willSend: t.nothingToSend };
    default:
      throw new Error(`No such offer: ${JSON.stringify(offer satisfies never)}`);
  }
}

/** Who is left out and why, and where letters go when there is no mail server. */
function notesOf(invitees: readonly ListedInvitee[], { words, isAsFiles }: { words: Words; isAsFiles: boolean }) {
  const t = words.letters;
  const { waiting, listNotAccepted } = planInvitations({ registrations: invitees }).blocked;
  const blocked = [
    ...(waiting > 0 ? [t.blockedWaiting(waiting)] : []),
    ...(listNotAccepted > 0 ? [t.blockedLists(listNotAccepted)] : []),
  ];
  return [
    ...(blocked.length > 0 ? [{ look: 'warn', icon: 'clock', text: blocked.join(' ') }] : []),
    ...(isAsFiles ? [{ look: 'info', icon: 'info', text: t.asFiles }] : []),
  ];
}

function numbersOf(invitees: readonly ListedInvitee[], words: Words) {
  const t = words.letters;
  const count = (show: LettersQuery['show']) => invitees.filter(filters[show]).length;
  const invited = invitees.filter((invitee) => invitee.invitation).length;
  return [
    { show: 'all' as const, number: invited, label: t.invited, look: '', icon: undefined },
    { show: 'sent' as const, number: count('sent'), label: t.sent, look: 'c-info', icon: 'send' },
    { show: 'confirmed' as const, number: count('confirmed'), label: t.confirmed, look: 'c-ok', icon: 'check-circle' },
    { show: 'declined' as const, number: count('declined'), label: t.declined, look: '', icon: 'x' },
    { show: 'returned' as const, number: count('returned'), label: t.returned, look: 'c-bad', icon: 'bounce' },
    { show: 'print' as const, number: count('print'), label: t.withoutEmail, look: 'c-warn', icon: 'printer' },
  ];
}

/** The outbox at work: every letter of the sendings that are not through yet. Undefined when nothing is on its way. */
function jobOf(invitees: readonly ListedInvitee[], words: Words, zone: string) {
  const t = words.letters;
  const letters = invitees.flatMap(({ lastLetter }) => (lastLetter ? [lastLetter] : []));
  const pending = letters.filter(isPending);
  if (pending.length === 0) return undefined;
  const sendings = new Set(pending.map((letter) => letter.createdAt));
  const total = letters.filter((letter) => sendings.has(letter.createdAt)).length;
  const done = total - pending.length;
  const retries = pending.filter((letter) => letter.attempts > 0 && letter.state !== 'sending');
  const next = retries.map((letter) => letter.nextAttemptAt).sort()[0];
  const isIdle = retries.length === pending.length;
  return {
    done,
    total,
    width: `${Math.round((done / total) * 1000) / 10}%`,
    label: t.progressLabel(done, total),
    words: t.progress(done, total),
    nextTry: isIdle && next !== undefined ? t.nextTry(clock(inZone(next, zone))) : undefined,
  };
}

function previewOf(
  context: Pick<Context, 'keys' | 'config'>,
  { cluster, event, query, words }: LettersFacts,
  shown: readonly ListedInvitee[],
  base: string,
) {
  const index = Math.max(
    0,
    shown.findIndex((invitee) => invitee.registrationId === query.preview),
  );
  const invitee = shown[index];
  if (!invitee) return undefined;
  const at = (place: number) => {
    const other = shown[place];
    return other && hrefWith(base, { ...query, preview: other.registrationId });
  };
  return {
    says: invitationWords({ unitId: invitee.unitId, person: invitee, event, cluster }),
    labels: { dear: mail.dear, time: mail.time, venue: mail.venue, atTheDoor: mail.atTheDoor },
    card: invitee.invitation && passCard(context, invitee.invitation),
    position: words.letters.position(index + 1, shown.length),
    previousHref: at(index - 1),
    nextHref: at(index + 1),
    id: invitee.registrationId,
  };
}

function hrefWith(base: string, { show, unit, q, preview }: LettersQuery): string {
  const search = new URLSearchParams();
  if (show !== 'all') search.set('show', show);
  if (unit !== '') search.set('unit', unit);
  if (q !== '') search.set('q', q);
  if (preview !== '') search.set('preview', preview);
  const text = search.toString();
  return text === '' ? base : `${base}?${text}#preview`;
}
