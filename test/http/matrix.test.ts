/** Every route, asked by everybody, with ids that are their own, somebody else's and nobody's. */
import { expect } from 'chai';
import { createApp, routesOf } from '../../server/app.ts';
import type { Role } from '../../server/domain/account.ts';
import { everyone, get, type Policy, type Route } from '../../server/http/route.ts';
import type { Answer, Client } from '../support/app.ts';
import { type Line, table } from './matrix-table.ts';
import { type Caller, callers, type Ids, makeMatrixWorld, type World } from './matrix-world.ts';

const ROLES: Partial<Record<Caller, Role>> = {
  quan: 'admin',
  an: 'organiser',
  binh: 'registrar',
  cuc: 'registrar',
  phong: 'registrar',
  em: 'accountant',
};

const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const parametersOf = (path: string) => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] ?? '');
const missingLines = (routes: readonly Route[]) => routes.map(nameOf).filter((name) => !(name in table));

/** How the policy alone ends the request; undefined when it lets the caller in. */
function refusal({ policy, method, path }: Route, caller: Caller): number | undefined {
  switch (policy.kind) {
    case 'public':
    case 'holder':
      return undefined;
    case 'device':
    case 'device_in_batch':
      return caller === 'phone' || caller === 'otherPhone' ? undefined : 401;
    case 'account': {
      const role = ROLES[caller];
      // A page asks for signing in; a form or a script is told.
      if (!role) return method === 'GET' && !path.startsWith('/api/') ? 303 : 401;
      return policy.roles.includes(role) ? undefined : 403;
    }
    default:
      throw new Error(`No such policy: ${JSON.stringify(policy satisfies never)}`);
  }
}

type Attempt = { kind: 'own' | 'foreign' | 'unknown'; ids: Ids; changed: string | undefined };

/** Some parameters mean another thing on some paths. */
function idKind(path: string, line: Line, parameter: string): string {
  if (line.isJoin) return 'joinToken';
  if (path.startsWith('/events/') && parameter === 'clusterId') return 'clusterOfEvent';
  return path.startsWith('/events/') && parameter === 'unitId' ? 'anyUnit' : parameter;
}

/** The caller's own ids, and for every parameter the same with that one foreign or unknown. */
function attempts(world: World, route: Route, line: Line, caller: Caller): Attempt[] {
  const { path } = route;
  const parameters = parametersOf(path);
  const kindOf = (parameter: string) => idKind(path, line, parameter);
  const own: Ids = Object.fromEntries(parameters.map((name) => [name, world.own(caller, kindOf(name), false)]));
  const others = parameters.flatMap((changed): Attempt[] => {
    const foreign = world.foreign(caller, kindOf(changed));
    // Texts that are no id at all are for one caller to try.
    const unknown = world.unknown(changed).slice(0, caller === 'an' ? 2 : 1);
    return [
      ...(foreign === undefined ? [] : [{ kind: 'foreign' as const, ids: { ...own, [changed]: foreign }, changed }]),
      ...unknown.map((id) => ({ kind: 'unknown' as const, ids: { ...own, [changed]: id }, changed })),
    ];
  });
  const first: Attempt = { kind: 'own', ids: own, changed: undefined };
  // Whom the policy refuses never gets as far as an id.
  return refusal(route, caller) === undefined ? [...others, first] : [first];
}

function expectedStatus(route: Route, line: Line, caller: Caller, { kind, changed }: Attempt): number {
  const refused = refusal(route, caller);
  if (refused !== undefined) return refused;
  const isTurnedAway = line.isDoor && (caller === 'binh' || caller === 'cuc');
  if (isTurnedAway && changed !== 'clusterId') return 403;
  if (kind !== 'own') return 404;
  return typeof line.ends === 'number' ? line.ends : line.ends(caller);
}

let asked = 0;

async function ask(world: World, route: Route, line: Line, caller: Caller, ids: Ids, client: Client): Promise<Answer> {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(ids[name] ?? ''));
  asked += 1;
  // Each from an address of its own: limits on guessing have their own tests.
  const headers = { 'x-forwarded-for': `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}` };
  if (route.method === 'GET') return await client.get(path + (line.query ?? ''), headers);
  if (line.json) return await client.postJson(path, line.json(world, caller), headers);
  return await client.post(path, line.form?.(world, caller) ?? {}, headers);
}

describe('the matrix of routes, callers and ids', function () {
  this.timeout(60_000);
  let world: World;
  let routes: Route[];
  before(async () => {
    world = await makeMatrixWorld();
    routes = routesOf(world.app.context);
  });
  after(() => world.close());

  const routeOf = (name: string): Route => {
    const route = routes.find((known) => nameOf(known) === name);
    if (!route) throw new Error(`There is no route ${name} any more; take its line out of matrix-table.ts.`);
    return route;
  };

  it('has a line for every route', () => {
    expect(missingLines(routes)).to.deep.equal([]);
  });

  it('control: a route without a line is noticed', () => {
    expect(missingLines([...routes, get('/new', everyone, () => undefined)])).to.deep.equal(['GET /new']);
  });

  it('control: what it looks for does stand on the page of somebody who may see it', async () => {
    const page = await world
      .client('an')
      .get(`/clusters/${world.app.cast.cluster(2)}/registrations?unit=${world.app.cast.unit('917')}`);
    const hidden = world.hiddenNames('binh').filter((name) => page.text.includes(name));
    expect(hidden).to.have.length(9);
  });

  it('control: a change does show in what it compares', async () => {
    const before = world.contents();
    const answer = await world.client('an').post(`/clusters/${world.app.cast.cluster(2)}/devices`, { gate: 'Cửa phụ' });
    expect(answer.status).to.equal(200);
    expect(world.contents()).not.to.equal(before);
  });

  function expectNoHiddenName(answer: Answer, caller: Caller, what: string): void {
    const shown = world.hiddenNames(caller).filter((name) => answer.text.includes(name));
    expect(shown, `${what} shows names`).to.deep.equal([]);
  }

  const names = Object.keys(table);
  // Pages first: they change nothing, so the rows are still there for what follows.
  for (const name of [...names].sort((a, b) => Number(b.startsWith('GET')) - Number(a.startsWith('GET')))) {
    it(name, async () => {
      const line = table[name] as Line;
      const route = routeOf(name);
      const isRead = route.method === 'GET';
      for (const caller of callers) {
        for (const attempt of attempts(world, route, line, caller)) {
          const status = expectedStatus(route, line, caller, attempt);
          const isRefused = refusal(route, caller) !== undefined || attempt.kind !== 'own' || status === 403;
          if (!isRead && !isRefused) continue;
          const what = `${name} by ${caller} with ${attempt.kind} ${attempt.changed ?? 'ids'}`;
          world.app.context.clock.advance({ seconds: 2 });
          const before = world.contents();
          const answer = await ask(world, route, line, caller, attempt.ids, world.client(caller));
          expect(answer.status, what).to.equal(status);
          if (status === 303 && isRefused) expect(answer.location, what).to.match(/^\/login\?next=/);
          if (isRefused || route.policy.kind !== 'holder') expectNoHiddenName(answer, caller, what);
          expect(world.contents(), `${what} changed something`).to.equal(before);
        }
      }
      if (!isRead) await askAllowed(route, line, name);
    });
  }

  /** What a policy lets through, once per caller, on rows that are the caller's to use up. */
  async function askAllowed(route: Route, line: Line, name: string): Promise<void> {
    for (const caller of callers) {
      const attempt: Attempt = { kind: 'own', ids: {}, changed: undefined };
      const status = expectedStatus(route, line, caller, attempt);
      if (refusal(route, caller) !== undefined || status === 403) continue;
      for (const parameter of parametersOf(route.path)) {
        const usesUp = line.usesUp === true && parameter === parametersOf(route.path).at(-1);
        attempt.ids[parameter] = world.own(caller, idKind(route.path, line, parameter), usesUp);
      }
      const client = line.endsSession ? await world.fresh(caller) : world.client(caller);
      const answer = await ask(world, route, line, caller, attempt.ids, client);
      expect(answer.status, `${name} by ${caller}`).to.equal(status);
      if (route.policy.kind !== 'holder') expectNoHiddenName(answer, caller, `${name} by ${caller}`);
    }
  }

  it('every change that another site starts is refused, whoever is signed in', async () => {
    const before = world.contents();
    for (const route of routes.filter(({ method }) => method === 'POST')) {
      const line = table[nameOf(route)] as Line;
      const caller: Caller = route.policy.kind === 'device' || route.policy.kind === 'device_in_batch' ? 'phone' : 'an';
      const ids = Object.fromEntries(
        parametersOf(route.path).map((parameter) => [
          parameter,
          world.own(caller, idKind(route.path, line, parameter), false),
        ]),
      );
      const client = world.client(caller);
      const path = route.path.replace(/:(\w+)/g, (_, parameter: string) => ids[parameter] ?? '');
      const crossSite = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
      const answer = line.json
        ? await client.postJson(path, line.json(world, caller), crossSite)
        : await client.post(path, line.form?.(world, caller) ?? {}, crossSite);
      expect(answer.status, nameOf(route)).to.equal(403);
    }
    expect(world.contents()).to.equal(before);
  });

  describe('control: the guard behind the table', () => {
    const handle = () => undefined;

    it('a route without a policy stops the start', () => {
      const bare = { method: 'GET', path: '/secret', handle } as unknown as Route;
      expect(() => createApp(world.app.context, [bare])).to.throw('policy');
    });

    it('a route with a policy that is empty stops the start', () => {
      const odd: Route = { method: 'GET', path: '/secret', handle, policy: {} as Policy };
      expect(() => createApp(world.app.context, [odd])).to.throw('Route GET /secret has no policy');
    });

    it('a route with a policy does not', () => {
      expect(() => createApp(world.app.context, [get('/open', everyone, handle)])).not.to.throw();
    });
  });
});
