import type { AnswerKind, Invitee } from '../../server/domain/letters/invitation.ts';
import type { LetterState } from '../../server/domain/letters/letter.ts';
import { latestAnswerKind } from './answers.ts';
import { active } from '../people/active-registrations.ts';
import type { Reader } from '../schema.ts';

/** A delegate without a name: enough to plan letters for whole clusters and to count answers. */
export type TrackedInvitee = Invitee & {
  clusterId: string;
  unitId: string;
  answer: AnswerKind | undefined;
  /** The state of the last letter that carried the invitation in force. */
  lastLetter: LetterState | undefined;
};

/** The active registrations of some clusters, in one statement whatever their number. */
export async function inviteesIn(db: Reader, clusterIds: readonly string[]): Promise<TrackedInvitee[]> {
  if (clusterIds.length === 0) return [];
  const rows = await active(db)
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .innerJoin('cluster_unit', (join) =>
      join
        .onRef('cluster_unit.cluster_id', '=', 'registration.cluster_id')
        .onRef('cluster_unit.unit_id', '=', 'registration.unit_id'),
    )
    .leftJoin(
      (from) =>
        from
          .selectFrom('invitation')
          .leftJoin('revocation', 'revocation.invitation_id', 'invitation.id')
          .select(['invitation.id', 'invitation.registration_id', 'invitation.version'])
          .where('revocation.invitation_id', 'is', null)
          .as('in_force'),
      (join) => join.onRef('in_force.registration_id', '=', 'registration.id'),
    )
    .select([
      'registration.id',
      'registration.cluster_id',
      'registration.unit_id',
      'registration.seat',
      'cluster_unit.list_state',
      'delegate.email',
      'in_force.id as invitation_id',
    ])
    .select(({ selectFrom }) => [
      selectFrom('letter')
        .select(({ fn }) => fn.countAll<number>().as('letters'))
        .whereRef('letter.invitation_id', '=', 'in_force.id')
        .as('letters'),
      selectFrom('letter')
        .select('letter.state')
        .whereRef('letter.invitation_id', '=', 'in_force.id')
        .orderBy('letter.created_at', 'desc')
        .orderBy('letter.id', 'desc')
        .limit(1)
        .as('last_letter'),
    ])
    .select((from) => latestAnswerKind(from).as('last_answer'))
    .where('registration.cluster_id', 'in', [...clusterIds])
    .execute();
  return rows.map((row) => ({
    registrationId: row.id,
    clusterId: row.cluster_id,
    unitId: row.unit_id,
    seat: row.seat,
    listState: row.list_state,
    hasEmail: row.email !== null,
    invitationId: row.invitation_id ?? undefined,
    letters: Number(row.letters ?? 0),
    answer: row.last_answer ?? undefined,
    lastLetter: row.last_letter ?? undefined,
  }));
}
