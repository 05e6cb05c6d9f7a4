/**
 * The outbox. A letter is written in the transaction that decides it, claimed by a conditional update, and never
 * deleted. Its text is not stored: it is composed from the facts, so a corrected name is right in the next copy.
 */
import type { Scope } from '../../server/domain/account.ts';
import type { Announced } from '../../server/domain/letters/invitation.ts';
import type { LetterState } from '../../server/domain/letters/letter.ts';
import type { Reader, Tx } from '../schema.ts';

export type Letter = {
  id: string;
  invitationId: string;
  recipient: string;
  state: LetterState;
  attempts: number;
  nextAttemptAt: string;
  sentAt: string | undefined;
  lastError: string | undefined;
  createdAt: string;
  /** When and where it asked its reader to come; undefined until it has left, or may have. */
  announced: Announced | undefined;
};

const selectLetters = (db: Reader) =>
  db
    .selectFrom('letter')
    .select([
      'letter.id',
      'letter.invitation_id',
      'letter.recipient',
      'letter.state',
      'letter.attempts',
      'letter.next_attempt_at',
      'letter.sent_at',
      'letter.last_error',
      'letter.created_at',
      'letter.told_starts_at',
      'letter.told_venue',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectLetters>['executeTakeFirstOrThrow']>>;

const toLetter = (row: Row): Letter => ({
  id: row.id,
  invitationId: row.invitation_id,
  recipient: row.recipient,
  state: row.state,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  sentAt: row.sent_at ?? undefined,
  lastError: row.last_error ?? undefined,
  createdAt: row.created_at,
  announced: announcedOf(row),
});

export const announcedOf = (row: {
  told_starts_at: string | null;
  told_venue: string | null;
}): Announced | undefined =>
  row.told_starts_at === null || row.told_venue === null
    ? undefined
    : { startsAt: row.told_starts_at, venue: row.told_venue };

export type NewLetter = { id: string; invitationId: string; recipient: string; at: string; by: string | undefined };

/** Queues a letter, due at once. */
export async function insertLetter(tx: Tx, letter: NewLetter): Promise<void> {
  await tx
    .insertInto('letter')
    .values({
      id: letter.id,
      invitation_id: letter.invitationId,
      recipient: letter.recipient,
      state: 'queued',
      attempts: 0,
      next_attempt_at: letter.at,
      claimed_at: null,
      sent_at: null,
      last_error: null,
      created_at: letter.at,
      created_by: letter.by ?? null,
    })
    .execute();
}

/** The letters of a cluster by invitation, each list oldest first. */
export async function lettersIn(db: Reader, clusterId: string): Promise<Map<string, Letter[]>> {
  const rows = await selectLetters(db)
    .innerJoin('invitation', 'invitation.id', 'letter.invitation_id')
    .innerJoin('registration', 'registration.id', 'invitation.registration_id')
    .where('registration.cluster_id', '=', clusterId)
    .orderBy('letter.created_at')
    .orderBy('letter.id')
    .execute();
  const letters = new Map<string, Letter[]>();
  for (const row of rows) letters.set(row.invitation_id, [...(letters.get(row.invitation_id) ?? []), toLetter(row)]);
  return letters;
}

/** A letter to a delegate whom the scope may see. */
export async function letterById(db: Reader, scope: Scope, id: string): Promise<Letter | undefined> {
  const row = await selectLetters(db)
    .innerJoin('invitation', 'invitation.id', 'letter.invitation_id')
    .innerJoin('registration', 'registration.id', 'invitation.registration_id')
    .where('letter.id', '=', id)
    .$if(scope.kind === 'unit', (query) =>
      query.where('registration.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
    )
    .executeTakeFirst();
  return row && toLetter(row);
}

/** After a crash: what was being sent may have arrived or not. Each such letter is due again at once. */
export async function markInterrupted(tx: Tx, at: string): Promise<number> {
  const result = await tx
    .updateTable('letter')
    .set({ state: 'uncertain', next_attempt_at: at, last_error: 'interrupted' })
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** The ids of letters whose time has come, oldest first. */
export async function dueLetters(db: Reader, { at, most }: { at: string; most: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('letter')
    .select('id')
    .where('state', 'in', ['queued', 'uncertain'])
    .where('next_attempt_at', '<=', at)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map((row) => row.id);
}

export type ClaimedLetter = Letter & { was: 'queued' | 'uncertain' };

/**
 * Takes a due letter for sending and counts the try; undefined when somebody else was faster. Written before the first
 * byte leaves, so that a crash shows.
 */
export async function claimLetter(tx: Tx, id: string, at: string): Promise<ClaimedLetter | undefined> {
  for (const was of ['queued', 'uncertain'] as const) {
    const result = await tx
      .updateTable('letter')
      .set(({ eb }) => ({ state: 'sending', claimed_at: at, attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .where('state', '=', was)
      .where('next_attempt_at', '<=', at)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) continue;
    const row = await selectLetters(tx).where('letter.id', '=', id).executeTakeFirstOrThrow();
    return { ...toLetter(row), was };
  }
  return undefined;
}

export type LetterResult = {
  id: string;
  state: Exclude<LetterState, 'sending'>;
  nextAttemptAt: string;
  sentAt: string | undefined;
  error: string | undefined;
  /** The date and venue of a letter that left, or may have left. */
  announced: Announced | undefined;
};

/** Writes down what became of a claimed letter. */
export async function recordLetter(tx: Tx, result: LetterResult): Promise<void> {
  await tx
    .updateTable('letter')
    .set({
      state: result.state,
      next_attempt_at: result.nextAttemptAt,
      sent_at: result.sentAt ?? null,
      last_error: result.error ?? null,
      ...(result.announced && { told_starts_at: result.announced.startsAt, told_venue: result.announced.venue }),
    })
    .where('id', '=', result.id)
    .where('state', '=', 'sending')
    .execute();
}
