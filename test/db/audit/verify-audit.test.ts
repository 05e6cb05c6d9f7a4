import Database from 'better-sqlite3';
import { expect } from 'chai';
import fc from 'fast-check';
import { appendAudit, type AuditEvent } from '../../../db/audit/audit.ts';
import { type AuditHead, verifyAudit } from '../../../db/audit/verify-audit.ts';
import { dropTriggers } from '../../../scripts/faults/kill-control.ts';
import { keysFrom } from '../../../server/keys.ts';
import { openTestDb, type TestDb } from '../../support/database.ts';

const ENTRIES = 40;
const columns = ['at', 'actor', 'action', 'subject', 'detail', 'previous_hash', 'hash'] as const;
const { auditMac } = keysFrom(Buffer.alloc(32, 7));
const strangersMac = keysFrom(Buffer.alloc(32, 8)).auditMac;

type Row = Record<(typeof columns)[number], string> & { seq: number };

/** Somebody with the file in hand: the triggers are gone, any row can be written. */
describe('the audit chain', () => {
  let testDb: TestDb;
  let intruder: Database.Database;
  let original: Row[];
  let head: AuditHead;

  const verify = (anchor?: AuditHead, mac = auditMac) => verifyAudit(testDb.db.read, mac, anchor);
  const writeRows = intruderWrites(() => intruder);

  before(async () => {
    testDb = await openTestDb();
    await testDb.db.write(async (tx) => {
      for (let entry = 1; entry <= ENTRIES; entry += 1) await appendAudit(tx, auditMac, entryOf(entry));
    });
    intruder = new Database(testDb.file);
    dropTriggers(intruder);
    original = intruder.prepare('select * from audit_entry order by seq').all() as Row[];
    head = { seq: ENTRIES, hash: original.at(-1)?.hash ?? '' };
  });

  after(async () => {
    intruder.close();
    await testDb.close();
  });

  afterEach(() => writeRows(original));

  it('is intact as written, and names its head', async () => {
    expect(await verify()).to.deep.equal({ kind: 'intact', entries: ENTRIES, head });
    expect(await verify(head)).to.include({ kind: 'intact' });
  });

  it('is intact and without a head when nothing was ever written', async () => {
    writeRows([]);
    expect(await verify()).to.deep.equal({ kind: 'intact', entries: 0, head: undefined });
  });

  it('stays intact when it grows beyond an anchor', async () => {
    const early = original[9];
    expect(await verify({ seq: 10, hash: early?.hash ?? '' })).to.include({ kind: 'intact', entries: ENTRIES });
  });

  it('shows one changed character, wherever it is: 100 at random', async () => {
    const change = fc.record({ row: fc.nat(ENTRIES - 1), column: fc.constantFrom(...columns), at: fc.nat(200) });
    await fc.assert(
      fc.asyncProperty(change, async ({ row, column, at }) => {
        writeRows(
          original.map((entry, index) => (index === row ? { ...entry, [column]: twist(entry[column], at) } : entry)),
        );
        const found = await verify();
        // A changed hash shows there, or at the next entry, which no longer follows.
        expect(found).to.include({ kind: 'broken', seq: row + 1 });
      }),
      { numRuns: 100 },
    );
  });

  it('shows an entry taken out anywhere before the end: 100 at random', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(ENTRIES - 2), async (row) => {
        writeRows(original.filter((_, index) => index !== row));
        expect(await verify()).to.deep.equal({ kind: 'broken', seq: row + 1, why: 'gap' });
      }),
      { numRuns: 100 },
    );
  });

  it('shows it even when the entries behind were numbered anew', async () => {
    const closed = original.filter((_, index) => index !== 5).map((entry, index) => ({ ...entry, seq: index + 1 }));
    writeRows(closed);
    expect(await verify()).to.deep.equal({ kind: 'broken', seq: 6, why: 'link' });
  });

  it('shows two entries that changed places: 100 at random', async () => {
    const pair = fc.uniqueArray(fc.nat(ENTRIES - 1), { minLength: 2, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(pair, async ([left = 0, right = 0]) => {
        const swapped = [...original];
        const [first, second] = [original[left], original[right]];
        if (first && second) {
          swapped[left] = { ...second, seq: first.seq };
          swapped[right] = { ...first, seq: second.seq };
        }
        writeRows(swapped);
        expect(await verify()).to.include({ kind: 'broken', seq: Math.min(left, right) + 1 });
      }),
      { numRuns: 100 },
    );
  });

  it('shows an entry put in without the key, at the end and before the beginning', async () => {
    const [first] = original;
    if (!first) throw new Error('The chain is empty.');
    const forged = { ...first, seq: ENTRIES + 1, previous_hash: head.hash, hash: 'f'.repeat(64) };
    writeRows([...original, forged]);
    expect(await verify()).to.deep.equal({ kind: 'broken', seq: ENTRIES + 1, why: 'changed' });
    writeRows([...original, { ...forged, seq: -1 }]);
    expect(await verify()).to.deep.equal({ kind: 'broken', seq: 1, why: 'gap' });
  });

  it('cannot show by itself that its end was cut off; an anchor kept elsewhere does: 100 at random', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(ENTRIES - 1), async (kept) => {
        writeRows(original.slice(0, kept));
        expect(await verify()).to.include({ kind: 'intact', entries: kept });
        expect(await verify(head)).to.deep.equal({ kind: 'broken', seq: kept + 1, why: 'cut' });
      }),
      { numRuns: 100 },
    );
  });

  it('cannot show by itself that a holder of the key wrote it anew; an anchor does', async () => {
    writeRows([]);
    await testDb.db.write(async (tx) => {
      for (let entry = 1; entry <= ENTRIES; entry += 1)
        await appendAudit(tx, auditMac, { ...entryOf(entry), actor: 'system' });
    });
    expect(await verify()).to.include({ kind: 'intact' });
    expect(await verify(head)).to.deep.equal({ kind: 'broken', seq: ENTRIES, why: 'anchor' });
  });

  it('means nothing under another key', async () => {
    expect(await verify(undefined, strangersMac)).to.deep.equal({ kind: 'broken', seq: 1, why: 'changed' });
  });

  it('is read in pieces: 2,500 entries', async () => {
    const entries = 2500;
    await testDb.db.write(async (tx) => {
      for (let entry = ENTRIES + 1; entry <= entries; entry += 1) await appendAudit(tx, auditMac, entryOf(entry));
    });
    expect(await verify()).to.include({ kind: 'intact', entries });
    intruder.exec('delete from audit_entry where seq = 1001');
    expect(await verify()).to.deep.equal({ kind: 'broken', seq: 1001, why: 'gap' });
  });
});

const entryOf = (entry: number): AuditEvent => ({
  at: `2023-03-30T01:${String(entry % 60).padStart(2, '0')}:00.000Z`,
  actor: `account:binh-${entry % 3}`,
  action: entry % 2 === 0 ? 'delegates_registered' : 'signed_in',
  subject: `cluster:${entry % 3}`,
  detail: { seated: entry },
});

/** Another character in its place; an empty text gets one. */
function twist(text: string, at: number): string {
  const place = at % Math.max(1, text.length);
  return `${text.slice(0, place)}${text[place] === 'x' ? 'y' : 'x'}${text.slice(place + 1)}`;
}

function intruderWrites(intruder: () => Database.Database) {
  return (rows: readonly Row[]): void => {
    const database = intruder();
    const insert = database.prepare(
      `insert into audit_entry (seq, at, actor, action, subject, detail, previous_hash, hash)
       values (:seq, :at, :actor, :action, :subject, :detail, :previous_hash, :hash)`,
    );
    database.transaction(() => {
      database.exec('delete from audit_entry');
      for (const row of rows) insert.run(row);
    })();
  };
}
