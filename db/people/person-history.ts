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
    arrivals(db, registrationId),
    departures(db, registrationId),
    invitations(db, registrationId),
    letters(db, registrationId),
    answers(db, registrationId),
    admissions(db, registrationId),
    changes(db, registrationId),
  ]);
  return parts.flat().sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0));
}

async function arrivals(db: Reader, registrationId: string): Promise<PersonEvent[]> {
  const stoodIn = await db
    .selectFrom('substitution')
    .innerJoin('registration', 'registration.id', 'substitution.old_registration_id')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .leftJoin('account', 'account.id', 'substitution.by_account')
    .select([
      'substitution.at',
      'substitution.reason',
      'registration.id',
      'delegate.full_name',
      'delegate.honorific',
      'account.full_name as by_name',
    ])
    .where('substitution.new_registration_id', '=', registrationId)
    .executeTakeFirst();
  if (stoodIn) {
    const { at, reason, id, full_name: name, honorific } = stoodIn;
    const by = stoodIn.by_name ?? undefined;
    return [{ kind: 'stood_in', at, by, for: { registrationId: id, name, honorific }, reason }];
  }
  const row = await db
    .selectFrom('registration')
    .leftJoin('account', 'account.id', 'registration.submitted_by')
    .select(['registration.submitted_at', 'account.full_name'])
    .where('registration.id', '=', registrationId)
    .executeTakeFirst();
  return row ? [{ kind: 'registered', at: row.submitted_at, by: row.full_name ?? undefined }] : [];
}

async function departures(db: Reader, registrationId: string): Promise<PersonEvent[]> {
  const row = await db
    .selectFrom('withdrawal')
    .leftJoin('account', 'account.id', 'withdrawal.by_account')
    .leftJoin('substitution', 'substitution.old_registration_id', 'withdrawal.registration_id')
    .leftJoin('registration', 'registration.id', 'substitution.new_registration_id')
    .leftJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .select([
      'withdrawal.at',
      'withdrawal.reason',
      'account.full_name as by_name',
      'registration.id',
      'delegate.full_name',
      'delegate.honorific',
    ])
    .where('withdrawal.registration_id', '=', registrationId)
    .executeTakeFirst();
  if (!row) return [];
  const { at, reason } = row;
  const by = row.by_name ?? undefined;
  if (row.id === null) return [{ kind: 'withdrawn', at, by, reason }];
  const next = { registrationId: row.id, name: row.full_name ?? '', honorific: row.honorific ?? '' };
  return [{ kind: 'replaced', at, by, byWhom: next, reason }];
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
