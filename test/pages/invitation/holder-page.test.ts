import { expect } from 'chai';
import type { Actor } from '../../../server/domain/account.ts';
import { sendInvitations } from '../../../server/actions/letters/send-invitations.ts';
import { makeClient } from '../../support/app.ts';
import { asking } from '../../support/asking.ts';
import { CLUSTER, type InviteeWorld, makeInviteeWorld } from '../../support/invitee-world.ts';
import { readQrSvg } from '../../support/qr.ts';

const an: Actor = { accountId: 'an', fullName: 'An Nguyễn', login: 'an', role: 'organiser' };

describe('the delegate’s own page', () => {
  let world: InviteeWorld;
  let token: string;
  beforeEach(async () => {
    world = await makeInviteeWorld();
    await world.register({ id: 'guest', workplace: 'Xã Trường Xuân A' });
    await sendInvitations(world.context, an, { clusterId: CLUSTER, send: 'unsent' });
    const invitation = await world.context.db.read
      .selectFrom('invitation')
      .select(['id', 'version', 'kid'])
      .executeTakeFirstOrThrow();
    token = world.context.keys.passCodes(invitation).token;
  });
  afterEach(() => world.close());

  const open = (path = `/I/${token}`, headers = {}) => asking(makeClient(world.url).get(path, headers));
  const answer = (action: string, form: Record<string, string> = {}, headers = {}) =>
    asking(makeClient(world.url).post(`/I/${token}/${action}`, form, headers));
  const answers = () =>
    world.context.db.read.selectFrom('answer').select(['kind', 'reason', 'at']).orderBy('at').execute();

  it('shows the code, the person, when and where, whom to ask and the programme, to whoever holds the link', async () => {
    const { text, headers } = await open().expect(200);
    expect(text).to.include('Ủy ban nhân dân huyện Thới Lai trân trọng kính mời');
    expect(text).to.include('Ông Bùi Nhựt Thoại');
    expect(text).to.include('Chủ tịch UBND, xã Trường Xuân A, huyện Thới Lai');
    expect(text).to.include('13 giờ 30, Thứ Sáu ngày 07/4/2023').and.include('Đón tiếp từ 13 giờ 00');
    expect(text).to.include('Hội trường UBND huyện Phong Điền').and.include('Cụm 2');
    expect(text).to.include('href="tel:0900000031"').and.include('14:00');
    expect(text).to.include('Vui lòng trả lời trước 17 giờ 00, ngày 04/4/2023');
    expect(text).to.include('Xác nhận tham dự').and.include('Báo vắng');
    const qr = /<img\s+class="qr[^>]*\ssrc="([^"]+)"/.exec(text)?.[1]?.replaceAll('&#39;', "'") ?? '';
    expect(readQrSvg(qr)).to.equal(`http://localhost:3000/I/${token}`.toUpperCase());
    expect(headers.get('cache-control')).to.equal('no-store');
    expect(headers.get('referrer-policy')).to.match(/^(no-referrer|same-origin)$/);
    expect(text).not.to.include('@example.gov.vn');
  });

  it('opens from what a phone reads: any case, also of the path', async () => {
    await open(`/i/${token.toLowerCase()}`).expect(200);
    await open(`/I/${token.toLowerCase()}`).expect(200);
  });

  it('changes nothing however often it is opened', async () => {
    const before = await world.census();
    for (let time = 0; time < 20; time += 1) await open().expect(200);
    await asking(makeClient(world.url).send(`/I/${token}`, { method: 'HEAD' })).expect(200);
    await open(`/I/${token}/confirm`).expect(404);
    expect(await world.census()).to.deep.equal(before);
  });

  it('records that the delegate comes, and shows it', async () => {
    await answer('confirm').expect(303).expect('Location', `/I/${token}`);
    expect(await answers()).to.deep.equal([{ kind: 'confirmed', reason: '', at: '2023-03-30T01:30:00.000Z' }]);
    const { text } = await open();
    expect(text).to.include('Đã xác nhận tham dự').and.include('Đổi trả lời');
    const [entry] = await world.context.db.read.selectFrom('audit_entry').selectAll().orderBy('seq', 'desc').execute();
    expect(entry).to.include({ action: 'invitation_confirmed', subject: 'registration:guest' });
  });

  it('records that the delegate does not come, with the reason in one line', async () => {
    await answer('decline', { reason: '  họp HĐND\r\n cùng ngày ' }).expect(303);
    expect(await answers()).to.deep.equal([
      { kind: 'declined', reason: 'họp HĐND cùng ngày', at: '2023-03-30T01:30:00.000Z' },
    ]);
    expect((await open()).text)
      .to.include('Đã báo vắng')
      .and.include('Lý do: họp HĐND cùng ngày');
  });

  it('asks for the reason, keeps what was typed and writes nothing without one', async () => {
    const before = await world.census();
    const missing = await answer('decline', { reason: '   ' }).expect(422);
    expect(missing.text).to.include('Xin ghi lý do vắng.').and.include('aria-invalid="true"');
    const tooLong = await answer('decline', { reason: 'họp '.repeat(200) }).expect(422);
    expect(tooLong.text).to.include('dài quá 500 ký tự').and.include('họp họp họp');
    await answer('decline').expect(422);
    expect(await world.census()).to.deep.equal(before);
  });

  it('lets the delegate change the answer: the latest counts, the same again is no news', async () => {
    await answer('confirm').expect(303);
    await answer('confirm').expect(303);
    world.context.clock.advance({ minutes: 5 });
    await answer('decline', { reason: 'ốm' }).expect(303);
    await answer('decline', { reason: 'ốm' }).expect(303);
    world.context.clock.advance({ minutes: 5 });
    await answer('confirm').expect(303);
    expect((await answers()).map(({ kind }) => kind)).to.deep.equal(['confirmed', 'declined', 'confirmed']);
    expect((await open()).text).to.include('Đã xác nhận tham dự');
  });

  it('still takes answers after their deadline, and says that it has passed', async () => {
    world.context.clock.set('2023-04-05T08:00');
    expect((await open()).text).to.include('Đã quá hạn trả lời; trả lời bây giờ vẫn được ghi nhận.');
    await answer('confirm').expect(303);
    expect(await answers()).to.have.length(1);
  });

  it('takes none after the meeting', async () => {
    world.context.clock.set('2023-04-07T17:00');
    const { text } = await open().expect(200);
    expect(text).to.include('đã kết thúc').and.not.include('/confirm');
    await answer('confirm').expect(303);
    await answer('decline', { reason: 'ốm' }).expect(303);
    expect(await answers()).to.have.length(0);
  });

  it('takes what was typed for text', async () => {
    await answer('decline', { reason: '<script>alert(1)</script> <%= 7*7 %>' }).expect(303);
    const { text } = await open();
    expect(text).to.include('&lt;script&gt;alert(1)&lt;/script&gt; &lt;%= 7*7 %&gt;').and.not.include('<script>alert');
  });

  it('tells whoever holds a dead link that it is dead, and not whose it was', async () => {
    await world.withdraw('guest');
    const { text } = await open().expect(404);
    expect(text).to.include('Thư mời này không còn hiệu lực').and.include('0900 000 031');
    expect(text).not.to.include('Thoại').and.not.include('Trường Xuân');
    await answer('confirm').expect(404);
    expect(await answers()).to.have.length(0);
  });

  const wrong = ['CFGHKLMNPQRTVX346789CFG', 'CFGHKLMN', 'nothing', '%3Cscript%3E', '..%2f..%2fetc'];
  for (const code of wrong) {
    it(`does not know /I/${code}`, async () => {
      const { text } = await open(`/I/${code}`).expect(404);
      expect(text).to.include('Không tìm thấy thư mời').and.not.include('<script>');
    });
  }

  it('slows down who guesses, and never who holds a right link', async () => {
    for (let time = 0; time < 30; time += 1) await open('/I/CFGHKLMNPQRTVX346789CFG').expect(404);
    const refused = await open('/I/CFGHKLMNPQRTVX346789CFG').expect(429);
    expect(refused.headers.get('retry-after')).to.equal('60');
  });

  it('counts wrong links in the database, and none of them during the pause', async () => {
    const wrongLink = '/I/CFGHKLMNPQRTVX346789CFG';
    for (let time = 0; time < 33; time += 1) await open(wrongLink);
    const rows = await world.context.db.read.selectFrom('failed_secret').select('kind').execute();
    expect(rows).to.have.length(30);
    expect(new Set(rows.map(({ kind }) => kind))).to.deep.equal(new Set(['invitation']));
    world.context.clock.advance({ minutes: 1 });
    await open(wrongLink).expect(404);
  });

  it('does not count right links, however many open at once', async () => {
    const opened = await Promise.all(Array.from({ length: 60 }, () => open()));
    expect(opened.every(({ status }) => status === 200)).to.equal(true);
  });

  it('refuses an answer that another site sent', async () => {
    await answer('confirm', {}, { 'sec-fetch-site': 'cross-site' }).expect(403);
    expect(await answers()).to.have.length(0);
  });

  it('speaks English to who asks for it', async () => {
    const { text } = await open(undefined, { cookie: 'lang=en' }).expect(200);
    expect(text).to.include('13:30, Friday 7 April 2023').and.include('Confirm').and.include('Decline');
  });
});
