/**
 * How letters leave: through the office's mail server when SMTP_URL names one, else as files to open from "Thư đi".
 * Everything else is the same for both.
 */
import type { Context } from '../context.ts';
import type { Delivery } from '../domain/letters/letter.ts';
import { fileTransport } from './file-transport.ts';
import type { OutgoingLetter } from './message.ts';
import { smtpTransport } from './smtp-transport.ts';

export type Transport = {
  /** One try. Never throws for what a mail server may answer or a network may do. */
  deliver(letter: OutgoingLetter): Promise<Delivery>;
  close(): void;
};

export const openTransport = (context: Pick<Context, 'config' | 'now'>): Transport =>
  context.config.smtpUrl === undefined ? fileTransport(context) : smtpTransport(context, context.config.smtpUrl);
