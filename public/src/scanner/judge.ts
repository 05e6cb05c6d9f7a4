/**
 * Decides what the door says to one scan. Today the server decides and a scan without an answer is kept; deciding from
 * the roster without a network belongs here and nowhere else.
 */
import type { Verdict } from '../../../server/domain/door/verdict.ts';
import type { Settled } from './acks.ts';
import { newUuid } from './digest.ts';
import type { Device, Queue, QueuedScan, ScanDraft } from './queue.ts';
import type { ClockReading } from './scan-age.ts';
import type { Uplink } from './uplink.ts';

export type Judgement =
  | { kind: 'verdict'; scan: QueuedScan; verdict: Verdict }
  /** In the queue, no answer yet. Never shown as a yes. */
  | { kind: 'kept'; scan: QueuedScan }
  /** Put aside for review: the server will not record it. */
  | { kind: 'refused'; scan: QueuedScan; why: string };

export type Judge = (draft: ScanDraft) => Promise<Judgement>;

export function openJudge({
  queue,
  device,
  uplink,
  readClock,
}: {
  queue: Queue;
  device: Device;
  uplink: Uplink;
  readClock: () => ClockReading;
}): Judge {
  return async function judge(draft) {
    const scan = await queue.record(device, draft, { id: newUuid(), scanned: readClock() });
    const [settled] = await uplink.send([scan]);
    return judged(scan, settled);
  };
}

export function judged(scan: QueuedScan, settled: Settled | undefined): Judgement {
  if (!settled) return { kind: 'kept', scan };
  return settled.kind === 'refused'
    ? { kind: 'refused', scan, why: settled.why }
    : { kind: 'verdict', scan, verdict: settled.verdict };
}
