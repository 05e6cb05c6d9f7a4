import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../schema.ts';

/**
 * Every wrong secret is counted in one table: passwords, invitation links, pairing codes. Logins and addresses are
 * kept as hashes only, because the table compares them and shows them to no one.
 */
const statements = [
  `create table failed_secret (
     id           text primary key,
     kind         text not null check (kind in ('password', 'invitation', 'pairing')),
     owner_hash   text,
     address_hash text not null,
     at           text not null
   )`,
  'create index failed_secret_owner on failed_secret (kind, owner_hash, at)',
  'create index failed_secret_address on failed_secret (kind, address_hash, at)',
  'create index failed_secret_at on failed_secret (at)',
];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

type Attempt = { id: string; login_folded: string; address: string; at: string };

export async function up(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
  const attempts = await sql<Attempt>`select id, login_folded, address, at from sign_in_attempt`.execute(tx);
  for (const { id, login_folded, address, at } of attempts.rows) {
    const hashes = { owner_hash: sha256(login_folded), address_hash: sha256(address) };
    await tx
      .insertInto('failed_secret')
      .values({ id, kind: 'password', ...hashes, at })
      .execute();
  }
  await sql`drop table sign_in_attempt`.execute(tx);
}
