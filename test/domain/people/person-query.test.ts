import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { groupByPerson, postWords, readPersonQuery } from '../../../server/domain/people/person-query.ts';

describe('what somebody types to find a person', () => {
  const cases: [typed: string, words: string[] | undefined, phone?: string][] = [
    ['', undefined],
    [' % ', undefined],
    ['5', undefined],
    ['Ý', ['y']],
    ['Ông', ['ong']],
    ['Ông Lê Bảo', ['le', 'bao']],
    ['ong le bao', ['le', 'bao']],
    ['Bà: Lê Thị Ý', ['le', 'thi', 'y']],
    ['Bà Ý', ['y']],
    ['Đ/c Bảo', ['bao']],
    ['Đồng chí Bảo', ['bao']],
    ['đồng chí', ['dong', 'chi']],
    ['Ông (Bà) Lê Bảo', ['le', 'bao']],
    ['an', ['an']],
    ['Đỗ  Thị ƯỚC', ['do', 'thi', 'uoc']],
    ['Ðặng', ['dang']],
    ['ðang', ['dang']],
    ['o n', ['o', 'n']],
    ['+84 900 000 011', ['+84', '900', '000', '011'], '0900000011'],
    ['0900000011', ['0900000011'], '0900000011'],
    ['011', ['011']],
    ['100%', ['100%']],
    ['Hùng, (Nội vụ).', ['hung', 'noi', 'vu']],
  ];
  for (const [typed, words, phone] of cases) {
    it(`"${typed}" is ${words ? words.join(' | ') : 'too little'}${phone ? `, or the phone ${phone}` : ''}`, () => {
      const query = readPersonQuery(typed);
      expect(query && { words: query.words, phone: query.phone }).to.deep.equal(words && { words, phone });
    });
  }
});

it('keeps the marks as typed, and what was put aside', () => {
  expect(readPersonQuery('Ông Ðỗ An')).to.deep.include({ marked: ['đỗ', 'an'], titled: ['ông', 'đỗ', 'an'] });
  expect(readPersonQuery('Đỗ An')).to.deep.include({ marked: ['đỗ', 'an'], titled: undefined });
  expect(readPersonQuery('Ý')?.isLetter).to.equal(true);
  expect(readPersonQuery('Lê Ý')?.isLetter).to.equal(false);
});

it('a post is searched word by word, whatever stands between the words', () => {
  expect(postWords('Trưởng ban/Phó ban (Kinh tế - Xã hội)', 'Sở Nội vụ')).to.equal(
    'truong ban pho ban kinh te xa hoi so noi vu',
  );
});

describe('people found in several clusters', () => {
  type Place = Parameters<typeof groupByPerson>[0][number];
  const place = (changes: Partial<Place>): Place => ({
    delegateId: randomUUID(),
    eventId: 'e',
    unitId: 'u',
    unitName: 'Huyện Thới Lai',
    fullName: 'Nguyễn Văn Hùng',
    position: 'Chuyên viên',
    workplace: '',
    clusterNumber: 1,
    state: 'active',
    ...changes,
  });
  const sizes = (...places: Place[]) => groupByPerson(places).map((own) => own.length);

  it('are one when entered once', () => {
    const [one, two] = [place({ delegateId: 'd' }), place({ delegateId: 'd', clusterNumber: 2, position: 'Khác' })];
    expect(sizes(two, one)).to.deep.equal([2]);
  });

  it('are one when entered again elsewhere with the same name, post and workplace', () => {
    expect(sizes(place({}), place({ clusterNumber: 2, fullName: 'Nguyen Van Hùng' }))).to.deep.equal([2]);
  });

  it('are one who left and came back to the same cluster', () => {
    expect(sizes(place({ state: 'replaced' }), place({}))).to.deep.equal([2]);
  });

  it('are two when both hold a place in one cluster', () => {
    expect(sizes(place({}), place({}))).to.deep.equal([1, 1]);
  });

  it('are two in other posts, other units, other events', () => {
    expect(sizes(place({}), place({ clusterNumber: 2, position: 'Trưởng phòng' }))).to.deep.equal([1, 1]);
    expect(sizes(place({}), place({ clusterNumber: 2, unitId: 'v' }))).to.deep.equal([1, 1]);
    expect(sizes(place({}), place({ clusterNumber: 2, eventId: 'f' }))).to.deep.equal([1, 1]);
  });

  it('read by given name as Vietnamese does: Dung, Dương, Đào, then Ẩn after An', () => {
    const names = ['Lê Thị Đào', 'Bùi Ẩn', 'Trần Dương', 'Võ An', 'Phan Dung'];
    const found = groupByPerson(names.map((fullName) => place({ fullName })));
    expect(found.map(([first]) => first?.fullName)).to.deep.equal([
      'Võ An',
      'Bùi Ẩn',
      'Phan Dung',
      'Trần Dương',
      'Lê Thị Đào',
    ]);
  });
});
