/** The real, built server as a process of its own, so that it can be killed, traced and starved. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../server/root.ts';

export type ServerProcess = {
  url: string;
  /** kill -9; resolves when the process is gone. */
  kill: () => Promise<void>;
  /** SIGTERM, and kill -9 for one that does not end within ten seconds. */
  stop: () => Promise<void>;
};

const READY_WITHIN_MS = 30_000;
const LINES_KEPT = 20;

/**
 * Starts the server on the folder and resolves when /healthz answers 200.
 * @param under a command that starts it, e.g. strace and its options
 */
export async function startServer({
  folder,
  port,
  under = [],
}: {
  folder: string;
  port: number;
  under?: readonly string[];
}): Promise<ServerProcess> {
  const built = join(root, 'dist', 'main.js');
  if (!existsSync(built)) throw new Error('dist/main.js is missing; please run "npm run build" first.');
  const url = `http://127.0.0.1:${port}`;
  const server = startProcess([...under, process.execPath, built], {
    DATA_DIR: folder,
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_BASE_URL: url,
    DATABASE_URL: '',
    SMTP_URL: '',
    SECRET_KEY_FILE: '',
  });
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await answersHealth(url))) {
    if (server.hasEnded() || Date.now() > until) {
      await server.kill();
      throw new Error(`The server did not come up:\n${server.lastWords()}`);
    }
    await pause(20);
  }
  return { url, kill: server.kill, stop: server.stop };
}

/** A run that fails half-way leaves no server behind. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a command of ours and keeps the end of what it prints for an error message. */
export function startProcess([command = '', ...args]: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let lines: string[] = [];
  const keep = (chunk: Buffer) => {
    lines = [...lines, ...chunk.toString().split('\n')].filter((line) => line !== '').slice(-LINES_KEPT);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', (error) => {
      keep(Buffer.from(error.message));
      resolve();
    });
  });
  running.add(child);
  ended.then(() => running.delete(child));
  const hasEnded = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  const kill = async () => {
    if (!hasEnded()) child.kill('SIGKILL');
    await ended;
  };
  return {
    hasEnded,
    kill,
    lastWords: () => lines.join('\n'),
    async stop() {
      if (!hasEnded()) child.kill('SIGTERM');
      const timer = setTimeout(kill, 10_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

async function answersHealth(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/**
 * A free port below the range from which outgoing connections take theirs: otherwise a client could sit on the port
 * while the server is down, and the next start would fail.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(port)) return port;
  }
  throw new Error('No free port was found between 20000 and 29999.');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
