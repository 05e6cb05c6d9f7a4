import { expect } from 'chai';
import { moveOne, placeByNumber, upToDate } from '../../../server/domain/list/arrange-list.ts';

const list = ['a', 'b', 'c', 'd'];

describe('moving one person on a list', () => {
  const cases: [what: string, id: string, direction: 'up' | 'down', expected: string][] = [
    ['up', 'c', 'up', 'acbd'],
    ['down', 'b', 'down', 'acbd'],
    ['the first one up: nothing', 'a', 'up', 'abcd'],
    ['the last one down: nothing', 'd', 'down', 'abcd'],
    ['somebody who is not there: nothing', 'x', 'up', 'abcd'],
  ];
  for (const [what, id, direction, expected] of cases) {
    it(what, () => expect(moveOne(list, { id, direction }).join('')).to.equal(expected));
  }
});

describe('writing the places beside the names', () => {
  const cases: [what: string, places: [string, number][], expected: string][] = [
    [
      'the numbers as they are change nothing',
      [
        ['a', 1],
        ['b', 2],
        ['c', 3],
        ['d', 4],
      ],
      'abcd',
    ],
    [
      'the last one to the top',
      [
        ['a', 1],
        ['b', 2],
        ['c', 3],
        ['d', 1],
      ],
      'dabc',
    ],
    ['the first one to the third place', [['a', 3]], 'bcad'],
    [
      'two that change places',
      [
        ['a', 2],
        ['b', 1],
      ],
      'bacd',
    ],
    [
      'the whole list upside down',
      [
        ['a', 4],
        ['b', 3],
        ['c', 2],
        ['d', 1],
      ],
      'dcba',
    ],
    ['a number past the end is the end', [['a', 99]], 'bcda'],
    ['zero is the top', [['c', 0]], 'cabd'],
    [
      'two who want one place keep their order',
      [
        ['c', 1],
        ['d', 1],
      ],
      'cdab',
    ],
    ['nobody said anything', [], 'abcd'],
  ]; // prettier-ignore
  for (const [what, places, expected] of cases) {
    it(what, () => expect(placeByNumber(list, new Map(places)).join('')).to.equal(expected));
  }

  it('always gives back everybody exactly once', () => {
    const many = Array.from({ length: 20 }, (_, index) => String(index));
    for (let seed = 1; seed < 200; seed += 1) {
      const places = new Map(many.map((id, index) => [id, (seed * (index + 7) * 31) % 25]));
      expect(placeByNumber(many, places).sort()).to.deep.equal([...many].sort());
    }
  });
});

describe('an order that was read a while ago', () => {
  it('leaves out who has gone and puts who came since at the end', () => {
    expect(upToDate(['c', 'gone', 'a'], ['a', 'b', 'c'])).to.deep.equal(['c', 'a', 'b']);
  });

  it('counts nobody twice', () => {
    expect(upToDate(['a', 'a', 'b'], ['a', 'b'])).to.deep.equal(['a', 'b']);
  });
});
