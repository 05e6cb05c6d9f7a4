import Database from 'better-sqlite3';
import { expect } from 'chai';
import { sql } from 'kysely';
import { openTestDb, type TestDb } from '../support/database.ts';

/** What was said or seen is never changed. The guard sits below every query that could be written by mistake. */
const TABLES: Record<string, { row: Record<string, string | number>; column: string }> = {
  scan: {
    row: {
      id: 's',
      device_id: 'd',
      seq: 1,
      cluster_id: 'c',
      method: 'camera',
      claimed_at: '-',
      age_ms: 0,
      received_at: '-',
      scanned_at: '-',
      digest: '-',
      verdict: 'unknown',
      answer: '{}',
    },
    column: 'answer',
  },
  answer: { row: { id: 'a', invitation_id: 'i', kind: 'confirmed', reason: '', at: '-' }, column: 'reason' },
  withdrawal: { row: { registration_id: 'r', at: '-', reason: 'bận' }, column: 'reason' },
  revocation: { row: { invitation_id: 'i', at: '-', why: 'withdrawn', reason: '' }, column: 'at' },
  change_decision: {
    row: { request_id: 'q', verdict: 'approved', reason: '', seated: 1, waiting: 0, at: '-', by_account: 'a' },
    column: 'reason',
  },
  substitution: {
    row: {
      old_registration_id: 'r',
      new_registration_id: 's',
      cluster_id: 'c',
      unit_id: 'u',
      at: '-',
      reason: 'bận',
    },
    column: 'reason',
  },
  merge: {
    row: { goes_registration_id: 'r', stays_registration_id: 's', cluster_id: 'c', unit_id: 'u', at: '-' },
    column: 'at',
  },
  audit_entry: {
    row: { seq: 1, at: '-', actor: '-', action: '-', subject: '-', detail: '-', previous_hash: '', hash: 'h' },
    column: 'actor',
  },
};

describe('append-only tables', () => {
  let opened: TestDb;
  let raw: Database.Database;
  beforeEach(async () => {
    opened = await openTestDb();
    raw = new Database(opened.file);
    raw.pragma('foreign_keys = OFF'); // the rows stand alone here
  });
  afterEach(async () => {
    raw.close();
    await opened.close();
  });

  for (const [table, { row, column }] of Object.entries(TABLES)) {
    const insert = () => {
      const names = Object.keys(row);
      raw.prepare(`insert into ${table} (${names}) values (${names.map(() => '?')})`).run(...Object.values(row));
    };
    const update = () => raw.prepare(`update ${table} set ${column} = 'x' where 1`).run();
    const remove = () => raw.prepare(`delete from ${table}`).run();
    const count = () => raw.prepare(`select count(*) from ${table}`).pluck().get();

    it(`${table} refuses update and delete`, () => {
      insert();
      expect(update).to.throw(`${table} is append-only`);
      expect(remove).to.throw(`${table} is append-only`);
      expect(count()).to.equal(1);
    });

    it(`${table} refuses "insert or replace", which deletes before it inserts`, async () => {
      insert();
      const replacing = opened.db.write((tx) =>
        sql`insert or replace into ${sql.table(table)} select * from ${sql.table(table)}`.execute(tx),
      );
      const refusal = await replacing.catch((error: Error) => error.message);
      expect(refusal).to.equal(`${table} is append-only`);
    });

    it(`control: without its triggers ${table} is changed and emptied`, () => {
      insert();
      raw.exec(`drop trigger ${table}_no_update; drop trigger ${table}_no_delete`);
      expect(update().changes).to.equal(1);
      expect(remove().changes).to.equal(1);
    });
  }

  it('control: on a connection without recursive triggers "insert or replace" slips through', () => {
    raw.prepare("insert into withdrawal (registration_id, at, reason) values ('r', '-', 'bận')").run();
    raw.prepare("insert or replace into withdrawal (registration_id, at, reason) values ('r', '-', 'khác')").run();
    expect(raw.prepare('select reason from withdrawal').pluck().all()).to.deep.equal(['khác']);
  });

  it('are these: nobody made another without a test', () => {
    const guarded = raw.prepare("select distinct tbl_name from sqlite_master where type = 'trigger'").pluck().all();
    expect(guarded).to.have.members(Object.keys(TABLES));
  });
});
