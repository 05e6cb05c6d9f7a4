// Runs the tests, all or the files that are named, as some processes side by side and closes on one line:
// "N passed, N failed". `--measure` writes down how long each file took (durations.json); the files are shared out by it.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { shareOut } from './share-out.mjs';

/** Browsers and servers run beside the tests: more processes than this would only wait for each other. */
const MOST_PROCESSES = 4;
/** Many times what a run takes. A process that hangs must not keep the run from ending. */
const MOST_MINUTES = Number(process.env.TEST_MINUTES ?? 20);
/**
 * How long a process may take to end after its closing line. Node can wait for ever for a thread of its own at exit;
 * by then every test has said how it ended.
 */
const FAREWELL_MS = 10_000;
/** How long the output of a stopped process may still take. */
const LAST_WORDS_MS = 3000;

const table = join('test', 'support', 'durations.json');
const named = process.argv.slice(2).filter((argument) => argument !== '--measure');
const present = readdirSync('test', { recursive: true })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join('test', name).replaceAll('\\', '/'));
const files = named.length > 0 ? named : present;
const processes = Math.min(Math.max(availableParallelism(), 2), MOST_PROCESSES);
const scratch = mkdtempSync(join(tmpdir(), 'dontiep-run-'));
const running = new Set();
const passOn = process.platform !== 'win32';

/** A group of its own, so that browsers and servers that a test has started go with it. */
function kill(child) {
  if (passOn) process.kill(-child.pid, 'SIGKILL');
  else child.kill('SIGKILL');
}

function stop(code) {
  for (const child of running) kill(child);
  rmSync(scratch, { recursive: true, force: true });
  process.exit(code);
}
process.on('SIGINT', () => stop(130));
process.on('SIGTERM', () => stop(143));

/** Keeps one process's output together: another's success must not cut a test's failure in two. */
function run(share, index) {
  const measured = join(scratch, `${index}.json`);
  const args = ['node_modules/mocha/bin/mocha.js', '--no-package', '--exit', '--timeout', '30000'];
  const child = spawn(process.execPath, [...args, '--reporter', './test/support/reporter.cjs', ...share], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: passOn,
    env: {
      ...process.env,
      FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? resolve('node_modules', '.cache', 'node'),
      TEST_DURATIONS: measured,
    },
  });
  running.add(child);
  let text = '';
  let isLate = false;
  child.stdout.on('data', (part) => {
    text += part;
    if (CLOSING.test(text)) setTimeout(endLate, FAREWELL_MS).unref();
  });
  function endLate() {
    isLate = running.has(child) && CLOSING.test(text);
    if (isLate) kill(child);
  }
  return new Promise((finish) => {
    const limit = setTimeout(() => {
      kill(child);
      text += `\nThis process did not end within ${MOST_MINUTES} minutes and was stopped; its last lines show where.\n`;
      setTimeout(end, LAST_WORDS_MS);
    }, MOST_MINUTES * 60_000);
    child.on('close', end);
    // A server that a failed test left behind keeps the output open.
    child.on('exit', (code) => setTimeout(end, LAST_WORDS_MS, code).unref());

    function end(code) {
      if (!running.delete(child)) return;
      clearTimeout(limit);
      child.stdout.destroy();
      console.log(text.replace(CLOSING, ''));
      finish({ ...countsIn(text, isLate ? 0 : code), durations: readTable(measured) });
    }
  });
}

const CLOSING = /(\d+) passed, (\d+) failed\s*$/;

/** A process that died, or that ran no test at all, has failed. */
function countsIn(text, code) {
  const [, passed = '0', failed = '1'] = CLOSING.exec(text) ?? [];
  const counts = { passed: Number(passed), failed: Number(failed) };
  return { ...counts, isRed: code !== 0 || counts.failed > 0 || counts.passed === 0 };
}

/** Seconds by file; empty when nothing was measured, or when the process died before it could write. */
function readTable(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

const shares = shareOut(files, readTable(table), processes);
const results = await Promise.all(shares.map(run));
const isRed = results.length === 0 || results.some((result) => result.isRed);
if (process.argv.includes('--measure') && !isRed) {
  const seconds = Object.assign(readTable(table), ...results.map(({ durations }) => durations));
  const known = present.toSorted().filter((file) => file in seconds);
  writeFileSync(table, `${JSON.stringify(seconds, known, 2)}\n`);
}
rmSync(scratch, { recursive: true, force: true });
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${Math.max(failed, isRed ? 1 : 0)} failed`);
process.exitCode = isRed ? 1 : 0;
