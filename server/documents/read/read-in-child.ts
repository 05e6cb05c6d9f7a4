/**
 * Reads a list where it can be killed: a worker thread would not do, because running out of memory there ends the
 * whole server. The only file of the server that starts a process.
 */
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import { z } from 'zod';
import { root } from '../../root.ts';
import type { ReadingJob } from './read-job.ts';
import { measures, refused, type WorkbookReading } from './reading.ts';
import { type RefusalCode, refusals } from '../../domain/sheet/reading-problem.ts';

const BUILT = join(root, 'dist', 'read-workbook-child.js');
const SOURCES = ['documents', 'domain'].map((folder) => join(root, 'server', folder));

/**
 * Loading TypeScript takes three quarters of a child's start, so the sources too run the built one, while it is as new as
 * they are: `npm test` and `npm run dev` build first.
 */
function entry(): string[] {
  const isBuilt = !import.meta.url.endsWith('.ts') || isNewerThanSources(BUILT);
  return isBuilt ? [BUILT] : [join(root, 'server', 'documents', 'read', 'read-workbook-child.ts')];
}

function isNewerThanSources(file: string): boolean {
  const builtAt = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.every((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).every(
      (name) => statSync(join(folder, name)).mtimeMs < builtAt,
    ),
  );
}

/** Each child may take a core and its heap, so few run at once and not many more wait. */
const AT_ONCE = 2;
const MOST_WAITING = 20;
let running = 0;
const waiting: (() => void)[] = [];

/** What a child may take before it is killed. */
export type ReadingLimits = { startMs: number; ms: number; heapMb: number };
const LIMITS: ReadingLimits = { startMs: measures.childStartMs, ms: measures.childMs, heapMb: measures.childHeapMb };

export async function readInChild(job: ReadingJob, limits = LIMITS): Promise<WorkbookReading> {
  if (running >= AT_ONCE && waiting.length >= MOST_WAITING) return refused('too_busy');
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await runChild(job, limits);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

function runChild(job: ReadingJob, { startMs, ms, heapMb }: ReadingLimits): Promise<WorkbookReading> {
  // Nothing of the server's environment: it holds the mail password. Windows cannot start a process without this one.
  const { SystemRoot } = process.env;
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, ...entry()], {
    cwd: root,
    env: SystemRoot ? { SystemRoot } : {},
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  let length = 0;
  let why: RefusalCode | undefined;
  const kill = (reason: RefusalCode) => {
    why = reason;
    child.kill('SIGKILL');
  };
  let timer = setTimeout(kill, startMs, 'too_slow');
  // Its first byte is a blank that says it runs: only then does its work begin to count.
  child.stdout.once('data', () => {
    clearTimeout(timer);
    timer = setTimeout(kill, ms, 'too_slow');
  });
  child.stdout.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > measures.answerBytes) kill('inflates_too_much');
    else chunks.push(chunk);
  });
  child.stdin.on('error', () => undefined); // a child that died early does not take its input; `close` tells the rest
  child.stdin.end(serialize(job));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      if (why) return resolve(refused(why));
      // Out of memory ends the child with SIGABRT (134 where there are no signals); an exit of its own is a fault of ours.
      if (signal || code === 134) return resolve(refused('inflates_too_much'));
      if (code !== 0) return reject(new Error(`The workbook reader ended with ${code}.`));
      resolve(answer.parse(JSON.parse(Buffer.concat(chunks).toString('utf8'))));
    });
  });
}

const rows = z.array(
  z.object({ row: z.int(), cells: z.array(z.string()), fonts: z.array(z.string()).exactOptional() }),
);

/** What the child may answer. It is our own code, but it has had a stranger's file in its hands. */
const answer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('table'),
    sheetName: z.string(),
    otherSheets: z.array(z.object({ name: z.string(), rows: rows.exactOptional() })),
    rows,
    problems: z.array(z.object({ code: z.literal('cell_too_long'), row: z.int(), column: z.int() })),
  }),
  z.object({ kind: z.literal('refused'), code: z.enum(refusals) }),
]) satisfies z.ZodType<WorkbookReading>;
