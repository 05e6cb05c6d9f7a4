/**
 * Brings scans to the server. A fresh scan goes at once and alone, so that nobody waits at the door for a backlog;
 * what is left over goes in batches when there is a network again. A scan leaves the queue only when it is settled.
 */
import { scanText } from '../../../server/domain/door/scan.ts';
import { type Count, countIn, type Settled, settledBy } from './acks.ts';
import { sha256 } from './digest.ts';
import { ask } from './network.ts';
import type { Device, Queue, QueuedScan } from './queue.ts';
import { type ClockReading, scanAge } from './scan-age.ts';

const BATCH = 30;
/** What the server will never take, however often it is sent. */
const FINAL = [400, 413, 422];

export type UplinkEvents = {
  /** The server answered, or did not. */
  contact: (isOnline: boolean) => void;
  unpaired: () => void;
  counted: (count: Count) => void;
  /** What was left over has reached the server. */
  drained: (scans: readonly QueuedScan[], settled: readonly Settled[]) => void;
};

export type Uplink = {
  /** What the server has settled of these scans; empty when it could not be reached. */
  send: (scans: readonly QueuedScan[]) => Promise<Settled[]>;
  /** Sends what waits, as long as the server answers. */
  drain: () => Promise<void>;
};

export function openUplink({
  queue,
  device,
  readClock,
  on,
}: {
  queue: Queue;
  device: Device;
  readClock: () => ClockReading;
  on: UplinkEvents;
}): Uplink {
  const inFlight = new Set<string>();
  let isDraining = false;

  async function send(scans: readonly QueuedScan[]): Promise<Settled[]> {
    for (const scan of scans) inFlight.add(scan.id);
    try {
      return await deliver(scans);
    } finally {
      for (const scan of scans) inFlight.delete(scan.id);
    }
  }

  async function deliver(scans: readonly QueuedScan[]): Promise<Settled[]> {
    const sent = await Promise.all(scans.map(async (scan) => ({ id: scan.id, digest: await sha256(scanText(scan)) })));
    const now = readClock();
    const body = {
      scans: scans.map(({ deviceId: _, scanned, ...scan }) => ({ ...scan, ageMs: scanAge(scanned, now) })),
    };
    const reply = await ask('/api/v1/door/scans', { credential: device.credential, body });
    if (reply.kind === 'unpaired') on.unpaired();
    if (reply.kind === 'refused' && FINAL.includes(reply.status)) return await deliverApart(scans, reply.code);
    const settled = reply.kind === 'ok' ? settledBy(reply.body, sent) : [];
    on.contact(settled.length > 0);
    const count = reply.kind === 'ok' && settled.length > 0 ? countIn(reply.body) : undefined;
    if (count) on.counted(count);
    for (const result of settled) await settle(scans, result);
    return settled;
  }

  /** One record that the server cannot read must not keep the others back: each goes alone. */
  async function deliverApart(scans: readonly QueuedScan[], why: string): Promise<Settled[]> {
    if (scans.length > 1) {
      const settled: Settled[] = [];
      for (const scan of scans) settled.push(...(await deliver([scan])));
      return settled;
    }
    on.contact(true);
    const refused = scans.map((scan): Settled => ({ kind: 'refused', id: scan.id, why }));
    for (const result of refused) await settle(scans, result);
    return refused;
  }

  async function settle(scans: readonly QueuedScan[], result: Settled): Promise<void> {
    const scan = scans.find(({ id }) => id === result.id);
    if (!scan) return;
    if (result.kind === 'refused') await queue.putAside(scan, result.why);
    else await queue.remove(scan.id);
  }

  async function drainAll(): Promise<void> {
    for (;;) {
      const waiting = (await queue.waiting()).filter((scan) => scan.deviceId === device.id && !inFlight.has(scan.id));
      if (waiting.length === 0) return;
      const batch = waiting.slice(0, BATCH);
      const settled = await send(batch);
      if (settled.length === 0) return;
      on.drained(batch, settled);
    }
  }

  async function drain(): Promise<void> {
    if (isDraining) return;
    isDraining = true;
    try {
      // Two tabs of one phone would send the same scans twice. Harmless, the server knows them again, but wasteful.
      if (!('locks' in navigator)) return await drainAll(); // before Safari 15.4
      await navigator.locks.request('door-uplink', { ifAvailable: true }, (lock) => (lock ? drainAll() : undefined));
    } finally {
      isDraining = false;
    }
  }

  return { send, drain };
}
