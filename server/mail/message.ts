/** A letter as nodemailer wants it. Both transports send this, so a file shows exactly what a server would get. */
import type { Context } from '../context.ts';
import type { ComposedLetter } from './letters/invitation.ts';

export type OutgoingLetter = ComposedLetter & { id: string; recipient: string };

/** One address and nothing else: no second "@", no separators, no control characters that could start a new line. */
const PLAIN_ADDRESS = /^[^\s\p{Cc}@<>(),;:"\\[\]]+@[^\s\p{Cc}@<>(),;:"\\[\]]+$/u;
const LONGEST_ADDRESS = 254;

export const isPlainAddress = (text: string): boolean => text.length <= LONGEST_ADDRESS && PLAIN_ADDRESS.test(text);

/**
 * The same for every try of a letter: a receiving server that got it twice can tell.
 * The host comes from the configured base URL, never from a request.
 */
export const messageIdOf = (letterId: string, publicBaseUrl: string): string =>
  `<${letterId}@${new URL(publicBaseUrl).hostname}>`;

export function messageOf(letter: OutgoingLetter, { config, now }: Pick<Context, 'config' | 'now'>) {
  return {
    messageId: messageIdOf(letter.id, config.publicBaseUrl),
    date: now().toJSDate(),
    from: config.mailFrom,
    to: { name: letter.toName, address: letter.recipient },
    ...(letter.replyTo && isPlainAddress(letter.replyTo.address) && { replyTo: letter.replyTo }),
    envelope: { from: config.mailFrom.address, to: [letter.recipient] },
    subject: letter.subject,
    // Away-messages must not answer a machine (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'vi' },
    text: letter.text,
    html: letter.html,
    attachments: letter.pictures.map((picture) => ({ ...picture, contentDisposition: 'inline' as const })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
