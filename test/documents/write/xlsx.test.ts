import { expect } from 'chai';
import { readSheet } from 'read-excel-file/node';
import { writeXlsx } from '../../../server/documents/write/xlsx.ts';
import { group, sheetOf } from '../sample-sheet.ts';
import { unzip } from '../unzip.ts';

const people = [
  { number: 1, name: 'Ông Ngô Vĩnh Khởi', position: 'Chánh Thanh tra', note: '13 giờ 36' },
  { number: 2, name: 'Bà Đặng Thị Ngọc Quỳnh', position: 'Chủ tịch UBND', note: '0900 000 011' },
];
const sheet = sheetOf([group('I. ĐẠI BIỂU CẤP THÀNH PHỐ', people), group('II. HUYỆN CỜ ĐỎ', [])]);

/** Of every row, in points; 0 where it has none. */
const heightsOf = (page: string): number[] =>
  [...page.matchAll(/<row ([^>]*)>/g)].map(([, attributes = '']) => Number(/ht="([\d.]+)"/.exec(attributes)?.[1] ?? 0));

describe('a list as a workbook', () => {
  it('reads back as it was written: numbers as numbers, everything else as text', async () => {
    const rows = await readSheet(await writeXlsx(sheet));
    expect(rows).to.deep.include(['STT', 'Họ và tên', 'Chức vụ', 'Ghi chú']);
    expect(rows).to.deep.include([1, 'Ông Ngô Vĩnh Khởi', 'Chánh Thanh tra', '13 giờ 36']);
    expect(rows).to.deep.include([2, 'Bà Đặng Thị Ngọc Quỳnh', 'Chủ tịch UBND', '0900 000 011']);
  });

  it('has the heading before the table, and total, signatures and maker after it', async () => {
    const cells = (await readSheet(await writeXlsx(sheet))).flat().filter((cell) => cell !== null);
    expect(cells.slice(0, 7)).to.deep.equal(
      Object.values(sheet.heading).toSpliced(1, 2, ...['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'SỞ NỘI VỤ']),
    );
    expect(cells.slice(-7)).to.deep.equal([
      'Tổng số: 1 đại biểu (Một đại biểu).',
      'Cần Thơ, ngày 05 tháng 4 năm 2023',
      'Người lập biểu',
      'Xác nhận',
      '(Ký, họ tên)',
      '(Ký, họ tên)',
      'Kết xuất: An Nguyễn, 14:05 ngày 05/4/2023',
    ]);
  });

  it('starts with the issuer alone when there is no office above it', async () => {
    const [first] = await readSheet(await writeXlsx(sheetOf([], { superior: undefined })));
    expect(first?.[0]).to.equal('SỞ NỘI VỤ');
  });

  it('says so where a unit has nobody', async () => {
    const cells = (await readSheet(await writeXlsx(sheet))).map(([first]) => first);
    expect(cells[cells.indexOf('II. HUYỆN CỜ ĐỎ') + 1]).to.equal('Không có đại biểu');
  });

  it('prints on A4 as wide as the page, the header row on every page and frozen on the screen', async () => {
    const files = unzip(await writeXlsx(sheet));
    const page = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(page).to.contain('<pageSetUpPr fitToPage="1"/>');
    expect(page).to.contain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(page).to.match(/<pane ySplit="8"[^>]*state="frozen"\/>/);
    expect(files.get('xl/workbook.xml')).to.contain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Cụm 1\'!$8:$8</definedName>',
    );
    expect(files.get('xl/styles.xml')).to.contain('Times New Roman');
  });

  it('keeps the elements of a sheet in the order of ECMA-376, or Excel would call the file damaged', async () => {
    const page = unzip(await writeXlsx(sheet)).get('xl/worksheets/sheet1.xml') ?? '';
    const order = [
      'sheetPr',
      'sheetViews',
      'cols',
      'sheetData',
      'mergeCells',
      'pageMargins',
      'pageSetup',
      'headerFooter',
    ];
    const places = order.map((name) => page.indexOf(`<${name}`));
    expect(places).to.deep.equal([...places].sort((left, right) => left - right));
    expect(places).not.to.include(-1);
  });

  it('can stand upright', async () => {
    const page = unzip(await writeXlsx({ ...sheet, orientation: 'portrait' })).get('xl/worksheets/sheet1.xml');
    expect(page).to.contain('orientation="portrait"');
  });

  it('gives a row at least 9 mm, and more where a text takes several lines', async () => {
    const position = 'Phó Chủ tịch Hội đồng nhân dân kiêm Trưởng Ban Kinh tế - Xã hội Hội đồng nhân dân huyện';
    const long = { number: 3, name: 'Ông An', position, note: '' };
    const page = unzip(await writeXlsx(sheetOf([group('I. A', [...people, long])]))).get('xl/worksheets/sheet1.xml');
    const heights = heightsOf(page ?? '');
    expect(heights.slice(7, 12)).to.deep.equal([25.5, 15.75, 25.5, 25.5, 63]);
  });

  it('says of every row how high it is, where LibreOffice would cut off what does not fit', async () => {
    const name = 'ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ VÀ CÁC ĐƠN VỊ TRỰC THUỘC';
    const page = unzip(await writeXlsx(sheetOf([group('I. A', people)], { superior: name }))).get(
      'xl/worksheets/sheet1.xml',
    );
    const heights = heightsOf(page ?? '');
    const withText = (page ?? '').match(/<row [^>]*><c[^/]*><v>/g) ?? [];
    expect(withText.every((row) => row.includes(' ht='))).to.equal(true);
    expect(heights[0]).to.be.greaterThan(2 * 15);
  });
});
