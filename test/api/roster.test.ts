import { expect } from 'chai';
import { withdrawDelegate } from '../../server/actions/people/withdraw-delegate.ts';
import { inventedRow, pairPhone, register } from '../support/cast.ts';
import { type DoorWorld, makeDoorWorld } from '../support/door-world.ts';

type Entry = { registrationId: string; fullName: string; seat: string; admittedAt?: string } & Record<string, unknown>;
type Roster = {
  device: { id: string; gate: string };
  cluster: { id: string; number: number; lateFrom: string };
  event: { title: string };
  takenAt: string;
  expected: number;
  present: number;
  entries: Entry[];
};

describe('the roster of a phone', () => {
  let world: DoorWorld;
  beforeEach(async () => {
    world = await makeDoorWorld();
  });
  afterEach(() => world.close());

  const fetchRoster = (phone = world.app.cast.phone) => world.app.with(phone).get('/api/v1/door/roster');
  const roster = async (phone = world.app.cast.phone) => (await fetchRoster(phone)).json<Roster>();

  it('has the door, the cluster and everybody registered in it', async () => {
    const answer = await fetchRoster();
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    const { device, cluster, takenAt, expected, present, entries } = answer.json<Roster>();
    expect(device).to.deep.equal({ id: world.app.cast.phone.deviceId, gate: 'Cửa chính' });
    expect(cluster).to.include({ id: world.app.cast.cluster(2), number: 2, lateFrom: '2023-04-07T07:00:00.000Z' });
    expect([takenAt, expected, present]).to.deep.equal(['2023-04-07T06:40:00.000Z', 15, 0]);
    expect(entries.map((entry) => entry.registrationId)).to.deep.equal(world.ids);
    expect(entries[0]).to.include({
      honorific: 'Ông',
      fullName: 'Huỳnh Nhựt Phước',
      position: 'Trưởng phòng Nội vụ',
      workplace: '',
      unitName: 'Huyện Thới Lai',
      seat: 'seated',
    });
    expect(entries[15]?.seat).to.equal('waiting');
  });

  it('has no phone number, no e-mail, no note and no code of anybody', async () => {
    const { context, cast } = world.app;
    await register(context, cast.actor('an'), {
      clusterId: cast.cluster(2),
      unitId: cast.unit('917'),
      rows: [inventedRow(60, { note: 'đi xe lăn', phone: '0900 000 060' })],
    });
    const { text } = await fetchRoster();
    expect(text).not.to.include('@').and.not.include('0900').and.not.include('xe lăn');
    for (const id of world.ids.slice(0, 15)) {
      const { token, shortCode } = world.codeOf(id);
      expect(text).not.to.include(token).and.not.include(shortCode);
    }
  });

  it('loses who was withdrawn', async () => {
    await withdrawDelegate(world.app.context, world.app.cast.actor('an'), {
      registrationId: world.ids[0] ?? '',
      reason: 'bận họp',
    });
    const { entries } = await roster();
    expect(entries.map((entry) => entry.registrationId)).not.to.include(world.ids[0]);
  });

  it('shows who is in already, and since when', async () => {
    await world.hear(world.scan({ code: world.codeOf(world.ids[0]).token }));
    const { entries, present } = await roster();
    expect(present).to.equal(1);
    expect(
      entries.filter((entry) => entry.admittedAt).map((entry) => [entry.registrationId, entry.admittedAt]),
    ).to.deep.equal([[world.ids[0], '2023-04-07T06:40:00.000Z']]);
  });

  it('is that of its own cluster alone', async () => {
    const { context, cast } = world.app;
    const other = await pairPhone(context, { clusterId: cast.cluster(3), gate: 'Cửa chính', by: cast.actor('an') });
    const { cluster, entries } = await roster(other);
    expect(cluster.number).to.equal(3);
    expect(entries).to.deep.equal([]);
  });

  it('is for phones: not for people signed in, not for strangers', async () => {
    const an = await world.app.as('an');
    for (const client of [an, world.app.visitor()]) {
      expect((await client.get('/api/v1/door/roster')).status).to.equal(401);
    }
  });
});
