import { expect } from 'chai';
import { bestFirst } from '../../../server/domain/people/best-first.ts';
import { readPersonQuery } from '../../../server/domain/people/person-query.ts';

describe('people found are put in order', () => {
  const order = (typed: string, names: readonly string[]) => {
    const query = readPersonQuery(typed);
    if (!query) throw new Error('Too little to search by.');
    const people = names.map((fullName) => [{ fullName }]);
    return bestFirst(people, query).map(([person]) => person?.fullName);
  };

  const cases: [what: string, typed: string, expected: string[]][] = [
    ['whole words, beginnings of words, other hits', 'do', ['Đỗ Thị An', 'Nguyễn Văn Đông', 'Lê Bình']],
    ['the marks as typed', 'Đỗ', ['Đỗ Thị An', 'Lê Văn Đô', 'Lê Văn Đổng', 'Lê Bình']],
    ['the marks of whole words and of beginnings', 'đỗ tha', ['Đỗ Thanh', 'Đổ Thanh', 'Lê Bình']],
    ['a family name Ông before every Mr', 'Ông Cao Đạt', ['Ông Cao Đạt', 'Lê Cao Đạt', 'Lê Cao Dat']],
    ['Bá without its marks before every Ms', 'ba tuan', ['Nguyễn Bá Tuấn', 'Lê Tuấn']],
    ['all words of the name before one of them', 'lê trưởng', ['Lê Trưởng', 'Lê An']],
  ];
  for (const [what, typed, expected] of cases) {
    it(`${what}: ${typed}`, () => expect(order(typed, [...expected].reverse())).to.deep.equal(expected));
  }

  const equals: [what: string, typed: string, names: string[]][] = [
    ['no marks mean all of them', 'do', ['Lê Văn Đô', 'Đỗ Thị An']],
    ['a Ms is no Ba', 'Bà Lan', ['Lê Lan', 'Ngô Ba Lan']],
    ['no name at all', 'trưởng phòng', ['Lê Lan', 'Võ An']],
  ];
  for (const [what, typed, names] of equals) {
    it(`and those that answer alike stay as they were, ${what}: ${typed}`, () => {
      expect(order(typed, names)).to.deep.equal(names);
      expect(order(typed, [...names].reverse())).to.deep.equal([...names].reverse());
    });
  }
});
