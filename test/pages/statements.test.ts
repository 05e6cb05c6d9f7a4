/**
 * How many statements each page costs: the dearest of its samples over the stored house. A page loads its facts once, so
 * a count that grows has to be looked at before the limit does. Framing a transaction counts for nothing.
 */
import { expect } from 'chai';
import { ping } from '../../db/open.ts';
import { findIds, type Sample, samplesOf } from '../proof/page-samples.ts';
import { fieldsOf } from '../proof/forms.ts';
import { expectStatus, pasted } from '../proof/journey-world.ts';
import { type Moment, openStoredHouse, type StoredHouse } from '../proof/stored-house.ts';
import { startApp } from '../support/app.ts';
import { inventedRows } from '../support/cast.ts';
import { countStatements } from '../support/statements.ts';

/** As measured; lower one when its page gets cheaper. */
const LIMITS: Record<string, number> = {
  'GET /': 20,
  'GET /I/:token': 5,
  'GET /account/password': 2,
  'GET /accounts': 4,
  'GET /accounts/:accountId/unit': 5,
  'GET /api/openapi.json': 0,
  'GET /api/v1/clusters': 9,
  'GET /api/v1/door/roster': 6,
  'GET /change-requests/:requestId': 10,
  'GET /clusters/:clusterId/board': 7,
  'GET /clusters/:clusterId/door': 7,
  'GET /clusters/:clusterId/elsewhere': 24,
  'GET /clusters/:clusterId/history': 10,
  'GET /clusters/:clusterId/letters': 10,
  'GET /clusters/:clusterId/lists': 17,
  'GET /clusters/:clusterId/lists/:file': 10,
  'GET /clusters/:clusterId/lists/:kind/print': 11,
  'GET /clusters/:clusterId/places': 8,
  'GET /clusters/:clusterId/registrations': 14,
  'GET /clusters/:clusterId/registrations/template.xlsx': 7,
  'GET /clusters/:clusterId/units/:unitId/order': 5,
  'GET /clusters/:clusterId/units/:unitId/return': 5,
  'GET /door': 2,
  'GET /door/pair/:code': 0,
  'GET /events': 3,
  'GET /events/:eventId/clone': 15,
  'GET /events/:eventId/history': 15,
  'GET /events/:eventId/remove': 11,
  'GET /events/:eventId/setup': 16,
  'GET /events/:eventId/units/:unitId': 20,
  'GET /events/new': 3,
  'GET /healthz': 1,
  'GET /join/:token': 2,
  'GET /letters': 2,
  'GET /letters/:letterId': 6,
  'GET /letters/:letterId/letter.eml': 3,
  'GET /lists': 2,
  'GET /login': 6,
  'GET /registration': 2,
  'GET /registrations/:registrationId': 28,
  'GET /registrations/:registrationId/change-request': 9,
  'GET /registrations/:registrationId/merge': 19,
  'GET /registrations/:registrationId/pass': 10,
  'GET /registrations/:registrationId/seat': 7,
  'GET /registrations/:registrationId/substitute': 9,
  'GET /registrations/:registrationId/withdraw': 4,
  'GET /search': 3,
  'GET /setup': 5,
  'GET /welcome': 2,
};

describe('the statements of each page', function () {
  this.timeout(60_000);

  async function costsAt(moment: Moment): Promise<Map<string, number>> {
    const house = await openStoredHouse(moment);
    const costs = new Map<string, number>();
    for (const [route, samples] of Object.entries(samplesOf(await findIds(house)))) {
      const counts: number[] = [];
      for (const sample of samples) counts.push(...(await costsOf(house, sample)));
      costs.set(route, Math.max(0, ...counts));
    }
    await house.close();
    return costs;
  }

  async function costsOf(house: StoredHouse, { path, who, at }: Sample): Promise<number[]> {
    const counts: number[] = [];
    if (at && at !== house.moment) return counts;
    for (const caller of who) {
      const client = await house.client(caller);
      counts.push((await countStatements(house.context, () => client.get(path))).count);
    }
    return counts;
  }

  for (const moment of ['before', 'day'] satisfies Moment[]) {
    it(`are no more than they were, ${moment === 'before' ? 'before the deadline' : 'on the day'}`, async () => {
      const costs = await costsAt(moment);
      expect([...costs.keys()].sort()).to.deep.equal(Object.keys(LIMITS).sort());
      const dearer = [...costs].filter(([route, cost]) => cost > (LIMITS[route] ?? 0));
      expect(dearer).to.deep.equal([]);
    });
  }

  it('control: one question more is noticed', async () => {
    const house = await openStoredHouse('before');
    const client = await house.client('an');
    const { count } = await countStatements(house.context, async () => {
      await client.get('/accounts');
      await ping(house.context.db);
    });
    await house.close();
    expect(count).to.equal((LIMITS['GET /accounts'] ?? 0) + 1);
  });

  it('are few where a list of twenty rows is checked and its draft kept', async () => {
    const app = await startApp();
    const binh = await app.as('binh');
    const desk = `/clusters/${app.cast.cluster(2)}/registrations`;
    const check = async (fields: [string, string][]) => {
      const form = new URLSearchParams(fields).toString();
      const { result, count } = await countStatements(app.context, () => binh.post(`${desk}/check`, form));
      return { count, page: expectStatus(result, 200, desk).text };
    };
    const first = await check([['text', pasted(inventedRows(20))]]);
    const kept = await check([...fieldsOf(first.page, desk), ['draft', '0']]);
    await app.close();
    expect([first.count, kept.count]).to.deep.equal([7, 12]);
  });
});
