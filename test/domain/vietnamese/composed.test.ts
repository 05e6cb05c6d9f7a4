import { expect } from 'chai';
import { composed } from '../../../server/domain/vietnamese/composed.ts';

describe('letters and their marks', () => {
  it('are put together, and apart', () => {
    expect(composed('Nguyễn'.normalize('NFD'))).to.equal('Nguyễn');
    expect(composed('Nguyễn', 'NFD')).to.equal('Nguyễn'.normalize('NFD'));
  });

  it('stay as they are up to thirty marks on a letter; the rest is left out', () => {
    const heap = (marks: number) => `b${'\u0301'.repeat(marks)}c`;
    expect(composed(heap(30))).to.equal(heap(30));
    expect(composed(heap(5000))).to.equal(heap(30));
  });
});
