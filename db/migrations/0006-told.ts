import { sql } from 'kysely';
import type { Tx } from '../schema.ts';

/**
 * When and where a letter asked its reader to come. Letters are composed from the facts and not kept, so after a
 * cluster was moved nothing else knows who still believes the old day. Empty for letters that left before this.
 */
const statements = [
  'alter table letter add column told_starts_at text',
  'alter table letter add column told_venue text',
];

export async function up(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
