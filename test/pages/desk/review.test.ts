import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { emptyRow, type TypedRow } from '../../../server/domain/list/row.ts';
import { type Answer, type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { cellsOf, inventedRow } from '../../support/cast.ts';
import { fieldsOfForm } from '../../support/page-form.ts';

const FIELDS = ['honorific', 'fullName', 'position', 'workplace', 'category', 'phone', 'email'] as const;

const row = (number: number, changes: Partial<TypedRow> = {}): TypedRow => ({
  ...emptyRow(),
  ...inventedRow(number),
  ...changes,
});

describe('the review of a list', () => {
  let app: TestApp;
  let binh: Client;
  let desk: string;
  beforeEach(async () => {
    app = await startApp();
    binh = await app.as('binh');
    desk = `/clusters/${app.cast.cluster(2)}/registrations`;
  });
  afterEach(() => app.close());

  const pasted = (...rows: TypedRow[]) => ({
    text: rows.map((one) => FIELDS.map((field) => one[field]).join('\t')).join('\n'),
  });
  const check = (...rows: TypedRow[]) => binh.post(`${desk}/check`, pasted(...rows));
  /** Presses a button of the page that checks again. */
  const press = (page: Answer, button: Record<string, string>, client = binh) =>
    client.post(`${desk}/check`, { ...fieldsOfForm(page.text, desk), ...button });
  const send = (page: Answer, more: Record<string, string> = {}) =>
    binh.post(desk, { ...fieldsOfForm(page.text, desk), ...more });
  const names = async () => {
    const rows = await app.context.db.read.selectFrom('delegate').select(['full_name']).orderBy('full_name').execute();
    return rows.map((one) => one.full_name);
  };

  describe('quick fixes', () => {
    const shouting = [row(1, { fullName: 'DANH ÚT' }), row(2), row(3, { fullName: 'KIM SA' })];

    it('stand together with how many rows they fix, and fix them at one press', async () => {
      const page = await check(...shouting);
      expect(wordsOf(page.text)).to.include('Viết hoa chữ đầu họ tên').and.include('Nhận cả 2');
      expect(wordsOf(page.text)).to.include('3 dòng: 1 hợp lệ, 2 cảnh báo, 0 lỗi.');
      const fixed = await press(page, { fix: 'name_capitals' });
      expect(fixed.text).to.include('value="Danh Út"').and.include('value="Kim Sa"');
      expect(wordsOf(fixed.text)).to.include('3 dòng: 3 hợp lệ, 0 cảnh báo, 0 lỗi.').and.include('Đã làm với 2 dòng');
    });

    it('put the category of a double line into the one that is written', async () => {
      const page = await check(row(1, { category: 'B2' }), row(1, { category: 'B4' }));
      const words = wordsOf(page.text);
      expect(words).to.include('Thành phần B4 của dòng này không được ghi, vì người này ghi theo dòng 1');
      expect(words).to.include('Thêm B4 vào dòng 1');
      const value = /name="fix" value="(category_left_out[^"]*@1)"/.exec(page.text)?.[1]?.replace('&gt;', '>') ?? '';
      const fixed = await press(page, { fix: value });
      expect(fixed.text).to.include('value="B2, B4"').and.not.include('Thêm B4 vào dòng 1');
      expect((await send(fixed)).status).to.equal(303);
      const others = await app.context.db.read.selectFrom('registration_category').selectAll().execute();
      expect([(await names()).length, others.length]).to.deep.equal([1, 1]);
    });

    it('are given back as they were typed, also after another check', async () => {
      const fixed = await press(await check(...shouting), { fix: 'name_capitals' });
      const again = await press(fixed, {});
      const undone = await press(again, { undo: 'name_capitals' });
      expect(undone.text).to.include('value="DANH ÚT"').and.include('value="KIM SA"');
      expect(wordsOf(undone.text)).to.include('Nhận cả 2').and.not.include('Đã làm với');
    });

    it('fix one row alone from beside the row', async () => {
      const page = await press(await check(...shouting), { fix: 'name_capitals@3' });
      expect(page.text).to.include('value="DANH ÚT"').and.include('value="Kim Sa"');
    });

    it('fix an error, so that the list can be sent', async () => {
      const page = await check(row(1, { email: 'danh @example,gov.vn' }), row(2, { category: 'B 2' }));
      expect((await send(page)).status).to.equal(422);
      const once = await press(page, { fix: 'email_invalid' });
      const fixed = await press(once, { fix: 'category_unknown:B 2>B2' });
      expect((await send(fixed)).status).to.equal(303);
      expect(await names()).to.have.length(2);
    });

    it('of a long cell are given back too, and one that cannot be read takes no other with it', async () => {
      const typed = `B${' '.repeat(400)}2`;
      const page = await press(await check(row(1), row(2, { fullName: 'DANH ÚT' })), { 'row.1.category': typed });
      const fixed = await press(page, { fix: `category_unknown:${typed}>B2` });
      const both = await press(fixed, { fix: 'name_capitals' });
      const { done = '' } = fieldsOfForm(both.text, desk);
      const broken = JSON.stringify([{ key: 1 }, ...(JSON.parse(done) as unknown[])]);
      const undone = await press(both, { done: broken, undo: `category_unknown:${typed}>B2` });
      expect(undone.text).to.include(`value="${typed}"`).and.include('value="Danh Út"');
      expect(wordsOf(undone.text)).to.include('Đã làm với 1 dòng');
    });

    it('are not offered for whoever is on the list already', async () => {
      await send(await check(row(1, { fullName: 'Danh Út' })));
      const page = await check(row(1, { fullName: 'DANH ÚT' }), row(2));
      expect(wordsOf(page.text)).to.include('1 đã có trong danh sách').and.not.include('Viết hoa chữ đầu họ tên');
      const pressed = await press(page, { fix: 'name_capitals' });
      expect(pressed.text).to.include('value="DANH ÚT"').and.not.include('value="Danh Út"');
    });

    it('say what they would write, where nothing is written by itself', async () => {
      const page = await check(row(1, { phone: '0900 000 011 / 0900 000 012' }), row(2, { fullName: 'DANH ÚT' }));
      expect(wordsOf(page.text)).to.include('Đổi thành 0900 000 011').and.include('Đúng');
    });

    it('asked for with nonsense change nothing and lose nothing', async () => {
      const page = await check(...shouting);
      for (const button of [
        { fix: '@' },
        { fix: 'constructor' },
        { undo: '__proto__' },
        { done: '[{' },
        { done: '{}' },
      ]) {
        const answer = await press(page, button);
        expect(answer.status, JSON.stringify(button)).to.equal(200);
        expect(answer.text).to.include('value="DANH ÚT"');
      }
    });

    it('leave "Ông" where it is the family name', async () => {
      const page = await check(row(1, { fullName: 'Ông Cao Đạt' }));
      expect(wordsOf(page.text)).to.include('Bỏ “Ông”, “Bà”');
      const kept = await press(page, { 'row.1.keepsName': '1' });
      expect(wordsOf(kept.text)).to.include('Giữ tên như đã nhập').and.not.include('Bỏ “Ông”, “Bà”');
      expect((await send(kept)).status).to.equal(303);
      expect(await names()).to.deep.equal(['Ông Cao Đạt']);
      const again = await check(row(1, { fullName: 'Ông Cao Đạt' }));
      expect(wordsOf(again.text)).to.include('1 đã có trong danh sách');
    });
  });

  describe('lines with an error', () => {
    it('stay in the grid when the others are sent, once however often they are', async () => {
      const page = await check(row(1), row(2, { category: 'B9' }), row(3, { fullName: '' }));
      for (const times of ['first', 'second']) {
        expect((await send(page, { onlyValid: '1' })).status, times).to.equal(303);
        const after = await binh.get(desk);
        if (times === 'first') expect(wordsOf(after.text)).to.include('2 dòng lỗi được giữ trong bảng nhập để sửa.');
        expect(after.text.match(/value="B9"/g)).to.have.length(1);
        expect(fieldsOfForm(after.text, `${desk}/check`)).to.include({
          'row.1.category': 'B9',
          'row.2.email': row(3).email,
        });
      }
      expect(await names()).to.deep.equal([row(1).fullName]);
    });

    it('come after what was in the draft before', async () => {
      await binh.postJson(`/clusters/${app.cast.cluster(2)}/draft`, { rows: [row(8)], version: 0 });
      const page = await check(row(1), row(2, { category: 'B9' }));
      await send(page, { onlyValid: '1' });
      const fields = fieldsOfForm((await binh.get(desk)).text, `${desk}/check`);
      expect(fields).to.include({ 'row.1.fullName': row(8).fullName, 'row.2.fullName': row(2).fullName });
    });

    it('are not lost when the draft has no room for them: nothing is sent, and the page says why', async () => {
      const draft = Array.from({ length: 499 }, (_, index) => ({ fullName: `Ngô Nhựt ${index}` }));
      await binh.postJson(`/clusters/${app.cast.cluster(2)}/draft`, { rows: draft, version: 0 });
      const page = await check(row(1), row(2, { category: 'B9' }), row(3, { fullName: '' }));
      const full = await send(page, { onlyValid: '1' });
      expect(full.status).to.equal(422);
      expect(wordsOf(full.text)).to.include('Bảng nhập không còn chỗ');
      expect(full.text).to.include('value="B9"');
      expect(await names()).to.deep.equal([]);
      expect((await send(await check(row(1), row(2, { category: 'B9' })), { onlyValid: '1' })).status).to.equal(303);
    });

    it('of a script are told to the script, and kept nowhere', async () => {
      const path = `/api/v1${desk}`;
      const wrong = cellsOf(row(2, { category: 'B9' }));
      const { status } = await binh.postJson(path, { rows: [wrong], onlyValid: true });
      expect(status).to.be.oneOf([200, 201, 422]);
      expect((await binh.get(desk)).text).not.to.include('value="B9"');
    });
  });

  describe('a line left out', () => {
    it('stays at hand, its number and the numbers of the others stay too', async () => {
      const page = await press(await check(row(1), row(2, { position: '' }), row(3, { category: 'B9' })), {
        'row.2.omit': '1',
      });
      expect(wordsOf(page.text))
        .to.include('1 dòng đã bỏ, không gửi')
        .and.include(`Dòng 2: ${row(2).honorific}`);
      expect(fieldsOfForm(page.text, desk)).to.include({ 'row.2.source': '3', 'row.3.source': '2', 'row.3.omit': '1' });
      const back = await press(page, { restore: '3' });
      expect(wordsOf(back.text)).to.include('3 dòng:').and.not.include('đã bỏ, không gửi');
    });

    it('comes back where it stood: the order of the list is that of rank', async () => {
      const out = await press(await check(row(1), row(2), row(3)), { 'row.2.omit': '1' });
      const back = await press(out, { restore: '3' });
      await send(back);
      const rows = await app.context.db.read
        .selectFrom('registration')
        .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
        .select('delegate.full_name')
        .orderBy('registration.list_order')
        .execute();
      expect(rows.map((one) => one.full_name)).to.deep.equal([1, 2, 3].map((number) => row(number).fullName));
    });

    it('stays in the draft it was typed in', async () => {
      const page = await binh.post(`${desk}/check`, { ...pasted(row(1), row(2)), draft: '0' });
      await press(page, { 'row.1.omit': '1' });
      const fields = fieldsOfForm((await binh.get(desk)).text, `${desk}/check`);
      expect(fields).to.include({ 'row.1.fullName': row(1).fullName, 'row.2.fullName': row(2).fullName });
    });

    it('is not sent', async () => {
      const page = await press(await check(row(1), row(2, { position: '' })), { 'row.2.omit': '1' });
      expect((await send(page)).status).to.equal(303);
      expect(await names()).to.deep.equal([row(1).fullName]);
    });

    it('may be the only one', async () => {
      const page = await press(await check(row(1, { position: '' })), { 'row.1.omit': '1' });
      expect(page.status).to.equal(200);
      expect(wordsOf((await press(page, { restore: '1' })).text)).to.include('1 dòng: 0 hợp lệ, 0 cảnh báo, 1 lỗi.');
    });
  });

  it('says that a list pasted out of an old font was put in Unicode', async () => {
    const bytes = readFileSync('test/fixtures/tcvn3.csv');
    const text = new TextDecoder('windows-1252').decode(bytes).replaceAll(';', '\t');
    expect(wordsOf((await binh.post(`${desk}/check`, { text })).text)).to.include('bảng mã cũ TCVN3 (ABC)');
    expect(wordsOf((await check(row(1))).text)).not.to.include('bảng mã cũ');
  });

  it('says how many pasted lines are no delegates, also when the list is sent or saved at once', async () => {
    const text = ['II. HUYỆN THỚI LAI', pasted(row(1)).text, 'Tổng cộng: 1 đại biểu'].join('\n');
    for (const path of [desk, `/clusters/${app.cast.cluster(2)}/draft`]) {
      expect((await binh.post(path, { text, draft: '0' })).status).to.equal(303);
      expect(wordsOf((await binh.get(desk)).text)).to.include('2 dòng dán không phải đại biểu đã được bỏ qua.');
    }
  });

  it('takes a list as long as may be, with everything that has been said of it', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => row(index));
    const page = await binh.post(`${desk}/check`, pasted(...rows));
    const answers = Object.fromEntries(
      rows.flatMap((_, index) =>
        ['anotherPerson', 'keepsName', 'omit'].map((answer) => [`row.${index + 1}.${answer}`, '1']),
      ),
    );
    const fields = { ...fieldsOfForm(page.text, desk), ...answers };
    expect(Object.keys(fields).length).to.be.above(6000);
    expect((await binh.post(`${desk}/check`, fields)).status).to.equal(200);
  });

  it('asks nothing more of namesakes once it was said that they are two people', async () => {
    const twins = [row(1), row(1, { position: 'Phó Trưởng phòng' })];
    const page = await check(...twins);
    expect(wordsOf(page.text)).to.include('2 dòng: 1 hợp lệ, 1 cảnh báo, 0 lỗi.');
    const answered = await press(page, { 'row.2.anotherPerson': '1' });
    expect(wordsOf(answered.text)).to.include('2 dòng: 2 hợp lệ, 0 cảnh báo, 0 lỗi.');
    expect(fieldsOfForm(answered.text, desk)).to.include({ 'row.2.anotherPerson': '1' });
  });

  it('says of rows that are on the list that there is nothing to do', async () => {
    await send(await check(row(1), row(2)));
    const page = await check(row(1), row(2));
    expect(wordsOf(page.text)).to.include('2 đã có trong danh sách').and.include('Không có dòng mới để gửi.');
    expect(page.text).not.to.include('Gửi 2');
  });

  describe('of a file that comes again', () => {
    const HEADING = 'Ông/Bà;Họ và tên;Chức vụ;Đơn vị;Thành phần;Điện thoại;Email';
    async function upload(rows: readonly TypedRow[], client = binh, unit = ''): Promise<Answer> {
      const text = [HEADING, ...rows.map((one) => FIELDS.map((field) => one[field]).join(';'))].join('\n');
      const form = new FormData();
      form.set('unit', unit);
      form.set('file', new Blob([`\ufeff${text}\n`]), 'danh sach.csv');
      const packed = new Response(form);
      return await client.send(`${desk}/file`, {
        method: 'POST',
        headers: { 'content-type': packed.headers.get('content-type') ?? '' },
        body: Buffer.from(await packed.arrayBuffer()),
      });
    }
    const carryOut = (page: Answer, changes: Record<string, string | undefined> = {}, client = binh) => {
      const fields: Record<string, string | undefined> = { ...fieldsOfForm(page.text, desk), ...changes };
      const kept = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
      return client.post(`${desk}/differences`, Object.fromEntries(kept));
    };
    const ticks = (page: Answer, what: 'correct' | 'withdraw') =>
      [...page.text.matchAll(new RegExp(`name="${what}\\.([\\w-]+)"`, 'g'))].map(([, id = '']) => id);
    const stored = async () => {
      const rows = await app.context.db.read
        .selectFrom('registration')
        .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
        .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
        .select(['delegate.full_name', 'delegate.position', 'delegate.phone', 'withdrawal.reason'])
        .orderBy('registration.list_order')
        .execute();
      return rows.map((one) => [one.full_name, one.position, one.reason ?? '']);
    };

    const before = [row(1), row(2), row(3)];
    const promoted = row(1, { position: 'Chánh Văn phòng' });
    const after = [promoted, row(2), row(4)];
    beforeEach(async () => {
      expect((await send(await upload(before))).status).to.equal(303);
    });

    it('shows who changed and who is gone, and writes nothing until told to', async () => {
      const page = await upload(after);
      expect(wordsOf(page.text)).to.include('1 người mới, 1 người thay đổi, 1 người không còn trong tệp');
      expect(ticks(page, 'correct')).to.have.length(1);
      expect(ticks(page, 'withdraw')).to.have.length(1);
      expect(await stored()).to.deep.equal(before.map((one) => [one.fullName, one.position, '']));
    });

    it('takes somebody with another post for the same person, not for one more', async () => {
      expect((await send(await upload(after))).status).to.equal(303);
      expect((await stored()).map(([name]) => name)).to.deep.equal([...before, row(4)].map((one) => one.fullName));
    });

    it('unless it is said that they are two people', async () => {
      const page = await press(await upload(after), { 'row.1.anotherPerson': '1' });
      expect((await send(page)).status).to.equal(303);
      expect((await stored()).filter(([name]) => name === row(1).fullName)).to.have.length(2);
    });

    it('corrects and withdraws what is ticked, keeps the rows on the page, and can be sent twice', async () => {
      const page = await upload(after);
      const [gone = ''] = ticks(page, 'withdraw');
      const wanted = { [`withdraw.${gone}`]: '1', withdrawReason: 'chuyển công tác' };
      for (const said of ['Đã sửa 1 người, rút 1 người.', 'Không có gì thay đổi']) {
        const done = await carryOut(page, wanted);
        expect(done.status).to.equal(200);
        expect(wordsOf(done.text)).to.include(said).and.include('1 người mới, 0 người thay đổi, 0 người không còn');
        expect(done.text).to.include(`value="${row(4).fullName}"`);
      }
      const list = [
        [promoted.fullName, promoted.position, ''],
        [row(2).fullName, row(2).position, ''],
        [row(3).fullName, row(3).position, 'chuyển công tác'],
      ];
      expect(await stored()).to.deep.equal(list);
      const done = await carryOut(page, wanted);
      expect((await send(done)).status).to.equal(303);
      expect(await stored()).to.deep.equal([...list, [row(4).fullName, row(4).position, '']]);
      const same = await upload(after);
      expect(wordsOf(same.text)).to.include('Không có dòng mới để gửi.');
      expect(ticks(same, 'correct')).to.deep.equal([]);
    });

    it('takes a name that was kept as it was meant for the same person', async () => {
      const kept = row(5, { fullName: 'Ông Cao Đạt' });
      await send(await press(await upload([...before, kept]), { 'row.4.keepsName': '1' }));
      const page = await upload([...before, { ...kept, position: 'Chánh Thanh tra' }]);
      expect(wordsOf(page.text)).to.include('0 người mới, 1 người thay đổi, 0 người không còn trong tệp');
      await carryOut(page);
      expect((await stored()).at(-1)).to.deep.equal(['Ông Cao Đạt', 'Chánh Thanh tra', '']);
    });

    it('compares whoever left and came back like everybody', async () => {
      const [{ id = '' } = {}] = await app.context.db.read
        .selectFrom('registration')
        .select('id')
        .orderBy('list_order')
        .execute();
      await binh.post(`/registrations/${id}/withdraw`, { reason: 'bận họp' });
      await send(await press(await upload(before), { 'row.1.comesAgain': '1' }));
      const page = await upload([row(1, { position: 'Chánh Văn phòng' }), row(2), row(3)]);
      expect(wordsOf(page.text)).to.include('0 người mới, 1 người thay đổi, 0 người không còn trong tệp');
      expect(wordsOf(page.text)).to.include('Không có dòng mới để gửi.');
    });

    it('corrects by the organiser’s reason what only a host may have', async () => {
      const an = await app.as('an');
      const unit = app.cast.unit('927');
      const overrideReason = 'Giám đốc đồng ý';
      const page = await upload([row(1, { category: 'B7' }), row(2), row(3)], an, unit);
      const [changed = ''] = ticks(await press(page, { overrideReason }, an), 'correct');
      expect(changed).not.to.equal('');
      const answer = await carryOut(await press(page, { overrideReason }, an), {}, an);
      expect(wordsOf(answer.text)).to.include('Đã sửa 1 người, rút 0 người.');
    });

    it('takes an empty phone for nothing said, not for a change', async () => {
      const page = await upload([row(1, { phone: '', email: '' }), row(2), row(3)]);
      expect(wordsOf(page.text)).to.include('0 người mới, 0 người thay đổi, 0 người không còn trong tệp');
      expect(ticks(page, 'correct')).to.deep.equal([]);
    });

    describe('with a name spelt anew', () => {
      const renamed = row(3, { fullName: 'Quách Nhựt Thoại Vỹ', position: 'Phó Trưởng phòng' });
      const anew = [row(1), row(2), renamed];
      const nameIn = (page: Answer) => /name="rename\.([\w-]+)" value="([^"]*)"/.exec(page.text) ?? [];

      it('asks whether it is the same person, and by itself leaves both as they are', async () => {
        const page = await upload(anew);
        expect(wordsOf(page.text)).to.include('Có thể là cùng một người, sửa họ tên (1)');
        expect(nameIn(page)).to.have.lengthOf(3);
        expect(page.text).not.to.match(/name="rename\.[^>]*checked/);
        expect((await send(page)).status).to.equal(303);
        expect((await stored()).map(([name]) => name)).to.deep.equal([...before, renamed].map((one) => one.fullName));
      });

      it('corrects the name when it is said, writes nobody new and withdraws nobody', async () => {
        const page = await upload(anew);
        const [, id = '', seen = ''] = nameIn(page);
        const wanted = { [`rename.${id}`]: seen, [`withdraw.${id}`]: '1', withdrawReason: 'nhầm' };
        const done = await carryOut(page, wanted);
        expect(wordsOf(done.text)).to.include('Đã sửa 1 người, rút 0 người.').and.include('Không có dòng mới để gửi.');
        const list = [row(1), row(2), renamed].map((one) => [one.fullName, one.position, '']);
        expect(await stored()).to.deep.equal(list);
        expect(wordsOf((await upload(anew)).text)).to.include('0 người mới, 0 người thay đổi, 0 người không còn');
      });

      it('overwrites nobody whom somebody has changed meanwhile, and takes no other row for them', async () => {
        const page = await upload(anew);
        const [, id = '', seen = ''] = nameIn(page);
        await carryOut(page, { [`rename.${id}`]: seen.replace(/^\d+/, '99') });
        await carryOut(page, { [`rename.${id}`]: `${seen}x` });
        expect((await stored()).map(([name]) => name)).to.deep.equal(before.map((one) => one.fullName));
      });
    });

    it('asks for a reason to withdraw, and for somebody to be ticked', async () => {
      const page = await upload(after);
      const [gone = ''] = ticks(page, 'withdraw');
      const [changed = ''] = ticks(page, 'correct');
      const silent = await carryOut(page, { [`withdraw.${gone}`]: '1', withdrawReason: ' ' });
      expect([silent.status, wordsOf(silent.text).includes('Vui lòng ghi lý do rút đại biểu.')]).to.deep.equal([
        422,
        true,
      ]);
      const none = await carryOut(page, { [`correct.${changed}`]: undefined });
      expect([none.status, wordsOf(none.text).includes('Chưa chọn người nào')]).to.deep.equal([422, true]);
      expect(await stored()).to.deep.equal(before.map((one) => [one.fullName, one.position, '']));
    });

    it('overwrites nobody whom somebody else has changed meanwhile', async () => {
      const page = await upload(after);
      const [changed = ''] = ticks(page, 'correct');
      const an = await app.as('an');
      const details = cellsOf(row(1, { position: 'Phó Chủ tịch' }));
      expect((await an.post(`/registrations/${changed}/correct`, details)).status).to.equal(303);
      const answer = await carryOut(page);
      expect(wordsOf(answer.text)).to.include(`Chưa sửa ${row(1).honorific} ${row(1).fullName}`);
      expect((await stored())[0]).to.deep.equal([row(1).fullName, 'Phó Chủ tịch', '']);
    });

    it('withdraws after the deadline, and corrects who comes no more', async () => {
      app.context.clock.set('2023-04-01T08:00');
      binh = await app.as('binh');
      const page = await upload(after);
      const [gone = ''] = ticks(page, 'withdraw');
      const answer = await carryOut(page, { [`withdraw.${gone}`]: '1' });
      expect(wordsOf(answer.text))
        .to.include('Đã sửa 0 người, rút 1 người.')
        .and.include('không còn sửa trực tiếp được');
      expect((await stored())[0]).to.deep.equal([row(1).fullName, row(1).position, '']);
    });

    it('gives the freed place to who waits', async () => {
      const many = Array.from({ length: 16 }, (_, index) => row(index + 1));
      await send(await upload(many));
      const page = await upload(many.filter((_, index) => index !== 2));
      const [gone = ''] = ticks(page, 'withdraw');
      const answer = await carryOut(page, { [`withdraw.${gone}`]: '1' });
      expect(wordsOf(answer.text)).to.include(`Được lên từ danh sách chờ: ${row(16).honorific} ${row(16).fullName}.`);
    });

    it('reaches nobody of another unit, whatever is ticked', async () => {
      const cuc = await app.as('cuc');
      const page = await upload([row(7)], cuc);
      const ids = await app.context.db.read.selectFrom('registration').select('id').execute();
      const ticked = Object.fromEntries(
        ids.flatMap(({ id }) => [
          [`withdraw.${id}`, '1'],
          [`correct.${id}`, ''],
        ]),
      );
      const answer = await carryOut(page, { ...ticked, withdrawReason: 'không thuộc đơn vị' }, cuc);
      expect(wordsOf(answer.text)).to.include('Không có gì thay đổi');
      expect(answer.text).not.to.include(row(1).fullName);
      expect(await stored()).to.deep.equal(before.map((one) => [one.fullName, one.position, '']));
    });

    it('is refused when the rows came out of no file', async () => {
      const page = await check(row(9));
      expect((await binh.post(`${desk}/differences`, fieldsOfForm(page.text, desk))).status).to.equal(400);
    });
  });
});
