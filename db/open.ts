/**
 * Opens the database: `read` for pages, `write` for changes.
 *
 * `write(work)` runs `work(tx)` in one durable transaction; writes queue up one behind the other. Inside, only SQL:
 * no mail, no hashing, no other I/O. A `write` inside a `write` throws at once, because it would wait for itself.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type EngineSettings, openEngine } from './engine/index.ts';
import { migrate } from './migrate.ts';
import type { Reader, Tx } from './schema.ts';

export type Db = {
  readonly engine: string;
  readonly read: Reader;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export async function openDb({ now, ...settings }: EngineSettings & { now: () => string }): Promise<Db> {
  const engine = openEngine(settings);
  const { reader, writer, close } = engine;
  try {
    await migrate(engine, now);
  } catch (error) {
    await close();
    throw error;
  }
  const insideWrite = new AsyncLocalStorage<true>();
  let last: Promise<unknown> = Promise.resolve();

  function write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (insideWrite.getStore())
      throw new Error('A write inside a write would wait for itself: pass the open transaction on.');
    const mine = last.then(() => insideWrite.run(true, () => writer.transaction().execute(work)));
    last = mine.catch(() => undefined);
    return mine;
  }

  return {
    engine: engine.name,
    read: reader,
    write,
    async close() {
      await last;
      await close();
    },
  };
}

/** Asks the database for a sign of life; throws when there is none. */
export async function ping(db: Db): Promise<void> {
  await db.read.selectFrom('migration').select('name').limit(1).executeTakeFirstOrThrow();
}
