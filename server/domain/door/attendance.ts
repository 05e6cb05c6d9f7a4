/**
 * Attendance is no state of a registration: it is computed from the set of scans, so the order, the batching and the
 * repetition of uploads cannot change it. The first valid scan by corrected time wins; ties break by scan id.
 */
import type { Seat } from '../seats/seating.ts';
import { type DoorCluster, type Punctuality, punctualityAt } from './verdict.ts';

export type AdmittingScan = { id: string; registrationId: string; scannedAt: string; gate: string };

export type Presence = { at: string; gate: string; punctuality: Punctuality };

/**
 * Expected in a cluster are those with a seat, and everyone who came, whatever happened to the seat since. A delegate is
 * present in the cluster of the registration; whoever is let in as a guest of another cluster is counted there apart.
 */
export const isExpected = ({ seat, isWithdrawn }: { seat: Seat; isWithdrawn: boolean }, hasCome: boolean): boolean =>
  hasCome || (seat === 'seated' && !isWithdrawn);

/** The admission that counts for each registration. */
export function attendanceOf(scans: readonly AdmittingScan[], door: DoorCluster): Map<string, Presence> {
  const first = new Map<string, AdmittingScan>();
  for (const scan of scans) {
    const known = first.get(scan.registrationId);
    if (!known || isBefore(scan, known)) first.set(scan.registrationId, scan);
  }
  return new Map(
    [...first].map(([registrationId, scan]) => [
      registrationId,
      { at: scan.scannedAt, gate: scan.gate, punctuality: punctualityAt(door, scan.scannedAt) },
    ]),
  );
}

const isBefore = (left: AdmittingScan, right: AdmittingScan): boolean =>
  left.scannedAt < right.scannedAt || (left.scannedAt === right.scannedAt && left.id < right.id);
