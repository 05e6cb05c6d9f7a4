import { expect } from 'chai';
import { acceptList } from '../../../server/actions/lists/accept-list.ts';
import { requestChange } from '../../../server/actions/lists/request-change.ts';
import { returnList } from '../../../server/actions/lists/return-list.ts';
import { saveDraft } from '../../../server/actions/lists/save-draft.ts';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRow, inventedRows, invite, type Person, register } from '../../support/cast.ts';

describe('the main page in detail', () => {
  let app: TestApp;
  let clusterId: string;
  beforeEach(async () => {
    app = await startApp();
    clusterId = app.cast.cluster(2);
  });
  afterEach(() => app.close());

  const an = () => app.cast.actor('an');
  const unit = (code: string) => app.cast.unit(code);
  const fill = (count: number, code: string, from = 0, cluster = 2) =>
    register(app.context, an(), {
      clusterId: app.cast.cluster(cluster),
      unitId: unit(code),
      rows: inventedRows(count, from),
    });
  const page = async (client: Client, query = '') => {
    const { status, text } = await client.get(`/${query}`);
    expect(status).to.equal(200);
    return text;
  };
  const linksIn = (html: string) =>
    [...html.matchAll(/<a[^>]*href="([^"]+)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&') ?? '');
  const todosIn = (html: string) =>
    [...html.matchAll(/<li><svg.*?<a href="([^"]+)">([^<]+)<\/a><span class="when">([^<]*)/g)].map(
      ([, href, text, when]) => ({ href, text, when }),
    );
  const todoOf = async (part: string) => {
    const html = await page(await app.as('an'));
    const todo = todosIn(html).find(({ text }) => text?.includes(part));
    const tone = new RegExp(`<li><svg class="ic c-(\\w+)"[^>]*>(?:(?!</li>).)*${part}`).exec(html)?.[1];
    return todo && { ...todo, tone };
  };
  const unitsIn = (html: string) =>
    [...html.matchAll(/<td class="nw"><a class="b" href="[^"]+">([^<]+)/g)].map(([, name]) => name);

  describe('is filtered by links that keep the address', () => {
    it('by cluster, by state of the list, by both', async () => {
      await fill(3, '927');
      await fill(18, '926', 30);
      await fill(3, '924', 60, 1);
      const client = await app.as('an');
      expect(unitsIn(await page(client))).to.have.length(12);
      expect(unitsIn(await page(client, '?cluster=2'))).to.deep.equal([
        'Sở Nội vụ',
        'Huyện Phong Điền',
        'Quận Ô Môn',
        'Huyện Thới Lai',
      ]);
      expect(unitsIn(await page(client, '?list=accepted'))).to.deep.equal(['Huyện Vĩnh Thạnh', 'Huyện Thới Lai']);
      expect(unitsIn(await page(client, '?cluster=2&list=accepted'))).to.deep.equal(['Huyện Thới Lai']);
      const links = linksIn(await page(client, '?cluster=2&list=accepted'));
      expect(links).to.include('/?list=accepted').and.include('/?cluster=2').and.include('/?cluster=1&list=accepted');
      expect(await page(client, '?cluster=2')).to.match(/href="\/\?cluster=2" aria-current="true"/);
    });

    it('and says so when there is no such unit; what it does not know it passes over', async () => {
      const client = await app.as('an');
      expect(wordsOf(await page(client, '?cluster=2&list=returned'))).to.include('Không có đơn vị nào như vậy.');
      for (const query of ['?cluster=x', '?list=x', '?cluster=1&cluster=2', '?list[]=accepted']) {
        expect(unitsIn(await page(client, query)), query).to.have.length(12);
      }
      expect(wordsOf(await page(client, '?cluster=9'))).to.include('Không có đơn vị nào như vậy.');
    });
  });

  describe('opens the rows behind each number', () => {
    it('seated the desk, waiting the places, invited, confirmed and declined the letters', async () => {
      await fill(16, '927');
      await acceptList(app.context, an(), { clusterId, unitId: unit('927') });
      await invite(app.context, an(), clusterId);
      const client = await app.as('an');
      const links = linksIn(await page(client));
      const letters = `/clusters/${clusterId}/letters`;
      const ofUnit = `unit=${unit('927')}`;
      for (const href of [
        `/clusters/${clusterId}/registrations?unit=${unit('927')}`,
        `/clusters/${clusterId}/places`,
        `/clusters/${clusterId}/places#waiting`,
        `${letters}?show=invited&${ofUnit}`,
        `${letters}?show=confirmed&${ofUnit}`,
        `${letters}?show=declined&${ofUnit}`,
      ]) {
        expect(links).to.include(href);
        expect((await client.get(href.replace('#waiting', ''))).status, href).to.equal(200);
      }
      const rows = wordsOf((await client.get(`${letters}?show=invited&${ofUnit}`)).text);
      expect(rows).to.include(inventedRow(1).fullName);
    });

    it('drafts and lists handed in the units on the table, present the attendance list', async () => {
      await fill(3, '927');
      await fill(17, '926', 60);
      await saveDraft(app.context, app.cast.actor('cuc'), {
        clusterId,
        unitId: undefined,
        rows: inventedRows(2, 40),
        version: 0,
      });
      await saveDraft(app.context, app.cast.actor('binh'), {
        clusterId,
        unitId: undefined,
        rows: inventedRows(4, 90),
        version: 0,
      });
      const client = await app.as('an');
      const behind = async (text: string, query = '') => {
        const html = await page(client, query);
        const href = new RegExp(`href="([^"]+)" aria-label="${text}, Cụm 2">${text}<`).exec(html)?.[1] ?? '';
        return { href: href.replaceAll('&amp;', '&') };
      };
      const drafts = await behind('6 trong bản nháp');
      expect(drafts.href).to.equal('/?cluster=2&list=with_drafts#units');
      const drafted = await page(client, drafts.href.replace('/', '').replace('#units', ''));
      expect(unitsIn(drafted)).to.deep.equal(['Quận Ô Môn', 'Huyện Thới Lai']);
      expect(wordsOf(drafted)).to.include('Còn dòng nháp (2)');
      const handedIn = await behind('2/4 đơn vị đã gửi', `?event=${app.cast.eventId}`);
      expect(handedIn.href).to.equal(`/?event=${app.cast.eventId}&cluster=2&list=handed_in#units`);
      const sent = await page(client, handedIn.href.replace('/', '').replace('#units', ''));
      expect(unitsIn(sent)).to.deep.equal(['Huyện Phong Điền', 'Huyện Thới Lai']);
      expect(wordsOf(sent)).to.include('Đã gửi danh sách (2)');
      expect(await page(client))
        .not.to.include('handed_in" aria-current')
        .and.not.include('Đã gửi danh sách (');
      const own = await page(await app.as('cuc'));
      expect(own).to.include(`href="/clusters/${clusterId}/registrations" aria-label="2 trong bản nháp, Cụm 2"`);
      expect(own).not.to.include('handed_in');
    });

    it('still the letters of the unit when it has been renamed, and of no other whose name begins like it', async () => {
      await fill(3, '927');
      await fill(2, '917', 30);
      await acceptList(app.context, an(), { clusterId, unitId: unit('917') });
      await invite(app.context, an(), clusterId);
      for (const [code, name] of [
        ['927', 'Xã Trường Xuân'],
        ['917', 'Xã Trường Xuân A'],
      ] as const) {
        await app.context.db.write((tx) => tx.updateTable('unit').set({ name }).where('id', '=', unit(code)).execute());
      }
      const client = await app.as('an');
      const href = linksIn(await page(client)).find(
        (link) => link.includes('show=invited') && link.endsWith(unit('927')),
      );
      const { text } = await client.get(href ?? '');
      expect(wordsOf(text)).to.include('3 trong 5 đại biểu');
      expect(text).to.include(`<option value="${unit('927')}" selected>Xã Trường Xuân</option>`);
    });

    it('not for who keeps the accounts', async () => {
      await fill(16, '927');
      const links = linksIn(await page(await app.as('em')));
      expect(
        links.filter((href) => /places|registrations|letters|history/.test(href) && href !== '/letters'),
      ).to.deep.equal([]);
    });
  });

  it('shows drafts hatched and in words, and each unit its own alone', async () => {
    await fill(3, '927');
    const cuc = app.cast.actor('cuc');
    await saveDraft(app.context, cuc, { clusterId, unitId: undefined, rows: inventedRows(6, 40), version: 0 });
    const html = await page(await app.as('an'));
    expect(wordsOf(html)).to.include('3 đại biểu có chỗ · 6 trong bản nháp');
    expect(html).to.include('3 đại biểu có chỗ, thêm 6 trong bản nháp; mức dự kiến 40 đến 60');
    expect(html).to.include('class="g-draft"');
    const own = (person: Person) => app.as(person).then(page).then(wordsOf);
    expect(await own('cuc')).to.include('6 trong bản nháp');
    expect(await own('binh')).not.to.include('bản nháp');
  });

  describe('says what is to be done', () => {
    it('requests to decide, each by its unit and number', async () => {
      await fill(16, '927');
      await acceptList(app.context, an(), { clusterId, unitId: unit('927') });
      const binh = app.cast.actor('binh');
      const wish = { clusterId, unitId: undefined, rows: inventedRows(2, 40), reason: 'cử thêm' };
      const asked = await requestChange(app.context, binh, wish);
      if (asked.kind !== 'asked') throw new Error(asked.kind);
      const [todo] = todosIn(await page(await app.as('an'))).filter(({ text }) => text?.startsWith('Đề nghị'));
      expect(todo).to.deep.equal({
        href: `/change-requests/${asked.id}`,
        text: 'Đề nghị của Huyện Thới Lai: thêm 2 đại biểu, Cụm 2',
        when: 'Gửi lúc 08:30, 30/3',
      });
    });

    it('people who wait while places are free, and not when the cluster is full', async () => {
      const waiting = async () =>
        todosIn(await page(await app.as('an'))).filter(({ href }) => href?.endsWith('/places#waiting'));
      await fill(17, '927');
      expect(await waiting()).to.deep.equal([
        { href: `/clusters/${clusterId}/places#waiting`, text: '2 người chờ ở Cụm 2', when: 'Cụm còn 45 chỗ trống' },
      ]);
      await app.context.db.write((tx) =>
        tx.updateTable('cluster').set({ capacity_min: 5, capacity_max: 15 }).where('id', '=', clusterId).execute(),
      );
      expect(await waiting()).to.deep.equal([]);
    });

    it('lists that were returned and have not come back, with the reason for the unit itself', async () => {
      await fill(3, '927');
      await returnList(app.context, an(), { clusterId, unitId: unit('927'), reason: 'thiếu Chủ tịch' });
      const returned = todosIn(await page(await app.as('an'))).filter(({ text }) => text?.includes('chưa gửi lại'));
      expect(returned).to.deep.equal([
        {
          href: `/clusters/${clusterId}/registrations?unit=${unit('927')}`,
          text: 'Huyện Thới Lai chưa gửi lại danh sách Cụm 2',
          when: 'Trả lại lúc 08:30, 30/3',
        },
      ]);
      expect(wordsOf(await page(await app.as('binh')))).to.include('Lý do trả lại: thiếu Chủ tịch');
      expect(wordsOf(await page(await app.as('cuc')))).not.to.include('thiếu Chủ tịch');
    });

    it('a draft that was not handed in, with its rows; after the deadline it is late', async () => {
      await saveDraft(app.context, app.cast.actor('cuc'), {
        clusterId,
        unitId: undefined,
        rows: inventedRows(2, 40),
        version: 0,
      });
      const href = `/clusters/${clusterId}/registrations?unit=${unit('917')}`;
      const text = 'Quận Ô Môn chưa gửi danh sách Cụm 2';
      expect(await todoOf('Ô Môn')).to.deep.equal({
        href,
        text,
        when: 'Còn 2 dòng nháp chưa gửi · Hạn 17 giờ 00, Thứ Sáu 31/3',
        tone: 'warn',
      });
      app.context.clock.set('2023-03-31T17:01');
      expect(await todoOf('Ô Môn')).to.deep.equal({
        href,
        text,
        when: 'Còn 2 dòng nháp chưa gửi · Đã quá hạn, chưa gửi',
        tone: 'bad',
      });
      expect(await todoOf('Thới Lai')).to.include({ when: 'Đã quá hạn, chưa gửi', tone: 'bad' });
    });

    it('letters that came back, until the last one of each delegate has arrived', async () => {
      await fill(3, '927');
      await acceptList(app.context, an(), { clusterId, unitId: unit('927') });
      await invite(app.context, an(), clusterId);
      expect(await todoOf('bị trả lại')).to.equal(undefined);
      const letters = await app.context.db.read.selectFrom('letter').select(['id', 'invitation_id']).execute();
      await app.context.db.write(async (tx) => {
        for (const { id } of letters.slice(0, 2)) {
          await tx.updateTable('letter').set({ state: 'returned' }).where('id', '=', id).execute();
        }
      });
      const todo = await todoOf('bị trả lại');
      expect(todo).to.deep.equal({
        href: `/clusters/${clusterId}/letters?show=returned`,
        text: '2 thư mời Cụm 2 bị trả lại',
        when: 'Sửa địa chỉ và gửi lại, hoặc in thẻ',
        tone: 'warn',
      });
      expect(wordsOf((await (await app.as('an')).get(todo?.href ?? '')).text)).to.include('2 trong 3 đại biểu');
      app.context.clock.advance({ minutes: 1 });
      const { registration_id } = await app.context.db.read
        .selectFrom('invitation')
        .select('registration_id')
        .where('id', '=', letters[0]?.invitation_id ?? '')
        .executeTakeFirstOrThrow();
      await (await app.as('an')).post(`/registrations/${registration_id}/letters`);
      expect((await todoOf('bị trả lại'))?.text).to.equal('1 thư mời Cụm 2 bị trả lại');
      app.context.clock.set('2023-04-07T13:30');
      expect(await todoOf('bị trả lại')).to.equal(undefined);
    });

    it('a cluster short of its minimum while it can be fixed', async () => {
      await fill(15, '927');
      app.context.clock.set('2023-03-28T16:59');
      expect(await todoOf('Cụm 2 thiếu')).to.equal(undefined);
      app.context.clock.set('2023-03-28T17:00');
      expect(await todoOf('Cụm 2 thiếu')).to.deep.equal({
        href: `/clusters/${clusterId}/places`,
        text: 'Cụm 2 thiếu 25 đại biểu để đủ tối thiểu',
        when: 'Hạn 17 giờ 00, Thứ Sáu 31/3',
        tone: 'warn',
      });
      app.context.clock.set('2023-03-31T17:01');
      expect(await todoOf('Cụm 2 thiếu')).to.include({ when: 'Đã hết hạn đăng ký, tối thiểu 40', tone: 'bad' });
      await app.context.db.write((tx) =>
        tx.updateTable('cluster').set({ capacity_min: 15 }).where('id', '=', clusterId).execute(),
      );
      expect(await todoOf('Cụm 2 thiếu')).to.equal(undefined);
      app.context.clock.set('2023-04-11T13:30');
      expect(await todoOf('Cụm 3 thiếu')).to.equal(undefined);
    });

    it('first what only the organiser can do, then what others are asked for; of each, first what is late', async () => {
      await fill(17, '927');
      await app.context.db.write((tx) =>
        tx.updateTable('cluster_unit').set({ list_state: 'accepted' }).where('unit_id', '=', unit('917')).execute(),
      );
      await fill(1, '917', 60);
      const html = await page(await app.as('an'));
      expect(todosIn(html).map(({ text }) => text)).to.deep.equal([
        'Gửi 1 thư mời Cụm 2',
        'Tiếp nhận danh sách Huyện Thới Lai, Cụm 2',
        '2 người chờ ở Cụm 2',
        // The deadline of cluster 1 has passed.
        'Cụm 1 thiếu 40 đại biểu để đủ tối thiểu',
        'Sở Nội vụ chưa gửi danh sách Cụm 1',
        'Huyện Vĩnh Thạnh chưa gửi danh sách Cụm 1',
        'Quận Thốt Nốt chưa gửi danh sách Cụm 1',
        'Huyện Cờ Đỏ chưa gửi danh sách Cụm 1',
        '4 nội dung chương trình chưa có đại biểu thực hiện, Cụm 1',
        'Cụm 2 thiếu 24 đại biểu để đủ tối thiểu',
        'Sở Nội vụ chưa gửi danh sách Cụm 2',
        'Huyện Phong Điền chưa gửi danh sách Cụm 2',
      ]);
    });

    it('four at a glance; the others are counted and open', async () => {
      await fill(17, '927');
      const html = await page(await app.as('an'));
      const all = todosIn(html);
      const [shown = '', folded = ''] = html.split('<details class="todo-more">');
      expect(all).to.have.length.above(4);
      expect(todosIn(shown)).to.have.length(4);
      expect(wordsOf(folded)).to.include(`Xem thêm ${all.length - 4} việc`);
      expect(wordsOf(html)).to.include(`Việc cần làm ${all.length} việc`);
      await app.context.db.write((tx) =>
        tx.deleteFrom('cluster_unit').where('list_state', '<>', 'submitted').execute(),
      );
      app.context.clock.set('2023-03-20T08:30');
      expect(await page(await app.as('an'))).not.to.include('todo-more');
    });

    it('none of it once the cluster is over', async () => {
      await fill(17, '927');
      await fill(17, '917', 40);
      await returnList(app.context, an(), { clusterId, unitId: unit('917'), reason: 'x' });
      app.context.clock.set('2023-04-08T08:00');
      const hrefs = todosIn(await page(await app.as('an'))).map(({ href }) => href);
      expect(hrefs.filter((href) => href?.includes(clusterId))).to.deep.equal([]);
    });
  });

  it('ends with the last five things that happened; a unit reads its own', async () => {
    for (const turn of [0, 1, 2, 3]) {
      await fill(1, '927', turn);
      await fill(1, '917', 40 + turn);
    }
    const lines = async (person: Person) =>
      [...(await page(await app.as(person))).matchAll(/<a class="plain" href="[^"]*\/history">([^<]+)/g)].map(
        ([, text]) => text,
      );
    expect(await lines('an')).to.deep.equal([
      'Quận Ô Môn: ghi 1 đại biểu (1 có chỗ)',
      'Huyện Thới Lai: ghi 1 đại biểu (1 có chỗ)',
      'Quận Ô Môn: ghi 1 đại biểu (1 có chỗ)',
      'Huyện Thới Lai: ghi 1 đại biểu (1 có chỗ)',
      'Quận Ô Môn: ghi 1 đại biểu (1 có chỗ)',
    ]);
    const own = await lines('cuc');
    expect(own).to.have.length(5).and.include('Tiếp nhận danh sách Quận Ô Môn');
    expect(own.join()).not.to.include('Thới Lai');
    expect(await lines('em')).to.deep.equal([]);
  });

  it('prints with the time and the name of who printed it', async () => {
    expect(wordsOf(await page(await app.as('an')))).to.include('In lúc 08:30, 30/3/2023, người in: Lâm Hoài An');
  });

  it('is of the event that is asked for; one that is not there, or not the unit’s, is not found', async () => {
    const client = await app.as('an');
    expect(unitsIn(await page(client, `?event=${app.cast.eventId}`))).to.have.length(12);
    expect(linksIn(await page(client, `?event=${app.cast.eventId}`))).to.include(
      `/?event=${app.cast.eventId}&cluster=2`,
    );
    expect((await client.get('/?event=khong-co')).status).to.equal(404);
    const binh = await app.as('binh');
    await page(binh, `?event=${app.cast.eventId}`);
    await app.context.db.write((tx) => tx.deleteFrom('cluster_unit').where('unit_id', '=', unit('927')).execute());
    expect((await binh.get(`/?event=${app.cast.eventId}`)).status).to.equal(404);
  });
});
