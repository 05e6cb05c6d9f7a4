import { closeLinks, insertLink, type LinkPurpose } from '../../../db/accounts/account-links.ts';
import { insertAccount } from '../../../db/accounts/accounts.ts';
import { isDuplicate } from '../../../db/engine/index.ts';
import type { Tx } from '../../../db/schema.ts';
import { type Context, instant } from '../../context.ts';
import type { Actor, Role } from '../../domain/account.ts';
import { fold } from '../../domain/vietnamese/fold.ts';
import { sha256 } from '../../keys.ts';
import { audited } from '../audited.ts';
import { LINK_HOURS } from './first-admin.ts';

export type OneTimeLink = { link: string; expiresAt: string };
export type Invited = ({ kind: 'invited' } & OneTimeLink) | { kind: 'login_taken' };

/** Creates an account without a password and the one-time link with which its owner sets one. */
export async function inviteAccount(
  context: Context,
  actor: Actor,
  wanted: { login: string; fullName: string; role: Role; unitId: string | undefined },
): Promise<Invited> {
  const id = context.newId();
  const at = instant(context);
  try {
    const link = await context.db.write(async (tx) => {
      await insertAccount(tx, { id, ...wanted, loginFolded: fold(wanted.login), passwordHash: undefined, at });
      await audited(context, tx, actor, {
        action: 'account_invited',
        subject: `account:${id}`,
        detail: { role: wanted.role },
      });
      return await makeLink(context, tx, { accountId: id, purpose: 'join' });
    });
    return { kind: 'invited', ...link };
  } catch (error) {
    if (isDuplicate(error)) return { kind: 'login_taken' };
    throw error;
  }
}

/** A fresh link for somebody who lost the first one or forgot the password; the older links stop working. */
export async function renewLink(
  context: Context,
  actor: Actor,
  accountId: string,
  purpose: LinkPurpose,
): Promise<OneTimeLink> {
  return await context.db.write(async (tx) => {
    await audited(context, tx, actor, {
      action: 'link_made',
      subject: `account:${accountId}`,
      detail: { purpose },
    });
    return await makeLink(context, tx, { accountId, purpose });
  });
}

async function makeLink(
  context: Context,
  tx: Tx,
  { accountId, purpose }: { accountId: string; purpose: LinkPurpose },
): Promise<OneTimeLink> {
  const token = context.newSecret();
  const at = instant(context);
  const expiresAt = context.now().plus({ hours: LINK_HOURS }).toUTC().toISO();
  await closeLinks(tx, accountId, at);
  await insertLink(tx, { tokenHash: sha256(token), accountId, purpose, expiresAt, at });
  return { link: `${context.config.publicBaseUrl}/join/${token}`, expiresAt };
}
