import { accountById, setUnit } from '../../db/accounts.ts';
import { appendAudit } from '../../db/audit.ts';
import { deleteLoginsOf } from '../../db/logins.ts';
import { type Context, instant } from '../context.ts';
import type { Actor } from '../domain/account.ts';

/**
 * From one unit to another, as when the old one was merged or ended. What the account did stays where it was done; its
 * sessions end, so that no open page still shows the lists of the old unit.
 */
export async function moveAccount(
  context: Context,
  actor: Actor,
  { accountId, unitId }: { accountId: string; unitId: string | undefined },
): Promise<void> {
  await context.db.write(async (tx) => {
    const from = (await accountById(tx, accountId))?.unitId;
    if (from === unitId) return;
    await setUnit(tx, accountId, unitId);
    await deleteLoginsOf(tx, accountId);
    await appendAudit(tx, context.keys.auditMac, {
      at: instant(context),
      actor: `account:${actor.accountId}`,
      action: 'account_moved',
      subject: `account:${accountId}`,
      detail: { from: from ?? '', to: unitId ?? '' },
    });
  });
}
