import { expect } from 'chai';
import { withoutFormula, writeCsv } from '../../../server/documents/write/csv.ts';
import { readCsv } from '../read-csv.ts';
import { group, sheetOf } from '../sample-sheet.ts';

const row = { number: 1, name: 'Bà Thạch Thị Sa Rây', position: 'Chủ tịch UBND', note: '' };

describe('a list as CSV', () => {
  it('is a byte order mark, one header line and one line per person, each closed by CRLF', () => {
    const bytes = writeCsv(sheetOf([group('I. HUYỆN THỚI LAI', [row])]));
    expect(bytes.subarray(0, 3)).to.deep.equal(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(bytes.subarray(3).toString('utf8')).to.equal(
      'Nhóm,STT,Họ và tên,Chức vụ,Ghi chú\r\nI. HUYỆN THỚI LAI,1,Bà Thạch Thị Sa Rây,Chủ tịch UBND,\r\n',
    );
  });

  it('quotes what RFC 4180 wants quoted, and nothing else', () => {
    const nasty = { ...row, name: 'Ông "Út", nhỏ', position: 'dòng 1\r\ndòng 2' };
    const bytes = writeCsv(sheetOf([group('I. A', [nasty])]));
    expect(bytes.toString('utf8')).to.contain('1,"Ông ""Út"", nhỏ","dòng 1\r\ndòng 2",\r\n');
    expect(readCsv(bytes)[1]).to.deep.equal(['I. A', '1', 'Ông "Út", nhỏ', 'dòng 1\r\ndòng 2', '']);
  });

  it('stays a flat table where a unit has nobody', () => {
    const bytes = writeCsv(sheetOf([group('I. A', []), group('II. B', [row])]));
    expect(readCsv(bytes).map(([first]) => first)).to.deep.equal(['Nhóm', 'II. B']);
  });

  const guarded = [
    '=1+1',
    '+84900000011',
    '-1',
    '@A1',
    '\t1',
    '\r1',
    '\n1',
    '\x001',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠A1',
  ];
  for (const text of guarded) {
    it(`puts an apostrophe before ${JSON.stringify(text)}`, () => expect(withoutFormula(text)).to.equal(`'${text}`));
  }

  for (const text of ['', 'Ông An', '0900 000 011', '13 giờ 22', 'A=1', '– không –', '1-2']) {
    it(`leaves ${JSON.stringify(text)} alone`, () => expect(withoutFormula(text)).to.equal(text));
  }
});
