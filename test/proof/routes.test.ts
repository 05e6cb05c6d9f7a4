/** Every address with its policy, and the description of the API, as they were before the source moved. */
import { expect } from 'chai';
import { routesOf } from '../../server/app.ts';
import type { Policy, Route } from '../../server/http/route.ts';
import { listen, makeClient } from '../support/app.ts';
import { makeTestContext, type TestContext } from '../support/context.ts';
import { compareGolden, expectGolden, isWritingGolden } from './golden.ts';

const policyText = (policy: Policy): string =>
  policy.kind === 'account' ? `account(${policy.roles.join(' ')})` : policy.kind;

const lineOf = ({ method, path, policy }: Route): string => `${method.padEnd(4)} ${path}  ${policyText(policy)}`;

type Description = { paths: Record<string, unknown> };

describe('the addresses of the house', () => {
  let context: TestContext;
  let routes: Route[];
  before(async () => {
    context = await makeTestContext();
    routes = routesOf(context);
  });
  after(() => context.close());

  const table = (known: readonly Route[]) => known.map(lineOf).sort().join('\n');

  it('are the same, each with the same policy', () => {
    expectGolden('routes.txt', table(routes));
  });

  it('control: one policy less strict is noticed and named', function () {
    if (isWritingGolden()) this.skip();
    const loose = routes.map((route): Route => {
      return route.path === '/accounts' && route.method === 'GET' ? { ...route, policy: { kind: 'public' } } : route;
    });
    expect(compareGolden('routes.txt', table(loose))).to.include('+ GET  /accounts  public');
  });

  it('are described to programs in the same words', async () => {
    const { url, stop } = await listen(context);
    const description = (await makeClient(url).get('/api/openapi.json')).json<Description>();
    await stop();
    const paths = Object.fromEntries(Object.entries(description.paths).sort(([a], [b]) => (a < b ? -1 : 1)));
    expectGolden('openapi.json', JSON.stringify({ ...description, paths }, null, 2));
  });
});
