/** A real mail server on a port of its own that keeps what it gets and refuses what it is told to. */
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

export type SunkMessage = {
  from: string;
  /** Every RCPT TO as it came over the wire. */
  recipients: string[];
  raw: Buffer;
  mail: ParsedMail;
  /** False when the line was cut before the closing 250: the server has the message, the sender cannot know. */
  isAnswered: boolean;
};

export type MailSink = {
  url: string;
  messages: SunkMessage[];
  /** Every address that a RCPT TO named, refused ones too. */
  recipients: string[];
  /** Answers the next RCPT TO commands with these codes, in order. */
  refuse: (...codes: number[]) => void;
  /** Refuses the next texts with these codes, after they have come. */
  refuseText: (...codes: number[]) => void;
  /** Takes the next `count` messages and cuts the line before saying so. */
  drop: (count: number) => void;
  close: () => Promise<void>;
};

const refusal = (code: number) => Object.assign(new Error('refused for the test'), { responseCode: code });

/** `isSecure`: speaks TLS from the first byte, with a certificate that nobody has signed. */
export async function startMailSink({ isSecure = false } = {}): Promise<MailSink> {
  const messages: SunkMessage[] = [];
  const recipients: string[] = [];
  const refusals: number[] = [];
  const textRefusals: number[] = [];
  let drops = 0;

  const server = new SMTPServer({
    secure: isSecure,
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      recipients.push(address);
      const code = refusals.shift();
      done(code === undefined ? undefined : refusal(code));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        const code = textRefusals.shift();
        if (code !== undefined) return done(refusal(code));
        const isAnswered = drops === 0;
        await keep(Buffer.concat(parts), session, isAnswered);
        if (isAnswered) return done();
        drops -= 1;
        cut(server, session);
      });
    },
  });
  server.on('error', () => undefined); // a line we cut ourselves

  async function keep(raw: Buffer, { envelope }: SMTPServerSession, isAnswered: boolean) {
    messages.push({
      from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
      recipients: envelope.rcptTo.map(({ address }) => address),
      raw,
      mail: await simpleParser(raw, { keepCidLinks: true }),
      isAnswered,
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `${isSecure ? 'smtps' : 'smtp'}://127.0.0.1:${port}`,
    messages,
    recipients,
    refuse: (...codes) => refusals.push(...codes),
    refuseText: (...codes) => textRefusals.push(...codes),
    drop: (count) => {
      drops += count;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Line = { session?: { id: string }; _socket: { destroy: () => void } };

function cut(server: SMTPServer, { id }: SMTPServerSession): void {
  const lines = (server as unknown as { connections: Set<Line> }).connections;
  for (const line of lines) if (line.session?.id === id) line._socket.destroy();
}
