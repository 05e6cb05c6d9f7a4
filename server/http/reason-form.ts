/** The reason that many forms ask for: what was typed, and what is wrong with it. */
import { z } from 'zod';
import type { ListStatusWords } from '../i18n/vi/list-status.ts';

const LONGEST_REASON = 300;

export type ReasonForm = { reason: string; problem: string | undefined };

const reasonBody = z.object({ reason: z.string().catch('') });

/** Why: wanted, and short enough for one line of the history. */
export function readReasonForm(body: unknown, words: ListStatusWords): ReasonForm {
  const reason = reasonBody.parse(body ?? {}).reason.trim();
  return { reason, problem: reasonProblem(reason, words) };
}

export function reasonProblem(reason: string, words: ListStatusWords): string | undefined {
  if (reason === '') return words.reasonMissing;
  return [...reason].length > LONGEST_REASON ? words.reasonTooLong : undefined;
}
