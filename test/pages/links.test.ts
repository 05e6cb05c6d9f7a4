/** The addresses that pages lead to, against the addresses that are answered. */
import { expect } from 'chai';
import { routesOf } from '../../server/app.ts';
import { links } from '../../server/pages/links.ts';
import { makeTestContext, type TestContext } from '../support/context.ts';

/** Every name that a link asks for; as a text it is "x". */
const anything = Object.assign(new String('x'), {
  clusterId: 'c',
  unitId: 'u',
  eventId: 'e',
  deviceId: 'd',
  kind: 'attendance',
  format: 'csv',
  change: 'name',
  section: 'units',
  id: 'part',
});

/** An address for each link, with made-up ids. */
const addresses = Object.entries(links).map(([name, link]): [name: string, address: string] => [
  name,
  typeof link === 'string' ? link : (link as (...parts: unknown[]) => string)(anything, anything),
]);

describe('the addresses of the house', () => {
  let context: TestContext;
  before(async () => {
    context = await makeTestContext();
  });
  after(() => context.close());

  function isAnswered(address: string): boolean {
    const [path = ''] = address.split(/[?#]/);
    return routesOf(context).some((route) => {
      const parts = route.path.split('/');
      const given = path.split('/');
      return parts.length === given.length && parts.every((part, at) => part.startsWith(':') || part === given[at]);
    });
  }

  it('each lead to a route', () => {
    expect(addresses).to.have.length.above(60);
    expect(addresses.filter(([, address]) => !isAnswered(address))).to.deep.equal([]);
  });

  it('control: an address that no route answers is found', () => {
    expect(isAnswered('/clusters/c/nowhere?unit=u')).to.equal(false);
  });

  it('are different', () => {
    expect(new Set(addresses.map(([, address]) => address)).size).to.equal(addresses.length);
  });

  it('name the unit of a list only where one is meant', () => {
    expect(links.desk({ clusterId: 'c' })).to.equal('/clusters/c/registrations');
    expect(links.desk({ clusterId: 'c', unitId: 'u' })).to.equal('/clusters/c/registrations?unit=u');
  });
});
