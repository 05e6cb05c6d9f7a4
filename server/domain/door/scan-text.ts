/** Apart from the shape in `scan.ts`, so that the phone's script does not carry zod along. */
import type { ReportedScan } from './scan.ts';

/**
 * What a scan says, apart from how long it waited: the text whose SHA-256 (hex) is the scan's digest. Phone and server
 * compute it alike; an acknowledgement counts only when it echoes id and digest.
 */
export const scanText = (scan: Omit<ReportedScan, 'ageMs'>): string =>
  JSON.stringify([scan.id, scan.seq, scan.code, scan.registrationId ?? '', scan.method, scan.at]);
