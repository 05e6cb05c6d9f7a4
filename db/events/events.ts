import type { Scope } from '../../server/domain/account.ts';
import type { Category } from '../../server/domain/category.ts';
import type { Reader } from '../schema.ts';

export type Event = {
  id: string;
  code: string;
  title: string;
  kind: string;
  year: number;
  lastYear: number | undefined;
  documentDate: string | undefined;
  zone: string;
  place: string;
  leadUnit: { id: string; name: string };
  contact: { name: string; office: string; phone: string; email: string };
  promotesFreedPlaces: boolean;
  acceptsByHand: boolean;
};

/** Of `event` and its unit, which a query joins as `lead`; the id is left to the query. */
export const eventColumns = [
  'event.code',
  'event.title',
  'event.kind',
  'event.year',
  'event.last_year',
  'event.document_date',
  'event.zone',
  'event.place',
  'event.lead_unit_id',
  'lead.name as lead_unit_name',
  'event.contact_name',
  'event.contact_office',
  'event.contact_phone',
  'event.contact_email',
  'event.promotes_freed_places',
  'event.accepts_by_hand',
] as const;

const selectEvents = (db: Reader) =>
  db
    .selectFrom('event')
    .innerJoin('unit as lead', 'lead.id', 'event.lead_unit_id')
    .select('event.id')
    .select(eventColumns);

type EventRow = Awaited<ReturnType<ReturnType<typeof selectEvents>['executeTakeFirstOrThrow']>>;

export const toEvent = (row: EventRow): Event => ({
  id: row.id,
  code: row.code,
  title: row.title,
  kind: row.kind,
  year: row.year,
  lastYear: row.last_year ?? undefined,
  documentDate: row.document_date ?? undefined,
  zone: row.zone,
  place: row.place,
  leadUnit: { id: row.lead_unit_id, name: row.lead_unit_name },
  contact: {
    name: row.contact_name,
    office: row.contact_office,
    phone: row.contact_phone,
    email: row.contact_email,
  },
  promotesFreedPlaces: row.promotes_freed_places === 1,
  acceptsByHand: row.accepts_by_hand === 1,
});

export async function eventById(db: Reader, id: string): Promise<Event | undefined> {
  const row = await selectEvents(db).where('event.id', '=', id).executeTakeFirst();
  return row && toEvent(row);
}

/**
 * The event of the first cluster in the scope that has not ended, or else of the last one there was; of several that
 * start at once the older event. Asked this way a unit that has taken part for years costs no more than a new one.
 */
export async function eventOfTheMoment(db: Reader, scope: Scope, at: string): Promise<string | undefined> {
  const inScope = () =>
    db
      .selectFrom('cluster')
      .select('cluster.event_id')
      .$if(scope.kind === 'unit', (query) =>
        query
          .innerJoin('cluster_unit', 'cluster_unit.cluster_id', 'cluster.id')
          .where('cluster_unit.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
      )
      .limit(1);
  const next = await inScope()
    .where('cluster.ends_at', '>', at)
    .orderBy('cluster.starts_at')
    .orderBy('cluster.event_id')
    .executeTakeFirst();
  const last = inScope().orderBy('cluster.starts_at', 'desc').orderBy('cluster.event_id');
  return (next ?? (await last.executeTakeFirst()))?.event_id;
}

/** The categories of an event, in rank order. */
export async function categoriesOf(db: Reader, eventId: string): Promise<Category[]> {
  const rows = await db
    .selectFrom('category')
    .select(['id', 'code', 'name', 'level', 'host_only', 'rank'])
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
  }));
}

export type AgendaItem = {
  startsMinute: number;
  endsMinute: number;
  title: string;
  owner: string;
  /** The categories its owner is invited under. */
  from: string[];
};

export async function agendaOf(db: Reader, eventId: string): Promise<AgendaItem[]> {
  const rows = await db
    .selectFrom('agenda_item')
    .select(['starts_minute', 'ends_minute', 'title', 'owner', 'invited_from'])
    .where('event_id', '=', eventId)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    startsMinute: row.starts_minute,
    endsMinute: row.ends_minute,
    title: row.title,
    owner: row.owner,
    from: readCodes(row.invited_from),
  }));
}

/** Category codes, or days off, as they are stored: one text, blanks between them. */
export const readCodes = (stored: string): string[] => stored.split(' ').filter((code) => code !== '');
