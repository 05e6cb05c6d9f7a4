import { accountById, setPasswordHash } from '../../../db/accounts/accounts.ts';
import { deleteLoginsOf } from '../../../db/accounts/logins.ts';
import type { Context } from '../../context.ts';
import { audited } from '../audited.ts';
import { hashPassword, verifyPassword } from './passwords.ts';

export type PasswordChange = { kind: 'changed' } | { kind: 'wrong_password' };

/** Needs the old password; ends every session of the account but the one that asked. */
export async function changePassword(
  context: Context,
  {
    accountId,
    current,
    next,
    keepSession,
  }: { accountId: string; current: string; next: string; keepSession: string | undefined },
): Promise<PasswordChange> {
  const account = await accountById(context.db.read, accountId);
  if (!(await verifyPassword(account?.passwordHash, current))) return { kind: 'wrong_password' };
  const passwordHash = await hashPassword(next);
  await context.db.write(async (tx) => {
    await setPasswordHash(tx, accountId, passwordHash);
    await deleteLoginsOf(tx, accountId, keepSession);
    await audited(
      context,
      tx,
      { accountId },
      {
        action: 'password_changed',
        subject: `account:${accountId}`,
      },
    );
  });
  return { kind: 'changed' };
}
