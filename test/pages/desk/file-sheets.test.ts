import { expect } from 'chai';
import { type Answer, type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { fieldsOfForm } from '../../support/page-form.ts';
import { type Sheet, upload, workbookOf } from '../../support/upload.ts';

const LEADERS: Sheet = [
  ['DANH SÁCH LÃNH ĐẠO'],
  ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Thành phần', 'Điện thoại'],
  ['1', 'Bùi Nhựt Thoại', 'Chủ tịch UBND', 'UBND huyện', 'B1', '0900 000 011'],
];
/** In another order of columns, and without a phone. */
const STAFF: Sheet = [
  ['STT', 'Chức vụ', 'Họ và tên', 'Cơ quan', 'Thành phần'],
  ['1', 'Trưởng phòng', 'Lý Ngọc Xuyến', 'Phòng Nội vụ', 'B2'],
  ['2', 'Trưởng phòng', 'Danh Út', 'Phòng Y tế', 'B9'],
];

describe('a workbook of several sheets', () => {
  let app: TestApp;
  let binh: Client;
  let desk: string;
  beforeEach(async () => {
    app = await startApp();
    binh = await app.as('binh');
    desk = `/clusters/${app.cast.cluster(2)}/registrations`;
  });
  afterEach(() => app.close());

  const review = async (sheets: Record<string, Sheet>) =>
    await upload(binh, desk, { bytes: await workbookOf(sheets), name: 'Danh sach.xlsx' });
  const both = () => review({ 'Lãnh đạo': LEADERS, 'Công chức': STAFF, Trống: [] });
  const add = (page: Answer, more: Record<string, string> = {}) =>
    binh.post(`${desk}/check`, { ...fieldsOfForm(page.text, desk), ...more, addSheet: 'Công chức' });
  const names = (page: Answer) =>
    [...page.text.matchAll(/name="row\.\d+\.fullName" value="([^"]*)"/g)].map(([, name]) => wordsOf(name ?? ''));
  const numbers = (page: Answer) =>
    [...page.text.matchAll(/name="row\.\d+\.source" value="(\d+)"/g)].map(([, number]) => Number(number)).sort();

  it('says which sheet and heading row were read, and names the others that hold anything', async () => {
    const page = await both();
    expect(wordsOf(page.text)).to.include('Tệp “Danh sach.xlsx”, trang tính “Lãnh đạo”, dòng tiêu đề 2 · Cụm 2');
    expect(wordsOf(page.text)).to.include('Trang tính khác trong tệp, chưa đọc: “Công chức” (3 dòng)');
    expect(page.text).not.to.include('Trống');
    expect(names(page)).to.deep.equal(['Bùi Nhựt Thoại']);
  });

  it('adds another sheet by its own headings, keeps what was fixed, and sends both', async () => {
    const page = await add(await both(), { 'row.1.position': 'Phó Chủ tịch UBND' });
    expect(names(page)).to.have.members(['Bùi Nhựt Thoại', 'Lý Ngọc Xuyến', 'Danh Út']);
    expect(page.text).to.include('value="Phó Chủ tịch UBND"');
    expect(numbers(page), 'every row has a number of its own').to.deep.equal([102, 103, 3]);
    expect(wordsOf(page.text)).to.include('thêm trang tính “Công chức” (đánh số từ 101)').and.not.include('chưa đọc');
    const again = await add(page);
    expect(names(again), 'added once').to.have.lengthOf(3);
    const sent = await binh.post(desk, { ...fieldsOfForm(again.text, desk), onlyValid: '1' });
    expect(sent.status).to.equal(303);
    expect(wordsOf((await binh.get(desk)).text)).to.include('Huyện Thới Lai (2)');
  });

  it('compares all sheets that were added with the list', async () => {
    const first = await add(await both(), {});
    await binh.post(desk, { ...fieldsOfForm(first.text, desk), onlyValid: '1' });
    const again = await both();
    expect(wordsOf(again.text), 'the sheet alone').to.include('1 người không còn trong tệp');
    expect(wordsOf((await add(again)).text)).to.include('0 người thay đổi, 0 người không còn trong tệp');
  });

  it('reads another sheet instead, and the first one waits in its place', async () => {
    const page = await both();
    const fields = fieldsOfForm(page.text, `${desk}/table`);
    const other = await binh.post(`${desk}/table`, { ...fields, 'column.1': 'note', sheet: 'Công chức' });
    expect(names(other)).to.have.members(['Lý Ngọc Xuyến', 'Danh Út']);
    expect(wordsOf(other.text)).to.include('trang tính “Công chức”, dòng tiêu đề 1');
    expect(wordsOf(other.text)).to.include('chưa đọc: “Lãnh đạo” (3 dòng)');
  });

  it('says what an added sheet has no column for', async () => {
    const bare: Sheet = [
      ['Họ và tên', 'Chức vụ', 'Dân tộc'],
      ['Danh Út', 'Trưởng phòng', 'Khmer'],
    ];
    const page = await add(await review({ 'Lãnh đạo': LEADERS, 'Công chức': bare }));
    expect(wordsOf(page.text)).to.include('Trang tính “Công chức” không có cột: T. phần.');
    expect(wordsOf(page.text)).to.include('trang tính “Công chức”: Chưa dùng: “Dân tộc” (C).');
  });

  it('takes nobody out of a sheet that is no list, and says so', async () => {
    const cover: Sheet = [['Kính gửi Sở Nội vụ'], ['UBND huyện Thới Lai', 'gửi danh sách sau']];
    const page = await add(await review({ 'Lãnh đạo': LEADERS, 'Công chức': cover }));
    expect(names(page)).to.deep.equal(['Bùi Nhựt Thoại']);
    expect(wordsOf(page.text)).to.include('Trang tính “Công chức”: không thấy dòng tiêu đề trong 15 dòng đầu');
  });

  it('does not add a sheet that makes the list too long, and loses nothing', async () => {
    const long: Sheet = [STAFF[0] ?? [], ...Array.from({ length: 500 }, (_, at) => ['', 'Phó phòng', `Ngô Văn ${at}`])];
    const page = await add(await review({ 'Lãnh đạo': LEADERS, 'Công chức': long }));
    expect(names(page)).to.deep.equal(['Bùi Nhựt Thoại']);
    expect(wordsOf(page.text)).to.include('500');
  });

  it('carries no sheet along that is too long for the form, and says what to do', async () => {
    const long: Sheet = Array.from({ length: 700 }, (_, at) => [`${at}`, 'Ủy ban nhân dân huyện Thới Lai, thành phố']);
    const page = await review({ 'Lãnh đạo': LEADERS, 'Số liệu': [...long, ...long] });
    expect(wordsOf(page.text)).to.include('“Số liệu”: quá dài để đọc cùng');
    expect(page.text).not.to.include('name="addSheet"');
  });

  it('does not speak of the sheet that explains our template', async () => {
    const page = await review({ 'Đại biểu': LEADERS, 'Mã thành phần': [['Mã', 'Thành phần tham dự']] });
    expect(wordsOf(page.text)).not.to.include('Trang tính khác');
  });

  it('that are none of ours are refused', async () => {
    const table = JSON.stringify([{ row: 1, cells: ['Họ và tên', 'Chức vụ'] }]);
    for (const sheets of ['[', '{}', '[{"name":1}]', '[{"name":"A","shift":-1}]']) {
      expect((await binh.post(`${desk}/table`, { table, sheets })).status, sheets).to.equal(400);
    }
  });
});
