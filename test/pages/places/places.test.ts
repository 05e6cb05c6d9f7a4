import { expect } from 'chai';
import { seatCounts, totalSeats } from '../../../db/seats/seats.ts';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRow, inventedRows, type Person, register } from '../../support/cast.ts';

const NOWHERE = '018f0000-0000-7000-8000-000000000000';

describe('the places of a cluster', () => {
  let app: TestApp;
  let an: Client;
  let clusterId: string;
  let page: string;
  beforeEach(async () => {
    app = await startApp();
    an = await app.as('an');
    clusterId = app.cast.cluster(2);
    page = `/clusters/${clusterId}/places`;
  });
  afterEach(() => app.close());

  const unit = (code: string) => app.cast.unit(code);
  const handIn = (count: number, { from = 0, person = 'binh' as Person } = {}) =>
    register(app.context, app.cast.actor(person), { clusterId, rows: inventedRows(count, from) });
  const quotaOf = async (code: string) =>
    (
      await app.context.db.read
        .selectFrom('cluster_unit')
        .select('quota')
        .where('cluster_id', '=', clusterId)
        .where('unit_id', '=', unit(code))
        .executeTakeFirstOrThrow()
    ).quota;
  const maxOf = async () =>
    (
      await app.context.db.read
        .selectFrom('cluster')
        .select('capacity_max')
        .where('id', '=', clusterId)
        .executeTakeFirstOrThrow()
    ).capacity_max;
  const setMax = (max: number) =>
    app.context.db.write((tx) =>
      tx
        .updateTable('cluster')
        .set({ capacity_max: max, capacity_min: Math.min(max, 5) })
        .where('id', '=', clusterId)
        .execute(),
    );
  const othersHave = (quota: number) =>
    app.context.db.write((tx) =>
      tx
        .updateTable('cluster_unit')
        .set({ quota })
        .where('cluster_id', '=', clusterId)
        .where('unit_id', '!=', unit('927'))
        .execute(),
    );
  const noPromotion = () =>
    app.context.db.write((tx) => tx.updateTable('event').set({ promotes_freed_places: 0 }).execute());
  const counts = async (code: string) => (await seatCounts(app.context.db.read, clusterId)).get(unit(code));
  const seatOf = async (id: string | undefined) =>
    (
      await app.context.db.read
        .selectFrom('registration')
        .select('seat')
        .where('id', '=', id ?? '')
        .executeTakeFirstOrThrow()
    ).seat;
  const audit = async () => {
    const rows = await app.context.db.read
      .selectFrom('audit_entry')
      .select(['action', 'actor', 'subject', 'detail'])
      .orderBy('seq')
      .execute();
    return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as Record<string, unknown> }));
  };
  const move = (changes: Record<string, string> = {}, client = an) =>
    client.post(`${page}/move`, {
      from: unit('917'),
      to: unit('927'),
      count: '2',
      reason: 'Ô Môn không dùng hết',
      ...changes,
    });
  const quota = (changes: Record<string, string> = {}, client = an) =>
    client.post(`${page}/quota`, { unit: unit('927'), quota: '17', reason: 'huyện có thêm xã', ...changes });
  const max = (changes: Record<string, string> = {}, client = an) =>
    client.post(`${page}/max`, { max: '62', reason: 'kê thêm ghế', ...changes });
  const seat = (id: string | undefined, reason = 'theo ý kiến lãnh đạo', client = an) =>
    client.post(`/registrations/${id}/seat`, { reason });

  it('show every unit with quota, seated, waiting and free, and who waits in order', async () => {
    await handIn(17);
    await handIn(4, { from: 30, person: 'phong' });
    const words = wordsOf((await an.get(page)).text);
    expect(words).to.include('Chỗ của Cụm 2').and.include('Tổng chỉ tiêu 59, số tối đa 60');
    expect(words).to.match(/Huyện Thới Lai 15 15 2 0 Đã gửi/);
    expect(words).to.match(/Huyện Phong Điền đăng cai 17 4 0 13 Đã tiếp nhận/);
    expect(words).to.match(/Cả cụm 59 \(tối đa 60\) 19 2 41/);
    expect(words).to.include('Danh sách chờ (2)');
    const [first, second] = [inventedRow(15), inventedRow(16)].map(({ fullName }) => words.indexOf(fullName));
    expect(first)
      .to.be.above(0)
      .and.below(second ?? 0);
    expect(words).to.include('2 người đang chờ trong khi cụm còn 41 chỗ.');
  });

  it('are the organiser’s business: not a registrar’s, not the accountant’s, and of no cluster that is not there', async () => {
    const [id] = await handIn(1);
    for (const person of ['binh', 'phong', 'em'] as const) {
      const client = await app.as(person);
      expect((await client.get(page)).status, person).to.equal(403);
      for (const answer of [await move({}, client), await quota({}, client), await max({}, client)]) {
        expect(answer.status, person).to.equal(403);
      }
      expect((await seat(id, 'x', client)).status, person).to.equal(403);
    }
    const visitor = app.visitor();
    for (const answer of [await move({}, visitor), await quota({}, visitor), await max({}, visitor)]) {
      expect(answer.status).to.equal(401);
    }
    for (const cluster of [NOWHERE, 'khong-co']) {
      const base = `/clusters/${cluster}/places`;
      expect((await an.get(base)).status).to.equal(404);
      for (const [path, form] of [
        ['move', { from: unit('917'), to: unit('927'), count: '2', reason: 'x' }],
        ['quota', { unit: unit('927'), quota: '17', reason: 'x' }],
        ['max', { max: '62', reason: 'x' }],
        ['move', {}],
      ] as const) {
        expect((await an.post(`${base}/${path}`, form)).status, `${cluster} ${path}`).to.equal(404);
      }
    }
    expect((await audit()).filter(({ action }) => /places|quota|capacity|seated/.test(action))).to.deep.equal([]);
  });

  it('stay as they are once attendance is closed', async () => {
    await app.context.db.write((tx) =>
      tx.updateTable('cluster').set({ closed_at: '2023-04-07T10:00:00.000Z' }).where('id', '=', clusterId).execute(),
    );
    for (const answer of [await max({ max: '61' }), await quota({ quota: '14' }), await move()]) {
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Cụm đã kết thúc điểm danh nên không đổi số chỗ được nữa.');
    }
    expect([await maxOf(), await quotaOf('927'), await quotaOf('917')]).to.deep.equal([60, 15, 15]);
  });

  describe('move from one unit to another', () => {
    it('the maximum stays, whoever waits there moves up at once, and it is written down', async () => {
      const ids = await handIn(18);
      const answer = await move();
      expect([answer.status, answer.location]).to.deep.equal([303, page]);
      expect([await quotaOf('917'), await quotaOf('927'), await maxOf()]).to.deep.equal([13, 17, 60]);
      expect(await Promise.all(ids.slice(15).map(seatOf))).to.deep.equal(['seated', 'seated', 'waiting']);
      const words = wordsOf((await an.get(page)).text);
      expect(words).to.include('Đã chuyển 2 chỗ từ Quận Ô Môn sang Huyện Thới Lai. 2 người từ danh sách chờ được xếp');
      const by = { actor: `account:${app.cast.actor('an').accountId}`, subject: `cluster:${clusterId}` };
      const detail = { from: unit('917'), to: unit('927'), count: 2, reason: 'Ô Môn không dùng hết' };
      expect((await audit()).slice(-2)).to.deep.equal([
        { action: 'places_moved', ...by, detail },
        {
          action: 'delegates_promoted',
          ...by,
          detail: { unit: unit('927'), registrations: `${ids[15]},${ids[16]}`, seated: 2 },
        },
      ]);
    });

    it('nobody moves up when the event does not want it', async () => {
      await noPromotion();
      const ids = await handIn(16);
      await move();
      expect(await seatOf(ids[15])).to.equal('waiting');
      expect(wordsOf((await an.get(page)).text)).to.include('Sự kiện này không tự xếp chỗ cho người chờ');
    });

    it('not more than nobody sits on, with a sentence beside the number and all that was typed', async () => {
      await handIn(13, { person: 'cuc' });
      const answer = await move({ count: '3' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Đơn vị này chỉ còn 2 chỗ trống để chuyển.');
      expect(answer.text).to.include('value="3"').and.include('value="Ô Môn không dùng hết"');
      expect(answer.text).to.match(/id="f-move-count"[^>]*aria-invalid="true"/);
      expect([await quotaOf('917'), await quotaOf('927')]).to.deep.equal([15, 15]);
    });

    it('not to the same unit, not without a number or a reason, not of a unit that takes no part', async () => {
      const cases: [Record<string, string>, sentence: string][] = [
        [{ to: unit('917') }, 'Vui lòng chọn hai đơn vị khác nhau.'],
        [{ count: '0' }, 'Vui lòng nhập một số từ 1 đến 1000.'],
        [{ count: '-2' }, 'Vui lòng nhập một số từ 1 đến 1000.'],
        [{ count: '1,5' }, 'Vui lòng nhập một số từ 1 đến 1000.'],
        [{ count: '99999' }, 'Vui lòng nhập một số từ 1 đến 1000.'],
        [{ from: '' }, 'Vui lòng chọn đơn vị.'],
        [{ reason: '' }, 'Vui lòng ghi lý do.'],
      ];
      for (const [changes, sentence] of cases) {
        const answer = await move(changes);
        expect(answer.status, JSON.stringify(changes)).to.equal(422);
        expect(wordsOf(answer.text)).to.include(sentence);
      }
      for (const stranger of [unit('924'), NOWHERE]) {
        expect((await move({ from: stranger })).status).to.equal(404);
        expect((await move({ to: stranger })).status).to.equal(404);
      }
      expect([await quotaOf('917'), await quotaOf('927')]).to.deep.equal([15, 15]);
    });

    it('the last free place once, when two people move it at the same moment', async () => {
      await handIn(14, { person: 'cuc' });
      const answers = await Promise.all([move({ count: '1' }), move({ count: '1', to: unit('926') })]);
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 422]);
      expect(await quotaOf('917')).to.equal(14);
    });
  });

  describe('of one unit become more or less', () => {
    it('and those who wait move up', async () => {
      await setMax(70);
      const ids = await handIn(18);
      const answer = await quota();
      expect([answer.status, answer.location]).to.deep.equal([303, page]);
      expect(await quotaOf('927')).to.equal(17);
      expect(await Promise.all(ids.slice(15).map(seatOf))).to.deep.equal(['seated', 'seated', 'waiting']);
      const [entry] = (await audit()).filter(({ action }) => action === 'quota_changed');
      expect(entry?.detail).to.deep.equal({ unit: unit('927'), before: 15, quota: 17, reason: 'huyện có thêm xã' });
    });

    it('but never above the maximum of the cluster', async () => {
      await othersHave(0);
      await setMax(16);
      await handIn(18);
      expect((await quota({ quota: '16' })).status).to.equal(303);
      expect(await counts('927')).to.deep.equal({ seated: 16, waiting: 2 });
    });

    it('not so that all shares together are more than the cluster may hold', async () => {
      await othersHave(10);
      await setMax(46);
      const answer = await quota({ quota: '17' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Tổng chỉ tiêu các đơn vị sẽ vượt số tối đa của cụm 1 chỗ.');
      expect((await quota({ quota: '16' })).status).to.equal(303);
      const lower = await max({ max: '45' });
      expect([lower.status, await maxOf()]).to.deep.equal([422, 46]);
    });

    it('not from a page that is out of date: nobody’s number is set back unseen', async () => {
      await setMax(70);
      const seen = /name="seen" value="(\w+)"/.exec((await an.get(page)).text)?.[1] ?? '';
      expect((await max({ max: '72', seen })).status).to.equal(303);
      for (const answer of [await max({ max: '71', seen }), await quota({ seen })]) {
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.include('vừa được người khác thay đổi');
      }
      expect([await maxOf(), await quotaOf('927')]).to.deep.equal([72, 15]);
    });

    it('not fewer than sit', async () => {
      await handIn(12);
      expect((await quota({ quota: '12' })).status).to.equal(303);
      const answer = await quota({ quota: '11' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Đã có 12 đại biểu có chỗ, không hạ thấp hơn được.');
      expect(await quotaOf('927')).to.equal(12);
    });

    it('not without a number, a unit or a reason; the same number changes nothing', async () => {
      for (const changes of [{ quota: '' }, { quota: 'mười' }, { unit: '' }, { reason: ' ' }]) {
        expect((await quota(changes)).status, JSON.stringify(changes)).to.equal(422);
      }
      expect((await quota({ unit: NOWHERE })).status).to.equal(404);
      const before = (await audit()).length;
      expect((await quota({ quota: '15' })).status).to.equal(303);
      expect(wordsOf((await an.get(page)).text)).to.include('Số mới giống số cũ; không có gì thay đổi.');
      expect((await audit()).length).to.equal(before);
    });
  });

  describe('of the whole cluster become more', () => {
    it('those who wait move up in the order of the cluster, each within the own quota', async () => {
      await setMax(10);
      const own = await handIn(12);
      app.context.clock.advance({ minutes: 1 });
      const others = await handIn(2, { from: 40, person: 'cuc' });
      expect((await max({ max: '13' })).status).to.equal(303);
      expect(await maxOf()).to.equal(13);
      expect(await Promise.all([...own.slice(10), ...others].map(seatOf))).to.deep.equal([
        'seated',
        'seated',
        'seated',
        'waiting',
      ]);
      const [entry] = (await audit()).filter(({ action }) => action === 'capacity_changed');
      expect(entry?.detail).to.deep.equal({ before: 10, max: 13, reason: 'kê thêm ghế' });
    });

    it('or fewer, but not fewer than sit and not fewer than the minimum', async () => {
      await othersHave(5);
      await handIn(15);
      expect((await max({ max: '50' })).status).to.equal(303);
      const tooFew = await max({ max: '39' });
      expect(tooFew.status).to.equal(422);
      expect(wordsOf(tooFew.text)).to.include('không được thấp hơn mức tối thiểu 40');
      await setMax(15);
      const below = await max({ max: '14' });
      expect(below.status).to.equal(422);
      expect(wordsOf(below.text)).to.include('Đã có 15 đại biểu có chỗ, không hạ thấp hơn được.');
      expect(await maxOf()).to.equal(15);
    });

    it('not without a number or a reason', async () => {
      for (const changes of [{ max: '' }, { max: '0' }, { max: '6x' }, { reason: '' }]) {
        expect((await max(changes)).status, JSON.stringify(changes)).to.equal(422);
      }
      expect(await maxOf()).to.equal(60);
    });
  });

  describe('are given by hand', () => {
    it('to one who waits, above the quota of the unit, with a reason that is kept', async () => {
      const ids = await handIn(17);
      const form = wordsOf((await an.get(`/registrations/${ids[16]}/seat`)).text);
      expect(form).to.include('Huyện Thới Lai đã có 15/15 chỗ: đại biểu này sẽ vượt chỉ tiêu của đơn vị.');
      const answer = await seat(ids[16]);
      expect([answer.status, answer.location]).to.deep.equal([303, page]);
      expect([await seatOf(ids[15]), await seatOf(ids[16])]).to.deep.equal(['waiting', 'seated']);
      expect(await counts('927')).to.deep.equal({ seated: 16, waiting: 1 });
      expect(wordsOf((await an.get(page)).text)).to.match(/Huyện Thới Lai 15 16 vượt 1 1 0/);
      expect((await audit()).at(-1)).to.deep.equal({
        action: 'delegate_seated',
        actor: `account:${app.cast.actor('an').accountId}`,
        subject: `registration:${ids[16]}`,
        detail: { unit: unit('927'), aboveQuota: true, reason: 'theo ý kiến lãnh đạo' },
      });
    });

    it('and the list whose last waiting delegate is seated is accepted', async () => {
      const ids = await handIn(16);
      await seat(ids[15]);
      const [list] = await app.context.db.read
        .selectFrom('cluster_unit')
        .select('list_state')
        .where('cluster_id', '=', clusterId)
        .where('unit_id', '=', unit('927'))
        .execute();
      expect(list?.list_state).to.equal('accepted');
    });

    it('never above the maximum of the cluster', async () => {
      await setMax(15);
      const ids = await handIn(16);
      const answer = await seat(ids[15]);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Cụm đã đủ 15 chỗ.');
      expect(answer.text).to.include('value="theo ý kiến lãnh đạo"');
      expect(await seatOf(ids[15])).to.equal('waiting');
    });

    it('the last one once, when two are seated at the same moment', async () => {
      await setMax(16);
      const ids = await handIn(18);
      const answers = await Promise.all([seat(ids[15]), seat(ids[16])]);
      expect(answers.map(({ status }) => status).sort()).to.deep.equal([303, 422]);
      expect(totalSeats(await seatCounts(app.context.db.read, clusterId))).to.deep.equal({ seated: 16, waiting: 2 });
    });

    it('once: sent twice it says that the delegate sits', async () => {
      const ids = await handIn(16);
      await seat(ids[15]);
      const again = await seat(ids[15]);
      expect(again.status).to.equal(422);
      expect(wordsOf(again.text)).to.include('Đại biểu này đã có chỗ; không có gì thay đổi.');
    });

    it('not without a reason, and to nobody who was withdrawn or never was', async () => {
      const ids = await handIn(17);
      expect((await seat(ids[15], ' ')).status).to.equal(422);
      await an.post(`/registrations/${ids[16]}/withdraw`, { reason: 'bận họp' });
      for (const id of [ids[16], NOWHERE, 'khong-co']) {
        expect((await an.get(`/registrations/${id}/seat`)).status).to.equal(404);
        expect((await seat(id)).status).to.equal(404);
      }
      expect(await seatOf(ids[15])).to.equal('waiting');
    });
  });
});
