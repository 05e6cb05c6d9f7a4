// @ts-check
// Two commands started together must not install over each other: the second waits for the first.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './say.mjs';

/** After this time the holder's number may have gone to another process, as it does when a container starts anew. */
const LONGEST_MS = 15 * 60_000;

/**
 * @template T
 * @param {string} root
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(root, work) {
  mkdirSync(join(root, '.setup'), { recursive: true });
  const file = join(root, '.setup', 'lock');
  for (let waited = 0; !takeLock(file); waited += 1) {
    if (isLeftBehind(file)) rmSync(file, { force: true });
    else {
      if (waited === 0) say('Another start is at work here; waiting for it.');
      await wait(300);
    }
  }
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} file */
function takeLock(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * A set-up that was killed leaves its lock.
 * @param {string} file
 */
function isLeftBehind(file) {
  const held = statSync(file, { throwIfNoEntry: false });
  if (!held) return false;
  if (Date.now() - held.mtimeMs > LONGEST_MS) return true;
  const holder = Number(readFileSync(file, 'utf8'));
  return holder > 0 && !isAlive(holder);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
