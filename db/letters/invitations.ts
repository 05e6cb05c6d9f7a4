/**
 * Invitations, their revocations and answers. A registration's current invitation is its highest version; the tables
 * hold hashes of the codes, never the codes.
 */
import type { Pass } from '../../server/domain/door/verdict.ts';
import { selectDoorClusters, toDoorCluster } from '../events/clusters.ts';
import type { Reader, Tx } from '../schema.ts';

export type Invitation = { id: string; registrationId: string; version: number; kid: string };

export async function insertInvitation(
  tx: Tx,
  invitation: Invitation & { tokenHash: string; shortCodeHash: string; at: string },
): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      id: invitation.id,
      registration_id: invitation.registrationId,
      version: invitation.version,
      kid: invitation.kid,
      token_hash: invitation.tokenHash,
      short_code_hash: invitation.shortCodeHash,
      created_at: invitation.at,
    })
    .execute();
}

/** The version after the highest one of a registration: 1 for the first invitation. */
export async function nextVersion(db: Reader, registrationId: string): Promise<number> {
  const row = await db
    .selectFrom('invitation')
    .select(({ fn }) => fn.max('version').as('last'))
    .where('registration_id', '=', registrationId)
    .executeTakeFirst();
  return Number(row?.last ?? 0) + 1;
}

/** True when another invitation, alive or dead, has one of the codes: 34 bits of short code can meet by chance. */
export async function isCodeTaken(
  db: Reader,
  { tokenHash, shortCodeHash }: { tokenHash: string; shortCodeHash: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('invitation')
    .select('id')
    .where(({ eb, or }) => or([eb('token_hash', '=', tokenHash), eb('short_code_hash', '=', shortCodeHash)]))
    .executeTakeFirst();
  return row !== undefined;
}

/** True while a registration has an invitation that was not revoked. */
export async function hasInvitationInForce(db: Reader, registrationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('invitation')
    .leftJoin('revocation', 'revocation.invitation_id', 'invitation.id')
    .select('invitation.id')
    .where('invitation.registration_id', '=', registrationId)
    .where('revocation.invitation_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends every invitation of a registration: the code is dead at once. */
export async function revokeInvitationsOf(
  tx: Tx,
  registrationId: string,
  { at, why, reason }: { at: string; why: 'withdrawn' | 'substituted' | 'reissued'; reason: string },
): Promise<void> {
  const open = await tx
    .selectFrom('invitation')
    .leftJoin('revocation', 'revocation.invitation_id', 'invitation.id')
    .select('invitation.id')
    .where('invitation.registration_id', '=', registrationId)
    .where('revocation.invitation_id', 'is', null)
    .execute();
  if (open.length === 0) return;
  await tx
    .insertInto('revocation')
    .values(open.map(({ id }) => ({ invitation_id: id, at, why, reason })))
    .execute();
}

const selectPasses = (db: Reader) =>
  db
    .selectFrom('invitation')
    .innerJoin('registration', 'registration.id', 'invitation.registration_id')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .leftJoin('revocation', 'revocation.invitation_id', 'invitation.id')
    .select([
      'invitation.id as invitation_id',
      'invitation.token_hash',
      'invitation.short_code_hash',
      'registration.id',
      'registration.cluster_id',
      'registration.event_id',
      'registration.unit_name',
      'registration.seat',
      'delegate.honorific',
      'delegate.full_name',
      'delegate.position',
      'delegate.workplace',
      'revocation.at as revoked_at',
      'revocation.why as revoked_why',
    ]);

type PassRow = Awaited<ReturnType<ReturnType<typeof selectPasses>['executeTakeFirstOrThrow']>>;

export type KnownPass = Omit<Pass, 'cluster' | 'admitted'> & { clusterId: string; eventId: string };

const toPass = (row: PassRow): KnownPass => ({
  registrationId: row.id,
  clusterId: row.cluster_id,
  eventId: row.event_id,
  seat: row.seat,
  person: {
    honorific: row.honorific,
    fullName: row.full_name,
    position: row.position,
    workplace: row.workplace,
    unitName: row.unit_name,
  },
  ...(row.revoked_at !== null && row.revoked_why !== null && { revoked: { at: row.revoked_at, why: row.revoked_why } }),
});

/** What is known behind codes, by the hash of token or short code. Codes of other events are left out. */
export async function passesByCode(
  db: Reader,
  { tokenHashes, shortCodeHashes }: { tokenHashes: readonly string[]; shortCodeHashes: readonly string[] },
): Promise<Map<string, KnownPass>> {
  const passes = new Map<string, KnownPass>();
  if (tokenHashes.length > 0) {
    const rows = await selectPasses(db)
      .where('invitation.token_hash', 'in', [...tokenHashes])
      .execute();
    for (const row of rows) passes.set(row.token_hash, toPass(row));
  }
  if (shortCodeHashes.length > 0) {
    const rows = await selectPasses(db)
      .where('invitation.short_code_hash', 'in', [...shortCodeHashes])
      .execute();
    for (const row of rows) passes.set(row.short_code_hash, toPass(row));
  }
  return passes;
}

/** What is known of registrations chosen by name, by registration id: withdrawn ones count as revoked. */
export async function passesByRegistration(db: Reader, ids: readonly string[]): Promise<Map<string, KnownPass>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('registration')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .leftJoin('substitution', 'substitution.old_registration_id', 'registration.id')
    .select([
      'registration.id',
      'registration.cluster_id',
      'registration.event_id',
      'registration.unit_name',
      'registration.seat',
      'delegate.honorific',
      'delegate.full_name',
      'delegate.position',
      'delegate.workplace',
      'withdrawal.at as withdrawn_at',
      'substitution.at as substituted_at',
    ])
    .where('registration.id', 'in', [...ids])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      {
        registrationId: row.id,
        clusterId: row.cluster_id,
        eventId: row.event_id,
        seat: row.seat,
        person: {
          honorific: row.honorific,
          fullName: row.full_name,
          position: row.position,
          workplace: row.workplace,
          unitName: row.unit_name,
        },
        ...(row.withdrawn_at !== null && {
          revoked: { at: row.withdrawn_at, why: row.substituted_at === null ? 'withdrawn' : 'substituted' },
        }),
      },
    ]),
  );
}

export async function doorClustersOf(db: Reader, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, ReturnType<typeof toDoorCluster>>();
  const rows = await selectDoorClusters(db)
    .where('cluster.id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toDoorCluster(row)]));
}
