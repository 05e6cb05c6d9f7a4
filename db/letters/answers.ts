/** What delegates answered. Only ever added to: the latest answer counts, the earlier ones are the history. */
import type { Answer } from '../../server/domain/letters/invitation.ts';
import type { Reader, Tx } from '../schema.ts';

export async function insertAnswer(tx: Tx, answer: Answer & { id: string; invitationId: string }): Promise<void> {
  await tx
    .insertInto('answer')
    .values({
      id: answer.id,
      invitation_id: answer.invitationId,
      kind: answer.kind,
      reason: answer.reason,
      at: answer.at,
    })
    .execute();
}

export async function latestAnswer(db: Reader, invitationId: string): Promise<Answer | undefined> {
  return await db
    .selectFrom('answer')
    .select(['kind', 'reason', 'at'])
    .where('invitation_id', '=', invitationId)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The latest answer of every invitation of a cluster, by invitation id. */
export async function latestAnswersIn(db: Reader, clusterId: string): Promise<Map<string, Answer>> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('invitation', 'invitation.id', 'answer.invitation_id')
    .innerJoin('registration', 'registration.id', 'invitation.registration_id')
    .select(['answer.invitation_id', 'answer.kind', 'answer.reason', 'answer.at'])
    .where('registration.cluster_id', '=', clusterId)
    .orderBy('answer.at')
    .orderBy('answer.id')
    .execute();
  return new Map(rows.map((row) => [row.invitation_id, { kind: row.kind, reason: row.reason, at: row.at }]));
}
