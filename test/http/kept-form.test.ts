/** A session that ends while somebody fixes a list costs a sign-in and not the list. */
import { expect } from 'chai';
import { rowFields } from '../../server/domain/list/row.ts';
import { type Client, startApp, type TestApp, wordsOf } from '../support/app.ts';
import { cellsOf, inventedRow, loginOf, PASSWORD } from '../support/cast.ts';
import { fieldsOfForm } from '../support/page-form.ts';

describe('a form that is sent after the session has ended', () => {
  let app: TestApp;
  let binh: Client;
  beforeEach(async () => {
    app = await startApp();
    binh = await app.as('binh');
  });
  afterEach(() => app.close());

  const list = () => `/clusters/${app.cast.cluster(2)}/registrations`;
  const row = inventedRow(1, { fullName: 'Lê "Út" <Ẩn> & Sơn', note: 'hàng đầu' });
  const typed = () => ({
    lines: '1',
    ...Object.fromEntries(rowFields.map((field) => [`row.1.${field}`, cellsOf(row)[field]])),
  });
  const away = () => app.context.clock.advance({ minutes: 31 });
  const signIn = (fields: Record<string, string>, password = PASSWORD) =>
    binh.post('/login', { ...fields, login: loginOf('binh'), password });

  it('is kept over the sign-in, and sent again as it was', async () => {
    away();
    const asked = await binh.post(`${list()}/check`, typed());
    expect(asked.status).to.equal(401);
    expect(wordsOf(asked.text)).to.include(
      'Phiên làm việc đã hết, vui lòng đăng nhập lại. Nội dung vừa nhập được giữ nguyên.',
    );
    const resumed = await signIn(fieldsOfForm(asked.text, '/login'));
    expect(resumed.status).to.equal(200);
    expect(wordsOf(resumed.text)).to.include('Nội dung đã nhập vẫn còn nguyên nhưng chưa được gửi.');
    const fields = fieldsOfForm(resumed.text, `${list()}/check`);
    expect(fields).to.deep.equal(typed());
    const review = await binh.post(`${list()}/check`, fields);
    expect(review.status).to.equal(200);
    expect(review.text).to.include('value="hàng đầu"');
  });

  it('is not carried out before somebody has pressed the button', async () => {
    away();
    const asked = await binh.post(list(), typed());
    await signIn(fieldsOfForm(asked.text, '/login'));
    expect(wordsOf((await binh.get(list())).text)).to.include('Danh sách đã gửi · Huyện Thới Lai (0)');
  });

  it('outlives a wrong password', async () => {
    away();
    const asked = await binh.post(`${list()}/check`, typed());
    const wrong = await signIn(fieldsOfForm(asked.text, '/login'), 'sai mật khẩu rồi đó');
    expect(wrong.status).to.equal(422);
    const resumed = await signIn(fieldsOfForm(wrong.text, '/login'));
    expect(fieldsOfForm(resumed.text, `${list()}/check`)).to.deep.equal(typed());
  });

  it('keeps every tick of one name', async () => {
    away();
    const asked = await binh.post(`${list()}/check`, 'a=1&a=2&b=3');
    const resumed = await signIn(fieldsOfForm(asked.text, '/login'));
    expect([...resumed.text.matchAll(/name="[ab]" value="\d"/g)].map(([field]) => field)).to.deep.equal([
      'name="a" value="1"',
      'name="a" value="2"',
      'name="b" value="3"',
    ]);
  });

  it('is not kept when it holds a password', async () => {
    away();
    const { status, text } = await binh.post('/account/password', { current: PASSWORD, password: 'x', repeat: 'x' });
    expect(status).to.equal(401);
    expect(text).not.to.include(PASSWORD);
    expect(wordsOf(text)).to.include('Vui lòng đăng nhập ở một thẻ khác, quay lại trang trước rồi bấm lại.');
  });

  it('is not kept when it is too large to be carried, and the page says what to do instead', async () => {
    away();
    const { status, text } = await binh.post(`${list()}/check`, { text: 'x'.repeat(1_950_000) });
    expect(status).to.equal(401);
    expect(wordsOf(text)).to.include('quay lại trang trước rồi bấm lại');
  });

  for (const kept of [
    '{"path":"//evil.example/x","fields":[]}',
    '{"path":"https://evil.example","fields":[]}',
    '{"path":"/x"}',
    'nonsense',
  ]) {
    it(`leads nowhere else, and nobody is kept out by it: ${kept}`, async () => {
      const answer = await signIn({ kept });
      expect([answer.status, answer.location]).to.deep.equal([303, '/']);
    });
  }

  it('is refused as ever when another site sends it', async () => {
    away();
    const { status, text } = await binh.post(`${list()}/check`, typed(), { 'sec-fetch-site': 'cross-site' });
    expect(status).to.equal(403);
    expect(text).not.to.include('hàng đầu');
  });
});
