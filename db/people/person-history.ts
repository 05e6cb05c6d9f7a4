/** What happened to one registration, read from the facts themselves: nothing is written for the sake of the history. */
import { changesOf, type FieldChange } from './delegate-changes.ts';
import type { Reader } from '../schema.ts';

export type PersonEvent = { at: string; by: string | undefined } & (
  | { kind: 'registered' }
  | { kind: 'stood_in'; for: { registrationId: string; name: string; honorific: string }; reason: string }
  | { kind: 'replaced'; byWhom: { registrationId: string; name: string; honorific: string }; reason: string }
  | { kind: 'withdrawn'; reason: string }
  | { kind: 'invited'; version: number }
  /** A stopped letter was still waiting when its code died. */
  | { kind: 'letter_queued' | 'letter_sent' | 'letter_returned' | 'letter_stopped'; recipient: string }
  | { kind: 'confirmed' }
  | { kind: 'declined'; reason: string }
  | { kind: 'admitted'; gate: string }
  /** `changes` holds the values before and after, as far as they are known. */
  | { kind: 'corrected' | 'merged'; fields: string[]; changes: FieldChange[] }
);

/** Oldest first. `by` is the account's full name; what the delegate or the system did has none. */
export async function historyOf(db: Reader, registrationId: string): Promise<PersonEvent[]> {
  const parts = await Promise.all([
    comingAndGoing(db, registrationId),
    invitations(db, registrationId),
    letters(db, registrationId),
    answers(db, registrationId),
    admissions(db, registrationId),
    changes(db, registrationId),
  ]);
  return parts.flat().sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

/** How the place was taken and how it was left, each by whom and for whom. */
async function comingAndGoing(db: Reader, registrationId: string): Promise<PersonEvent[]> {
  const row = await db
    .selectFrom('registration')
    .leftJoin('account as registrar', 'registrar.id', 'registration.submitted_by')
    .leftJoin('substitution as taken', 'taken.new_registration_id', 'registration.id')
    .leftJoin('account as sender', 'sender.id', 'taken.by_account')
    .leftJoin('registration as before', 'before.id', 'taken.old_registration_id')
    .leftJoin('delegate as predecessor', 'predecessor.id', 'before.delegate_id')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .leftJoin('account as remover', 'remover.id', 'withdrawal.by_account')
    .leftJoin('substitution as given', 'given.old_registration_id', 'registration.id')
    .leftJoin('registration as after', 'after.id', 'given.new_registration_id')
    .leftJoin('delegate as substitute', 'substitute.id', 'after.delegate_id')
    .select(['registration.submitted_at', 'registrar.full_name as registered_by'])
    .select(['taken.at as taken_at', 'taken.reason as taken_reason', 'sender.full_name as sent_by'])
    .select(['before.id as before_id', 'predecessor.full_name as before_name'])
    .select('predecessor.honorific as before_honorific')
    .select(['withdrawal.at as left_at', 'withdrawal.reason as left_reason', 'remover.full_name as left_by'])
    .select(['after.id as after_id', 'substitute.full_name as after_name', 'substitute.honorific as after_honorific'])
    .where('registration.id', '=', registrationId)
    .executeTakeFirst();
  if (!row) return [];
  return [arrival(row), ...departure(row)];
}

type Coming = {
  submitted_at: string;
  registered_by: string | null;
  taken_at: string | null;
  taken_reason: string | null;
  sent_by: string | null;
  before_id: string | null;
  before_name: string | null;
  before_honorific: string | null;
};

function arrival(row: Coming): PersonEvent {
  if (row.taken_at === null || row.before_id === null) {
    return { kind: 'registered', at: row.submitted_at, by: row.registered_by ?? undefined };
  }
  const before = { registrationId: row.before_id, name: row.before_name ?? '', honorific: row.before_honorific ?? '' };
  const reason = row.taken_reason ?? '';
  return { kind: 'stood_in', at: row.taken_at, by: row.sent_by ?? undefined, for: before, reason };
}

type Going = {
  left_at: string | null;
  left_reason: string | null;
  left_by: string | null;
  after_id: string | null;
  after_name: string | null;
  after_honorific: string | null;
};

function departure(row: Going): PersonEvent[] {
  if (row.left_at === null) return [];
  const left = { at: row.left_at, by: row.left_by ?? undefined, reason: row.left_reason ?? '' };
  if (row.after_id === null) return [{ kind: 'withdrawn', ...left }];
  const next = { registrationId: row.after_id, name: row.after_name ?? '', honorific: row.after_honorific ?? '' };
  return [{ kind: 'replaced', ...left, byWhom: next }];
}

async function invitations(db: Reader, registrationId: string): Promise<PersonEvent[]> {
  const rows = await db
    .selectFrom('invitation')
    .select(['version', 'created_at'])
    .where('registration_id', '=', registrationId)
    .execute();
  return rows.map((row) => ({ kind: 'invited', at: row.created_at, by: undefined, version: row.version }));
}

async function letters(db: Reader, registrationId: string): Promise<PersonEvent[]> {
  const rows = await db
    .selectFrom('letter')
    .innerJoin('invitation', 'invitation.id', 'letter.invitation_id')
    .leftJoin('account', 'account.id', 'letter.created_by')
    .select([
      'letter.recipient',
      'letter.state',
      'letter.last_error',
      'letter.created_at',
      'letter.sent_at',
      'account.full_name',
    ])
    .where('invitation.registration_id', '=', registrationId)
    .execute();
  return rows.map((row): PersonEvent => {
    const event = { by: row.full_name ?? undefined, recipient: row.recipient };
    if (row.state === 'sent') return { kind: 'letter_sent', at: row.sent_at ?? row.created_at, ...event };
    return { kind: unsent(row), at: row.created_at, ...event };
  });
}

function unsent({ state, last_error }: { state: string; last_error: string | null }) {
  if (state !== 'returned') return 'letter_queued';
  return last_error === 'revoked' ? 'letter_stopped' : 'letter_returned';
}

async function answers(db: Reader, registrationId: string): Promise<PersonEvent[]> {
  const rows = await db
    .selectFrom('answer')
    .innerJoin('invitation', 'invitation.id', 'answer.invitation_id')
    .select(['answer.kind', 'answer.reason', 'answer.at'])
    .where('invitation.registration_id', '=', registrationId)
    .execute();
  return rows.map(({ kind, reason, at }) =>
    kind === 'confirmed' ? { kind, at, by: undefined } : { kind, at, by: undefined, reason },
  );
}

async function admissions(db: Reader, registrationId: string): Promise<PersonEvent[]> {
  const rows = await db
    .selectFrom('scan')
    .innerJoin('device', 'device.id', 'scan.device_id')
    .select(['scan.scanned_at', 'device.gate'])
    .where('scan.registration_id', '=', registrationId)
    .where('scan.verdict', '=', 'admitted')
    .execute();
  return rows.map((row) => ({ kind: 'admitted', at: row.scanned_at, by: undefined, gate: row.gate }));
}

/** The audit chain names the fields that changed, never what stood in them: that is kept beside it. */
async function changes(db: Reader, registrationId: string): Promise<PersonEvent[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['at', 'actor', 'action', 'detail'])
    .where('subject', '=', `registration:${registrationId}`)
    .where('action', 'in', ['delegate_corrected', 'delegates_merged'])
    .orderBy('seq')
    .execute();
  const names = await accountNames(
    db,
    rows.map(({ actor }) => actor.replace(/^account:/, '')),
  );
  const details = rows.map(({ detail }) => JSON.parse(detail) as { fields?: string; correction?: string });
  const changes = await changesOf(
    db,
    details.flatMap(({ correction }) => correction ?? []),
  );
  return rows.map(({ at, actor, action }, index): PersonEvent => {
    const { fields = '', correction = '' } = details[index] ?? {};
    const named = fields.split(',').filter((field) => field !== '');
    return {
      kind: action === 'delegates_merged' ? 'merged' : 'corrected',
      at,
      by: names.get(actor.replace(/^account:/, '')),
      fields: named,
      changes: (changes.get(correction) ?? []).filter(({ field }) => named.includes(field)),
    };
  });
}

async function accountNames(db: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('account')
    .select(['id', 'full_name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row.full_name]));
}
