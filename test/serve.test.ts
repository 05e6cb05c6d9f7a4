import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { root } from '../server/root.ts';

describe('a server that a shell started', () => {
  let folder: string;
  let server: number | undefined;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dontiep-serve-'));
  });
  afterEach(() => {
    if (server && isRunning(server)) process.kill(server, 'SIGKILL');
    server = undefined;
    rmSync(folder, { recursive: true, force: true });
  });

  type Started = { shell: ChildProcess; pid: number };

  /** The shell waits for the server, as the one of an npm script does. */
  async function startInShell(environment: Record<string, string>): Promise<Started> {
    const script = '"$0" server/main.ts & echo "pid $!"; wait';
    const shell = spawn('sh', ['-c', script, process.execPath], {
      cwd: root,
      env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    for await (const part of shell.stdout.iterator({ destroyOnReturn: false })) {
      text += part;
      server ??= Number(/pid (\d+)/.exec(text)?.[1]) || undefined;
      if (server && text.includes('is ready')) return { shell, pid: server };
    }
    throw new Error(`The server did not start: ${text}`);
  }

  function isRunning(pid: number): boolean {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  }

  async function endsWithin(pid: number, ms: number): Promise<boolean> {
    for (let waited = 0; waited < ms && isRunning(pid); waited += 50) await wait(50);
    return !isRunning(pid);
  }

  async function endShell({ shell }: Started): Promise<void> {
    shell.kill('SIGTERM');
    await once(shell, 'exit');
  }

  it('ends with the shell when npm started that: dash dies of SIGTERM without handing it on', async () => {
    const started = await startInShell({ npm_lifecycle_event: 'start' });
    await endShell(started);
    expect(await endsWithin(started.pid, 10_000)).to.equal(true);
  });

  it('control: outlives the shell otherwise, and ends on its own SIGTERM', async () => {
    const started = await startInShell({});
    await endShell(started);
    expect(await endsWithin(started.pid, 1_200)).to.equal(false);
    process.kill(started.pid, 'SIGTERM');
    expect(await endsWithin(started.pid, 10_000)).to.equal(true);
  });
});
