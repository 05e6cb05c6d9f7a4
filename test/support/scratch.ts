/**
 * Where tests put their files. A database in memory answers without waiting for a disk, which is most of what a test
 * waits for. Tests that prove durability ask for the disk by name.
 */
import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Linux keeps this folder in memory. */
const MEMORY = '/dev/shm';
/** A container may have as little as 64 MB there, which browsers need for themselves. */
const LEAST_FREE_BYTES = 512 * 1024 * 1024;

export type Scratch = 'memory' | 'disk';

let inMemory: string | undefined;

/** A new empty folder. One in memory is gone when the process ends, if the test does not remove it before. */
export function scratchFolder(on: Scratch = 'memory'): string {
  if (on === 'disk') return mkdtempSync(join(tmpdir(), 'dontiep-'));
  inMemory ??= memoryFolder();
  return mkdtempSync(join(inMemory, 'test-'));
}

function memoryFolder(): string {
  const folder = mkdtempSync(join(hasRoomInMemory() ? MEMORY : tmpdir(), 'dontiep-tests-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function hasRoomInMemory(): boolean {
  try {
    accessSync(MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= LEAST_FREE_BYTES;
  } catch {
    return false;
  }
}
