import { mkdirSync } from 'node:fs';
import { DateTime } from 'luxon';
import pino from 'pino';
import { openDb } from '../db/open.ts';
import type { Config } from './config.ts';
import type { Context } from './context.ts';
import { keysFrom, readSecretFile } from './keys.ts';
import { randomSecret, uuidV7 } from './random.ts';

/** The real outside: system clock, random ids, the log on standard output. Tests replace what they want to set. */
export async function createContext(config: Config, overrides: Partial<Context> = {}): Promise<Context> {
  const now = overrides.now ?? (() => DateTime.utc());
  const log = overrides.log ?? pino({ level: 'info', redact: ['req.headers.cookie', 'req.headers.authorization'] });
  mkdirSync(config.dataDir, { recursive: true });
  const db = overrides.db ?? (await openDb({ file: config.databaseFile, now: () => now().toUTC().toISO() }));
  return {
    config,
    now,
    log,
    db,
    keys: overrides.keys ?? keysFrom(readSecretFile(config.secretKeyFile)),
    newId: overrides.newId ?? (() => uuidV7(now().toMillis())),
    newSecret: overrides.newSecret ?? randomSecret,
  };
}
