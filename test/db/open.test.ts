import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'chai';
import { sql } from 'kysely';
import { isDuplicate, isUnavailable } from '../../db/engine/index.ts';
import { openDb, ping } from '../../db/open.ts';
import type { Tx } from '../../db/schema.ts';
import { openTestDb, type TestDb } from '../support/database.ts';

const now = () => '2023-03-30T01:30:00.000Z';
const refusal = (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('It was not refused.'),
    (error: Error) => error,
  );

/** A unit is the smallest row there is. */
const insertUnit = (tx: Tx, id: string) =>
  tx
    .insertInto('unit')
    .values({
      id,
      code: id,
      name: id,
      level: 'other',
      parent_id: null,
      position: 1,
      valid_from: null,
      valid_to: null,
      successor_id: null,
    })
    .execute();

describe('the database', () => {
  let opened: TestDb;
  beforeEach(async () => {
    opened = await openTestDb({ now, on: 'disk' });
  });
  afterEach(() => opened.close());

  const units = async () =>
    (await opened.db.read.selectFrom('unit').select('id').orderBy('id').execute()).map((row) => row.id);

  describe('is durable', () => {
    it('writes with synchronous=FULL, into a WAL, with foreign keys on', async () => {
      const settings = await opened.db.write(async (tx) => {
        const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(tx);
        const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(tx);
        const keys = await sql<{ foreign_keys: number }>`pragma foreign_keys`.execute(tx);
        return { ...synchronous.rows[0], ...journal.rows[0], ...keys.rows[0] };
      });
      expect(settings).to.deep.equal({ synchronous: 2, journal_mode: 'wal', foreign_keys: 1 });
    });
  });

  describe('reads', () => {
    it('what was written, as soon as it is committed', async () => {
      await opened.db.write((tx) => insertUnit(tx, 'a'));
      expect(await units()).to.deep.equal(['a']);
    });

    it('never what is not committed yet', async () => {
      await opened.db.write(async (tx) => {
        await insertUnit(tx, 'a');
        expect(await units()).to.deep.equal([]);
      });
    });

    it('through a connection that cannot write', async () => {
      const error = await refusal(
        opened.db.read
          .insertInto('unit')
          .columns(['id'])
          .values({} as never)
          .execute(),
      );
      expect(error).to.be.instanceOf(Error);
      const direct = await refusal(sql`delete from unit`.execute(opened.db.read));
      expect(direct).to.include({ code: 'SQLITE_READONLY' });
    });
  });

  describe('writes', () => {
    it('one behind the other, in the order in which they were asked for', async () => {
      const steps: string[] = [];
      const slowly = opened.db.write(async (tx) => {
        steps.push('first begins');
        await insertUnit(tx, 'a');
        await new Promise((resolve) => setImmediate(resolve));
        steps.push('first ends');
      });
      const quickly = opened.db.write(async (tx) => {
        steps.push('second begins');
        await insertUnit(tx, 'b');
      });
      await Promise.all([slowly, quickly]);
      expect(steps).to.deep.equal(['first begins', 'first ends', 'second begins']);
      expect(await units()).to.deep.equal(['a', 'b']);
    });

    it('all or nothing, and the next write goes on', async () => {
      const failing = opened.db.write(async (tx) => {
        await insertUnit(tx, 'a');
        throw new Error('The machine broke.');
      });
      const next = opened.db.write((tx) => insertUnit(tx, 'b'));
      expect((await refusal(failing)).message).to.equal('The machine broke.');
      await next;
      expect(await units()).to.deep.equal(['b']);
    });

    it('give back what the work gives', async () => {
      expect(await opened.db.write(async () => 42)).to.equal(42);
    });

    it('throw at once inside a write, which would otherwise wait for itself for ever', async () => {
      const error = await refusal(
        opened.db.write(async (tx) => {
          await insertUnit(tx, 'a');
          await opened.db.write((inner) => insertUnit(inner, 'b'));
        }),
      );
      expect(error.message).to.include('A write inside a write');
      expect(await units()).to.deep.equal([]);
    });

    it('may follow each other in one function', async () => {
      await opened.db.write((tx) => insertUnit(tx, 'a'));
      await opened.db.write((tx) => insertUnit(tx, 'b'));
      expect(await units()).to.deep.equal(['a', 'b']);
    });

    it('know a row that is there already from any other error', async () => {
      await opened.db.write((tx) => insertUnit(tx, 'a'));
      expect(isDuplicate(await refusal(opened.db.write((tx) => insertUnit(tx, 'a'))))).to.equal(true);
      expect(isDuplicate(new Error('x'))).to.equal(false);
    });
  });

  describe('while another process holds the file', () => {
    it('gives up within about three seconds, says that it is only unavailable, and works again afterwards', async () => {
      const other = new Database(opened.file);
      other.prepare('begin immediate').run();
      const started = performance.now();
      const blocked = opened.db.write((tx) => insertUnit(tx, 'a'));
      expect(await units()).to.deep.equal([]); // reading goes on meanwhile
      const error = await refusal(blocked);
      expect(isUnavailable(error)).to.equal(true);
      expect(performance.now() - started, 'it waits for its turn first').to.be.at.least(1500);
      other.prepare('rollback').run();
      other.close();
      await opened.db.write((tx) => insertUnit(tx, 'b'));
      expect(await units()).to.deep.equal(['b']);
    }).timeout(15_000);

    it('waits for a moment and then writes', async () => {
      const other = new Database(opened.file);
      other.prepare('begin immediate').run();
      const waiting = opened.db.write((tx) => insertUnit(tx, 'a'));
      setTimeout(() => {
        other.prepare('commit').run();
        other.close();
      }, 120);
      await waiting;
      expect(await units()).to.deep.equal(['a']);
    });
  });

  describe('grows by migrations', () => {
    const state = async (file: string) => {
      const again = await openDb({ file, now: () => '2024-01-01T00:00:00.000Z' });
      const schema = await sql<{ sql: string }>`select name, sql from sqlite_master order by name`.execute(again.read);
      const applied = await again.read.selectFrom('migration').selectAll().execute();
      await again.close();
      return { schema: schema.rows, applied };
    };

    it('once each: opening again changes nothing', async () => {
      const first = await state(opened.file);
      expect(first.applied).to.not.be.empty;
      expect(first.applied.every((row) => row.applied_at === now())).to.equal(true);
      expect(await state(opened.file)).to.deep.equal(first);
    });

    it('and refuses a file that a newer version wrote, naming what it does not know', async () => {
      await opened.db.write((tx) =>
        tx.insertInto('migration').values({ name: '9999-tomorrow', applied_at: now() }).execute(),
      );
      const error = await refusal(openDb({ file: opened.file, now }));
      expect(error.message).to.include('written by a newer version (9999-tomorrow)');
    });

    it('leaves no half of a migration: each is one transaction', async () => {
      const file = join(opened.folder, 'broken.sqlite');
      const raw = new Database(file);
      // A table of ours that is in the way makes the first migration fail in its middle.
      raw.exec('create table category (id text)');
      raw.close();
      await refusal(openDb({ file, now }));
      const after = new Database(file, { readonly: true });
      const tables = after.prepare("select name from sqlite_master where type = 'table' order by name").all();
      after.close();
      expect(tables).to.deep.equal([{ name: 'category' }, { name: 'migration' }]);
    });
  });

  it('answers a ping, and fails to once it is closed', async () => {
    const file = join(opened.folder, 'other.sqlite');
    const other = await openDb({ file, now });
    await ping(other);
    await other.close();
    expect(await refusal(ping(other)))
      .to.have.property('message')
      .that.is.not.equal('It was not refused.');
  });
});
