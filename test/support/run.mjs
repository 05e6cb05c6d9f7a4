// Runs the tests as two processes side by side, the browser's with some others and all the rest, and closes on one line:
// "N passed, N failed". One after the other they would leave a core idle for minutes.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const test = join(process.cwd(), 'test');
const foldersOf = (...path) =>
  readdirSync(join(test, ...path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['support', 'fixtures', 'pages'].includes(entry.name))
    .map(({ name }) => [...path, name].join('/'));
const folders = [...foldersOf(), ...foldersOf('pages')];
/** What takes about as long as everything else together, so that neither process waits for the other. */
const firstHalf = [
  'actions',
  'browser',
  'documents',
  'faults',
  'http',
  'scripts',
  'pages/accounts',
  'pages/overview',
  'pages/setup',
];
const isFirst = (name) => firstHalf.includes(name);
const specs = (wanted) => folders.filter(wanted).map((name) => `test/${name}/**/*.test.ts`);

/** Keeps one process's output together: a test's failure must not be cut by another's success. */
function run(files) {
  const args = ['node_modules/mocha/bin/mocha.js', '--no-package', '--exit', '--timeout', '30000'];
  const child = spawn(process.execPath, [...args, '--reporter', './test/support/reporter.cjs', ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' },
  });
  let text = '';
  child.stdout.on('data', (part) => {
    text += part;
  });
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      const [, passed = '0', failed = '1'] = /(\d+) passed, (\d+) failed\s*$/.exec(text) ?? [];
      console.log(text.replace(/\d+ passed, \d+ failed\s*$/, ''));
      resolve({ passed: Number(passed), failed: Number(failed), code });
    });
  });
}

const halves = await Promise.all([run(specs(isFirst)), run(['test/*.test.ts', ...specs((name) => !isFirst(name))])]);
const sum = (of) => halves.reduce((total, half) => total + of(half), 0);
const isRed = halves.some(({ code, failed }) => code !== 0 || failed > 0);
console.log(
  `${sum(({ passed }) => passed)} passed, ${Math.max(
    sum(({ failed }) => failed),
    isRed ? 1 : 0,
  )} failed`,
);
process.exitCode = isRed ? 1 : 0;
