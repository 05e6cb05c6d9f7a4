import { sql } from 'kysely';
import type { Tx } from '../schema.ts';

/**
 * What a plan says and the first tables did not keep: the plan's own date, an event that runs over New Year, and where
 * the owner of an agenda item is invited. And the names a unit bore before its present one.
 */
const statements = [
  'alter table event add column document_date text',
  'alter table event add column last_year integer',
  `alter table agenda_item add column invited_from text not null default ''`,
  `create table former_unit_name (
     id         text primary key,
     unit_id    text not null references unit (id),
     name       text not null,
     valid_to   text not null,
     changed_at text not null
   )`,
  'create index former_unit_name_unit on former_unit_name (unit_id)',
];

export async function up(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
