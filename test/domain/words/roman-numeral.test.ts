import { expect } from 'chai';
import { romanNumeral } from '../../../server/domain/words/roman-numeral.ts';

describe('roman numerals', () => {
  const table: [number, string][] = [
    [1, 'I'],
    [3, 'III'],
    [4, 'IV'],
    [5, 'V'],
    [9, 'IX'],
    [10, 'X'],
    [14, 'XIV'],
    [40, 'XL'],
    [99, 'XCIX'],
    [2023, 'MMXXIII'],
  ];
  for (const [number, numeral] of table) {
    it(`writes ${number} as ${numeral}`, () => expect(romanNumeral(number)).to.equal(numeral));
  }
});
