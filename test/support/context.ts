import pino from 'pino';
import { type Config, readConfig } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { createContext } from '../../server/create-context.ts';
import { keysFrom } from '../../server/keys.ts';
import { type Clock, clockAt } from './clock.ts';
import { openTestDb, type TestDb } from './database.ts';
import type { Scratch } from './scratch.ts';

export type TestContext = Context & { clock: Clock; close: () => Promise<void> };
type Templated = TestContext & Pick<TestDb, 'closeAsTemplate'>;

export type TestSettings = {
  /** When the clock starts, in local time. */
  at?: string;
  settings?: Record<string, string>;
  on?: Scratch;
};

/** A context as `main` makes one, but with a temporary database, a clock that is set, fixed keys and a silent log. */
export async function makeTestContext({
  at = '2023-03-30T08:30',
  template,
  ...rest
}: TestSettings & { template?: Buffer } = {}): Promise<Templated> {
  return await contextOver({ at, template: template ?? (await emptyTemplate(at)), ...rest });
}

/** Files with every migration done and no row, by the moment at which the clock starts. */
const emptyTemplates = new Map<string, Promise<Buffer>>();

function emptyTemplate(at: string): Promise<Buffer> {
  const known = emptyTemplates.get(at) ?? contextOver({ at }).then((context) => context.closeAsTemplate());
  emptyTemplates.set(at, known);
  return known;
}

async function contextOver({
  at,
  settings = {},
  ...file
}: TestSettings & { at: string; template?: Buffer }): Promise<Templated> {
  const clock = clockAt(at);
  const { db, folder, close, closeAsTemplate } = await openTestDb({
    now: () => clock.now().toUTC().toISO(),
    ...file,
  });
  const config: Config = readConfig(
    { DATA_DIR: folder, PUBLIC_BASE_URL: 'http://localhost:3000', ...settings },
    folder,
  );
  const context = await createContext(config, {
    now: clock.now,
    db,
    keys: keysFrom(Buffer.alloc(32, 7)),
    log: pino({ level: 'silent' }),
  });
  return { ...context, clock, close, closeAsTemplate };
}
