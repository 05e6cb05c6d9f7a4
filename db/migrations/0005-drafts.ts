import { sql } from 'kysely';
import type { Tx } from '../schema.ts';

/**
 * Rows a unit has typed and not handed in. The version counts on with the list itself, so it never comes twice: a late
 * save of rows that were handed in or thrown away meanwhile is seen for what it is.
 */
const statements = [
  'alter table cluster_unit add column draft_version integer not null default 0',
  `create table draft (
     cluster_id text not null,
     unit_id    text not null,
     rows       text not null,
     row_count  integer not null check (row_count > 0),
     saved_at   text not null,
     saved_by   text not null references account (id),
     primary key (cluster_id, unit_id),
     foreign key (cluster_id, unit_id) references cluster_unit (cluster_id, unit_id)
   )`,
];

export async function up(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
