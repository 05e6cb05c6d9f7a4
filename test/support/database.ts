import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, openDb } from '../../db/open.ts';
import { scratchFolder, type Scratch } from './scratch.ts';

export type TestDb = {
  db: Db;
  file: string;
  folder: string;
  close: () => Promise<void>;
  /** Closes the database, gives the bytes of its file and removes it: a template for other tests. */
  closeAsTemplate: () => Promise<Buffer>;
};

/**
 * A real SQLite file in a folder of its own, gone after `close`. `template` holds the bytes of a file that another test
 * left behind; without it the file is new and every migration runs.
 */
export async function openTestDb({
  now = () => new Date().toISOString(),
  on = 'memory',
  template,
}: {
  now?: () => string;
  on?: Scratch;
  template?: Buffer;
} = {}): Promise<TestDb> {
  const folder = scratchFolder(on);
  const file = join(folder, 'dontiep.sqlite');
  if (template) writeFileSync(file, template);
  const db = await openDb({ file, now });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  return {
    db,
    file,
    folder,
    async close() {
      await db.close();
      remove();
    },
    async closeAsTemplate() {
      await db.close();
      const bytes = readFileSync(file);
      remove();
      return bytes;
    },
  };
}
