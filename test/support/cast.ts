/**
 * The people of the tests, on the corrected plan of 2023. An runs the event, Bình registers Thới Lai, Cúc registers
 * Ô Môn and must never see Thới Lai, Phong is the clerk of the host Phong Điền, Dũng stands at the door of cluster 2,
 * Em keeps the accounts, Quản administers.
 */
import { hashSync } from '@node-rs/argon2';
import { insertAccount } from '../../db/accounts/accounts.ts';
import { inviteesOf } from '../../db/letters/invitees.ts';
import { offerPairing, pairDevice } from '../../server/actions/door/pair-device.ts';
import { type Context, instant } from '../../server/context.ts';
import type { Actor, Role } from '../../server/domain/account.ts';
import { type RowField, rowFields, type TypedRow } from '../../server/domain/list/row.ts';
import { emptyRow } from '../../server/domain/sheet/pasted-rows.ts';
import { fold } from '../../server/domain/vietnamese/fold.ts';
import { loadPlan } from '../../server/actions/events/load-plan.ts';
import { sendInvitations } from '../../server/actions/letters/send-invitations.ts';
import { registerDelegates } from '../../server/actions/lists/register-delegates.ts';
import { makeTestContext, type TestContext, type TestSettings } from './context.ts';
import { correctedPlan } from './plan-files.ts';

export const PASSWORD = 'nước nổi mênh mông, cá linh về đồng';

const members = {
  an: { login: 'an.noivu', fullName: 'Lâm Hoài An', role: 'organiser', unit: 'so-noi-vu' },
  binh: { login: 'binh.thoilai', fullName: 'Quách Thanh Bình', role: 'registrar', unit: '927' },
  cuc: { login: 'cuc.omon', fullName: 'Dương Kim Cúc', role: 'registrar', unit: '917' },
  phong: { login: 'phong.phongdien', fullName: 'Lý Gia Phong', role: 'registrar', unit: '926' },
  em: { login: 'em.ketoan', fullName: 'Châu Út Em', role: 'accountant', unit: 'so-noi-vu' },
  quan: { login: 'quan.tri', fullName: 'Kiên Minh Quản', role: 'admin', unit: undefined },
} as const satisfies Record<string, { login: string; fullName: string; role: Role; unit: string | undefined }>;

export type Person = keyof typeof members;
export const loginOf = (person: Person): string => members[person].login;

/** A paired phone: what it sends with every request. */
export type Phone = { deviceId: string; gate: string; credential: string };

export type Cast = {
  eventId: string;
  /** By number in the plan. */
  cluster: (number: number) => string;
  /** By code in the plan: `927` is Thới Lai, `917` Ô Môn, `926` Phong Điền. */
  unit: (code: string) => string;
  actor: (person: Person) => Actor;
  /** Dũng's, at the main gate of cluster 2. */
  phone: Phone;
};

/**
 * The cheapest Argon2id there is: every sign-in of a test verifies it, and the real one takes 40 ms of a core. The
 * tests of signing in and of the first administrator prove the real strength.
 */
const CHEAP = { algorithm: 2, memoryCost: 8, timeCost: 1, parallelism: 1 };
const passwordHash = hashSync(PASSWORD, CHEAP);

type Template = { file: Buffer; cast: Cast };

/** The cast is assembled once for each moment at which a test starts; every test then gets a copy of the file. */
const templates = new Map<string, Promise<Template>>();

/** A context with the cast in it. */
export async function makeCastContext({ at = '2023-03-30T08:30', ...rest }: TestSettings = {}): Promise<{
  context: TestContext;
  cast: Cast;
}> {
  const known = templates.get(at) ?? makeTemplate(at);
  templates.set(at, known);
  const { file, cast } = await known;
  return { context: await makeTestContext({ at, template: file, ...rest }), cast };
}

async function makeTemplate(at: string): Promise<Template> {
  const context = await makeTestContext({ at });
  const cast = await assemble(context);
  return { cast, file: await context.closeAsTemplate() };
}

/** Loads the plan, creates the accounts and pairs Dũng's phone, all at the moment the clock shows. */
export async function assemble(context: Context): Promise<Cast> {
  const loading = await loadPlan(context, { raw: correctedPlan(), actor: 'system' });
  if (loading.kind !== 'loaded') throw new Error(`The plan was not loaded: ${loading.kind}`);
  const unit = (code: string) => idOf(loading.unitIds, code);
  const cluster = (number: number) => idOf(loading.clusterIds, number);
  const actors = new Map<Person, Actor>();
  await context.db.write(async (tx) => {
    for (const [person, { login, fullName, role, unit: code }] of Object.entries(members)) {
      const id = context.newId();
      const unitId = code && unit(code);
      const loginFolded = fold(login);
      await insertAccount(tx, { id, login, loginFolded, fullName, role, unitId, passwordHash, at: instant(context) });
      actors.set(person as Person, { accountId: id, fullName, login, role, ...(unitId && { unitId }) });
    }
  });
  const actor = (person: Person) => idOf(actors, person);
  const phone = await pairPhone(context, { clusterId: cluster(2), gate: 'Cửa chính', by: actor('an') });
  return { eventId: loading.eventId, cluster, unit, actor, phone };
}

function idOf<Key, Value>(known: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = known.get(key);
  if (value === undefined) throw new Error(`The cast has no ${String(key)}.`);
  return value;
}

export async function pairPhone(
  context: Context,
  { clusterId, gate, by }: { clusterId: string; gate: string; by: Actor },
): Promise<Phone> {
  const { code, deviceId } = await offerPairing(context, by, { clusterId, gate });
  const paired = await pairDevice(context, code);
  if (paired.kind !== 'paired') throw new Error('The phone was not paired.');
  return { deviceId, gate, credential: paired.credential };
}

const FAMILIES = ['Huỳnh', 'Võ', 'Phan', 'Trương', 'Bùi', 'Đặng', 'Đỗ', 'Ngô', 'Hồ', 'Thạch'];
const MIDDLES = ['Nhựt', 'Mỹ', 'Vĩnh', 'Kim', 'Thị', 'Văn', 'Hữu'];
const GIVEN = ['Phước', 'Xuyến', 'Quyên', 'Thoại', 'Nhơn', 'Khởi', 'Ngoan', 'Ẩn', 'Lành', 'Tuấn', 'Sương', 'Đào', 'Bé'];

/** The `number`th invented delegate: the same name never comes twice within 910 of them. */
export function inventedRow(number: number, changes: Partial<TypedRow> = {}): TypedRow {
  const [family, middle, given] = [FAMILIES, MIDDLES, GIVEN].map((names) => names[number % names.length]);
  return {
    ...emptyRow(),
    honorific: number % 2 === 0 ? 'Ông' : 'Bà',
    fullName: `${family} ${middle} ${given}`,
    position: 'Trưởng phòng Nội vụ',
    category: 'B2',
    phone: `0900 000 ${String(number % 1000).padStart(3, '0')}`,
    email: `dai.bieu.${number}@example.gov.vn`,
    ...changes,
  };
}

/** The cells of a row alone, as a form posts them. */
export const cellsOf = (row: TypedRow): Record<RowField, string> => {
  const cells = emptyRow();
  for (const field of rowFields) cells[field] = row[field];
  return cells as Record<RowField, string>;
};

export const inventedRows = (count: number, from = 0, changes: Partial<TypedRow> = {}): TypedRow[] =>
  Array.from({ length: count }, (_, index) => inventedRow(from + index, changes));

/** Hands a list in and gives the registrations' ids, in the order of the rows. */
export async function register(
  context: Context,
  by: Actor,
  { clusterId, rows, unitId }: { clusterId: string; rows: readonly TypedRow[]; unitId?: string },
): Promise<string[]> {
  const result = await registerDelegates(context, by, {
    clusterId,
    unitId,
    rows,
    onlyValid: false,
    overrideReason: '',
  });
  if (result.kind !== 'registered') throw new Error(`Not registered: ${JSON.stringify(result.plan.lines)}`);
  return [...result.ids.values()];
}

export type Codes = { token: string; shortCode: string };

/** Invites everybody in a cluster who may be; what their invitations say, by registration. */
export async function invite(context: Context, by: Actor, clusterId: string): Promise<Map<string, Codes>> {
  await sendInvitations(context, by, { clusterId, send: 'unsent' });
  return await codesIn(context, clusterId);
}

/** The codes of the invitations in force, by registration. */
export async function codesIn(context: Context, clusterId: string): Promise<Map<string, Codes>> {
  const invitees = await inviteesOf(context.db.read, { clusterId, scope: { kind: 'all' } });
  return new Map(
    invitees.flatMap(({ registrationId, invitation }) =>
      invitation ? [[registrationId, context.keys.passCodes(invitation)]] : [],
    ),
  );
}
