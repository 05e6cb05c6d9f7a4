import { latestAnswer } from '../../../db/letters/answers.ts';
import { agendaOf } from '../../../db/events/events.ts';
import type { InvitationFacts } from '../../../db/letters/invitation-facts.ts';
import { type Context, instant } from '../../context.ts';
import { issuingUnit, postLine } from '../../domain/words/address-line.ts';
import {
  clockInWords,
  fullMoment,
  inZone,
  type Language,
  minuteClock,
  shortDate,
} from '../../domain/words/document-date.ts';
import { isOpenToPeople, isPastAnswerDeadline } from '../../domain/cluster-clock.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { showPhone } from '../../domain/vietnamese/phone.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { mail } from '../../i18n/vi/mail.ts';
import type { ReasonReading } from './forms.ts';
import { passCard } from '../shared/pass-card.ts';

export type HolderPage = {
  facts: InvitationFacts;
  /** The path of this page, as the reader opened it. */
  path: string;
  words: Words;
  language: Language;
  /** What was typed in a form that could not be taken. */
  typed?: ReasonReading;
};

/** The delegate's own page: the code to show, when and where, who to ask, and the answer so far. */
export async function holderPage(context: Context, { facts, path, words, language, typed }: HolderPage) {
  const { person, event, cluster, unitId } = facts;
  const t = words.letters;
  const at = instant(context);
  const answer = await latestAnswer(context.db.read, facts.invitation.registrationId);
  const agenda = await agendaOf(context.db.read, event.id);
  const answerBy = inZone(cluster.answerDeadline, cluster.zone);
  const name = addressed(person);
  const isOpen = isOpenToPeople(cluster, at);
  return {
    title: t.pageTitle(event.title),
    eventTitle: event.title,
    invites: t.invites(issuingUnit({ unitName: person.unitName, isLead: unitId === event.leadUnit.id })),
    name,
    post: postLine(person),
    card: passCard(context, facts.invitation),
    confirmAction: `${path}/confirm`,
    declineAction: `${path}/decline`,
    isOpen,
    isLate: isOpen && isPastAnswerDeadline(cluster, at),
    answerBy: t.answerBy(clockInWords(answerBy, language), shortDate(answerBy)),
    isConfirmed: answer?.kind === 'confirmed',
    isDeclined: answer?.kind === 'declined',
    declinedBecause: answer?.kind === 'declined' ? t.declinedBecause(answer.reason) : undefined,
    reason: typed?.typed ?? (answer?.kind === 'declined' ? answer.reason : ''),
    problem: typed?.problem && t[typed.problem],
    when: fullMoment(inZone(cluster.startsAt, cluster.zone), language),
    doorFrom: t.doorFrom(clockInWords(inZone(cluster.doorOpensAt, cluster.zone), language)),
    venue: cluster.venue,
    clusterName: words.layout.cluster(cluster.number),
    contact: contactOf(facts, words),
    agenda: agenda.map((item) => ({ time: minuteClock(item.startsMinute), title: item.title })),
    personal: t.personal(name),
    privacy: mail.privacy(
      event.leadUnit.name,
      event.title,
      [event.contact.office, showPhone(event.contact.phone)].filter((part) => part !== '').join(', '),
    ),
    bodyClass: 'pass-page',
  };
}

export function contactOf({ event }: Pick<InvitationFacts, 'event'>, words: Words) {
  const { name, office, phone } = event.contact;
  const t = words.letters;
  return {
    title: name === '' ? t.contact : t.contactNamed(name),
    office,
    phone: showPhone(phone),
    phoneHref: `tel:${phone.replace(/[^\d+]/g, '')}`,
  };
}
