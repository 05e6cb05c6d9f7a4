/**
 * What this phone must not forget, in IndexedDB: which device it is, the next sequence number, and every scan until the
 * server has said that it holds it. A scan is written here before it is sent.
 */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { ReportedScan } from '../../../server/domain/door/scan.ts';
import type { ClockReading } from './scan-age.ts';

export type Device = {
  id: string;
  gate: string;
  credential: string;
  cluster: { id: string; number: number; venue: string };
};

export type ScanDraft = Pick<ReportedScan, 'code' | 'method' | 'registrationId'>;
export type QueuedScan = Omit<ReportedScan, 'ageMs'> & { deviceId: string; scanned: ClockReading };
export type ReviewedScan = QueuedScan & { why: string };

interface DoorSchema extends DBSchema {
  /** One row, 'current'. */
  device: { key: string; value: Device };
  /** The last sequence number given out, by device. */
  counter: { key: string; value: number };
  waiting: { key: string; value: QueuedScan };
  review: { key: string; value: ReviewedScan };
}

const STRICT = { durability: 'strict' } as const;

export type Queue = ReturnType<typeof queueIn>;

/** Throws where the browser keeps nothing (some private modes). */
export async function openQueue(): Promise<Queue> {
  const db = await openDB<DoorSchema>('dontiep-door', 1, {
    upgrade(fresh) {
      fresh.createObjectStore('device');
      fresh.createObjectStore('counter');
      fresh.createObjectStore('waiting', { keyPath: 'id' });
      fresh.createObjectStore('review', { keyPath: 'id' });
    },
  });
  return queueIn(db);
}

function queueIn(db: IDBPDatabase<DoorSchema>) {
  const waiting = async (): Promise<QueuedScan[]> =>
    (await db.getAll('waiting')).sort((left, right) => left.seq - right.seq);

  return {
    waiting,

    device: (): Promise<Device | undefined> => db.get('device', 'current'),

    count: async (): Promise<{ waiting: number; review: number }> => ({
      waiting: await db.count('waiting'),
      review: await db.count('review'),
    }),

    /** Becomes another device. Scans of the former one cannot be sent under the new name: they wait for review. */
    async pair(device: Device): Promise<void> {
      const tx = db.transaction(['device', 'waiting', 'review'], 'readwrite', STRICT);
      for (const scan of await tx.objectStore('waiting').getAll()) {
        if (scan.deviceId === device.id) continue;
        await tx.objectStore('review').put({ ...scan, why: 'other_device' });
        await tx.objectStore('waiting').delete(scan.id);
      }
      await tx.objectStore('device').put(device, 'current');
      await tx.done;
    },

    /** Gives the scan its number and keeps it. Number and scan are one transaction: numbers have no holes. */
    async record(device: Device, draft: ScanDraft, { id, scanned }: { id: string; scanned: ClockReading }) {
      const tx = db.transaction(['counter', 'waiting'], 'readwrite', STRICT);
      const seq = ((await tx.objectStore('counter').get(device.id)) ?? 0) + 1;
      const scan: QueuedScan = {
        ...draft,
        id,
        seq,
        at: new Date(scanned.wall).toISOString(),
        deviceId: device.id,
        scanned,
      };
      await tx.objectStore('counter').put(seq, device.id);
      await tx.objectStore('waiting').add(scan);
      await tx.done;
      return scan;
    },

    /** The server holds the scan. */
    async remove(id: string): Promise<void> {
      const tx = db.transaction('waiting', 'readwrite', STRICT);
      await tx.store.delete(id);
      await tx.done;
    },

    /** The server refuses the scan: it blocks no other and is not lost. */
    async putAside(scan: QueuedScan, why: string): Promise<void> {
      const tx = db.transaction(['waiting', 'review'], 'readwrite', STRICT);
      await tx.objectStore('review').put({ ...scan, why });
      await tx.objectStore('waiting').delete(scan.id);
      await tx.done;
    },
  };
}
