/** The connection to the server: roster, uplink, and whether there is a network. Looks after itself by timer and event. */
import type { Count, Settled } from './acks.ts';
import type { Frame } from './frame.ts';
import { ask } from './network.ts';
import type { Device, Queue, QueuedScan } from './queue.ts';
import { type Roster, readRoster } from './roster.ts';
import type { ClockReading } from './scan-age.ts';
import { openUplink, type Uplink } from './uplink.ts';

const TICK_MS = 10_000;
const ROSTER_EVERY_MS = 60_000;

export type Connection = {
  uplink: Uplink;
  readClock: () => ClockReading;
  roster: () => Roster | undefined;
  count: () => Count | undefined;
  /** The cluster's zone; without a roster the phone's own, which is the same at the door. */
  zone: () => string;
  /** Shows anew what waits in the queue. */
  refresh: () => Promise<void>;
  /** The phone has seen somebody in; the next roster says the same. */
  noteAdmitted: (registrationId: string, at: string) => void;
  close: () => void;
};

export type ConnectionEvents = {
  drained: (scans: readonly QueuedScan[], settled: readonly Settled[]) => void;
  unpaired: () => void;
};

export function openConnection({
  queue,
  device,
  frame,
  rosterNote,
  on,
}: {
  queue: Queue;
  device: Device;
  frame: Frame;
  rosterNote: (roster: Roster) => string;
  on: ConnectionEvents;
}): Connection {
  const page = String(performance.timeOrigin);
  const readClock = (): ClockReading => ({ wall: Date.now(), steady: performance.now(), page });
  let roster: Roster | undefined;
  let count: Count | undefined;
  let isOnline = navigator.onLine;
  let isLoading = false;
  let loadedAt = Number.NEGATIVE_INFINITY;

  const uplink = openUplink({
    queue,
    device,
    readClock,
    on: {
      contact: setOnline,
      unpaired: on.unpaired,
      counted: setCount,
      drained(scans, settled) {
        void refresh();
        on.drained(scans, settled);
      },
    },
  });

  function setOnline(state: boolean): void {
    isOnline = state;
    void refresh();
  }

  function setCount(numbers: Count): void {
    count = numbers;
    frame.setCount(numbers);
  }

  async function refresh(): Promise<void> {
    const { waiting, review } = await queue.count();
    frame.setNet({ isOnline, waiting, review, note: roster && rosterNote(roster) });
  }

  async function loadRoster(): Promise<void> {
    if (isLoading) return;
    isLoading = true;
    const reply = await ask('/api/v1/door/roster', { credential: device.credential });
    isLoading = false;
    if (reply.kind === 'unpaired') return on.unpaired();
    const fresh = reply.kind === 'ok' ? readRoster(reply.body) : undefined;
    if (fresh) {
      roster = fresh;
      loadedAt = performance.now();
      frame.setPlace({ number: fresh.cluster.number, gate: fresh.device.gate, venue: fresh.cluster.venue });
      setCount(fresh.count);
    }
    setOnline(fresh !== undefined);
  }

  async function tick(): Promise<void> {
    await uplink.drain();
    if (document.hidden) return;
    if (!isOnline || performance.now() - loadedAt > ROSTER_EVERY_MS) await loadRoster();
  }

  const wake = () => void tick();
  const drop = () => setOnline(false);
  const timer = setInterval(wake, TICK_MS);
  window.addEventListener('online', wake);
  window.addEventListener('offline', drop);
  document.addEventListener('visibilitychange', wake);
  void refresh();
  void loadRoster().then(wake);

  return {
    uplink,
    readClock,
    roster: () => roster,
    count: () => count,
    zone: () => roster?.cluster.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    refresh,
    noteAdmitted(registrationId, at) {
      const entry = roster?.entries.find((known) => known.registrationId === registrationId);
      if (entry) entry.admittedAt ??= at;
    },
    close() {
      clearInterval(timer);
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', drop);
      document.removeEventListener('visibilitychange', wake);
    },
  };
}
