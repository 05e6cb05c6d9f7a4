/** Signing in: five failures per login and fifty per address in 15 minutes, then a pause; never a permanent lock. */
import { accountByLogin } from '../../../db/accounts/accounts.ts';
import type { Context } from '../../context.ts';
import { fold } from '../../domain/vietnamese/fold.ts';
import { audited } from '../audited.ts';
import { countFailure, forgetFailures, pauseMinutes } from './failed-secrets.ts';
import { verifyPassword } from './passwords.ts';

export type SignIn =
  { kind: 'signed_in'; accountId: string } | { kind: 'refused' } | { kind: 'paused'; minutes: number };

export async function signIn(
  context: Context,
  { login, password, address }: { login: string; password: string; address: string },
): Promise<SignIn> {
  const { db } = context;
  const owner = fold(login);
  const tried = { kind: 'password', owner, address } as const;

  // The try is counted before the password is looked at: a hundred tries at once must not all read "none so far".
  const counting = await countFailure(context, tried);
  if (counting === 'blocked') return { kind: 'paused', minutes: pauseMinutes('password') };

  const account = await accountByLogin(db.read, owner);
  const isRight = await verifyPassword(account?.passwordHash, password);
  const isIn = isRight && account !== undefined && account.disabledAt === undefined;
  await db.write(async (tx) => {
    if (isIn) await forgetFailures(context, tx, tried);
    await audited(context, tx, isIn ? { accountId: account.id } : 'system', {
      action: isIn ? 'signed_in' : 'sign_in_refused',
      subject: account ? `account:${account.id}` : 'unknown login',
    });
  });
  return isIn ? { kind: 'signed_in', accountId: account.id } : { kind: 'refused' };
}
