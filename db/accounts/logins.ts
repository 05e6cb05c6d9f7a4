/** Sessions. The cookie's secret is never stored, only its SHA-256. */
import type { Reader, Tx } from '../schema.ts';

export type Login = { idHash: string; accountId: string; createdAt: string; lastSeenAt: string };

export async function loginByHash(db: Reader, idHash: string): Promise<Login | undefined> {
  const row = await db
    .selectFrom('login')
    .select(['id_hash', 'account_id', 'created_at', 'last_seen_at'])
    .where('id_hash', '=', idHash)
    .executeTakeFirst();
  return (
    row && { idHash: row.id_hash, accountId: row.account_id, createdAt: row.created_at, lastSeenAt: row.last_seen_at }
  );
}

export async function insertLogin(tx: Tx, login: Login): Promise<void> {
  await tx
    .insertInto('login')
    .values({
      id_hash: login.idHash,
      account_id: login.accountId,
      created_at: login.createdAt,
      last_seen_at: login.lastSeenAt,
    })
    .execute();
}

export async function touchLogin(tx: Tx, idHash: string, at: string): Promise<void> {
  await tx.updateTable('login').set({ last_seen_at: at }).where('id_hash', '=', idHash).execute();
}

export async function deleteLogin(tx: Tx, idHash: string): Promise<void> {
  await tx.deleteFrom('login').where('id_hash', '=', idHash).execute();
}

/** Ends every session of an account, but for the one to keep. */
export async function deleteLoginsOf(tx: Tx, accountId: string, keep?: string): Promise<void> {
  await tx
    .deleteFrom('login')
    .where('account_id', '=', accountId)
    .$if(keep !== undefined, (query) => query.where('id_hash', '<>', keep ?? ''))
    .execute();
}

export async function deleteLoginsBefore(tx: Tx, createdBefore: string): Promise<void> {
  await tx.deleteFrom('login').where('created_at', '<', createdBefore).execute();
}
