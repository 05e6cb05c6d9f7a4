// Makes a fresh clone ready: modules installed, browser and server code built.
// Uses only what Node.js itself brings, because it runs before anything is installed.
// `npm ci` runs when the stamp of the lock file's hash differs, so a half-finished node_modules never passes.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.dontiep-installed');
const lockDirectory = join(root, '.setup-lock');

const say = (text) => console.log(`[setup] ${text}`);

function fail(text) {
  console.error(`[setup] ${text}`);
  process.exit(1);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18))
    fail(`Node.js 22.18 or newer is needed; this is ${process.versions.node}.`);
}

/** The test browser comes with the modules; two libraries of the system do not. */
function warnAboutBrowserLibraries() {
  if (process.platform !== 'linux' || process.env.CHROMIUM_PATH) return;
  const known = spawnSync('ldconfig', ['-p'], { encoding: 'utf8' });
  const text = known.status === 0 ? known.stdout : spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout;
  if (!text || (text.includes('libnss3.so') && text.includes('libnspr4.so'))) return;
  say('The browser tests need two libraries of the system. One command installs them:');
  say('  sudo apt-get install -y libnss3 libnspr4');
}

function lockfileHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(process.versions.modules)
    .digest('hex');
}

const installedHash = () => (existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : '');

function install() {
  const wanted = lockfileHash();
  if (installedHash() === wanted) return;
  warnAboutBrowserLibraries();
  say('Installing modules with "npm ci"; nothing is compiled.');
  const started = Date.now();
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(command, [...args, 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (result.status !== 0) fail('"npm ci" did not finish; nothing was started. The lines above say why.');
  writeFileSync(stampFile, wanted);
  say(`Modules installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function newestChange(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (path.includes(`${join(root, 'public', 'build')}`)) continue;
    newest = Math.max(newest, statSync(path).mtimeMs);
  }
  return newest;
}

function build() {
  const built = join(root, 'dist', 'main.js');
  const sources = ['server', 'db', 'public', 'scripts'].map((folder) => newestChange(join(root, folder)));
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources, statSync(stampFile).mtimeMs)) return;
  const started = Date.now();
  execFileSync(process.execPath, [join(root, 'scripts', 'build.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** Two commands started together must not install over each other: the second waits for the first. */
function withLock(work) {
  for (let waited = 0; ; waited += 1) {
    try {
      mkdirSync(lockDirectory);
      break;
    } catch {
      if (existsSync(lockDirectory) && Date.now() - statSync(lockDirectory).mtimeMs > 15 * 60_000) {
        rmSync(lockDirectory, { recursive: true, force: true });
        continue;
      }
      if (waited === 0) say('Another start is installing; waiting for it.');
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    }
  }
  const release = () => rmSync(lockDirectory, { recursive: true, force: true });
  process.on('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  work();
}

checkNode();
withLock(() => {
  install();
  if (process.argv.includes('--build')) build();
});
