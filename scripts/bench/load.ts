/**
 * Sends scans as fast as the answers come, over raw sockets, so that the generator costs as little as it can.
 * Loopback only, bounded in time. Started by scans.ts: argv = port, seconds, batch size, connections, file of the seed.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import type { SeededCluster } from './seed.ts';

const [port, seconds, batch, connections] = process.argv.slice(2, 6).map(Number) as [number, number, number, number];
const clusters = JSON.parse(readFileSync(process.argv[6] ?? '', 'utf8')) as SeededCluster[];
const firstSeq = Number(process.argv[7] ?? 1);

let answered = 0;
let failed = 0;
const waits: number[] = [];
const until = performance.now() + seconds * 1000;

function requestText(cluster: SeededCluster, seq: number): string {
  const scans = Array.from({ length: batch }, (_, index) => ({
    id: randomUUID(),
    seq: seq + index,
    code: `HTTPS://DONTIEP.EXAMPLE.GOV.VN/I/${cluster.tokens[(seq + index) % cluster.tokens.length]}`,
    method: 'camera',
    at: new Date().toISOString(),
    ageMs: 12,
  }));
  const body = JSON.stringify({ scans });
  return (
    `POST /api/v1/door/scans HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${cluster.credential}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
  );
}

/** One connection, one request in flight; ends after the answer that comes past the time. */
function run(cluster: SeededCluster): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    let seq = firstSeq;
    let sentAt = 0;
    let received = Buffer.alloc(0);
    const send = () => {
      sentAt = performance.now();
      socket.write(requestText(cluster, seq));
      seq += batch;
    };
    socket.setNoDelay(true);
    socket.on('connect', send);
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = received.subarray(0, end).toString('latin1');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (received.length < end + 4 + length) return;
      if (head.startsWith('HTTP/1.1 200')) answered += batch;
      else failed += 1;
      waits.push(performance.now() - sentAt);
      received = Buffer.alloc(0);
      if (performance.now() < until) return send();
      socket.end();
      resolve();
    });
  });
}

await Promise.all(
  Array.from({ length: connections }, (_, index) => run(clusters[index % clusters.length] as SeededCluster)),
);
waits.sort((left, right) => left - right);
const at = (share: number) => waits[Math.floor(waits.length * share)] ?? 0;
console.log(JSON.stringify({ perSecond: answered / seconds, failed, p50: at(0.5), p99: at(0.99) }));
