/**
 * `npm run faults`: kill -9 under load, the order of sync and answer, a full disk and a locked file; each with its
 * figures, the last line for all of them. About three minutes; loopback only; ends only what it started.
 */
import { runDiskFull } from './disk-full.ts';
import { runKills } from './kill-loop.ts';
import { isSound, type Outcome, print } from './outcome.ts';
import { runWriteBeforeAck } from './write-before-ack.ts';

const runs: readonly [string, () => Promise<Outcome>][] = [
  ['kill -9 under load', () => runKills()],
  ['the same check on a damaged copy', () => runKills({ isControl: true })],
  ['on the disk before the answer', runWriteBeforeAck],
  ['full disk, locked file', runDiskFull],
];

const outcomes: Outcome[] = [];
for (const [name, run] of runs) {
  console.log(`\n${name}`);
  const outcome = await run();
  print(outcome);
  outcomes.push(outcome);
}
const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
const unexplained = sum(({ problems }) => problems.length);
console.log(
  `\n${sum(({ faults }) => faults)} faults, ${sum(({ lost }) => lost)} lost, ${sum(({ doubled }) => doubled)} doubled, ` +
    `${unexplained} unexplained`,
);
if (!outcomes.every(isSound)) process.exitCode = 1;
