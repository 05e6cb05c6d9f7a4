/** Who stands in for whom. Only ever added to; the old registration is withdrawn in the same transaction. */
import type { Holder, Predecessors } from '../../server/domain/people/substitution.ts';
import { mergedInto, mergesIn } from './merges.ts';
import type { Reader, Tx } from '../schema.ts';

export type Substitution = {
  oldRegistrationId: string;
  newRegistrationId: string;
  clusterId: string;
  unitId: string;
  at: string;
  by: string | undefined;
  reason: string;
};

export async function insertSubstitution(tx: Tx, substitution: Substitution): Promise<void> {
  await tx
    .insertInto('substitution')
    .values({
      old_registration_id: substitution.oldRegistrationId,
      new_registration_id: substitution.newRegistrationId,
      cluster_id: substitution.clusterId,
      unit_id: substitution.unitId,
      at: substitution.at,
      by_account: substitution.by ?? null,
      reason: substitution.reason,
    })
    .execute();
}

/**
 * Maps each substitute's registration to the registration it replaced. A substitute that was merged into another entry
 * of the same person counts as that entry.
 */
export async function predecessorsIn(db: Reader, clusterId: string): Promise<Predecessors> {
  const rows = await db
    .selectFrom('substitution')
    .innerJoin('registration', 'registration.id', 'substitution.old_registration_id')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .select([
      'substitution.new_registration_id',
      'substitution.old_registration_id',
      'delegate.honorific',
      'delegate.full_name',
    ])
    .where('substitution.cluster_id', '=', clusterId)
    .execute();
  const merges = await mergesIn(db, clusterId);
  const predecessors = new Map<string, Holder>();
  for (const row of rows) {
    const { old_registration_id: registrationId, honorific, full_name: fullName } = row;
    for (let id: string | undefined = row.new_registration_id; id !== undefined; id = merges.get(id)) {
      predecessors.set(id, { registrationId, honorific, fullName });
    }
  }
  return predecessors;
}

/**
 * Who holds the place now that `registrationId` once held, after however many substitutions, and merges of a
 * substitute; undefined for none.
 */
export async function presentHolder(db: Reader, registrationId: string): Promise<string | undefined> {
  let holder = await substituteOf(db, registrationId);
  for (let next = holder; next !== undefined;) {
    holder = next;
    next = (await substituteOf(db, next)) ?? (await mergedInto(db, next)).at(-1);
  }
  return holder;
}

async function substituteOf(db: Reader, registrationId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('substitution')
    .select('new_registration_id')
    .where('old_registration_id', '=', registrationId)
    .executeTakeFirst();
  return row?.new_registration_id;
}
