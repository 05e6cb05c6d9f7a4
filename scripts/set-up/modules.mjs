// @ts-check
// Installs the modules beside the present ones and swaps them when all are there: a failed or killed install leaves what
// worked before.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { causeOf, runNpm } from './run.mjs';
import { SetupError, say, secondsSince } from './say.mjs';

const STAMP = '.dontiep-installed';

/**
 * Without the packages of the tests unless they are asked for; an installation that has them serves both.
 * @param {{ root: string, withTests: boolean }} wish
 */
export async function installModules({ root, withTests }) {
  const modules = join(root, 'node_modules');
  const staging = join(root, '.setup', 'modules');
  const replaced = join(root, '.setup', 'replaced-modules');
  // A set-up killed between the two renames of the swap left the old modules here.
  if (!existsSync(modules) && existsSync(replaced)) renameSync(replaced, modules);
  for (const leftover of [staging, replaced]) rmSync(leftover, { recursive: true, force: true });

  const lock = lockfileHash(root);
  if (isInstalled({ modules, lock, withTests })) return;
  if (withTests) warnAboutBrowserLibraries();
  say(`Installing the modules${withTests ? ', those of the tests too' : ''}; nothing is compiled.`);
  const startedAt = Date.now();
  await installInto(staging, { root, withTests });
  writeFileSync(join(staging, 'node_modules', STAMP), `${lock} ${withTests ? 'all' : 'without-tests'}`);
  swap({ modules, replaced, staged: join(staging, 'node_modules') });
  rmSync(staging, { recursive: true, force: true });
  say(`Modules installed in ${secondsSince(startedAt)}.`);
}

/** @param {string} root */
function lockfileHash(root) {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`) // some packages carry binaries
    .digest('hex');
}

/** @param {{ modules: string, lock: string, withTests: boolean }} wish */
function isInstalled({ modules, lock, withTests }) {
  const stamp = join(modules, STAMP);
  if (!existsSync(stamp)) return false;
  const [installed, what] = readFileSync(stamp, 'utf8').split(' ');
  return installed === lock && (what === 'all' || !withTests);
}

/**
 * No package needs its install script: the database driver and esbuild bring their binaries.
 * @param {string} staging
 * @param {{ root: string, withTests: boolean }} wish
 */
async function installInto(staging, { root, withTests }) {
  mkdirSync(join(staging, 'node_modules'), { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(root, name), join(staging, name));
  const packages = withTests ? '--include=dev' : '--omit=dev';
  const { code, output } = await runNpm(['ci', '--ignore-scripts', packages], { cwd: staging });
  if (code === 0) return;
  rmSync(staging, { recursive: true, force: true });
  throw new SetupError(
    `The modules could not be installed: "npm ci" failed (${causeOf(output)}). What was installed before is untouched. ` +
      "Please check the network and npm's registry and proxy settings, then start again.",
  );
}

/** @param {{ modules: string, replaced: string, staged: string }} folders */
function swap({ modules, replaced, staged }) {
  if (existsSync(modules)) renameSync(modules, replaced);
  renameSync(staged, modules);
  rmSync(replaced, { recursive: true, force: true });
}

/** The test browser comes with the modules; two libraries of the system do not. */
function warnAboutBrowserLibraries() {
  if (process.platform !== 'linux' || process.env['CHROMIUM_PATH']) return;
  const known = spawnSync('ldconfig', ['-p'], { encoding: 'utf8' });
  const text = known.status === 0 ? known.stdout : spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout;
  if (!text || (text.includes('libnss3.so') && text.includes('libnspr4.so'))) return;
  say('The browser tests need two libraries of the system. One command installs them:');
  say('  sudo apt-get install -y libnss3 libnspr4');
}
