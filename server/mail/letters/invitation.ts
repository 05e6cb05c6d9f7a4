/** One function per kind of letter: from facts to what goes into the envelope. */
import type { InvitationFacts } from '../../../db/letters/invitation-facts.ts';
import { qrPng } from '../../documents/qr.ts';
import { invitationLink, qrText } from '../../domain/letters/invitation-link.ts';
import { type PassCode, showShortCode } from '../../domain/door/pass-code.ts';
import { mail } from '../../i18n/vi/mail.ts';
import { invitationWords } from './invitation-words.ts';
import { renderHtml, renderPlain } from '../render.ts';

export type InlinePicture = { cid: string; filename: string; contentType: string; content: Buffer };

export type ComposedLetter = {
  /** The name beside the address in "To". */
  toName: string;
  /** Where an answer by mail goes: the office's contact, not the machine that sends. */
  replyTo: { name: string; address: string } | undefined;
  subject: string;
  text: string;
  html: string;
  pictures: InlinePicture[];
};

const QR_CID = 'qr@dontiep';

/** The invitation with its QR code, as text and HTML. Subject and names hold no control characters. */
export async function composeInvitation({
  facts,
  codes,
  publicBaseUrl,
}: {
  facts: InvitationFacts;
  codes: { token: PassCode; shortCode: PassCode };
  publicBaseUrl: string;
}): Promise<ComposedLetter> {
  const words = invitationWords(facts);
  const model = {
    t: mail,
    ...words,
    link: invitationLink(publicBaseUrl, codes.token),
    shortCode: showShortCode(codes.shortCode),
    qrSource: `cid:${QR_CID}`,
  };
  const { contact } = facts.event;
  return {
    toName: words.name,
    replyTo: contact.email === '' ? undefined : { name: contact.name, address: contact.email },
    subject: await renderPlain('invitation', 'subject', model),
    text: await renderPlain('invitation', 'text', model),
    html: await renderHtml('invitation', model),
    pictures: [
      {
        cid: QR_CID,
        filename: 'ma-qr.png',
        contentType: 'image/png',
        content: qrPng(qrText(publicBaseUrl, codes.token)),
      },
    ],
  };
}
