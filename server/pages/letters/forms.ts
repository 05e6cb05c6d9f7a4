import { z } from 'zod';
import { tidy } from '../../domain/vietnamese/person-name.ts';

export const LONGEST_REASON = 500;
const MOST_CHOSEN = 500;

/** Registration ids may be any text: an unknown one is "not found", like a stranger's. */
export const sendBody = z.object({
  send: z.union([z.literal('unsent'), z.array(z.string().min(1).max(100)).max(MOST_CHOSEN)]),
});

/** Which button of the letters page was pressed. */
export const sendForm = z.object({ send: z.enum(['unsent', 'told_otherwise']).catch('unsent') });

/** The address line of the letters page: which number was clicked, whose list, what is searched, whose letter is shown. */
export const lettersQuery = z.object({
  show: z.enum(['all', 'invited', 'sent', 'confirmed', 'declined', 'returned', 'print']).catch('all'),
  /** The id of a unit: its name may change, and another's may begin with it. */
  unit: z.string().max(100).catch(''),
  q: z.string().max(100).catch(''),
  preview: z.string().max(100).catch(''),
});
export type LettersQuery = z.infer<typeof lettersQuery>;

export type ReasonReading = { typed: string; reason: string; problem?: 'reasonMissing' | 'reasonTooLong' };

const reasonForm = z.object({ reason: z.string().catch('') });

/** Why a delegate cannot come: wanted, in one line, of a length that fits a list. */
export function readReason(body: unknown): ReasonReading {
  const typed = reasonForm.parse(body ?? {}).reason.slice(0, 4 * LONGEST_REASON);
  const reason = tidy(typed);
  if (reason === '') return { typed, reason, problem: 'reasonMissing' };
  if ([...reason].length > LONGEST_REASON) return { typed, reason, problem: 'reasonTooLong' };
  return { typed, reason };
}
