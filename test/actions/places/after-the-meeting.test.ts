/** A seat in a meeting that is over can be taken by nobody: whichever door makes a place, nobody moves up to it. */
import { expect } from 'chai';
import { setCapacity, setQuota } from '../../../db/seats/capacity.ts';
import { makeSetUpWorld, type SetUpWorld } from '../../pages/setup/set-up-world.ts';
import type { Answer } from '../../support/app.ts';
import { hiddenIn } from '../../support/people-world.ts';
import { inventedRow, inventedRows, register } from '../../support/cast.ts';

/** Cluster 2 of the plan: 7 April 2023, 13:30 to 17:00. */
const LAST_MINUTE = '2023-04-07T16:59';
const END = '2023-04-07T17:00';

describe('who waits, and a place that comes free', () => {
  let world: SetUpWorld;
  let clusterId: string;
  let ids: string[];
  beforeEach(async () => {
    world = await makeSetUpWorld('2023-04-07T16:45');
    clusterId = world.app.cast.cluster(2);
  });
  afterEach(() => world.close());

  const unit = (code: string) => world.app.cast.unit(code);
  const set = (change: { quota?: number; max?: number; promotes?: 0 | 1; closedAt?: string }) =>
    world.app.context.db.write(async (tx) => {
      const { quota, max, promotes, closedAt } = change;
      if (quota !== undefined) await setQuota(tx, { clusterId, unitId: unit('927'), quota });
      if (max !== undefined) await tx.updateTable('cluster').set({ capacity_min: 1 }).execute();
      if (max !== undefined) await setCapacity(tx, { clusterId, max });
      if (promotes !== undefined) await tx.updateTable('event').set({ promotes_freed_places: promotes }).execute();
      if (closedAt !== undefined) await tx.updateTable('cluster').set({ closed_at: closedAt }).execute();
    });
  const waiting = async () => {
    const rows = await world.app.context.db.read.selectFrom('registration').select('id').where('seat', '=', 'waiting');
    return (await rows.execute()).length;
  };
  const places = (path: string, form: Record<string, string>) =>
    world.an.post(`/clusters/${clusterId}/places/${path}`, { reason: 'đổi phút cuối', ...form });

  type Door = {
    /** What keeps some waiting while the list is handed in. */
    limit: Parameters<typeof set>[0];
    act: () => Promise<Answer>;
    /** What the door answers when the attendance is closed; saved like at any other time unless said. */
    whenClosed?: number;
  };
  const doors: Record<string, Door> = {
    'a withdrawal at the desk': {
      limit: { quota: 2 },
      act: () => world.an.post(`/registrations/${ids[0]}/withdraw`, { reason: 'bận họp' }),
      whenClosed: 409,
    },
    'two entries merged at the desk': {
      limit: { quota: 2 },
      act: async () => {
        const page = `/registrations/${ids[0]}/merge`;
        const { text } = await world.an.get(`${page}?with=${ids[1]}`);
        const seen = hiddenIn(text, ['stays', 'seen.stays', 'seen.goes']);
        return await world.an.post(page, { with: ids[1] ?? '', ...seen });
      },
      whenClosed: 422,
    },
    'places moved': {
      limit: { quota: 2 },
      act: () => places('move', { from: unit('917'), to: unit('927'), count: '1' }),
      whenClosed: 422,
    },
    'a higher quota': {
      limit: { quota: 2 },
      act: () => places('quota', { unit: unit('927'), quota: '3' }),
      whenClosed: 422,
    },
    'a higher maximum': { limit: { max: 2 }, act: () => places('max', { max: '3' }), whenClosed: 422 },
    'a greater quota in the set-up': {
      limit: { quota: 2 },
      act: () =>
        world.send(`/clusters/${clusterId}/participants`, {
          [`unit.${unit('927')}.quota`]: '3',
          reason: 'kê thêm ghế',
        }),
      whenClosed: 422,
    },
    'a higher maximum in the set-up': {
      limit: { max: 2 },
      act: () => world.send(`/clusters/${clusterId}`, { max: '3', reason: 'kê thêm ghế' }),
      whenClosed: 422,
    },
    'an event that begins to give places away': {
      limit: { quota: 2, promotes: 0 },
      act: async () => {
        await set({ quota: 3 });
        return await world.send('/setup', { promotesFreedPlaces: '1' });
      },
    },
  };

  for (const [name, { limit, act, whenClosed = 303 }] of Object.entries(doors)) {
    describe(`by ${name}`, () => {
      beforeEach(async () => {
        await set(limit);
        const twins = [inventedRow(0), inventedRow(0, { anotherPerson: true, phone: '0900 000 990' })];
        ids = await register(world.app.context, world.app.cast.actor('an'), {
          clusterId,
          unitId: unit('927'),
          rows: [...twins, ...inventedRows(2, 10)],
        });
        expect(await waiting()).to.equal(2);
      });

      it('control: while the meeting lasts one moves up', async () => {
        world.app.context.clock.set(LAST_MINUTE);
        expect((await act()).status).to.equal(303);
        expect(await waiting()).to.equal(1);
      });

      it('nobody moves up when it is over', async () => {
        world.app.context.clock.set(END);
        expect((await act()).status).to.equal(303);
        expect(await waiting()).to.equal(2);
      });

      it('nobody moves up when its attendance is closed', async () => {
        await set({ closedAt: world.app.context.now().toUTC().toISO() });
        expect((await act()).status).to.equal(whenClosed);
        expect(await waiting()).to.equal(2);
      });
    });
  }
});
