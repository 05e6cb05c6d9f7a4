/**
 * The only place that names an engine. Another one is a file with the exports of `sqlite.ts`, picked in `openEngine` by
 * the settings; the questions about errors then ask both.
 */
import { makeAppendOnly, openSqlite } from './sqlite.ts';
import type { Reader } from '../schema.ts';

export { isDuplicate, isReferenced, isUnavailable, makeAppendOnly } from './sqlite.ts';

export type EngineSettings = { file: string };

/** What a migration needs of an engine beside portable SQL. */
export type MigratingEngine = {
  /** Refuses update and delete on a table, below every query that could be written by mistake. */
  makeAppendOnly: (writer: Reader, table: string) => Promise<void>;
};

export type Engine = MigratingEngine & {
  name: string;
  /** Can change nothing and never waits for a writer. */
  reader: Reader;
  writer: Reader;
  close: () => Promise<void>;
};

/** Opens the database the settings name. Throws when it is not durable. */
export function openEngine({ file }: EngineSettings): Engine {
  return { name: 'sqlite', makeAppendOnly, ...openSqlite(file) };
}
