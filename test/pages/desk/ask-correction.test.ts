/** Đề nghị điều chỉnh for somebody who is on the list already, once the list takes no corrections directly. */
import { expect } from 'chai';
import { type Client, wordsOf } from '../../support/app.ts';
import { inventedRow, register } from '../../support/cast.ts';
import {
  asForm,
  census,
  hiddenIn,
  makePeopleWorld,
  nameOf,
  newcomer,
  type PeopleWorld,
} from '../../support/people-world.ts';

const LATE = '2023-04-05T09:00';

describe('a correction the unit cannot make by itself', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
    await world.moveTo(LATE);
  });
  afterEach(() => world.close());

  const page = (index = 0) => `/registrations/${world.ids[index]}`;
  const wish = (changes: Record<string, string> = {}) =>
    asForm(0, { position: 'Phó Chủ tịch', reason: 'bổ nhiệm mới', ...changes });
  const ask = (form = wish(), client: Client = world.binh) => client.post(`${page()}/change-request`, form);
  const asked = async (form = wish()) => (await ask(form)).location ?? '';
  const wordsAt = async (client: Client, path: string) => wordsOf((await client.get(path)).text);
  const requests = async () => await world.app.context.db.read.selectFrom('change_request').selectAll().execute();
  const decisions = async () => await world.app.context.db.read.selectFrom('change_decision').selectAll().execute();
  /** As the organiser's page of the request posts it. */
  const approve = async (path: string, more: Record<string, string> = {}) =>
    world.an.post(`${path}/approve`, { ...hiddenIn((await world.an.get(path)).text, ['seen']), ...more });
  const post = async () =>
    await world.app.context.db.read
      .selectFrom('delegate')
      .innerJoin('registration', 'registration.delegate_id', 'delegate.id')
      .select(['full_name', 'position', 'phone', 'note'])
      .where('registration.id', '=', world.ids[0])
      .executeTakeFirstOrThrow();

  it('is offered on the page of the person, filled with what stands there', async () => {
    expect((await world.binh.get(page())).text).to.include(`href="${page()}/change-request"`);
    const { status, text } = await world.binh.get(`${page()}/change-request`);
    expect(status).to.equal(200);
    expect(text)
      .to.include(`value="${nameOf(0)}"`)
      .and.include('name="reason"');
  });

  it('is what a correction that came too late turns into, with everything typed', async () => {
    const late = await world.binh.post(`${page()}/correct`, wish());
    expect(late.status).to.equal(422);
    expect(wordsOf(late.text)).to.include('Đã quá hạn đăng ký').and.include('Gửi đề nghị sửa');
    expect(late.text).to.include(`action="${page()}/change-request"`).and.include('value="Phó Chủ tịch"');
  });

  it('waits for the organiser and changes nothing yet', async () => {
    const before = await census(world);
    const answer = await ask();
    expect(answer.location).to.match(/^\/change-requests\//);
    expect(await wordsAt(world.binh, answer.location ?? '')).to.include('Đã gửi đề nghị sửa thông tin');
    expect(await census(world)).to.deep.equal({ ...before, audit_entry: Number(before['audit_entry']) + 1 });
    expect((await requests())[0]).to.include({ registration_id: world.ids[0], row_count: 1, reason: 'bổ nhiệm mới' });
    expect(await wordsAt(world.binh, page())).to.include('đang chờ Ban Tổ chức');
  });

  it('stands among the requests of the desk and among what is to be done, as a correction', async () => {
    await ask();
    const desk = `/clusters/${world.clusterId}/registrations`;
    expect(await wordsAt(world.binh, desk)).to.include(`Sửa thông tin Ông ${nameOf(0)}, gửi lúc 09:00, 05/4/2023`);
    expect(await wordsAt(world.an, '/')).to.include(
      `Đề nghị của Huyện Thới Lai: sửa thông tin Ông ${nameOf(0)}, Cụm 2`,
    );
    expect(await wordsAt(world.an, `/clusters/${world.clusterId}/history`)).to.include(
      `Huyện Thới Lai đề nghị sửa thông tin của Ông ${nameOf(0)}`,
    );
  });

  it('shows the organiser what stands there and what is asked for, field by field, and no other', async () => {
    const words = await wordsAt(world.an, await asked(wish({ phone: '0900 000 091' })));
    expect(words).to.include('Mục Hiện nay Đề nghị');
    expect(words).to.include('Chức vụ Trưởng phòng Nội vụ Phó Chủ tịch');
    expect(words).to.include('Điện thoại 0900 000 000 0900 000 091');
    expect(words).to.include('bổ nhiệm mới').and.not.include('dai.bieu.0@').and.not.include('có chỗ');
  });

  it('approved is carried out in the same step, told in the history, and nobody is added', async () => {
    const path = await asked();
    const before = await census(world);
    expect((await approve(path)).location).to.equal(page());
    expect(await post()).to.include({ position: 'Phó Chủ tịch', full_name: nameOf(0) });
    const after = await census(world);
    for (const table of ['delegate', 'registration']) expect(after[table]).to.equal(before[table]);
    expect(await wordsAt(world.binh, page())).to.include('Sửa chức vụ: Trưởng phòng Nội vụ → Phó Chủ tịch Lâm Hoài An');
    expect(await wordsAt(world.binh, path))
      .to.include('Đã đồng ý: Lâm Hoài An')
      .and.include('Khi đề nghị');
    expect(await wordsAt(world.binh, path)).not.to.include('có chỗ');
    expect(await wordsAt(world.binh, `/clusters/${world.clusterId}/history`)).to.include(
      `Đồng ý đề nghị của Huyện Thới Lai sửa thông tin của Ông ${nameOf(0)}`,
    );
  });

  it('is decided once', async () => {
    const path = await asked();
    await approve(path);
    await world.an.post(`${page()}/correct`, wish({ position: 'Chánh Văn phòng' }));
    const before = await census(world);
    expect(await wordsAt(world.an, (await approve(path)).location ?? '')).to.include('đã có quyết định trước đó');
    expect(await census(world)).to.deep.equal(before);
    expect(await post()).to.include({ position: 'Chánh Văn phòng' });
    expect(await decisions()).to.have.length(1);
  });

  it('leaves alone what somebody else has corrected meanwhile', async () => {
    const path = await asked();
    await world.binh.post(`${page()}/correct`, asForm(0, { phone: '0900 000 099', note: 'ăn chay' }));
    await approve(path);
    expect(await post()).to.include({ position: 'Phó Chủ tịch', phone: '0900000099', note: 'ăn chay' });
  });

  it('is not approved on a page that is out of date', async () => {
    const path = await asked();
    const old = hiddenIn((await world.an.get(path)).text, ['seen']);
    await world.an.post(`${page()}/correct`, asForm(0, { position: 'Chánh Văn phòng' }));
    const answer = await world.an.post(`${path}/approve`, old);
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.include('vừa được sửa').and.include('Chức vụ Chánh Văn phòng Phó Chủ tịch');
    expect(await decisions()).to.have.length(0);
  });

  it('asks who it is when another name is wanted under an invitation: the unit, and the organiser again', async () => {
    await world.invite();
    const unsaid = await ask(wish({ fullName: 'Hồ Út' }));
    expect(unsaid.status).to.equal(422);
    expect(unsaid.text).to.include('name="samePerson"');
    const path = await asked(wish({ fullName: 'Hồ Út', samePerson: '1' }));
    const refused = await approve(path);
    expect(refused.status).to.equal(422);
    expect(refused.text).to.include('name="samePerson"');
    expect(await post()).to.include({ full_name: nameOf(0) });
    expect((await approve(path, { samePerson: '1' })).status).to.equal(303);
    expect(await post()).to.include({ full_name: 'Hồ Út' });
  });

  it('refused leaves everything as it is and tells the unit why', async () => {
    const path = await asked();
    await world.an.post(`${path}/refuse`, { reason: 'chưa có quyết định bổ nhiệm' });
    expect(await post()).to.include({ position: 'Trưởng phòng Nội vụ' });
    expect(await wordsAt(world.binh, path)).to.include('chưa có quyết định bổ nhiệm');
    expect(await wordsAt(world.binh, page())).not.to.include('đang chờ Ban Tổ chức');
  });

  it('of somebody who has left can only be refused', async () => {
    const path = await asked();
    await world.binh.post(`${page()}/withdraw`, { reason: 'bận' });
    const answer = await approve(path);
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.include('không còn trong danh sách');
    expect((await world.an.post(`${path}/refuse`, { reason: 'đã rút' })).status).to.equal(303);
  });

  const refusals: [what: string, changes: Record<string, string>, says: string][] = [
    ['without a reason', { reason: '' }, 'Vui lòng ghi lý do'],
    ['without a change', { position: 'Trưởng phòng Nội vụ' }, 'Chưa có thay đổi nào'],
    ['for what can be saved directly', { position: 'Trưởng phòng Nội vụ', note: 'x' }, 'lưu được ngay'],
    ['with an error', { fullName: '' }, 'Thiếu họ và tên'],
    ['for the name of somebody else', { ...asForm(2), reason: 'x' }, 'Đã có trong danh sách'],
    ['on an old page', { seen: 'cũ' }, 'Có người vừa sửa'],
  ];
  for (const [what, changes, says] of refusals) {
    it(`is not sent ${what}: 422 with what was typed`, async () => {
      const answer = await ask(wish(changes));
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include(says);
      for (const value of Object.values(wish(changes)).filter((text) => text !== '' && text !== 'cũ')) {
        expect(answer.text).to.include(`value="${value}"`);
      }
      expect(await requests()).to.have.length(0);
    });
  }

  it('needs no request while the list is open, nor from the organiser', async () => {
    await world.moveTo('2023-03-30T09:00');
    expect((await world.binh.get(`${page()}/change-request`)).location).to.equal(page());
    expect((await ask()).status).to.equal(422);
    await world.moveTo(LATE);
    expect((await world.an.get(`${page()}/change-request`)).location).to.equal(page());
    expect(await requests()).to.have.length(0);
  });

  it('and no second entry of the same name comes in as a request for rows', async () => {
    const form: Record<string, string> = { lines: '1', reason: 'sửa chức vụ' };
    for (const [field, value] of Object.entries(asForm(0, { position: 'Phó Chủ tịch' })))
      form[`row.1.${field}`] = value;
    const path = `/clusters/${world.clusterId}/change-requests`;
    const answer = await world.binh.post(path, form);
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.include(`Trong danh sách đã có người cùng tên: ${nameOf(0)}`);
    expect(answer.text).to.include(`<a href="${page()}">${nameOf(0)}, Trưởng phòng Nội vụ</a>`);
    expect(await requests()).to.have.length(0);
    expect((await world.binh.post(path, { ...form, 'row.1.anotherPerson': '1' })).status).to.equal(303);
    expect((await requests())[0]).to.include({ registration_id: null });
  });

  describe('the ritual', () => {
    it('signed out, wrong role, other unit, missing id', async () => {
      expect((await ask(wish(), world.app.visitor())).status).to.equal(401);
      expect((await ask(wish(), await world.app.as('em'))).status).to.equal(403);
      expect((await ask(wish(), world.cuc)).status).to.equal(404);
      expect((await world.cuc.get(`${page()}/change-request`)).status).to.equal(404);
      expect((await world.cuc.get(await asked())).status).to.equal(404);
      expect((await world.binh.post('/registrations/khong-co/change-request', wish())).status).to.equal(404);
    });
    it('sent twice', async () => {
      const path = await asked();
      expect(await asked()).to.equal(path);
      expect(await requests()).to.have.length(1);
      // The same change of somebody else is another request.
      const { context, cast } = world.app;
      const rows = [inventedRow(0, { position: 'Khác' })];
      await register(context, cast.actor('an'), { clusterId: world.clusterId, rows, unitId: cast.unit('927') });
      expect(await asked(newcomer({ reason: 'khác' }))).not.to.equal(path);
    });
    it('withdrawn', async () => {
      await world.binh.post(`${page()}/withdraw`, { reason: 'bận' });
      expect((await ask()).location).to.equal(page());
    });
  });
});
