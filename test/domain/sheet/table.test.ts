import { expect } from 'chai';
import { readSheetTable } from '../../../server/domain/sheet/read-sheet-table.ts';
import {
  columnLetter,
  convertTable,
  findLegacyText,
  type TableRow,
  tableOfText,
} from '../../../server/domain/sheet/table.ts';

describe('a sheet in an old encoding', () => {
  const tcvn3: TableRow[] = [
    { row: 1, cells: ['danh s¸ch ®¹i biÓu'], fonts: ['.VnTimeH'] },
    { row: 3, cells: ['STT', 'Hä vµ tªn', 'Chøc vô'] },
    { row: 4, cells: ['II', 'HuyÖn Thíi Lai'] },
    { row: 5, cells: ['1', 'NguyÔn V¨n Hïng', 'Phã Chñ tÞch'] },
    { row: 6, cells: ['2', 'Trần Thị Ý', 'Chuyên viên'] },
    { row: 7, cells: ['', 'Tæng céng: 2'] },
  ];

  it('is found out, and nothing is changed before somebody agrees', () => {
    expect(findLegacyText(tcvn3)).to.deep.include({ encoding: 'tcvn3', count: 7 });
    expect(readSheetTable(tcvn3).rows.map(({ fullName }) => fullName)).to.include('NguyÔn V¨n Hïng');
  });

  it('has its columns found all the same', () => {
    expect(readSheetTable(tcvn3).columns.map(({ use }) => use)).to.deep.equal(['counter', 'fullName', 'position']);
  });

  it('is read like any other once it is converted', () => {
    const { rows, skipped } = readSheetTable(convertTable(tcvn3, 'tcvn3'));
    expect(rows.map(({ fullName, position, source }) => [fullName, position, source.row])).to.deep.equal([
      ['Nguyễn Văn Hùng', 'Phó Chủ tịch', 5],
      ['Trần Thị Ý', 'Chuyên viên', 6],
    ]);
    expect(skipped.map(({ text, why }) => [text, why])).to.deep.equal([
      ['DANH SÁCH ĐẠI BIỂU', 'above'],
      ['II · Huyện Thới Lai', 'group'],
      ['Tổng cộng: 2', 'total'],
    ]);
  });

  it('is no more one when it is converted', () => {
    expect(findLegacyText(convertTable(tcvn3, 'tcvn3'))).to.equal(undefined);
  });
});

describe('a table', () => {
  it('comes out of what was pasted too', () => {
    expect(tableOfText('Họ tên\tChức vụ\r\n\r\nLê Bảo\tChuyên viên')).to.deep.equal([
      { row: 1, cells: ['Họ tên', 'Chức vụ'] },
      { row: 2, cells: [''] },
      { row: 3, cells: ['Lê Bảo', 'Chuyên viên'] },
    ]);
    expect(tableOfText('a;b').map(({ cells }) => cells)).to.deep.equal([['a', 'b']]);
  });

  it('names its columns as spreadsheets do', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).to.deep.equal(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
