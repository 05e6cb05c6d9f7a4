/** When a unit is merged or ends, its registrar goes on with another one. */
import { expect } from 'chai';
import { setEnd } from '../../../db/units/unit-changes.ts';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { type Person, PASSWORD, loginOf } from '../../support/cast.ts';

describe('an account whose unit is no more', () => {
  let app: TestApp;
  let an: Client;
  beforeEach(async () => {
    app = await startApp();
    an = await app.as('an');
  });
  afterEach(() => app.close());

  const end = (code: string, successor?: string) =>
    app.context.db.write((tx) =>
      setEnd(tx, app.cast.unit(code), {
        lastDay: '2023-02-28',
        successorId: successor === undefined ? undefined : app.cast.unit(successor),
      }),
    );
  const path = (person: Person) => `/accounts/${app.cast.actor(person).accountId}/unit`;
  const unitOf = async (person: Person) =>
    (
      await app.context.db.read
        .selectFrom('account')
        .select('unit_id')
        .where('id', '=', app.cast.actor(person).accountId)
        .executeTakeFirstOrThrow()
    ).unit_id;

  it('is marked in the list, and moves to another unit, which the page offers first', async () => {
    await end('917', '927');
    expect(wordsOf((await an.get('/accounts')).text)).to.contain('Quận Ô Môn Đơn vị không còn');
    const page = await an.get(path('cuc'));
    expect(wordsOf(page.text)).to.contain('Đang thuộc: Quận Ô Môn').and.to.contain('nên không tham dự sự kiện mới');
    expect(page.text).to.contain(`<option value="${app.cast.unit('927')}" selected>`);
    const answer = await an.post(path('cuc'), { unit: app.cast.unit('927') });
    expect([answer.status, answer.location]).to.deep.equal([303, '/accounts']);
    expect(await unitOf('cuc')).to.equal(app.cast.unit('927'));
    const words = wordsOf((await an.get('/accounts')).text);
    expect(words).to.contain('Đã chuyển tài khoản cuc.omon sang đơn vị: Huyện Thới Lai.');
    expect(words).not.to.contain('Đơn vị không còn');
  });

  it('is signed out, sees the new unit from then on, and no longer the old one', async () => {
    const cuc = await app.as('cuc');
    const desk = `/clusters/${app.cast.cluster(2)}/registrations`;
    expect(wordsOf((await cuc.get(desk)).text)).to.contain('Quận Ô Môn');
    await an.post(path('cuc'), { unit: app.cast.unit('924') });
    expect((await cuc.get('/')).location).to.equal('/login?next=%2F');
    const again = await app.as('cuc');
    expect((await again.get(desk)).status).to.equal(404);
    expect((await again.get(`/clusters/${app.cast.cluster(1)}/registrations`)).status).to.equal(200);
  });

  it('leaves the move in the audit, with ids and no names', async () => {
    await an.post(path('cuc'), { unit: app.cast.unit('927') });
    const entry = await app.context.db.read
      .selectFrom('audit_entry')
      .select(['action', 'actor', 'subject', 'detail'])
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow();
    expect({ ...entry, detail: JSON.parse(entry.detail) }).to.deep.equal({
      action: 'account_moved',
      actor: `account:${app.cast.actor('an').accountId}`,
      subject: `account:${app.cast.actor('cuc').accountId}`,
      detail: { from: app.cast.unit('917'), to: app.cast.unit('927') },
    });
  });

  it('sent twice moves once: the second time it is there already', async () => {
    expect((await an.post(path('cuc'), { unit: app.cast.unit('927') })).status).to.equal(303);
    const answer = await an.post(path('cuc'), { unit: app.cast.unit('927') });
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.contain('Tài khoản đang thuộc đơn vị này.');
  });

  it('is not moved to no unit, to one nobody knows, or to one that has ended', async () => {
    await end('926');
    for (const [unit, sentence] of [
      ['', 'Vui lòng chọn đơn vị cho đầu mối.'],
      ['khong-co', 'Vui lòng chọn đơn vị cho đầu mối.'],
      [app.cast.unit('926'), 'Đơn vị này đã sáp nhập hoặc kết thúc hoạt động.'],
    ] as const) {
      const answer = await an.post(path('cuc'), { unit });
      expect(answer.status, unit).to.equal(422);
      expect(wordsOf(answer.text)).to.contain(sentence);
    }
    expect(await unitOf('cuc')).to.equal(app.cast.unit('917'));
    await app.as('cuc');
  });

  it('of somebody whom this person may not manage is not found', async () => {
    for (const person of ['quan', 'em', 'an'] as const) {
      expect((await an.get(path(person))).status, person).to.equal(404);
      expect((await an.post(path(person), { unit: app.cast.unit('927') })).status, person).to.equal(404);
    }
    const quan = await app.as('quan');
    expect((await quan.post(path('em'), { unit: '' })).status).to.equal(303);
    expect(await unitOf('em')).to.equal(null);
  });

  it('is not made for a unit that has ended: the unit is neither offered nor taken', async () => {
    await end('917');
    const { text } = await an.get('/accounts');
    expect(text).not.to.contain(`<option value="${app.cast.unit('917')}"`);
    expect(text).to.contain(`<option value="${app.cast.unit('927')}"`);
    const form = { login: 'nguoi.moi', fullName: 'Thạch Thị Sa Rây', role: 'registrar' };
    const answer = await an.post('/accounts', { ...form, unit: app.cast.unit('917') });
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.contain('Đơn vị này đã sáp nhập hoặc kết thúc hoạt động.');
  });

  it('control: without the move the registrar goes on with the old unit', async () => {
    await end('917', '927');
    expect((await app.visitor().post('/login', { login: loginOf('cuc'), password: PASSWORD })).status).to.equal(303);
    expect(await unitOf('cuc')).to.equal(app.cast.unit('917'));
  });
});
