import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'chai';
import { assertDurable } from '../../../db/engine/sqlite.ts';

describe('a file of SQLite', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dontiep-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const raw = (prepare: (database: Database.Database) => void) => {
    const database = new Database(join(folder, 'raw.sqlite'));
    prepare(database);
    return database;
  };

  it('control: a file opened with NORMAL is refused', () => {
    const database = raw((file) => {
      file.pragma('journal_mode = WAL');
      file.pragma('synchronous = NORMAL');
    });
    expect(() => assertDurable(database)).to.throw('not durable (synchronous=1, journal_mode=wal)');
    database.close();
  });

  it('control: the built-in setting says FULL until the first statement, so it is read after one', () => {
    const database = raw((file) => file.pragma('journal_mode = WAL'));
    expect(database.pragma('synchronous', { simple: true })).to.equal(2);
    expect(() => assertDurable(database)).to.throw('synchronous=1');
    database.close();
  });

  it('control: a file without a WAL is refused', () => {
    const database = raw((file) => file.pragma('synchronous = FULL'));
    expect(() => assertDurable(database)).to.throw('journal_mode=delete');
    database.close();
  });
});
