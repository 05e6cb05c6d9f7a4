import { expect } from 'chai';
import { perhapsSame } from '../../../server/domain/list/renamed.ts';

const somebody = (phone: string, email = '', position = '', workplace = '') => ({ phone, email, position, workplace });
const found = (gone: ReturnType<typeof somebody>[], added: ReturnType<typeof somebody>[]) =>
  perhapsSame(gone, added).map((pair) => [gone.indexOf(pair.gone), added.indexOf(pair.added), pair.by]);

describe('whoever is gone and whoever is added may be one person', () => {
  it('with the same phone, or the same e-mail in other letters', () => {
    expect(found([somebody('0900000011')], [somebody('0900000012'), somebody('0900000011')])).to.deep.equal([
      [0, 1, 'contact'],
    ]);
    expect(found([somebody('', 'vi@example.gov.vn')], [somebody('', 'Vi@example.gov.vn')])).to.deep.equal([
      [0, 0, 'contact'],
    ]);
  });

  it('with the same post at the same workplace, written with or without its marks', () => {
    const one = somebody('', '', 'Trưởng phòng', 'Phòng Y tế');
    expect(found([one], [somebody('', '', 'Truong phong', 'PHÒNG Y TẾ')])).to.deep.equal([[0, 0, 'post']]);
  });

  it('but not where nothing is said, or only the post', () => {
    expect(found([somebody('')], [somebody('')])).to.deep.equal([]);
    expect(found([somebody('', '', 'Trưởng phòng')], [somebody('', '', 'Trưởng phòng')])).to.deep.equal([]);
  });

  it('nor where two would fit as well: colleagues share a mailbox', () => {
    const shared = () => somebody('', 'pnv@example.gov.vn');
    expect(found([shared()], [shared(), shared()])).to.deep.equal([]);
    expect(found([shared(), shared()], [shared()])).to.deep.equal([]);
  });

  it('a phone counts before a post', () => {
    const gone = [somebody('0900000011', '', 'Phó phòng', 'A'), somebody('0900000012', '', 'Phó phòng', 'A')];
    const added = [somebody('0900000012', '', 'Phó phòng', 'A'), somebody('', '', 'Phó phòng', 'A')];
    expect(found(gone, added)).to.deep.equal([
      [1, 0, 'contact'],
      [0, 1, 'post'],
    ]);
  });
});
