import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { paste, toTsv } from '../../../public/src/grid/paste.ts';
import { type Block, cellsOf, type Rows } from '../../../public/src/grid/sheet.ts';
import { emptyRow, type TypedRow } from '../../../server/domain/list/row.ts';
import { inventedRows } from '../../support/cast.ts';

const cell = (row: number, column: number): Block => ({ top: row, bottom: row, left: column, right: column });
const lines = (...cells: string[][]) => `${cells.map((line) => line.join('\t')).join('\r\n')}\r\n`;
const pasteAt = (text: string, { into = cell(0, 0), rows = [] as Rows, most = 500 } = {}) => {
  const pasted = paste(rows, text, { into, most });
  if (!pasted) throw new Error('Nothing was pasted.');
  return pasted;
};
const row = (changes: Partial<TypedRow>): TypedRow => ({ ...emptyRow(), ...changes });

describe('pasting into the grid', () => {
  it('lays a block from the cursor to the right and down', () => {
    const { rows, block, count } = pasteAt(lines(['Danh Út', 'Trưởng phòng'], ['Kim Sơn', 'Chuyên viên']), {
      into: cell(1, 1),
    });
    expect(rows[1]).to.deep.equal(row({ fullName: 'Danh Út', position: 'Trưởng phòng' }));
    expect(rows[2]).to.deep.equal(row({ fullName: 'Kim Sơn', position: 'Chuyên viên' }));
    expect(block).to.deep.equal({ top: 1, bottom: 2, left: 1, right: 2 });
    expect(count).to.equal(2);
  });

  it('puts an old font in Unicode and says so', () => {
    const text = new TextDecoder('windows-1252').decode(readFileSync('test/fixtures/vni.csv')).replaceAll(';', '\t');
    const { encoding, byHeading, rows } = pasteAt(text);
    expect([encoding, byHeading, rows.length]).to.deep.equal(['vni', true, 3]);
    expect(pasteAt(lines(['Danh Út', 'Trưởng phòng'])).encoding).to.equal(undefined);
  });

  it('leaves what the block does not cover', () => {
    const before = inventedRows(3);
    const { rows } = pasteAt(lines(['0900 000 077']), { rows: before, into: cell(1, 5) });
    expect(rows[1]).to.deep.equal({ ...before[1], phone: '0900 000 077' });
    expect(rows[2]).to.equal(before[2]);
  });

  it('finds the columns by their headings, wherever the cursor stands', () => {
    const text = lines(['Email', 'Họ và tên', 'Chức vụ'], ['ut@example.gov.vn', 'Danh Út', 'Trưởng phòng']);
    const { rows, byHeading } = pasteAt(text, { into: cell(0, 5) });
    expect(rows[0]).to.deep.equal(row({ email: 'ut@example.gov.vn', fullName: 'Danh Út', position: 'Trưởng phòng' }));
    expect(byHeading).to.equal(true);
  });

  it('names the columns that no field was found for, when something stands in them', () => {
    const heading = ['Họ và tên', 'Chức vụ', 'Thành phần', 'Số thẻ xe', 'Ghi chú riêng'];
    const { unused } = pasteAt(lines(heading, ['Danh Út', 'Trưởng phòng', 'B2', '65A-000.01', '']));
    expect(unused).to.deep.equal(['Số thẻ xe']);
    expect(pasteAt(lines(['Danh Út', 'Trưởng phòng'])).unused).to.deep.equal([]);
  });

  it('with headings leaves the columns alone that the paste does not have', () => {
    const before = inventedRows(1);
    const { rows } = pasteAt(lines(['Họ và tên', 'Điện thoại'], ['Danh Út', '0900 000 077']), { rows: before });
    expect(rows[0]).to.deep.equal({ ...before[0], fullName: 'Danh Út', phone: '0900 000 077' });
  });

  it('begins at the first column when the block is too wide for where the cursor is', () => {
    const { rows } = pasteAt(lines(['Ông', 'Danh Út', 'Trưởng phòng', 'Phòng Nội vụ', 'B2', '', '']), {
      into: cell(0, 3),
    });
    expect(rows[0]).to.include({ honorific: 'Ông', fullName: 'Danh Út', category: 'B2' });
  });

  it('drops a first column that only counts, from whatever number', () => {
    const { rows } = pasteAt(lines(['13', 'Ông', 'Danh Út'], ['14', 'Bà', 'Thạch Thị Sa Rây']));
    expect(rows[0]).to.include({ honorific: 'Ông', fullName: 'Danh Út' });
    expect(rows[1]).to.include({ honorific: 'Bà', fullName: 'Thạch Thị Sa Rây' });
  });

  it('keeps numbers that are phones', () => {
    const { rows } = pasteAt(lines(['900000011', 'ut@example.gov.vn']), { into: cell(0, 5) });
    expect(rows[0]).to.include({ phone: '900000011', email: 'ut@example.gov.vn' });
  });

  it('fills a selection with one value', () => {
    const { rows } = pasteAt('B2\r\n', { into: { top: 0, bottom: 2, left: 4, right: 4 } });
    expect(rows.map(({ category }) => category)).to.deep.equal(['B2', 'B2', 'B2']);
  });

  it('takes lines without tabs for one column, and semicolons for cells only where every line has them', () => {
    expect(pasteAt('Danh Út\nKim Sơn', { into: cell(0, 1) }).rows.map(({ fullName }) => fullName)).to.deep.equal([
      'Danh Út',
      'Kim Sơn',
    ]);
    expect(pasteAt('a@example.gov.vn; b@example.gov.vn', { into: cell(0, 6) }).rows[0]?.email).to.equal(
      'a@example.gov.vn; b@example.gov.vn',
    );
    expect(pasteAt('Ông;Danh Út;Trưởng phòng').rows[0]).to.include({ fullName: 'Danh Út', position: 'Trưởng phòng' });
  });

  it('makes one line of a cell that had several', () => {
    expect(pasteAt('"Phòng\nNội vụ"\tB2', { into: cell(0, 3) }).rows[0]).to.include({
      workplace: 'Phòng Nội vụ',
      category: 'B2',
    });
  });

  it('says what did not fit', () => {
    const { rows, cutRows, count } = pasteAt(lines(...inventedRows(5).map(({ fullName }) => [fullName])), {
      most: 3,
      into: cell(1, 1),
    });
    expect(rows).to.have.lengthOf(3);
    expect({ cutRows, count }).to.deep.equal({ cutRows: 3, count: 2 });
    expect(pasteAt(lines(Array.from({ length: 10 }, () => 'x'))).cutColumns).to.equal(2);
  });

  const list = [
    ['', 'A. LÃNH ĐẠO'],
    ['1', 'Ông', 'Danh Út', 'Trưởng phòng', 'Phòng Nội vụ', 'B2'],
    ['', 'PHÒNG TƯ PHÁP'],
    ['2', 'Bà', 'Thạch Thị Sa Rây', 'Chuyên viên', 'Phòng Tư pháp', 'B4'],
    ['', '', 'Tổng cộng: 2'],
    ['', '', 'Người lập biểu', '', 'Thủ trưởng đơn vị'],
  ];
  const nameOf = (rows: Rows) => rows.map(({ fullName }) => fullName);

  it('passes over groups, totals and signatures, and says how many', () => {
    const heading = ['STT', 'Ông/Bà', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Thành phần'];
    for (const table of [[heading, ...list], list, list.map((cells) => cells.slice(1))]) {
      const { rows, passedOver, count } = pasteAt(lines(...table));
      expect(nameOf(rows)).to.deep.equal(['Danh Út', 'Thạch Thị Sa Rây']);
      expect(rows[0]).to.include({ honorific: 'Ông', position: 'Trưởng phòng', category: 'B2' });
      expect({ passedOver, count }).to.deep.equal({ passedOver: 4, count: 2 });
    }
  });

  it('lays every line of a block that has no names in it, or nothing but titles', () => {
    const positions = [['Lãnh đạo đơn vị'], ['Tổng cộng'], ['Phòng Nội vụ']];
    const { rows, passedOver } = pasteAt(lines(...positions), { into: cell(0, 2) });
    expect(rows.map(({ position }) => position)).to.deep.equal(['Lãnh đạo đơn vị', 'Tổng cộng', 'Phòng Nội vụ']);
    expect(passedOver).to.equal(0);
    expect(nameOf(pasteAt(lines(['Phòng Nội vụ', '']), { into: cell(0, 1) }).rows)).to.deep.equal(['Phòng Nội vụ']);
  });

  it('of nothing is nothing', () => {
    expect(paste([], '\r\n', { into: cell(0, 0), most: 500 })).to.equal(undefined);
  });
});

describe('copying out of the grid', () => {
  const rows = [row({ fullName: 'Danh Út', position: 'Phó "thường trực"' }), row({ fullName: 'Kim Sơn' })];
  const block = { top: 0, bottom: 1, left: 1, right: 2 };

  it('gives what a spreadsheet reads', () => {
    expect(toTsv(rows, block)).to.equal('Danh Út\t"Phó ""thường trực"""\r\nKim Sơn\t');
  });

  it('comes back the same', () => {
    const back = pasteAt(toTsv(rows, block), { into: cell(0, 1) }).rows;
    expect(cellsOf(back, block)).to.deep.equal(cellsOf(rows, block));
  });
});
