import { isOpenToPeople } from '../../domain/cluster-clock.ts';
import { insertAnswer, latestAnswer } from '../../../db/letters/answers.ts';
import { invitationFacts } from '../../../db/letters/invitation-facts.ts';
import { type Context, instant } from '../../context.ts';
import { type AnswerKind, isSameAnswer } from '../../domain/letters/invitation.ts';
import { audited } from '../audited.ts';

export type AnswerResult = { kind: 'recorded' | 'unchanged' | 'over' | 'gone' };

/** Records what a delegate answers. Answering again is fine, the latest counts; the same again writes nothing. */
export async function answerInvitation(
  context: Context,
  { tokenHash, kind, reason }: { tokenHash: string; kind: AnswerKind; reason: string },
): Promise<AnswerResult> {
  const at = instant(context);
  return await context.db.write(async (tx) => {
    const facts = await invitationFacts(tx, { tokenHash });
    if (!facts || facts.isRevoked) return { kind: 'gone' };
    if (!isOpenToPeople(facts.cluster, at)) return { kind: 'over' };
    const { id, registrationId } = facts.invitation;
    if (isSameAnswer(await latestAnswer(tx, registrationId), { kind, reason })) return { kind: 'unchanged' };
    await insertAnswer(tx, { id: context.newId(), invitationId: id, kind, reason, at });
    await audited(
      context,
      tx,
      { invitationId: id },
      {
        action: `invitation_${kind}`,
        subject: `registration:${registrationId}`,
      },
    );
    return { kind: 'recorded' };
  });
}
