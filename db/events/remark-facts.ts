/** What the remarks of the set-up need and no form of it shows: who came, who is registered as what, what letters told. */
import { announcesOtherwise } from '../../server/domain/letters/invitation.ts';
import type { RegisteredCategory, RemarkFacts } from '../../server/domain/plan/set-up-remark.ts';
import { active } from '../people/active-registrations.ts';
import { announcedOf } from '../letters/letters.ts';
import { clusterHeadCounts } from '../door/cluster-head-counts.ts';
import type { Reader } from '../schema.ts';

export async function remarkFacts(db: Reader, clusterIds: readonly string[]): Promise<RemarkFacts> {
  return {
    present: new Map([...(await clusterHeadCounts(db, clusterIds))].map(([id, { present }]) => [id, present])),
    announcedOtherwise: await countAnnouncedOtherwise(db, clusterIds),
    registered: await countByCategory(db, clusterIds),
  };
}

/** Invitations in force whose last letter stated another time or venue than the cluster has now, by cluster. */
async function countAnnouncedOtherwise(db: Reader, clusterIds: readonly string[]): Promise<Map<string, number>> {
  if (clusterIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('letter')
    .innerJoin('invitation', 'invitation.id', 'letter.invitation_id')
    .innerJoin('registration', 'registration.id', 'invitation.registration_id')
    .innerJoin('cluster', 'cluster.id', 'registration.cluster_id')
    .leftJoin('revocation', 'revocation.invitation_id', 'invitation.id')
    .select(['letter.invitation_id', 'letter.told_starts_at', 'letter.told_venue'])
    .select(['cluster.id', 'cluster.starts_at', 'cluster.venue'])
    .where('cluster.id', 'in', [...clusterIds])
    .where('letter.told_starts_at', 'is not', null)
    .where('revocation.invitation_id', 'is', null)
    .orderBy('letter.created_at')
    .orderBy('letter.id')
    .execute();
  const last = new Map(rows.map((row) => [row.invitation_id, row]));
  const counts = new Map<string, number>();
  for (const row of last.values()) {
    const now = { startsAt: row.starts_at, venue: row.venue };
    if (announcesOtherwise(announcedOf(row), now)) counts.set(row.id, (counts.get(row.id) ?? 0) + 1);
  }
  return counts;
}

/** Active registrations by cluster, unit and category, as main category or besides it. */
async function countByCategory(db: Reader, clusterIds: readonly string[]): Promise<RegisteredCategory[]> {
  if (clusterIds.length === 0) return [];
  const main = await active(db)
    .innerJoin('category', 'category.id', 'registration.category_id')
    .select(({ fn }) => [
      'registration.cluster_id',
      'registration.unit_id',
      'category.code',
      fn.countAll<number>().as('count'),
    ])
    .where('registration.cluster_id', 'in', [...clusterIds])
    .groupBy(['registration.cluster_id', 'registration.unit_id', 'category.code'])
    .execute();
  const besides = await active(db)
    .innerJoin('registration_category', 'registration_category.registration_id', 'registration.id')
    .innerJoin('category', 'category.id', 'registration_category.category_id')
    .select(({ fn }) => [
      'registration.cluster_id',
      'registration.unit_id',
      'category.code',
      fn.countAll<number>().as('count'),
    ])
    .where('registration.cluster_id', 'in', [...clusterIds])
    .groupBy(['registration.cluster_id', 'registration.unit_id', 'category.code'])
    .execute();
  return [...main, ...besides].map((row) => ({
    clusterId: row.cluster_id,
    unitId: row.unit_id,
    category: row.code,
    count: Number(row.count),
  }));
}
