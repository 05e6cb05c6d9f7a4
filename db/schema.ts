/**
 * The tables as TypeScript sees them. The promises (keys, checks, unique rules) stand in `migrations/`.
 * Habits that hold on every engine: text ids made by the app (UUIDv7), 0/1 integers, UTC ISO-8601 text for instants.
 */
import type { Generated, Kysely, Transaction } from 'kysely';
import type { CategoryLevel } from '../server/domain/category.ts';
import type { ChangeVerdict, ListState } from '../server/domain/list/list-status.ts';
import type { RowField } from '../server/domain/list/row.ts';
import type { LetterState } from '../server/domain/letters/letter.ts';
import type { Seat } from '../server/domain/seats/seating.ts';
import type { UnitLevel } from '../server/domain/unit.ts';
import type { ScanMethod, VerdictKind } from '../server/domain/door/verdict.ts';
import type { AccountTables, Instant } from './schema-accounts.ts';

type Flag = 0 | 1;

export type Schema = AccountTables & {
  migration: { name: string; applied_at: Instant };
  unit: {
    id: string;
    code: string;
    name: string;
    level: UnitLevel;
    parent_id: string | null;
    position: number;
    valid_from: string | null;
    valid_to: string | null;
    successor_id: string | null;
  };
  /** The names a unit bore before, each until a day. Registrations keep the name they were made under. */
  former_unit_name: { id: string; unit_id: string; name: string; valid_to: string; changed_at: Instant };
  event: {
    id: string;
    code: string;
    title: string;
    kind: string;
    year: number;
    zone: string;
    lead_unit_id: string;
    place: string;
    contact_name: string;
    contact_office: string;
    contact_phone: string;
    contact_email: string;
    promotes_freed_places: Flag;
    accepts_by_hand: Flag;
    /** ISO dates and intervals, blanks between them. */
    days_off: Generated<string>;
    created_at: Instant;
    /** The plan's own date, `2023-03-15`, or `2023-03` while its day is blank. */
    document_date: string | null;
    /** Only for an event that runs over New Year. */
    last_year: number | null;
  };
  cluster: {
    id: string;
    event_id: string;
    number: number;
    starts_at: Instant;
    ends_at: Instant;
    door_opens_at: Instant;
    late_from: Instant;
    door_closes_at: Instant;
    registration_deadline: Instant;
    answer_deadline: Instant;
    venue: string;
    host_unit_id: string;
    capacity_min: number;
    capacity_max: number;
    closed_at: Instant | null;
  };
  cluster_unit: {
    cluster_id: string;
    unit_id: string;
    quota: number;
    position: number;
    list_state: ListState;
    submitted_at: Instant | null;
    decided_at: Instant | null;
    /** The account that accepted or returned the list; null when it was accepted by itself. */
    decided_by: string | null;
    return_reason: Generated<string>;
    /** How often the draft of this list was saved, handed in or thrown away. */
    draft_version: Generated<number>;
  };
  /** Rows a unit has typed and not handed in, as JSON; there is no row where there is no draft. */
  draft: {
    cluster_id: string;
    unit_id: string;
    rows: string;
    row_count: number;
    saved_at: Instant;
    saved_by: string;
  };
  /** Rows a unit may no longer add by itself, as typed (JSON), for the organiser to decide on. */
  change_request: {
    id: string;
    cluster_id: string;
    unit_id: string;
    rows: string;
    row_count: number;
    reason: string;
    asked_at: Instant;
    asked_by: string;
    /** The registration to correct; null for a request to add rows. */
    registration_id: string | null;
  };
  change_decision: {
    request_id: string;
    verdict: ChangeVerdict;
    reason: string;
    seated: number;
    waiting: number;
    at: Instant;
    by_account: string;
  };
  category: {
    id: string;
    event_id: string;
    code: string;
    name: string;
    level: CategoryLevel;
    host_only: Flag;
    rank: number;
    on_payroll: Flag;
  };
  agenda_item: {
    id: string;
    event_id: string;
    position: number;
    /** Minutes after local midnight. */
    starts_minute: number;
    ends_minute: number;
    title: string;
    owner: string;
    /** Where the owner is invited: codes of categories, `organiser` or `everyone`, with spaces between. */
    invited_from: Generated<string>;
  };
  delegate: {
    id: string;
    event_id: string;
    unit_id: string;
    honorific: string;
    full_name: string;
    name_folded: string;
    /** Position, workplace and unit without marks, for the search. */
    post_folded: Generated<string>;
    position: string;
    workplace: string;
    email: string | null;
    phone: string | null;
    note: string;
    created_at: Instant;
    created_by: string | null;
  };
  registration: {
    id: string;
    event_id: string;
    cluster_id: string;
    unit_id: string;
    delegate_id: string;
    category_id: string;
    /** Name, position and unit as they were when registered: a renamed unit must not change old papers. */
    unit_name: string;
    seat: Seat;
    list_order: number;
    /** Where the unit put the delegate by hand; null while rank and list order decide. */
    manual_order: number | null;
    submitted_at: Instant;
    submitted_by: string | null;
  };
  registration_category: { registration_id: string; category_id: string };
  withdrawal: { registration_id: string; at: Instant; by_account: string | null; reason: string };
  /** Cử người đi thay: the old registration is withdrawn, the new one holds its place. */
  substitution: {
    old_registration_id: string;
    new_registration_id: string;
    cluster_id: string;
    unit_id: string;
    at: Instant;
    by_account: string | null;
    reason: string;
  };
  /** Two entries of one person made one: the one that goes is withdrawn. */
  merge: {
    goes_registration_id: string;
    stays_registration_id: string;
    cluster_id: string;
    unit_id: string;
    at: Instant;
    by_account: string | null;
  };
  /** The value of a field before and after, apart from the audit chain so that it can be erased. */
  delegate_change: {
    id: string;
    /** One for all fields corrected at once; the audit entry names it. */
    correction_id: string;
    delegate_id: string;
    /** The place it was corrected at; the category is that of this place alone. */
    registration_id: string;
    field: RowField;
    before: string;
    after: string;
  };
  invitation: {
    id: string;
    registration_id: string;
    version: number;
    kid: string;
    token_hash: string;
    short_code_hash: string;
    created_at: Instant;
  };
  revocation: { invitation_id: string; at: Instant; why: 'withdrawn' | 'substituted' | 'reissued'; reason: string };
  answer: { id: string; invitation_id: string; kind: 'confirmed' | 'declined'; reason: string; at: Instant };
  letter: {
    id: string;
    invitation_id: string;
    recipient: string;
    state: LetterState;
    attempts: number;
    next_attempt_at: Instant;
    claimed_at: Instant | null;
    sent_at: Instant | null;
    last_error: string | null;
    created_at: Instant;
    created_by: string | null;
    /** What it asked its reader to come to; null until it has left. */
    told_starts_at: Instant | null;
    told_venue: string | null;
  };
  device: {
    id: string;
    cluster_id: string;
    gate: string;
    pairing_hash: string;
    pairing_expires_at: Instant;
    credential_hash: string | null;
    paired_at: Instant | null;
    expires_at: Instant | null;
    revoked_at: Instant | null;
    created_at: Instant;
    created_by: string | null;
  };
  scan: {
    id: string;
    device_id: string;
    seq: number;
    cluster_id: string;
    registration_id: string | null;
    code_hash: string | null;
    method: ScanMethod;
    /** What the phone's clock said; evidence, not truth. */
    claimed_at: Instant;
    age_ms: number;
    received_at: Instant;
    /** `received_at` less the age, never before the device was paired. */
    scanned_at: Instant;
    digest: string;
    verdict: VerdictKind;
    /** The answer as first given (JSON), so a resent scan gets the same one byte for byte. */
    answer: string;
  };
};

/** Where a query may run: the read connection or an open transaction. */
export type Reader = Kysely<Schema>;
/** An open write transaction. Only `Db.write` makes one. */
export type Tx = Transaction<Schema>;
