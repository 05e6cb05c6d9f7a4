import type { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { Context } from '../context.ts';
import type { Delivery } from '../domain/letters/letter.ts';
import { isPlainAddress, messageOf } from './message.ts';
import { oneLine } from './one-line.ts';
import type { Transport } from './transport.ts';

const CONNECTIONS = 3;
const SECONDS = 1000;

/** Hands letters to the office's mail server over a few kept connections. TLS certificates are checked. */
export function smtpTransport(context: Pick<Context, 'config' | 'now'>, smtpUrl: string): Transport {
  const server = createTransport({
    ...serverOf(smtpUrl),
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: 100,
    connectionTimeout: 15 * SECONDS,
    greetingTimeout: 15 * SECONDS,
    socketTimeout: 60 * SECONDS,
    // Else the machine's own host name would be told to every mail server.
    name: new URL(context.config.publicBaseUrl).hostname,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const texts = new Map<string, Readable>();
  server.use('stream', (mail, done) => {
    mail.message?.processFunc((text) => {
      texts.set(String(mail.data.messageId), text);
      return text;
    });
    done();
  });

  return {
    async deliver(letter) {
      if (!isPlainAddress(letter.recipient)) return { kind: 'returned', error: 'address' };
      const message = messageOf(letter, context);
      try {
        await server.sendMail(message);
        return { kind: 'sent' };
      } catch (error) {
        const hasTextLeft = texts.get(message.messageId)?.readableDidRead === true;
        return deliveryOf(readError(error), hasTextLeft);
      } finally {
        texts.delete(message.messageId);
      }
    },
    close: () => server.close(),
  };
}

/** `smtps://user:password@host:465` as settings; user and password may be percent-encoded. */
function serverOf(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  };
}

export type SmtpError = { message: string; responseCode?: number; command?: string };

function readError(error: unknown): SmtpError {
  if (!(error instanceof Error)) return { message: String(error) };
  return {
    message: error.message,
    ...('responseCode' in error && typeof error.responseCode === 'number' && { responseCode: error.responseCode }),
    ...('command' in error && typeof error.command === 'string' && { command: error.command }),
  };
}

/**
 * What a failed try means for the letter (RFC 5321 §4.2.1). Only a 5yz to the recipient or to the text returns it; one
 * to the sign-in, the sender or the greeting is the server's trouble and passes when somebody repairs it. Without any
 * answer, a letter whose text had begun to leave may have been taken.
 */
export function deliveryOf(error: SmtpError, hasTextLeft: boolean): Delivery {
  const words = oneLine(error.message).slice(0, 300);
  if (error.responseCode === undefined) return { kind: hasTextLeft ? 'uncertain' : 'later', error: words };
  const isAboutLetter = error.command === 'RCPT TO' || error.command === 'DATA';
  return { kind: error.responseCode >= 500 && isAboutLetter ? 'returned' : 'later', error: words };
}
