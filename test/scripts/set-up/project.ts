/** A small project with the real set-up in it, and an npm that does what the test wants. */
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../server/root.ts';

export type Answer = { code: number; out: string; err: string };

/** Writes down each call; `ci` leaves what a real one leaves, `pack` the file in TARBALL. NPM_DOES: fail, fail:pack, hang. */
const FAKE_NPM = `
import { appendFileSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
const { WRITTEN_TO, NPM_DOES = '', TARBALL } = process.env;
const args = process.argv.slice(2);
appendFileSync(WRITTEN_TO, JSON.stringify({ args, pid: process.pid }) + '\\n');
if (args[0] === 'ci') {
  mkdirSync('node_modules/.bin', { recursive: true });
  writeFileSync('node_modules/which.txt', 'new');
}
if (NPM_DOES === 'fail' || NPM_DOES === 'fail:' + args[0]) {
  console.error('npm error code ECONNREFUSED\\nnpm error request to http://127.0.0.1:9/express failed, reason:');
  process.exit(1);
}
if (NPM_DOES === 'hang') setInterval(() => {}, 1000);
if (args[0] === 'pack') copyFileSync(TARBALL, join(args[3], args[1].replace('@', '-') + '.tgz'));
`;

export type Project = ReturnType<typeof makeProject>;

export function makeProject({ node = '>=22.18' } = {}) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dontiep-setup-')));
  const at = (...names: string[]) => join(folder, ...names);
  const write = (name: string, text: string) => {
    mkdirSync(join(at(name), '..'), { recursive: true });
    writeFileSync(at(name), text);
  };
  cpSync(join(root, 'scripts', 'setup.mjs'), at('scripts', 'setup.mjs'));
  cpSync(join(root, 'scripts', 'set-up'), at('scripts', 'set-up'), { recursive: true });
  cpSync(join(root, 'server', 'node-version.mjs'), at('server', 'node-version.mjs'));
  write('package.json', JSON.stringify({ name: 'small', version: '1.0.0', type: 'module', engines: { node } }));
  write('package-lock.json', '{}');
  write('fake/npm-cli.js', FAKE_NPM);
  write('fake/package.json', '{"type":"module"}');
  const environment = {
    PATH: process.env['PATH'],
    npm_execpath: at('fake', 'npm-cli.js'),
    WRITTEN_TO: at('calls.txt'),
    CHROMIUM_PATH: '/none', // no word about libraries of the system
  };
  const command = (args: string[]) => [...args, at('scripts', 'setup.mjs')];

  return {
    folder,
    at,
    write,
    /** What the modules are: "old", "new" or nothing. */
    modules: () => (existsSync(at('node_modules/which.txt')) ? readFileSync(at('node_modules/which.txt'), 'utf8') : ''),
    calls: (): { args: string[]; pid: number }[] =>
      (existsSync(at('calls.txt')) ? readFileSync(at('calls.txt'), 'utf8') : '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    setUp: (wishes: string[] = [], more: Record<string, string> = {}, node = process.execPath) =>
      new Promise<Answer>((resolve) => {
        const options = { cwd: folder, env: { ...environment, ...more } };
        execFile(node, [...command([]), ...wishes], options, (error, out, err) =>
          resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
        );
      }),
    startSetUp: (more: Record<string, string>) =>
      spawn(process.execPath, command([]), { cwd: folder, env: { ...environment, ...more }, stdio: 'ignore' }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
