/**
 * `npm run bench`: durable scans per second through the app, single and in batches of 30, against bare node:http with
 * the same durable group commit. Servers and generator are processes of their own; the arms take turns, because the
 * machine's mood changes; the ratio of the medians is the figure to quote, not the rates.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../server/config.ts';
import { createContext } from '../../server/create-context.ts';
import { root } from '../../server/root.ts';
import { seedForLoad } from './seed.ts';

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 32;
const BATCH = 30;

type Server = { port: number; stop: () => void };
type Measure = { perSecond: number; failed: number; p50: number; p99: number };

function start(args: string[], environment: NodeJS.ProcessEnv, ready: RegExp): Promise<Server> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const port = ready.exec(text)?.[1];
      if (port) resolve({ port: Number(port), stop: () => child.kill('SIGTERM') });
    });
  });
}

function load(port: number, batch: number, seedFile: string, firstSeq: number): Promise<Measure> {
  const args = [join(root, 'scripts/bench/load.ts'), port, SECONDS, batch, CONNECTIONS, seedFile, firstSeq];
  const child = spawn(process.execPath, args.map(String), { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
    });
    child.on('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text)) : reject(new Error(`The generator ended with ${code}.`)),
    );
  });
}

async function prepare(folder: string): Promise<{ file: string; seedFile: string }> {
  const context = await createContext(readConfig({ DATA_DIR: folder }, root));
  const seed = await seedForLoad(context, CONNECTIONS);
  const seedFile = join(folder, 'seed.json');
  writeFileSync(seedFile, JSON.stringify(seed));
  await context.db.close();
  return { file: context.config.databaseFile, seedFile };
}

const median = (numbers: number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;

const folder = mkdtempSync(join(tmpdir(), 'dontiep-bench-'));
const servers: Server[] = [];
try {
  const bareSeed = await prepare(join(folder, 'bare'));
  const appSeed = await prepare(join(folder, 'app'));
  const bare = await start([join(root, 'scripts/bench/bare-server.ts'), bareSeed.file], {}, /listening (\d+)/);
  servers.push(bare);
  const appEnvironment = {
    DATA_DIR: join(folder, 'app'),
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_BASE_URL: 'http://localhost',
  };
  const app = await start([join(root, 'dist/main.js')], appEnvironment, /\(port (\d+)\)/);
  servers.push(app);

  const arms = [
    { name: 'bare, single', server: bare, batch: 1, ...bareSeed },
    { name: 'app, single', server: app, batch: 1, ...appSeed },
    { name: `bare, ${BATCH} at once`, server: bare, batch: BATCH, ...bareSeed },
    { name: `app, ${BATCH} at once`, server: app, batch: BATCH, ...appSeed },
  ].map((arm) => ({ ...arm, measures: [] as Measure[] }));
  // Every round's scans get sequence numbers of their own; the first round only warms up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [index, arm] of arms.entries()) {
      const measure = await load(
        arm.server.port,
        arm.batch,
        arm.seedFile,
        1 + (round * arms.length + index) * 10_000_000,
      );
      if (measure.failed > 0) throw new Error(`${arm.name}: ${measure.failed} requests failed.`);
      if (round > 0) arm.measures.push(measure);
    }
  }
  console.log(
    `\nMedians of ${ROUNDS} rounds of ${SECONDS} s, ${CONNECTIONS} connections, one request in flight on each:`,
  );
  const rates = arms.map(({ name, measures }) => {
    const rate = median(measures.map((measure) => measure.perSecond));
    const p50 = median(measures.map((measure) => measure.p50));
    const p99 = median(measures.map((measure) => measure.p99));
    console.log(
      `  ${name.padEnd(18)} ${rate.toFixed(0).padStart(7)} scans/s   p50 ${p50.toFixed(1)} ms   p99 ${p99.toFixed(1)} ms`,
    );
    return rate;
  }) as [number, number, number, number];
  console.log(`Ratio app / bare, single scans: ${(rates[1] / rates[0]).toFixed(2)} (goal 0.25, later 0.6)`);
  console.log(`Ratio app / bare, batches of ${BATCH}: ${(rates[3] / rates[2]).toFixed(2)} (goal 0.5, later 0.8)`);
} finally {
  for (const server of servers) server.stop();
  rmSync(folder, { recursive: true, force: true });
}
