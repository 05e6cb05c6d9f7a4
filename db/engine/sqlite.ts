/** Everything that is SQLite's own: opening, durability, `begin immediate`, append-only triggers, error codes. */
import Database from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, Kysely, SqliteDialect, SqliteDriver, sql } from 'kysely';
import type { Reader, Schema } from '../schema.ts';

/** How long SQLite itself may block the process on another writer's lock; longer waits are ours and do not block. */
const BUSY_TIMEOUT_MS = 50;
const LOCK_RETRIES = 20;
const LOCK_PAUSE_MS = 100;

type Prepared = ReturnType<Database.Database['prepare']>;

/** Kysely prepares on every query; remembering the statement halves the price of a short transaction. */
function withStatementCache(database: Database.Database) {
  const statements = new Map<string, Prepared>();
  return {
    prepare(text: string): Prepared {
      let statement = statements.get(text);
      if (!statement) {
        if (statements.size > 500) statements.clear();
        statement = database.prepare(text);
        statements.set(text, statement);
      }
      return statement;
    },
    close: () => database.close(),
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

class ImmediateDriver extends SqliteDriver {
  /** A deferred transaction that reads first cannot be rescued by a busy timeout; an immediate one waits here instead. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'));
        return;
      } catch (error) {
        if (attempt >= LOCK_RETRIES || !codeOf(error).startsWith('SQLITE_BUSY')) throw error;
        await pause(LOCK_PAUSE_MS);
      }
    }
  }

  /** A full disk makes SQLite roll back by itself; the second rollback must not hide the first error. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    }
  }
}

class ImmediateDialect extends SqliteDialect {
  readonly #database: Database.Database;
  constructor(database: Database.Database) {
    super({ database: withStatementCache(database) });
    this.#database = database;
  }
  override createDriver() {
    return new ImmediateDriver({ database: withStatementCache(this.#database) });
  }
}

/**
 * better-sqlite3 is built with NORMAL for WAL files and shows FULL only until the first statement:
 * so the setting is made, the file is read, and only then asked.
 */
export function assertDurable(database: Database.Database): void {
  database.prepare('select count(*) from sqlite_master').get();
  const synchronous = database.pragma('synchronous', { simple: true });
  const journal = database.pragma('journal_mode', { simple: true });
  if (synchronous !== 2 || journal !== 'wal') {
    throw new Error(
      `The database is not durable (synchronous=${synchronous}, journal_mode=${journal}); refusing to start.`,
    );
  }
}

export type Connections = { reader: Reader; writer: Reader; close: () => Promise<void> };

/** Opens the file twice: one writer, and a reader that can never change anything or wait for the writer. */
export function openSqlite(file: string): Connections {
  const writing = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  writing.pragma('journal_mode = WAL');
  writing.pragma('synchronous = FULL');
  writing.pragma('foreign_keys = ON');
  // Without it "insert or replace" deletes a row behind the back of the append-only triggers.
  writing.pragma('recursive_triggers = ON');
  assertDurable(writing);
  const reading = new Database(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  const writer = new Kysely<Schema>({ dialect: new ImmediateDialect(writing) });
  const reader = new Kysely<Schema>({ dialect: new ImmediateDialect(reading) });
  return {
    reader,
    writer,
    async close() {
      await reader.destroy();
      await writer.destroy();
    },
  };
}

/** Refuses update and delete on a table, below every query that could be written by mistake. */
export async function makeAppendOnly(writer: Reader, table: string): Promise<void> {
  for (const verb of ['update', 'delete']) {
    await sql
      .raw(
        `create trigger ${table}_no_${verb} before ${verb} on "${table}"
         begin select raise(abort, '${table} is append-only'); end`,
      )
      .execute(writer);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

const UNAVAILABLE = [
  'SQLITE_BUSY',
  'SQLITE_LOCKED',
  'SQLITE_FULL',
  'SQLITE_IOERR',
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
];

/** True for a full disk or a locked file: conditions that pass by themselves. */
export const isUnavailable = (error: unknown): boolean => UNAVAILABLE.some((code) => codeOf(error).startsWith(code));

/** True when a unique rule of the schema refused the row. */
export const isDuplicate = (error: unknown): boolean =>
  ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'].includes(codeOf(error));

/** True when a row could not go because others still point to it. */
export const isReferenced = (error: unknown): boolean => codeOf(error) === 'SQLITE_CONSTRAINT_FOREIGNKEY';
