import { sql } from 'kysely';
import { postWords } from '../../server/domain/people/person-query.ts';
import type { MigratingEngine } from '../engine/index.ts';
import type { Tx } from '../schema.ts';

/**
 * Who stands in for whom; the order a unit gave its own list; what a delegate does and where, folded for the search.
 *
 * A substitute takes over one place, so both registrations are of the same unit in the same cluster: the composite
 * keys hold that below every query.
 */
const statements = [
  'create unique index registration_place on registration (cluster_id, unit_id, id)',
  `create table substitution (
     old_registration_id text primary key,
     new_registration_id text not null constraint substitution_new unique,
     cluster_id          text not null,
     unit_id             text not null,
     at                  text not null,
     by_account          text,
     reason              text not null,
     check (old_registration_id <> new_registration_id),
     foreign key (cluster_id, unit_id, old_registration_id) references registration (cluster_id, unit_id, id),
     foreign key (cluster_id, unit_id, new_registration_id) references registration (cluster_id, unit_id, id)
   )`,
  'create index substitution_cluster on substitution (cluster_id)',
  'alter table registration add column manual_order integer',
  `alter table delegate add column post_folded text not null default ''`,
];

export async function up(tx: Tx, { makeAppendOnly }: MigratingEngine): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
  await makeAppendOnly(tx, 'substitution');
  await foldPosts(tx);
}

/** SQL cannot take marks off letters, so the rows that are here already are folded one by one. */
async function foldPosts(tx: Tx): Promise<void> {
  const rows = await tx
    .selectFrom('delegate')
    .innerJoin('unit', 'unit.id', 'delegate.unit_id')
    .select(['delegate.id', 'delegate.position', 'delegate.workplace', 'unit.name'])
    .execute();
  for (const { id, position, workplace, name } of rows) {
    const folded = postWords(position, workplace, name);
    await tx.updateTable('delegate').set({ post_folded: folded }).where('id', '=', id).execute();
  }
}
