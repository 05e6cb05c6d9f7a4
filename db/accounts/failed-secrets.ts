/** Wrong secrets of the last minutes. In the database, so that a restart or a second process forgets none. */
import type { Reader, Schema, Tx } from '../schema.ts';

export type SecretKind = Schema['failed_secret']['kind'];
export type FailedSecret = { id: string; kind: SecretKind; ownerHash?: string; addressHash: string; at: string };

export async function insertFailure(tx: Tx, { id, kind, ownerHash, addressHash, at }: FailedSecret): Promise<void> {
  await tx
    .insertInto('failed_secret')
    .values({ id, kind, owner_hash: ownerHash ?? null, address_hash: addressHash, at })
    .execute();
}

/** When the owner's secret, or any of this kind from the address, was wrong since `since`: the latest `most` first. */
export async function latestFailures(
  db: Reader,
  {
    kind,
    of,
    hash,
    since,
    most,
  }: { kind: SecretKind; of: 'owner' | 'address'; hash: string; since: string; most: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('failed_secret')
    .select('at')
    .where('kind', '=', kind)
    .where(of === 'owner' ? 'owner_hash' : 'address_hash', '=', hash)
    .where('at', '>', since)
    .orderBy('at', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ at }) => at);
}

/** A right secret wipes its owner's slate. */
export async function forgetFailuresOf(tx: Tx, { kind, ownerHash }: { kind: SecretKind; ownerHash: string }) {
  await tx.deleteFrom('failed_secret').where('kind', '=', kind).where('owner_hash', '=', ownerHash).execute();
}

/** Failures that no limit looks at any more. */
export async function forgetFailuresBefore(tx: Tx, before: string): Promise<void> {
  await tx.deleteFrom('failed_secret').where('at', '<', before).execute();
}
