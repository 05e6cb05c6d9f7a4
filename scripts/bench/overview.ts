/**
 * `node scripts/bench/overview.ts`: how long the main page takes when the database holds 1,000 events with
 * three clusters of 60 registrations each, invitations, answers and an audit chain. The same ten units take part in
 * every event, which is the worst case for a registrar's own page. Fails above 50 ms in the median.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { insertAccount } from '../../db/accounts/accounts.ts';
import { insertLogin } from '../../db/accounts/logins.ts';
import { createApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { type Context, instant } from '../../server/context.ts';
import { createContext } from '../../server/create-context.ts';
import type { Role } from '../../server/domain/account.ts';
import { sha256 } from '../../server/keys.ts';
import { root } from '../../server/root.ts';
import { seedEvents, type SeededEvents } from './seed-events.ts';

const EVENTS = 1000;
const ROUNDS = 200;
const WARM_UP = 20;
const MOST_MS = 50;

async function signIn(context: Context, role: Role, unitId: string): Promise<string> {
  const accountId = context.newId();
  const secret = context.newSecret();
  const at = instant(context);
  await context.db.write(async (tx) => {
    const login = `do.tai.${role}`;
    const person = { id: accountId, login, loginFolded: login, fullName: `Đo tải ${role}`, role };
    await insertAccount(tx, { ...person, unitId: role === 'registrar' ? unitId : undefined, passwordHash: '', at });
    await insertLogin(tx, { idHash: sha256(secret), accountId, createdAt: at, lastSeenAt: at });
  });
  return `sid=${secret}`;
}

async function measure(url: string, cookie: string): Promise<{ median: number; p95: number; bytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    const started = performance.now();
    const answer = await fetch(url, { headers: { cookie } });
    const text = await answer.text();
    if (round >= WARM_UP) times.push(performance.now() - started);
    if (answer.status !== 200) throw new Error(`The page answered ${answer.status}: ${text.slice(0, 300)}`);
    bytes = text.length;
  }
  times.sort((left, right) => left - right);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { median: at(0.5), p95: at(0.95), bytes };
}

async function run(context: Context, { registrations, unitId }: SeededEvents): Promise<void> {
  const server = createServer(createApp(context));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  console.log(`${EVENTS} events, ${registrations} registrations; ${ROUNDS} requests each, one after the other:`);
  let slowest = 0;
  for (const role of ['organiser', 'registrar', 'accountant'] as const) {
    const cookie = await signIn(context, role, unitId);
    const { median, p95, bytes } = await measure(url, cookie);
    slowest = Math.max(slowest, median);
    const name = role.padEnd(10);
    console.log(`  ${name} median ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${(bytes / 1024).toFixed(0)} KB`);
  }
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  console.log(slowest <= MOST_MS ? `OK: at most ${MOST_MS} ms.` : `TOO SLOW: more than ${MOST_MS} ms.`);
  if (slowest > MOST_MS) process.exitCode = 1;
}

const folder = mkdtempSync(join(tmpdir(), 'dontiep-overview-'));
try {
  const config = readConfig({ DATA_DIR: folder, PUBLIC_BASE_URL: 'http://127.0.0.1:3000' }, root);
  const context = await createContext(config, { log: pino({ level: 'silent' }) });
  const started = performance.now();
  const seeded = await seedEvents(context, EVENTS);
  console.log(`Seeded in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  await run(context, seeded);
  await context.db.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
