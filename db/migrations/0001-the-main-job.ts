import { sql } from 'kysely';
import type { MigratingEngine } from '../engine/index.ts';
import type { Tx } from '../schema.ts';

/**
 * Units and events; registrations and invitations; the door; accounts and the audit chain.
 * Composite foreign keys carry the event or the cluster along, so that a row can never point across two of them.
 */
const tables = `
create table unit (
  id            text primary key,
  code          text not null constraint unit_code unique,
  name          text not null,
  level         text not null check (level in ('city', 'district', 'commune', 'other')),
  parent_id     text references unit (id),
  position      integer not null,
  valid_from    text,
  valid_to      text,
  successor_id  text references unit (id)
);
create index unit_parent on unit (parent_id);

create table event (
  id                    text primary key,
  code                  text not null constraint event_code unique,
  title                 text not null,
  kind                  text not null,
  year                  integer not null,
  zone                  text not null,
  lead_unit_id          text not null references unit (id),
  place                 text not null,
  contact_name          text not null,
  contact_office        text not null,
  contact_phone         text not null,
  contact_email         text not null,
  promotes_freed_places integer not null check (promotes_freed_places in (0, 1)),
  accepts_by_hand       integer not null check (accepts_by_hand in (0, 1)),
  created_at            text not null
);

create table cluster (
  id                    text primary key,
  event_id              text not null references event (id),
  number                integer not null check (number > 0),
  starts_at             text not null,
  ends_at               text not null,
  door_opens_at         text not null,
  late_from             text not null,
  door_closes_at        text not null,
  registration_deadline text not null,
  answer_deadline       text not null,
  venue                 text not null,
  host_unit_id          text not null references unit (id),
  capacity_min          integer not null check (capacity_min >= 0),
  capacity_max          integer not null,
  closed_at             text,
  constraint cluster_number unique (event_id, number),
  constraint cluster_tenant unique (event_id, id),
  check (capacity_max >= capacity_min),
  check (ends_at > starts_at)
);

create table cluster_unit (
  cluster_id    text not null references cluster (id),
  unit_id       text not null references unit (id),
  quota         integer not null check (quota >= 0),
  position      integer not null,
  list_state    text not null check (list_state in ('not_started', 'draft', 'submitted', 'accepted', 'returned')),
  submitted_at  text,
  decided_at    text,
  primary key (cluster_id, unit_id)
);
create index cluster_unit_unit on cluster_unit (unit_id);

create table category (
  id            text primary key,
  event_id      text not null references event (id),
  code          text not null,
  name          text not null,
  level         text not null check (level in ('city', 'district', 'commune')),
  host_only     integer not null check (host_only in (0, 1)),
  rank          integer not null,
  on_payroll    integer not null check (on_payroll in (0, 1)),
  constraint category_code unique (event_id, code),
  constraint category_tenant unique (event_id, id)
);

create table agenda_item (
  id            text primary key,
  event_id      text not null references event (id),
  position      integer not null,
  starts_minute integer not null check (starts_minute between 0 and 1439),
  ends_minute   integer not null check (ends_minute > starts_minute),
  title         text not null,
  owner         text not null,
  constraint agenda_item_position unique (event_id, position)
);

create table delegate (
  id            text primary key,
  event_id      text not null references event (id),
  unit_id       text not null references unit (id),
  honorific     text not null check (honorific in ('Ông', 'Bà', '')),
  full_name     text not null check (full_name <> ''),
  name_folded   text not null,
  position      text not null,
  workplace     text not null,
  email         text,
  phone         text,
  note          text not null,
  created_at    text not null,
  created_by    text,
  constraint delegate_tenant unique (event_id, id)
);
create index delegate_name on delegate (event_id, unit_id, name_folded);

create table registration (
  id            text primary key,
  event_id      text not null,
  cluster_id    text not null,
  unit_id       text not null,
  delegate_id   text not null,
  category_id   text not null,
  unit_name     text not null,
  seat          text not null check (seat in ('seated', 'waiting')),
  list_order    integer not null,
  submitted_at  text not null,
  submitted_by  text,
  constraint registration_once unique (cluster_id, delegate_id),
  foreign key (event_id, cluster_id) references cluster (event_id, id),
  foreign key (event_id, delegate_id) references delegate (event_id, id),
  foreign key (event_id, category_id) references category (event_id, id),
  foreign key (cluster_id, unit_id) references cluster_unit (cluster_id, unit_id)
);
create index registration_unit on registration (cluster_id, unit_id, seat);
create index registration_delegate on registration (delegate_id);

create table registration_category (
  registration_id text not null references registration (id),
  category_id     text not null references category (id),
  primary key (registration_id, category_id)
);

create table withdrawal (
  registration_id text primary key references registration (id),
  at              text not null,
  by_account      text,
  reason          text not null
);

create table invitation (
  id              text primary key,
  registration_id text not null references registration (id),
  version         integer not null check (version > 0),
  kid             text not null,
  token_hash      text not null constraint invitation_token unique,
  short_code_hash text not null constraint invitation_short_code unique,
  created_at      text not null,
  constraint invitation_version unique (registration_id, version)
);

create table revocation (
  invitation_id text primary key references invitation (id),
  at            text not null,
  why           text not null check (why in ('withdrawn', 'substituted', 'reissued')),
  reason        text not null
);

create table answer (
  id            text primary key,
  invitation_id text not null references invitation (id),
  kind          text not null check (kind in ('confirmed', 'declined')),
  reason        text not null,
  at            text not null
);
create index answer_invitation on answer (invitation_id, at);

create table letter (
  id              text primary key,
  invitation_id   text not null references invitation (id),
  recipient       text not null,
  state           text not null check (state in ('queued', 'sending', 'sent', 'returned', 'uncertain')),
  attempts        integer not null,
  next_attempt_at text not null,
  claimed_at      text,
  sent_at         text,
  last_error      text,
  created_at      text not null,
  created_by      text
);
create index letter_due on letter (state, next_attempt_at);
create index letter_invitation on letter (invitation_id);

create table device (
  id                 text primary key,
  cluster_id         text not null references cluster (id),
  gate               text not null,
  pairing_hash       text not null constraint device_pairing unique,
  pairing_expires_at text not null,
  credential_hash    text constraint device_credential unique,
  paired_at          text,
  expires_at         text,
  revoked_at         text,
  created_at         text not null,
  created_by         text,
  constraint device_tenant unique (cluster_id, id)
);

create table scan (
  id              text primary key,
  device_id       text not null,
  seq             integer not null check (seq > 0),
  cluster_id      text not null,
  registration_id text references registration (id),
  code_hash       text,
  method          text not null check (method in ('camera', 'usb', 'typed', 'search')),
  claimed_at      text not null,
  age_ms          integer not null check (age_ms >= 0),
  received_at     text not null,
  scanned_at      text not null,
  digest          text not null,
  verdict         text not null check (verdict in ('admitted', 'already_admitted', 'wrong_cluster', 'revoked',
                                                   'waiting', 'not_today', 'closed', 'unknown')),
  answer          text not null,
  constraint scan_sequence unique (device_id, seq),
  foreign key (cluster_id, device_id) references device (cluster_id, id)
);
create index scan_first on scan (registration_id, scanned_at, id);
create index scan_cluster on scan (cluster_id, verdict);

create table account (
  id            text primary key,
  login         text not null,
  login_folded  text not null constraint account_login unique,
  full_name     text not null,
  role          text not null check (role in ('admin', 'organiser', 'registrar', 'accountant')),
  unit_id       text references unit (id),
  password_hash text,
  disabled_at   text,
  created_at    text not null,
  check (role <> 'registrar' or unit_id is not null)
);

create table login (
  id_hash       text primary key,
  account_id    text not null references account (id),
  created_at    text not null,
  last_seen_at  text not null
);
create index login_account on login (account_id);

create table account_link (
  token_hash    text primary key,
  account_id    text references account (id),
  purpose       text not null check (purpose in ('first_admin', 'join', 'reset')),
  expires_at    text not null,
  used_at       text,
  created_at    text not null
);

create table sign_in_attempt (
  id            text primary key,
  login_folded  text not null,
  address       text not null,
  at            text not null
);
create index sign_in_attempt_login on sign_in_attempt (login_folded, at);
create index sign_in_attempt_address on sign_in_attempt (address, at);

create table audit_entry (
  seq           integer primary key,
  at            text not null,
  actor         text not null,
  action        text not null,
  subject       text not null,
  detail        text not null,
  previous_hash text not null,
  hash          text not null constraint audit_entry_hash unique
);
`;

/** What was said or seen is never changed, only followed by a later row. */
const appendOnly = ['scan', 'answer', 'withdrawal', 'revocation', 'audit_entry'];

export async function up(tx: Tx, { makeAppendOnly }: MigratingEngine): Promise<void> {
  for (const statement of tables.split(/;\s*\n/).filter((text) => text.trim() !== ''))
    await sql.raw(statement).execute(tx);
  for (const table of appendOnly) await makeAppendOnly(tx, table);
}
