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

/** Who took over from whom in a cluster, and which entries became one. */
export type Successions = {
  predecessors: Predecessors;
  /** The substitute's registration, by the one that was taken over. */
  substitutes: ReadonlyMap<string, string>;
  /** The entry that was kept, by the duplicate. */
  merges: ReadonlyMap<string, string>;
};

/**
 * Maps each substitute's registration to the registration it replaced. A substitute that was merged into another entry
 * of the same person counts as that entry.
 */
export async function predecessorsIn(db: Reader, clusterId: string): Promise<Predecessors> {
  return (await successionsIn(db, clusterId)).predecessors;
}

export async function successionsIn(db: Reader, clusterId: string): Promise<Successions> {
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
  const substitutes = new Map(rows.map((row) => [row.old_registration_id, row.new_registration_id]));
  return { predecessors, substitutes, merges };
}

/** The entry that is left of one that was merged; undefined for one that never was. */
export function keptEntry({ merges }: Successions, registrationId: string): string | undefined {
  let kept = merges.get(registrationId);
  for (let next = kept; next !== undefined; next = merges.get(next)) kept = next;
  return kept;
}

/** Who holds the place now that `registrationId` once held, as `presentHolder` says; undefined for none. */
export function holderNow(successions: Successions, registrationId: string): string | undefined {
  let holder = successions.substitutes.get(registrationId);
  for (let next = holder; next !== undefined;) {
    holder = next;
    next = successions.substitutes.get(next) ?? keptEntry(successions, next);
  }
  return holder;
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
