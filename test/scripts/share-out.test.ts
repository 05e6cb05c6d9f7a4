import { expect } from 'chai';
import { shareOut } from '../support/share-out.mjs';

describe('the files of the tests', () => {
  const seconds = { long: 9, half: 5, third: 4, short: 1 };

  it('are shared out so that no process waits long for another', () => {
    expect(shareOut(Object.keys(seconds), seconds, 2)).to.deep.equal([
      ['long', 'short'],
      ['half', 'third'],
    ]);
  });

  it('are all run, once each, measured or not', () => {
    const files = Array.from({ length: 50 }, (_, index) => `file ${index}`);
    const shared = shareOut([...files, 'long'], seconds, 3);
    expect(shared.flat())
      .to.have.members([...files, 'long'])
      .and.have.length(51);
    expect(shared.map(({ length }) => length)).to.deep.equal([15, 18, 18]);
  });

  it('need no process that would have nothing to do', () => {
    expect(shareOut(['long'], seconds, 2)).to.deep.equal([['long']]);
    expect(shareOut([], seconds, 2)).to.deep.equal([]);
  });
});
