// @ts-check
// Which Node.js the app runs on: the machine's own, or a pinned one in .setup where the machine's is too old.
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { isNewEnough, neededNode } from '../../server/node-version.mjs';
import { pinnedNodeFor } from './pinned-node.mjs';
import { causeOf, runNpm } from './run.mjs';
import { SetupError, say } from './say.mjs';
import { nodeFrom } from './tarball.mjs';

/** @typedef {import('./pinned-node.mjs').PinnedNode} PinnedNode */

const isWindows = process.platform === 'win32';
const executable = join('bin', isWindows ? 'node.exe' : 'node');

/** @param {string} root @param {string} node */
const isOurs = (root, node) => node.startsWith(join(root, '.setup'));

/**
 * The path of the Node.js to go on with. Once fetched, the pinned one also follows its pin.
 * @param {{ root: string, packageJson: { engines: { node: string } } }} project
 * @returns {Promise<string>}
 */
export async function nodeToUse({ root, packageJson }) {
  const { node: version } = process.versions;
  const fits = isNewEnough(version, packageJson);
  if (fits && !isOurs(root, process.execPath)) return process.execPath;
  const advice = `install Node.js ${neededNode(packageJson)} or newer (24 is best) from https://nodejs.org`;
  const pinned = pinnedNodeFor(process.platform, process.arch);
  if (!pinned) {
    throw new SetupError(`Node.js ${version} is too old. Please ${advice}, then start again.`);
  }
  const folder = join(root, '.setup', `${pinned.name}-${pinned.version}`);
  if (existsSync(join(folder, executable))) return join(folder, executable);
  try {
    say(fits ? 'Another Node.js is pinned now.' : `Node.js ${version} is too old for the app.`);
    await fetchNode({ root, pinned, folder, advice });
  } catch (error) {
    if (!fits || !(error instanceof SetupError)) throw error;
    say(`${error.message} Going on with Node.js ${version}.`);
    return process.execPath;
  }
  return join(folder, executable);
}

/**
 * Fetches and checks in a folder beside, renames at the end: the folder is there whole or not at all.
 * @param {{ root: string, pinned: PinnedNode, folder: string, advice: string }} order
 */
async function fetchNode({ root, pinned, folder, advice }) {
  const { name, version } = pinned;
  say(`Fetching Node.js ${version} into .setup (50 MB, once).`);
  const staging = join(root, '.setup', 'fetching-node');
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(join(staging, 'bin'), { recursive: true });
  try {
    const spec = `${name}@${version}`;
    const { code, output } = await runNpm(['pack', spec, '--pack-destination', staging], { cwd: staging });
    if (code !== 0) {
      throw new SetupError(
        `Node.js ${version} could not be fetched: "npm pack ${spec}" failed (${causeOf(output)}). ` +
          `Please check the network and npm's registry and proxy settings, or ${advice}, then start again.`,
      );
    }
    const tarball = readFileSync(join(staging, `${name}-${version}.tgz`));
    writeFileSync(join(staging, executable), nodeFrom(tarball, pinned), { mode: 0o755 });
    const { stdout } = spawnSync(join(staging, executable), ['--version'], { encoding: 'utf8' });
    if (stdout?.trim() !== `v${version}`) {
      throw new SetupError(`The Node.js ${version} that was fetched does not run on this system. Please ${advice}.`);
    }
    rmSync(join(staging, `${name}-${version}.tgz`));
    renameSync(staging, folder);
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  removeOthers(folder);
}

/**
 * Earlier pins take 120 MB each.
 * @param {string} folder
 */
function removeOthers(folder) {
  for (const name of readdirSync(dirname(folder))) {
    const other = join(dirname(folder), name);
    // The one that runs this may be among them; Windows keeps it until the next time.
    const isInUse = isWindows && process.execPath.startsWith(other);
    if (/^node-/.test(name) && other !== folder && !isInUse) rmSync(other, { recursive: true, force: true });
  }
}

/**
 * npm puts node_modules/.bin first on the PATH of every script, so a `node` there is the one that all scripts run.
 * Where the machine's own Node.js fits, there is none.
 * @param {{ root: string, node: string }} place
 */
export function linkNode({ root, node }) {
  const bin = join(root, 'node_modules', '.bin');
  const link = join(bin, isWindows ? 'node.cmd' : 'node');
  if (existsSync(link) && realpathSync(link) === node) return;
  rmSync(link, { force: true });
  if (!isOurs(root, node)) return;
  const target = relative(bin, node);
  if (isWindows) writeFileSync(link, `@"%~dp0${target}" %*\r\n`);
  else symlinkSync(target, link);
}
