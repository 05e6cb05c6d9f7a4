/** A reported scan as the server takes it in. */
import { z } from 'zod';
import type { ReportedScan } from './scan.ts';
import { scanMethods } from './verdict.ts';

export const MOST_SCANS_PER_REQUEST = 200;

export const reportedScan = z.object({
  id: z.uuid(),
  seq: z.int().positive(),
  code: z.string().max(300).default(''),
  registrationId: z.uuid().optional(),
  method: z.enum(scanMethods),
  at: z.iso.datetime({ offset: true }),
  ageMs: z
    .int()
    .nonnegative()
    .max(7 * 24 * 3600 * 1000),
}) satisfies z.ZodType<ReportedScan>;
