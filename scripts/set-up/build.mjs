// @ts-check
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { SetupError, say, secondsSince } from './say.mjs';

/**
 * Builds when a source, or a module that goes into the build, is newer than what was built.
 * @param {string} root
 */
export async function buildWhenOlder(root) {
  const built = join(root, 'dist', 'main.js');
  const sources = ['server', 'db', 'public', 'scripts'].map((folder) => newestChange(join(root, folder)));
  const newest = Math.max(...sources, statSync(join(root, 'package-lock.json')).mtimeMs);
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  const startedAt = Date.now();
  const { code } = await run(process.execPath, [join(root, 'scripts', 'build.ts')], { cwd: root });
  if (code !== 0) throw new SetupError('The build did not finish; the lines above say why.');
  say(`Built in ${secondsSince(startedAt)}.`);
}

/** @param {string} folder */
function newestChange(folder) {
  const built = join('public', 'build');
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(built))
    .reduce((newest, entry) => Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}
