/** Uses up a one-time link: the first administrator's, an invitation to join, or a new password. */
import { useLink } from '../../../db/accounts/account-links.ts';
import { hasAccounts, insertAccount, setPasswordHash } from '../../../db/accounts/accounts.ts';
import { deleteLoginsOf } from '../../../db/accounts/logins.ts';
import { type Context, instant } from '../../context.ts';
import { fold } from '../../domain/vietnamese/fold.ts';
import { sha256 } from '../../keys.ts';
import { audited } from '../audited.ts';
import { hashPassword } from './passwords.ts';

export type Joined = { kind: 'joined'; accountId: string } | { kind: 'link_invalid' };

/** Sets the password of the account the link was made for. Every older session of the account ends. */
export async function joinAccount(
  context: Context,
  { token, accountId, password }: { token: string; accountId: string; password: string },
): Promise<Joined> {
  const passwordHash = await hashPassword(password);
  const at = instant(context);
  return await context.db.write(async (tx) => {
    if (!(await useLink(tx, sha256(token), at))) return { kind: 'link_invalid' };
    await setPasswordHash(tx, accountId, passwordHash);
    await deleteLoginsOf(tx, accountId);
    await audited(
      context,
      tx,
      { accountId },
      {
        action: 'password_set_by_link',
        subject: `account:${accountId}`,
      },
    );
    return { kind: 'joined', accountId };
  });
}

/** Creates the first administrator; only while there is no account at all. */
export async function joinAsFirstAdmin(
  context: Context,
  { token, login, fullName, password }: { token: string; login: string; fullName: string; password: string },
): Promise<Joined> {
  const passwordHash = await hashPassword(password);
  const at = instant(context);
  return await context.db.write(async (tx) => {
    if ((await hasAccounts(tx)) || !(await useLink(tx, sha256(token), at))) return { kind: 'link_invalid' };
    const id = context.newId();
    await insertAccount(tx, {
      id,
      login,
      loginFolded: fold(login),
      fullName,
      role: 'admin',
      unitId: undefined,
      passwordHash,
      at,
    });
    await audited(
      context,
      tx,
      { accountId: id },
      {
        action: 'first_admin_created',
        subject: `account:${id}`,
      },
    );
    return { kind: 'joined', accountId: id };
  });
}
