/** A scan as a phone reports it. Its shape for the server's edge is in `reported-scan.ts`: the phone carries no zod. */
import type { ScanMethod } from './verdict.ts';

export type ReportedScan = {
  /** The phone's own (UUID), so a repeated upload is recognised. */
  id: string;
  /** Counts up by one per device, without gaps: a hole means the phone still owes scans. */
  seq: number;
  /** What was read or typed; empty when the delegate was chosen by name. */
  code: string;
  registrationId?: string | undefined;
  method: ScanMethod;
  /** The phone's clock when it scanned. */
  at: string;
  /** Milliseconds between the scan and this upload, by the phone's steady clock. */
  ageMs: number;
};

/**
 * What a scan says, apart from how long it waited: the text whose SHA-256 (hex) is the scan's digest. Phone and server
 * compute it alike; an acknowledgement counts only when it echoes id and digest.
 */
export const scanText = (scan: Omit<ReportedScan, 'ageMs'>): string =>
  JSON.stringify([scan.id, scan.seq, scan.code, scan.registrationId ?? '', scan.method, scan.at]);

/** When the scan happened by the server's clock: receipt less age, never before the device was paired or after receipt. */
export function correctedTime(scan: Pick<ReportedScan, 'ageMs'>, receivedAt: string, pairedAt: string): string {
  const at = new Date(Date.parse(receivedAt) - scan.ageMs).toISOString();
  return at < pairedAt ? pairedAt : at;
}
