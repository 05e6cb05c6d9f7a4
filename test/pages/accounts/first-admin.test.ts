import { expect } from 'chai';
import { offerFirstAdminLink } from '../../../server/actions/accounts/first-admin.ts';
import { type Client, listen, makeClient, wordsOf } from '../../support/app.ts';
import { makeTestContext, type TestContext } from '../../support/context.ts';

const FORM = {
  login: 'quan.tri',
  fullName: 'Kiên Minh Quản',
  password: 'cá linh về đồng',
  repeat: 'cá linh về đồng',
};

describe('the first administrator', () => {
  let context: TestContext;
  let browser: Client;
  let stop: () => Promise<void>;
  beforeEach(async () => {
    context = await makeTestContext();
    const listening = await listen(context);
    stop = listening.stop;
    browser = makeClient(listening.url);
  });
  afterEach(async () => {
    await stop();
    await context.close();
  });

  const offer = async (): Promise<string> => {
    const link = await offerFirstAdminLink(context);
    if (!link) throw new Error('No link was offered.');
    expect(link.startsWith('http://localhost:3000/join/')).to.equal(true);
    return new URL(link).pathname;
  };

  it('comes in by the link of an empty database, once', async () => {
    const path = await offer();
    const page = await browser.get(path);
    expect(page.status).to.equal(200);
    expect(wordsOf(page.text)).to.include('Tạo tài khoản quản trị đầu tiên');

    const created = await browser.post(path, FORM);
    expect([created.status, created.location]).to.deep.equal([303, '/']);
    const home = await browser.get('/');
    expect(home.status).to.equal(200);
    expect(wordsOf(home.text)).to.include('Kiên Minh Quản Quản trị');

    const account = await context.db.read.selectFrom('account').selectAll().executeTakeFirstOrThrow();
    expect(account).to.include({ login: 'quan.tri', role: 'admin', unit_id: null, disabled_at: null });
    expect(account.password_hash).to.match(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);

    browser.cookies.clear();
    expect((await browser.get(path)).status).to.equal(404);
    expect((await browser.post(path, { ...FORM, login: 'ke.khac' })).status).to.equal(404);
    expect(await context.db.read.selectFrom('account').select('id').execute()).to.have.length(1);
    expect(await offerFirstAdminLink(context)).to.equal(undefined);
  });

  it('is one, even when two forms come at the same moment', async () => {
    const path = await offer();
    const answers = await Promise.all([browser.post(path, FORM), browser.post(path, { ...FORM, login: 'ke.khac' })]);
    expect(answers.map((answer) => answer.status).sort()).to.deep.equal([303, 404]);
    expect(await context.db.read.selectFrom('account').select('id').execute()).to.have.length(1);
  });

  it('has a day for it: the link ends after 24 hours', async () => {
    const path = await offer();
    context.clock.advance({ hours: 23, minutes: 59 });
    expect((await browser.get(path)).status).to.equal(200);
    context.clock.advance({ minutes: 1 });
    expect((await browser.get(path)).status).to.equal(404);
    expect((await browser.post(path, FORM)).status).to.equal(404);
  });

  it('has the newest link only: the next start of the server makes the one before worthless', async () => {
    const old = await offer();
    const fresh = await offer();
    expect((await browser.get(old)).status).to.equal(404);
    expect((await browser.get(fresh)).status).to.equal(200);
  });

  it('is told what is wrong with the form, beside its field, and nothing typed is lost but the passwords', async () => {
    const path = await offer();
    const cases: [changes: Partial<typeof FORM>, sentence: string][] = [
      [{ login: '' }, 'Vui lòng nhập nội dung này.'],
      [{ login: 'quản trị' }, 'Tên đăng nhập gồm chữ không dấu'],
      [{ login: 'ab' }, 'Tên đăng nhập gồm chữ không dấu'],
      [{ fullName: ' ' }, 'Vui lòng nhập nội dung này.'],
      [{ password: '' }, 'Vui lòng nhập nội dung này.'],
      [{ password: 'ngắn quá' }, 'Mật khẩu cần ít nhất 12 ký tự.'],
      [{ password: 'x'.repeat(201) }, 'Mật khẩu dài quá 200 ký tự.'],
      [{ password: 'Mật khẩu 2023' }, 'Mật khẩu này dễ đoán.'],
      [{ password: 'quan.tri quan.tri' }, 'Mật khẩu không được chứa tên đăng nhập.'],
      [{ repeat: 'cá linh về đông' }, 'Hai lần nhập mật khẩu chưa giống nhau.'],
    ];
    for (const [changes, sentence] of cases) {
      const form = { ...FORM, ...changes };
      const answer = await browser.post(path, form);
      expect(answer.status, sentence).to.equal(422);
      expect(wordsOf(answer.text)).to.include(sentence);
      if (form.fullName.trim() !== '') expect(answer.text).to.include('value="Kiên Minh Quản"');
      expect(answer.text).not.to.include(FORM.password);
    }
    expect((await browser.post(path, FORM)).status, 'the link is still good').to.equal(303);
  });

  it('is not made by a link that was never offered', async () => {
    for (const token of ['x', 'a'.repeat(43), '__proto__']) {
      expect((await browser.post(`/join/${token}`, FORM)).status).to.equal(404);
    }
  });

  it('leaves no secret in the database: of the link only its hash', async () => {
    const path = await offer();
    const rows = await context.db.read.selectFrom('account_link').selectAll().execute();
    expect(JSON.stringify(rows)).not.to.include(path.slice('/join/'.length));
  });
});
