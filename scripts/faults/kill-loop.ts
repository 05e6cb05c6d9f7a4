/**
 * kill -9 in the middle of the work, over and over: the server is started, phones scan and clerks register, and 50 to
 * 400 ms after it first answered it is gone. What was acknowledged must be there afterwards, once.
 *
 * This proves the order (an answer leaves after its commit) and that a retry is harmless. It cannot tell whether the
 * commit reached the disk, because the kernel's cache outlives the process: that is write-before-ack.
 *
 * `--control` takes away or doubles single rows of a copy and expects each to be reported.
 */
import { randomInt } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { checkWorld } from './check.ts';
import { createClerk, workTheDesk } from './clerk.ts';
import { runControl } from './kill-control.ts';
import type { KillRun } from './kill-run.ts';
import { nameSource } from './names.ts';
import { createNetwork, type Network } from './network.ts';
import { type Outcome, runAlone } from './outcome.ts';
import { createPhone, workTheDoor } from './phone.ts';
import { freePort, startServer } from './server-process.ts';
import { seedWorld, type World } from './world.ts';

const SECONDS = 60;
const DOORS = 8;
const DESKS = 24;
const REPEATED_PER_PHONE = 60;

/** Ends after `seconds` or after `kills`, whichever comes first. The folder is the caller's to remove. */
export async function killAndCheck({
  folder,
  seconds = SECONDS,
  kills: mostKills = Number.POSITIVE_INFINITY,
  doors = DOORS,
  desks = DESKS,
}: {
  folder: string;
  seconds?: number;
  kills?: number;
  doors?: number;
  desks?: number;
}): Promise<KillRun> {
  const world = await seedWorld(folder, { doors, desks });
  const network = createNetwork();
  const port = await freePort();
  const startedAt = Date.now();
  let kills = 0;
  let isOver = false;
  const share = () => Math.max((Date.now() - startedAt) / 1000 / seconds, kills / mostKills);
  const { phones, clerks, working } = peopleOf(world, { network, isOver: () => isOver, share });

  while (share() < 1) {
    const server = await startServer({ folder, port });
    network.up(server.url);
    await pause(randomInt(50, 401));
    network.down();
    await server.kill();
    kills += 1;
  }
  isOver = true;
  const last = await startServer({ folder, port });
  try {
    network.up(last.url);
    await working;
    for (const phone of phones) await phone.repeat(last.url, REPEATED_PER_PHONE);
  } finally {
    await last.stop();
  }

  const claims = {
    scans: phones.flatMap((phone) => phone.claims),
    registrations: clerks.flatMap((clerk) => clerk.claims),
  };
  const findings = await checkWorld(folder, claims);
  for (const { problems } of [...phones, ...clerks]) findings.problems.push(...problems);
  return { kills, claims, folder, findings };
}

/** Two phones at every door, reading the same passes, and two clerks who race for the same places. */
function peopleOf(
  world: World,
  { network, isOver, share }: { network: Network; isOver: () => boolean; share: () => number },
) {
  const nextName = nameSource();
  const phones = world.doors.flatMap((door) =>
    door.phones.map((device) => {
      const phone = createPhone(device);
      const nextCode = () => codeAt(door.tokens, share());
      return { phone, work: workTheDoor(phone, { network, isOver, nextCode }) };
    }),
  );
  const clerks = world.desk.clerks.map((account) => {
    const clerk = createClerk({ ...account, clusterIds: world.desk.clusterIds, nextName });
    return { clerk, work: workTheDesk(clerk, { network, isOver }) };
  });
  return {
    phones: phones.map(({ phone }) => phone),
    clerks: clerks.map(({ clerk }) => clerk),
    working: Promise.all([...phones, ...clerks].map(({ work }) => work)),
  };
}

/** Delegates arrive all through the run, so that first admissions also meet a kill; one code in ten is a receipt. */
function codeAt(tokens: readonly string[], share: number): string {
  if (randomInt(10) === 0) return `PHIEU MUA HANG ${randomInt(1_000_000)}`;
  const arrived = Math.min(tokens.length, Math.ceil(tokens.length * share) + 2);
  return `HTTPS://DONTIEP.EXAMPLE.GOV.VN/I/${tokens[randomInt(arrived)]}`;
}

export function outcomeOf({ kills, findings }: KillRun): Outcome {
  const { scans, registrations, unacknowledged, problems } = findings;
  return {
    line:
      `${kills} kills, ${scans.acknowledged} scans acknowledged, ${scans.lost} lost, ${scans.doubled} doubled; ` +
      `${registrations.acknowledged} registrations acknowledged, ${registrations.lost} lost, ` +
      `${registrations.doubled} doubled; ${unacknowledged} committed but unacknowledged`,
    faults: kills,
    lost: scans.lost + registrations.lost,
    doubled: scans.doubled + registrations.doubled,
    problems,
  };
}

export async function runKills({ isControl = false } = {}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'dontiep-faults-'));
  try {
    if (!isControl) return outcomeOf(await killAndCheck({ folder }));
    return await runControl(await killAndCheck({ folder, kills: 3, doors: 2, desks: 4 }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await runAlone(import.meta.url, () => runKills({ isControl: process.argv.includes('--control') }));
