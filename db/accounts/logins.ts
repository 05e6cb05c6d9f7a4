/** Sessions. The cookie's secret is never stored, only its SHA-256. */
import { type Account, selectAccounts, toAccount } from './accounts.ts';
import type { Reader, Tx } from '../schema.ts';

export type Login = { idHash: string; accountId: string; createdAt: string; lastSeenAt: string };

export type Session = { account: Account; createdAt: string; lastSeenAt: string };

/** The session with its account, in one question: it is asked with every request. */
export async function sessionByHash(db: Reader, idHash: string): Promise<Session | undefined> {
  const row = await selectAccounts(db)
    .innerJoin('login', 'login.account_id', 'account.id')
    .select(['login.created_at', 'login.last_seen_at'])
    .where('login.id_hash', '=', idHash)
    .executeTakeFirst();
  return row && { account: toAccount(row), createdAt: row.created_at, lastSeenAt: row.last_seen_at };
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
