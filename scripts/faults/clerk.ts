/** A district's clerk who registers people through the API, and sends the same rows again when no answer came. */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ask, LEAST_CLAIMS, type Network, PAUSE_MS, settle } from './network.ts';

/** An acknowledged registration. Without an id when the answer was "duplicate": an earlier try had been kept. */
export type RegistrationClaim = {
  name: string;
  clusterId: string;
  unitId: string;
  id: string | undefined;
  kind: 'seated' | 'waiting' | 'duplicate';
};

const handedIn = z.object({
  committed: z.literal(true),
  results: z.array(
    z.object({ line: z.int(), kind: z.enum(['seated', 'waiting', 'duplicate']), id: z.string().optional() }),
  ),
});

type HandIn = { clusterId: string; names: string[]; tries: number };

export type Clerk = {
  unitId: string;
  claims: RegistrationClaim[];
  problems: string[];
  /** Sends the rows in hand, or the next ones; false when no answer came, and they stay in hand. */
  register: (url: string) => Promise<boolean>;
  hasRowsInHand: () => boolean;
};

const MOST_ROWS = 5;
/** More than the quota, so that places run out in every cluster and people wait. */
const PEOPLE_PER_CLUSTER = 45;

export function createClerk({
  unitId,
  cookie,
  clusterIds,
  nextName,
}: {
  unitId: string;
  cookie: string;
  clusterIds: readonly string[];
  nextName: () => string;
}): Clerk {
  const claims: RegistrationClaim[] = [];
  const problems: string[] = [];
  let inHand: HandIn | undefined;

  function nextRows(): HandIn | undefined {
    const clusterId = clusterIds[Math.floor(claims.length / PEOPLE_PER_CLUSTER)];
    if (clusterId === undefined) return undefined;
    return { clusterId, names: Array.from({ length: randomInt(1, MOST_ROWS + 1) }, nextName), tries: 0 };
  }

  return {
    unitId,
    claims,
    problems,
    hasRowsInHand: () => inHand !== undefined,
    async register(url) {
      inHand ??= nextRows();
      if (!inHand) return true;
      inHand.tries += 1;
      const { clusterId, names, tries } = inHand;
      const reply = await ask(`${url}/api/v1/clusters/${clusterId}/registrations`, {
        headers: { Cookie: cookie },
        body: { rows: names.map(rowOf) },
      });
      if (!reply || reply.status === 503) return false;
      const answer = handedIn.safeParse(reply.body);
      if (!answer.success) {
        problems.push(`registrations were answered with ${reply.status}: ${JSON.stringify(reply.body)}`);
        return false;
      }
      const { results } = answer.data;
      const kept = results.filter(({ kind }) => kind === 'duplicate').length;
      if (kept > 0 && tries === 1) problems.push('new people were called duplicates');
      if (kept > 0 && kept < results.length) problems.push('a list was kept in part');
      for (const { line, kind, id } of results) {
        claims.push({ name: names[line - 1] ?? '', clusterId, unitId, id, kind });
      }
      inHand = undefined;
      return true;
    },
  };
}

const rowOf = (fullName: string) => ({
  honorific: 'Ông',
  fullName,
  position: 'Chuyên viên',
  workplace: 'Phòng Nội vụ',
  category: 'B1',
});

/** Registers until told to stop, then settles what is in hand. */
export async function workTheDesk(
  clerk: Clerk,
  { network, isOver }: { network: Network; isOver: () => boolean },
): Promise<void> {
  while (!isOver()) {
    await clerk.register(await network.whenUp());
    await pause(PAUSE_MS);
  }
  const settled = await settle(async () => {
    await clerk.register(await network.whenUp());
    return !clerk.hasRowsInHand() && clerk.claims.length >= LEAST_CLAIMS;
  });
  if (!settled) clerk.problems.push('a clerk still has rows in hand');
}
