/**
 * One limit for everything that can be guessed: passwords, invitation links, pairing codes. Failures are counted in the
 * database, over all processes and restarts. Who has failed too often is also remembered in memory, so that a flood
 * of further tries costs neither a query nor a write.
 */
import {
  forgetFailuresBefore,
  forgetFailuresOf,
  insertFailure,
  latestFailures,
  type SecretKind,
} from '../../../db/accounts/failed-secrets.ts';
import type { Db } from '../../../db/open.ts';
import type { Tx } from '../../../db/schema.ts';
import { type Context, instant } from '../../context.ts';
import { TooMany } from '../../errors.ts';
import { sha256 } from '../../keys.ts';

type Limit = { minutes: number; fromAddress: number; ofOwner?: number };

/** A whole office or hall may sit behind one address: its limit is wider than one login's. */
const LIMITS: Readonly<Record<SecretKind, Limit>> = {
  password: { minutes: 15, ofOwner: 5, fromAddress: 50 },
  invitation: { minutes: 1, fromAddress: 30 },
  pairing: { minutes: 1, fromAddress: 20 },
};
const LONGEST_MINUTES = Math.max(...Object.values(LIMITS).map(({ minutes }) => minutes));

/** How long the pause after too many failures lasts at the most. */
export const pauseMinutes = (kind: SecretKind): number => LIMITS[kind].minutes;

/** A try to guess, or not to: what was tried, from where, and whose it is as far as the caller says. */
export type SecretTry = { kind: SecretKind; address: string; owner?: string };

/** True when this process knows already that there were too many. Asks nothing of the database. */
function isBlocked(context: Context, tried: SecretTry): boolean {
  const blocks = blocksOf(context.db);
  const now = context.now().toMillis();
  return countersOf(tried).some(({ key }) => (blocks.get(key) ?? 0) > now);
}

/**
 * Writes a failure down and answers `counted`; answers `blocked`, and writes nothing, when there are too many already.
 * The failure that reaches the limit blocks the tries after it.
 */
export async function countFailure(context: Context, tried: SecretTry): Promise<'counted' | 'blocked'> {
  if (isBlocked(context, tried)) return 'blocked';
  const { kind, owner, address } = tried;
  const at = instant(context);
  const counters = countersOf(tried);
  const { earlier, isTooMany } = await context.db.write(async (tx) => {
    await forgetFailuresBefore(tx, minutesAgo(context, LONGEST_MINUTES));
    const since = minutesAgo(context, LIMITS[kind].minutes);
    const earlier = await Promise.all(counters.map((counter) => latestFailures(tx, { ...counter, since })));
    const isTooMany = counters.some(({ most }, index) => (earlier[index]?.length ?? 0) >= most);
    if (!isTooMany) {
      const hashes = { addressHash: sha256(address), ...(owner !== undefined && { ownerHash: sha256(owner) }) };
      await insertFailure(tx, { id: context.newId(), kind, ...hashes, at });
    }
    return { earlier, isTooMany };
  });
  counters.forEach(({ key, most }, index) => {
    const failures = isTooMany ? (earlier[index] ?? []) : [at, ...(earlier[index] ?? [])];
    const first = failures[most - 1];
    if (first !== undefined) blocksOf(context.db).set(key, Date.parse(first) + LIMITS[kind].minutes * 60_000);
  });
  return isTooMany ? 'blocked' : 'counted';
}

/** For requests that look at the secret first, because right ones cost no write. Throws `TooMany` for a guesser. */
export function refuseGuesser(context: Context, tried: SecretTry): void {
  if (isBlocked(context, tried)) throw new TooMany(pauseMinutes(tried.kind) * 60);
}

/** Counts a wrong secret. Throws `TooMany` when there were too many already, such as before a restart. */
export async function countWrong(context: Context, tried: SecretTry): Promise<void> {
  if ((await countFailure(context, tried)) === 'blocked') throw new TooMany(pauseMinutes(tried.kind) * 60);
}

/** The secret was right after all: its owner's failures no longer count. */
export async function forgetFailures(context: Context, tx: Tx, tried: SecretTry & { owner: string }): Promise<void> {
  await forgetFailuresOf(tx, { kind: tried.kind, ownerHash: sha256(tried.owner) });
  for (const { key } of countersOf(tried)) blocksOf(context.db).delete(key);
}

type Counter = { key: string; kind: SecretKind; of: 'owner' | 'address'; hash: string; most: number };

function countersOf({ kind, owner, address }: SecretTry): Counter[] {
  const { ofOwner, fromAddress } = LIMITS[kind];
  const counter = (of: Counter['of'], value: string, most: number): Counter => {
    const hash = sha256(value);
    return { key: `${kind} ${of} ${hash}`, kind, of, hash, most };
  };
  return [
    ...(owner !== undefined && ofOwner !== undefined ? [counter('owner', owner, ofOwner)] : []),
    counter('address', address, fromAddress),
  ];
}

const minutesAgo = ({ now }: Context, minutes: number): string => now().minus({ minutes }).toUTC().toISO();

/** When blocks end, by counter. They only spare queries: without them the database says the same. */
const blocksByDatabase = new WeakMap<Db, Map<string, number>>();
const MOST_BLOCKS = 10_000;

function blocksOf(db: Db): Map<string, number> {
  const known = blocksByDatabase.get(db);
  if (known && known.size <= MOST_BLOCKS) return known;
  const blocks = new Map<string, number>();
  blocksByDatabase.set(db, blocks);
  return blocks;
}
