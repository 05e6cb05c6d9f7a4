/** What the lists and head counts are made of, within the reader's scope: a unit sees its own rows and no other's. */
import type { Scope } from '../../server/domain/account.ts';
import type { Listed, ListedUnit } from '../../server/domain/list/list-order.ts';
import type { Answer } from '../../server/domain/letters/invitation.ts';
import type { Seat } from '../../server/domain/seats/seating.ts';
import { type Holder, standsFor } from '../../server/domain/people/substitution.ts';
import { latestAnswersIn } from '../letters/answers.ts';
import type { Reader } from '../schema.ts';
import { predecessorsIn } from '../people/substitutions.ts';

/** The units of a cluster, each once, with what decides their place on a list. */
export async function listedUnits(db: Reader, clusterId: string, scope: Scope): Promise<ListedUnit[]> {
  const rows = await db
    .selectFrom('cluster_unit')
    .innerJoin('cluster', 'cluster.id', 'cluster_unit.cluster_id')
    .innerJoin('event', 'event.id', 'cluster.event_id')
    .innerJoin('unit', 'unit.id', 'cluster_unit.unit_id')
    .select(['unit.id', 'unit.name', 'unit.level', 'cluster_unit.position', 'event.lead_unit_id'])
    .where('cluster_unit.cluster_id', '=', clusterId)
    .$if(scope.kind === 'unit', (query) => query.where('unit.id', '=', scope.kind === 'unit' ? scope.unitId : ''))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    level: row.level,
    isLead: row.id === row.lead_unit_id,
    position: row.position,
  }));
}

export type ListedDelegate = Listed & {
  seat: Seat;
  isWithdrawn: boolean;
  honorific: string;
  fullName: string;
  position: string;
  workplace: string;
  phone: string | undefined;
  note: string;
  answer: Answer | undefined;
  /** The first holder of the place, when this is somebody else. */
  standsFor: Holder | undefined;
};

/** Every registration of a cluster, withdrawn and waiting ones too: who came is on the list whatever happened since. */
export async function listedDelegates(db: Reader, clusterId: string, scope: Scope): Promise<ListedDelegate[]> {
  const answers = await latestAnswersIn(db, clusterId);
  const predecessors = await predecessorsIn(db, clusterId);
  const rows = await db
    .selectFrom('registration')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .innerJoin('category', 'category.id', 'registration.category_id')
    .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
    .select([
      'registration.id',
      'registration.unit_id',
      'registration.unit_name',
      'registration.seat',
      'registration.list_order',
      'registration.manual_order',
      'category.rank',
      'delegate.honorific',
      'delegate.full_name',
      'delegate.position',
      'delegate.workplace',
      'delegate.phone',
      'delegate.note',
      'withdrawal.at as withdrawn_at',
    ])
    .where('registration.cluster_id', '=', clusterId)
    .$if(scope.kind === 'unit', (query) =>
      query.where('registration.unit_id', '=', scope.kind === 'unit' ? scope.unitId : ''),
    )
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    seat: row.seat,
    listOrder: row.list_order,
    manualOrder: row.manual_order ?? undefined,
    categoryRank: row.rank,
    isWithdrawn: row.withdrawn_at !== null,
    honorific: row.honorific,
    fullName: row.full_name,
    position: row.position,
    workplace: row.workplace,
    phone: row.phone ?? undefined,
    note: row.note,
    answer: answers.get(row.id),
    standsFor: standsFor({ registrationId: row.id, fullName: row.full_name }, predecessors),
  }));
}

/** The unit in whose name an event's lists are issued, and the unit above it. */
export async function issuerOf(
  db: Reader,
  eventId: string,
): Promise<{ name: string; parentName: string | undefined } | undefined> {
  const row = await db
    .selectFrom('event')
    .innerJoin('unit', 'unit.id', 'event.lead_unit_id')
    .leftJoin('unit as parent', 'parent.id', 'unit.parent_id')
    .select(['unit.name', 'parent.name as parent_name'])
    .where('event.id', '=', eventId)
    .executeTakeFirst();
  return row && { name: row.name, parentName: row.parent_name ?? undefined };
}
