import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, found from the running file: sources and the built server lie at different depths. */
function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('package.json was not found above the running file.');
  return findRoot(parent);
}

export const root = findRoot(dirname(fileURLToPath(import.meta.url)));
