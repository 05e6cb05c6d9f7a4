/**
 * Empties the outbox, a few letters at a time. Nothing that matters is kept in memory: the state of every letter is in
 * the database before and after each try, so the process may die at any moment.
 */
import { invitationFacts } from '../../db/letters/invitation-facts.ts';
import {
  type ClaimedLetter,
  claimLetter,
  dueLetters,
  type LetterResult,
  markInterrupted,
  recordLetter,
} from '../../db/letters/letters.ts';
import { type Context, instant } from '../context.ts';
import type { Announced } from '../domain/letters/invitation.ts';
import { type Delivery, NEVER, outcomeOf } from '../domain/letters/letter.ts';
import { datesBlockingLetters } from '../domain/letters/blocked-letters.ts';
import { composeInvitation } from './letters/invitation.ts';
import type { Transport } from './transport.ts';
import { openTransport } from './open-transport.ts';

const LETTERS_AT_ONCE = 5;
const PAUSE_MS = 1000;
const GRACE_MS = 5000;

export type Postman = {
  /** Looks at the outbox now instead of at the next tick. */
  wake(): void;
  /** Finishes what is in hand, within a few seconds; a letter cut off is sent once more after the next start. */
  stop(): Promise<void>;
};

export function startPostman(context: Context, transport: Transport = openTransport(context)): Postman {
  let isStopping = false;
  let wake = (): void => undefined;
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function round(work: () => Promise<number>): Promise<number | undefined> {
    try {
      return await work();
    } catch (error) {
      context.log.error({ err: error }, 'the postman could not work; trying again');
      return undefined;
    }
  }

  async function live(): Promise<void> {
    while (!isStopping && (await round(() => recover(context))) === undefined) await pause();
    while (!isStopping) {
      const count = await round(() => runOnce(context, transport));
      if (!count && !isStopping) await pause();
    }
  }

  const running = live();
  return {
    wake: () => wake(),
    async stop() {
      isStopping = true;
      wake();
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, GRACE_MS);
      });
      await Promise.race([running, grace]);
      clearTimeout(timer);
      transport.close();
    },
  };
}

/** What an earlier process left in mid-air becomes doubtful and due at once. Returns how many. */
export async function recover(context: Context): Promise<number> {
  const count = await context.db.write((tx) => markInterrupted(tx, instant(context)));
  if (count > 0) context.log.warn({ letters: count }, 'letters were interrupted and go out once more');
  return count;
}

/** Claims up to five due letters, tries each once and writes down what became of it. Returns how many. */
export async function runOnce(context: Context, transport: Transport): Promise<number> {
  const due = await dueLetters(context.db.read, { at: instant(context), most: LETTERS_AT_ONCE });
  if (due.length === 0) return 0;
  const claimed = await context.db.write(async (tx) => {
    const letters: ClaimedLetter[] = [];
    for (const id of due) {
      const letter = await claimLetter(tx, id, instant(context));
      if (letter) letters.push(letter);
    }
    return letters;
  });
  const results = await Promise.all(
    claimed.map(async (letter) => resultOf(context, letter, await tryDelivery(context, transport, letter))),
  );
  await untilWritten(context, results);
  return claimed.length;
}

/** The result of an attempt, and what the letter stated if its text was composed. */
type Try = { delivery: Delivery; announced?: Announced };

/** A fault of our own must not leave the letter behind as "sending": it counts as a failed try and is logged. */
async function tryDelivery(context: Context, transport: Transport, letter: ClaimedLetter): Promise<Try> {
  try {
    return await deliver(context, transport, letter);
  } catch (error) {
    context.log.error({ err: error, letter: letter.id }, 'a letter could not be composed');
    return { delivery: { kind: 'later', error: 'unexpected' } };
  }
}

async function deliver(context: Context, transport: Transport, letter: ClaimedLetter): Promise<Try> {
  const facts = await invitationFacts(context.db.read, { invitationId: letter.invitationId });
  if (!facts || facts.isRevoked) return { delivery: { kind: 'returned', error: 'revoked' } };
  // The dates may have gone wrong after the letter was queued: it waits as for a server that says "later".
  if (datesBlockingLetters(facts.event, facts.cluster).length > 0) {
    return { delivery: { kind: 'later', error: 'dates_wrong' } };
  }
  const composed = await composeInvitation({
    facts,
    codes: context.keys.passCodes(facts.invitation),
    publicBaseUrl: context.config.publicBaseUrl,
  });
  const { startsAt, venue } = facts.cluster;
  const delivery = await transport.deliver({ ...composed, id: letter.id, recipient: letter.recipient });
  return { delivery, announced: { startsAt, venue } };
}

function resultOf(context: Context, letter: ClaimedLetter, { delivery, announced }: Try): LetterResult {
  const now = context.now();
  const { state, retryIn } = outcomeOf({ was: letter.was, delivery, attempts: letter.attempts });
  if (delivery.kind !== 'sent') {
    context.log.warn(
      { letter: letter.id, attempts: letter.attempts, result: delivery.kind, retryIn },
      'letter not sent',
    );
  }
  return {
    id: letter.id,
    state,
    nextAttemptAt: retryIn === undefined ? NEVER : now.plus({ seconds: retryIn }).toUTC().toISO(),
    sentAt: state === 'sent' ? now.toUTC().toISO() : undefined,
    error: delivery.kind === 'sent' ? undefined : delivery.error,
    announced: delivery.kind === 'sent' || delivery.kind === 'uncertain' ? announced : undefined,
  };
}

/** A letter has left, so forgetting it costs a copy: a full disk or a locked file is waited out. */
async function untilWritten(context: Context, results: readonly LetterResult[]): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await context.db.write(async (tx) => {
        for (const result of results) await recordLetter(tx, result);
      });
      return;
    } catch (error) {
      if (attempt >= 60) throw error;
      context.log.error({ err: error }, 'what became of letters could not be written yet');
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
