import { sql } from 'kysely';
import type { Engine } from './engine/index.ts';
import { migrations } from './migrations/index.ts';

/** Applies, in order and each in its own transaction, the migrations this database has not seen. */
export async function migrate(engine: Engine, now: () => string): Promise<void> {
  const { writer } = engine;
  await sql`create table if not exists migration (name text primary key, applied_at text not null)`.execute(writer);
  const applied = new Set((await writer.selectFrom('migration').select('name').execute()).map((row) => row.name));
  const unknown = [...applied].filter((name) => !migrations.some((migration) => migration.name === name));
  if (unknown.length > 0) {
    throw new Error(
      `The database was written by a newer version (${unknown.join(', ')}); this version cannot open it.`,
    );
  }
  for (const { name, up } of migrations) {
    if (applied.has(name)) continue;
    await writer.transaction().execute(async (tx) => {
      await up(tx, engine);
      await tx.insertInto('migration').values({ name, applied_at: now() }).execute();
    });
  }
}
