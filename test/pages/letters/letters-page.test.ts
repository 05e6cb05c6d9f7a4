import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { letterFile } from '../../../server/mail/file-transport.ts';
import { runOnce } from '../../../server/mail/postman.ts';
import { openTransport } from '../../../server/mail/open-transport.ts';
import { makeClient } from '../../support/app.ts';
import { asking } from '../../support/asking.ts';
import { CLUSTER, type InviteeWorld, makeInviteeWorld, OTHER_CLUSTER } from '../../support/invitee-world.ts';
import { readQrSvg } from '../../support/qr.ts';

describe('the letters pages', () => {
  let world: InviteeWorld;
  beforeEach(async () => {
    world = await makeInviteeWorld();
  });
  afterEach(() => world.close());

  type Who = keyof InviteeWorld['cookies'];
  const get = (who: Who, path: string) => asking(makeClient(world.url).get(path, { cookie: world.cookies[who] }));
  const post = (who: Who, path: string) => asking(makeClient(world.url).post(path, {}, { cookie: world.cookies[who] }));
  const page = `/clusters/${CLUSTER}/letters`;
  const letterId = async () =>
    (await world.context.db.read.selectFrom('letter').select('id').executeTakeFirstOrThrow()).id;
  const deliver = () => runOnce(world.context, openTransport(world.context));

  it('leads to the cluster that comes next of those the reader sees', async () => {
    expect((await get('an', '/letters').expect(302)).location).to.equal(`/clusters/${OTHER_CLUSTER}/letters`);
    expect((await get('binh', '/letters').expect(302)).location).to.equal(page);
  });

  it('shows before sending what the button will do, and then does exactly that', async () => {
    await world.register({ id: 'a' }, { id: 'b', email: null }, { id: 'c', seat: 'waiting' });
    const before = await get('an', page).expect(200);
    expect(before.text).to.include('Gửi 1 thư mời');
    expect(before.text).to.include('Sẽ gửi 1 thư; 1 đại biểu không có email, cần in.');
    expect(before.text).to.include('1 đại biểu trong danh sách chờ chưa được mời.');
    await post('an', page).expect(303).expect('Location', page);
    const after = await get('an', page).expect(200);
    expect(after.text).to.include('Không có thư mời mới cần gửi.');
    expect(after.text).to.match(/role="progressbar"[^>]*aria-valuenow="0"\s+aria-valuemax="1"/);
    expect(after.text).to.include('data-behavior="auto-refresh"');
  });

  it('stops asking for news once every letter has left', async () => {
    await world.register({ id: 'a' });
    await post('an', page).expect(303);
    await deliver();
    const { text } = await get('an', page).expect(200);
    expect(text).not.to.include('progressbar');
    expect(text).not.to.include('auto-refresh');
    expect(text).to.include('Chờ trả lời');
  });

  it('tells each delegate’s state and counts them', async () => {
    await world.register({ id: 'a', name: 'Dương Thị Mỹ Nhơn' }, { id: 'b', email: 'x@y@z' }, { id: 'c', email: null });
    await post('an', page).expect(303);
    await deliver();
    const { text } = await get('an', page).expect(200);
    expect(text).to.include('Thư bị trả lại').and.include('Địa chỉ email không gửi được').and.include('Cần in thẻ');
    const numbers = [...text.matchAll(/<b>(\d+)<\/b>\s*<span class="[^"]*">/g)].map((match) => Number(match[1]));
    expect(numbers).to.deep.equal([3, 1, 0, 0, 1, 1]);
    const returned = await get('an', `${page}?show=returned`).expect(200);
    expect(returned.text).to.include('1 trong 3 đại biểu');
    const searched = await get('an', `${page}?q=duong+my`).expect(200);
    expect(searched.text).to.include('1 trong 3 đại biểu').and.include('Dương Thị Mỹ Nhơn');
  });

  it('narrows to a unit by its id, keeps it while searching, and passes over one that is not in the cluster', async () => {
    await world.register({ id: 'a' }, { id: 'b', unit: 'o-mon' }, { id: 'c', unit: 'o-mon', name: 'Ngô Nhựt Khởi' });
    const narrowed = await get('an', `${page}?unit=o-mon`).expect(200);
    expect(narrowed.text).to.include('2 trong 3 đại biểu');
    expect(narrowed.text).to.include('<option value="o-mon" selected>Quận Ô Môn</option>');
    expect(narrowed.text).to.include(`href="${page}?unit=o-mon&amp;preview=b#preview"`);
    expect((await get('an', `${page}?unit=o-mon&q=khoi`)).text).to.include('1 trong 3 đại biểu');
    expect((await get('an', `${page}?unit=vinh-thanh`)).text)
      .to.include('3 đại biểu')
      .and.not.include(' trong 3 đại');
    const own = await get('binh', `${page}?unit=o-mon`).expect(200);
    expect(own.text).not.to.include('<select').and.not.include('Khởi');
  });

  it('opens exactly those who were invited', async () => {
    await world.register({ id: 'a' });
    await post('an', page).expect(303);
    await world.register({ id: 'b', seat: 'waiting' });
    expect((await get('an', `${page}?show=invited`).expect(200)).text).to.include('1 trong 2 đại biểu');
  });

  it('shows a registrar the own unit only', async () => {
    await world.register({ id: 'a', name: 'Thạch Thị Sa Rây' }, { id: 'b', unit: 'o-mon', name: 'Ngô Nhựt Khởi' });
    const { text } = await get('binh', page).expect(200);
    expect(text).to.include('Thạch Thị Sa Rây').and.not.include('Ngô Nhựt Khởi');
    await get('binh', `/clusters/${OTHER_CLUSTER}/letters`).expect(404);
    await post('binh', `/clusters/${OTHER_CLUSTER}/letters`).expect(404);
  });

  it('previews the letter, with the delegate’s own code once there is one', async () => {
    await world.register({ id: 'a' });
    expect((await get('an', page)).text).to.include('Mã QR riêng của đại biểu được tạo khi gửi.');
    await post('an', page).expect(303);
    const { text } = await get('an', `${page}?preview=a`).expect(200);
    const qr = /<img\s+src="(data:image\/svg\+xml,[^"]+)"/.exec(text)?.[1]?.replaceAll('&#39;', "'") ?? '';
    expect(readQrSvg(qr)).to.match(/^HTTP:\/\/LOCALHOST:3000\/I\/[C-X3-9]{23}$/);
  });

  it('takes names for text', async () => {
    await world.register({ id: 'a', name: '<img src=x onerror=alert(1)>', position: '{{7*7}} <%= 7*7 %>' });
    const { text } = await get('an', page).expect(200);
    expect(text).to.include('&lt;img src=x onerror=alert(1)&gt;').and.not.include('<img src=x');
    expect(text).to.include('{{7*7}} &lt;%= 7*7 %&gt;');
  });

  it('sends one letter again', async () => {
    await world.register({ id: 'a' }, { id: 'b', unit: 'o-mon' });
    await post('an', page).expect(303);
    await post('an', '/registrations/a/letters').expect(303).expect('Location', page);
    expect((await world.census())['letter']).to.equal(3);
    await post('binh', '/registrations/b/letters').expect(404);
    await post('em', '/registrations/a/letters').expect(403);
    await asking(makeClient(world.url).post('/registrations/a/letters')).expect(401);
  });

  it('shows a letter with its headings and its text, and the file as it was written', async () => {
    await world.register({ id: 'a' }, { id: 'b', unit: 'o-mon' });
    await post('binh', page).expect(303);
    const id = await letterId();
    const waiting = await get('binh', `/letters/${id}`).expect(200);
    expect(waiting.text).to.include('Đang chờ gửi').and.include('trân trọng kính mời Ông tham dự');
    expect(waiting.text).not.to.include('letter.eml');
    await get('binh', `/letters/${id}/letter.eml`).expect(404);
    await deliver();
    const file = letterFile(world.context.config.dataDir, id);
    expect(existsSync(file)).to.equal(true);
    const shown = await get('binh', `/letters/${id}`).expect(200);
    expect(shown.text).to.include(`/letters/${id}/letter.eml`).and.include(`&lt;${id}@localhost&gt;`);
    const downloaded = await get('binh', `/letters/${id}/letter.eml`).expect(200);
    expect(downloaded.headers.get('content-type')).to.include('message/rfc822');
    expect(downloaded.headers.get('content-disposition')).to.include('attachment');
    expect(Buffer.compare(downloaded.bytes, readFileSync(file))).to.equal(0);
    await get('cuc', `/letters/${id}`).expect(404);
    await get('cuc', `/letters/${id}/letter.eml`).expect(404);
    await get('an', '/letters/nothing').expect(404);
  });

  it('prints the card of a delegate without e-mail, and says so when there is none yet', async () => {
    await world.register({ id: 'a', email: null });
    expect((await get('binh', '/registrations/a/pass').expect(200)).text).to.include('chưa có thư mời nên chưa có thẻ');
    await post('binh', page).expect(303);
    const { text } = await get('binh', '/registrations/a/pass').expect(200);
    expect(text).to.include('THẺ ĐẠI BIỂU').and.include('Bùi Nhựt Thoại').and.include('Cụm 2');
    expect(text).to.match(/<p class="cd">[C-X3-9]{4} [C-X3-9]{4}<\/p>/);
    await get('cuc', '/registrations/a/pass').expect(404);
    await get('em', '/registrations/a/pass').expect(403);
  });

  it('changes nothing when pages are only read', async () => {
    await world.register({ id: 'a' });
    await post('an', page).expect(303);
    const before = await world.census();
    for (const path of ['/letters', page, '/registrations/a/pass', `/letters/${await letterId()}`])
      await get('an', path);
    expect(await world.census()).to.deep.equal(before);
  });
});
