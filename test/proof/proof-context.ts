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
export function countingIds(clock: Clock): () => string {
  let count = 0;
  return () => {
    count += 1;
    const time = clock.now().toMillis().toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}

/** As long as a real one, and as safe in an address. */
function countingSecrets(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return createHash('sha256').update(`secret ${count}`).digest('base64url');
  };
}

/** Over the database in `folder`, which is there already or is made; `close` takes the folder away. */
export async function makeProofContext({ at, folder }: { at: string; folder: string }): Promise<TestContext> {
  const clock = clockAt(at);
  const config = readConfig({ DATA_DIR: folder, PUBLIC_BASE_URL: 'http://localhost:3000' }, folder);
  const db = await openDb({ file: join(folder, 'dontiep.sqlite'), now: () => clock.now().toUTC().toISO() });
  const context = await createContext(config, {
    now: clock.now,
    db,
    keys: keysFrom(Buffer.alloc(32, 7)),
    log: pino({ level: 'silent' }),
    newId: countingIds(clock),
    newSecret: countingSecrets(),
  });
  async function close() {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { ...context, clock, close };
}
