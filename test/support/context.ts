import pino from 'pino';
import { type Config, readConfig } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { createContext } from '../../server/create-context.ts';
import { keysFrom } from '../../server/keys.ts';
import { type Clock, clockAt } from './clock.ts';
import { openTestDb } from './database.ts';

export type TestContext = Context & { clock: Clock; close: () => Promise<void> };

/** A context as `main` makes one, but with a temporary database, a clock that is set, fixed keys and a silent log. */
export async function makeTestContext({
  at = '2023-03-30T08:30',
  settings = {},
}: {
  at?: string;
  settings?: Record<string, string>;
} = {}): Promise<TestContext> {
  const clock = clockAt(at);
  const opened = await openTestDb(() => clock.now().toUTC().toISO());
  const config: Config = readConfig(
    { DATA_DIR: opened.folder, PUBLIC_BASE_URL: 'http://localhost:3000', ...settings },
    opened.folder,
  );
  const context = await createContext(config, {
    now: clock.now,
    db: opened.db,
    keys: keysFrom(Buffer.alloc(32, 7)),
    log: pino({ level: 'silent' }),
  });
  return { ...context, clock, close: opened.close };
}
