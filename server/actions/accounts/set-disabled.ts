import { closeLinks } from '../../../db/accounts/account-links.ts';
import { setDisabled } from '../../../db/accounts/accounts.ts';
import { deleteLoginsOf } from '../../../db/accounts/logins.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor } from '../../domain/account.ts';
import { audited } from '../audited.ts';

/** Disabling ends the account's sessions and open links in the same transaction: the next request is refused. */
export async function disableAccount(context: Context, actor: Actor, accountId: string): Promise<void> {
  const at = instant(context);
  await context.db.write(async (tx) => {
    await setDisabled(tx, accountId, at);
    await deleteLoginsOf(tx, accountId);
    await closeLinks(tx, accountId, at);
    await audited(context, tx, actor, {
      action: 'account_disabled',
      subject: `account:${accountId}`,
    });
  });
}

export async function enableAccount(context: Context, actor: Actor, accountId: string): Promise<void> {
  await context.db.write(async (tx) => {
    await setDisabled(tx, accountId, undefined);
    await audited(context, tx, actor, {
      action: 'account_enabled',
      subject: `account:${accountId}`,
    });
  });
}
