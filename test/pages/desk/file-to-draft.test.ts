import { expect } from 'chai';
import { draftOf } from '../../../db/lists/drafts.ts';
import { emptyRow, rowFields, type TypedRow } from '../../../server/domain/list/row.ts';
import { type Answer, type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRow } from '../../support/cast.ts';
import { fieldsOfForm } from '../../support/page-form.ts';
import { upload, workbookOf } from '../../support/upload.ts';

const HEADING = ['Ông/Bà', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Thành phần', 'Điện thoại', 'Email', 'Ghi chú'];
const row = (number: number, changes: Partial<TypedRow> = {}): TypedRow => ({
  ...emptyRow(),
  ...inventedRow(number),
  ...changes,
});

describe('from the review of a file back to the desk', () => {
  let app: TestApp;
  let binh: Client;
  let path: string;
  beforeEach(async () => {
    app = await startApp();
    binh = await app.as('binh');
    path = `/clusters/${app.cast.cluster(2)}`;
  });
  afterEach(() => app.close());

  const review = async (...rows: TypedRow[]) => {
    const sheet = [HEADING, ...rows.map((one) => rowFields.map((field) => one[field]))];
    return await upload(binh, `${path}/registrations`, { bytes: await workbookOf({ Sheet1: sheet }) });
  };
  const fields = (page: Answer) => fieldsOfForm(page.text, `${path}/registrations`);
  const back = (page: Answer, changes: Record<string, string> = {}) =>
    binh.post(`${path}/draft`, { ...fields(page), join: '1', ...changes });
  const keep = (rows: readonly unknown[]) => binh.postJson(`${path}/draft`, { rows, version: 0 });
  const draft = async () => {
    const list = { clusterId: app.cast.cluster(2), unitId: app.cast.unit('927') };
    return (await draftOf(app.context.db.read, list)).rows.map(({ fullName, phone }) => `${fullName} ${phone}`.trim());
  };
  const said = async () => wordsOf((await binh.get(`${path}/registrations`)).text);

  it('is a button, and takes the rows along as they were fixed', async () => {
    const page = await review(row(1), row(2, { category: 'B9' }));
    expect(page.text).to.match(/<button class="btn" name="join" value="1" formaction="[^"]*\/draft">/);
    const answer = await back(page, { 'row.1.fullName': 'Hồ Kim Lành' });
    expect(answer.location).to.equal(`${path}/registrations`);
    expect(await draft()).to.deep.equal([`Hồ Kim Lành ${row(1).phone}`, `${row(2).fullName} ${row(2).phone}`]);
    expect(await said()).to.include('Đã đưa 2 dòng vào bảng nhập. Danh sách chưa được gửi.');
  });

  it('adds to what is typed there, overwrites nothing, and adds nothing twice', async () => {
    await keep([row(1, { phone: '0900000099' }), row(2)]);
    const page = await review(row(1), row(2, { email: '' }), row(3));
    const joined = [
      `${row(1).fullName} 0900000099`,
      ...[row(2), row(1), row(3)].map((one) => `${one.fullName} ${one.phone}`),
    ];
    await back(page);
    expect(await draft(), 'another phone is for the clerk to decide').to.deep.equal(joined);
    expect(await said())
      .to.include('Đã đưa 2 dòng')
      .and.include('1 dòng không đưa thêm');
    await back(page);
    expect(await draft()).to.deep.equal(joined);
  });

  it('leaves out whoever is on the list already, changed or not', async () => {
    const first = await review(row(1), row(2));
    await binh.post(`${path}/registrations`, fields(first));
    await back(await review(row(1), row(2, { position: 'Chánh Văn phòng' }), row(3)));
    expect(await draft()).to.deep.equal([`${row(3).fullName} ${row(3).phone}`]);
  });

  it('with no room in the draft says so, keeps the review and changes nothing', async () => {
    await keep(Array.from({ length: 499 }, (_, index) => ({ fullName: `Ngô Nhựt ${index}` })));
    const answer = await back(await review(row(1), row(2)));
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.include('Bảng nhập không còn chỗ cho các dòng này');
    expect(answer.text).to.include(`value="${row(2).fullName}"`);
    expect(await draft()).to.have.lengthOf(499);
  });

  it('takes pasted rows along too, when the draft they were typed in has moved on', async () => {
    await keep([row(1)]);
    const text = rowFields.map((field) => row(2)[field]).join('\t');
    const stale = await binh.post(`${path}/registrations/check`, { text, draft: '0' });
    await back(stale);
    expect(await draft()).to.deep.equal([row(1), row(2)].map((one) => `${one.fullName} ${one.phone}`));
  });
});
