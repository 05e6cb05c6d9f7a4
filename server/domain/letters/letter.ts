/**
 * The life of a letter in the outbox. `sending` is written before the first byte leaves, so that a letter found in it
 * after a crash is `uncertain`: sent once more under the same Message-ID. Nothing is lost, at most one copy too many.
 */
export type LetterState = 'queued' | 'sending' | 'sent' | 'returned' | 'uncertain';

/** Later than any clock: the date of a letter that waits for a person, not for a time. */
export const NEVER = '9999-12-31T23:59:59.999Z';

/** Where a letter is; `nextAttemptAt` is UTC ISO text, or `NEVER`. */
export type Posted = { state: LetterState; nextAttemptAt: string };

/** True while the letter goes on by itself: it waits for its next try, or is being sent. */
export const isPending = (letter: Posted | undefined): boolean =>
  letter !== undefined && ['queued', 'sending', 'uncertain'].includes(letter.state) && letter.nextAttemptAt !== NEVER;

/** What a mail server's answer means for the letter (RFC 5321 §4.2.1: 4yz may pass later, 5yz will not). */
export type Delivery =
  | { kind: 'sent' }
  | { kind: 'later'; error: string }
  | { kind: 'returned'; error: string }
  /** The connection broke after the text had begun to go out: the server may have taken the letter or not. */
  | { kind: 'uncertain'; error: string };

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

/** What follows a try: the letter's next state and, when there is one, the seconds until its next try. */
export type Outcome = { state: Exclude<LetterState, 'sending'>; retryIn?: number };

/**
 * Decides what follows the try number `attempts`. A letter that may have arrived already (`was: 'uncertain'`) goes out
 * once more; when that try ends as doubtfully, a person decides: the same letter five times is worse than a question.
 */
export function outcomeOf({
  was,
  delivery,
  attempts,
}: {
  was: 'queued' | 'uncertain';
  delivery: Delivery;
  attempts: number;
}): Outcome {
  switch (delivery.kind) {
    case 'sent':
    case 'returned':
      return { state: delivery.kind };
    case 'uncertain':
      return was === 'uncertain' ? { state: 'uncertain' } : { state: 'uncertain', retryIn: 6 * MINUTE };
    case 'later': {
      const retryIn = retryDelay(attempts);
      if (retryIn !== undefined) return { state: was, retryIn };
      return { state: was === 'uncertain' ? 'uncertain' : 'returned' };
    }
  }
}
