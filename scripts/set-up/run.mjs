// @ts-check
// Runs programs so that a signal to the set-up ends them too: npm left alone would go on writing.
import { spawn } from 'node:child_process';
import { basename } from 'node:path';

/** @typedef {{ code: number, output: string }} Ending */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {number | undefined} */
let interruptedWith;

for (const [signal, number] of /** @type {const} */ ([
  ['SIGINT', 2],
  ['SIGTERM', 15],
])) {
  process.on(signal, () => {
    interruptedWith = 128 + number;
    if (running.size === 0) process.exit(interruptedWith);
    for (const child of running) child.kill(signal);
  });
}

/**
 * The program's output is shown as it comes, or kept and returned when `isQuiet`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, isQuiet?: boolean, shell?: boolean }} [options]
 * @returns {Promise<Ending>}
 */
export function run(command, args, { cwd, isQuiet = false, shell = false } = {}) {
  const child = spawn(command, args, { cwd, shell, stdio: isQuiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (part) => {
      output += part;
    });
  }
  return new Promise((resolve) => {
    /** @param {number} code */
    const end = (code) => {
      running.delete(child);
      if (interruptedWith) process.exit(interruptedWith);
      resolve({ code, output });
    };
    child.once('error', (error) => {
      output += `npm error code ${'code' in error ? error.code : error.message}`;
      end(1);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/**
 * npm, as the user has set it up: registry, proxy, certificates and cache are theirs.
 * @param {string[]} args
 * @param {{ cwd: string }} options
 * @returns {Promise<Ending>}
 */
export function runNpm(args, { cwd }) {
  const options = { cwd, isQuiet: true };
  const quiet = [...args, '--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier'];
  // Of itself npm waits a minute between its tries, and a person without a network waits with it.
  const patient = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  const npm = process.env['npm_execpath'];
  // Another package manager puts its own path there.
  if (npm && basename(npm).startsWith('npm')) return run(process.execPath, [npm, ...quiet, ...patient], options);
  return run('npm', [...quiet, ...patient], { ...options, shell: process.platform === 'win32' });
}

/**
 * Why npm failed, in its own short code, with the address that it could not reach.
 * @param {string} output
 * @returns {string} such as "ECONNREFUSED http://127.0.0.1:9/express"
 */
export function causeOf(output) {
  const [, code] = /^npm (?:error|ERR!) code (\S+)/m.exec(output) ?? [];
  const [, address] = /(https?:\/\/\S+)/.exec(output) ?? [];
  if (!code) return output.trim().split('\n').at(-1) || 'npm says nothing more';
  return address ? `${code} ${address}` : code;
}
