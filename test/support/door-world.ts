/** The day of cluster 2: people with codes, and phones that scan them. */
import { type Answer, startApp, type TestApp } from './app.ts';
import { type Codes, inventedRows, invite, type Phone, register } from './cast.ts';

export type Verdict = {
  id: string;
  digest: string;
  verdict?: string;
  detail?: { kind: string; person?: { fullName: string } } & Record<string, unknown>;
  refused?: string;
};
export type Recorded = { results: Verdict[]; present: number; expected: number };
export type Scan = {
  id: string;
  seq: number;
  code: string;
  registrationId?: string;
  method: string;
  at: string;
  ageMs: number;
};

export type DoorWorld = {
  app: TestApp;
  /** The registrations of Thới Lai in cluster 2: fifteen with a seat, one who waits. */
  ids: string[];
  codeOf: (registrationId: string | undefined) => Codes;
  /** A scan as a phone would report it now, with the next id and sequence number. */
  scan: (changes?: Partial<Scan>) => Scan;
  send: (scans: Scan[], phone?: Phone) => Promise<Answer>;
  /** Sends one scan and gives what the phone hears about it. */
  hear: (scan: Scan, phone?: Phone) => Promise<Verdict>;
  close: () => Promise<void>;
};

/** 13:40, in the middle of the welcome slot; the phone was paired in the morning. */
export async function makeDoorWorld(): Promise<DoorWorld> {
  const app = await startApp({ at: '2023-04-07T08:00' });
  const { context, cast } = app;
  const an = cast.actor('an');
  const clusterId = cast.cluster(2);
  const ids = await register(context, an, { clusterId, rows: inventedRows(16), unitId: cast.unit('927') });
  await context.db.write((tx) =>
    tx.updateTable('cluster_unit').set({ list_state: 'accepted' }).where('cluster_id', '=', clusterId).execute(),
  );
  const codes = await invite(context, an, clusterId);
  context.clock.set('2023-04-07T13:40');
  let seq = 0;
  const send = (scans: Scan[], phone = cast.phone) => app.with(phone).postJson('/api/v1/door/scans', { scans });
  return {
    app,
    ids,
    codeOf(registrationId) {
      const known = codes.get(registrationId ?? '');
      if (!known) throw new Error(`No code for ${registrationId}.`);
      return known;
    },
    scan({ ageMs = 0, ...changes } = {}) {
      seq += 1;
      const at = context.now().minus({ milliseconds: ageMs }).toUTC().toISO();
      return { id: context.newId(), seq, code: '', method: 'camera', at, ageMs, ...changes };
    },
    send,
    async hear(scan, phone) {
      const answer = await send([scan], phone);
      if (answer.status !== 200) throw new Error(`The scan was answered with ${answer.status}.`);
      const [result] = answer.json<Recorded>().results;
      if (!result) throw new Error('No result.');
      return result;
    },
    close: app.close,
  };
}
