/** A database to hurt: open doors with two phones each, and clusters whose places two districts race for. */
import pino from 'pino';
import { insertAccount } from '../../db/accounts/accounts.ts';
import { devicesByCredential } from '../../db/door/devices.ts';
import { insertLogin } from '../../db/accounts/logins.ts';
import type { Tx } from '../../db/schema.ts';
import { readConfig } from '../../server/config.ts';
import { type Context, instant } from '../../server/context.ts';
import { createContext } from '../../server/create-context.ts';
import { sha256 } from '../../server/keys.ts';
import { root } from '../../server/root.ts';
import { seedDevice, seedForLoad } from '../bench/seed.ts';

export type Door = { clusterId: string; tokens: string[]; phones: { deviceId: string; credential: string }[] };
export type Desk = { clusterIds: string[]; clerks: { unitId: string; cookie: string }[] };
export type World = { folder: string; file: string; doors: Door[]; desk: Desk };

/** Two quotas that together pass the maximum: both limits are reached. */
const QUOTA = 35;
const MAX = 60;

export const openWorld = (folder: string): Promise<Context> =>
  createContext(readConfig({ DATA_DIR: folder }, root), { log: pino({ level: 'silent' }) });

export async function seedWorld(folder: string, { doors, desks }: { doors: number; desks: number }): Promise<World> {
  const context = await openWorld(folder);
  const seeded = await seedForLoad(context, doors);
  const world: World = { folder, file: context.config.databaseFile, doors: [], desk: { clusterIds: [], clerks: [] } };
  for (const { clusterId, credential, tokens } of seeded) {
    const second = await context.db.write((tx) => seedDevice(context, tx, clusterId));
    const devices = await devicesByCredential(
      context.db.read,
      [credential, second].map((secret) => sha256(secret)),
      instant(context),
    );
    const phones = [credential, second].map((secret) => ({
      credential: secret,
      deviceId: devices.get(sha256(secret))?.id ?? '',
    }));
    world.doors.push({ clusterId, tokens, phones });
  }
  world.desk = await context.db.write((tx) => seedDesk(context, tx, desks));
  await context.db.close();
  return world;
}

async function seedDesk(context: Context, tx: Tx, clusters: number): Promise<Desk> {
  const [eventId, leadId, thoiLaiId, oMonId] = [context.newId(), context.newId(), context.newId(), context.newId()];
  const at = instant(context);
  const later = (hours: number) => context.now().plus({ hours }).toUTC().toISO();
  const units = [
    { id: leadId, code: 'snv', name: 'Sở Nội vụ', level: 'city', position: 1 },
    { id: thoiLaiId, code: 'thoi-lai', name: 'Huyện Thới Lai', level: 'district', position: 2 },
    { id: oMonId, code: 'o-mon', name: 'Quận Ô Môn', level: 'district', position: 3 },
  ] as const;
  await tx
    .insertInto('unit')
    .values([...units])
    .execute();
  await tx
    .insertInto('event')
    .values({
      id: eventId,
      code: 'faults',
      title: 'Tọa đàm thử lỗi',
      kind: 'Tọa đàm',
      year: context.now().year,
      zone: 'Asia/Ho_Chi_Minh',
      lead_unit_id: leadId,
      place: 'Cần Thơ',
      contact_name: '',
      contact_office: '',
      contact_phone: '0900 000 001',
      contact_email: 'loi@example.gov.vn',
      promotes_freed_places: 1,
      // An accepted list is locked; here it stays open for more.
      accepts_by_hand: 1,
      created_at: at,
    })
    .execute();
  const category = { code: 'B1', name: 'Đại biểu cấp huyện', level: 'district', host_only: 0, rank: 1 } as const;
  await tx
    .insertInto('category')
    .values({ id: context.newId(), event_id: eventId, ...category, on_payroll: 1 })
    .execute();
  const clusterIds = Array.from({ length: clusters }, () => context.newId());
  for (const [index, id] of clusterIds.entries()) {
    await tx
      .insertInto('cluster')
      .values({
        id,
        event_id: eventId,
        number: index + 1,
        starts_at: later(48),
        ends_at: later(52),
        door_opens_at: later(47),
        late_from: later(49),
        door_closes_at: later(51),
        registration_deadline: later(24),
        answer_deadline: later(36),
        venue: 'Hội trường',
        host_unit_id: thoiLaiId,
        capacity_min: 40,
        capacity_max: MAX,
        closed_at: null,
      })
      .execute();
    const lists = [thoiLaiId, oMonId].map((unitId, place) => ({ unit_id: unitId, position: place + 1 }));
    await tx
      .insertInto('cluster_unit')
      .values(lists.map((list) => ({ ...list, cluster_id: id, quota: QUOTA, list_state: 'not_started' as const })))
      .execute();
  }
  return {
    clusterIds,
    clerks: [
      { unitId: thoiLaiId, cookie: await seedClerk(context, tx, { login: 'binh', unitId: thoiLaiId }) },
      { unitId: oMonId, cookie: await seedClerk(context, tx, { login: 'cuc', unitId: oMonId }) },
    ],
  };
}

/** An account with an open session, last seen a few minutes ago: its next request also writes that down. */
async function seedClerk(
  context: Context,
  tx: Tx,
  { login, unitId }: { login: string; unitId: string },
): Promise<string> {
  const accountId = context.newId();
  const secret = context.newSecret();
  const at = context.now().minus({ minutes: 5 }).toUTC().toISO();
  await insertAccount(tx, {
    id: accountId,
    login,
    loginFolded: login,
    fullName: login === 'binh' ? 'Bình Trần' : 'Cúc Lê',
    role: 'registrar',
    unitId,
    passwordHash: undefined,
    at,
  });
  await insertLogin(tx, { idHash: sha256(secret), accountId, createdAt: at, lastSeenAt: at });
  return `sid=${secret}`;
}
