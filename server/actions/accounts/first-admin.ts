/** The first administrator comes in by a link that only the person at the server's console can read. */
import { closeLinks, insertLink } from '../../../db/accounts/account-links.ts';
import { hasAccounts } from '../../../db/accounts/accounts.ts';
import { type Context, instant } from '../../context.ts';
import { sha256 } from '../../keys.ts';

export const LINK_HOURS = 24;

/** A fresh link when nobody has an account yet; older ones stop working. Undefined otherwise. */
export async function offerFirstAdminLink(context: Context): Promise<string | undefined> {
  if (await hasAccounts(context.db.read)) return undefined;
  const token = context.newSecret();
  const at = instant(context);
  const expiresAt = context.now().plus({ hours: LINK_HOURS }).toUTC().toISO();
  await context.db.write(async (tx) => {
    await closeLinks(tx, undefined, at);
    await insertLink(tx, { tokenHash: sha256(token), accountId: undefined, purpose: 'first_admin', expiresAt, at });
  });
  return `${context.config.publicBaseUrl}/join/${token}`;
}
