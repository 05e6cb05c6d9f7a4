/**
 * A cluster whose guests are to be invited. An runs the event, Bình registers Thới Lai, Cúc registers Ô Môn (and must
 * never see Thới Lai), Em keeps the accounts. Neither Bình nor Cúc takes part in the other cluster.
 */
import type { Tx } from '../../db/schema.ts';
import type { Role } from '../../server/domain/account.ts';
import type { ListState } from '../../server/domain/list/list-status.ts';
import { fold } from '../../server/domain/vietnamese/fold.ts';
import { sha256 } from '../../server/keys.ts';
import { listen } from './app.ts';
import { makeTestContext, type TestContext } from './context.ts';

const at = '2023-03-20T01:00:00.000Z';

export const CLUSTER = 'cluster-2';
export const OTHER_CLUSTER = 'cluster-1';

type UnitId = 'snv' | 'phong-dien' | 'o-mon' | 'thoi-lai' | 'vinh-thanh';

export type InviteeRow = {
  id: string;
  unit?: UnitId;
  cluster?: string;
  name?: string;
  honorific?: 'Ông' | 'Bà' | '';
  position?: string;
  workplace?: string;
  email?: string | null;
  seat?: 'seated' | 'waiting';
};

export type InviteeWorld = {
  context: TestContext;
  url: string;
  cookies: Record<'an' | 'binh' | 'cuc' | 'em', string>;
  register: (...invitees: InviteeRow[]) => Promise<void>;
  setList: (unit: UnitId, state: ListState, cluster?: string) => Promise<void>;
  withdraw: (registrationId: string) => Promise<void>;
  /** How many rows every table has: what must not change when a page is only read. */
  census: () => Promise<Record<string, number>>;
  close: () => Promise<void>;
};

/** A week before the cluster; every list is accepted unless a test says otherwise. */
export async function makeInviteeWorld(settings: Record<string, string> = {}): Promise<InviteeWorld> {
  const context = await makeTestContext({ at: '2023-03-30T08:30', settings });
  const { db, clock } = context;
  await db.write(insertPlan);
  const cookies = {
    an: await signIn(context, { id: 'an', name: 'An Nguyễn', role: 'organiser' }),
    binh: await signIn(context, { id: 'binh', name: 'Bình Trần', role: 'registrar', unit: 'thoi-lai' }),
    cuc: await signIn(context, { id: 'cuc', name: 'Cúc Lê', role: 'registrar', unit: 'o-mon' }),
    em: await signIn(context, { id: 'em', name: 'Em Phạm', role: 'accountant' }),
  };
  const { url, stop } = await listen(context);
  let order = 0;
  return {
    context,
    url,
    cookies,
    register: (...invitees) =>
      db.write(async (tx) => {
        for (const invitee of invitees) await insertInvitee(tx, invitee, ++order);
      }),
    setList: (unit, state, cluster = CLUSTER) =>
      db.write(async (tx) => {
        const lists = tx.updateTable('cluster_unit').set({ list_state: state });
        await lists.where('cluster_id', '=', cluster).where('unit_id', '=', unit).execute();
      }),
    withdraw: (id) =>
      db.write(async (tx) => {
        const now = clock.now().toUTC().toISO();
        const withdrawal = { registration_id: id, at: now, by_account: 'an', reason: 'Đi công tác' };
        await tx.insertInto('withdrawal').values(withdrawal).execute();
        const invitations = await tx.selectFrom('invitation').select('id').where('registration_id', '=', id).execute();
        for (const invitation of invitations) {
          const revocation = { invitation_id: invitation.id, at: now, why: 'withdrawn', reason: '' } as const;
          await tx.insertInto('revocation').values(revocation).execute();
        }
      }),
    census: async () => {
      const tables = ['invitation', 'revocation', 'answer', 'letter', 'audit_entry', 'login', 'registration'] as const;
      const counts: Record<string, number> = {};
      for (const table of tables) {
        const rows = db.read.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count'));
        counts[table] = Number((await rows.executeTakeFirstOrThrow()).count);
      }
      return counts;
    },
    async close() {
      await stop();
      await context.close();
    },
  };
}

async function signIn(
  context: TestContext,
  { id, name, role, unit }: { id: string; name: string; role: Role; unit?: string },
): Promise<string> {
  const seen = context.clock.now().toUTC().toISO();
  await context.db.write(async (tx) => {
    const account = { id, login: id, login_folded: id, full_name: name, role, unit_id: unit ?? null, created_at: at };
    await tx
      .insertInto('account')
      .values({ ...account, password_hash: null, disabled_at: null })
      .execute();
    const login = { id_hash: sha256(`secret-of-${id}`), account_id: id, created_at: seen, last_seen_at: seen };
    await tx.insertInto('login').values(login).execute();
  });
  return `sid=secret-of-${id}`;
}

async function insertInvitee(tx: Tx, invitee: InviteeRow, order: number): Promise<void> {
  const { id, unit = 'thoi-lai', cluster = CLUSTER, name = 'Bùi Nhựt Thoại', honorific = 'Ông' } = invitee;
  const { position = 'Chủ tịch UBND', workplace = '', seat = 'seated' } = invitee;
  const email = invitee.email === undefined ? `${id}@example.gov.vn` : invitee.email;
  await tx
    .insertInto('delegate')
    .values({
      id: `delegate-${id}`,
      event_id: 'event',
      unit_id: unit,
      honorific,
      full_name: name,
      name_folded: fold(name),
      position,
      workplace,
      email,
      phone: null,
      note: '',
      created_at: at,
      created_by: null,
    })
    .execute();
  await tx
    .insertInto('registration')
    .values({
      id,
      event_id: 'event',
      cluster_id: cluster,
      unit_id: unit,
      delegate_id: `delegate-${id}`,
      category_id: 'category',
      unit_name: UNIT_NAMES[unit],
      seat,
      list_order: order,
      submitted_at: at,
      submitted_by: null,
    })
    .execute();
}

const UNIT_NAMES: Record<UnitId, string> = {
  snv: 'Sở Nội vụ',
  'phong-dien': 'Huyện Phong Điền',
  'o-mon': 'Quận Ô Môn',
  'thoi-lai': 'Huyện Thới Lai',
  'vinh-thanh': 'Huyện Vĩnh Thạnh',
};

async function insertPlan(tx: Tx): Promise<void> {
  const none = { parent_id: null, valid_from: null, valid_to: null, successor_id: null };
  const units = Object.entries(UNIT_NAMES).map(([id, name], position) => {
    const level = id === 'snv' ? ('city' as const) : ('district' as const);
    return { id, code: id, name, level, position, ...none };
  });
  await tx.insertInto('unit').values(units).execute();
  await tx
    .insertInto('event')
    .values({
      id: 'event',
      code: 'cchc-2023',
      title: 'Tọa đàm chia sẻ kinh nghiệm về công tác cải cách hành chính năm 2023',
      kind: 'Tọa đàm',
      year: 2023,
      zone: 'Asia/Ho_Chi_Minh',
      lead_unit_id: 'snv',
      place: 'Cần Thơ',
      contact_name: 'Bà Lý Ngọc Xuyến',
      contact_office: 'Phòng Cải cách hành chính',
      contact_phone: '0900000031',
      contact_email: 'cchc@example.gov.vn',
      promotes_freed_places: 1,
      accepts_by_hand: 0,
      created_at: at,
    })
    .execute();
  const cluster = (id: string, number: number, day: string, host: UnitId, venue: string) => ({
    id,
    event_id: 'event',
    number,
    starts_at: `${day}T06:30:00.000Z`,
    ends_at: `${day}T10:00:00.000Z`,
    door_opens_at: `${day}T06:00:00.000Z`,
    late_from: `${day}T07:00:00.000Z`,
    door_closes_at: `${day}T09:00:00.000Z`,
    registration_deadline: '2023-03-31T10:00:00.000Z',
    answer_deadline: '2023-04-04T10:00:00.000Z',
    venue,
    host_unit_id: host,
    capacity_min: 40,
    capacity_max: 60,
    closed_at: null,
  });
  await tx
    .insertInto('cluster')
    .values([
      cluster(OTHER_CLUSTER, 1, '2023-04-05', 'vinh-thanh', 'Hội trường UBND huyện Vĩnh Thạnh'),
      cluster(CLUSTER, 2, '2023-04-07', 'phong-dien', 'Hội trường UBND huyện Phong Điền'),
    ])
    .execute();
  const place = (cluster_id: string, unit_id: UnitId, position: number) => ({
    cluster_id,
    unit_id,
    quota: 20,
    position,
    list_state: 'accepted' as const,
    submitted_at: at,
    decided_at: at,
  });
  await tx
    .insertInto('cluster_unit')
    .values([
      place(OTHER_CLUSTER, 'snv', 1),
      place(OTHER_CLUSTER, 'vinh-thanh', 2),
      place(CLUSTER, 'snv', 1),
      place(CLUSTER, 'phong-dien', 2),
      place(CLUSTER, 'o-mon', 3),
      place(CLUSTER, 'thoi-lai', 4),
    ])
    .execute();
  await tx
    .insertInto('category')
    .values({
      id: 'category',
      event_id: 'event',
      code: 'B1',
      name: 'Chủ tịch UBND quận, huyện',
      level: 'district',
      host_only: 0,
      rank: 50,
      on_payroll: 0,
    })
    .execute();
  await tx
    .insertInto('agenda_item')
    .values([agenda(1, 13 * 60 + 30, 14 * 60, 'Đón tiếp đại biểu'), agenda(2, 14 * 60, 14 * 60 + 5, 'Khai mạc')])
    .execute();
}

const agenda = (position: number, starts_minute: number, ends_minute: number, title: string) => ({
  id: `item-${position}`,
  event_id: 'event',
  position,
  starts_minute,
  ends_minute,
  title,
  owner: '',
});
