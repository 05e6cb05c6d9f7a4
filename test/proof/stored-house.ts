/** The house as a database of commit 7016d31 has it, opened, migrated and served by the program of today. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Client, listen, makeClient } from '../support/app.ts';
import { loginOf, PASSWORD, type Person } from '../support/cast.ts';
import type { TestContext } from '../support/context.ts';
import { scratchFolder } from '../support/scratch.ts';
import { goldenFile } from './golden.ts';
import { expectStatus } from './journey-world.ts';
import { MOMENTS } from './journey.ts';
import { makeProofContext } from './proof-context.ts';

export type Moment = keyof typeof MOMENTS;
export type Caller = 'visitor' | Person | 'phone';

export type StoredHouse = {
  moment: Moment;
  context: TestContext;
  /** Signed in; `english` is a browser that asked for English. */
  client: (caller: Caller, english?: boolean) => Promise<Client>;
  secrets: { joinToken: string; phone: string };
  close: () => Promise<void>;
};

/** More than the journey has drawn. What is drawn from here on is new, and its number does not matter. */
const FIRST_NEW = 0x100000;
export const NEW_ID = /[\da-f]{8}-[\da-f]{4}-7000-8000-0000001[\da-f]{5}/g;

const readSecrets = (): StoredHouse['secrets'] =>
  JSON.parse(readFileSync(goldenFile('database/secrets.json'), 'utf8')) as StoredHouse['secrets'];

/** Ten minutes after the moment at which it was stored. */
export async function openStoredHouse(moment: Moment): Promise<StoredHouse> {
  const folder = scratchFolder();
  const packed = readFileSync(goldenFile(`database/${moment}.sqlite.gz`));
  writeFileSync(join(folder, 'dontiep.sqlite'), gunzipSync(packed));
  const context = await makeProofContext({ at: MOMENTS[moment], folder, start: FIRST_NEW });
  context.clock.advance({ minutes: 10 });
  const { url, stop } = await listen(context);
  const secrets = readSecrets();
  const clients = new Map<string, Client>();

  async function enter(caller: Caller): Promise<Client> {
    if (caller === 'phone') return makeClient(url, { authorization: `Bearer ${secrets.phone}` });
    const client = makeClient(url);
    if (caller === 'visitor') return client;
    expectStatus(await client.post('/login', { login: loginOf(caller), password: PASSWORD }), 303, caller);
    return client;
  }

  return {
    moment,
    context,
    secrets,
    async client(caller, english = false) {
      const key = `${caller} ${english}`;
      const client = clients.get(key) ?? (await enter(caller));
      clients.set(key, client);
      if (english) client.cookies.set('lang', 'en');
      return client;
    },
    async close() {
      await stop();
      await context.close();
    },
  };
}
