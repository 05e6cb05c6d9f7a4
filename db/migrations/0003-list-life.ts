import { sql } from 'kysely';
import type { MigratingEngine } from '../engine/index.ts';
import type { Tx } from '../schema.ts';

/**
 * Who decided on a list and why it went back; what a unit asks for once its list takes no rows directly, and what
 * became of it. `decided_by` is empty where a list was accepted by itself.
 *
 * The rows of a request are people's data, so they can be cleared later; the decision on it stands for good.
 */
const statements = [
  'alter table cluster_unit add column decided_by text references account (id)',
  `alter table cluster_unit add column return_reason text not null default ''`,
  `create table change_request (
     id         text primary key,
     cluster_id text not null,
     unit_id    text not null,
     rows       text not null,
     row_count  integer not null check (row_count > 0),
     reason     text not null check (reason <> ''),
     asked_at   text not null,
     asked_by   text not null references account (id),
     foreign key (cluster_id, unit_id) references cluster_unit (cluster_id, unit_id)
   )`,
  'create index change_request_unit on change_request (cluster_id, unit_id, asked_at)',
  `create table change_decision (
     request_id text primary key references change_request (id),
     verdict    text not null check (verdict in ('approved', 'refused')),
     reason     text not null,
     seated     integer not null check (seated >= 0),
     waiting    integer not null check (waiting >= 0),
     at         text not null,
     by_account text not null references account (id),
     check (verdict = 'approved' or reason <> '')
   )`,
  'create index audit_entry_subject on audit_entry (subject, seq)',
  'create index cluster_ends on cluster (ends_at)',
];

export async function up(tx: Tx, { makeAppendOnly }: MigratingEngine): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
  await makeAppendOnly(tx, 'change_decision');
}
