import { expect } from 'chai';
import { quotaLengths, quotaSummary } from '../../../server/domain/seats/quota-summary.ts';

const words = {
  total: 'Tổng {sum}/{max}',
  left: 'còn {count}',
  full: 'đã chia hết',
  over: 'vượt {count}',
  under: 'thiếu {count} để đủ {min}',
};

describe('the shares of a cluster', () => {
  for (const [sum, tone, note] of [
    [0, 'warn', 'thiếu 40 để đủ 40'],
    [39, 'warn', 'thiếu 1 để đủ 40'],
    [40, 'ok', 'còn 20'],
    [59, 'ok', 'còn 1'],
    [60, 'ok', 'đã chia hết'],
    [61, 'bad', 'vượt 1'],
  ] as const) {
    it(`${sum} of 40 to 60: ${note}`, () => {
      expect(quotaSummary({ sum, min: 40, max: 60 }, words)).to.deep.equal({ tone, note, total: `Tổng ${sum}/60` });
    });
  }

  it('draw a solid part up to the maximum and a second one beyond it', () => {
    const lengths = quotaLengths({ sum: 66, min: 40, max: 60 });
    expect(lengths).to.deep.equal({ shared: '86.96%', over: '95.65%', min: '57.97%', max: '86.96%', frame: '28.99%' });
  });

  it('never draw beyond the track', () =>
    expect(quotaLengths({ sum: 500, min: 40, max: 60 }).over).to.equal('100.00%'));
});
