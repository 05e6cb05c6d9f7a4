/**
 * Is an answer's commit on the disk before the answer leaves? The server's system calls say so: kill -9 cannot, because
 * the kernel's cache outlives the process. Needs `strace`; the control is a server that syncs less (NORMAL).
 */
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../server/root.ts';
import { ask } from './network.ts';
import { notHere, type Outcome, runAlone } from './outcome.ts';
import { freePort, type ServerProcess, startProcess, startServer } from './server-process.ts';
import { readTrace, type TraceFinding } from './trace.ts';
import { seedWorld, type World } from './world.ts';

const SINGLE = 20;
const BATCHES = 5;
const BATCH = 30;

/** `-D` makes strace the grandchild, so that the process we start, and end, is the server itself. */
const strace = (file: string) => [
  'strace',
  ...['-D', '-f', '-y', '-s', '2500', '-o', file],
  ...['-e', 'trace=pwrite64,pwritev,write,writev,fdatasync,fsync,sendto,sendmsg', '-e', 'signal=none'],
];

/** Twenty scans one after another and five batches of thirty, each sent when the one before was answered. */
async function sendScans(url: string, world: World): Promise<void> {
  const [door] = world.doors;
  let seq = 0;
  for (let request = 0; request < SINGLE + BATCHES; request += 1) {
    const scans = Array.from({ length: request < SINGLE ? 1 : BATCH }, () => {
      seq += 1;
      const code = door?.tokens[seq % door.tokens.length] ?? '';
      return { id: randomUUID(), seq, code, method: 'camera', at: new Date().toISOString(), ageMs: 0 };
    });
    const headers = { Authorization: `Bearer ${door?.phones[0]?.credential}` };
    const reply = await ask(`${url}/api/v1/door/scans`, { headers, body: { scans } });
    if (reply?.status !== 200) throw new Error(`Under strace the server answered ${reply?.status}.`);
  }
}

async function traceApp(folder: string): Promise<TraceFinding> {
  const world = await seedWorld(join(folder, 'app'), { doors: 1, desks: 1 });
  const trace = join(folder, 'app.trace');
  const server = await startServer({ folder: world.folder, port: await freePort(), under: strace(trace) });
  return await traceOf(server, world, trace);
}

async function traceControl(folder: string): Promise<TraceFinding> {
  const world = await seedWorld(join(folder, 'control'), { doors: 1, desks: 1 });
  const trace = join(folder, 'control.trace');
  const script = join(root, 'scripts', 'bench', 'bare-server.ts');
  const server = startProcess([...strace(trace), process.execPath, script, world.file, 'NORMAL']);
  const url = `http://127.0.0.1:${await portOf(server)}`;
  return await traceOf({ url, kill: server.kill, stop: server.stop }, world, trace);
}

async function traceOf(server: ServerProcess, world: World, trace: string): Promise<TraceFinding> {
  await sendScans(server.url, world).finally(() => server.stop());
  return readTrace(readFileSync(trace, 'utf8'));
}

async function portOf(server: ReturnType<typeof startProcess>): Promise<string> {
  for (let waited = 0; waited < 600; waited += 1) {
    const port = /listening (\d+)/.exec(server.lastWords())?.[1];
    if (port) return port;
    if (server.hasEnded()) break;
    await pause(50);
  }
  await server.kill();
  throw new Error(`The control server did not come up:\n${server.lastWords()}`);
}

export async function runWriteBeforeAck(): Promise<Outcome> {
  if (spawnSync('strace', ['-D', 'true'], { stdio: 'ignore' }).status !== 0) {
    return notHere('write before ack: not run, strace cannot be used here (Debian package: strace).');
  }
  const folder = mkdtempSync(join(tmpdir(), 'dontiep-faults-'));
  try {
    const app = await traceApp(folder);
    const control = await traceControl(folder);
    const problems = [...app.problems];
    if (app.answers !== SINGLE + BATCHES) problems.push(`the trace shows ${app.answers} answers to scans`);
    if (control.answers !== SINGLE + BATCHES) problems.push(`the control's trace shows ${control.answers} answers`);
    if (control.problems.some((problem) => !problem.endsWith('written'))) problems.push('the control did not write');
    if (control.afterSync > 0) problems.push(`the control (NORMAL) passed ${control.afterSync} times`);
    return {
      line:
        `${app.answers} answers, ${app.afterSync} after the sync of their log; ` +
        `control (synchronous=NORMAL): ${control.answers} answers, ${control.answers - control.afterSync} found too early`,
      faults: 0,
      lost: 0,
      doubled: 0,
      problems,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runAlone(import.meta.url, runWriteBeforeAck);
