import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Context } from '../context.ts';
import { isPlainAddress, messageOf, type OutgoingLetter } from './message.ts';
import type { Transport } from './transport.ts';

/** Where the file of a letter is, when letters are written as files. The id is ours, never typed by anybody. */
export const letterFile = (dataDir: string, letterId: string): string => join(dataDir, 'letters', `${letterId}.eml`);

/** Writes each letter as `<DATA_DIR>/letters/<id>.eml`: whole or not at all, and on the disk before it counts as sent. */
export function fileTransport(context: Pick<Context, 'config' | 'now'>): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async deliver(letter) {
      if (!isPlainAddress(letter.recipient)) return { kind: 'returned', error: 'address' };
      const file = letterFile(context.config.dataDir, letter.id);
      const content = await compose(letter);
      try {
        await mkdir(join(context.config.dataDir, 'letters'), { recursive: true });
        await writeWhole(file, content);
        return { kind: 'sent' };
      } catch (error) {
        return { kind: 'later', error: error instanceof Error ? error.message : String(error) };
      }
    },
    close: () => composer.close(),
  };

  async function compose(letter: OutgoingLetter): Promise<Buffer> {
    const { message } = await composer.sendMail(messageOf(letter, context));
    if (!Buffer.isBuffer(message)) throw new Error('The composed letter is no buffer.');
    return message;
  }
}

async function writeWhole(file: string, content: Buffer): Promise<void> {
  const unfinished = `${file}.tmp`;
  const handle = await open(unfinished, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}
