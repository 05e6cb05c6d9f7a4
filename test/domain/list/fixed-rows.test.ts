import { expect } from 'chai';
import type { ListRules } from '../../../server/domain/list/rules.ts';
import { emptyRow, type TypedRow } from '../../../server/domain/list/row.ts';
import { fixedRows } from '../../../server/domain/list/fixed-rows.ts';

const rules: ListRules = {
  categories: [{ id: 'b2', code: 'B2', name: 'Trưởng phòng', level: 'district', hostOnly: false, rank: 2 }],
  isHost: false,
  mayOverride: false,
  level: 'district',
  known: [],
};
const good: TypedRow = {
  ...emptyRow(),
  fullName: 'Lý Ngọc Xuyến',
  position: 'Trưởng phòng',
  workplace: 'Phòng Tư pháp',
  category: 'B2',
  phone: '0900000012',
  email: 'xuyen@example.gov.vn',
};
const count = (old: Partial<TypedRow>, row: Partial<TypedRow> = {}) =>
  fixedRows([{ ...good, ...row }], { draft: [{ ...good, ...old }], rules }).size;

describe('a row kept because of an error', () => {
  const fixes: [what: string, old: Partial<TypedRow>, row?: Partial<TypedRow>][] = [
    ['a post that was missing', { position: '' }],
    ['a code that there is not', { category: 'B9' }],
    ['a name that was missing, known by the phone', { fullName: '', email: '' }],
    ['a name that was none, known by the e-mail', { fullName: 'Lý 2', phone: '' }],
    ['a name that was missing, known by post and workplace', { fullName: '', phone: '', email: '' }],
    ['a phone in another writing beside it', { category: '', phone: '0900 000 012' }],
    ['something added that was empty', { category: '', phone: '' }],
    ['its capitals put right beside it', { category: '', fullName: 'LÝ NGỌC XUYẾN' }],
  ];
  for (const [what, old, row] of fixes) it(`is fixed by ${what}`, () => expect(count(old, row)).to.equal(1));

  const others: [what: string, old: Partial<TypedRow>, row?: Partial<TypedRow>][] = [
    ['is in good order: it may be a namesake', {}],
    ['has another phone, which was not wrong', { position: '', phone: '0900000099' }],
    ['has another name, and shares the office’s mailbox', { fullName: 'Danh Út', position: '' }],
    ['has nothing to be known by', { fullName: '', position: '', phone: '', email: '' }],
  ];
  for (const [what, old, row] of others)
    it(`is another one when it ${what}`, () => expect(count(old, row)).to.equal(0));

  it('is fixed once: two rows fix two', () => {
    const draft = [
      { ...good, position: '' },
      { ...good, position: '' },
    ];
    expect(fixedRows([good], { draft, rules })).to.have.property('size', 1);
    expect(fixedRows([good, good], { draft, rules })).to.have.property('size', 2);
  });
});
