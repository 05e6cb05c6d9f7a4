/** A context whose every outside is set: clock, ids, secrets and keys. Two runs of one journey write the same bytes. */
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { openDb } from '../../db/open.ts';
import { readConfig } from '../../server/config.ts';
import { createContext } from '../../server/create-context.ts';
import { keysFrom } from '../../server/keys.ts';
import { type Clock, clockAt } from '../support/clock.ts';
import type { TestContext } from '../support/context.ts';

/** A UUIDv7 that counts up where a real one is random. */
function countingIds(clock: Clock, start: number): () => string {
  let count = start;
  return () => {
    count += 1;
    const time = clock.now().toMillis().toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}

/** As long as a real one, and as safe in an address. */
function countingSecrets(start: number): () => string {
  let count = start;
  return () => {
    count += 1;
    return createHash('sha256').update(`secret ${count}`).digest('base64url');
  };
}

/**
 * Over the database in `folder`, which is there already or is made; `close` takes the folder away. Over a database that
 * a journey has filled, ids and secrets go on from `start`, so that none comes twice.
 */
export async function makeProofContext({
  at,
  folder,
  start = 0,
}: {
  at: string;
  folder: string;
  start?: number;
}): Promise<TestContext> {
  const clock = clockAt(at);
  const config = readConfig({ DATA_DIR: folder, PUBLIC_BASE_URL: 'http://localhost:3000' }, folder);
  const db = await openDb({ file: join(folder, 'dontiep.sqlite'), now: () => clock.now().toUTC().toISO() });
  const context = await createContext(config, {
    now: clock.now,
    db,
    keys: keysFrom(Buffer.alloc(32, 7)),
    log: pino({ level: 'silent' }),
    newId: countingIds(clock, start),
    newSecret: countingSecrets(start),
  });
  async function close() {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { ...context, clock, close };
}
