/**
 * The life of a letter in the outbox. `sending` is written before the first byte leaves, so that a letter found in it
 * after a crash is `uncertain`: sent once more under the same Message-ID. Nothing is lost, at most one copy too many.
 */
export type LetterState = 'queued' | 'sending' | 'sent' | 'returned' | 'uncertain';

/** What a mail server's answer means for the letter (RFC 5321 §4.2.1: 4yz may pass later, 5yz will not). */
export type Delivery = { kind: 'sent' } | { kind: 'later'; error: string } | { kind: 'returned'; error: string };

const MINUTE = 60;
const RETRY_DELAYS = [30, 6 * MINUTE, 15 * MINUTE, 60 * MINUTE, 4 * 60 * MINUTE];
const MOST_ATTEMPTS = 12;

/**
 * Seconds until the next try after `attempts` tries, or undefined when it is time to give up.
 * Greylisting servers want 5 to 10 minutes, hence the second step.
 */
export function retryDelay(attempts: number): number | undefined {
  if (attempts >= MOST_ATTEMPTS) return undefined;
  return RETRY_DELAYS[Math.min(attempts, RETRY_DELAYS.length) - 1] ?? RETRY_DELAYS[0];
}
