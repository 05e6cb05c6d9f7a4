/**
 * Records scans. All that arrive in one turn of the event loop, or while the transaction before is on its way to the
 * disk, share one transaction; an answer leaves only after the commit. So ten phones cost one fsync, and a phone that
 * heard an answer can forget its copy.
 */
import { clusterHeadCounts } from '../../../db/door/cluster-head-counts.ts';
import { insertScans } from '../../../db/door/scans.ts';
import { type Context, instant } from '../../context.ts';
import { judgeScans } from './judge-scans.ts';
import { loadDevices, loadScanFacts, readScans, type Submission } from './scan-facts.ts';

export type Recorded =
  | { kind: 'unauthorised' }
  /** `results` are JSON texts, in the order of the scans; a resent scan's is its first one, byte for byte. */
  | { kind: 'recorded'; results: string[]; present: number; expected: number };

type Waiting = { submission: Submission; resolve: (recorded: Recorded) => void; reject: (error: unknown) => void };

/** So that one transaction never grows without bound; the rest waits for the next. */
const MOST_PER_TRANSACTION = 2000;
const TYPED_WINDOW_MINUTES = 10;

export type ScanRecorder = (submission: Submission) => Promise<Recorded>;

export function createScanRecorder(context: Context): ScanRecorder {
  let waiting: Waiting[] = [];
  let isBusy = false;

  async function flush(): Promise<void> {
    const batch = take();
    try {
      const recorded = await recordScans(
        context,
        batch.map(({ submission }) => submission),
      );
      for (const [index, { resolve }] of batch.entries()) resolve(recorded[index] ?? { kind: 'unauthorised' });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    isBusy = false;
    if (waiting.length > 0) schedule();
  }

  function take(): Waiting[] {
    let scans = 0;
    const last = waiting.findIndex(({ submission }) => {
      scans += submission.scans.length;
      return scans > MOST_PER_TRANSACTION;
    });
    const batch = last > 0 ? waiting.slice(0, last) : waiting;
    waiting = last > 0 ? waiting.slice(last) : [];
    return batch;
  }

  function schedule(): void {
    if (isBusy) return;
    isBusy = true;
    setImmediate(flush);
  }

  return (submission) =>
    new Promise((resolve, reject) => {
      waiting.push({ submission, resolve, reject });
      schedule();
    });
}

/** One transaction for all submissions; the results come back in their order, after the commit. */
export async function recordScans(context: Context, submissions: readonly Submission[]): Promise<Recorded[]> {
  const missesSince = context.now().minus({ minutes: TYPED_WINDOW_MINUTES }).toUTC().toISO();
  return await context.db.write(async (tx) => {
    const devices = await loadDevices(tx, submissions, instant(context));
    const known = readScans(submissions, devices);
    const facts = await loadScanFacts(tx, known, missesSince);
    const { results, toStore } = judgeScans(known, facts);
    await insertScans(tx, toStore);
    const counts = await clusterHeadCounts(tx, [...new Set(known.map(({ device }) => device.cluster.id))]);
    let next = 0;
    return submissions.map(({ credentialHash, scans }): Recorded => {
      const device = devices.get(credentialHash);
      if (!device) return { kind: 'unauthorised' };
      const own = known.slice(next, next + scans.length).map((scan) => results.get(scan) ?? '');
      next += scans.length;
      return { kind: 'recorded', results: own, ...(counts.get(device.cluster.id) ?? { present: 0, expected: 0 }) };
    });
  });
}
