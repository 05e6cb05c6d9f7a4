/** Present and expected are one number on the phone, the overview, the API, the board and the lists. */
import { expect } from 'chai';
import { clusterHeadCounts } from '../../../db/door/cluster-head-counts.ts';
import { clusterById } from '../../../db/events/clusters.ts';
import { headCounts } from '../../../server/domain/lists/head-counts.ts';
import { found } from '../../../server/errors.ts';
import { loadBoard } from '../../../server/pages/door/board.ts';
import { loadList } from '../../../server/pages/lists/load-list.ts';
import { type DoorWorld, makeDoorWorld } from '../../support/door-world.ts';

describe('who is present and who is expected in a cluster', () => {
  let world: DoorWorld;
  beforeEach(async () => {
    world = await makeDoorWorld();
  });
  afterEach(() => world.close());

  /** The numbers of cluster 2 as each page comes by them. */
  async function numbers() {
    const { context, cast } = world.app;
    const id = cast.cluster(2);
    const { read } = context.db;
    const board = await loadBoard(read, found(await clusterById(read, { kind: 'all' }, id)));
    const { total } = headCounts(await loadList(context, cast.actor('an'), id));
    const all = await clusterHeadCounts(read, [id, cast.cluster(1)]);
    const of = ({ present, expected }: { present: number; expected: number }) => [present, expected];
    return {
      phone: of(found(all.get(id))),
      board: of(board),
      list: of(total),
      elsewhere: found(all.get(cast.cluster(1))).present,
    };
  }

  it('counts a delegate once, however often the code is read, and in no other cluster', async () => {
    const code = world.codeOf(world.ids[0]).token;
    for (let time = 0; time < 3; time += 1) await world.hear(world.scan({ code }));
    expect(await numbers()).to.deep.equal({ phone: [1, 15], board: [1, 15], list: [1, 15], elsewhere: 0 });
  });

  it('expects who came, whatever happened to the seat since', async () => {
    const [came = ''] = world.ids;
    await world.hear(world.scan({ code: world.codeOf(came).token }));
    await world.app.context.db.write(async (tx) => {
      await tx.updateTable('registration').set({ seat: 'waiting' }).where('id', '=', came).execute();
      await tx
        .updateTable('registration')
        .set({ seat: 'waiting' })
        .where('id', '=', world.ids[1] ?? '')
        .execute();
    });
    expect(await numbers()).to.deep.equal({ phone: [1, 14], board: [1, 14], list: [1, 14], elsewhere: 0 });
  });
});
