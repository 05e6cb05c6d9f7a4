/** At the minute a cluster ends it is over: on every page, for every query. */
import { expect } from 'chai';
import { clustersOfEvent } from '../../../db/events/clusters.ts';
import { eventsAround, nearestEvents } from '../../../db/events/event-choices.ts';
import { eventOfTheMoment } from '../../../db/events/events.ts';
import type { Worker } from '../../../db/lists/waiting-work.ts';
import { clusterOfTheMoment } from '../../../server/pages/shared/cluster-tabs.ts';
import { startApp, type TestApp, wordsOf } from '../../support/app.ts';

const END = '2023-04-07T10:00:00.000Z';
const BEFORE = '2023-04-07T09:59:59.999Z';

describe('the end of a cluster', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp({ at: '2023-04-07T17:00' });
    const [second, third] = [app.cast.cluster(2), app.cast.cluster(3)];
    await app.context.db.write(async (tx) => {
      const states = tx.updateTable('cluster_unit').where('cluster_id', '=', second);
      await states.set({ list_state: 'submitted' }).where('unit_id', '=', app.cast.unit('917')).execute();
      await states.set({ list_state: 'returned' }).where('unit_id', '=', app.cast.unit('927')).execute();
      // Of this event nothing comes after cluster 2.
      await tx
        .updateTable('cluster')
        .set({ starts_at: '2023-04-03T06:30:00.000Z', ends_at: '2023-04-03T10:00:00.000Z' })
        .where('id', '=', third)
        .execute();
    });
  });
  afterEach(() => app.close());

  for (const [at, isOver] of [
    [BEFORE, false],
    [END, true],
  ] as const) {
    it(`leaves ${isOver ? 'no work' : 'work'} at ${at}`, async () => {
      const { read } = app.context.db;
      const workOf = async (worker: Worker) => {
        const of = { kind: 'event' as const, id: app.cast.eventId };
        return (await eventsAround(read, { kind: 'all' }, { at, most: 11, of, worker })).present?.work;
      };
      expect(await workOf({ kind: 'organiser' })).to.equal(isOver ? 0 : 1);
      expect(await workOf({ kind: 'unit', unitId: app.cast.unit('927') })).to.equal(isOver ? 0 : 1);
    });
  }

  it('makes the next cluster the one people mean', async () => {
    const clusters = await clustersOfEvent(app.context.db.read, { kind: 'all' }, app.cast.eventId);
    const later = clusters.map((cluster) =>
      cluster.number === 3
        ? { ...cluster, startsAt: '2023-04-08T06:30:00.000Z', endsAt: '2023-04-08T10:00:00.000Z' }
        : cluster,
    );
    expect(clusterOfTheMoment(later, BEFORE)?.number).to.equal(2);
    expect(clusterOfTheMoment(later, END)?.number).to.equal(3);
  });

  it('makes the event one that is over, behind an event that is still to come', async () => {
    const { read, write } = app.context.db;
    const other = await app.context.db.read.selectFrom('event').selectAll().executeTakeFirstOrThrow();
    const cluster = await read
      .selectFrom('cluster')
      .selectAll()
      .where('id', '=', app.cast.cluster(2))
      .executeTakeFirstOrThrow();
    const id = app.context.newId();
    await write(async (tx) => {
      await tx
        .insertInto('event')
        .values({ ...other, id, code: 'sau' })
        .execute();
      const starts = { starts_at: '2023-05-05T06:30:00.000Z', ends_at: '2023-05-05T10:00:00.000Z' };
      await tx
        .insertInto('cluster')
        .values({ ...cluster, ...starts, id: app.context.newId(), event_id: id })
        .execute();
    });
    const first = async (at: string) => (await nearestEvents(read, { kind: 'all' }, { at }))[0]?.id;
    expect([await first(BEFORE), await eventOfTheMoment(read, { kind: 'all' }, BEFORE)]).to.deep.equal([
      app.cast.eventId,
      app.cast.eventId,
    ]);
    expect([await first(END), await eventOfTheMoment(read, { kind: 'all' }, END)]).to.deep.equal([id, id]);
  });

  it('is said on the overview', async () => {
    const an = await app.as('an');
    expect(wordsOf((await an.get('/')).text)).to.include('các cụm đã diễn ra');
  });
});
