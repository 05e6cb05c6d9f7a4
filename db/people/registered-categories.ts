import { active } from './active-registrations.ts';
import type { Reader } from '../schema.ts';
import { progressKey } from '../lists/progress-key.ts';

/**
 * The codes of the categories under which each unit has somebody registered in some clusters, as main category or
 * besides it, seated or waiting; keyed by cluster and unit (see `progressKey`).
 */
export async function registeredCategories(db: Reader, clusterIds: readonly string[]): Promise<Map<string, string[]>> {
  if (clusterIds.length === 0) return new Map();
  const main = await active(db)
    .innerJoin('category', 'category.id', 'registration.category_id')
    .select(['registration.cluster_id', 'registration.unit_id', 'category.code'])
    .where('registration.cluster_id', 'in', [...clusterIds])
    .distinct()
    .execute();
  const besides = await active(db)
    .innerJoin('registration_category', 'registration_category.registration_id', 'registration.id')
    .innerJoin('category', 'category.id', 'registration_category.category_id')
    .select(['registration.cluster_id', 'registration.unit_id', 'category.code'])
    .where('registration.cluster_id', 'in', [...clusterIds])
    .distinct()
    .execute();
  const codes = new Map<string, string[]>();
  for (const row of [...main, ...besides]) {
    const key = progressKey(row.cluster_id, row.unit_id);
    const known = codes.get(key) ?? [];
    if (!known.includes(row.code)) codes.set(key, [...known, row.code]);
  }
  return codes;
}
