/**
 * Which scans an answer settles. Hotel Wi-Fi answers any request with its own page and status 200, proxies answer with
 * theirs: a scan leaves the queue only on an answer that echoes its id and its digest.
 */
import type { Verdict } from '../../../server/domain/door/verdict.ts';
import { type Fields, fieldsOf, readVerdict } from './read-verdict.ts';

export type SentScan = { id: string; digest: string };

export type Settled =
  | { kind: 'answered'; id: string; verdict: Verdict }
  /** The server will not record it (`id_reused`, `sequence_reused`, `too_many_typed`): kept for review. */
  | { kind: 'refused'; id: string; why: string };

export type Count = { present: number; expected: number };

/** The scans of `sent` that this answer settles. Whatever else it holds is nobody's acknowledgement. */
export function settledBy(body: unknown, sent: readonly SentScan[]): Settled[] {
  const { results } = fieldsOf(body);
  if (!Array.isArray(results)) return [];
  const open = new Map(sent.map((scan) => [scan.id, scan]));
  const settled: Settled[] = [];
  for (const result of results.map(fieldsOf)) {
    const scan = open.get(String(result['id']));
    const found = scan && settle(scan, result);
    if (!found) continue;
    open.delete(found.id);
    settled.push(found);
  }
  return settled;
}

function settle(scan: SentScan, result: Fields): Settled | undefined {
  const { refused, digest, verdict } = result;
  if (digest !== scan.digest) return undefined;
  if (typeof refused === 'string') return { kind: 'refused', id: scan.id, why: refused };
  const detail = readVerdict(result['detail']);
  return detail && detail.kind === verdict ? { kind: 'answered', id: scan.id, verdict: detail } : undefined;
}

/** How many are in, when the answer says so. */
export function countIn(body: unknown): Count | undefined {
  const { present, expected } = fieldsOf(body);
  return typeof present === 'number' && typeof expected === 'number' ? { present, expected } : undefined;
}
