/** Signing in: five failures per login and fifty per address in 15 minutes, then a pause; never a permanent lock. */
import { accountByLogin } from '../../../db/accounts/accounts.ts';
import { countAttempts, forgetAttempts, insertAttempt } from '../../../db/accounts/sign-in-attempts.ts';
import { type Context, instant } from '../../context.ts';
import { fold } from '../../domain/vietnamese/fold.ts';
import { audited } from '../audited.ts';
import { verifyPassword } from './passwords.ts';

const WINDOW_MINUTES = 15;
const MOST_PER_LOGIN = 5;
/** A whole office may sit behind one address. */
const MOST_PER_ADDRESS = 50;

export type SignIn =
  { kind: 'signed_in'; accountId: string } | { kind: 'refused' } | { kind: 'paused'; minutes: number };

export async function signIn(
  context: Context,
  { login, password, address }: { login: string; password: string; address: string },
): Promise<SignIn> {
  const { db } = context;
  const loginFolded = fold(login);
  const since = context.now().minus({ minutes: WINDOW_MINUTES }).toUTC().toISO();
  const at = instant(context);

  // The try is written before the password is looked at: a hundred tries at once must not all read "none so far".
  const isPaused = await db.write(async (tx) => {
    const { byLogin, byAddress } = await countAttempts(tx, { loginFolded, address, since });
    if (byLogin >= MOST_PER_LOGIN || byAddress >= MOST_PER_ADDRESS) return true;
    await insertAttempt(tx, { id: context.newId(), loginFolded, address, at });
    return false;
  });
  if (isPaused) return { kind: 'paused', minutes: WINDOW_MINUTES };

  const account = await accountByLogin(db.read, loginFolded);
  const isRight = await verifyPassword(account?.passwordHash, password);
  const isIn = isRight && account !== undefined && account.disabledAt === undefined;
  await db.write(async (tx) => {
    if (isIn) await forgetAttempts(tx, loginFolded, since);
    await audited(context, tx, isIn ? { accountId: account.id } : 'system', {
      action: isIn ? 'signed_in' : 'sign_in_refused',
      subject: account ? `account:${account.id}` : 'unknown login',
    });
  });
  return isIn ? { kind: 'signed_in', accountId: account.id } : { kind: 'refused' };
}
