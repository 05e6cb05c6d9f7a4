import { sql } from 'kysely';
import type { MigratingEngine } from '../engine/index.ts';
import type { Tx } from '../schema.ts';

/**
 * Which of two entries of one person went into which; what stood in a field before it was corrected; a request to
 * correct somebody who is on the list already.
 *
 * The audit chain says that a field changed and holds no person's data. What stood there is kept in a table of its own,
 * so that it can be erased one day and the chain stays whole: `delegate_change` is not append-only.
 */
const statements = [
  `create table merge (
     goes_registration_id  text primary key,
     stays_registration_id text not null,
     cluster_id            text not null,
     unit_id               text not null,
     at                    text not null,
     by_account            text,
     check (goes_registration_id <> stays_registration_id),
     foreign key (cluster_id, unit_id, goes_registration_id) references registration (cluster_id, unit_id, id),
     foreign key (cluster_id, unit_id, stays_registration_id) references registration (cluster_id, unit_id, id)
   )`,
  'create index merge_stays on merge (stays_registration_id)',
  'create index merge_cluster on merge (cluster_id)',
  `create table delegate_change (
     id              text primary key,
     correction_id   text not null,
     delegate_id     text not null references delegate (id),
     registration_id text not null references registration (id),
     field           text not null,
     before          text not null,
     after           text not null,
     constraint delegate_change_field unique (correction_id, field)
   )`,
  'create index delegate_change_delegate on delegate_change (delegate_id)',
  'alter table change_request add column registration_id text references registration (id)',
];

export async function up(tx: Tx, { makeAppendOnly }: MigratingEngine): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
  await readMerges(tx);
  await makeAppendOnly(tx, 'merge');
}

/** Merges of before stand in the audit chain alone. */
async function readMerges(tx: Tx): Promise<void> {
  const entries = await tx
    .selectFrom('audit_entry')
    .select(['at', 'actor', 'subject', 'detail'])
    .where('action', '=', 'delegates_merged')
    .execute();
  for (const { at, actor, subject, detail } of entries) {
    const stays = subject.replace('registration:', '');
    const { registrations: goes } = JSON.parse(detail) as { registrations: string };
    await sql`
      insert into merge (goes_registration_id, stays_registration_id, cluster_id, unit_id, at, by_account)
      select ${goes}, id, cluster_id, unit_id, ${at}, ${actor.replace('account:', '')}
      from registration
      where id = ${stays}
    `.execute(tx);
  }
}
