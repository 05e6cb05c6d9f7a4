import { isOpenToPeople } from '../../domain/cluster-clock.ts';
import type { Cluster } from '../../../db/events/clusters.ts';
import type { Event } from '../../../db/events/events.ts';
import { insertLetter } from '../../../db/letters/letters.ts';
import type { Tx } from '../../../db/schema.ts';
import type { Context } from '../../context.ts';
import { datesBlockingLetters } from '../../domain/letters/blocked-letters.ts';
import { issueInvitation } from './issue-invitation.ts';

export type NewHolder = {
  registrationId: string;
  email: string | undefined;
  facts: { event: Event; cluster: Cluster };
  at: string;
  by: string;
};

/**
 * Invites whoever takes over the place of somebody invited: with a letter, or with a card to print. The code must be
 * good at the door in any case; a letter that would tell a wrong day is left to the letters page, which sends it once
 * the dates are fixed. No letter invites to a meeting that is over.
 */
export async function inviteHolder(
  context: Context,
  tx: Tx,
  { registrationId, email, facts, at, by }: NewHolder,
): Promise<'letter' | 'card' | 'letter_held' | 'over'> {
  const invitationId = await issueInvitation(tx, context, { registrationId, at });
  if (!isOpenToPeople(facts.cluster, at)) return 'over';
  if (email === undefined) return 'card';
  if (datesBlockingLetters(facts.event, facts.cluster).length > 0) return 'letter_held';
  await insertLetter(tx, { id: context.newId(), invitationId, recipient: email, at, by });
  return 'letter';
}
