import { expect } from 'chai';
import type { TypedRow } from '../../server/domain/delegate-list.ts';
import { emptyRow, readPastedRows } from '../../server/domain/pasted-rows.ts';

const row = (changes: Partial<TypedRow>): TypedRow => ({ ...emptyRow(), ...changes });
const lines = (...cells: string[][]) => cells.map((line) => line.join('\t')).join('\r\n');

const thoai = row({
  honorific: 'Ông',
  fullName: 'Bùi Nhựt Thoại',
  position: 'Trưởng phòng',
  workplace: 'Phòng Nội vụ',
  category: 'B2',
  phone: '0900000011',
  email: 'thoai@example.gov.vn',
  note: 'ngồi hàng đầu',
});
const CELLS = Object.values(thoai) as string[];
const HEADINGS = ['Ông/Bà', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Thành phần', 'Điện thoại', 'Email', 'Ghi chú'];

describe('rows pasted from a spreadsheet', () => {
  it('are found by their headings', () => {
    expect(readPastedRows(lines(HEADINGS, CELLS))).to.deep.equal({ hasHeading: true, rows: [thoai] });
  });

  it('in any order of columns, with others in between', () => {
    const text = lines(
      ['Email', 'Năm sinh', 'Họ tên', 'Chức danh', 'T. phần'],
      ['thoai@example.gov.vn', '1970', 'Bùi Nhựt Thoại', 'Trưởng phòng', 'B2'],
    );
    expect(readPastedRows(text).rows).to.deep.equal([
      row({ email: 'thoai@example.gov.vn', fullName: 'Bùi Nhựt Thoại', position: 'Trưởng phòng', category: 'B2' }),
    ]);
  });

  for (const [field, headings] of [
    ['fullName', ['HỌ VÀ TÊN', 'họ tên', 'Ho va ten', 'Tên đại biểu', 'Full name', 'Họ\u00a0và tên']],
    ['phone', ['Số điện thoại', 'SĐT', 'ĐTDĐ', 'Di động', 'Phone']],
    ['workplace', ['Đơn vị', 'Cơ quan, đơn vị', 'Nơi công tác']],
    ['honorific', ['Ông (Bà)', 'Danh xưng', 'Giới tính']],
    ['email', ['E-mail', 'Thư điện tử', 'Địa chỉ email']],
  ] as const) {
    for (const heading of headings) {
      it(`knows the heading "${heading}"`, () => {
        const text = lines([heading, 'Chức vụ'], ['x', 'Trưởng phòng']);
        expect(readPastedRows(text).rows).to.deep.equal([row({ [field]: 'x', position: 'Trưởng phòng' })]);
      });
    }
  }

  it('without headings are read in the order of the template', () => {
    expect(readPastedRows(lines(CELLS))).to.deep.equal({ hasHeading: false, rows: [thoai] });
  });

  it('without headings lose a first column that only counts', () => {
    const text = lines(['1', ...CELLS], ['2', ...CELLS]);
    expect(readPastedRows(text).rows).to.deep.equal([thoai, thoai]);
  });

  it('with headings lose the column STT', () => {
    expect(readPastedRows(lines(['STT', ...HEADINGS], ['1', ...CELLS])).rows).to.deep.equal([thoai]);
    expect(readPastedRows(lines(['TT', ...HEADINGS], ['7', ...CELLS])).rows).to.deep.equal([thoai]);
  });

  it('may have a title above the headings, as official lists do', () => {
    const text = lines(['DANH SÁCH ĐẠI BIỂU THAM DỰ'], ['(Kèm theo Công văn số    /UBND-NV)'], [''], HEADINGS, CELLS);
    expect(readPastedRows(text)).to.deep.equal({ hasHeading: true, rows: [thoai] });
  });

  it('may have blank lines in between, also of empty cells and no-break spaces', () => {
    expect(readPastedRows(lines(HEADINGS, [], CELLS, ['', '', ''], ['\u00a0'], CELLS)).rows).to.deep.equal([
      thoai,
      thoai,
    ]);
  });

  it('may have cells with line breaks and tabs, which a spreadsheet puts in quotes', () => {
    const text = `${HEADINGS.join('\t')}\nÔng\tBùi Nhựt Thoại\t"Phó Chủ tịch\nkiêm Trưởng Ban\tKinh tế"\t"Phòng ""Một cửa"""\tB2`;
    expect(readPastedRows(text).rows).to.deep.equal([
      row({
        honorific: 'Ông',
        fullName: 'Bùi Nhựt Thoại',
        position: 'Phó Chủ tịch\nkiêm Trưởng Ban\tKinh tế',
        workplace: 'Phòng "Một cửa"',
        category: 'B2',
      }),
    ]);
  });

  it('may have a quote that somebody typed and never closed', () => {
    const text = lines(HEADINGS, ['Ông', '"Bùi Nhựt Thoại', 'Trưởng phòng']);
    expect(readPastedRows(text).rows).to.deep.equal([
      row({ honorific: 'Ông', fullName: '"Bùi Nhựt Thoại', position: 'Trưởng phòng' }),
    ]);
  });

  it('may come from a CSV file with semicolons', () => {
    const text = [HEADINGS, CELLS].map((line) => line.join(';')).join('\n');
    expect(readPastedRows(text)).to.deep.equal({ hasHeading: true, rows: [thoai] });
  });

  it('keep a semicolon inside a cell when tabs part the cells', () => {
    expect(readPastedRows(lines(HEADINGS, ['Ông', 'A B', 'X; Y'])).rows[0]?.position).to.equal('X; Y');
  });

  it('lose the no-break spaces around a cell and keep what is inside', () => {
    const [read] = readPastedRows(lines(HEADINGS, ['\u00a0Ông ', ' Bùi\u00a0Thoại\u00a0'])).rows;
    expect(read).to.include({ honorific: 'Ông', fullName: 'Bùi\u00a0Thoại' });
  });

  it('join two columns of one meaning: họ đệm and tên under one merged heading', () => {
    const text = lines(['Họ tên', 'Họ tên', 'Chức vụ'], ['Bùi Nhựt', 'Thoại', 'Trưởng phòng']);
    expect(readPastedRows(text).rows[0]?.fullName).to.equal('Bùi Nhựt Thoại');
  });

  it('may end in old line ends', () => {
    expect(readPastedRows(`${CELLS.join('\t')}\r${CELLS.join('\t')}\r`).rows).to.have.length(2);
  });

  it('may be a single name', () => {
    expect(readPastedRows('Ông').rows).to.deep.equal([row({ honorific: 'Ông' })]);
  });

  for (const text of ['', ' ', '\n\n', '\t\t\n\t']) {
    it(`are none in ${JSON.stringify(text)}`, () => {
      expect(readPastedRows(text)).to.deep.equal({ hasHeading: false, rows: [] });
    });
  }

  it('read a block of 500 lines at once', () => {
    const text = lines(HEADINGS, ...Array.from({ length: 500 }, () => CELLS));
    expect(readPastedRows(text).rows).to.have.length(500);
  });
});
