import { expect } from 'chai';
import { runOnce } from '../../../server/mail/postman.ts';
import { openTransport } from '../../../server/mail/open-transport.ts';
import { substituteDelegate } from '../../../server/actions/people/substitute-delegate.ts';
import { wordsOf } from '../../support/app.ts';
import { inventedRow, inventedRows, register } from '../../support/cast.ts';
import {
  census,
  codesNow,
  makePeopleWorld,
  nameOf,
  newcomer,
  type PeopleWorld,
  registrationIn,
} from '../../support/people-world.ts';

const ON_THE_DAY = '2023-04-07T13:20';

describe('sending a substitute', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  afterEach(() => world.close());

  const form = (id: string) => `/registrations/${id}/substitute`;
  const send = async (id: string, changes: Record<string, string> = {}) =>
    registrationIn((await world.binh.post(form(id), newcomer(changes))).location);
  const placeOf = (id: string) =>
    world.app.context.db.read.selectFrom('registration').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('keeps the place: seat, list order, unit, cluster and category', async () => {
    const page = await world.binh.get(form(world.ids[1]));
    expect(page.status).to.equal(200);
    expect(wordsOf(page.text)).to.include(`Cử người đi thay Bà ${nameOf(1)}`);
    expect(page.text).to.include('<option value="B2" selected>');
    const { id, delegate_id, submitted_by, ...place } = await placeOf(await send(world.ids[1]));
    const { id: oldId, delegate_id: oldDelegate, submitted_by: oldBy, ...oldPlace } = await placeOf(world.ids[1]);
    expect(place).to.deep.equal(oldPlace);
  });

  it('kills the old code at once and lets the new one in; a card without an e-mail', async () => {
    const before = (await world.invite()).get(world.ids[1]);
    const next = await send(world.ids[1], { email: '' });
    const after = (await codesNow(world)).get(next);
    await world.moveTo(ON_THE_DAY);
    const old = await world.scan(before?.token ?? '');
    expect(old).to.deep.include({ verdict: 'revoked' });
    expect(old.detail).to.include({ why: 'substituted' });
    expect(await world.scan(after?.token ?? '')).to.include({ verdict: 'admitted' });
    expect((await world.binh.get(`/registrations/${next}/pass`)).text).to.include('Sa Rây');
  });

  it('control: with nobody sent instead the old code lets in', async () => {
    const code = (await world.invite()).get(world.ids[1]);
    await world.moveTo(ON_THE_DAY);
    expect(await world.scan(code?.token ?? '')).to.include({ verdict: 'admitted' });
  });

  it('chosen by name at the door, the old delegate is refused as replaced', async () => {
    await send(world.ids[1]);
    await world.moveTo(ON_THE_DAY);
    const { context } = world.app;
    const scan = { id: context.newId(), seq: 900, code: '', registrationId: world.ids[1], method: 'search' };
    const answer = await world.app
      .with(world.phone)
      .postJson('/api/v1/door/scans', { scans: [{ ...scan, at: context.now().toISO(), ageMs: 0 }] });
    const [result] = answer.json<{ results: { verdict: string; detail: { why: string } }[] }>().results;
    expect(result?.verdict).to.equal('revoked');
    expect(result?.detail.why).to.equal('substituted');
  });

  it('invites with a letter of its own when the old one was invited, and stops the letter that had not left', async () => {
    await world.invite();
    const next = await send(world.ids[1]);
    const letters = await world.app.context.db.read
      .selectFrom('letter')
      .innerJoin('invitation', 'invitation.id', 'letter.invitation_id')
      .select(['letter.recipient', 'letter.state'])
      .where('invitation.registration_id', '=', next)
      .execute();
    expect(letters).to.deep.equal([{ recipient: 'sa.ray@example.gov.vn', state: 'queued' }]);
    for (let round = 0; round < 4; round += 1) await runOnce(world.app.context, openTransport(world.app.context));
    const old = wordsOf((await world.binh.get(`/registrations/${world.ids[1]}`)).text);
    expect(old).to.include('không gửi nữa vì mã đã thu hồi');
  });

  it('invites nobody while the old one was not invited either', async () => {
    const next = await send(world.ids[1]);
    expect((await census(world))['invitation']).to.equal(0);
    const codes = await world.invite();
    expect(codes.has(next)).to.equal(true);
    expect(codes.has(world.ids[1])).to.equal(false);
  });

  it('keeps the place in the queue of those who wait', async () => {
    const { context, cast } = world.app;
    const quota = await context.db.read
      .selectFrom('cluster_unit')
      .select('quota')
      .where('cluster_id', '=', world.clusterId)
      .where('unit_id', '=', cast.unit('926'))
      .executeTakeFirstOrThrow();
    const ids = await register(context, cast.actor('phong'), {
      clusterId: world.clusterId,
      rows: inventedRows(quota.quota + 2, 200, { category: 'B2' }),
    });
    const phong = await world.app.as('phong');
    context.clock.advance({ minutes: 5 });
    const [firstWaiting = '', seated = ''] = [ids[quota.quota], ids[0]];
    const next = registrationIn((await phong.post(form(firstWaiting), newcomer())).location);
    expect((await placeOf(next)).seat).to.equal('waiting');
    await phong.post(`/registrations/${seated}/withdraw`, { reason: 'bận họp' });
    expect((await placeOf(next)).seat).to.equal('seated');
    expect((await placeOf(ids[quota.quota + 1] ?? '')).seat).to.equal('waiting');
  });

  it('prints "Đi thay …" on every list, in the place of the old one', async () => {
    await send(world.ids[1], { note: 'đi xe riêng' });
    const row = `2,Bà Thạch Thị Sa Rây,Phó Trưởng phòng Nội vụ,Huyện Thới Lai,0900 000 077,Đi thay Bà ${nameOf(1)}; đi xe riêng`;
    expect(await world.csv('registered')).to.include(row);
    await world.moveTo('2023-04-07T14:10');
    const attendance = await world.csv('attendance');
    expect(attendance).to.include(`Đi thay Bà ${nameOf(1)}`);
    expect(attendance).not.to.include(`,Bà ${nameOf(1)},`);
  });

  it('of a substitute, and then the original comes back: every code but the last is dead, every name stays', async () => {
    const codes = await world.invite();
    const second = await send(world.ids[1]);
    const secondCode = (await codesNow(world)).get(second);
    const third = await send(second, { fullName: 'Danh Út', honorific: 'Ông', email: '' });
    expect(await world.csv('registered')).to.include(
      `Ông Danh Út,Phó Trưởng phòng Nội vụ,Huyện Thới Lai,0900 000 077,Đi thay Bà ${nameOf(1)}`,
    );
    const thirdCode = (await codesNow(world)).get(third);
    const original = inventedRow(1);
    const back = await send(third, { honorific: 'Bà', fullName: original.fullName, position: original.position });
    const backCode = (await codesNow(world)).get(back);
    expect(await world.csv('registered'))
      .to.include(`2,Bà ${nameOf(1)}`)
      .and.not.include('Đi thay');
    const page = wordsOf((await world.binh.get(`/registrations/${back}`)).text);
    expect(page).to.include('Những người đã giữ chỗ này').and.include('Thạch Thị Sa Rây').and.include('Danh Út');
    await world.moveTo(ON_THE_DAY);
    for (const dead of [codes.get(world.ids[1]), secondCode, thirdCode]) {
      expect((await world.scan(dead?.token ?? '')).detail).to.include({ kind: 'revoked', why: 'substituted' });
    }
    expect(await world.scan(backCode?.token ?? '')).to.include({ verdict: 'admitted' });
  });

  it('is open to the unit after the deadline and during the meeting', async () => {
    await world.moveTo('2023-04-07T15:00');
    expect((await world.binh.post(form(world.ids[1]), newcomer())).status).to.equal(303);
  });

  it('is over with the meeting, for the unit', async () => {
    await world.moveTo('2023-04-07T18:00');
    expect(wordsOf((await world.binh.get(form(world.ids[1]))).text)).to.include('Cụm này đã kết thúc');
    const answer = await world.binh.post(form(world.ids[1]), newcomer());
    expect(answer.status).to.equal(422);
    expect((await census(world))['substitution']).to.equal(0);
    expect((await world.an.post(form(world.ids[1]), newcomer())).status).to.equal(303);
  });

  it('asks nobody by letter to a meeting that is over', async () => {
    await world.invite();
    const letters = async () => (await world.app.context.db.read.selectFrom('letter').select('id').execute()).length;
    const before = await letters();
    await world.moveTo('2023-04-07T18:00');
    const answer = await world.an.post(`/registrations/${world.ids[1]}/substitute`, {
      ...newcomer(),
      reason: 'đi công tác',
    });
    expect(answer.status).to.equal(303);
    expect(await letters()).to.equal(before);
    expect(wordsOf((await world.an.get(answer.location ?? '')).text)).to.include(
      'Cụm đã kết thúc nên không gửi thư mời.',
    );
  });

  it('is refused for whoever is in already', async () => {
    const codes = await world.invite();
    await world.moveTo(ON_THE_DAY);
    await world.scan(codes.get(world.ids[1])?.token ?? '');
    const answer = await world.binh.post(form(world.ids[1]), newcomer());
    expect(answer.status).to.equal(422);
    expect(wordsOf(answer.text)).to.include('đã điểm danh');
  });

  const refusals: [what: string, changes: Record<string, string>, says: string][] = [
    ['no name', { fullName: '' }, 'Thiếu họ và tên'],
    ['no position', { position: ' ' }, 'Thiếu chức vụ'],
    ['no category', { category: '' }, 'Thiếu mã thành phần'],
    ['a category of the host', { category: 'B7' }, 'Thành phần B7 chỉ dành cho đơn vị đăng cai'],
    ['a category of the city', { category: 'A1' }, 'Thành phần A1 không thuộc đơn vị này đăng ký'],
    ['an e-mail that is none', { email: 'sa ray' }, 'Email không đúng định dạng'],
    ['somebody who is on the list', { fullName: nameOf(0), position: 'Trưởng phòng Nội vụ' }, 'Đã có trong danh sách'],
    ['a namesake in another post', { fullName: nameOf(0) }, 'Cùng tên với'],
  ];
  for (const [what, changes, says] of refusals) {
    it(`gives the form back with what was typed: ${what}`, async () => {
      const before = await census(world);
      const answer = await world.binh.post(form(world.ids[1]), newcomer({ reason: 'đi công tác', ...changes }));
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include(says);
      expect(answer.text).to.include('value="0900 000 077"').and.include('value="đi công tác"');
      expect(await census(world)).to.deep.equal(before);
    });
  }

  it('takes a namesake once somebody says it is another person', async () => {
    const next = await send(world.ids[1], { fullName: nameOf(0), anotherPerson: '1' });
    expect(wordsOf((await world.binh.get(`/registrations/${next}`)).text)).to.include('có một người cùng tên');
  });

  it('lets the organiser override a category with a reason, and what was granted is not asked of the next one', async () => {
    const refused = await world.an.post(form(world.ids[1]), newcomer({ category: 'B7' }));
    expect(refused.status).to.equal(422);
    const allowed = await world.an.post(
      form(world.ids[1]),
      newcomer({ category: 'B7', overrideReason: 'theo công văn' }),
    );
    const next = registrationIn(allowed.location);
    expect(await send(next, { fullName: 'Danh Út', category: 'B7' })).not.to.equal(next);
  });

  it('sent twice does it once and shows what came of it', async () => {
    const next = await send(world.ids[1]);
    const before = await census(world);
    const again = await world.binh.post(form(world.ids[1]), newcomer());
    expect(again.location).to.equal(`/registrations/${next}`);
    expect(wordsOf((await world.binh.get(again.location ?? '')).text)).to.include(
      'Chỗ này đã có người đi thay: Bà Thạch Thị Sa Rây',
    );
    expect(await census(world)).to.deep.equal(before);
    expect((await world.binh.get(form(world.ids[1]))).location).to.equal(`/registrations/${world.ids[1]}`);
  });

  it('at the same moment by two people is done once', async () => {
    const { context, cast } = world.app;
    const typed = (fullName: string) => ({ ...inventedRow(90), fullName });
    const order = (fullName: string) => ({
      registrationId: world.ids[1],
      typed: typed(fullName),
      reason: '',
      overrideReason: '',
    });
    const results = await Promise.all([
      substituteDelegate(context, cast.actor('binh'), order('Danh Út')),
      substituteDelegate(context, cast.actor('an'), order('Sơn Ngoan')),
    ]);
    expect(results.map(({ kind }) => kind)).to.deep.equal(['substituted', 'replaced']);
  });

  it('for somebody withdrawn does nothing', async () => {
    await world.binh.post(`/registrations/${world.ids[1]}/withdraw`, { reason: 'bận họp' });
    const answer = await world.binh.post(form(world.ids[1]), newcomer());
    expect(answer.location).to.equal(`/registrations/${world.ids[1]}`);
    expect((await census(world))['substitution']).to.equal(0);
  });

  it('keeps who, when and why on both pages', async () => {
    const next = await send(world.ids[1], { reason: 'Ông Bình đi họp tỉnh' });
    const [old, now] = [
      await world.binh.get(`/registrations/${world.ids[1]}`),
      await world.binh.get(`/registrations/${next}`),
    ];
    expect(wordsOf(old.text))
      .to.include('Đơn vị đã cử Bà Thạch Thị Sa Rây đi thay')
      .and.include('Ông Bình đi họp tỉnh');
    expect(wordsOf(now.text)).to.include(`Đi thay Bà ${nameOf(1)} Quách Thanh Bình Lý do: Ông Bình đi họp tỉnh`);
    expect(old.text).not.to.include('<form method="post" action="/registrations');
  });

  describe('the ritual', () => {
    it('signed out', async () => {
      expect((await world.app.visitor().get(form(world.ids[1]))).location).to.match(/^\/login/);
      expect((await world.app.visitor().post(form(world.ids[1]), newcomer())).status).to.equal(401);
    });
    it('wrong role', async () => {
      expect((await (await world.app.as('em')).post(form(world.ids[1]), newcomer())).status).to.equal(403);
    });
    it('other unit', async () => {
      const answer = await world.cuc.post(form(world.ids[1]), newcomer());
      expect(answer.status).to.equal(404);
      expect((await world.cuc.get(form(world.ids[1]))).status).to.equal(404);
      expect((await census(world))['substitution']).to.equal(0);
    });
    it('missing id', async () => {
      expect((await world.binh.post(form(world.app.context.newId()), newcomer())).status).to.equal(404);
    });
  });
});
