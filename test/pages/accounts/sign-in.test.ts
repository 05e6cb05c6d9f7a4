import { expect } from 'chai';
import { openDb } from '../../../db/open.ts';
import { countFailure } from '../../../server/actions/accounts/failed-secrets.ts';
import { hashesRunning, hashPassword } from '../../../server/actions/accounts/passwords.ts';
import { sha256 } from '../../../server/keys.ts';
import { listen, lockDatabase, makeClient, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { loginOf, PASSWORD } from '../../support/cast.ts';

describe('signing in', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.close());

  const signIn = (login: string, password: string, headers: Record<string, string> = {}) =>
    app.visitor().post('/login', { login, password }, headers);

  it('leads to the main page with a session', async () => {
    const browser = app.visitor();
    const answer = await browser.post('/login', { login: loginOf('an'), password: PASSWORD });
    expect([answer.status, answer.location]).to.deep.equal([303, '/']);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).to.match(/^sid=[\w-]{43}; /);
    expect(cookie).to.include('; Path=/').and.include('; HttpOnly').and.include('; SameSite=Lax');
    expect(cookie).to.include('; Max-Age=43200').and.not.include('Domain');
    expect((await browser.get('/')).status).to.equal(200);
  });

  it('over https gives a cookie that no other host can set', async () => {
    const https = await startApp({ settings: { PUBLIC_BASE_URL: 'https://dontiep.example.gov.vn' } });
    const answer = await https.visitor().post('/login', { login: loginOf('an'), password: PASSWORD });
    expect(answer.headers.getSetCookie()[0]).to.match(/^__Host-sid=[\w-]{43}; .*Path=\/.*HttpOnly.*Secure/);
    await https.close();
  });

  it('takes the login in capitals and with spaces around it, and a password that was composed otherwise', async () => {
    expect((await signIn(` ${loginOf('an').toUpperCase()} `, PASSWORD)).status).to.equal(303);
    expect((await signIn(loginOf('an'), PASSWORD.normalize('NFD'))).status).to.equal(303);
    expect((await signIn(loginOf('an'), PASSWORD.toUpperCase())).status).to.equal(422);
    expect((await signIn(loginOf('an'), `${PASSWORD} `)).status).to.equal(422);
  });

  it('is refused in the same words whether the login or the password is wrong', async () => {
    const wrong = await signIn(loginOf('an'), 'một câu khác hẳn');
    const unknown = await signIn('khong.ai', 'một câu khác hẳn');
    for (const answer of [wrong, unknown]) {
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Tên đăng nhập hoặc mật khẩu không đúng. Vui lòng kiểm tra lại.');
      expect(answer.headers.getSetCookie()).to.deep.equal([]);
    }
    expect(wrong.text.replaceAll(loginOf('an'), '')).to.equal(unknown.text.replaceAll('khong.ai', ''));
  });

  it('hashes for an unknown login as for a known one, so that the time tells nothing', async () => {
    const password_hash = await hashPassword(PASSWORD);
    await app.context.db.write((tx) => tx.updateTable('account').set({ password_hash }).execute());
    for (const login of ['khong.ai', loginOf('an')]) {
      let most = 0;
      const watching = setInterval(() => {
        most = Math.max(most, hashesRunning());
      }, 1);
      await signIn(login, 'một câu khác hẳn');
      clearInterval(watching);
      expect(most, login).to.equal(1);
    }
  });

  it('keeps the login typed and where to go, never the password', async () => {
    const answer = await app.visitor().post('/login', { login: 'an.noi', password: 'sai mật khẩu', next: '/letters' });
    expect(answer.text).to.include('value="an.noi"').and.include('name="next" value="/letters"');
    expect(answer.text).not.to.include('sai mật khẩu');
  });

  it('hashes two at once at the most, however many try: a flood must not starve the door', async () => {
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, hashesRunning());
    }, 1);
    await Promise.all(Array.from({ length: 12 }, (_, index) => signIn(`khong.ai.${index}`, 'một câu khác hẳn')));
    clearInterval(watching);
    expect(most).to.equal(2);
    expect(hashesRunning()).to.equal(0);
  });

  describe('after five wrong passwords', () => {
    const fail = async (times: number, login = loginOf('binh')) => {
      for (let time = 0; time < times; time += 1) expect((await signIn(login, 'sai')).status).to.equal(422);
    };

    it('pauses for a quarter of an hour, for the right password too, and says so', async () => {
      await fail(5);
      for (const password of ['sai', PASSWORD]) {
        const answer = await signIn(loginOf('binh'), password);
        expect(answer.status).to.equal(429);
        expect(answer.headers.get('retry-after')).to.equal('900');
        expect(wordsOf(answer.text)).to.include('Đã nhập sai quá nhiều lần. Vui lòng thử lại sau 15 phút.');
      }
    });

    it('lets the owner in again after it, without anybody’s help', async () => {
      await fail(5);
      app.context.clock.advance({ minutes: 14, seconds: 59 });
      expect((await signIn(loginOf('binh'), PASSWORD)).status).to.equal(429);
      app.context.clock.advance({ seconds: 1 });
      expect((await signIn(loginOf('binh'), PASSWORD)).status).to.equal(303);
    });

    it('pauses nobody else', async () => {
      await fail(5);
      expect((await signIn(loginOf('cuc'), PASSWORD)).status).to.equal(303);
    });

    it('also pauses a login that does not exist, so that a pause tells nothing', async () => {
      await fail(5, 'khong.ai');
      expect((await signIn('khong.ai', 'sai')).status).to.equal(429);
    });

    it('counts spellings of one login together', async () => {
      await fail(3);
      await fail(2, loginOf('binh').toUpperCase());
      expect((await signIn(loginOf('binh'), PASSWORD)).status).to.equal(429);
    });

    it('begins anew after a success', async () => {
      await fail(4);
      expect((await signIn(loginOf('binh'), PASSWORD)).status).to.equal(303);
      await fail(4);
      expect((await signIn(loginOf('binh'), PASSWORD)).status).to.equal(303);
    });

    it('pauses after a restart too: failures are counted in the database', async () => {
      await fail(5);
      const { config, now } = app.context;
      const db = await openDb({ file: config.databaseFile, now: () => now().toUTC().toISO() });
      const restarted = await listen({ ...app.context, db });
      const answer = await makeClient(restarted.url).post('/login', { login: loginOf('binh'), password: PASSWORD });
      expect(answer.status).to.equal(429);
      await restarted.stop();
      await db.close();
    });

    it('asks the database no more during the pause: further tries cost nothing', async () => {
      await fail(5);
      const lock = lockDatabase(app.context);
      expect((await signIn(loginOf('binh'), PASSWORD)).status).to.equal(429);
      lock.release();
      await app.context.db.write((tx) => tx.deleteFrom('failed_secret').execute());
      expect((await signIn(loginOf('binh'), PASSWORD)).status).to.equal(429);
      app.context.clock.advance({ minutes: 15 });
      expect((await signIn(loginOf('binh'), PASSWORD)).status).to.equal(303);
    });

    it('keeps neither logins nor addresses of failures, only their hashes', async () => {
      await fail(2);
      const rows = await app.context.db.read.selectFrom('failed_secret').selectAll().execute();
      expect(rows.map(({ kind, owner_hash }) => [kind, owner_hash])).to.deep.equal(
        Array.from({ length: 2 }, () => ['password', sha256(loginOf('binh'))]),
      );
      expect(JSON.stringify(rows)).not.to.include(loginOf('binh')).and.not.include('127.0.0.1');
    });

    it('cannot be outrun by twenty tries at the same moment', async () => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => signIn(loginOf('binh'), 'sai')));
      expect(answers.filter((answer) => answer.status === 422)).to.have.length(5);
      expect(answers.filter((answer) => answer.status === 429)).to.have.length(15);
    });
  });

  it('pauses an address after fifty failures of whatever logins, and no other address', async () => {
    for (let index = 0; index < 50; index += 1) {
      await countFailure(app.context, { kind: 'password', owner: `ai.do.${index}`, address: '203.0.113.7' });
    }
    expect((await signIn(loginOf('an'), PASSWORD, { 'x-forwarded-for': '203.0.113.7' })).status).to.equal(429);
    expect((await signIn(loginOf('an'), PASSWORD, { 'x-forwarded-for': '203.0.113.8' })).status).to.equal(303);
  });

  it('writes down who signed in and who was refused, with ids and without what was typed', async () => {
    await signIn(loginOf('an'), PASSWORD);
    await signIn('nguyen.van.a', 'mật khẩu gõ nhầm');
    const entries = await app.context.db.read.selectFrom('audit_entry').selectAll().orderBy('seq').execute();
    const { accountId } = app.cast.actor('an');
    expect(entries.slice(-2).map(({ actor, action, subject }) => [actor, action, subject])).to.deep.equal([
      [`account:${accountId}`, 'signed_in', `account:${accountId}`],
      ['system', 'sign_in_refused', 'unknown login'],
    ]);
    expect(JSON.stringify(entries)).not.to.include('nguyen.van.a').and.not.include('gõ nhầm');
  });

  it('keeps of a session only the hash of its secret', async () => {
    const browser = await app.as('an');
    const secret = browser.cookies.get('sid') ?? '';
    const rows = await app.context.db.read.selectFrom('login').selectAll().execute();
    expect(rows.map((row) => row.id_hash)).to.deep.equal([sha256(secret)]);
    expect(JSON.stringify(rows)).not.to.include(secret);
  });
});
