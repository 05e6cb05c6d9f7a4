/** Fills an empty database with the 2023 plan, moved to this very hour, and invented people. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { insertAccount } from '../../db/accounts/accounts.ts';
import { inviteesOf } from '../../db/letters/invitees.ts';
import { hashPassword } from '../../server/actions/accounts/passwords.ts';
import { offerPairing } from '../../server/actions/door/pair-device.ts';
import type { Context } from '../../server/context.ts';
import type { Actor, Role } from '../../server/domain/account.ts';
import { invitationLink, qrText } from '../../server/domain/letters/invitation-link.ts';
import { movePlan } from '../../server/domain/plan/move-plan.ts';
import type { Plan } from '../../server/domain/plan/plan-shape.ts';
import { fold } from '../../server/domain/vietnamese/fold.ts';
import { addressed } from '../../server/domain/vietnamese/person-name.ts';
import { loadPlan } from '../../server/actions/events/load-plan.ts';
import { sendInvitations } from '../../server/actions/letters/send-invitations.ts';
import { registerDelegates } from '../../server/actions/lists/register-delegates.ts';
import { root } from '../../server/root.ts';
import { inventPeople } from './people.ts';

export type DemoAccount = { role: Role; unit?: string; name: string; login: string; password: string };
export type DemoDevice = { clusterId: string; gate: string; link: string; code: string };
export type DemoInvitation = { clusterId: string; unit: string; name: string; link: string; qrText: string };
export type Demo = {
  url: string;
  accounts: DemoAccount[];
  clusters: { id: string; number: number }[];
  devices: DemoDevice[];
  invitations: DemoInvitation[];
};

const LEAD = 'so-noi-vu';
const GATES = ['Cửa chính', 'Bàn cấp xã'];
const PAIRING_MINUTES = 24 * 60;

/** How many of its quota a unit has handed in, by cluster: the first is full, the second half way, the third begins. */
const HANDED_IN: Record<number, (quota: number, place: number) => number> = {
  1: (quota) => quota,
  2: (quota, place) => (place === 2 ? 0 : Math.ceil(quota * 0.7)),
  3: (quota, place) => (place <= 1 ? Math.ceil(quota * 0.5) : 0),
};

export async function fillDemo(context: Context): Promise<Demo> {
  const file = join(root, 'scripts', 'plans', 'cchc-2023.corrected.json');
  const plan = movePlan(JSON.parse(readFileSync(file, 'utf8')) as Plan, { clusterNumber: 1, to: context.now() });
  const loading = await loadPlan(context, { raw: plan, actor: 'system' });
  if (loading.kind !== 'loaded') throw new Error(`The demo plan was not loaded: ${JSON.stringify(loading)}`);
  const { unitIds, clusterIds } = loading;
  const { accounts, organiser } = await createAccounts(context, plan, unitIds);
  await registerPeople(context, { plan, organiser, unitIds, clusterIds });
  const clusters = plan.clusters.map(({ number }) => ({ id: idOf(clusterIds, number), number }));
  for (const cluster of clusters) await sendInvitations(context, organiser, { clusterId: cluster.id, send: 'unsent' });
  return {
    url: context.config.publicBaseUrl,
    accounts,
    clusters,
    devices: await offerDevices(context, organiser, clusters),
    invitations: await listInvitations(context, clusters),
  };
}

function idOf<Key>(ids: ReadonlyMap<Key, string>, key: Key): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The demo plan has no ${key}.`);
  return id;
}

type Units = ReadonlyMap<string, string>;

async function createAccounts(context: Context, plan: Plan, unitIds: Units) {
  const nameOf = (code: string) => plan.units.find((unit) => unit.code === code)?.name ?? code;
  const districts = [...new Set(plan.clusters.flatMap((cluster) => cluster.units.map((unit) => unit.code)))].filter(
    (code) => code !== LEAD,
  );
  const wanted: { role: Role; unit?: string; name: string; login: string }[] = [
    { role: 'admin', name: 'Bà Lý Ngọc Xuyến', login: 'quantri' },
    { role: 'organiser', unit: LEAD, name: 'Bà Châu Mỹ Xuyến', login: 'bantochuc' },
    { role: 'accountant', unit: LEAD, name: 'Ông Quách Nhựt Ẩn', login: 'ketoan' },
    ...districts.map((unit): { role: Role; unit: string; name: string; login: string } => ({
      role: 'registrar',
      unit,
      name: `Đầu mối ${nameOf(unit).replace(/^(Quận|Huyện) /, '')}`,
      login: `noivu.${fold(nameOf(unit))
        .replace(/^(quan|huyen) /, '')
        .replaceAll(' ', '')}`,
    })),
  ];
  const accounts: DemoAccount[] = [];
  let organiser: Actor | undefined;
  for (const account of wanted) {
    const password = context.newSecret().slice(0, 16);
    const passwordHash = await hashPassword(password);
    const unitId = account.unit === undefined ? undefined : idOf(unitIds, account.unit);
    const id = context.newId();
    await context.db.write((tx) =>
      insertAccount(tx, {
        id,
        login: account.login,
        loginFolded: fold(account.login),
        fullName: account.name,
        role: account.role,
        unitId,
        passwordHash,
        at: context.now().toUTC().toISO(),
      }),
    );
    if (account.role === 'organiser') {
      organiser = {
        accountId: id,
        fullName: account.name,
        login: account.login,
        role: 'organiser',
        ...(unitId && { unitId }),
      };
    }
    const unit = account.unit === undefined ? {} : { unit: nameOf(account.unit) };
    accounts.push({ role: account.role, ...unit, name: account.name, login: account.login, password });
  }
  if (!organiser) throw new Error('The demo has no organiser.');
  return { accounts, organiser };
}

type Registering = { plan: Plan; organiser: Actor; unitIds: Units; clusterIds: ReadonlyMap<number, string> };

async function registerPeople(context: Context, { plan, organiser, unitIds, clusterIds }: Registering): Promise<void> {
  let from = 0;
  for (const cluster of plan.clusters) {
    for (const [place, { code, quota }] of cluster.units.entries()) {
      const unit = plan.units.find((known) => known.code === code);
      const count = HANDED_IN[cluster.number]?.(quota, place) ?? 0;
      if (!unit || count === 0) continue;
      const rows = inventPeople({
        kind: code === LEAD ? 'city' : 'district',
        place: unit.name.charAt(0).toLowerCase() + unit.name.slice(1),
        communes: code === cluster.host ? communesOf(plan, code) : [],
        count,
        from,
      });
      from += count;
      const result = await registerDelegates(context, organiser, {
        clusterId: idOf(clusterIds, cluster.number),
        unitId: idOf(unitIds, code),
        rows,
        onlyValid: false,
        overrideReason: '',
      });
      if (result.kind !== 'registered')
        throw new Error(`Demo people of ${unit.name}: ${JSON.stringify(result.plan.lines)}`);
    }
  }
}

const communesOf = (plan: Plan, code: string): string[] =>
  plan.units
    .filter((unit) => unit.parent === code && unit.level === 'commune')
    .map((unit) => unit.name.charAt(0).toLowerCase() + unit.name.slice(1));

type Clusters = readonly { id: string; number: number }[];

async function offerDevices(context: Context, organiser: Actor, clusters: Clusters): Promise<DemoDevice[]> {
  const devices: DemoDevice[] = [];
  for (const { id } of clusters) {
    for (const gate of GATES) {
      const { link, code } = await offerPairing(context, organiser, { clusterId: id, gate, minutes: PAIRING_MINUTES });
      devices.push({ clusterId: id, gate, link, code });
    }
  }
  return devices;
}

async function listInvitations(context: Context, clusters: Clusters): Promise<DemoInvitation[]> {
  const { publicBaseUrl } = context.config;
  const invitations: DemoInvitation[] = [];
  for (const { id } of clusters) {
    for (const invitee of await inviteesOf(context.db.read, { clusterId: id, scope: { kind: 'all' } })) {
      if (!invitee.invitation) continue;
      const { token } = context.keys.passCodes(invitee.invitation);
      invitations.push({
        clusterId: id,
        unit: invitee.unitName,
        name: addressed(invitee),
        link: invitationLink(publicBaseUrl, token),
        qrText: qrText(publicBaseUrl, token),
      });
    }
  }
  return invitations;
}
