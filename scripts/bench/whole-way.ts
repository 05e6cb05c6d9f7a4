/**
 * A file's whole way: uploaded to a running server, read, judged and shown. The health check is asked beside it, because
 * a server that answers one clerk late answers all of them late, the door included.
 */
import { setTimeout } from 'node:timers/promises';
import { type Client, startApp } from '../../test/support/app.ts';

export type Uploaded = { what: string; status: number; ms: number; healthMs: number };

export async function uploadAll(
  files: readonly { what: string; fileName: string; bytes: () => Buffer }[],
): Promise<Uploaded[]> {
  const app = await startApp();
  const clerk = await app.as('binh');
  const path = `/clusters/${app.cast.cluster(2)}/registrations/file`;
  const uploaded: Uploaded[] = [];
  for (const { what, fileName, bytes } of files) {
    const sending = await multipart(fileName, bytes());
    const health = watchHealth(app.visitor());
    const start = performance.now();
    const { status } = await clerk.send(path, { method: 'POST', ...sending });
    const ms = performance.now() - start;
    uploaded.push({ what, status, ms, healthMs: await health.longest() });
  }
  await app.close();
  return uploaded;
}

export async function multipart(
  fileName: string,
  bytes: Buffer,
): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(bytes)]), fileName);
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const type = request.headers.get('content-type') ?? '';
  return { headers: { 'content-type': type }, body: Buffer.from(await request.arrayBuffer()) };
}

/** Asks until it is told to stop; then the longest that an answer took. */
function watchHealth(visitor: Client): { longest: () => Promise<number> } {
  let isOver = false;
  const watch = (async () => {
    let longest = 0;
    while (!isOver) {
      const start = performance.now();
      await visitor.get('/healthz');
      longest = Math.max(longest, performance.now() - start);
      await setTimeout(20);
    }
    return longest;
  })();
  return {
    async longest() {
      isOver = true;
      return await watch;
    },
  };
}
