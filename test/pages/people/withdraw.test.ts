import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { fieldsOfForm } from '../../support/page-form.ts';
import { cellsOf, codesIn, inventedRow, inventedRows, invite, pairPhone, register } from '../../support/cast.ts';

describe('withdrawing a delegate', () => {
  let app: TestApp;
  let binh: Client;
  let desk: string;
  let clusterId: string;
  beforeEach(async () => {
    app = await startApp();
    binh = await app.as('binh');
    clusterId = app.cast.cluster(2);
    desk = `/clusters/${clusterId}/registrations`;
  });
  afterEach(() => app.close());

  const registerAs = (person: 'binh' | 'cuc', count: number, from = 0) =>
    register(app.context, app.cast.actor(person), { clusterId, rows: inventedRows(count, from) });
  const withdraw = (id: string | undefined, reason = 'bận họp', client = binh) =>
    client.post(`/registrations/${id}/withdraw`, { reason });
  const seatOf = async (id: string | undefined) =>
    (
      await app.context.db.read
        .selectFrom('registration')
        .select('seat')
        .where('id', '=', id ?? '')
        .executeTakeFirstOrThrow()
    ).seat;

  it('asks first, by name', async () => {
    const [id] = await registerAs('binh', 1);
    const page = await binh.get(`/registrations/${id}/withdraw`);
    expect(page.status).to.equal(200);
    expect(wordsOf(page.text)).to.include('Rút đại biểu: Ông Huỳnh Nhựt Phước?');
  });

  it('takes them off the list, says so, and keeps who, when and why', async () => {
    const [id] = await registerAs('binh', 2);
    const answer = await withdraw(id);
    expect([answer.status, answer.location]).to.deep.equal([303, desk]);
    const page = wordsOf((await binh.get(desk)).text);
    expect(page).to.include('Đã rút Ông Huỳnh Nhựt Phước.').and.include('Huyện Thới Lai (1)').and.include('1/15');
    const row = await app.context.db.read.selectFrom('withdrawal').selectAll().executeTakeFirstOrThrow();
    expect(row).to.deep.equal({
      registration_id: id,
      at: app.context.now().toUTC().toISO(),
      by_account: app.cast.actor('binh').accountId,
      reason: 'bận họp',
    });
  });

  it('needs a reason, and keeps what was typed', async () => {
    const [id] = await registerAs('binh', 1);
    for (const reason of ['', '  ']) {
      const answer = await withdraw(id, reason);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Vui lòng ghi lý do rút đại biểu.');
    }
    const long = await withdraw(id, 'bận '.repeat(100));
    expect(long.status).to.equal(422);
    expect(long.text).to.include('bận bận bận');
    expect(wordsOf(long.text)).to.include('Nội dung dài quá 300 ký tự');
    expect(await app.context.db.read.selectFrom('withdrawal').selectAll().execute()).to.deep.equal([]);
  });

  it('kills the code at once', async () => {
    const [id] = await registerAs('binh', 1);
    const codes = await invite(app.context, app.cast.actor('an'), clusterId);
    const link = `/I/${codes.get(id ?? '')?.token}`;
    expect((await app.visitor().get(link)).status).to.equal(200);
    await withdraw(id);
    const dead = await app.visitor().get(link);
    expect(dead.status).to.equal(404);
    expect(dead.text).not.to.include('Huỳnh Nhựt Phước');
    expect((await app.visitor().post(`${link}/confirm`)).status).to.equal(404);
    expect(await codesIn(app.context, clusterId)).to.deep.equal(new Map());
  });

  it('gives the place to the first who waits in the same unit, who then is on an accepted list', async () => {
    const ids = await registerAs('binh', 17);
    expect(await seatOf(ids[15])).to.equal('waiting');
    await withdraw(ids[3]);
    expect([await seatOf(ids[15]), await seatOf(ids[16])]).to.deep.equal(['seated', 'waiting']);
    const page = wordsOf((await binh.get(desk)).text);
    expect(page).to.include('Đã rút Bà Trương Kim Thoại.').and.include('từ danh sách chờ được xếp chỗ.');
    await withdraw(ids[4]);
    expect(await seatOf(ids[16])).to.equal('seated');
    const list = await app.context.db.read
      .selectFrom('cluster_unit')
      .select('list_state')
      .where('cluster_id', '=', clusterId)
      .where('unit_id', '=', app.cast.unit('927'))
      .executeTakeFirstOrThrow();
    expect(list.list_state).to.equal('accepted');
  });

  it('moves nobody up when one who waits goes', async () => {
    const ids = await registerAs('binh', 17);
    await withdraw(ids[15]);
    expect(await seatOf(ids[16])).to.equal('waiting');
  });

  it('moves nobody up when the event does not want it', async () => {
    await app.context.db.write((tx) => tx.updateTable('event').set({ promotes_freed_places: 0 }).execute());
    const ids = await registerAs('binh', 16);
    await withdraw(ids[0]);
    expect(await seatOf(ids[15])).to.equal('waiting');
  });

  it('moves up who waits of another unit when the own has nobody, within that unit’s share', async () => {
    await app.context.db.write(async (tx) => {
      await tx.updateTable('cluster').set({ capacity_min: 10, capacity_max: 12 }).where('id', '=', clusterId).execute();
    });
    const own = await registerAs('binh', 10);
    const others = await registerAs('cuc', 4, 20);
    expect(await Promise.all(others.map(seatOf))).to.deep.equal(['seated', 'seated', 'waiting', 'waiting']);
    await withdraw(own[0]);
    expect(await Promise.all(others.map(seatOf))).to.deep.equal(['seated', 'seated', 'seated', 'waiting']);
  });

  it('tells a registrar how many of other units moved up, and the organiser who they are', async () => {
    await app.context.db.write(async (tx) => {
      await tx.updateTable('cluster').set({ capacity_min: 10, capacity_max: 12 }).where('id', '=', clusterId).execute();
    });
    const own = await registerAs('binh', 10);
    await registerAs('cuc', 4, 20);
    await withdraw(own[0]);
    const page = wordsOf((await binh.get(desk)).text);
    expect(page).to.include('1 đại biểu của đơn vị khác từ danh sách chờ được xếp chỗ.');
    expect(page).not.to.include(inventedRow(22).fullName);
    const an = await app.as('an');
    await withdraw(own[1], 'bận họp', an);
    expect(wordsOf((await an.get(`${desk}?unit=${app.cast.unit('927')}`)).text)).to.include(inventedRow(23).fullName);
  });

  it('happens once, even when two people press at the same moment', async () => {
    const [id] = await registerAs('binh', 1);
    const answers = await Promise.all([withdraw(id), withdraw(id)]);
    expect(answers.map((answer) => answer.status).sort()).to.deep.equal([303, 404]);
    expect((await withdraw(id)).status).to.equal(404);
    expect((await binh.get(`/registrations/${id}/withdraw`)).status).to.equal(404);
  });

  it('asks before the name stands on the list again: a list sent again must not bring anybody back', async () => {
    const [id] = await registerAs('binh', 2);
    await withdraw(id);
    expect(await registerAs('binh', 2)).to.deep.equal([]);
    const text = [inventedRow(0), inventedRow(1)].map((row) => Object.values(row).join('\t')).join('\n');
    const review = await binh.post(`${desk}/check`, { text });
    expect(wordsOf(review.text))
      .to.include('Huỳnh Nhựt Phước đã được rút khỏi danh sách ngày 30/3 (bận họp), không ghi lại')
      .and.include('Đăng ký lại')
      .and.include('Không có dòng mới để gửi.');
    const answered = await binh.post(`${desk}/check`, {
      ...fieldsOfForm(review.text, desk),
      'row.1.comesAgain': '1',
      'row.2.comesAgain': '1',
    });
    expect(wordsOf(answered.text)).to.include('Đăng ký lại người đã rời danh sách');
    expect((await binh.post(desk, fieldsOfForm(answered.text, desk))).status).to.equal(303);
    expect(wordsOf((await binh.get(desk)).text)).to.include('Huyện Thới Lai (2)');
  });

  it('is refused once the door has let them in: attendance stays as it was', async () => {
    const [id] = await registerAs('binh', 1);
    const codes = await invite(app.context, app.cast.actor('an'), clusterId);
    app.context.clock.set('2023-04-07T13:20');
    const phone = await pairPhone(app.context, { clusterId, gate: 'Cửa chính', by: app.cast.actor('an') });
    const at = app.context.now().toISO();
    const scan = { id: randomUUID(), seq: 1, code: codes.get(id ?? '')?.token, method: 'camera', at, ageMs: 0 };
    await app.with(phone).postJson('/api/v1/door/scans', { scans: [scan] });
    const answer = await withdraw(id, 'bận họp', await app.as('an'));
    expect(answer.status).to.equal(409);
    expect(wordsOf(answer.text)).to.include('đại biểu này đã điểm danh');
    expect(await app.context.db.read.selectFrom('withdrawal').selectAll().execute()).to.deep.equal([]);
  });

  it('is the unit’s to the end of the meeting and the organiser’s until attendance is closed', async () => {
    const ids = await registerAs('binh', 4);
    const at = async (local: string, person: 'binh' | 'an', id: string | undefined) => {
      app.context.clock.set(local);
      return (await withdraw(id, 'bận họp', await app.as(person))).status;
    };
    expect(await at('2023-04-07T16:59', 'binh', ids[0])).to.equal(303);
    expect(await at('2023-04-07T17:00', 'binh', ids[1])).to.equal(409);
    expect(await at('2023-04-08T08:00', 'an', ids[1])).to.equal(303);
    const closed = { closed_at: '2023-04-08T02:00:00.000Z' };
    await app.context.db.write((tx) => tx.updateTable('cluster').set(closed).where('id', '=', clusterId).execute());
    expect(await at('2023-04-08T09:01', 'an', ids[2])).to.equal(409);
    const page = await (await app.as('an')).post(`/registrations/${ids[2]}/withdraw`, { reason: 'bận họp' });
    expect(wordsOf(page.text)).to.include('Chưa rút: cụm này đã kết thúc');
  });

  it('of a page that says other things of them than are true now is not carried out', async () => {
    const [id] = await registerAs('binh', 1);
    const { text } = await binh.get(`/registrations/${id}/withdraw`);
    const seen = /name="seen" value="(\w+)"/.exec(text)?.[1] ?? '';
    const corrected = { ...cellsOf(inventedRow(0)), position: 'Chánh Thanh tra' };
    await binh.post(`/registrations/${id}/correct`, corrected);
    const send = () => binh.post(`/registrations/${id}/withdraw`, { reason: 'bận họp', seen });
    const answer = await send();
    expect([answer.status, wordsOf(answer.text).includes('vừa được sửa')]).to.deep.equal([409, true]);
    expect(answer.text).to.include('value="bận họp"').and.include('Chánh Thanh tra');
    expect((await binh.post(`/registrations/${id}/withdraw`, { reason: 'bận họp' })).status).to.equal(303);
  });

  it('leaves the name free to be registered again', async () => {
    const [id] = await registerAs('binh', 1);
    await withdraw(id);
    const rows = [{ ...inventedRow(0), comesAgain: true }];
    const [again] = await register(app.context, app.cast.actor('binh'), { clusterId, rows });
    expect(again).to.be.a('string').and.not.equal(id);
    expect(await seatOf(again)).to.equal('seated');
  });

  it('is not for another unit: Cúc does not even learn that the delegate exists', async () => {
    const [id] = await registerAs('binh', 1);
    const cuc = await app.as('cuc');
    expect((await cuc.get(`/registrations/${id}/withdraw`)).status).to.equal(404);
    expect((await withdraw(id, 'bận họp', cuc)).status).to.equal(404);
    expect(await app.context.db.read.selectFrom('withdrawal').selectAll().execute()).to.deep.equal([]);
  });

  it('by the organiser leads back to that unit’s list', async () => {
    const [id] = await registerAs('binh', 1);
    const answer = await withdraw(id, 'đơn vị báo qua điện thoại', await app.as('an'));
    expect(answer.location).to.equal(`${desk}?unit=${app.cast.unit('927')}`);
  });
});
