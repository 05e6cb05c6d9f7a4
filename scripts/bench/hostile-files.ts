/**
 * `node scripts/bench/hostile-files.ts`: every file of `test/documents/hostile-files.ts` through the reader
 * of uploads, three times, and once the whole way: uploaded, judged and shown by a running server. Fails when one takes 2
 * seconds, the server's process grows by 100 MB, an answer is not the one it should be, or the health check has to wait
 * for a second; one stopped by the clock is refused too. Bundles itself first, so that the reader's process is the built one too; `npm run build` before.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readWorkbook } from '../../server/documents/read/read-workbook.ts';
import { wordsIn } from '../../server/i18n/catalogue.ts';
import { root } from '../../server/root.ts';
import { hostileFiles } from '../../test/documents/hostile-files.ts';
import { workbook } from '../../test/documents/workbook-parts.ts';
import { uploadAll } from './whole-way.ts';

const ROUNDS = 3;
const MOST = { ms: 2000, healthMs: 1000, growthMb: 100 };
const MB = 1024 * 1024;

type Measured = { what: string; answer: string; sentence: string; isAsExpected: boolean; ms: number };

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;

async function readAll(folder: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  const sentences = wordsIn('vi').files.refused;
  for (const [index, { what, fileName, expected }] of hostileFiles.entries()) {
    const bytes = readFileSync(join(folder, String(index)));
    const start = performance.now();
    const reading = await readWorkbook(bytes, { fileName });
    const ms = performance.now() - start;
    const answer = reading.kind === 'refused' ? reading.code : 'table';
    const sentence = reading.kind === 'refused' ? sentences[reading.code] : '';
    measured.push({ what, answer, sentence, isAsExpected: answer === expected || answer === 'too_slow', ms });
  }
  return measured;
}

async function measure(folder: string): Promise<boolean> {
  const first = performance.now();
  await readWorkbook(workbook(), { fileName: 'ds.xlsx' }); // loads what every other needs
  const startMs = performance.now() - first;
  const atFirst = process.memoryUsage.rss();
  let highest = atFirst;
  const watch = setInterval(() => {
    highest = Math.max(highest, process.memoryUsage.rss());
  }, 10);
  const all: Measured[] = [];
  for (let round = 0; round < ROUNDS; round += 1) all.push(...(await readAll(folder)));
  clearInterval(watch);
  await setTimeout(100); // a process that ended is let go of a little later
  return report(all, { startMs, growthMb: (Math.max(highest, process.memoryUsage.rss()) - atFirst) / MB });
}

function report(all: readonly Measured[], { startMs, growthMb }: { startMs: number; growthMb: number }): boolean {
  const slowest = [...all].sort((left, right) => right.ms - left.ms);
  const once = all.slice(0, hostileFiles.length);
  const refused = once.filter(({ sentence }) => sentence !== '');
  const stopped = once.filter(({ answer }) => answer === 'too_slow');
  const wrong = all.filter(({ isAsExpected }) => !isAsExpected);
  const ended = process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length === 0;
  const isGood = wrong.length === 0 && ended && (slowest[0]?.ms ?? 0) < MOST.ms && growthMb < MOST.growthMb;
  console.log(`${once.length} files, ${ROUNDS} rounds; load of the machine ${loadavg()[0]?.toFixed(1)}`);
  console.log(
    `  refused with a sentence ${refused.length} (${stopped.length} of them by the clock), read without harm ${once.length - refused.length}`,
  );
  console.log(
    `  median ${median(all.map(({ ms }) => ms)).toFixed(0)} ms, slowest ${slowest[0]?.ms.toFixed(0)} ms; a good file ${startMs.toFixed(0)} ms`,
  );
  for (const { what, answer, ms } of slowest.slice(0, 5)) console.log(`    ${ms.toFixed(0)} ms  ${answer}: ${what}`);
  console.log(
    `  memory of the server's process: +${growthMb.toFixed(0)} MB; alive, readers left behind: ${ended ? 'none' : 'some'}`,
  );
  for (const { what, answer } of wrong) console.log(`  NOT AS EXPECTED  ${answer}: ${what}`);
  return isGood;
}

async function measureWholeWay(folder: string): Promise<boolean> {
  const uploaded = await uploadAll(
    hostileFiles.map((file, index) => ({ ...file, bytes: () => readFileSync(join(folder, String(index))) })),
  );
  const slowest = [...uploaded].sort((left, right) => right.ms - left.ms);
  const healthMs = Math.max(...uploaded.map((one) => one.healthMs));
  const failed = uploaded.filter(({ status }) => status !== 200 && status !== 422);
  console.log(
    `  the whole way: median ${median(uploaded.map(({ ms }) => ms)).toFixed(0)} ms, slowest ${slowest[0]?.ms.toFixed(0)} ms (${slowest[0]?.what}); the health check waits ${healthMs.toFixed(0)} ms at the most`,
  );
  for (const { what, status } of failed) console.log(`  NOT AS EXPECTED  ${status}: ${what}`);
  return failed.length === 0 && (slowest[0]?.ms ?? 0) < MOST.ms && healthMs < MOST.healthMs;
}

if (import.meta.url.endsWith('.ts')) {
  const { build } = await import('esbuild');
  const folder = mkdtempSync(join(tmpdir(), 'dontiep-hostile-'));
  const outfile = join(root, 'dist', 'bench', 'hostile-files.js');
  const options = { bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node22' } as const;
  try {
    // Building the files takes more memory than reading them may, so another process does it.
    const writer = join(root, 'test', 'documents', 'write-hostile-files.ts');
    execFileSync(process.execPath, [writer, folder], { cwd: root });
    await build({ ...options, entryPoints: [fileURLToPath(import.meta.url)], outfile, logLevel: 'warning' });
    process.exitCode = spawnSync(process.execPath, [outfile, folder], { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  const folder = process.argv[2] ?? '';
  const isGood = await measure(folder);
  process.exitCode = (await measureWholeWay(folder)) && isGood ? 0 : 1;
}
