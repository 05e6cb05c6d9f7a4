import { insertLetter } from '../../db/letters.ts';
import type { Tx } from '../../db/schema.ts';
import type { Context } from '../context.ts';
import { issueInvitation } from '../mail/issue-invitation.ts';

export type NewHolder = { registrationId: string; email: string | undefined; at: string; by: string };

/** Invites whoever takes over the place of somebody invited: with a letter, or with a card to print. */
export async function inviteHolder(
  context: Context,
  tx: Tx,
  { registrationId, email, at, by }: NewHolder,
): Promise<'letter' | 'card'> {
  const invitationId = await issueInvitation(tx, context, { registrationId, at });
  if (email === undefined) return 'card';
  await insertLetter(tx, { id: context.newId(), invitationId, recipient: email, at, by });
  return 'letter';
}
