/** An event may be moved to another year step by step; no letter tells a day that the set-up itself calls wrong. */
import { expect } from 'chai';
import { runOnce } from '../../../server/mail/postman.ts';
import { openTransport } from '../../../server/mail/open-transport.ts';
import { newcomer } from '../../support/people-world.ts';
import { makeSetUpWorld, type SetUpWorld } from '../setup/set-up-world.ts';
import { type Client, wordsOf } from '../../support/app.ts';
import { codesIn, inventedRows, register } from '../../support/cast.ts';

const REFUSED = 'Cụm 2: chưa gửi thư mời được vì ngày, giờ trong thiết lập còn điểm phải sửa.';
const WHY = 'Cụm 2 ngày 07/4/2023 không khớp năm kế hoạch 2024; có thể là 07/4/2024 (Chủ nhật).';

describe('letters of a cluster whose dates are called wrong', () => {
  let world: SetUpWorld;
  let binh: Client;
  let clusterId: string;
  let page: string;
  let ids: string[];
  beforeEach(async () => {
    world = await makeSetUpWorld();
    binh = await world.app.as('binh');
    clusterId = world.app.cast.cluster(2);
    page = `/clusters/${clusterId}/letters`;
    ids = await register(world.app.context, world.app.cast.actor('binh'), { clusterId, rows: inventedRows(2) });
  });
  afterEach(() => world.close());

  const setYear = async (year: number) => {
    const answer = await world.send('/setup', { year: String(year) });
    expect(answer.status, 'saving stays possible').to.equal(303);
  };
  const letters = () => world.app.context.db.read.selectFrom('letter').select(['state', 'last_error']).execute();
  const invitations = () => world.app.context.db.read.selectFrom('invitation').select('id').execute();
  const api = (client: Client, send: unknown = 'unsent') =>
    client.postJson(`/api/v1/clusters/${clusterId}/invitations`, { send });

  it('control: go out while the dates are right', async () => {
    expect((await binh.post(page)).status).to.equal(303);
    expect(await letters()).to.have.length(2);
  });

  it('are named before the button could be pressed, with the way to fix it for those who may', async () => {
    await setYear(2024);
    const organiser = await world.an.get(page);
    expect(organiser.status).to.equal(200);
    expect(wordsOf(organiser.text)).to.include(REFUSED).and.include(WHY).and.include('Chưa gửi được thư mời.');
    expect(organiser.text).to.include(`<a href="${world.base}/setup">Mở thiết lập để sửa</a>`);
    const registrar = (await binh.get(page)).text;
    expect(wordsOf(registrar)).to.include(REFUSED).and.include('Vui lòng báo Ban Tổ chức sửa trong phần thiết lập');
    expect(registrar).not.to.include(`${world.base}/setup`);
    for (const text of [organiser.text, registrar]) {
      expect(text).not.to.include(`method="post" action="${page}"`);
      expect(text).not.to.include(`action="/registrations/${ids[0]}/letters"`);
    }
  });

  it('are refused by the form, for one delegate and by the API, in words, and nothing is written', async () => {
    await setYear(2024);
    const before = await world.audit();
    for (const answer of [await world.an.post(page), await binh.post(`/registrations/${ids[0]}/letters`)]) {
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include(REFUSED).and.include(WHY);
    }
    for (const answer of [await api(world.an), await api(binh, [ids[0]])]) {
      expect(answer.status).to.equal(422);
      expect(answer.json<object>()).to.deep.equal({
        error: {
          code: 'dates_wrong',
          message: `Chưa gửi thư mời được: ngày, giờ của cụm trong thiết lập còn điểm phải sửa. ${WHY}`,
        },
      });
    }
    expect([await letters(), await invitations()]).to.deep.equal([[], []]);
    expect(await world.audit()).to.deep.equal(before);
  });

  it('a stranger’s cluster or delegate stays unknown, wrong dates or not', async () => {
    await setYear(2024);
    const cuc = await world.app.as('cuc');
    expect((await cuc.post(`/registrations/${ids[0]}/letters`)).status).to.equal(404);
    expect((await api(cuc, [ids[0]])).status).to.equal(404);
  });

  it('go out as soon as the cluster itself is fixed; the other clusters still wait', async () => {
    await setYear(2024);
    const moved = await world.send(`/clusters/${clusterId}`, { date: '05/4/2024' });
    expect(moved.status).to.equal(303);
    expect((await world.an.post(page)).status).to.equal(303);
    expect(await letters()).to.have.length(2);
    const other = `/clusters/${world.app.cast.cluster(1)}/letters`;
    expect((await world.an.post(other)).status).to.equal(422);
  });

  it('queued before the dates went wrong wait in the outbox and leave after they are fixed', async () => {
    const { context } = world.app;
    await world.an.post(page);
    await setYear(2024);
    const transport = openTransport(context);
    await runOnce(context, transport);
    expect(await letters()).to.deep.equal(Array(2).fill({ state: 'queued', last_error: 'dates_wrong' }));
    expect(wordsOf((await world.an.get(page)).text)).to.include('thư được giữ lại và gửi sau khi sửa');
    await setYear(2023);
    context.clock.advance({ minutes: 1 });
    await runOnce(context, transport);
    expect(await letters()).to.deep.equal(Array(2).fill({ state: 'sent', last_error: null }));
  });

  it('to a substitute are held: the place changes hands and the new code is good, the letter waits for the page', async () => {
    await world.an.post(page);
    await setYear(2024);
    const answer = await binh.post(`/registrations/${ids[0]}/substitute`, { ...newcomer(), reason: 'bận họp' });
    expect(answer.status).to.equal(303);
    expect(wordsOf((await binh.get(answer.location ?? '')).text)).to.include(
      'Thư mời mới chưa gửi vì ngày, giờ của cụm còn điểm phải sửa.',
    );
    expect(await letters()).to.have.length(2);
    expect((await codesIn(world.app.context, clusterId)).size).to.equal(2);
    await setYear(2023);
    await world.an.post(page);
    expect(await letters()).to.have.length(3);
  });
});
