/** Failed sign-ins of the last minutes. In the database, so that a restart or a second process forgets nothing. */
import type { Reader, Tx } from '../schema.ts';

export async function insertAttempt(tx: Tx, attempt: { id: string; loginFolded: string; address: string; at: string }) {
  await tx
    .insertInto('sign_in_attempt')
    .values({ id: attempt.id, login_folded: attempt.loginFolded, address: attempt.address, at: attempt.at })
    .execute();
}

/** How often the login, and the address, failed since `since`. */
export async function countAttempts(
  db: Reader,
  { loginFolded, address, since }: { loginFolded: string; address: string; since: string },
) {
  const count = (column: 'login_folded' | 'address', value: string) =>
    db
      .selectFrom('sign_in_attempt')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where(column, '=', value)
      .where('at', '>', since)
      .executeTakeFirstOrThrow();
  return {
    byLogin: Number((await count('login_folded', loginFolded)).count),
    byAddress: Number((await count('address', address)).count),
  };
}

/** A success clears the failed attempts of the login; outdated rows go too. */
export async function forgetAttempts(tx: Tx, loginFolded: string, before: string): Promise<void> {
  await tx
    .deleteFrom('sign_in_attempt')
    .where(({ eb, or }) => or([eb('login_folded', '=', loginFolded), eb('at', '<', before)]))
    .execute();
}
