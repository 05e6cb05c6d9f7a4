/** Thới Lai with six people in cluster 2, of whom the tests correct, replace, merge and look up some. */
import { randomUUID } from 'node:crypto';
import type { TypedRow } from '../../server/domain/list/row.ts';
import { type Client, startApp, type TestApp } from './app.ts';
import {
  cellsOf,
  type Codes,
  codesIn,
  inventedRow,
  inventedRows,
  invite,
  type Phone,
  pairPhone,
  register,
} from './cast.ts';

export type PeopleWorld = {
  app: TestApp;
  clusterId: string;
  /** Six registrations of Thới Lai in list order. */
  ids: [string, string, string, string, string, string];
  binh: Client;
  an: Client;
  cuc: Client;
  /** Sends every letter's invitation out and gives the codes by registration. */
  invite: () => Promise<Map<string, Codes>>;
  /** What the door of cluster 2 says to a code now. */
  scan: (code: string) => Promise<{ verdict: string; detail: Record<string, unknown> }>;
  /** A phone at the main gate. */
  phone: Phone;
  /** Moves the clock, signs everybody in and pairs the phone again: sessions and credentials would be over. */
  moveTo: (local: string) => Promise<void>;
  /** A list of cluster 2 as its cells, the heading lines left in. */
  csv: (kind: 'registered' | 'attendance') => Promise<string>;
  close: () => Promise<void>;
};

export async function makePeopleWorld(rows: TypedRow[] = inventedRows(6)): Promise<PeopleWorld> {
  const app = await startApp();
  const { context, cast } = app;
  const clusterId = cast.cluster(2);
  const ids = await register(context, cast.actor('binh'), { clusterId, rows });
  const signIn = async () => ({ binh: await app.as('binh'), an: await app.as('an'), cuc: await app.as('cuc') });
  let seq = 0;
  const world: PeopleWorld = {
    app,
    clusterId,
    ids: ids as PeopleWorld['ids'],
    phone: cast.phone,
    ...(await signIn()),
    invite: () => invite(context, cast.actor('an'), clusterId),
    async scan(code) {
      seq += 1;
      const at = context.now().toISO();
      const scan = { id: randomUUID(), seq, code, method: 'camera', at, ageMs: 0 };
      const answer = await app.with(world.phone).postJson('/api/v1/door/scans', { scans: [scan] });
      const [result] = answer.json<{ results: { verdict: string; detail: Record<string, unknown> }[] }>().results;
      if (!result) throw new Error(`The door gave no answer: ${answer.text}`);
      return result;
    },
    async moveTo(local) {
      context.clock.set(local);
      const phone = await pairPhone(context, { clusterId, gate: 'Cửa chính', by: cast.actor('an') });
      Object.assign(world, { phone, ...(await signIn()) });
      seq = 0;
    },
    csv: async (kind) => (await world.an.get(`/clusters/${clusterId}/lists/${kind}.csv`)).text,
    close: app.close,
  };
  return world;
}

/** Somebody who is on no list yet, as the form posts it. */
export const newcomer = (changes: Record<string, string> = {}): Record<string, string> => ({
  honorific: 'Bà',
  fullName: 'Thạch Thị Sa Rây',
  position: 'Phó Trưởng phòng Nội vụ',
  workplace: '',
  category: 'B2',
  phone: '0900 000 077',
  email: 'sa.ray@example.gov.vn',
  note: '',
  ...changes,
});

/** The stored details as the form of the person's page posts them back. */
export const asForm = (number: number, changes: Record<string, string> = {}): Record<string, string> => ({
  ...cellsOf(inventedRow(number)),
  ...changes,
});

export const nameOf = (number: number): string => inventedRow(number).fullName;

/** What a page carries along in hidden fields. */
export const hiddenIn = (html: string, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.map((name) => [name, new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '']),
  );

/** Where a redirect leads, as a registration's id. */
export const registrationIn = (location: string | undefined): string => {
  const id = /^\/registrations\/([\w-]+)$/.exec(location ?? '')?.[1];
  if (!id) throw new Error(`Not the page of a person: ${location}`);
  return id;
};

export async function codesNow({ app, clusterId }: PeopleWorld): Promise<Map<string, Codes>> {
  return await codesIn(app.context, clusterId);
}

/** What every table holds: to see that nothing was written. */
export async function census({ app }: PeopleWorld): Promise<Record<string, number>> {
  const tables = [
    'delegate',
    'registration',
    'withdrawal',
    'substitution',
    'merge',
    'delegate_change',
    'invitation',
    'revocation',
    'letter',
    'audit_entry',
  ] as const; // prettier-ignore
  const counts: Record<string, number> = {};
  for (const table of tables) {
    const row = await app.context.db.read
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    counts[table] = Number(row.count);
  }
  return counts;
}
