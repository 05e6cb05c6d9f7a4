import { expect } from 'chai';
import { findEntries, markHits } from '../../../public/src/scanner/find-entries.ts';
import type { RosterEntry } from '../../../public/src/scanner/roster.ts';

const entry = (fullName: string, position: string, unitName: string): RosterEntry => ({
  registrationId: fullName,
  honorific: 'Ông',
  fullName,
  position,
  workplace: '',
  unitName,
  seat: 'seated',
});
const roster = [
  entry('Ngô Nhựt Khởi', 'Trưởng phòng Kinh tế', 'Huyện Cờ Đỏ'),
  entry('Lâm Khởi', 'Phó Trưởng phòng', 'Quận Thốt Nốt'),
  entry('Đỗ Thị Ước', 'Chủ tịch', 'Huyện Vĩnh Thạnh'),
];
const names = (query: string) => findEntries(roster, query).map(({ fullName }) => fullName);

describe('scanner: finding a delegate', () => {
  it('needs no diacritics', () => expect(names('ngo khoi')).to.deep.equal(['Ngô Nhựt Khởi']));
  it('finds by position', () => expect(names('chu tich')).to.deep.equal(['Đỗ Thị Ước']));
  it('finds by unit', () => expect(names('thot not')).to.deep.equal(['Lâm Khởi']));
  it('lists everybody by given name before anything is typed', () =>
    expect(names('')).to.deep.equal(['Lâm Khởi', 'Ngô Nhựt Khởi', 'Đỗ Thị Ước']));
  it('finds nobody without complaint', () => expect(names('xyz')).to.deep.equal([]));

  it('marks the words that were found', () => {
    expect(markHits('Ngô Nhựt Khởi', 'ngo kh')).to.deep.equal([
      { text: 'Ngô', isHit: true },
      { text: 'Nhựt', isHit: false },
      { text: 'Khởi', isHit: true },
    ]);
  });
});
