/**
 * The only file that acts on import. It looks at the version of Node.js before it loads anything else: on Node.js 20 the
 * database driver ends the process without a word.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNewEnough, neededNode } from './node-version.mjs';
import { root } from './root.ts';

const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
if (!isNewEnough(process.versions.node, packageJson)) {
  console.error(
    `Node.js ${neededNode(packageJson)} or newer is needed; this is ${process.versions.node}. "npm start" fetches one that fits.`,
  );
  process.exit(1);
}
const { start } = await import('./start.ts');
await start();
