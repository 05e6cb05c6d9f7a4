/**
 * Delegates as the invitation desk sees them: the registration, the invitation in force, its last letter and the last
 * answer. A revoked invitation counts as none: a delegate seated again after it is invited anew.
 */
import type { Scope } from '../../server/domain/account.ts';
import type { Answer, Invitee, Announced } from '../../server/domain/letters/invitation.ts';
import { latestAnswersIn } from './answers.ts';
import type { Invitation } from './invitations.ts';
import { type Letter, lettersIn } from './letters.ts';
import { inOfficialOrder } from '../people/registrations.ts';
import type { Reader } from '../schema.ts';

export type ListedInvitee = Invitee & {
  unitId: string;
  unitName: string;
  honorific: string;
  fullName: string;
  position: string;
  workplace: string;
  email: string | undefined;
  invitation: Invitation | undefined;
  lastLetter: Letter | undefined;
  /** The date and venue that the last sent letter stated. */
  announced: Announced | undefined;
  answer: Answer | undefined;
};

/** The active registrations of a cluster within the scope, in the order of official lists. */
export async function inviteesOf(
  db: Reader,
  { clusterId, scope }: { clusterId: string; scope: Scope },
): Promise<ListedInvitee[]> {
  const rows = await db
    .selectFrom('registration')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .innerJoin('category', 'category.id', 'registration.category_id')
    .innerJoin('event', 'event.id', 'registration.event_id')
    .innerJoin('cluster_unit', (join) =>
      join
        .onRef('cluster_unit.cluster_id', '=', 'registration.cluster_id')
        .onRef('cluster_unit.unit_id', '=', 'registration.unit_id'),
    )
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .select([
      'registration.id',
      'registration.unit_id',
      'registration.unit_name',
      'registration.seat',
      'registration.list_order',
      'registration.manual_order',
      'category.rank as category_rank',
      'cluster_unit.list_state',
      'cluster_unit.position as unit_position',
      'event.lead_unit_id',
      'delegate.honorific',
      'delegate.full_name',
      'delegate.position',
      'delegate.workplace',
      'delegate.email',
    ])
    .where('registration.cluster_id', '=', clusterId)
    .where('withdrawal.registration_id', 'is', null)
    .$if(scope.kind === 'unit', (query) =>
      query.where('registration.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
    )
    .execute();
  const invitations = await invitationsInForce(db, clusterId);
  const letters = await lettersIn(db, clusterId);
  const answers = await latestAnswersIn(db, clusterId);
  return inOfficialOrder(rows).map((row) => {
    const invitation = invitations.get(row.id);
    const sent = (invitation && letters.get(invitation.id)) ?? [];
    return {
      registrationId: row.id,
      unitId: row.unit_id,
      unitName: row.unit_name,
      seat: row.seat,
      listState: row.list_state,
      honorific: row.honorific,
      fullName: row.full_name,
      position: row.position,
      workplace: row.workplace,
      email: row.email ?? undefined,
      hasEmail: row.email !== null,
      invitationId: invitation?.id,
      letters: sent.length,
      invitation,
      lastLetter: sent.at(-1),
      announced: sent.flatMap(({ announced }) => announced ?? []).at(-1),
      answer: answers.get(row.id),
    };
  });
}

/** Invitations of a cluster that were not revoked, by registration id. */
async function invitationsInForce(db: Reader, clusterId: string): Promise<Map<string, Invitation>> {
  const rows = await db
    .selectFrom('invitation')
    .innerJoin('registration', 'registration.id', 'invitation.registration_id')
    .leftJoin('revocation', 'revocation.invitation_id', 'invitation.id')
    .select(['invitation.id', 'invitation.registration_id', 'invitation.version', 'invitation.kid'])
    .where('registration.cluster_id', '=', clusterId)
    .where('revocation.invitation_id', 'is', null)
    .orderBy('invitation.version')
    .execute();
  return new Map(
    rows.map((row) => [
      row.registration_id,
      { id: row.id, registrationId: row.registration_id, version: row.version, kid: row.kid },
    ]),
  );
}
