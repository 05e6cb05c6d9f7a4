/**
 * Who asks, and which ids belong to whom. Cluster 2 has people of Thới Lai (Bình), Ô Môn (Cúc) and the host Phong Điền
 * (Phong); cluster 1 has people of Vĩnh Thạnh, in whose business none of the three has a part.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { insertChangeRequest } from '../../db/lists/change-requests.ts';
import { inviteAccount } from '../../server/actions/accounts/invite-account.ts';
import { instant } from '../../server/context.ts';
import { loadPlan } from '../../server/actions/events/load-plan.ts';
import { letterFile } from '../../server/mail/file-transport.ts';
import { type Client, startApp, type TestApp } from '../support/app.ts';
import { codesIn, inventedRows, invite, type Person, type Phone, pairPhone, register } from '../support/cast.ts';
import { correctedPlan } from '../support/plan-files.ts';

export type Caller = 'visitor' | Person | 'phone' | 'otherPhone';
export const people: readonly Person[] = ['quan', 'an', 'binh', 'cuc', 'phong', 'em'];
/** Signed out, every role (three registrars: two units and the host), the phone of cluster 2 and that of cluster 1. */
export const callers: readonly Caller[] = ['visitor', ...people, 'phone', 'otherPhone'];

export type Ids = Record<string, string>;

export type World = {
  app: TestApp;
  client: (caller: Caller) => Client;
  /** With cookies of its own, for a request that ends the session it comes with. */
  fresh: (caller: Caller) => Promise<Client>;
  /** A value for a path parameter that is the caller's to use. Rows that a request uses up are never given twice. */
  own: (caller: Caller, parameter: string, usesUp: boolean) => string;
  /** A value that exists and is somebody else's; undefined when nothing is, because the caller sees all of that kind. */
  foreign: (caller: Caller, parameter: string) => string | undefined;
  /** Values that exist nowhere, or are no such thing at all; none for a parameter that may be anything. */
  unknown: (parameter: string) => string[];
  /** Names of delegates the caller must never read. */
  hiddenNames: (caller: Caller) => string[];
  /** The whole content of the database, but for when a session was last seen. */
  contents: () => string;
  close: () => Promise<void>;
};

const UNIT_OF: Record<'binh' | 'cuc' | 'phong', string> = { binh: '927', cuc: '917', phong: '926' };
const UNITS = Object.values(UNIT_OF);
const isRegistrar = (caller: Caller): caller is keyof typeof UNIT_OF => caller in UNIT_OF;
/** Whose rows a caller without rows of its own asks for. */
const unitFor = (caller: Caller) => (isRegistrar(caller) ? UNIT_OF[caller] : caller === 'quan' ? '917' : '927');

const PER_UNIT = 9;
const RANDOM_ID = '018f0000-0000-7000-8000-000000000000';
const WRONG_TOKEN = 'CFGHKLMNPQRTVX346789CFG';

export async function makeMatrixWorld(): Promise<World> {
  const app = await startApp();
  const { context, cast } = app;
  const an = cast.actor('an');
  const names = new Map<string, string[]>();
  const registrations = new Map<string, string[]>();
  for (const [index, code] of [...UNITS, '924'].entries()) {
    const rows = inventedRows(PER_UNIT, 20 * index);
    const clusterId = cast.cluster(code === '924' ? 1 : 2);
    registrations.set(code, await register(context, an, { clusterId, rows, unitId: cast.unit(code) }));
    names.set(
      code,
      rows.map((row) => row.fullName),
    );
  }
  for (const number of [1, 2]) await invite(context, an, cast.cluster(number));
  const codes = await codesIn(context, cast.cluster(2));
  const letters = await lettersByRegistration(app);
  const otherPhone = await pairPhone(context, { clusterId: cast.cluster(1), gate: 'Cửa chính', by: an });
  const spares = await makeSpares(app, 40);
  const requests = await makeRequests(app);
  const otherEvent = await clusterOfAnotherEvent(app);

  const clients = new Map<Caller, Client>([['visitor', app.visitor()]]);
  for (const person of people) clients.set(person, await app.as(person));
  clients.set('phone', app.with(cast.phone));
  clients.set('otherPhone', app.with(otherPhone));

  const used = new Map<string, number>();
  const take = (list: readonly string[], key: string, usesUp: boolean): string => {
    // The first row of a list is never used up, so that a foreign id is always one that exists.
    const place = usesUp ? (used.get(key) ?? 0) + 1 : 0;
    if (usesUp) used.set(key, place);
    return must(list[place], key);
  };
  const registrationOf = (code: string, usesUp = false) => take(must(registrations.get(code), code), code, usesUp);
  const database = new Database(context.config.databaseFile, { readonly: true });
  let read = { version: -1, hash: '' };

  return {
    app,
    client: (caller) => must(clients.get(caller), caller),
    async fresh(caller) {
      if (isPerson(caller)) return await app.as(caller);
      if (caller === 'visitor') return app.visitor();
      return app.with(caller === 'phone' ? cast.phone : otherPhone);
    },
    own(caller, parameter, usesUp) {
      const code = unitFor(caller);
      switch (parameter) {
        case 'eventId':
          return cast.eventId;
        case 'clusterId':
        case 'clusterOfEvent':
          return cast.cluster(2);
        case 'anyUnit':
        case 'unitId':
          return cast.unit(code);
        case 'registrationId':
          return registrationOf(code, usesUp);
        case 'letterId':
          return must(letters.get(registrationOf(code)), 'letter');
        case 'requestId':
          return take(must(requests.get(code), 'requests'), `requests of ${code}`, usesUp);
        case 'deviceId':
          return take(spares.devices, 'devices', usesUp);
        case 'accountId':
          return take(spares.accounts, 'accounts', usesUp);
        case 'joinToken':
          return take(spares.tokens, 'tokens', usesUp);
        case 'token':
          return must(codes.get(registrationOf(code)), 'code').token;
        case 'code':
          return 'CFGHKLMNPQ';
        case 'file':
          return 'registered.csv';
        case 'kind':
          return 'attendance';
        default:
          throw new Error(`Say in matrix-world.ts whose :${parameter} is whose.`);
      }
    },
    foreign(caller, parameter) {
      const stranger = caller === 'cuc' ? '927' : '917';
      switch (parameter) {
        case 'clusterId':
          return isRegistrar(caller) ? cast.cluster(1) : undefined;
        case 'clusterOfEvent':
          return otherEvent;
        case 'unitId':
          return cast.unit(isRegistrar(caller) ? stranger : '924');
        case 'registrationId':
          return isRegistrar(caller) ? registrationOf(stranger) : undefined;
        case 'letterId':
          return isRegistrar(caller) ? letters.get(registrationOf(stranger)) : undefined;
        case 'requestId':
          return isRegistrar(caller) ? requests.get(stranger)?.[0] : undefined;
        case 'deviceId':
          return otherPhone.deviceId;
        case 'accountId':
          return cast.actor('quan').accountId;
        default:
          return undefined;
      }
    },
    unknown(parameter) {
      if (parameter === 'code') return [];
      if (parameter === 'token') return [WRONG_TOKEN, RANDOM_ID];
      if (parameter === 'file') return ['registered.exe', 'khong-co.csv'];
      if (parameter === 'kind') return ['khong-co'];
      return [RANDOM_ID, 'khong-co'];
    },
    hiddenNames(caller) {
      if (['quan', 'an', 'em'].includes(caller)) return [];
      const seen = isRegistrar(caller) ? [UNIT_OF[caller]] : { phone: UNITS, otherPhone: ['924'] }[caller as string];
      return [...names].filter(([code]) => !seen?.includes(code)).flatMap(([, own]) => own);
    },
    contents() {
      // SQLite counts the commits of other connections: without one there is nothing to read anew.
      const version = Number(database.pragma('data_version', { simple: true }));
      if (version !== read.version) read = { version, hash: contentsOf(database) };
      return read.hash;
    },
    async close() {
      database.close();
      await app.close();
    },
  };
}

const isPerson = (caller: Caller): caller is Person => people.some((person) => person === caller);

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The matrix has run out of ${what}.`);
  return value;
}

async function lettersByRegistration({ context }: TestApp): Promise<Map<string, string>> {
  const rows = await context.db.read
    .selectFrom('letter')
    .innerJoin('invitation', 'invitation.id', 'letter.invitation_id')
    .select(['letter.id', 'invitation.registration_id'])
    .execute();
  for (const { id } of rows) {
    const file = letterFile(context.config.dataDir, id);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'Subject: thử\r\n\r\n');
  }
  return new Map(rows.map((row) => [row.registration_id, row.id]));
}

/** Phones to be revoked, accounts to be locked, links to be used up. */
async function makeSpares({ context, cast }: TestApp, count: number) {
  const an = cast.actor('an');
  const devices: Phone[] = [];
  for (let number = 0; number < 8; number += 1) {
    devices.push(await pairPhone(context, { clusterId: cast.cluster(2), gate: `Bàn ${number}`, by: an }));
  }
  const tokens: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const account = { login: `du.bi.${number}`, fullName: `Dự bị ${number}`, role: 'registrar' } as const;
    const invited = await inviteAccount(context, an, { ...account, unitId: cast.unit('927') });
    if (invited.kind !== 'invited') throw new Error(invited.kind);
    tokens.push(invited.link.slice(invited.link.lastIndexOf('/') + 1));
  }
  const rows = await context.db.read.selectFrom('account').select('id').where('login', 'like', 'du.bi.%').execute();
  // Links and accounts from two ends: an account whose link a test used up is still there to be locked.
  return { devices: devices.map((phone) => phone.deviceId), tokens, accounts: rows.map((row) => row.id).reverse() };
}

/** An event that was over before: its only cluster is no cluster of the event of the cast. */
async function clusterOfAnotherEvent({ context }: TestApp): Promise<string> {
  const plan = correctedPlan();
  const raw = { ...plan, event: { ...plan.event, code: 'su-kien-khac' }, clusters: plan.clusters.slice(0, 1) };
  const loading = await loadPlan(context, { raw, actor: 'system' });
  if (loading.kind !== 'loaded') throw new Error(loading.kind);
  return must(loading.clusterIds.get(1), 'clusters');
}

/** What units ask for once their lists take no rows directly. */
async function makeRequests({ context, cast }: TestApp): Promise<Map<string, string[]>> {
  const requests = new Map<string, string[]>();
  await context.db.write(async (tx) => {
    for (const [index, unit] of UNITS.entries()) {
      const ids = [1, 2, 3, 4].map(() => context.newId());
      requests.set(unit, ids);
      for (const [place, id] of ids.entries()) {
        const rows = inventedRows(1, 300 + 10 * index + place);
        const list = { clusterId: cast.cluster(2), unitId: cast.unit(unit) };
        const asked = { reason: 'có thêm người', at: instant(context), by: cast.actor('an').accountId };
        await insertChangeRequest(tx, { id, ...list, rows, ...asked });
      }
    }
  });
  return requests;
}

function contentsOf(database: Database.Database): string {
  // A wrong link is counted wherever it is tried: that is what the limit is for.
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and name <> 'failed_secret' order by name")
    .pluck()
    .all();
  const hash = createHash('sha256');
  for (const table of tables) {
    const rows = database.prepare(`select * from "${table}"`).all() as Record<string, unknown>[];
    for (const { last_seen_at, ...row } of rows) hash.update(JSON.stringify(row));
    hash.update(`${table} ${rows.length}\n`);
  }
  return hash.digest('hex');
}
