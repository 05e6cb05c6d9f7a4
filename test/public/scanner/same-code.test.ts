import { expect } from 'chai';
import { watchSameCode } from '../../../public/src/scanner/same-code.ts';

describe('scanner: the same code before the camera', () => {
  it('counts once while it is held there', () => {
    const same = watchSameCode();
    const seen = [0, 70, 140, 1900, 3800, 5700].map((now) => same.isNew('A', now));
    expect(seen).to.deep.equal([true, false, false, false, false, false]);
  });

  it('counts again when it was out of sight for two seconds', () => {
    const same = watchSameCode();
    same.isNew('A', 0);
    expect(same.isNew('A', 1999)).to.equal(false);
    expect(same.isNew('A', 3999)).to.equal(true);
  });

  it('lets another code through at once', () => {
    const same = watchSameCode();
    same.isNew('A', 0);
    expect(same.isNew('B', 70)).to.equal(true);
  });

  it('ignores the code for five seconds after its verdict, although it was out of sight', () => {
    const same = watchSameCode();
    same.isNew('A', 0);
    same.hold('A', 200);
    expect(same.isNew('A', 5199)).to.equal(false);
    expect(same.isNew('A', 9000)).to.equal(true);
  });

  it('holds back no other code after a verdict', () => {
    const same = watchSameCode();
    same.hold('A', 0);
    expect(same.isNew('B', 10)).to.equal(true);
  });
});
