/** Everything a letter, a card or the invitation page says about one invitation. */
import type { DoorPerson } from '../../server/domain/door/verdict.ts';
import { type Cluster, clusterById } from '../events/clusters.ts';
import { type Event, eventById } from '../events/events.ts';
import type { Invitation } from './invitations.ts';
import type { Reader } from '../schema.ts';

export type InvitationFacts = {
  invitation: Invitation;
  isRevoked: boolean;
  unitId: string;
  person: DoorPerson;
  event: Event;
  cluster: Cluster;
};

/** By the invitation's id, or by what its holder shows: the hash of the token. */
export async function invitationFacts(
  db: Reader,
  by: { invitationId: string } | { tokenHash: string },
): Promise<InvitationFacts | undefined> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('registration', 'registration.id', 'invitation.registration_id')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .leftJoin('revocation', 'revocation.invitation_id', 'invitation.id')
    .select([
      'invitation.id',
      'invitation.registration_id',
      'invitation.version',
      'invitation.kid',
      'revocation.at as revoked_at',
      'registration.unit_id',
      'registration.unit_name',
      'registration.event_id',
      'registration.cluster_id',
      'delegate.honorific',
      'delegate.full_name',
      'delegate.position',
      'delegate.workplace',
    ])
    .where(({ eb }) =>
      'tokenHash' in by ? eb('invitation.token_hash', '=', by.tokenHash) : eb('invitation.id', '=', by.invitationId),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  const event = await eventById(db, row.event_id);
  const cluster = await clusterById(db, { kind: 'all' }, row.cluster_id);
  if (!event || !cluster) throw new Error(`Invitation ${row.id} has no event or no cluster.`);
  return {
    invitation: { id: row.id, registrationId: row.registration_id, version: row.version, kid: row.kid },
    isRevoked: row.revoked_at !== null,
    unitId: row.unit_id,
    person: {
      honorific: row.honorific,
      fullName: row.full_name,
      position: row.position,
      workplace: row.workplace,
      unitName: row.unit_name,
    },
    event,
    cluster,
  };
}
