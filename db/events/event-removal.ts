/** Counts what depends on an event; deletes an event that nothing depends on. */
import type { Reader, Tx } from '../schema.ts';

export type EventHoldings = {
  /** With those that were withdrawn. */
  registrations: number;
  letters: number;
  /** Phones that were paired once; a pairing code nobody used is none. */
  phones: number;
  changeRequests: number;
  /** Rows that units have typed and not handed in. */
  draftRows: number;
  clusters: number;
  categories: number;
  agendaItems: number;
};

export async function eventHoldings(db: Reader, eventId: string): Promise<EventHoldings> {
  const count = async (query: { executeTakeFirst: () => Promise<{ count: unknown } | undefined> }) =>
    Number((await query.executeTakeFirst())?.count ?? 0);
  const ofCluster = (table: 'device' | 'change_request' | 'draft') =>
    db
      .selectFrom(table)
      .innerJoin('cluster', 'cluster.id', `${table}.cluster_id`)
      .where('cluster.event_id', '=', eventId);
  const ofEvent = (table: 'registration' | 'cluster' | 'category' | 'agenda_item') =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('event_id', '=', eventId);
  const letters = db
    .selectFrom('letter')
    .innerJoin('invitation', 'invitation.id', 'letter.invitation_id')
    .innerJoin('registration', 'registration.id', 'invitation.registration_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('registration.event_id', '=', eventId);
  return {
    registrations: await count(ofEvent('registration')),
    letters: await count(letters),
    phones: await count(
      ofCluster('device')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('device.paired_at', 'is not', null),
    ),
    changeRequests: await count(ofCluster('change_request').select(({ fn }) => fn.countAll<number>().as('count'))),
    draftRows: await count(ofCluster('draft').select(({ fn }) => fn.sum<number>('draft.row_count').as('count'))),
    clusters: await count(ofEvent('cluster')),
    categories: await count(ofEvent('category')),
    agendaItems: await count(ofEvent('agenda_item')),
  };
}

/**
 * With its clusters, shares, drafts, unused pairing codes, categories and agenda. Throws a reference error (see engine)
 * while anything else still belongs to it.
 */
export async function deleteEvent(tx: Tx, eventId: string): Promise<void> {
  const clusters = tx.selectFrom('cluster').select('id').where('event_id', '=', eventId);
  await tx.deleteFrom('draft').where('cluster_id', 'in', clusters).execute();
  await tx.deleteFrom('device').where('cluster_id', 'in', clusters).where('paired_at', 'is', null).execute();
  await tx.deleteFrom('cluster_unit').where('cluster_id', 'in', clusters).execute();
  await tx.deleteFrom('cluster').where('event_id', '=', eventId).execute();
  await tx.deleteFrom('agenda_item').where('event_id', '=', eventId).execute();
  await tx.deleteFrom('category').where('event_id', '=', eventId).execute();
  await tx.deleteFrom('event').where('id', '=', eventId).execute();
}
