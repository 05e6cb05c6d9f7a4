import { expect } from 'chai';
import fc from 'fast-check';
import { moneyInWords, numberInWords } from '../../../server/domain/words/number-in-words.ts';

describe('numbers in words', () => {
  const table: [number, string][] = [
    [0, 'Không'],
    [1, 'Một'],
    [4, 'Bốn'],
    [5, 'Năm'],
    [10, 'Mười'],
    [11, 'Mười một'],
    [14, 'Mười bốn'],
    [15, 'Mười lăm'],
    [20, 'Hai mươi'],
    [21, 'Hai mươi mốt'],
    [24, 'Hai mươi tư'],
    [25, 'Hai mươi lăm'],
    [52, 'Năm mươi hai'],
    [55, 'Năm mươi lăm'],
    [100, 'Một trăm'],
    [101, 'Một trăm linh một'],
    [104, 'Một trăm linh bốn'],
    [105, 'Một trăm linh năm'],
    [110, 'Một trăm mười'],
    [111, 'Một trăm mười một'],
    [115, 'Một trăm mười lăm'],
    [121, 'Một trăm hai mươi mốt'],
    [1_000, 'Một nghìn'],
    [1_001, 'Một nghìn không trăm linh một'],
    [1_015, 'Một nghìn không trăm mười lăm'],
    [100_000, 'Một trăm nghìn'],
    [1_000_000, 'Một triệu'],
    [1_000_001, 'Một triệu không trăm linh một'],
    [1_000_000_000, 'Một tỷ'],
    [1_000_000_000_000, 'Một nghìn tỷ'],
    [1_000_000_000_005, 'Một nghìn tỷ không trăm linh năm'],
    [2_021_000_000_000, 'Hai nghìn không trăm hai mươi mốt tỷ'],
  ];
  for (const [number, words] of table) {
    it(`reads ${number} as "${words}"`, () => expect(numberInWords(number)).to.equal(words));
  }

  it('gives every number up to 9,999 words of its own', () => {
    const words = new Set(Array.from({ length: 10_000 }, (_, number) => numberInWords(number)));
    expect(words.size).to.equal(10_000);
  });

  it('leaves no gap and no double space, however large the number', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (number) => {
        expect(numberInWords(number)).to.match(/^\p{Lu}\p{Ll}*(?: \p{Ll}+)*$/u);
      }),
    );
  });

  for (const wrong of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER + 1]) {
    it(`refuses ${wrong}`, () => expect(() => numberInWords(wrong)).to.throw(RangeError));
  }
});

describe('money in words', () => {
  const table: [number, string][] = [
    [0, 'Không đồng'],
    [15_000, 'Mười lăm nghìn đồng'],
    [21_000, 'Hai mươi mốt nghìn đồng'],
    [101_000, 'Một trăm linh một nghìn đồng'],
    [105_000, 'Một trăm linh năm nghìn đồng'],
    [1_005_000, 'Một triệu không trăm linh năm nghìn đồng'],
    [2_400_000, 'Hai triệu bốn trăm nghìn đồng'],
    [3_600_000, 'Ba triệu sáu trăm nghìn đồng'],
    [10_000_000, 'Mười triệu đồng'],
    [12_345_678, 'Mười hai triệu ba trăm bốn mươi lăm nghìn sáu trăm bảy mươi tám đồng'],
    [1_000_005_000, 'Một tỷ không trăm linh năm nghìn đồng'],
  ];
  for (const [amount, words] of table) {
    it(`reads ${amount} as "${words}"`, () => expect(moneyInWords(amount)).to.equal(words));
  }

  it('speaks as the South does when the office wants it', () => {
    expect(moneyInWords(1_005_000, { thousand: 'ngàn', gap: 'lẻ' })).to.equal('Một triệu không trăm lẻ năm ngàn đồng');
  });

  it('closes the amount the way the office is used to', () => {
    expect(moneyInWords(15_000, undefined, './.')).to.equal('Mười lăm nghìn đồng./.');
    expect(moneyInWords(15_000, undefined, ' chẵn')).to.equal('Mười lăm nghìn đồng chẵn');
  });
});
