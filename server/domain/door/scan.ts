/** A scan as a phone reports it. The id is the phone's own (UUID), so a repeated upload is recognised. */
import { z } from 'zod';
import { scanMethods } from './verdict.ts';

export const reportedScan = z.object({
  id: z.uuid(),
  /** Counts up by one per device, without gaps: a hole means the phone still owes scans. */
  seq: z.int().positive(),
  /** What was read or typed; empty when the delegate was chosen by name. */
  code: z.string().max(300).default(''),
  registrationId: z.uuid().optional(),
  method: z.enum(scanMethods),
  /** The phone's clock when it scanned. */
  at: z.iso.datetime({ offset: true }),
  /** Milliseconds between the scan and this upload, by the phone's steady clock. */
  ageMs: z
    .int()
    .nonnegative()
    .max(7 * 24 * 3600 * 1000),
});
export type ReportedScan = z.infer<typeof reportedScan>;

export const MOST_SCANS_PER_REQUEST = 200;

export { scanText } from './scan-text.ts';

/** When the scan happened by the server's clock: receipt less age, never before the device was paired or after receipt. */
export function correctedTime(scan: Pick<ReportedScan, 'ageMs'>, receivedAt: string, pairedAt: string): string {
  const at = new Date(Date.parse(receivedAt) - scan.ageMs).toISOString();
  return at < pairedAt ? pairedAt : at;
}
