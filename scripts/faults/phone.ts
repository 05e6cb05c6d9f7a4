/**
 * A phone at the door, without the browser: numbers without holes, a queue that is written first, a fresh scan alone and
 * at once, the rest in batches, and a scan forgotten only on an answer that the real phone's own code accepts.
 */
import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { settledBy } from '../../public/src/scanner/acks.ts';
import { fieldsOf } from '../../public/src/scanner/read-verdict.ts';
import { type ReportedScan, scanText } from '../../server/domain/door/scan.ts';
import { sha256 } from '../../server/keys.ts';
import { ask, LEAST_CLAIMS, type Network, PAUSE_MS, settle } from './network.ts';

const BATCH = 30;

/** An acknowledged scan: what the phone was told, and when it had asked. */
export type ScanClaim = { id: string; deviceId: string; seq: number; digest: string; answer: string; askedAt: number };

type Queued = Omit<ReportedScan, 'ageMs'> & { scannedAt: number };

export type Phone = {
  claims: ScanClaim[];
  problems: string[];
  /** Records a scan, offline if need be, and does not send it. */
  scan: (code: string) => void;
  /** Sends the newest scan alone, then what else waits; false as soon as an answer did not come. */
  deliver: (url: string) => Promise<boolean>;
  /** Sends acknowledged scans once more and compares the answers with the first ones. */
  repeat: (url: string, count: number) => Promise<void>;
  waiting: () => number;
  /** How many times the server asked to wait. */
  unavailable: () => number;
};

export function createPhone({ deviceId, credential }: { deviceId: string; credential: string }): Phone {
  const claims: ScanClaim[] = [];
  const problems: string[] = [];
  const sent = new Map<string, Queued>();
  let queue: Queued[] = [];
  let seq = 0;
  let unavailable = 0;

  async function post(url: string, scans: readonly Queued[]): Promise<boolean> {
    const askedAt = Date.now();
    const reply = await ask(`${url}/api/v1/door/scans`, {
      headers: { Authorization: `Bearer ${credential}` },
      body: { scans: scans.map(({ scannedAt, ...scan }) => ({ ...scan, ageMs: askedAt - scannedAt })) },
    });
    if (!reply) return false;
    if (reply.status === 503) {
      unavailable += 1;
      const { code } = fieldsOf(fieldsOf(reply.body)['error']);
      if (code !== 'unavailable' || !reply.retryAfter) {
        problems.push(`503 with code ${code} and Retry-After ${reply.retryAfter}`);
      }
      return false;
    }
    if (reply.status !== 200) problems.push(`scans were answered with ${reply.status}`);
    const settled = settledBy(
      reply.body,
      scans.map((scan) => ({ id: scan.id, digest: sha256(scanText(reported(scan))) })),
    );
    if (reply.status === 200 && settled.length < scans.length) problems.push('a 200 left scans unsettled');
    const { results } = fieldsOf(reply.body);
    const answers = new Map(Array.isArray(results) ? results.map((result) => [fieldsOf(result)['id'], result]) : []);
    for (const result of settled) {
      if (result.kind === 'refused') putAside(result.id, result.why);
      else acknowledge(result.id, JSON.stringify(answers.get(result.id)), askedAt);
    }
    return settled.length > 0;
  }

  function putAside(id: string, why: string): void {
    problems.push(`scan ${id} was refused: ${why}`);
    queue = queue.filter((waiting) => waiting.id !== id);
  }

  function acknowledge(id: string, answer: string, askedAt: number): void {
    const scan = sent.get(id);
    if (!scan) return;
    const known = queue.some((waiting) => waiting.id === id);
    if (known) {
      claims.push({ id, deviceId, seq: scan.seq, digest: sha256(scanText(reported(scan))), answer, askedAt });
      queue = queue.filter((waiting) => waiting.id !== id);
      return;
    }
    const first = claims.find((claim) => claim.id === id);
    if (first?.answer !== answer) problems.push(`scan ${id} got another answer when it was sent again`);
  }

  return {
    claims,
    problems,
    scan(code) {
      seq += 1;
      const now = Date.now();
      const scan: Queued = {
        id: randomUUID(),
        seq,
        code,
        method: 'camera',
        at: new Date(now).toISOString(),
        scannedAt: now,
      };
      queue.push(scan);
      sent.set(scan.id, scan);
    },
    async deliver(url) {
      const fresh = queue.at(-1);
      if (fresh && !(await post(url, [fresh]))) return false;
      while (queue.length > 0) {
        if (!(await post(url, queue.slice(0, BATCH)))) return false;
      }
      return true;
    },
    async repeat(url, count) {
      if (claims.length === 0) return;
      const again = Array.from({ length: count }, () => sent.get(claims[randomInt(claims.length)]?.id ?? ''));
      const scans = [...new Set(again.filter((scan) => scan !== undefined))];
      for (let from = 0; from < scans.length; from += BATCH) {
        if (!(await post(url, scans.slice(from, from + BATCH)))) problems.push('repeated scans were not answered');
      }
    },
    waiting: () => queue.length,
    unavailable: () => unavailable,
  };
}

/** The scan as it is digested: without the queue's own field. */
const reported = ({ scannedAt: _, ...scan }: Queued): Omit<ReportedScan, 'ageMs'> => scan;

/** Scans and sends until told to stop, then sends what is left. A dead line is waited out. */
export async function workTheDoor(
  phone: Phone,
  { network, isOver, nextCode }: { network: Network; isOver: () => boolean; nextCode: () => string },
): Promise<void> {
  while (!isOver()) {
    const together = randomInt(10) < 7 ? 1 : randomInt(2, BATCH + 1);
    for (let count = 0; count < together; count += 1) phone.scan(nextCode());
    if (!(await phone.deliver(await network.whenUp()))) await pause(PAUSE_MS);
  }
  const settled = await settle(async () => {
    if (phone.claims.length < LEAST_CLAIMS) phone.scan(nextCode());
    await phone.deliver(await network.whenUp());
    return phone.waiting() === 0 && phone.claims.length >= LEAST_CLAIMS;
  });
  if (!settled) phone.problems.push(`a phone still holds ${phone.waiting()} scans`);
}
