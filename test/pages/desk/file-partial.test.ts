import { expect } from 'chai';
import { draftOf } from '../../../db/lists/drafts.ts';
import { emptyRow, rowFields, type TypedRow } from '../../../server/domain/list/row.ts';
import { type Answer, type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRow } from '../../support/cast.ts';
import { fieldsOfForm } from '../../support/page-form.ts';
import { type Sheet, upload, workbookOf } from '../../support/upload.ts';

const HEADING = ['Ông/Bà', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Thành phần', 'Điện thoại', 'Email', 'Ghi chú'];
const row = (number: number, changes: Partial<TypedRow> = {}): TypedRow => ({
  ...emptyRow(),
  ...inventedRow(number),
  ...changes,
});
const cells = (one: TypedRow) => rowFields.map((field) => one[field]);

describe('a file that names only some of the list', () => {
  let app: TestApp;
  let binh: Client;
  let desk: string;
  beforeEach(async () => {
    app = await startApp();
    binh = await app.as('binh');
    desk = `/clusters/${app.cast.cluster(2)}/registrations`;
    await send(await review(...[1, 2, 3, 4, 5].map((number) => row(number))));
  });
  afterEach(() => app.close());

  const reviewSheet = async (sheet: Sheet) => await upload(binh, desk, { bytes: await workbookOf({ Sheet1: sheet }) });
  const review = (...rows: TypedRow[]) => reviewSheet([HEADING, ...rows.map(cells)]);
  const fields = (page: Answer) => fieldsOfForm(page.text, desk);
  const send = (page: Answer, more: Record<string, string> = {}) => binh.post(desk, { ...fields(page), ...more });
  const press = (page: Answer, button: Record<string, string>) =>
    binh.post(`${desk}/check`, { ...fields(page), ...button });
  const offeredToWithdraw = (page: Answer) => [...page.text.matchAll(/name="withdraw\.([\w-]+)"/g)].map(([, id]) => id);

  it('offers whoever is missing when it names at least half of it', async () => {
    expect(offeredToWithdraw(await review(row(1), row(2), row(3)))).to.have.lengthOf(2);
  });

  it('names fewer: nobody is offered before it is said that the file is the whole list', async () => {
    const page = await review(row(1), row(2), row(6));
    expect(wordsOf(page.text)).to.include('1 người mới, 0 người thay đổi.');
    expect(wordsOf(page.text)).to.include('3 người trong danh sách đã gửi không có trong tệp');
    expect(offeredToWithdraw(page)).to.deep.equal([]);
    const whole = await press(page, { covers: 'whole' });
    expect(offeredToWithdraw(whole)).to.have.lengthOf(3);
    expect(offeredToWithdraw(await press(whole, {})), 'stays said').to.have.lengthOf(3);
    const part = await press(whole, { covers: 'part' });
    expect(offeredToWithdraw(part), 'may be taken back').to.deep.equal([]);
  });

  it('withdraws nobody who was not offered, whatever is posted', async () => {
    const page = await review(row(1), row(6));
    const whole = await press(page, { covers: 'whole' });
    const [id = ''] = offeredToWithdraw(whole);
    const wanted = { [`withdraw.${id}`]: '1', withdrawReason: 'chuyển công tác' };
    const done = await binh.post(`${desk}/differences`, { ...fields(page), ...wanted });
    expect(wordsOf(done.text)).to.include('Không có gì thay đổi');
    const carried = await binh.post(`${desk}/differences`, { ...fields(whole), ...wanted });
    expect(wordsOf(carried.text)).to.include('rút 1 người');
  });

  describe('because it is the sheet of rows to fix', () => {
    const nameless = row(7, { fullName: '' });
    const postless = row(8, { position: '', category: 'B9' });
    const ERRORS = ['Dòng', ...HEADING, 'Lỗi'];
    const errorSheet = (...rows: TypedRow[]) =>
      reviewSheet([['CÁC DÒNG CẦN SỬA'], ERRORS, ...rows.map((one, at) => [`${at + 2}`, ...cells(one), 'Thiếu …'])]);
    const draft = async () => {
      const list = { clusterId: app.cast.cluster(2), unitId: app.cast.unit('927') };
      return (await draftOf(app.context.db.read, list)).rows;
    };
    beforeEach(async () => {
      await send(await review(row(6), nameless, postless), { onlyValid: '1' });
      expect(await draft()).to.have.lengthOf(2);
    });

    it('offers nobody, and does not ask', async () => {
      const page = await errorSheet(row(7), row(8));
      expect(wordsOf(page.text)).to.include('Tệp chỉ có các dòng cần sửa');
      expect(page.text).not.to.include('name="covers"');
      expect(offeredToWithdraw(page)).to.deep.equal([]);
      expect(offeredToWithdraw(await press(page, { covers: 'whole' }))).to.deep.equal([]);
    });

    it('takes the rows it fixes out of the draft', async () => {
      expect((await send(await errorSheet(row(7), row(8)))).status).to.equal(303);
      expect(await draft()).to.deep.equal([]);
    });

    it('half fixed keeps there what is still wrong, as it stands now and once', async () => {
      const half = row(8, { position: '' });
      for (const times of ['first', 'second']) {
        await send(await errorSheet(row(7), half), { onlyValid: '1' });
        const kept = (await draft()).map(({ fullName, category }) => [fullName, category]);
        expect(kept, times).to.deep.equal([[half.fullName, 'B2']]);
      }
    });
  });
});
