import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, openDb } from '../../db/open.ts';

export type TestDb = { db: Db; file: string; folder: string; close: () => Promise<void> };

/** A real SQLite file in a folder of its own, gone after `close`. */
export async function openTestDb(now: () => string = () => new Date().toISOString()): Promise<TestDb> {
  const folder = mkdtempSync(join(tmpdir(), 'dontiep-'));
  const file = join(folder, 'dontiep.sqlite');
  const db = await openDb({ file, now });
  return {
    db,
    file,
    folder,
    async close() {
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
