/**
 * A full disk and a locked file, which pass by themselves: scans are answered 503 `unavailable` with Retry-After and
 * stay in the phones' queues, pages and the roster are still there, and when there is room again work goes on without
 * a restart. The disk is a tmpfs of 8 MB, for which one must be root, if only of a namespace of one's own.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { type Claims, checkWorld } from './check.ts';
import { type Clerk, createClerk } from './clerk.ts';
import { nameSource } from './names.ts';
import { ask } from './network.ts';
import { notHere, type Outcome, runAlone } from './outcome.ts';
import { createPhone, type Phone } from './phone.ts';
import { freePort, startServer } from './server-process.ts';
import { seedWorld, type World } from './world.ts';

const DISK_MB = 8;
const FILLINGS = 3;
const ROUNDS_ON_A_FULL_DISK = 15;
/** Within what the server waits out by itself, and beyond it. */
const LOCKS_MS = [1000, 5000];

type Scene = { url: string; world: World; phones: Phone[]; clerk: Clerk; problems: string[] };

async function fillTheDisk(scene: Scene): Promise<void> {
  const stuffing = join(scene.world.folder, 'stuffing');
  fillUp(stuffing);
  // The log is written anew from its beginning now and then, so some scans may still pass; then none does.
  const isFull = await workUntil(scene, (accepted) => !accepted, 3000);
  if (!isFull) scene.problems.push('the disk was full and every scan was accepted');
  await workUntil(scene, () => false, ROUNDS_ON_A_FULL_DISK);
  await expectReads(scene, 'on a full disk');
  rmSync(stuffing);
  if (!(await workUntil(scene, isDrained, 100))) scene.problems.push('scans were still refused with room on the disk');
}

function fillUp(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (let size = 64 * 1024; size >= 512;) {
      try {
        if (writeSync(handle, Buffer.alloc(size, 'x')) < size) size /= 2;
      } catch {
        size /= 2;
      }
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Another process holds the write lock. */
async function lockTheFile(scene: Scene, milliseconds: number): Promise<void> {
  const refusedBefore = refusals(scene);
  const database = new Database(scene.world.file);
  database.exec('begin immediate');
  const meanwhile = [workUntil(scene, isDrained, 1), expectReads(scene, 'while the file was locked')];
  await pause(milliseconds);
  database.exec('rollback');
  database.close();
  await Promise.all(meanwhile);
  const wasRefused = refusals(scene) > refusedBefore;
  if (milliseconds > 4000 && !wasRefused) scene.problems.push(`nothing was answered 503 in ${milliseconds} ms of lock`);
  if (milliseconds < 2000 && wasRefused) scene.problems.push(`a lock of ${milliseconds} ms was not waited out`);
  if (!(await workUntil(scene, isDrained, 100))) scene.problems.push('scans were still refused after the lock');
}

const refusals = ({ phones }: Scene): number => phones.reduce((sum, phone) => sum + phone.unavailable(), 0);

type Progress = (accepted: boolean, scene: Scene) => boolean;
const isDrained: Progress = (_accepted, { phones }) => phones.every((phone) => phone.waiting() === 0);

/** Every phone scans and sends, until it is as wanted; false when that did not happen within so many rounds. */
async function workUntil(scene: Scene, isReached: Progress, rounds: number): Promise<boolean> {
  for (let round = 0; round < rounds; round += 1) {
    const sent = await Promise.all(
      scene.phones.map(async (phone, index) => {
        const { tokens } = scene.world.doors[index % scene.world.doors.length] ?? { tokens: [] };
        phone.scan(tokens[round % tokens.length] ?? '');
        return await phone.deliver(scene.url);
      }),
    );
    await scene.clerk.register(scene.url);
    if (
      isReached(
        sent.every((accepted) => accepted),
        scene,
      )
    )
      return true;
  }
  return false;
}

/** A monitor, a phone that fetches its roster, and a clerk whose session was last seen a while ago. */
async function expectReads({ url, world, problems }: Scene, when: string): Promise<void> {
  const credential = world.doors[0]?.phones[0]?.credential ?? '';
  const cookie = world.desk.clerks[1]?.cookie ?? '';
  const reads: [string, Record<string, string>][] = [
    ['/healthz', {}],
    ['/login', {}],
    ['/api/v1/door/roster', { Authorization: `Bearer ${credential}` }],
    ['/api/v1/clusters', { Cookie: cookie }],
  ];
  for (const [path, headers] of reads) {
    const reply = await ask(`${url}${path}`, { headers });
    if (reply?.status !== 200) problems.push(`GET ${path} ${when}: ${reply?.status ?? 'no answer'}`);
  }
}

async function runOn(folder: string): Promise<Outcome> {
  const world = await seedWorld(folder, { doors: 2, desks: 8 });
  const server = await startServer({ folder, port: await freePort() });
  const phones = [0, 1].flatMap((gate) => world.doors.flatMap(({ phones: own }) => own[gate] ?? [])).map(createPhone);
  const account = world.desk.clerks[0] ?? { unitId: '', cookie: '' };
  const clerk = createClerk({ ...account, clusterIds: world.desk.clusterIds, nextName: nameSource() });
  const scene: Scene = { url: server.url, world, phones, clerk, problems: [] };
  try {
    await workUntil(scene, isDrained, 100);
    for (let filling = 0; filling < FILLINGS; filling += 1) await fillTheDisk(scene);
    for (const milliseconds of LOCKS_MS) await lockTheFile(scene, milliseconds);
    while (clerk.hasRowsInHand() && (await clerk.register(server.url)));
  } finally {
    await server.stop();
  }
  const claims: Claims = { scans: phones.flatMap((phone) => phone.claims), registrations: clerk.claims };
  const { scans, registrations, problems } = await checkWorld(folder, claims);
  const lost = scans.lost + registrations.lost;
  const doubled = scans.doubled + registrations.doubled;
  return {
    line:
      `${FILLINGS} full disks, ${LOCKS_MS.length} locks, ${refusals(scene)} answers 503; ${scans.acknowledged} scans and ` +
      `${registrations.acknowledged} registrations acknowledged, ${lost} lost, ${doubled} doubled`,
    faults: FILLINGS + LOCKS_MS.length,
    lost,
    doubled,
    problems: [...scene.problems, ...problems, ...phones.flatMap((phone) => phone.problems), ...clerk.problems],
  };
}

export async function runDiskFull(): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'dontiep-faults-'));
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', disk], { encoding: 'utf8' });
  try {
    if (mount.status !== 0) {
      return notHere('disk full: not run, a small disk of its own cannot be mounted here (root or "unshare -rm").');
    }
    return await runOn(disk);
  } finally {
    if (mount.status === 0) spawnSync('umount', [disk]);
    rmSync(folder, { recursive: true, force: true });
  }
}

await runAlone(import.meta.url, runDiskFull);
