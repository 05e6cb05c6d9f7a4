/** What an invitation says, in words ready to show: the letter, its preview and the printed card say the same. */
import type { InvitationFacts } from '../../../db/letters/invitation-facts.ts';
import { issuingUnit, postLine } from '../../domain/words/address-line.ts';
import { clockInWords, fullMoment, inZone, shortDate } from '../../domain/words/document-date.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { showPhone } from '../../domain/vietnamese/phone.ts';
import { layout } from '../../i18n/vi/layout.ts';
import { mail } from '../../i18n/vi/mail.ts';
import { oneLine } from '../one-line.ts';

export type InvitationWords = ReturnType<typeof invitationWords>;

export function invitationWords({ unitId, person, event, cluster }: Omit<InvitationFacts, 'invitation' | 'isRevoked'>) {
  const startsAt = inZone(cluster.startsAt, cluster.zone);
  const answerBy = inZone(cluster.answerDeadline, cluster.zone);
  const title = oneLine(event.title);
  const clusterName = layout.cluster(cluster.number);
  const unitName = oneLine(person.unitName);
  const issuer = oneLine(issuingUnit({ unitName, isLead: unitId === event.leadUnit.id }));
  const honorific = person.honorific === '' ? mail.unknownHonorific : person.honorific;
  const contact = oneLine(mail.contactLine(event.contact.name, event.contact.office, showPhone(event.contact.phone)));
  return {
    subject: mail.subject(title, clusterName, mail.subjectMoment(clockInWords(startsAt), shortDate(startsAt))),
    title,
    heading: mail.heading(title),
    issuer,
    leadUnit: event.leadUnit.name,
    name: oneLine(addressed({ honorific: honorific, fullName: person.fullName })),
    bareName: oneLine(person.fullName),
    post: oneLine(postLine({ ...person, unitName })),
    invites: mail.invites(issuer, honorific, title),
    cluster: clusterName,
    moment: fullMoment(startsAt),
    doorFrom: mail.doorFrom(clockInWords(inZone(cluster.doorOpensAt, cluster.zone))),
    venue: oneLine(cluster.venue),
    answerBy: mail.answerBy(clockInWords(answerBy), shortDate(answerBy)),
    there: mail.there(honorific),
    contact,
    onBehalf: issuer === event.leadUnit.name ? '' : mail.onBehalf(event.leadUnit.name, issuer),
    privacy: mail.privacy(event.leadUnit.name, title, contact.replace(/\.$/, '')),
  };
}
