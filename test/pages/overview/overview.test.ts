import { expect } from 'chai';
import { type Client, listen, makeClient, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { assemble, inventedRows, invite, loginOf, PASSWORD, register } from '../../support/cast.ts';
import { makeTestContext } from '../../support/context.ts';

describe('the main page', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await startApp();
  });
  afterEach(() => app.close());

  const words = async (client: Client) => {
    const { status, text } = await client.get('/');
    expect(status).to.equal(200);
    return wordsOf(text);
  };
  const fill = (count: number, code: string, from = 0, cluster = 2) =>
    register(app.context, app.cast.actor('an'), {
      clusterId: app.cast.cluster(cluster),
      unitId: app.cast.unit(code),
      rows: inventedRows(count, from),
    });

  it('shows the organiser all clusters and units, how full they are and who has not handed in', async () => {
    await fill(16, '927');
    await fill(12, '926', 30);
    const page = await words(await app.as('an'));
    expect(page).to.include('Hôm nay, Thứ Năm, 30/3/2023 · còn 6 ngày đến Cụm 1 · 3 cụm, 10 đơn vị');
    for (const place of ['Huyện Vĩnh Thạnh', 'Huyện Phong Điền', 'Quận Bình Thủy']) expect(page).to.include(place);
    expect(page).to.include('27 đại biểu có chỗ · 1 chờ').and.include('Thiếu 13 để đủ tối thiểu');
    expect(page).to.include('2/4 đơn vị đã gửi').and.include('0/4 đơn vị đã gửi');
    expect(page).to.match(/Huyện Thới Lai 15\s?\/15 1 chờ Đã gửi/);
    expect(page).to.match(/Huyện Phong Điền đăng cai 12\s?\/17 Đã tiếp nhận/);
  });

  it('shows no name of any delegate', async () => {
    await fill(3, '927');
    for (const person of ['an', 'binh', 'cuc', 'em', 'quan'] as const) {
      const page = await words(await app.as(person));
      for (const { fullName } of inventedRows(3)) expect(page, person).not.to.include(fullName);
    }
  });

  it('shows a unit its own clusters, share and list, with the way to its desk', async () => {
    await fill(16, '927');
    const binh = await app.as('binh');
    const page = await words(binh);
    expect(page).to.include('Việc của Huyện Thới Lai').and.include('15/15').and.include('1 người trong danh sách chờ');
    expect(page).to.include('1 cụm, 4 đơn vị').and.include('Hạn gửi: 17 giờ 00, Thứ Sáu, 31/3/2023');
    expect(page).not.to.include('Cụm 1').and.not.include('Cụm 3').and.not.include('Huyện Vĩnh Thạnh');
    const { text } = await binh.get('/');
    const cluster = app.cast.cluster(2);
    expect(text).to.include(`/clusters/${cluster}/registrations`).and.not.include(`/clusters/${cluster}/door`);
  });

  it('offers the door to the clerk of the host', async () => {
    const { text } = await (await app.as('phong')).get('/');
    expect(text).to.include(`/clusters/${app.cast.cluster(2)}/door`);
  });

  it('shows the accountant the same numbers, nothing to do and no way to a desk', async () => {
    await fill(16, '927');
    const { text } = await (await app.as('em')).get('/');
    expect(text).to.include('Huyện Thới Lai').and.not.include('/registrations').and.not.include('todo');
  });

  describe('says what is to be done', () => {
    const todos = async () => {
      const { text } = await (await app.as('an')).get('/');
      return [...text.matchAll(/<li><svg.*?<a href="([^"]+)">([^<]+)</g)].map(([, href, text]) => ({ href, text }));
    };

    it('letters for accepted lists, until they are sent', async () => {
      await fill(3, '927');
      const cluster = app.cast.cluster(2);
      expect((await todos()).map(({ href }) => href)).to.include(`/clusters/${cluster}/letters`);
      await invite(app.context, app.cast.actor('an'), cluster);
      expect((await todos()).map(({ href }) => href)).not.to.include(`/clusters/${cluster}/letters`);
    });

    it('lists that wait to be looked at', async () => {
      await fill(16, '927');
      const href = `/clusters/${app.cast.cluster(2)}/registrations?unit=${app.cast.unit('927')}`;
      const waiting = (await todos()).filter((todo) => todo.href === href);
      expect(waiting).to.have.length(1);
      expect(waiting[0]?.text).to.include('Huyện Thới Lai');
    });

    it('units to be reminded from three days before the deadline until the cluster begins', async () => {
      const reminded = async () => (await todos()).filter(({ text }) => text?.includes('Ô Môn'));
      for (const [local, count] of [
        ['2023-03-28T16:59', 0],
        ['2023-03-28T17:00', 1],
        ['2023-03-31T17:01', 1],
        ['2023-04-07T13:29', 1],
        ['2023-04-07T13:30', 0],
      ] as const) {
        app.context.clock.set(local);
        expect(await reminded(), local).to.have.length(count);
      }
    });

    it('a door to be prepared, two days before until the cluster is over', async () => {
      const door = `/clusters/${app.cast.cluster(2)}/door`;
      const prepares = async () => (await todos()).some(({ href }) => href === door);
      for (const [local, isThere] of [
        ['2023-04-05T12:59', false],
        ['2023-04-05T13:00', true],
        ['2023-04-07T16:59', true],
        ['2023-04-07T17:00', false],
      ] as const) {
        app.context.clock.set(local);
        expect(await prepares(), local).to.equal(isThere);
      }
    });
  });

  it('is the page of the event that a unit takes part in, and empty words where there is none', async () => {
    const context = await makeTestContext();
    const { url, stop } = await listen(context);
    await assemble(context);
    const client = makeClient(url);
    await client.post('/login', { login: loginOf('binh'), password: PASSWORD });
    await context.db.write((tx) => tx.deleteFrom('cluster_unit').execute());
    const page = await client.get('/');
    expect(page.status).to.equal(200);
    expect(wordsOf(page.text)).to.include('Đơn vị chưa có tên trong cụm nào.');
    await stop();
    await context.close();
  });
});
