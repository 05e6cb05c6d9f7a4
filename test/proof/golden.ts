/**
 * What the program showed at commit 7016d31, kept as text. `GOLDEN=write` writes it anew; the README beside this file
 * lists what has changed since, and why.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AssertionError } from 'chai';
import { root } from '../../server/root.ts';

const folder = join(root, 'test', 'proof', 'golden');
const SHOWN_LINES = 12;
const SHOWN_SAMPLES = 4;

export const goldenFile = (name: string): string => join(folder, name);
export const isWritingGolden = (): boolean => process.env['GOLDEN'] === 'write';

/** Compares with the stored text, or stores it. A failure names the sample and shows the first lines that differ. */
export function expectGolden(name: string, text: string): void {
  const difference = compareGolden(name, text);
  if (difference) throw new AssertionError(difference);
}

/**
 * Undefined when the text is as it was; else a few lines that say what differs. A line that is only `mayCome` may stand
 * where there was none, but not be gone.
 */
export function compareGolden(name: string, text: string, mayCome?: string): string | undefined {
  const file = goldenFile(name);
  const wanted = `${text.trimEnd()}\n`;
  if (isWritingGolden()) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, wanted);
    return undefined;
  }
  if (!existsSync(file)) return `${name} has no golden sample: run this test with GOLDEN=write and read the new file.`;
  const stored = readFileSync(file, 'utf8');
  if (stored === wanted) return undefined;
  return firstDifference(name, stored.split('\n'), without(stored.split('\n'), wanted.split('\n'), mayCome));
}

/** The lines of now, less those that are only `mayCome` where the stored text has another line. */
function without(stored: readonly string[], now: readonly string[], mayCome: string | undefined): string[] {
  const kept: string[] = [];
  for (const line of now) {
    if (line === mayCome && stored[kept.length] !== mayCome) continue;
    kept.push(line);
  }
  return kept;
}

function firstDifference(name: string, stored: readonly string[], now: readonly string[]): string | undefined {
  if (stored.length === now.length && stored.every((line, index) => line === now[index])) return undefined;
  let start = 0;
  while (stored[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(stored.length, now.length) - start;
  while (end < most && stored.at(-1 - end) === now.at(-1 - end)) end += 1;
  const gone = stored.slice(start, stored.length - end).map((line) => `  - ${line}`);
  const come = now.slice(start, now.length - end).map((line) => `  + ${line}`);
  return [`${name} differs from line ${start + 1} on:`, ...some(gone), ...some(come)].join('\n');
}

const some = (lines: readonly string[]) =>
  lines.length > SHOWN_LINES
    ? [...lines.slice(0, SHOWN_LINES), `    (${lines.length - SHOWN_LINES} lines more)`]
    : lines;

/** Fails with the first few of the differences, if there are any. */
export function complain(differences: readonly string[]): void {
  if (differences.length === 0) return;
  const more = differences.length - SHOWN_SAMPLES;
  const shown = differences.slice(0, SHOWN_SAMPLES).join('\n\n');
  throw new AssertionError(`${shown}${more > 0 ? `\n\nand ${more} samples more` : ''}`);
}
