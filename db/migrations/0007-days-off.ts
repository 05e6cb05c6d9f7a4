import { sql } from 'kysely';
import type { Tx } from '../schema.ts';

/** Public holidays and days off in lieu differ from year to year and are announced late: data of the event. */
const statements = [`alter table event add column days_off text not null default ''`];

export async function up(tx: Tx): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx);
}
