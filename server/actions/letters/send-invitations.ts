import { clusterById } from '../../../db/events/clusters.ts';
import { eventById } from '../../../db/events/events.ts';
import { type ListedInvitee, inviteesOf } from '../../../db/letters/invitees.ts';
import { insertLetter } from '../../../db/letters/letters.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf } from '../../domain/account.ts';
import { type InvitationPlan, planInvitations, toldOldFacts } from '../../domain/letters/invitation.ts';
import { datesBlockingLetters } from '../../domain/letters/blocked-letters.ts';
import type { PlanProblem } from '../../domain/plan/plan-problem.ts';
import { found, NotFound } from '../../errors.ts';
import { audited } from '../audited.ts';
import { issueInvitation } from './issue-invitation.ts';

export type SendOrder = {
  clusterId: string;
  /** Everybody who has had no letter, those whose letter tells an old time or place, or exactly these registrations. */
  send: 'unsent' | 'told_otherwise' | readonly string[];
};

export type Sending = ({ kind: 'sent' } & InvitationPlan) | { kind: 'dates_wrong'; problems: PlanProblem[] };

/**
 * Invites delegates and queues their letters, all in one transaction: the plan is made from the rows it is written to.
 * An id that is unknown or another unit's is not found, and then nothing is written at all. Nor is it while the
 * cluster's own dates are called wrong by the set-up.
 */
export async function sendInvitations(
  context: Context,
  actor: Actor,
  { clusterId, send }: SendOrder,
): Promise<Sending> {
  const at = instant(context);
  const scope = scopeOf(actor);
  return await context.db.write(async (tx): Promise<Sending> => {
    const cluster = found(await clusterById(tx, scope, clusterId));
    const event = found(await eventById(tx, cluster.eventId));
    const invitees = new Map(
      (await inviteesOf(tx, { clusterId, scope })).map((invitee) => [invitee.registrationId, invitee]),
    );
    const only = send === 'told_otherwise' ? toldOldFacts(invitees.values(), cluster) : send;
    if (only !== 'unsent' && !only.every((id) => invitees.has(id))) throw new NotFound();
    const problems = datesBlockingLetters(event, cluster);
    if (problems.length > 0) return { kind: 'dates_wrong', problems };
    const plan = planInvitations({ registrations: [...invitees.values()], ...(only !== 'unsent' && { only }) });
    const mail = async (invitee: ListedInvitee, invitationId: string) => {
      if (invitee.email === undefined) return;
      const letter = { id: context.newId(), invitationId, recipient: invitee.email, at, by: actor.accountId };
      await insertLetter(tx, letter);
    };
    for (const step of plan.steps) {
      const invitee = found(invitees.get(step.registrationId));
      if (step.kind === 'invite') {
        await mail(invitee, await issueInvitation(tx, context, { registrationId: step.registrationId, at }));
      }
      if (step.kind === 'send') await mail(invitee, step.invitationId);
    }
    if (plan.letters + plan.toPrint > 0) {
      await audited(context, tx, actor, {
        action: 'invitations_sent',
        subject: `cluster:${cluster.id}`,
        detail: { letters: plan.letters, toPrint: plan.toPrint, chosen: send !== 'unsent' },
      });
    }
    return { kind: 'sent', ...plan };
  });
}
