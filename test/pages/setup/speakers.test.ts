/** An item of the agenda for which nobody comes to a cluster, as the organiser finds it. */
import { expect } from 'chai';
import { wordsOf } from '../../support/app.ts';
import { inventedRow, inventedRows, register } from '../../support/cast.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

const TRAINING =
  'Cụm 2: nội dung “Tập huấn chuyển đổi số” do Đại diện lãnh đạo Sở Thông tin và Truyền thông thực hiện, nhưng danh sách của Sở Nội vụ chưa có đại biểu thuộc thành phần A5.';

describe('a speaker of the agenda who is on no list', () => {
  let world: SetUpWorld;
  beforeEach(async () => {
    world = await makeSetUpWorld();
  });
  afterEach(() => world.close());

  const handIn = (unit: string, category: string, from: number, changes = {}) =>
    register(world.app.context, world.app.cast.actor('an'), {
      clusterId: world.app.cast.cluster(2),
      unitId: world.app.cast.unit(unit),
      rows: [inventedRow(from, { category, ...changes })],
    });
  const todos = async () => {
    const { text } = await world.an.get('/');
    return [...text.matchAll(/<li><svg.*?<a href="([^"]+)">([^<]+)<\/a><span class="when">([^<]*)/g)]
      .map(([, href, what, when]) => ({ href, what, when }))
      .filter(({ what }) => /thực hiện/.test(what ?? ''));
  };

  it('is not missed in an event that has just been set up', async () => {
    expect(await world.words()).not.to.contain('chưa có đại biểu thuộc thành phần');
    expect(await todos()).to.deep.equal([]);
  });

  it('is named once the list was handed in without them, with the way to it, and no more when they are on it', async () => {
    await handIn('so-noi-vu', 'A3', 0);
    const desk = `/clusters/${world.app.cast.cluster(2)}/registrations?unit=${world.app.cast.unit('so-noi-vu')}`;
    const page = (await world.an.get(`${world.base}/setup`)).text;
    expect(wordsOf(page)).to.contain(TRAINING).and.contain('Lưu ý');
    expect(page).to.contain(`href="${desk}"`);
    expect(await todos()).to.deep.equal([
      {
        href: desk,
        what: 'Chưa có đại biểu thực hiện nội dung “Tập huấn chuyển đổi số”, Cụm 2',
        when: 'Xem danh sách của Sở Nội vụ',
      },
    ]);
    await handIn('so-noi-vu', 'A5', 1);
    expect(await world.words()).not.to.contain('Tập huấn chuyển đổi số” do');
    expect(await todos()).to.deep.equal([]);
  });

  it('may come under that category besides another one', async () => {
    await handIn('so-noi-vu', 'A3, A5', 0);
    expect(await world.words()).not.to.contain('Tập huấn chuyển đổi số” do');
  });

  it('is missed again when the only one is withdrawn', async () => {
    await handIn('so-noi-vu', 'A3', 0);
    const [id] = await handIn('so-noi-vu', 'A5', 1);
    await world.an.post(`/registrations/${id}/withdraw`, { reason: 'bận họp' });
    expect(await world.words()).to.contain(TRAINING);
  });

  it('of the districts is missed when the last of them has handed in', async () => {
    for (const [index, code] of ['926', '917'].entries()) await handIn(code, 'B4', index);
    expect(await world.words()).not.to.contain('của quận, huyện” do');
    await handIn('927', 'B4', 2);
    expect(await world.words()).to.contain(
      'danh sách của Huyện Phong Điền, Quận Ô Môn, Huyện Thới Lai chưa có đại biểu thuộc thành phần B1.',
    );
  });

  it('several of one cluster are one line among the next actions, after the deadline at the latest', async () => {
    await register(world.app.context, world.app.cast.actor('binh'), {
      clusterId: world.app.cast.cluster(2),
      rows: inventedRows(2),
    });
    world.app.context.clock.set('2023-04-03T08:30');
    world.an = await world.app.as('an');
    expect(await todos()).to.deep.equal([
      {
        href: `${world.base}/setup`,
        what: '4 nội dung chương trình chưa có đại biểu thực hiện, Cụm 1',
        when: 'Xem danh sách của Sở Nội vụ, Huyện Vĩnh Thạnh, Quận Thốt Nốt, Huyện Cờ Đỏ',
      },
      {
        href: `${world.base}/setup`,
        what: '3 nội dung chương trình chưa có đại biểu thực hiện, Cụm 2',
        when: 'Xem danh sách của Sở Nội vụ, Huyện Phong Điền, Quận Ô Môn, Huyện Thới Lai',
      },
    ]);
  });

  it('of many units these are counted, not named', async () => {
    await world.app.context.db.write((tx) =>
      tx
        .updateTable('cluster_unit')
        .set({ cluster_id: world.app.cast.cluster(2) })
        .where('unit_id', 'in', [world.app.cast.unit('923'), world.app.cast.unit('925')])
        .execute(),
    );
    world.app.context.clock.set('2023-04-03T08:30');
    world.an = await world.app.as('an');
    const { text } = await world.an.get(`${world.base}/setup`);
    expect(wordsOf(text)).to.contain('nhưng danh sách của 5 đơn vị chưa có đại biểu thuộc thành phần B1.');
  });

  it('is told in English to who wants it', async () => {
    await handIn('so-noi-vu', 'A3', 0);
    const cookie = [...[...world.an.cookies].map(([name, value]) => `${name}=${value}`), 'lang=en'].join('; ');
    const setup = wordsOf((await world.an.get(`${world.base}/setup`, { cookie })).text);
    expect(setup).to.contain('but the list of Sở Nội vụ has no delegate of category A5.');
    const overview = wordsOf((await world.an.get('/', { cookie })).text);
    expect(overview).to.contain('Nobody is registered to give "Tập huấn chuyển đổi số", cluster 2');
  });
});
