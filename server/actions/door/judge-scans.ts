/** Decides a batch in memory, in the order in which the scans happened to arrive. Nothing here touches the database. */
import type { NewScan } from '../../../db/door/scans.ts';
import { sequenceKey } from '../../../db/door/scans.ts';
import { correctedTime, type ReportedScan, scanText } from '../../domain/door/scan.ts';
import { decideVerdict, type Verdict } from '../../domain/door/verdict.ts';
import { sha256 } from '../../keys.ts';
import type { KnownScan, ScanFacts } from './scan-facts.ts';

/** What a phone hears about one scan. A refused one is never lost: the phone keeps it for a person to look at. */
export type ScanResult =
  | { id: string; digest: string; verdict: Verdict['kind']; detail: Verdict }
  | { id: string; digest: string; refused: 'id_reused' | 'sequence_reused' | 'too_many_typed' };

/** A person mistypes a few codes; sixty wrong ones in ten minutes are somebody trying. */
const MOST_TYPED_MISSES = 60;

export type Judged = { results: Map<KnownScan, string>; toStore: NewScan[] };

export function judgeScans(batch: readonly KnownScan[], facts: ScanFacts): Judged {
  const results = new Map<KnownScan, string>();
  const toStore: NewScan[] = [];
  const answers = new Map([...facts.stored].map(([id, { digest, answer }]) => [id, { digest, answer }]));
  const sequences = new Set(facts.sequences);
  const misses = new Map(facts.typedMisses);
  const admitted = new Map<string, { at: string; gate: string }>();

  for (const known of batch) {
    const { scan, device } = known;
    const digest = sha256(scanText(scan));
    const first = answers.get(scan.id);
    if (first) {
      results.set(known, first.digest === digest ? first.answer : refusal(scan, digest, 'id_reused'));
      continue;
    }
    const sequence = sequenceKey(device.id, scan.seq);
    if (sequences.has(sequence)) {
      results.set(known, refusal(scan, digest, 'sequence_reused'));
      continue;
    }
    if (scan.method === 'typed' && (misses.get(device.id) ?? 0) >= MOST_TYPED_MISSES) {
      results.set(known, refusal(scan, digest, 'too_many_typed'));
      continue;
    }
    const scannedAt = correctedTime(scan, known.receivedAt, device.pairedAt);
    const verdict = judge(known, facts, admitted, scannedAt);
    if (verdict.kind === 'unknown' && scan.method === 'typed') misses.set(device.id, (misses.get(device.id) ?? 0) + 1);
    const answer = JSON.stringify({ id: scan.id, digest, verdict: verdict.kind, detail: verdict } satisfies ScanResult);
    answers.set(scan.id, { digest, answer });
    sequences.add(sequence);
    results.set(known, answer);
    toStore.push(toRow(known, { scannedAt, digest, verdict, answer }));
  }
  return { results, toStore };
}

const refusal = (
  scan: ReportedScan,
  digest: string,
  refused: 'id_reused' | 'sequence_reused' | 'too_many_typed',
): string => JSON.stringify({ id: scan.id, digest, refused } satisfies ScanResult);

/** The verdict on one scan, given who was admitted earlier in this very batch. */
function judge(
  known: KnownScan,
  facts: ScanFacts,
  admitted: Map<string, { at: string; gate: string }>,
  at: string,
): Verdict {
  const { device } = known;
  const pass = facts.passOf(known);
  const earlier = pass && (pass.admitted ?? admitted.get(pass.registrationId));
  const verdict = decideVerdict({
    pass: pass && earlier ? { ...pass, admitted: earlier } : pass,
    door: device.cluster,
    at,
  });
  if (verdict.kind === 'admitted') admitted.set(verdict.registrationId, { at, gate: device.gate });
  return verdict;
}

function toRow(
  { scan, device, receivedAt, code }: KnownScan,
  { scannedAt, digest, verdict, answer }: { scannedAt: string; digest: string; verdict: Verdict; answer: string },
): NewScan {
  return {
    id: scan.id,
    deviceId: device.id,
    seq: scan.seq,
    clusterId: device.cluster.id,
    registrationId: verdict.kind === 'unknown' ? undefined : verdict.registrationId,
    codeHash: code?.hash,
    method: scan.method,
    claimedAt: scan.at,
    ageMs: scan.ageMs,
    receivedAt,
    scannedAt,
    digest,
    verdict: verdict.kind,
    answer,
  };
}
