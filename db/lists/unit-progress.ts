import type { Reader } from '../schema.ts';

/** `bounced` counts those whose last letter came back. */
export type UnitProgress = { invited: number; confirmed: number; declined: number; bounced: number };

/** How far the invitations of each unit of some clusters are, keyed by cluster and unit (see `progressKey`). */
export async function unitProgress(db: Reader, clusterIds: readonly string[]): Promise<Map<string, UnitProgress>> {
  if (clusterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('registration')
    .innerJoin('invitation', 'invitation.registration_id', 'registration.id')
    .leftJoin('revocation', 'revocation.invitation_id', 'invitation.id')
    .select(['registration.cluster_id', 'registration.unit_id', 'invitation.id'])
    .select(({ selectFrom }) =>
      selectFrom('answer')
        .select('answer.kind')
        .whereRef('answer.invitation_id', '=', 'invitation.id')
        .orderBy('answer.at', 'desc')
        .orderBy('answer.id', 'desc')
        .limit(1)
        .as('last_answer'),
    )
    .select(({ selectFrom }) =>
      selectFrom('letter')
        .select('letter.state')
        .whereRef('letter.invitation_id', '=', 'invitation.id')
        .orderBy('letter.created_at', 'desc')
        .orderBy('letter.id', 'desc')
        .limit(1)
        .as('last_letter'),
    )
    .where('registration.cluster_id', 'in', [...clusterIds])
    .where('revocation.invitation_id', 'is', null)
    .execute();
  const progress = new Map<string, UnitProgress>();
  for (const row of rows) {
    const key = progressKey(row.cluster_id, row.unit_id);
    const unit = progress.get(key) ?? { invited: 0, confirmed: 0, declined: 0, bounced: 0 };
    unit.invited += 1;
    if (row.last_answer === 'confirmed') unit.confirmed += 1;
    if (row.last_answer === 'declined') unit.declined += 1;
    if (row.last_letter === 'returned') unit.bounced += 1;
    progress.set(key, unit);
  }
  return progress;
}

export const progressKey = (clusterId: string, unitId: string): string => `${clusterId}/${unitId}`;
