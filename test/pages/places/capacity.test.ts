import { expect } from 'chai';
import { seatCounts, totalSeats } from '../../../db/seats/seats.ts';
import { planRegistration } from '../../../server/domain/list/registration-plan.ts';
import { loadListFacts } from '../../../server/actions/lists/list-facts.ts';
import { type Client, startApp, type TestApp } from '../../support/app.ts';
import { inventedRow, inventedRows, type Person, register } from '../../support/cast.ts';

type Result = { seated: number; waiting: number };

describe('the last places', function () {
  this.timeout(30_000);
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.close());

  const submit = async (client: Client, number: number): Promise<Result> => {
    const path = `/api/v1/clusters/${app.cast.cluster(2)}/registrations`;
    const answer = await client.postJson(path, { rows: [inventedRow(number)] });
    expect(answer.status).to.equal(200);
    return answer.json<Result>();
  };
  const sum = (results: Result[], kind: 'seated' | 'waiting') => results.reduce((total, one) => total + one[kind], 0);
  const counts = () => seatCounts(app.context.db.read, app.cast.cluster(2));

  it('of a unit: 200 hand in at the same moment for five, exactly five sit and 195 wait', async () => {
    await register(app.context, app.cast.actor('binh'), { clusterId: app.cast.cluster(2), rows: inventedRows(10) });
    const binh = await app.as('binh');
    const results = await Promise.all(Array.from({ length: 200 }, (_, index) => submit(binh, 100 + index)));
    expect(sum(results, 'seated')).to.equal(5);
    expect(sum(results, 'waiting')).to.equal(195);
    expect((await counts()).get(app.cast.unit('927'))).to.deep.equal({ seated: 15, waiting: 195 });
  });

  it('of a cluster: three units hand in for five, each with share enough', async () => {
    await app.context.db.write(async (tx) => {
      await tx.updateTable('cluster_unit').set({ quota: 60 }).where('cluster_id', '=', app.cast.cluster(2)).execute();
    });
    await register(app.context, app.cast.actor('binh'), { clusterId: app.cast.cluster(2), rows: inventedRows(55) });
    const clerks: Client[] = [];
    for (const person of ['binh', 'cuc', 'phong'] as Person[]) clerks.push(await app.as(person));
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, index) => submit(clerks[index % 3] as Client, 200 + index)),
    );
    expect(sum(results, 'seated')).to.equal(5);
    expect(sum(results, 'waiting')).to.equal(25);
    expect(totalSeats(await counts())).to.deep.equal({ seated: 60, waiting: 25 });
  });

  it('control: the same rule on counts read before the transaction sells them many times over', async () => {
    await register(app.context, app.cast.actor('binh'), { clusterId: app.cast.cluster(2), rows: inventedRows(10) });
    const handIns = Array.from({ length: 50 }, (_, index) => [inventedRow(100 + index)]);
    const stale = await Promise.all(
      handIns.map(() =>
        loadListFacts(app.context.db.read, app.cast.actor('binh'), {
          clusterId: app.cast.cluster(2),
          unitId: undefined,
        }),
      ),
    );
    const plans = handIns.map((rows, index) => {
      const facts = stale[index];
      if (!facts) throw new Error('Every hand-in has its facts.');
      return planRegistration(rows, facts.rules, facts.capacity);
    });
    expect(sum(plans, 'seated')).to.equal(50);
  });
});
