/** Listens and carries the mail until it is told to stop. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import type { Context } from './context.ts';
import { startPostman } from './mail/postman.ts';

export type Serving = { port: number; close: () => Promise<void> };

const GRACE_MS = 5_000;
const PARENT_MS = 500;

/** Resolves once the port is open; throws a sentence when it cannot be. `close` lets running requests finish. */
export async function serve(context: Context): Promise<Serving> {
  const { host, port } = context.config;
  const server = createServer(createApp(context));
  server.requestTimeout = 30_000;
  server.headersTimeout = 15_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new Error(`Port ${port} cannot be opened: ${error.message}`)));
    server.listen(port, host, resolve);
  });
  const postman = startPostman(context);
  let closing: Promise<void> | undefined;

  async function close(): Promise<void> {
    await postman.stop();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), GRACE_MS).unref();
    });
    await context.db.close();
  }

  return {
    port: (server.address() as AddressInfo).port,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/** Ends the process in order on SIGTERM and Ctrl+C, and when the shell that npm started it in is gone. */
export function closeOnSignal({ close }: Serving): void {
  const end = async () => {
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
  // npm hands SIGTERM to the shell of its script, and dash dies of it without handing it on.
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  setInterval(() => {
    if (process.ppid !== shell) void end();
  }, PARENT_MS).unref();
}
