import { expect } from 'chai';
import { isAt, spotOf } from '../../../server/domain/plan/problem-spot.ts';

describe('where a problem of a plan is fixed on the screens', () => {
  for (const [path, spot] of [
    ['event', { section: 'event', field: '' }],
    ['event.year', { section: 'event', field: 'year' }],
    ['event.contact.email', { section: 'event', field: 'contact.email' }],
    ['clusters', { section: 'clusters' }],
    ['clusters[1]', { section: 'cluster', index: 1 }],
    ['clusters[1].date', { section: 'cluster', index: 1, field: 'date' }],
    ['clusters[1].host', { section: 'participants', index: 1, field: 'host' }],
    ['clusters[1].units', { section: 'participants', index: 1 }],
    ['clusters[1].units[2].quota', { section: 'participants', index: 1, row: 2, field: 'quota' }],
    ['categories', { section: 'categories' }],
    ['categories[3].code', { section: 'categories', row: 3, field: 'code' }],
    ['agenda[0].startsAt', { section: 'agenda', row: 0, field: 'startsAt' }],
    ['units[4].parent', { section: 'units', row: 4, field: 'parent' }],
  ] as const) {
    it(path, () => expect(spotOf(path)).to.deep.equal(spot));
  }

  it('knows one cluster from the next', () => {
    expect(isAt(spotOf('clusters[1].date'), 'cluster', 1)).to.equal(true);
    expect(isAt(spotOf('clusters[1].date'), 'cluster', 0)).to.equal(false);
    expect(isAt(spotOf('clusters[1].units'), 'cluster', 1)).to.equal(false);
  });
});
