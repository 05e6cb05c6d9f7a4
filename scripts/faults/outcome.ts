/** What every fault run hands back, and how one of them runs alone. */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Outcome = {
  /** One line with the figures. */
  line: string;
  faults: number;
  lost: number;
  doubled: number;
  /** Whatever else was not as promised, one sentence each. */
  problems: string[];
};

export const isSound = ({ lost, doubled, problems }: Outcome): boolean =>
  lost === 0 && doubled === 0 && problems.length === 0;

/** A run that cannot happen on this machine says why and is no failure. */
export const notHere = (line: string): Outcome => ({ line, faults: 0, lost: 0, doubled: 0, problems: [] });

const MOST_SHOWN = 20;

export function print({ line, problems }: Outcome): void {
  console.log(line);
  for (const problem of problems.slice(0, MOST_SHOWN)) console.log(`  ${problem}`);
  if (problems.length > MOST_SHOWN) console.log(`  and ${problems.length - MOST_SHOWN} more`);
}

/** Runs when the module is the one that was started; an import by a test or by run.ts does nothing. */
export async function runAlone(moduleUrl: string, run: () => Promise<Outcome>): Promise<void> {
  if (realpathSync(process.argv[1] ?? '') !== fileURLToPath(moduleUrl)) return;
  const outcome = await run();
  print(outcome);
  if (!isSound(outcome)) process.exitCode = 1;
}
