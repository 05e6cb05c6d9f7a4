/** What a delegate types on the page of their own invitation. */
import { z } from 'zod';
import { tidy } from '../../domain/vietnamese/person-name.ts';

const LONGEST_REASON = 500;

const reasonForm = z.object({ reason: z.string().catch('') });

export type ReasonReading = { typed: string; reason: string; problem?: 'reasonMissing' | 'reasonTooLong' };

/** Why a delegate cannot come: wanted, in one line, of a length that fits a list. */
export function readReason(body: unknown): ReasonReading {
  const typed = reasonForm.parse(body ?? {}).reason.slice(0, 4 * LONGEST_REASON);
  const reason = tidy(typed);
  if (reason === '') return { typed, reason, problem: 'reasonMissing' };
  if ([...reason].length > LONGEST_REASON) return { typed, reason, problem: 'reasonTooLong' };
  return { typed, reason };
}
