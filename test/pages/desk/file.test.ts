import { expect } from 'chai';
import readXlsxFile from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { fieldsOfForm } from '../../support/page-form.ts';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';

const HEADINGS = ['STT', 'Họ đệm', 'Tên', 'Chức danh', 'Cơ quan', 'T. phần', 'SĐT', 'E-mail'];
const PEOPLE = [
  ['1', 'Bùi Nhựt', 'Thoại', 'Chủ tịch UBND', 'UBND huyện Thới Lai', 'B1', '900000011', 'thoaibn@example.gov.vn'],
  ['2', 'Lâm Văn', 'Khởi', 'Văn phòng - Thống kê', 'UBND xã Định Môn', 'B7', '0900 000 025', ''],
];

const sheetOf = (rows: string[][]): Promise<Buffer> =>
  writeExcelFile(rows.map((row) => row.map((value) => ({ type: String, value })))).toBuffer();

describe('a list that comes as a file', () => {
  let app: TestApp;
  let binh: Client;
  let desk: string;

  before(async () => {
    app = await startApp();
    binh = await app.as('binh');
    desk = `/clusters/${app.cast.cluster(2)}/registrations`;
  });
  after(() => app.close());

  async function upload(client: Client, bytes: Buffer, name = 'danh sach.xlsx', path = desk) {
    const form = new FormData();
    form.set('unit', '');
    form.set('file', new Blob([new Uint8Array(bytes)]), name);
    const packed = new Response(form);
    return await client.send(`${path}/file`, {
      method: 'POST',
      headers: { 'content-type': packed.headers.get('content-type') ?? '' },
      body: Buffer.from(await packed.arrayBuffer()),
    });
  }

  const good = () =>
    sheetOf([['DANH SÁCH ĐẠI BIỂU'], [], HEADINGS, ['II. HUYỆN THỚI LAI'], ...PEOPLE, ['Tổng cộng: 2']]);

  it('shows its rows for review, the columns as they were read, and saves nothing', async () => {
    const answer = await upload(binh, await good());
    expect(answer.status).to.equal(200);
    const words = wordsOf(answer.text);
    expect(words).to.include('Chức vụ ← “Chức danh” (D)').and.include('Thành phần B7 chỉ dành cho đơn vị đăng cai');
    expect(words).to.include('2 dòng: 1 hợp lệ, 0 cảnh báo, 1 lỗi');
    expect(answer.text).to.include('value="Bùi Nhựt Thoại"');
    expect(wordsOf((await binh.get(desk)).text)).to.include('Huyện Thới Lai (0)');
  });

  it('names the columns it did not understand, with the choice of columns open', async () => {
    const rows = [
      ['Họ và tên', '', 'Chức vụ', 'T. phần', 'Dân tộc'],
      ['Danh Út', '0900 000 011', 'Trưởng phòng', 'B2', 'Khmer'],
    ];
    const { text } = await upload(binh, await sheetOf(rows));
    expect(wordsOf(text)).to.include('Chưa dùng: cột B, “Dân tộc” (E). Cột B cạnh họ và tên không có tiêu đề');
    expect(text).to.match(/<details open><summary>Sửa cột/);
    expect((await upload(binh, await good())).text).to.match(/<details><summary>Sửa cột/);
    const pasted = await binh.post(`${desk}/check`, { text: rows.map((cells) => cells.join('\t')).join('\n') });
    expect(wordsOf(pasted.text)).to.include('Chưa dùng: cột B, “Dân tộc” (E).').and.include('rồi dán lại');
  });

  it('keeps the given names of an official list, where the name is merged over two columns', async () => {
    const rows = [
      ['UBND HUYỆN THỚI LAI', '', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['STT', 'Họ và tên', '', 'Chức vụ', 'Đơn vị công tác', 'Thành phần'],
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ['I', 'LÃNH ĐẠO'],
      ['1', 'Bùi Nhựt', 'Thoại', 'Chủ tịch UBND', 'UBND huyện Thới Lai', 'B1'],
      ['', 'Tổng cộng: 1'],
      ['', 'NGƯỜI LẬP BIỂU'],
      ['', 'Lý Ngọc Xuyến'],
    ];
    expect((await upload(binh, await sheetOf(rows))).text).to.include('value="Bùi Nhựt Thoại"');
  });

  it('is read again with the columns as somebody corrected them', async () => {
    const table = JSON.stringify([
      { row: 1, cells: ['Ai', 'Làm gì', 'Mã'] },
      { row: 2, cells: ['Danh Út', 'Trưởng phòng', 'B2'] },
    ]);
    const columns = { 'column.0': 'fullName', 'column.1': 'position', 'column.2': 'category' };
    const answer = await binh.post(`${desk}/table`, { table, encoding: 'keep', ...columns });
    expect(answer.status).to.equal(200);
    expect(answer.text).to.include('value="Danh Út"');
  });

  it('asks before it converts an old encoding, and converts when told to', async () => {
    const old = await sheetOf([HEADINGS, ['1', 'NguyÔn V¨n', '§øc', 'Tr­ëng phßng', 'Phßng Néi vô', 'B2', '', '']]);
    const question = await upload(binh, old);
    expect(wordsOf(question.text)).to.include('TCVN3').and.include('Nguyễn Văn');
    const table = /name="table" value="([^"]*)"/.exec(question.text)?.[1] ?? '';
    const carried = wordsOf(table);
    const converted = await binh.post(`${desk}/table`, { table: carried, encoding: 'tcvn3' });
    expect(converted.text).to.include('value="Nguyễn Văn Đức"');
    const kept = await binh.post(`${desk}/table`, { table: carried, encoding: 'keep' });
    expect(kept.text).not.to.include('value="Nguyễn Văn Đức"');
  });

  it('comes again: shows who is new, changed and gone, and changes nothing by itself', async () => {
    const rows = [
      ['1', 'Danh', 'Út', 'Trưởng phòng', 'Phòng Nội vụ', 'B2', '0900 000 013', 'ut@example.gov.vn'],
      ['2', 'Kim', 'Sơn', 'Trưởng phòng', 'Phòng Y tế', 'B2', '0900 000 014', 'son@example.gov.vn'],
    ];
    const form = {
      text: ['1', '2']
        .map((_, index) =>
          ['Ông', `${rows[index]?.[1]} ${rows[index]?.[2]}`, ...(rows[index]?.slice(3) ?? [])].join('\t'),
        )
        .join('\n'),
    };
    expect((await binh.post(desk, form)).status).to.equal(303);
    const again = await upload(
      binh,
      await sheetOf([HEADINGS, [...(rows[0] ?? []).slice(0, 6), '0900 000 099', 'ut@example.gov.vn'], PEOPLE[0] ?? []]),
    );
    const words = wordsOf(again.text);
    expect(words).to.include('1 người mới, 1 người thay đổi, 1 người không còn trong tệp');
    expect(words).to.match(/Điện thoại: 0900 ?000 ?013 → 0900 ?000 ?099/);
    expect(wordsOf((await binh.get(desk)).text))
      .to.include('Huyện Thới Lai (2)')
      .and.include('0900 000 013');
    const broken = [...(rows[1] ?? []).slice(0, 5), 'B9', '', ''];
    const half = await upload(binh, await sheetOf([HEADINGS, rows[0] ?? [], broken]));
    expect(wordsOf(half.text)).to.include('0 người mới, 0 người thay đổi, 0 người không còn trong tệp');
    const same = await upload(binh, await sheetOf([HEADINGS, ...rows]));
    expect(wordsOf(same.text)).to.include('0 người mới, 0 người thay đổi, 0 người không còn trong tệp');
  });

  it('gives the rows with errors back as a sheet, with what is wrong', async () => {
    const row = { fullName: 'Lâm Văn Khởi', position: 'Thống kê', category: 'B7', source: '12' };
    const fields = Object.entries(row).map(([field, value]) => [`row.1.${field}`, value]);
    const answer = await download(`${desk}/error-rows`, { lines: '1', ...Object.fromEntries(fields) });
    const text = JSON.stringify(await readXlsxFile(answer));
    expect(text).to.include('Lâm Văn Khởi').and.include('chỉ dành cho đơn vị đăng cai');
    expect(text, 'by the number of the file').to.match(/\[12,|"12"/);
  });

  describe('without a heading that can be found', () => {
    const titles = Array.from({ length: 15 }, (_, at) => [`Giới thiệu ${at}`]);

    it('takes no title for a person: it says so and asks for the columns', async () => {
      const answer = await upload(binh, await sheetOf([...titles, HEADINGS, ...PEOPLE]));
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Không thấy dòng tiêu đề trong 15 dòng đầu').and.include('0 dòng');
      expect(answer.text).to.match(/<details open><summary>Sửa cột/);
      const fields = fieldsOfForm(answer.text, `${desk}/table`);
      const columns = {
        'column.1': 'fullName',
        'column.2': 'fullName',
        'column.3': 'position',
        'column.5': 'category',
      };
      const read = await binh.post(`${desk}/table`, { ...fields, ...columns });
      expect(wordsOf(read.text)).to.include('2 dòng: 1 hợp lệ, 0 cảnh báo, 1 lỗi');
      expect(read.text).not.to.include('value="Giới thiệu');
    });

    it('is read in the order of the template when people stand there', async () => {
      const rows = [['Ông', 'Danh Út', 'Trưởng phòng', 'Phòng Nội vụ', 'B2', '0900 000 013']];
      const answer = await upload(binh, await sheetOf(rows));
      expect(answer.status).to.equal(200);
      expect(answer.text).to.include('value="Danh Út"');
    });

    it('and without columns at all is refused as no list', async () => {
      const answer = await upload(binh, Buffer.from('Kính gửi Sở Nội vụ\nĐơn vị gửi danh sách sau\n'), 'thu.csv');
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Tệp này không có các cột của một danh sách');
    });
  });

  it('offers a template with the codes of the unit', async () => {
    const sheet = JSON.stringify(await readXlsxFile(await download(`${desk}/template.xlsx`)));
    expect(sheet).to.include('DANH SÁCH ĐẠI BIỂU ĐĂNG KÝ').and.include('Huyện Thới Lai');
  });

  async function download(path: string, form?: Record<string, string>): Promise<Buffer> {
    const cookie = [...binh.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(app.url + path, {
      method: form ? 'POST' : 'GET',
      headers: { cookie },
      ...(form && { body: new URLSearchParams(form) }),
    });
    expect(response.status).to.equal(200);
    return Buffer.from(await response.arrayBuffer());
  }

  const refusals: [string, string, () => Promise<Buffer> | Buffer, string][] = [
    ['a picture', 'anh.xlsx', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'không phải là tệp Excel'],
    ['an old .xls', 'cu.xls', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'lưu lại dạng .xlsx'],
    ['more than 2 MB', 'to.csv', () => Buffer.alloc(2_200_000, 97), 'Tệp lớn hơn 2 MB'],
    ['JSON', 'ds.csv', () => Buffer.from('{"a":1}'), 'không phải là tệp Excel'],
    ['nothing', 'trong.xlsx', () => Buffer.alloc(0), 'Tệp không có dòng nào'],
    ['half a file', 'nua.xlsx', async () => (await good()).subarray(0, 900), 'Tệp bị hỏng'],
  ];
  for (const [what, name, bytes, sentence] of refusals) {
    it(`${what}: refused beside the field, nothing saved`, async () => {
      const answer = await upload(binh, await bytes(), name);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include(sentence);
    });
  }

  it('is no way into another cluster', async () => {
    const foreign = `/clusters/${app.cast.cluster(1)}/registrations`;
    expect((await upload(binh, await good(), 'a.xlsx', foreign)).status).to.equal(404);
    expect((await binh.get(`${foreign}/template.xlsx`)).status).to.equal(404);
  });

  it('a table that is none of ours is refused', async () => {
    for (const table of ['', '[', '{"a":1}', '[{"row":0,"cells":[]}]']) {
      expect((await binh.post(`${desk}/table`, { table })).status, table).to.equal(400);
    }
  });

  it('a body that is no form at all is refused with a sentence', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const answer = await binh.send(`${desk}/file`, { method: 'POST', headers, body: 'no boundary here' });
    expect(answer.status).to.be.oneOf([400, 422]);
  });
});
