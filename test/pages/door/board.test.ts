import { expect } from 'chai';
import { clusterById } from '../../../db/events/clusters.ts';
import { loadBoard } from '../../../server/pages/door/board.ts';
import { found } from '../../../server/errors.ts';
import { inventedRows, register } from '../../support/cast.ts';
import { type DoorWorld, makeDoorWorld } from '../../support/door-world.ts';

describe('the board', () => {
  let world: DoorWorld;
  beforeEach(async () => {
    world = await makeDoorWorld();
    const { context, cast } = world.app;
    const rows = inventedRows(3, 50);
    await register(context, cast.actor('an'), { clusterId: cast.cluster(2), rows, unitId: cast.unit('917') });
  });
  afterEach(() => world.close());

  const board = async () => {
    const { context, cast } = world.app;
    return loadBoard(context.db.read, found(await clusterById(context.db.read, { kind: 'all' }, cast.cluster(2))));
  };
  const admit = (place: number) => world.hear(world.scan({ code: world.codeOf(world.ids[place]).token }));

  it('counts nobody before the first scan, and expects who has a seat', async () => {
    expect(await board()).to.deep.equal({
      present: 0,
      expected: 18,
      onTime: 0,
      late: 0,
      units: [
        { name: 'Quận Ô Môn', present: 0, expected: 3 },
        { name: 'Huyện Thới Lai', present: 0, expected: 15 },
      ],
    });
  });

  it('counts who is in, on time or late, by unit', async () => {
    await admit(0);
    await admit(0);
    await admit(1);
    world.app.context.clock.set('2023-04-07T14:05');
    await admit(2);
    expect(await board()).to.deep.equal({
      present: 3,
      expected: 18,
      onTime: 2,
      late: 1,
      units: [
        { name: 'Quận Ô Môn', present: 0, expected: 3 },
        { name: 'Huyện Thới Lai', present: 3, expected: 15 },
      ],
    });
  });

  it('hangs on a wall: the page has numbers and units, and no name of a delegate', async () => {
    await admit(0);
    const an = await world.app.as('an');
    const { status, text } = await an.get(`/clusters/${world.app.cast.cluster(2)}/board`);
    expect(status).to.equal(200);
    expect(text).to.include('Huyện Thới Lai');
    for (const { fullName } of [...inventedRows(16), ...inventedRows(3, 50)]) expect(text).not.to.include(fullName);
  });

  it('is where a unit’s clerk is led, the host’s clerk and the organiser to the door', async () => {
    const door = `/clusters/${world.app.cast.cluster(2)}`;
    expect((await (await world.app.as('binh')).get('/welcome')).location).to.equal(`${door}/board`);
    for (const person of ['phong', 'an'] as const) {
      expect((await (await world.app.as(person)).get('/welcome')).location).to.equal(`${door}/door`);
    }
  });
});
