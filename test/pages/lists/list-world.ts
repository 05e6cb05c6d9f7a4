/**
 * A cluster with people, as the lists need it: the city's list, Phong Điền as host, Ô Môn and Thới Lai.
 * An runs the event, Bình registers Thới Lai, Cúc registers Ô Môn, Em keeps the accounts.
 */
import type { Tx } from '../../../db/schema.ts';
import type { Role } from '../../../server/domain/account.ts';
import { fold } from '../../../server/domain/vietnamese/fold.ts';
import { sha256 } from '../../../server/keys.ts';
import { listen } from '../../support/app.ts';
import { makeTestContext, type TestContext } from '../../support/context.ts';

const at = '2023-03-20T01:00:00.000Z';

export const CLUSTER = 'cluster-2';
/** A cluster in which neither Bình nor Cúc takes part. */
export const OTHER_CLUSTER = 'cluster-1';

export type Person = {
  id: string;
  unit: 'snv' | 'phong-dien' | 'o-mon' | 'thoi-lai';
  name: string;
  honorific?: 'Ông' | 'Bà' | '';
  position?: string;
  workplace?: string;
  phone?: string;
  note?: string;
  rank?: 1 | 2 | 3;
  seat?: 'seated' | 'waiting';
  order?: number;
  unitName?: string;
};

export type ListWorld = {
  context: TestContext;
  url: string;
  /** The cookie of somebody signed in. */
  cookies: Record<'an' | 'binh' | 'cuc' | 'em', string>;
  register: (people: Person[]) => Promise<void>;
  /** `time` is local: `13:22`. */
  admit: (registrationId: string, time: string) => Promise<void>;
  decline: (registrationId: string, reason: string) => Promise<void>;
  withdraw: (registrationId: string) => Promise<void>;
  close: () => Promise<void>;
};

/** 14:05 on the day of the cluster, unless a test sets the clock. */
export async function makeListWorld(): Promise<ListWorld> {
  const context = await makeTestContext({ at: '2023-04-07T14:05' });
  const { db, clock } = context;
  await db.write(insertPlan);
  const cookies = {
    an: await signIn(context, { id: 'an', name: 'An Nguyễn', role: 'organiser' }),
    binh: await signIn(context, { id: 'binh', name: 'Bình Trần', role: 'registrar', unit: 'thoi-lai' }),
    cuc: await signIn(context, { id: 'cuc', name: 'Cúc Lê', role: 'registrar', unit: 'o-mon' }),
    em: await signIn(context, { id: 'em', name: 'Em Phạm', role: 'accountant' }),
  };
  const { url, stop } = await listen(context);
  let scans = 0;
  return {
    context,
    url,
    cookies,
    register: (people) => db.write((tx) => insertPeople(tx, people)),
    admit: (registrationId, time) => db.write((tx) => insertScan(tx, registrationId, time, ++scans)),
    decline: (registrationId, reason) => db.write((tx) => insertAnswer(tx, registrationId, reason)),
    withdraw: (registrationId) =>
      db.write(async (tx) => {
        const withdrawal = { registration_id: registrationId, at: clock.now().toUTC().toISO(), by_account: 'an' };
        await tx
          .insertInto('withdrawal')
          .values({ ...withdrawal, reason: 'Đi công tác' })
          .execute();
      }),
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
    await tx
      .insertInto('account')
      .values({
        id,
        login: id,
        login_folded: id,
        full_name: name,
        role,
        unit_id: unit ?? null,
        password_hash: null,
        disabled_at: null,
        created_at: at,
      })
      .execute();
    const login = { id_hash: sha256(`secret-of-${id}`), account_id: id, created_at: seen, last_seen_at: seen };
    await tx.insertInto('login').values(login).execute();
  });
  return `sid=secret-of-${id}`;
}

async function insertPlan(tx: Tx): Promise<void> {
  const unit = (id: string, name: string, level: 'city' | 'district', parent: string | null, position: number) => ({
    id,
    code: id,
    name,
    level,
    parent_id: parent,
    position,
    valid_from: null,
    valid_to: null,
    successor_id: null,
  });
  await tx
    .insertInto('unit')
    .values([
      unit('ubnd', 'UBND thành phố Cần Thơ', 'city', null, 1),
      unit('snv', 'Sở Nội vụ', 'city', 'ubnd', 2),
      unit('phong-dien', 'Huyện Phong Điền', 'district', 'ubnd', 3),
      unit('o-mon', 'Quận Ô Môn', 'district', 'ubnd', 4),
      unit('thoi-lai', 'Huyện Thới Lai', 'district', 'ubnd', 5),
      unit('vinh-thanh', 'Huyện Vĩnh Thạnh', 'district', 'ubnd', 6),
    ])
    .execute();
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
      contact_name: 'An Nguyễn',
      contact_office: 'Phòng Cải cách hành chính',
      contact_phone: '0900000001',
      contact_email: 'cchc@example.gov.vn',
      promotes_freed_places: 1,
      accepts_by_hand: 0,
      created_at: at,
    })
    .execute();
  const cluster = (id: string, number: number, day: string, host: string, venue: string) => ({
    id,
    event_id: 'event',
    number,
    starts_at: `${day}T06:30:00.000Z`,
    ends_at: `${day}T10:00:00.000Z`,
    door_opens_at: `${day}T06:00:00.000Z`,
    late_from: `${day}T07:00:00.000Z`,
    door_closes_at: `${day}T08:45:00.000Z`,
    registration_deadline: '2023-03-31T10:00:00.000Z',
    answer_deadline: '2023-04-05T10:00:00.000Z',
    venue,
    host_unit_id: host,
    capacity_min: 40,
    capacity_max: 60,
    closed_at: null,
  });
  await tx
    .insertInto('cluster')
    .values([
      cluster(OTHER_CLUSTER, 1, '2023-04-05', 'vinh-thanh', 'Ủy ban nhân dân huyện Vĩnh Thạnh'),
      cluster(CLUSTER, 2, '2023-04-07', 'phong-dien', 'Ủy ban nhân dân huyện Phong Điền'),
    ])
    .execute();
  const share = (clusterId: string, unitId: string, position: number) => ({
    cluster_id: clusterId,
    unit_id: unitId,
    quota: 40,
    position,
    list_state: 'accepted' as const,
    submitted_at: at,
    decided_at: at,
  });
  await tx
    .insertInto('cluster_unit')
    .values([
      share(OTHER_CLUSTER, 'snv', 1),
      share(OTHER_CLUSTER, 'vinh-thanh', 2),
      share(CLUSTER, 'phong-dien', 1),
      share(CLUSTER, 'o-mon', 2),
      share(CLUSTER, 'thoi-lai', 3),
      share(CLUSTER, 'snv', 4),
    ])
    .execute();
  const category = (id: string, rank: number) => ({
    id,
    event_id: 'event',
    code: id,
    name: id,
    level: 'district' as const,
    host_only: 0 as const,
    rank,
    on_payroll: 1 as const,
  });
  await tx
    .insertInto('category')
    .values([category('rank-1', 1), category('rank-2', 2), category('rank-3', 3)])
    .execute();
  await tx
    .insertInto('device')
    .values({
      id: 'phone',
      cluster_id: CLUSTER,
      gate: 'Cửa chính',
      pairing_hash: 'pairing',
      pairing_expires_at: at,
      credential_hash: 'credential',
      paired_at: at,
      expires_at: '2023-12-31T00:00:00.000Z',
      revoked_at: null,
      created_at: at,
      created_by: null,
    })
    .execute();
}

const unitNames = {
  snv: 'Sở Nội vụ',
  'phong-dien': 'Huyện Phong Điền',
  'o-mon': 'Quận Ô Môn',
  'thoi-lai': 'Huyện Thới Lai',
};

async function insertPeople(tx: Tx, people: readonly Person[]): Promise<void> {
  await tx
    .insertInto('delegate')
    .values(
      people.map((person) => ({
        id: `delegate-${person.id}`,
        event_id: 'event',
        unit_id: person.unit,
        honorific: person.honorific ?? 'Ông',
        full_name: person.name,
        name_folded: fold(person.name),
        position: person.position ?? 'Chuyên viên',
        workplace: person.workplace ?? '',
        email: null,
        phone: person.phone ?? null,
        note: person.note ?? '',
        created_at: at,
        created_by: null,
      })),
    )
    .execute();
  await tx
    .insertInto('registration')
    .values(
      people.map((person, index) => ({
        id: person.id,
        event_id: 'event',
        cluster_id: CLUSTER,
        unit_id: person.unit,
        delegate_id: `delegate-${person.id}`,
        category_id: `rank-${person.rank ?? 2}`,
        unit_name: person.unitName ?? unitNames[person.unit],
        seat: person.seat ?? 'seated',
        list_order: person.order ?? index + 1,
        submitted_at: at,
        submitted_by: null,
      })),
    )
    .execute();
}

async function insertScan(tx: Tx, registrationId: string, time: string, seq: number): Promise<void> {
  const moment = new Date(`2023-04-07T${time}:00+07:00`).toISOString();
  await tx
    .insertInto('scan')
    .values({
      id: `scan-${seq}`,
      device_id: 'phone',
      seq,
      cluster_id: CLUSTER,
      registration_id: registrationId,
      code_hash: null,
      method: 'camera',
      claimed_at: moment,
      age_ms: 0,
      received_at: moment,
      scanned_at: moment,
      digest: 'digest',
      verdict: 'admitted',
      answer: '{}',
    })
    .execute();
}

async function insertAnswer(tx: Tx, registrationId: string, reason: string): Promise<void> {
  const id = `invitation-${registrationId}`;
  await tx
    .insertInto('invitation')
    .values({
      id,
      registration_id: registrationId,
      version: 1,
      kid: 'k1',
      token_hash: `token-${registrationId}`,
      short_code_hash: `short-${registrationId}`,
      created_at: at,
    })
    .execute();
  await tx
    .insertInto('answer')
    .values({ id: `answer-${registrationId}`, invitation_id: id, kind: 'declined', reason, at })
    .execute();
}
