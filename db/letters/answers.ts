/**
 * What delegates answered. Rows are only added: the latest answer counts, the earlier ones are the history.
 *
 * An answer belongs to the registration, whichever version of its invitation carried it. A new code for a corrected
 * address, or a new venue or hour, does not ask again (only a new date does, and then every invitee).
 */
import type { ExpressionBuilder } from 'kysely';
import type { Answer } from '../../server/domain/letters/invitation.ts';
import type { Reader, Schema, Tx } from '../schema.ts';

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

/** Every answer with its registration, oldest first. */
const selectAnswers = (db: Reader) =>
  db
    .selectFrom('answer')
    .innerJoin('invitation', 'invitation.id', 'answer.invitation_id')
    .innerJoin('registration', 'registration.id', 'invitation.registration_id')
    .select(['registration.id', 'answer.kind', 'answer.reason', 'answer.at'])
    .orderBy('answer.at')
    .orderBy('answer.id');

type Row = Awaited<ReturnType<ReturnType<typeof selectAnswers>['execute']>>;

/** The last answer of each registration stays. */
const latestOf = (rows: Row): Map<string, Answer> =>
  new Map(rows.map(({ id, kind, reason, at }) => [id, { kind, reason, at }]));

export async function latestAnswer(db: Reader, registrationId: string): Promise<Answer | undefined> {
  const rows = await selectAnswers(db).where('registration.id', '=', registrationId).execute();
  return latestOf(rows).get(registrationId);
}

/** The latest answers of a cluster, by registration id. */
export async function latestAnswersIn(db: Reader, clusterId: string): Promise<Map<string, Answer>> {
  return latestOf(await selectAnswers(db).where('registration.cluster_id', '=', clusterId).execute());
}

/** The kind of each registration's latest answer, as a column of a select that counts whole clusters. */
export const latestAnswerKind = (from: ExpressionBuilder<Schema, 'registration'>) =>
  from
    .selectFrom('answer')
    .innerJoin('invitation', 'invitation.id', 'answer.invitation_id')
    .select('answer.kind')
    .whereRef('invitation.registration_id', '=', 'registration.id')
    .orderBy('answer.at', 'desc')
    .orderBy('answer.id', 'desc')
    .limit(1);
