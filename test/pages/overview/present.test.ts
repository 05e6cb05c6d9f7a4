import { expect } from 'chai';
import { wordsOf } from '../../support/app.ts';
import { type DoorWorld, makeDoorWorld } from '../../support/door-world.ts';

describe('who is present, on the overview', () => {
  let world: DoorWorld;
  before(async () => {
    world = await makeDoorWorld();
    await world.hear(world.scan({ code: world.codeOf(world.ids[0]).token }));
  });
  after(() => world.close());

  it('is a number that opens the attendance list, for everybody who may read it', async () => {
    const { cast } = world.app;
    const href = `/clusters/${cast.cluster(2)}/lists/attendance/print`;
    for (const person of ['an', 'em', 'binh'] as const) {
      const client = await world.app.as(person);
      expect((await client.get('/')).text).to.include(`href="${href}" aria-label="1/15 có mặt, Cụm 2"`);
      const list = await client.get(href);
      expect(list.status).to.equal(200);
      expect(wordsOf(list.text)).to.include('13:40');
    }
  });
});
