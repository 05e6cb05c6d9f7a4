import { expect } from 'chai';
import type { TypedRow } from '../../../server/domain/list/row.ts';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRow, inventedRows, register } from '../../support/cast.ts';

const HEADINGS = [
  'STT',
  'Ông/Bà',
  'Họ và tên',
  'Chức vụ',
  'Đơn vị công tác',
  'Thành phần',
  'Điện thoại',
  'Email',
  'Ghi chú',
];
const FIELDS = ['honorific', 'fullName', 'position', 'workplace', 'category', 'phone', 'email', 'note'] as const;

/** As a spreadsheet copies it, headings and counter included. */
const pasted = (rows: readonly TypedRow[]) =>
  [HEADINGS, ...rows.map((row, index) => [String(index + 1), ...FIELDS.map((field) => row[field])])]
    .map((cells) => cells.join('\t'))
    .join('\r\n');

/** As the review page sends it back. */
const reviewed = (rows: readonly TypedRow[], more: Record<string, string> = {}) => ({
  lines: String(rows.length),
  ...Object.fromEntries(
    rows.flatMap((row, index) => FIELDS.map((field) => [`row.${index + 1}.${field}`, row[field]] as const)),
  ),
  ...more,
});

describe('the desk of a unit', () => {
  let app: TestApp;
  let binh: Client;
  let desk: string;
  beforeEach(async () => {
    app = await startApp();
    binh = await app.as('binh');
    desk = `/clusters/${app.cast.cluster(2)}/registrations`;
  });
  afterEach(() => app.close());

  const stored = () =>
    app.context.db.read
      .selectFrom('registration')
      .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
      .select(['delegate.full_name', 'registration.seat', 'registration.unit_id', 'registration.list_order'])
      .orderBy('registration.unit_id')
      .orderBy('registration.list_order')
      .execute();
  const listState = async (code: string) => {
    const row = await app.context.db.read
      .selectFrom('cluster_unit')
      .select('list_state')
      .where('cluster_id', '=', app.cast.cluster(2))
      .where('unit_id', '=', app.cast.unit(code))
      .executeTakeFirstOrThrow();
    return row.list_state;
  };

  it('takes twelve rows from a spreadsheet: checked, handed in, on the list', async () => {
    const rows = inventedRows(12);
    const review = await binh.post(`${desk}/check`, { text: pasted(rows) });
    expect(review.status).to.equal(200);
    expect(wordsOf(review.text)).to.include('12 dòng: 12 hợp lệ, 0 cảnh báo, 0 lỗi.');
    expect(wordsOf(review.text)).to.include('Nếu gửi bây giờ: 12 đại biểu có chỗ.');
    expect(await stored(), 'checking saves nothing').to.deep.equal([]);

    const saved = await binh.post(desk, reviewed(rows));
    expect([saved.status, saved.location]).to.deep.equal([303, desk]);
    const page = wordsOf((await binh.get(desk)).text);
    expect(page).to.include('Đã ghi 12 đại biểu, tất cả có chỗ.');
    expect(page).to.include('Huyện Thới Lai (12)').and.include('Đã tiếp nhận').and.include('12/15');
    for (const { fullName, email } of rows) expect(page).to.include(fullName).and.include(email);
    expect((await stored()).map((row) => [row.full_name, row.seat])).to.deep.equal(
      rows.map((row) => [row.fullName, 'seated']),
    );
    expect(await listState('927')).to.equal('accepted');
  });

  it('passes over the groups, the total and the signatures of a pasted list, and says which', async () => {
    const [heading = '', ...rows] = pasted(inventedRows(2)).split('\r\n');
    const text = [
      heading,
      '\tA. LÃNH ĐẠO',
      rows[0],
      'II\tPHÒNG TƯ PHÁP',
      rows[1],
      '\tTổng cộng: 2',
      '\t\tNgười lập biểu\t\tThủ trưởng đơn vị',
    ].join('\r\n');
    const words = wordsOf((await binh.post(`${desk}/check`, { text })).text);
    expect(words).to.include('2 dòng: 2 hợp lệ, 0 cảnh báo, 0 lỗi');
    expect(words).to.include(
      'Đã bỏ qua 4 dòng không phải đại biểu: “A. LÃNH ĐẠO”, “II · PHÒNG TƯ PHÁP”, “Tổng cộng: 2”…',
    );
    expect((await binh.post(desk, { text })).status).to.equal(303);
    expect((await stored()).map((row) => row.full_name)).to.deep.equal(
      [inventedRow(0), inventedRow(1)].map((row) => row.fullName),
    );
  });

  it('shows every problem beside its line, with what was typed as it was typed', async () => {
    const rows = [
      inventedRow(1),
      inventedRow(2, { fullName: 'NGUYỄN VĂN AN' }),
      inventedRow(3, { position: '', email: 'khong phai email' }),
      inventedRow(4, { category: 'B7' }),
      inventedRow(5, { fullName: 'Lê <b>Bảo</b> "x"', note: "ngồi 'gần' cửa & quạt" }),
      inventedRow(1),
    ];
    const { status, text } = await binh.post(`${desk}/check`, { text: pasted(rows) });
    expect(status).to.equal(200);
    const words = wordsOf(text);
    expect(words).to.include('6 dòng: 1 hợp lệ, 2 cảnh báo, 3 lỗi.');
    for (const sentence of [
      'Tên viết hoa toàn bộ, sẽ ghi là Nguyễn Văn An',
      'Thiếu chức vụ',
      'Email không đúng định dạng',
      'Thành phần B7 chỉ dành cho đơn vị đăng cai',
      'Ô này không giống họ và tên',
      'Trùng với dòng 1',
    ]) {
      expect(words).to.include(sentence);
    }
    expect(text).to.include('name="row.3.email" value="khong phai email"');
    expect(text).to.include('name="row.5.fullName" value="Lê &lt;b&gt;Bảo&lt;/b&gt; &#34;x&#34;"');
    expect(text).to.include('name="row.5.note" value="ngồi &#39;gần&#39; cửa &amp; quạt"');
    expect(text).not.to.include('<b>Bảo</b>');
    // The input in trouble leads to its sentence, for those who only hear the page.
    const described = /name="row\.3\.email"[^>]*aria-invalid="true" aria-describedby="([^"]+)"/.exec(text)?.[1] ?? '';
    expect(text).to.include(`id="${described}"`);
  });

  it('keeps the whole list back while one line has an error', async () => {
    const rows = [inventedRow(1), inventedRow(2, { category: 'B9' }), inventedRow(3)];
    const answer = await binh.post(desk, reviewed(rows));
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text))
      .to.include('Các dòng lỗi cần sửa trước khi gửi')
      .and.include('Chỉ gửi 2 dòng không lỗi');
    expect(answer.text).to.include('name="row.2.category" value="B9"');
    expect(await stored()).to.deep.equal([]);
    expect(await listState('927')).to.equal('not_started');
  });

  it('saves the good lines alone when the clerk wants that', async () => {
    const rows = [inventedRow(1), inventedRow(2, { category: 'B9' }), inventedRow(3)];
    expect((await binh.post(desk, reviewed(rows, { onlyValid: '1' }))).status).to.equal(303);
    expect((await stored()).map((row) => row.full_name)).to.deep.equal([rows[0]?.fullName, rows[2]?.fullName]);
  });

  it('leaves out a line that the clerk crossed out', async () => {
    const rows = [inventedRow(1), inventedRow(2, { category: 'B9' }), inventedRow(3)];
    expect((await binh.post(desk, reviewed(rows, { 'row.2.omit': '1' }))).status).to.equal(303);
    expect(await stored()).to.have.length(2);
  });

  it('writes nobody twice when the list is handed in twice', async () => {
    const form = reviewed(inventedRows(3));
    await binh.post(desk, form);
    expect((await binh.post(desk, form)).status).to.equal(303);
    expect(await stored()).to.have.length(3);
  });

  it('writes a namesake when the clerk says that these are two people', async () => {
    const form = reviewed([inventedRow(1), inventedRow(1, { phone: '0900 000 099' })], {
      'row.2.anotherPerson': '1',
    });
    for (const times of ['sent', 'sent again']) {
      expect((await binh.post(desk, form)).status, times).to.equal(303);
      expect(await stored(), times).to.have.length(2);
    }
    expect(await listState('927'), 'two of one name are for a person to look at').to.equal('submitted');
  });

  it('lets wait who comes above the share, visibly', async () => {
    const review = await binh.post(`${desk}/check`, { text: pasted(inventedRows(17)) });
    expect(wordsOf(review.text)).to.include('Nếu gửi bây giờ: 15 đại biểu có chỗ, 2 vào danh sách chờ.');
    await binh.post(desk, { text: pasted(inventedRows(17)) });
    const page = wordsOf((await binh.get(desk)).text);
    expect(page).to.include('Đã ghi: 15 đại biểu có chỗ, 2 trong danh sách chờ.');
    expect(page).to.include('15/15').and.include('2 người trong danh sách chờ');
    const rows = await stored();
    expect(rows.map((row) => row.seat)).to.deep.equal([...Array(15).fill('seated'), ...Array(2).fill('waiting')]);
    expect(rows.map((row) => row.list_order)).to.deep.equal(Array.from({ length: 17 }, (_, index) => index + 1));
    expect(await listState('927')).to.equal('submitted');
  });

  it('asks for at least one row, and for no more than 500 at once', async () => {
    for (const path of [desk, `${desk}/check`]) {
      const none = await binh.post(path, { text: ' \n ' });
      expect(none.status).to.equal(422);
      expect(wordsOf(none.text)).to.include('Chưa có dòng nào.');
      const many = await binh.post(path, { text: 'Ông\tA\n'.repeat(501) });
      expect(many.status).to.equal(422);
      expect(wordsOf(many.text)).to.include('Mỗi lần chỉ gửi được tối đa 500 dòng.');
      expect(many.text).to.include('Ông\tA\n');
    }
  });

  describe('after the deadline', () => {
    it('takes a list at the last second and none a second later', async () => {
      app.context.clock.set('2023-03-31T16:55');
      binh = await app.as('binh');
      app.context.clock.set('2023-03-31T17:00');
      expect((await binh.post(desk, reviewed([inventedRow(1)]))).status).to.equal(303);
      app.context.clock.advance({ seconds: 1 });
      const late = await binh.post(desk, reviewed([inventedRow(2)]));
      expect(late.status).to.equal(422);
      expect(wordsOf(late.text)).to.include('Đã quá hạn đăng ký của cụm này.');
      expect(late.text, 'what was typed is still there').to.include(inventedRow(2).email);
      expect(await stored()).to.have.length(1);
    });

    it('lets the unit withdraw, and the organiser register', async () => {
      const [id] = await register(app.context, app.cast.actor('binh'), {
        clusterId: app.cast.cluster(2),
        rows: [inventedRow(1)],
      });
      app.context.clock.set('2023-04-03T08:00');
      binh = await app.as('binh');
      expect((await binh.post(`/registrations/${id}/withdraw`, { reason: 'bận họp' })).status).to.equal(303);
      const an = await app.as('an');
      const unit = app.cast.unit('927');
      const saved = await an.post(desk, reviewed([inventedRow(2)], { unit }));
      expect([saved.status, saved.location]).to.deep.equal([303, `${desk}?unit=${unit}`]);
    });
  });

  describe('host-only categories', () => {
    const B7 = [inventedRow(1, { category: 'B7' })];

    it('are refused for a unit that is no host, by name of the rule', async () => {
      const answer = await binh.post(desk, reviewed(B7));
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Thành phần B7 chỉ dành cho đơn vị đăng cai');
    });

    it('are taken from the host', async () => {
      const phong = await app.as('phong');
      expect((await phong.post(desk, reviewed(B7))).status).to.equal(303);
    });

    it('are not opened by a reason that a unit gives', async () => {
      expect((await binh.post(desk, reviewed(B7, { overrideReason: 'tôi muốn' }))).status).to.equal(422);
      expect(await stored()).to.deep.equal([]);
    });

    it('may be registered elsewhere by the organiser, with a reason that is kept', async () => {
      const an = await app.as('an');
      const unit = app.cast.unit('927');
      expect((await an.post(desk, reviewed(B7, { unit }))).status).to.equal(422);
      const reason = 'Công văn 12/SNV';
      expect((await an.post(desk, reviewed(B7, { unit, overrideReason: reason }))).status).to.equal(303);
      const entry = await app.context.db.read
        .selectFrom('audit_entry')
        .select('detail')
        .where('action', '=', 'delegates_registered')
        .executeTakeFirstOrThrow();
      expect(JSON.parse(entry.detail)).to.include({ override: reason, seated: 1 });
    });
  });

  describe('knows its own unit alone', () => {
    it('a registrar’s unit comes from the session, whatever the form or the address say', async () => {
      const foreign = app.cast.unit('917');
      expect((await binh.post(desk, reviewed([inventedRow(1)], { unit: foreign }))).status).to.equal(303);
      expect((await stored()).map((row) => row.unit_id)).to.deep.equal([app.cast.unit('927')]);
      expect(wordsOf((await binh.get(`${desk}?unit=${foreign}`)).text)).to.include('Huyện Thới Lai (1)');
    });

    it('Cúc counts the heads of the cluster and reads nobody of Thới Lai', async () => {
      await binh.post(desk, reviewed(inventedRows(4)));
      const cuc = await app.as('cuc');
      for (const path of [
        desk,
        `${desk}?unit=${app.cast.unit('927')}`,
        '/',
        `${desk.replace('registrations', 'lists')}`,
      ]) {
        const { status, text } = await cuc.get(path);
        expect(status).to.equal(200);
        for (const { fullName, email } of inventedRows(4)) expect(text).not.to.include(fullName).and.not.include(email);
      }
      expect(wordsOf((await cuc.get(desk)).text)).to.include('Quận Ô Môn (0)');
      expect((await cuc.get(desk)).text).to.include('4 đại biểu có chỗ; mức dự kiến 40 đến 60');
    });

    it('the same name in two units is no duplicate', async () => {
      await binh.post(desk, reviewed([inventedRow(1)]));
      const cuc = await app.as('cuc');
      await cuc.post(desk, reviewed([inventedRow(1)]));
      expect(await stored()).to.have.length(2);
    });
  });

  it('shows a list that another unit’s clerk left waiting, until the organiser accepts it', async () => {
    await binh.post(desk, { text: pasted(inventedRows(16)) });
    const an = await app.as('an');
    const unit = app.cast.unit('927');
    expect(wordsOf((await an.get(`${desk}?unit=${unit}`)).text)).to.include('Tiếp nhận danh sách');
    const accepted = await an.post(`/clusters/${app.cast.cluster(2)}/units/${unit}/accept`);
    expect([accepted.status, accepted.location]).to.deep.equal([303, `${desk}?unit=${unit}`]);
    expect(wordsOf((await an.get(`${desk}?unit=${unit}`)).text)).to.include(
      'Đã tiếp nhận danh sách của Huyện Thới Lai.',
    );
    expect(await listState('927')).to.equal('accepted');
  });
});
