/** Who stands in for whom. Only ever added to; the old registration is withdrawn in the same transaction. */
import type { Holder, Predecessors } from '../server/domain/substitution.ts';
import type { Reader, Tx } from './schema.ts';

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

/** Whom everybody in a cluster who stands in for somebody took over from, by the new registration. */
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
  return new Map(
    rows.map((row): [string, Holder] => [
      row.new_registration_id,
      { registrationId: row.old_registration_id, honorific: row.honorific, fullName: row.full_name },
    ]),
  );
}

/** Who holds the place now that `registrationId` once held, after however many substitutions; undefined for none. */
export async function presentHolder(db: Reader, registrationId: string): Promise<string | undefined> {
  let holder: string | undefined;
  for (let id: string | undefined = registrationId; id !== undefined;) {
    const row: { new_registration_id: string } | undefined = await db
      .selectFrom('substitution')
      .select('new_registration_id')
      .where('old_registration_id', '=', id)
      .executeTakeFirst();
    id = row?.new_registration_id;
    holder = id ?? holder;
  }
  return holder;
}
