/** One-time links: the first admin's, an invitation to join, a new password. Stored as SHA-256 only. */
import type { Reader, Tx } from '../schema.ts';

export type LinkPurpose = 'first_admin' | 'join' | 'reset';
export type AccountLink = { tokenHash: string; accountId: string | undefined; purpose: LinkPurpose; expiresAt: string };

export async function insertLink(tx: Tx, link: AccountLink & { at: string }): Promise<void> {
  await tx
    .insertInto('account_link')
    .values({
      token_hash: link.tokenHash,
      account_id: link.accountId ?? null,
      purpose: link.purpose,
      expires_at: link.expiresAt,
      used_at: null,
      created_at: link.at,
    })
    .execute();
}

/** The link, if it is unused and not expired at `at`. */
export async function openLink(db: Reader, tokenHash: string, at: string): Promise<AccountLink | undefined> {
  const row = await db
    .selectFrom('account_link')
    .select(['token_hash', 'account_id', 'purpose', 'expires_at'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return (
    row && {
      tokenHash: row.token_hash,
      accountId: row.account_id ?? undefined,
      purpose: row.purpose,
      expiresAt: row.expires_at,
    }
  );
}

/** True for the one caller that used the link up. */
export async function useLink(tx: Tx, tokenHash: string, at: string): Promise<boolean> {
  const result = await tx
    .updateTable('account_link')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** A new link makes the older ones of the same person worthless. */
export async function closeLinks(tx: Tx, accountId: string | undefined, at: string): Promise<void> {
  await tx
    .updateTable('account_link')
    .set({ used_at: at })
    .where('account_id', accountId === undefined ? 'is' : '=', accountId ?? null)
    .where('used_at', 'is', null)
    .execute();
}
