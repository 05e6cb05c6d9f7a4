/** The shapes that scripts send. */
import { z } from 'zod';
import { MOST_ROWS } from '../domain/list/row-limits.ts';
import { rowJson } from '../domain/list/row-json.ts';

export const registrationsBody = z.object({
  rows: z.array(rowJson).min(1).max(MOST_ROWS),
  dryRun: z.boolean().optional(),
  onlyValid: z.boolean().optional(),
  unitId: z.uuid().optional(),
  overrideReason: z.string().max(300).optional(),
});

export type RegistrationsBody = z.infer<typeof registrationsBody>;
