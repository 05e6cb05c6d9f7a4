import { expect } from 'chai';
import { inviteesOf } from '../../../db/letters/invitees.ts';
import { registrationsOf } from '../../../db/people/registrations.ts';
import { listedDelegates } from '../../../db/lists/reports.ts';
import { wordsOf } from '../../support/app.ts';
import { inventedRow, register } from '../../support/cast.ts';
import {
  census,
  makePeopleWorld,
  nameOf,
  newcomer,
  type PeopleWorld,
  registrationIn,
} from '../../support/people-world.ts';

describe('putting a list in order by hand', () => {
  let world: PeopleWorld;
  let path: string;
  beforeEach(async () => {
    world = await makePeopleWorld();
    path = `/clusters/${world.clusterId}/units/${world.app.cast.unit('927')}/order`;
  });
  afterEach(() => world.close());

  /** As a browser posts it: every id once, top to bottom, and the pressed button. */
  const body = (ids: readonly string[], more: Record<string, string> = {}) =>
    new URLSearchParams([...ids.map((id): [string, string] => ['ids', id]), ...Object.entries(more)]).toString();
  const order = async () => {
    const scope = { kind: 'all' } as const;
    const list = await registrationsOf(world.app.context.db.read, { clusterId: world.clusterId, scope });
    return list.map(({ id }) => world.ids.indexOf(id)).join('');
  };
  const [upsideDown, asHandedIn] = ['543210', '012345'];
  const arrange = (digits: string) =>
    world.binh.post(path, body([...digits].map((digit) => world.ids[Number(digit)] ?? '')));

  it('starts with rank and hand-in', async () => {
    expect(await order()).to.equal(asHandedIn);
    expect(wordsOf((await world.binh.get(path)).text)).to.include('Đang xếp theo thành phần');
  });

  it('takes the whole list in a new order; pages, letters, files and the door follow', async () => {
    expect((await arrange(upsideDown)).location).to.equal(path);
    expect(await order()).to.equal(upsideDown);
    const { read } = world.app.context.db;
    const scope = { kind: 'all' } as const;
    const invitees = await inviteesOf(read, { clusterId: world.clusterId, scope });
    expect(invitees.map((invitee) => world.ids.indexOf(invitee.registrationId)).join('')).to.equal(upsideDown);
    expect(
      (await listedDelegates(read, world.clusterId, scope)).every((one) => one.manualOrder !== undefined),
    ).to.equal(true);
    const list = await world.csv('registered');
    expect(list.indexOf(nameOf(5))).to.be.lessThan(list.indexOf(nameOf(0)));
    const roster = (await world.app.with(world.phone).get('/api/v1/door/roster')).json<{
      entries: { fullName: string }[];
    }>();
    expect(roster.entries[0]?.fullName).to.equal(nameOf(5));
    const page = wordsOf((await world.binh.get(path)).text);
    expect(page).to.include('Đã lưu thứ tự danh sách.').and.include('Đang xếp theo thứ tự của đơn vị');
  });

  it('moves one up and one down without a script, and comes back to the row', async () => {
    const up = await world.binh.post(path, body(world.ids, { move: `up:${world.ids[3]}` }));
    expect(up.location).to.equal(`${path}#row-${world.ids[3]}`);
    expect(await order()).to.equal('013245');
    await world.binh.post(path, body([], { move: `down:${world.ids[0]}` }));
    expect(await order()).to.equal('103245');
    await world.binh.post(path, body([], { move: `up:${world.ids[1]}` }));
    expect(await order()).to.equal('103245');
  });

  it('takes numbers written beside the names', async () => {
    await world.binh.post(path, body(world.ids, { [`place.${world.ids[5]}`]: '1', [`place.${world.ids[0]}`]: 'x' }));
    expect(await order()).to.equal('501234');
  });

  it('goes back to rank', async () => {
    await arrange(upsideDown);
    await world.binh.post(path, body(world.ids, { reset: '1' }));
    expect(await order()).to.equal(asHandedIn);
  });

  it('puts who is added later at the end, and a substitute in the old place', async () => {
    await arrange(upsideDown);
    const { context, cast } = world.app;
    await register(context, cast.actor('binh'), {
      clusterId: world.clusterId,
      rows: [inventedRow(30, { category: 'B1' })],
    });
    const next = registrationIn(
      (await world.binh.post(`/registrations/${world.ids[4]}/substitute`, newcomer())).location,
    );
    const list = await registrationsOf(context.db.read, { clusterId: world.clusterId, scope: { kind: 'all' } });
    expect(list[1]?.id).to.equal(next);
    expect(list.at(-1)?.fullName).to.equal(nameOf(30));
  });

  it('of a page that is a while old keeps who came and passes over who left', async () => {
    await world.binh.post(`/registrations/${world.ids[0]}/withdraw`, { reason: 'bận' });
    const { context, cast } = world.app;
    const [added = ''] = await register(context, cast.actor('binh'), {
      clusterId: world.clusterId,
      rows: [inventedRow(30)],
    });
    expect((await arrange(upsideDown)).status).to.equal(303);
    const list = await registrationsOf(context.db.read, { clusterId: world.clusterId, scope: { kind: 'all' } });
    expect(list.map(({ id }) => id)).to.deep.equal([5, 4, 3, 2, 1].map((place) => world.ids[place]).concat(added));
  });

  it('does not let anybody jump the queue of those who wait', async () => {
    const { context, cast } = world.app;
    await context.db.write((tx) =>
      tx
        .updateTable('cluster_unit')
        .set({ quota: 6 })
        .where('cluster_id', '=', world.clusterId)
        .where('unit_id', '=', cast.unit('927'))
        .execute(),
    );
    const waiting = await register(context, cast.actor('binh'), {
      clusterId: world.clusterId,
      rows: [inventedRow(30), inventedRow(31)],
    });
    await world.binh.post(path, body([waiting[1] ?? '', waiting[0] ?? '', ...world.ids]));
    await world.binh.post(`/registrations/${world.ids[0]}/withdraw`, { reason: 'bận' });
    const list = await registrationsOf(context.db.read, { clusterId: world.clusterId, scope: { kind: 'all' } });
    expect(list.find(({ id }) => id === waiting[0])?.seat).to.equal('seated');
    expect(list.find(({ id }) => id === waiting[1])?.seat).to.equal('waiting');
  });

  it('is over for the unit with the deadline, not for the organiser', async () => {
    await world.moveTo('2023-04-06T09:00');
    expect((await world.binh.get(path)).text).not.to.include('name="move"');
    expect((await arrange(upsideDown)).status).to.equal(422);
    expect(await order()).to.equal(asHandedIn);
    expect((await world.an.post(path, body([...world.ids].reverse()))).status).to.equal(303);
    expect(await order()).to.equal(upsideDown);
  });

  describe('the ritual', () => {
    it('signed out', async () => {
      expect((await world.app.visitor().post(path, body(world.ids))).status).to.equal(401);
    });
    it('wrong role', async () => {
      expect((await (await world.app.as('em')).post(path, body(world.ids))).status).to.equal(403);
    });
    it('other unit, or an id of one', async () => {
      expect((await world.cuc.get(path)).status).to.equal(404);
      expect((await world.cuc.post(path, body(world.ids))).status).to.equal(404);
      const { context, cast } = world.app;
      const [theirs = ''] = await register(context, cast.actor('cuc'), {
        clusterId: world.clusterId,
        rows: [inventedRow(40)],
      });
      expect((await world.binh.post(path, body([theirs, ...world.ids]))).status).to.equal(404);
      expect((await world.binh.post(path, body(world.ids, { move: `up:${theirs}` }))).status).to.equal(404);
      expect(await order()).to.equal(`-1${asHandedIn}`);
    });
    it('missing id', async () => {
      expect((await world.binh.post(path.replace(world.clusterId, 'khong-co'), body(world.ids))).status).to.equal(404);
      expect((await world.binh.post(path, body(['khong-co', ...world.ids]))).status).to.equal(404);
    });
    it('sent twice', async () => {
      await arrange(upsideDown);
      const before = await census(world);
      await arrange(upsideDown);
      expect(wordsOf((await world.binh.get(path)).text)).to.include('Thứ tự không thay đổi.');
      expect(await census(world)).to.deep.equal(before);
    });
  });
});
