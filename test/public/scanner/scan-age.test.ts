import { expect } from 'chai';
import { scanAge } from '../../../public/src/scanner/scan-age.ts';

const scanned = { wall: 1_000_000, steady: 5_000, page: 'first' };

describe('scanner: how long a scan has waited', () => {
  const cases = [
    ['both clocks agree', { wall: 1_060_000, steady: 65_000, page: 'first' }, 60_000],
    ['the phone slept, so its steady clock stood still', { wall: 1_600_000, steady: 6_000, page: 'first' }, 600_000],
    ['somebody put the clock back', { wall: 400_000, steady: 35_000, page: 'first' }, 30_000],
    ['the page was loaded anew', { wall: 1_060_000, steady: 200, page: 'second' }, 60_000],
    ['loaded anew, and the clock put back', { wall: 400_000, steady: 200, page: 'second' }, 0],
    ['older than the server takes', { wall: 9_000_000_000, steady: 5_100, page: 'first' }, 7 * 24 * 3600 * 1000],
    ['fractions of the steady clock', { wall: 1_000_000, steady: 5_000.7, page: 'first' }, 1],
  ] as const;
  for (const [what, now, age] of cases) {
    it(`${what}: ${age} ms`, () => {
      expect(scanAge(scanned, now)).to.equal(age);
    });
  }
});
