import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { sql } from 'kysely';
import { openEngine } from '../../../db/engine/index.ts';
import { migrations } from '../../../db/migrations/index.ts';
import { sha256 } from '../../../server/keys.ts';
import { scratchFolder } from '../../support/scratch.ts';

describe('the migration for failed secrets', () => {
  it('keeps the failed sign-ins of the last minutes, as hashes', async () => {
    const folder = scratchFolder();
    const engine = openEngine({ file: join(folder, 'old.sqlite') });
    const { writer, close } = engine;
    const isNew = ({ name }: { name: string }) => name >= '0009';
    const apply = async (wanted: typeof migrations) => {
      for (const { up } of wanted) await writer.transaction().execute((tx) => up(tx, engine));
    };
    await apply(migrations.filter((one) => !isNew(one)));
    const at = '2023-03-30T01:30:00.000Z';
    await sql`insert into sign_in_attempt (id, login_folded, address, at)
              values ('try', 'binh.thoilai', '203.0.113.7', ${at})`.execute(writer);
    await apply(migrations.filter(isNew));
    expect(await writer.selectFrom('failed_secret').selectAll().execute()).to.deep.equal([
      { id: 'try', kind: 'password', owner_hash: sha256('binh.thoilai'), address_hash: sha256('203.0.113.7'), at },
    ]);
    const old = await sql`select name from sqlite_master where name like 'sign_in_attempt%'`.execute(writer);
    expect(old.rows).to.deep.equal([]);
    await close();
    rmSync(folder, { recursive: true });
  });
});
