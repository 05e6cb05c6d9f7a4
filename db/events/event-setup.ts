/** Reads an event whole, for the people who set it up and for the rules that judge it. */

import { minuteClock } from '../../server/domain/words/document-date.ts';
import type {
  EventSetup,
  SetupAgendaItem,
  SetupCategory,
  SetupCluster,
  SetupEvent,
  SetupUnit,
} from '../../server/domain/plan/event-setup.ts';
import { type Cluster, clustersOfEvent } from './clusters.ts';
import { readCodes } from './events.ts';
import { registeredCategories } from '../people/registered-categories.ts';
import type { Reader } from '../schema.ts';
import { progressKey } from '../lists/progress-key.ts';

/** Undefined when there is no such event. */
export async function loadEventSetup(db: Reader, eventId: string): Promise<EventSetup | undefined> {
  const event = await setupEvent(db, eventId);
  if (!event) return undefined;
  return {
    id: eventId,
    event,
    units: await setupUnits(db),
    clusters: await setupClusters(db, eventId),
    categories: await setupCategories(db, eventId),
    agenda: await setupAgenda(db, eventId),
  };
}

async function setupEvent(db: Reader, id: string): Promise<SetupEvent | undefined> {
  const row = await db
    .selectFrom('event')
    .select(['code', 'title', 'kind', 'year', 'last_year', 'document_date', 'zone', 'place', 'lead_unit_id'])
    .select(['contact_name', 'contact_office', 'contact_phone', 'contact_email'])
    .select(['promotes_freed_places', 'accepts_by_hand', 'days_off'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    row && {
      code: row.code,
      title: row.title,
      kind: row.kind,
      year: row.year,
      lastYear: row.last_year ?? undefined,
      documentDate: row.document_date ?? undefined,
      zone: row.zone,
      place: row.place,
      leadUnitId: row.lead_unit_id,
      contact: {
        name: row.contact_name,
        office: row.contact_office,
        phone: row.contact_phone,
        email: row.contact_email,
      },
      promotesFreedPlaces: row.promotes_freed_places === 1,
      acceptsByHand: row.accepts_by_hand === 1,
      daysOff: readCodes(row.days_off),
    }
  );
}

/** Every unit, parents above their children, then in the order in which they were written down. */
export async function setupUnits(db: Reader): Promise<SetupUnit[]> {
  const rows = await db
    .selectFrom('unit')
    .select(['id', 'code', 'name', 'level', 'parent_id', 'valid_from', 'valid_to', 'successor_id'])
    .orderBy('position')
    .orderBy('id')
    .execute();
  const parents = new Map(rows.map((row) => [row.id, row.parent_id]));
  const depth = (id: string): number => {
    const parent = parents.get(id);
    return parent ? depth(parent) + 1 : 0;
  };
  return rows
    .map((row) => ({ row, depth: depth(row.id) }))
    .sort((left, right) => left.depth - right.depth)
    .map(({ row }) => ({
      id: row.id,
      code: row.code,
      name: row.name,
      level: row.level,
      parentId: row.parent_id ?? undefined,
      validFrom: row.valid_from ?? undefined,
      validTo: row.valid_to ?? undefined,
      successorId: row.successor_id ?? undefined,
    }));
}

async function setupClusters(db: Reader, eventId: string): Promise<SetupCluster[]> {
  const clusters = await clustersOfEvent(db, { kind: 'all' }, eventId);
  const shares = await db
    .selectFrom('cluster_unit')
    .innerJoin('cluster', 'cluster.id', 'cluster_unit.cluster_id')
    .select(['cluster_unit.cluster_id', 'cluster_unit.unit_id', 'cluster_unit.quota'])
    .select('cluster_unit.list_state')
    .where('cluster.event_id', '=', eventId)
    .orderBy('cluster_unit.position')
    .orderBy('cluster_unit.unit_id')
    .execute();
  const heads = await headsByUnit(db, eventId);
  const registered = await registeredCategories(
    db,
    clusters.map(({ id }) => id),
  );
  const invited = await invitedByCluster(db, eventId);
  return clusters.map(({ eventId: _, zone: __, daysOff: ___, hostUnit, ...cluster }: Cluster) => ({
    ...cluster,
    hostUnitId: hostUnit.id,
    participants: shares
      .filter((share) => share.cluster_id === cluster.id)
      .map((share) => ({
        unitId: share.unit_id,
        quota: share.quota,
        ...(heads.get(progressKey(cluster.id, share.unit_id)) ?? { seated: 0, waiting: 0, hasHistory: false }),
        listState: share.list_state,
        registered: registered.get(progressKey(cluster.id, share.unit_id)) ?? [],
      })),
    invited: invited.get(cluster.id) ?? 0,
  }));
}

type Heads = { seated: number; waiting: number; hasHistory: boolean };

async function headsByUnit(db: Reader, eventId: string): Promise<Map<string, Heads>> {
  const rows = await db
    .selectFrom('registration')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .select(['registration.cluster_id', 'registration.unit_id', 'registration.seat'])
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.count<number>('withdrawal.registration_id').as('withdrawn'),
    ])
    .where('registration.event_id', '=', eventId)
    .groupBy(['registration.cluster_id', 'registration.unit_id', 'registration.seat'])
    .execute();
  const heads = new Map<string, Heads>();
  for (const row of rows) {
    const key = progressKey(row.cluster_id, row.unit_id);
    const unit = heads.get(key) ?? { seated: 0, waiting: 0, hasHistory: true };
    unit[row.seat] = Number(row.all) - Number(row.withdrawn);
    heads.set(key, unit);
  }
  return heads;
}

async function invitedByCluster(db: Reader, eventId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('invitation')
    .innerJoin('registration', 'registration.id', 'invitation.registration_id')
    .leftJoin('revocation', 'revocation.invitation_id', 'invitation.id')
    .select(({ fn }) => ['registration.cluster_id', fn.countAll<number>().as('count')])
    .where('registration.event_id', '=', eventId)
    .where('revocation.invitation_id', 'is', null)
    .groupBy('registration.cluster_id')
    .execute();
  return new Map(rows.map((row) => [row.cluster_id, Number(row.count)]));
}

async function setupCategories(db: Reader, eventId: string): Promise<SetupCategory[]> {
  const rows = await db
    .selectFrom('category')
    .select(['id', 'code', 'name', 'level', 'host_only', 'rank', 'on_payroll'])
    .select(({ selectFrom }) => [
      selectFrom('registration')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('registration.category_id', '=', 'category.id')
        .as('main'),
      selectFrom('registration_category')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('registration_category.category_id', '=', 'category.id')
        .as('besides'),
    ])
    .where('event_id', '=', eventId)
    .orderBy('rank')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    level: row.level,
    hostOnly: row.host_only === 1,
    rank: row.rank,
    onPayroll: row.on_payroll === 1,
    registered: Number(row.main ?? 0) + Number(row.besides ?? 0),
  }));
}

async function setupAgenda(db: Reader, eventId: string): Promise<SetupAgendaItem[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .select(['id', 'starts_minute', 'ends_minute', 'title', 'owner', 'invited_from'])
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    startsAt: minuteClock(row.starts_minute),
    endsAt: minuteClock(row.ends_minute),
    title: row.title,
    owner: row.owner,
    from: readCodes(row.invited_from),
  }));
}
