import { expect } from 'chai';
import { startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { loginOf, PASSWORD } from '../../support/cast.ts';

const NEW_PASSWORD = 'con gà cục tác lá chanh';

describe('a session', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.close());

  it('ends after half an hour without a click', async () => {
    const an = await app.as('an');
    app.context.clock.advance({ minutes: 30 });
    expect((await an.get('/')).status).to.equal(200);
    app.context.clock.advance({ minutes: 30, seconds: 1 });
    expect((await an.get('/letters')).location).to.equal('/login?next=%2Fletters');
    expect((await an.get('/api/v1/clusters')).status).to.equal(401);
    expect((await an.post('/accounts', {})).status).to.equal(401);
  });

  it('lives on with clicks, twelve hours at the most', async () => {
    const an = await app.as('an');
    for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
      expect((await an.get('/healthz')).status).to.equal(200);
      expect((await an.get('/account/password')).status, `after ${minutes} minutes`).to.equal(200);
      app.context.clock.advance({ minutes: 20 });
    }
    expect((await an.get('/account/password')).status).to.equal(200);
    app.context.clock.advance({ seconds: 1 });
    expect((await an.get('/account/password')).status).to.equal(303);
  });

  it('is swept out of the database, once it is over, by the next to sign in', async () => {
    const rows = async () => (await app.context.db.read.selectFrom('login').select('id_hash').execute()).length;
    await app.as('an');
    await app.as('binh');
    expect(await rows()).to.be.greaterThan(1);
    app.context.clock.advance({ hours: 12, seconds: 1 });
    await app.as('cuc');
    expect(await rows()).to.equal(1);
  });

  it('is noted as seen once a minute, not with every click', async () => {
    const an = await app.as('an');
    const seen = async () =>
      (await app.context.db.read.selectFrom('login').select('last_seen_at').executeTakeFirstOrThrow()).last_seen_at;
    const first = await seen();
    app.context.clock.advance({ seconds: 59 });
    await an.get('/');
    expect(await seen()).to.equal(first);
    app.context.clock.advance({ seconds: 2 });
    await an.get('/');
    expect(await seen()).to.equal(app.context.now().toUTC().toISO());
  });

  it('ends with signing out, here and nowhere else', async () => {
    const here = await app.as('an');
    const there = await app.as('an');
    const secret = here.cookies.get('sid');
    const answer = await here.post('/logout');
    expect([answer.status, answer.location]).to.deep.equal([303, '/login']);
    expect(answer.headers.get('clear-site-data')).to.equal('"cache"');
    expect(here.cookies.has('sid')).to.equal(false);
    expect((await app.visitor().get('/', { cookie: `sid=${secret}` })).status).to.equal(303);
    expect((await there.get('/')).status).to.equal(200);
    expect(wordsOf((await here.get('/login')).text)).to.include('Đã đăng xuất.');
    expect(wordsOf((await here.get('/login')).text)).not.to.include('Đã đăng xuất.');
  });

  it('ends when the same browser signs in anew', async () => {
    const browser = await app.as('an');
    const old = browser.cookies.get('sid');
    await browser.post('/login', { login: loginOf('em'), password: PASSWORD });
    expect(browser.cookies.get('sid')).not.to.equal(old);
    expect((await app.visitor().get('/', { cookie: `sid=${old}` })).status).to.equal(303);
  });

  it('is nothing anybody can make up', async () => {
    for (const cookie of ['sid=', 'sid=x', `sid=${'A'.repeat(43)}`, 'sid=%00', 'sid=__proto__', '__Host-sid=x']) {
      expect((await app.visitor().get('/', { cookie })).status, cookie).to.equal(303);
    }
  });

  it('is not carried over to another person’s rights: the account is read with every request', async () => {
    const em = await app.as('em');
    expect((await em.get('/accounts')).status).to.equal(403);
    await app.context.db.write((tx) =>
      tx.updateTable('account').set({ role: 'organiser' }).where('login', '=', loginOf('em')).execute(),
    );
    expect((await em.get('/accounts')).status).to.equal(200);
  });

  describe('and a new password', () => {
    const change = (changes: Record<string, string> = {}) => ({
      current: PASSWORD,
      password: NEW_PASSWORD,
      repeat: NEW_PASSWORD,
      ...changes,
    });

    it('end every other session of the account', async () => {
      const here = await app.as('binh');
      const there = await app.as('binh');
      const other = await app.as('cuc');
      const answer = await here.post('/account/password', change());
      expect([answer.status, answer.location]).to.deep.equal([303, '/']);
      expect(wordsOf((await here.get('/')).text)).to.include('Đã đổi mật khẩu.');
      expect((await there.get('/')).status).to.equal(303);
      expect((await other.get('/')).status).to.equal(200);
      expect((await app.visitor().post('/login', { login: loginOf('binh'), password: PASSWORD })).status).to.equal(422);
      await app.as('binh', NEW_PASSWORD);
    });

    it('need the old one, and a new one that is good', async () => {
      const binh = await app.as('binh');
      const cases: [changes: Record<string, string>, sentence: string][] = [
        [{ current: '' }, 'Vui lòng nhập nội dung này.'],
        [{ current: 'sai' }, 'Mật khẩu hiện tại không đúng.'],
        [{ password: 'ngắn', repeat: 'ngắn' }, 'Mật khẩu cần ít nhất 12 ký tự.'],
        [{ password: 'binh.thoilai 2023', repeat: 'binh.thoilai 2023' }, 'Mật khẩu không được chứa tên đăng nhập.'],
        [{ repeat: 'một câu khác hẳn' }, 'Hai lần nhập mật khẩu chưa giống nhau.'],
      ];
      for (const [changes, sentence] of cases) {
        const answer = await binh.post('/account/password', change(changes));
        expect(answer.status, sentence).to.equal(422);
        expect(wordsOf(answer.text)).to.include(sentence);
        expect(answer.text).not.to.include(NEW_PASSWORD).and.not.include(PASSWORD);
      }
      await app.as('binh');
    });
  });
});
