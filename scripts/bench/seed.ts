/** A database for load: clusters of sixty seated, invited delegates and paired devices, all invented. */
import { insertDevice, pairDevice } from '../../db/door/devices.ts';
import { insertInvitation } from '../../db/letters/invitations.ts';
import type { Tx } from '../../db/schema.ts';
import type { Context } from '../../server/context.ts';
import { sha256 } from '../../server/keys.ts';

export const DELEGATES_PER_CLUSTER = 60;

export type SeededCluster = { clusterId: string; credential: string; tokens: string[] };

/** Seeds `clusters` clusters whose doors are open now, one paired device each. */
export async function seedForLoad(context: Context, clusters: number): Promise<SeededCluster[]> {
  const eventId = context.newId();
  const unitId = context.newId();
  const categoryId = context.newId();
  const at = context.now().toUTC().toISO();
  const soon = (minutes: number) => context.now().plus({ minutes }).toUTC().toISO();
  return await context.db.write(async (tx) => {
    await tx
      .insertInto('unit')
      .values({ id: unitId, code: `load-${eventId}`, name: 'Đơn vị đo tải', level: 'city', position: 1 })
      .execute();
    await tx
      .insertInto('event')
      .values({
        id: eventId,
        code: `load-${eventId}`,
        title: 'Đo tải',
        kind: 'Tọa đàm',
        year: context.now().year,
        zone: 'Asia/Ho_Chi_Minh',
        lead_unit_id: unitId,
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
    await tx
      .insertInto('category')
      .values({
        id: categoryId,
        event_id: eventId,
        code: 'A1',
        name: 'Đại biểu',
        level: 'city',
        host_only: 0,
        rank: 1,
        on_payroll: 1,
      })
      .execute();
    const seeded: SeededCluster[] = [];
    for (let number = 1; number <= clusters; number += 1) {
      const clusterId = context.newId();
      await tx
        .insertInto('cluster')
        .values({
          id: clusterId,
          event_id: eventId,
          number,
          // Not in half an hour: near midnight that would be another day, and nobody would be let in.
          starts_at: at,
          ends_at: soon(240),
          door_opens_at: soon(-30),
          late_from: soon(60),
          door_closes_at: soon(180),
          registration_deadline: at,
          answer_deadline: at,
          venue: 'Hội trường',
          host_unit_id: unitId,
          capacity_min: 40,
          capacity_max: DELEGATES_PER_CLUSTER,
          closed_at: null,
        })
        .execute();
      await tx
        .insertInto('cluster_unit')
        .values({
          cluster_id: clusterId,
          unit_id: unitId,
          quota: DELEGATES_PER_CLUSTER,
          position: 1,
          list_state: 'accepted',
        })
        .execute();
      const tokens = await seedDelegates(context, tx, { eventId, clusterId, unitId, categoryId, at });
      seeded.push({ clusterId, credential: await seedDevice(context, tx, clusterId), tokens });
    }
    return seeded;
  });
}

type Ids = { eventId: string; clusterId: string; unitId: string; categoryId: string; at: string };

async function seedDelegates(
  context: Context,
  tx: Tx,
  { eventId, clusterId, unitId, categoryId, at }: Ids,
): Promise<string[]> {
  const tokens: string[] = [];
  for (let index = 1; index <= DELEGATES_PER_CLUSTER; index += 1) {
    const delegateId = context.newId();
    const registrationId = context.newId();
    await tx
      .insertInto('delegate')
      .values({
        id: delegateId,
        event_id: eventId,
        unit_id: unitId,
        honorific: 'Ông',
        full_name: `Nguyễn Văn Thử ${index}`,
        name_folded: `nguyen van thu ${index}`,
        position: 'Chuyên viên',
        workplace: 'Phòng Nội vụ',
        note: '',
        created_at: at,
      })
      .execute();
    await tx
      .insertInto('registration')
      .values({
        id: registrationId,
        event_id: eventId,
        cluster_id: clusterId,
        unit_id: unitId,
        delegate_id: delegateId,
        category_id: categoryId,
        unit_name: 'Đơn vị đo tải',
        seat: 'seated',
        list_order: index,
        submitted_at: at,
      })
      .execute();
    const invitation = { id: context.newId(), version: 1, kid: context.keys.kid };
    const { token, shortCode } = context.keys.passCodes(invitation);
    await insertInvitation(tx, {
      ...invitation,
      registrationId,
      tokenHash: sha256(token),
      shortCodeHash: sha256(shortCode),
      at,
    });
    tokens.push(token);
  }
  return tokens;
}

/** One more paired phone at the cluster's door; returns its credential. */
export async function seedDevice(context: Context, tx: Tx, clusterId: string): Promise<string> {
  const credential = context.newSecret();
  const at = context.now().toUTC().toISO();
  const later = context.now().plus({ hours: 12 }).toUTC().toISO();
  const id = context.newId();
  await insertDevice(tx, {
    id,
    clusterId,
    gate: 'Cửa chính',
    pairingHash: sha256(id),
    pairingExpiresAt: later,
    at,
    by: 'seed',
  });
  await pairDevice(tx, { pairingHash: sha256(id), credentialHash: sha256(credential), at, expiresAt: later });
  return credential;
}
