import { expect } from 'chai';
import fc from 'fast-check';
import { sniffSeparator, splitDelimited } from '../../../server/domain/sheet/delimited-text.ts';

describe('text with separators', () => {
  const cases: [what: string, text: string, rows: string[][]][] = [
    ['one line', 'a;b', [['a', 'b']]],
    ['a line end at the end adds no row', 'a;b\n', [['a', 'b']]],
    ['any line end', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
    ['empty cells', ';a;;', [['', 'a', '', '']]],
    ['empty lines', 'a\n\nb', [['a'], [''], ['b']]],
    ['nothing', '', []],
    ['quotes around separators and line ends', '"a;b";"c\nd"', [['a;b', 'c\nd']]],
    ['quotes inside quotes', '"a ""b"" c"', [['a "b" c']]],
    ['an empty cell in quotes', '"";a', [['', 'a']]],
    ['a quote in the middle of a cell', 'a "b" c;d', [['a "b" c', 'd']]],
    ['a quote that never closes', '"a;b\nc', [['"a', 'b'], ['c']]],
    ['a quote that closes before more text', '"a" b;c', [['"a" b', 'c']]],
    ['another separator is text', 'a,b\tc', [['a,b\tc']]],
  ];
  for (const [what, text, rows] of cases) {
    it(`is split: ${what}`, () => {
      expect(splitDelimited(text, ';')).to.deep.equal(rows);
    });
  }

  it('is split no further than asked', () => {
    expect(splitDelimited('a;b;c\nd\ne', ';', { rows: 2, cells: 2 })).to.deep.equal([['a', 'b'], ['d']]);
  });

  it('comes back as it was written, whatever stands in the cells', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ';', '\n', ',', ' ', 'ế'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((cells) => cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(';')).join('\n');
        expect(splitDelimited(text, ';')).to.deep.equal(rows);
      }),
    );
  });
});

describe('the separator of a file that does not say', () => {
  for (const [what, text, separator] of [
    ['commas', 'STT,Họ tên,Chức vụ\n1,Lê Bảo,Chuyên viên\n', ','],
    ['semicolons', 'STT;Họ tên;Chức vụ\n1;Lê Bảo;Chuyên viên\n', ';'],
    ['tabs', 'STT\tHọ tên\tChức vụ\n1\tLê Bảo\tChuyên viên\n', '\t'],
    [
      'semicolons, and commas inside the cells',
      'Họ tên;Chức vụ, đơn vị\nLê Bảo;Chuyên viên, Phòng Nội vụ, UBND\n',
      ';',
    ],
    ['commas, and semicolons inside quotes', 'Họ tên,Email\nLê Bảo,"a@example.gov.vn;b@example.gov.vn"\n', ','],
    ['title lines above the table', 'DANH SÁCH\n\nSTT,Họ tên,Chức vụ\n1,Lê Bảo,Chuyên viên\n', ','],
  ] as const) {
    it(`is found: ${what}`, () => {
      expect(sniffSeparator(text)).to.equal(separator);
    });
  }
});
