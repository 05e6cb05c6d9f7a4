import { expect } from 'chai';
import { type Answer, type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { loginOf, PASSWORD } from '../../support/cast.ts';

const NEW_PASSWORD = 'con gà cục tác lá chanh';

/** The path of the one-time link that the page shows once. */
function linkIn(answer: Answer): string {
  const link = /value="http:\/\/localhost:3000(\/join\/[\w-]+)"/.exec(answer.text)?.[1];
  if (!link) throw new Error(`No link on the page (${answer.status}).`);
  return link;
}

describe('accounts of others', () => {
  let app: TestApp;
  let an: Client;
  before(async () => {
    app = await startApp();
    an = await app.as('an');
  });
  after(() => app.close());

  let number = 0;
  const wanted = (changes: Record<string, string> = {}) => {
    number += 1;
    const form = { login: `nguoi.moi.${number}`, fullName: 'Thạch Thị Sa Rây', role: 'registrar' };
    return { ...form, unit: app.cast.unit('927'), ...changes };
  };
  const setPassword = (path: string, password = NEW_PASSWORD, browser = app.visitor()) =>
    browser.post(path, { password, repeat: password });
  const accountOf = (login: string) =>
    app.context.db.read.selectFrom('account').selectAll().where('login', '=', login).executeTakeFirstOrThrow();

  describe('are invited by a link', () => {
    it('which is shown once, opens with name and login, sets the password and signs in', async () => {
      const form = wanted();
      const invited = await an.post('/accounts', form);
      expect(invited.status).to.equal(200);
      const path = linkIn(invited);
      expect((await an.get('/accounts')).text).not.to.include(path);

      const browser = app.visitor();
      const page = await browser.get(path);
      expect(wordsOf(page.text)).to.include('Đặt mật khẩu để bắt đầu').and.include(`Thạch Thị Sa Rây`);
      const joined = await setPassword(path, NEW_PASSWORD, browser);
      expect([joined.status, joined.location]).to.deep.equal([303, '/']);
      expect(wordsOf((await browser.get('/')).text)).to.include('Đầu mối · Huyện Thới Lai');
      expect((await app.visitor().post('/login', { login: form.login, password: NEW_PASSWORD })).status).to.equal(303);
    });

    it('which works once', async () => {
      const path = linkIn(await an.post('/accounts', wanted()));
      const answers = await Promise.all([setPassword(path), setPassword(path, 'một câu khác hẳn')]);
      expect(answers.map((answer) => answer.status).sort()).to.deep.equal([303, 404]);
      expect((await app.visitor().get(path)).status).to.equal(404);
    });

    it('which a newer one makes worthless', async () => {
      const form = wanted();
      const first = linkIn(await an.post('/accounts', form));
      const { id } = await accountOf(form.login);
      const second = linkIn(await an.post(`/accounts/${id}/link`));
      expect((await setPassword(first)).status).to.equal(404);
      expect((await setPassword(second)).status).to.equal(303);
    });

    it('which dies with the account', async () => {
      const form = wanted();
      const path = linkIn(await an.post('/accounts', form));
      const { id } = await accountOf(form.login);
      await an.post(`/accounts/${id}/disable`);
      expect((await setPassword(path)).status).to.equal(404);
      await an.post(`/accounts/${id}/enable`);
      expect((await setPassword(path)).status, 'opening the account again does not revive it').to.equal(404);
    });

    it('without which nobody signs in, not even with an empty password', async () => {
      const form = wanted();
      await an.post('/accounts', form);
      for (const password of ['', 'null', NEW_PASSWORD]) {
        expect((await app.visitor().post('/login', { login: form.login, password })).status).to.equal(422);
      }
    });
  });

  describe('are refused, with the reason beside the field', () => {
    const refusals: [what: string, changes: Record<string, string>, sentence: string][] = [
      ['no login', { login: '' }, 'Vui lòng nhập nội dung này.'],
      ['a login with spaces', { login: 'nguoi moi' }, 'Tên đăng nhập gồm chữ không dấu'],
      ['a login with markup', { login: '<script>' }, 'Tên đăng nhập gồm chữ không dấu'],
      ['no name', { fullName: '' }, 'Vui lòng nhập nội dung này.'],
      ['no role', { role: '' }, 'Vui lòng chọn vai trò trong danh sách.'],
      ['a role nobody has', { role: '__proto__' }, 'Vui lòng chọn vai trò trong danh sách.'],
      ['an organiser, by an organiser', { role: 'organiser' }, 'Vui lòng chọn vai trò trong danh sách.'],
      ['an accountant, by an organiser', { role: 'accountant' }, 'Vui lòng chọn vai trò trong danh sách.'],
      ['an admin, by an organiser', { role: 'admin' }, 'Vui lòng chọn vai trò trong danh sách.'],
      ['a registrar without a unit', { unit: '' }, 'Vui lòng chọn đơn vị cho đầu mối.'],
      ['a unit nobody knows', { unit: 'khong-co' }, 'Vui lòng chọn đơn vị cho đầu mối.'],
      ['a login that is taken', { login: loginOf('binh') }, 'Tên đăng nhập này đã có người dùng.'],
      [
        'a login taken in small letters',
        { login: loginOf('binh').toUpperCase() },
        'Tên đăng nhập này đã có người dùng.',
      ],
    ];
    for (const [what, changes, sentence] of refusals) {
      it(what, async () => {
        const before = await app.context.db.read.selectFrom('account').select('id').execute();
        const answer = await an.post('/accounts', wanted(changes));
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.include(sentence);
        expect(answer.text).not.to.include('/join/');
        if (changes['fullName'] === undefined) expect(answer.text).to.include('value="Thạch Thị Sa Rây"');
        expect(await app.context.db.read.selectFrom('account').select('id').execute()).to.deep.equal(before);
      });
    }
  });

  it('of every role are made by the admin', async () => {
    const quan = await app.as('quan');
    for (const role of ['admin', 'organiser', 'registrar', 'accountant']) {
      const form = wanted({ role });
      const path = linkIn(await quan.post('/accounts', form));
      expect((await setPassword(path)).status).to.equal(303);
      expect((await accountOf(form.login)).role).to.equal(role);
    }
    expect(wordsOf((await quan.get('/accounts')).text)).to.include('Lâm Hoài An');
  });

  it('above registrars are not shown to an organiser and do not exist for one', async () => {
    const words = wordsOf((await an.get('/accounts')).text);
    expect(words).to.include('Quách Thanh Bình').and.not.include('Kiên Minh Quản').and.not.include('Châu Út Em');
    const admin = app.cast.actor('quan').accountId;
    for (const act of ['link', 'disable', 'enable']) {
      expect((await an.post(`/accounts/${admin}/${act}`)).status, act).to.equal(404);
    }
  });

  it('cannot be one’s own: nobody locks oneself out', async () => {
    const quan = await app.as('quan');
    const { accountId } = app.cast.actor('quan');
    for (const act of ['link', 'disable']) {
      expect((await quan.post(`/accounts/${accountId}/${act}`)).status, act).to.equal(404);
    }
    expect((await quan.get('/')).status).to.equal(200);
  });

  describe('get a new password by a link', () => {
    it('which ends the old password and every session', async () => {
      const cuc = await app.as('cuc');
      const { accountId } = app.cast.actor('cuc');
      const path = linkIn(await an.post(`/accounts/${accountId}/link`));
      expect((await cuc.get('/')).status, 'asking for a link ends nothing yet').to.equal(200);
      expect(wordsOf((await app.visitor().get(path)).text)).to.include('Đặt mật khẩu mới');
      expect((await setPassword(path)).status).to.equal(303);
      expect((await cuc.get('/')).location).to.equal('/login?next=%2F');
      expect((await app.visitor().post('/login', { login: loginOf('cuc'), password: PASSWORD })).status).to.equal(422);
      await app.as('cuc', NEW_PASSWORD);
    });

    it('within a day', async () => {
      const other = await startApp();
      const { accountId } = other.cast.actor('binh');
      const path = linkIn(await (await other.as('an')).post(`/accounts/${accountId}/link`));
      other.context.clock.advance({ hours: 24 });
      const answer = await other.visitor().post(path, { password: NEW_PASSWORD, repeat: NEW_PASSWORD });
      expect(answer.status).to.equal(404);
      await other.as('binh');
      await other.close();
    });
  });

  describe('are locked', () => {
    it('and out with the next request; opened again they sign in as before', async () => {
      const phong = await app.as('phong');
      expect((await phong.get('/')).status).to.equal(200);
      const { accountId } = app.cast.actor('phong');
      const locked = await an.post(`/accounts/${accountId}/disable`);
      expect([locked.status, locked.location]).to.deep.equal([303, '/accounts']);
      expect((await phong.get('/')).location).to.equal('/login?next=%2F');
      expect((await phong.get('/api/v1/clusters')).status).to.equal(401);
      const refused = await app.visitor().post('/login', { login: loginOf('phong'), password: PASSWORD });
      expect(refused.status).to.equal(422);
      expect(wordsOf(refused.text)).to.include('Tên đăng nhập hoặc mật khẩu không đúng.');
      expect(wordsOf((await an.get('/accounts')).text)).to.include('Đã khóa tài khoản phong.phongdien.');

      await an.post(`/accounts/${accountId}/enable`);
      expect((await phong.get('/')).status, 'old sessions stay ended').to.equal(303);
      await app.as('phong');
    });
  });

  it('leave traces in the audit with ids, without names', async () => {
    const form = wanted();
    await an.post('/accounts', form);
    const { id } = await accountOf(form.login);
    const entries = await app.context.db.read
      .selectFrom('audit_entry')
      .selectAll()
      .where('subject', '=', `account:${id}`)
      .execute();
    expect(entries.map(({ action, actor }) => [action, actor])).to.deep.equal([
      ['account_invited', `account:${app.cast.actor('an').accountId}`],
    ]);
    const all = JSON.stringify(await app.context.db.read.selectFrom('audit_entry').selectAll().execute());
    expect(all).not.to.include('Sa Rây').and.not.include(form.login);
  });
});
