/** Places that the set-up makes go to those who wait, by the same rule as on the page of the places. */
import { expect } from 'chai';
import { participantsOf } from '../../../db/events/clusters.ts';
import { setQuota } from '../../../db/seats/capacity.ts';
import { promoteWaiting } from '../../../server/actions/places/promote-waiting.ts';
import { inventedRows, type Person, register } from '../../support/cast.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('those who wait, when the set-up makes room', () => {
  let world: SetUpWorld;
  let clusterId: string;
  let cluster: string;
  let quotas: string;
  const enter = async (at?: string) => {
    world = await makeSetUpWorld(at);
    clusterId = world.app.cast.cluster(2);
    cluster = `/clusters/${clusterId}`;
    quotas = `${cluster}/participants`;
  };
  beforeEach(() => enter());
  afterEach(() => world.close());

  /** What the form asks for once somebody is registered. */
  const reason = 'kê thêm ghế';
  /** Fewer places than the shares together, as a cluster may have been stored. */
  const small = () =>
    world.app.context.db.write((tx) =>
      tx.updateTable('cluster').set({ capacity_min: 1, capacity_max: 5 }).where('id', '=', clusterId).execute(),
    );
  const unit = (code: string) => world.app.cast.unit(code);
  const quota = (code: string) => `unit.${unit(code)}.quota`;
  const handIn = async (person: Person, count: number, { from = 0, into = clusterId } = {}) => {
    world.app.context.clock.advance({ minutes: 1 });
    const rows = inventedRows(count, from);
    return await register(world.app.context, world.app.cast.actor(person), { clusterId: into, rows });
  };
  const seatsOf = async (ids: readonly string[]) => {
    const { read } = world.app.context.db;
    const rows = await read.selectFrom('registration').select(['id', 'seat']).execute();
    return ids.map((id) => rows.find((row) => row.id === id)?.seat);
  };
  const listOf = async (code: string) =>
    (await participantsOf(world.app.context.db.read, clusterId)).find(({ unitId }) => unitId === unit(code))?.listState;
  /** What people did and whom that moved up; lists go on by themselves after it. */
  const acts = async () => (await world.audit()).filter(({ action }) => action !== 'list_accepted');
  const entries = async (...actions: string[]) =>
    (await world.audit()).filter(({ action }) => actions.includes(action));
  const promotion = (code: string, ids: readonly (string | undefined)[], subject = `cluster:${clusterId}`) => ({
    action: 'delegates_promoted',
    subject,
    detail: { unit: unit(code), registrations: ids.join(','), seated: ids.length },
  });

  describe('by a greater share', () => {
    let own: string[];
    let others: string[];
    beforeEach(async () => {
      await world.send(quotas, { [quota('927')]: '2', [quota('917')]: '1', reason });
      others = await handIn('cuc', 2, { from: 40 });
      own = await handIn('binh', 4);
    });

    it('the unit’s own move up in their order; whose share did not grow waits on, though they came first', async () => {
      const answer = await world.send(quotas, { [quota('927')]: '3', reason });
      expect(answer.status).to.equal(303);
      expect(await seatsOf(own)).to.deep.equal(['seated', 'seated', 'seated', 'waiting']);
      expect(await seatsOf(others)).to.deep.equal(['seated', 'waiting']);
      expect(await world.words()).to.contain(
        'Đã lưu đơn vị tham dự và chỉ tiêu Cụm 2. 1 người từ danh sách chờ được xếp chỗ.',
      );
    });

    it('the audit says so, after what made the place', async () => {
      await world.send(quotas, { [quota('927')]: '4', reason });
      expect((await acts()).slice(-2)).to.deep.equal([
        {
          action: 'quota_changed',
          subject: `cluster:${clusterId}`,
          detail: { unit: unit('927'), before: 2, quota: 4, reason },
        },
        promotion('927', own.slice(2)),
      ]);
    });

    it('the list is accepted by itself with the last who waited, and not before', async () => {
      expect(await listOf('927')).to.equal('submitted');
      await world.send(quotas, { [quota('927')]: '3', reason });
      expect(await listOf('927')).to.equal('submitted');
      await world.send(quotas, { [quota('927')]: '4', reason });
      expect(await listOf('927')).to.equal('accepted');
    });

    it('of two units in one form, each gets its own', async () => {
      await world.send(quotas, { [quota('927')]: '3', [quota('917')]: '2', reason });
      expect(await seatsOf([...own, ...others])).to.deep.equal([
        'seated',
        'seated',
        'seated',
        'waiting',
        'seated',
        'seated',
      ]);
      expect(await entries('delegates_promoted')).to.deep.equal([
        promotion('917', [others[1]]),
        promotion('927', [own[2]]),
      ]);
    });

    it('nobody by a share that shrinks, a new order or the same form again', async () => {
      await world.send(quotas, { [quota('926')]: '10', [`unit.${unit('927')}.order`]: '1', reason });
      await world.send(quotas, {});
      expect(await entries('delegates_promoted')).to.deep.equal([]);
      expect(await world.words()).not.to.contain('danh sách chờ được xếp chỗ');
    });

    it('control: the share alone, without the call, leaves them waiting beside a free place', async () => {
      const { context } = world.app;
      await context.db.write((tx) => setQuota(tx, { clusterId, unitId: unit('927'), quota: 3 }));
      expect(await seatsOf(own)).to.deep.equal(['seated', 'seated', 'waiting', 'waiting']);
      const at = context.now().toUTC().toISO() ?? '';
      await context.db.write((tx) => promoteWaiting(context, tx, { clusterId, at, actor: 'system' }));
      expect(await seatsOf(own)).to.deep.equal(['seated', 'seated', 'seated', 'waiting']);
    });
  });

  describe('by a higher maximum', () => {
    it('they move up in the order of the cluster, each within the own share', async () => {
      await small();
      const own = await handIn('binh', 7);
      const others = await handIn('cuc', 2, { from: 40 });
      const answer = await world.send(cluster, { max: '8', reason: 'kê thêm ghế' });
      expect(answer.status).to.equal(303);
      expect(await seatsOf([...own.slice(5), ...others])).to.deep.equal(['seated', 'seated', 'seated', 'waiting']);
      expect((await acts()).slice(-3)).to.deep.equal([
        {
          action: 'capacity_changed',
          subject: `cluster:${clusterId}`,
          detail: { before: 5, max: 8, reason },
        },
        promotion('927', own.slice(5)),
        promotion('917', others.slice(0, 1)),
      ]);
      expect([await listOf('927'), await listOf('917')]).to.deep.equal(['accepted', 'submitted']);
      expect(await world.words()).to.contain('Đã lưu Cụm 2. 3 người từ danh sách chờ được xếp chỗ.');
    });

    it('nobody by a form that was not saved', async () => {
      await small();
      const own = await handIn('binh', 7);
      expect((await world.send(cluster, { max: '8', reason: '' })).status).to.equal(422);
      expect((await seatsOf(own)).slice(5)).to.deep.equal(['waiting', 'waiting']);
    });
  });

  describe('in an event that does not give free places away by itself', () => {
    let own: string[];
    beforeEach(async () => {
      await world.send('/setup', { promotesFreedPlaces: undefined });
      await world.send(quotas, { [quota('927')]: '2', reason });
      own = await handIn('binh', 4);
    });

    it('nobody moves up, neither by share nor by maximum; who waits is named with the way to the desk', async () => {
      await world.send(quotas, { [quota('927')]: '3', reason });
      await world.send(cluster, { max: '70', reason: 'kê thêm ghế' });
      expect(await seatsOf(own)).to.deep.equal(['seated', 'seated', 'waiting', 'waiting']);
      expect(await entries('delegates_promoted')).to.deep.equal([]);
      const { text } = await world.an.get(`${world.base}/setup`);
      expect(await world.words()).to.contain('Cụm 2: Huyện Thới Lai còn 1 chỗ trong khi 2 đại biểu đang chờ.');
      expect(text).to.contain(`/registrations?unit=${unit('927')}`);
    });

    it('they move up in every cluster once the event begins to', async () => {
      const third = world.app.cast.cluster(3);
      await world.send(`/clusters/${third}/participants`, { [quota('916')]: '0' });
      const [invitee] = await register(world.app.context, world.app.cast.actor('an'), {
        clusterId: third,
        unitId: unit('916'),
        rows: inventedRows(1, 60),
      });
      await world.send(quotas, { [quota('927')]: '3', reason });
      await world.send(`/clusters/${third}/participants`, { [quota('916')]: '1', reason });
      expect((await world.send('/setup', { promotesFreedPlaces: '1' })).status).to.equal(303);
      expect(await seatsOf([...own, invitee ?? ''])).to.deep.equal(['seated', 'seated', 'seated', 'waiting', 'seated']);
      expect((await acts()).slice(-3)).to.deep.equal([
        {
          action: 'event_changed',
          subject: `event:${world.app.cast.eventId}`,
          detail: { changes: [{ kind: 'field', field: 'promotesFreedPlaces', from: false, to: true }] },
        },
        promotion('927', own.slice(2, 3)),
        promotion('916', [invitee], `cluster:${third}`),
      ]);
      expect(await world.words()).to.contain('Đã lưu thông tin chung. 2 người từ danh sách chờ được xếp chỗ.');
    });

    it('but not in one that is over or whose attendance is closed: nobody can take that seat any more', async () => {
      await world.close();
      await enter('2023-04-08T08:30');
      await world.send('/setup', { promotesFreedPlaces: undefined });
      const third = world.app.cast.cluster(3);
      const waiting: string[] = [];
      for (const [index, into] of [clusterId, third].entries()) {
        const code = index === 0 ? '927' : '916';
        const setQuotaOf = (count: number) =>
          world.app.context.db.write((tx) => setQuota(tx, { clusterId: into, unitId: unit(code), quota: count }));
        await setQuotaOf(0);
        waiting.push(
          ...(await register(world.app.context, world.app.cast.actor('an'), {
            clusterId: into,
            unitId: unit(code),
            rows: inventedRows(1, index * 10),
          })),
        );
        await setQuotaOf(5);
      }
      const closed = { closed_at: '2023-04-08T01:00:00.000Z' };
      await world.app.context.db.write((tx) => tx.updateTable('cluster').set(closed).where('id', '=', third).execute());
      await world.send('/setup', { promotesFreedPlaces: '1' });
      expect(await seatsOf(waiting)).to.deep.equal(['waiting', 'waiting']);
    });
  });
});
