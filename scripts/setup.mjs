// @ts-check
// Makes a fresh clone ready: a Node.js that the app runs on, the modules, the built code.
//   --build   builds what the browser and `npm start` run, when sources are newer
//   --tests   installs the packages of the tests too
// It begins on whatever Node.js the machine has (18 or newer) and before anything is installed, so it uses only what
// Node.js itself brings.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenOlder } from './set-up/build.mjs';
import { withLock } from './set-up/lock.mjs';
import { installModules } from './set-up/modules.mjs';
import { linkNode, nodeToUse } from './set-up/node.mjs';
import { run } from './set-up/run.mjs';
import { SetupError } from './set-up/say.mjs';

const script = fileURLToPath(import.meta.url);
const root = dirname(dirname(script));
const wishes = process.argv.slice(2);
/** Said by a Node.js that is too old to the one that it fetched. */
const HANDED_OVER = '--handed-over';

async function prepare() {
  await installModules({ root, withTests: wishes.includes('--tests') });
  linkNode({ root, node: process.execPath });
  if (wishes.includes('--build')) await buildWhenOlder(root);
}

try {
  const packageJson = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const isHandedOver = wishes.includes(HANDED_OVER);
  const node = isHandedOver ? process.execPath : await withLock(root, () => nodeToUse({ root, packageJson }));
  if (node === process.execPath) await withLock(root, prepare);
  else process.exitCode = (await run(node, [script, ...wishes, HANDED_OVER])).code;
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`[setup] ${error.message}`);
  process.exitCode = 1;
}
