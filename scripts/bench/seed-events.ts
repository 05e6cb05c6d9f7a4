/** Many events with everything the overview counts, in few large inserts; all invented. */
import type { Tx } from '../../db/schema.ts';
import { type Context, instant } from '../../server/context.ts';
import { sha256 } from '../../server/keys.ts';

export type SeededEvents = { registrations: number; unitId: string };

const UNITS = 10;
const CLUSTERS = 3;
const PER_CLUSTER = 60;
const EVENTS_PER_WRITE = 50;

type Shared = { at: string; unitIds: string[]; day: (days: number) => string };

export async function seedEvents(context: Context, events: number): Promise<SeededEvents> {
  const unitIds = Array.from({ length: UNITS }, () => context.newId());
  const day = (days: number) => context.now().plus({ days }).toUTC().toISO();
  const shared: Shared = { at: instant(context), unitIds, day };
  await context.db.write((tx) => insertUnits(tx, unitIds));
  for (let from = 0; from < events; from += EVENTS_PER_WRITE) {
    await context.db.write(async (tx) => {
      for (let number = from; number < Math.min(events, from + EVENTS_PER_WRITE); number += 1) {
        await insertEvent(context, tx, shared, number);
      }
    });
  }
  return { registrations: events * CLUSTERS * PER_CLUSTER, unitId: unitIds[1] ?? '' };
}

async function insertUnits(tx: Tx, unitIds: readonly string[]): Promise<void> {
  await tx
    .insertInto('unit')
    .values(
      unitIds.map((id, position) => ({
        id,
        code: `do-tai-${position}`,
        name: position === 0 ? 'Sở Nội vụ' : `Huyện đo tải ${position}`,
        level: position === 0 ? ('city' as const) : ('district' as const),
        position,
      })),
    )
    .execute();
}

/** The events lie a day apart, the last of them ahead: the page of the moment is one in the middle of the tables. */
async function insertEvent(context: Context, tx: Tx, { at, unitIds, day }: Shared, number: number): Promise<void> {
  const eventId = context.newId();
  const categoryId = context.newId();
  const lead = unitIds[0] ?? '';
  const clusterIds = Array.from({ length: CLUSTERS }, () => context.newId());
  await tx
    .insertInto('event')
    .values({
      id: eventId,
      code: `do-tai-${number}`,
      title: `Tọa đàm đo tải số ${number}`,
      kind: 'Tọa đàm',
      year: context.now().year,
      zone: 'Asia/Ho_Chi_Minh',
      lead_unit_id: lead,
      place: 'Cần Thơ',
      contact_name: '',
      contact_office: '',
      contact_phone: '0900 000 001',
      contact_email: 'tai@example.gov.vn',
      promotes_freed_places: 1,
      accepts_by_hand: 0,
      created_at: at,
    })
    .execute();
  const category = { id: categoryId, event_id: eventId, code: 'B1', name: 'Đại biểu', level: 'district' as const };
  await tx
    .insertInto('category')
    .values({ ...category, host_only: 0, rank: 1, on_payroll: 1 })
    .execute();
  await tx
    .insertInto('cluster')
    .values(
      clusterIds.map((id, index) => ({
        id,
        event_id: eventId,
        number: index + 1,
        starts_at: day(number - 500),
        ends_at: day(number - 499.8),
        door_opens_at: day(number - 500.02),
        late_from: day(number - 499.98),
        door_closes_at: day(number - 499.9),
        registration_deadline: day(number - 505),
        answer_deadline: day(number - 502),
        venue: 'Hội trường',
        host_unit_id: unitIds[index * 3 + 1] ?? lead,
        capacity_min: 40,
        capacity_max: PER_CLUSTER,
      })),
    )
    .execute();
  await tx
    .insertInto('cluster_unit')
    .values(
      clusterIds.flatMap((id, index) =>
        participants(unitIds, index).map((unitId, position) => ({
          cluster_id: id,
          unit_id: unitId,
          quota: 15,
          position,
          list_state: 'accepted' as const,
          submitted_at: at,
        })),
      ),
    )
    .execute();
  for (const [index, clusterId] of clusterIds.entries()) {
    await insertPeople(context, tx, { at, eventId, categoryId, clusterId, units: participants(unitIds, index) });
  }
}

/** The city's list and three units of its own in each cluster. */
const participants = (unitIds: readonly string[], index: number): string[] => [
  ...unitIds.slice(0, 1),
  ...unitIds.slice(index * 3 + 1, index * 3 + 4),
];

type Filled = { at: string; eventId: string; categoryId: string; clusterId: string; units: string[] };

async function insertPeople(context: Context, tx: Tx, { at, eventId, categoryId, clusterId, units }: Filled) {
  const people = Array.from({ length: PER_CLUSTER }, (_, index) => ({
    index,
    unitId: units[index % units.length] ?? '',
    delegateId: context.newId(),
    registrationId: context.newId(),
    invitationId: context.newId(),
  }));
  await tx
    .insertInto('delegate')
    .values(
      people.map(({ delegateId, unitId, index }) => ({
        id: delegateId,
        event_id: eventId,
        unit_id: unitId,
        honorific: 'Ông',
        full_name: `Nguyễn Văn Thử ${index}`,
        name_folded: `nguyen van thu ${index}`,
        position: 'Chuyên viên',
        workplace: '',
        note: '',
        created_at: at,
      })),
    )
    .execute();
  await tx
    .insertInto('registration')
    .values(
      people.map(({ registrationId, delegateId, unitId, index }) => ({
        id: registrationId,
        event_id: eventId,
        cluster_id: clusterId,
        unit_id: unitId,
        delegate_id: delegateId,
        category_id: categoryId,
        unit_name: 'Đơn vị đo tải',
        seat: index < PER_CLUSTER - 2 ? ('seated' as const) : ('waiting' as const),
        list_order: index,
        submitted_at: at,
      })),
    )
    .execute();
  await tx
    .insertInto('invitation')
    .values(
      people.map(({ invitationId, registrationId }) => ({
        id: invitationId,
        registration_id: registrationId,
        version: 1,
        kid: context.keys.kid,
        token_hash: sha256(invitationId),
        short_code_hash: sha256(`short ${invitationId}`),
        created_at: at,
      })),
    )
    .execute();
  const answered = people.filter(({ index }) => index % 3 !== 0);
  await tx
    .insertInto('answer')
    .values(
      answered.map(({ invitationId, index }) => ({
        id: context.newId(),
        invitation_id: invitationId,
        kind: index % 7 === 0 ? ('declined' as const) : ('confirmed' as const),
        reason: '',
        at,
      })),
    )
    .execute();
  await insertHistory(context, tx, { at, clusterId, units, registrationIds: people.map((who) => who.registrationId) });
}

/** Entries as the desk would have written them; the chain's own hashes are beside the point of this measure. */
async function insertHistory(
  context: Context,
  tx: Tx,
  {
    at,
    clusterId,
    units,
    registrationIds,
  }: { at: string; clusterId: string; units: string[]; registrationIds: string[] },
): Promise<void> {
  const last = await tx.selectFrom('audit_entry').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const entries = [
    ...units.flatMap((unit) => [
      { action: 'delegates_registered', subject: `cluster:${clusterId}`, detail: { unit, seated: 15, waiting: 0 } },
      { action: 'list_accepted', subject: `cluster:${clusterId}`, detail: { unit } },
    ]),
    ...registrationIds.map((id) => ({ action: 'invitation_confirmed', subject: `registration:${id}`, detail: {} })),
  ];
  await tx
    .insertInto('audit_entry')
    .values(
      entries.map(({ detail, ...entry }, index) => ({
        ...entry,
        seq: (last?.seq ?? 0) + index + 1,
        at,
        actor: 'system',
        detail: JSON.stringify(detail),
        previous_hash: '',
        hash: context.newId(),
      })),
    )
    .execute();
}
