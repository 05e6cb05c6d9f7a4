/** Dự thêm cụm: the guests of the city, entered once, ticked for the other clusters of the event in one go. */
import { expect } from 'chai';
import { registrationsOf } from '../../../db/people/registrations.ts';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { cellsOf, inventedRow, inventedRows, register } from '../../support/cast.ts';

describe('the guests of the city in further clusters', () => {
  let app: TestApp;
  let an: Client;
  let ids: string[];
  let path: string;
  const city = { category: 'A3' };
  const name = (number: number) => inventedRow(number).fullName;
  beforeEach(async () => {
    app = await startApp();
    an = await app.as('an');
    const clusterId = app.cast.cluster(1);
    path = `/clusters/${clusterId}/elsewhere`;
    ids = await register(app.context, app.cast.actor('an'), { clusterId, rows: inventedRows(4, 80, city) });
  });
  afterEach(() => app.close());

  const ticks = (...places: [index: number, cluster: number][]) =>
    new URLSearchParams(
      places.map(([index, cluster]): [string, string] => ['place', `${ids[index]}:${app.cast.cluster(cluster)}`]),
    ).toString();
  const guests = async (number: number) => {
    const scope = { kind: 'unit', unitId: app.cast.unit('so-noi-vu') } as const;
    return await registrationsOf(app.context.db.read, { clusterId: app.cast.cluster(number), scope });
  };
  const setList = (number: number, changes: { quota?: number; list_state?: 'returned' }) =>
    app.context.db.write((tx) =>
      tx
        .updateTable('cluster_unit')
        .set(changes)
        .where('cluster_id', '=', app.cast.cluster(number))
        .where('unit_id', '=', app.cast.unit('so-noi-vu'))
        .execute(),
    );

  it('stand as rows, the other clusters as columns; the desk of the lead office leads there', async () => {
    const desk = `/clusters/${app.cast.cluster(1)}/registrations`;
    expect((await an.get(desk)).text).to.include(`href="${path}"`);
    expect((await an.get(`${desk}?unit=${app.cast.unit('924')}`)).text).not.to.include(`href="${path}"`);
    const { status, text } = await an.get(path);
    expect(status).to.equal(200);
    expect(wordsOf(text)).to.include('Cụm 2 · 07/4').and.include('Cụm 3 · 11/4').and.include(name(80));
    expect(text.match(/name="place"/g)).to.have.length(8);
    expect(wordsOf(text)).to.include(`Đăng ký Ông ${name(80)} vào Cụm 2`);
  });

  it('are registered all at once, entered once, with a sentence of how many sit and wait in each cluster', async () => {
    await setList(3, { quota: 1 });
    const answer = await an.post(path, ticks([0, 2], [2, 3], [1, 3], [1, 2]));
    expect(answer.location).to.equal(path);
    expect(wordsOf((await an.get(path)).text)).to.include('Đã đăng ký thêm. Cụm 2: 2 có chỗ. Cụm 3: 1 có chỗ, 1 chờ.');
    const here = await guests(1);
    expect((await guests(2)).map(({ delegateId }) => delegateId)).to.deep.equal(
      here.slice(0, 2).map(({ delegateId }) => delegateId),
    );
    // In the order of the list, not of the ticks.
    expect((await guests(3)).map(({ fullName, seat }) => [fullName, seat])).to.deep.equal([
      [name(81), 'seated'],
      [name(82), 'waiting'],
    ]);
  });

  it('stand in words where they are registered already, and cannot be ticked again', async () => {
    await setList(3, { quota: 1 });
    await an.post(path, ticks([0, 2], [0, 3], [1, 3]));
    const { text } = await an.get(path);
    expect(text.match(/name="place"/g)).to.have.length(5);
    expect(wordsOf(text)).to.include('Có chỗ').and.include('Danh sách chờ');
  });

  it('are left out where a namesake stands, and nobody else with them', async () => {
    const rows = [inventedRow(80, { ...city, position: 'Chuyên viên' })];
    const [namesake] = await register(app.context, app.cast.actor('an'), { clusterId: app.cast.cluster(2), rows });
    const { text } = await an.get(path);
    expect(text).to.include(`href="/registrations/${namesake}">Có người trùng tên`);
    await an.post(path, ticks([0, 2], [1, 2]));
    expect(wordsOf((await an.get(path)).text)).to.include('Cụm 2: 1 có chỗ, 1 chưa ghi vì trùng tên.');
    expect((await guests(2)).map(({ fullName }) => fullName)).to.deep.equal([name(80), name(81)]);
  });

  it('are named in the history, and a returned list is not handed in by it', async () => {
    await setList(2, { list_state: 'returned' });
    await an.post(path, ticks([0, 2]));
    const list = await app.context.db.read
      .selectFrom('cluster_unit')
      .select('list_state')
      .where('cluster_id', '=', app.cast.cluster(2))
      .where('unit_id', '=', app.cast.unit('so-noi-vu'))
      .executeTakeFirst();
    expect(list).to.deep.equal({ list_state: 'returned' });
    const history = wordsOf((await an.get(`/clusters/${app.cast.cluster(2)}/history`)).text);
    expect(history).to.include(`Sở Nội vụ: ghi thêm Ông ${name(80)}, đại biểu của cụm khác (1 có chỗ)`);
  });

  it('need a tick, and only ticks of this list count', async () => {
    const none = await an.post(path);
    expect(none.status).to.equal(422);
    expect(wordsOf(none.text)).to.include('Chưa chọn cụm nào');
    const { context, cast } = app;
    const [theirs] = await register(context, cast.actor('binh'), { clusterId: cast.cluster(2), rows: inventedRows(1) });
    await an.post(path, new URLSearchParams({ place: `${theirs}:${cast.cluster(3)}` }).toString());
    await an.post(path, new URLSearchParams({ place: `${ids[0]}:khong-co` }).toString());
    await an.post(path, new URLSearchParams({ place: '__proto__' }).toString());
    expect([(await guests(2)).length, (await guests(3)).length]).to.deep.equal([0, 0]);
  });

  describe('typed or pasted into another cluster', () => {
    const desk = () => `/clusters/${app.cast.cluster(2)}/registrations`;
    const cells = cellsOf(inventedRow(80, city));
    const row = (changes: Record<string, string> = {}) => {
      const form: Record<string, string> = { lines: '1' };
      for (const [field, value] of Object.entries({ ...cells, ...changes })) form[`row.1.${field}`] = value;
      return form;
    };
    const delegates = async () =>
      (await app.context.db.read.selectFrom('delegate').select('id').where('full_name', '=', name(80)).execute())
        .length;

    it('are pointed out, and the clerk is asked whether it is the same person', async () => {
      const { text } = await an.post(`${desk()}/check`, row({ phone: '0900 000 999' }));
      expect(wordsOf(text)).to.include('Đã có trong Cụm 1 (Trưởng phòng Nội vụ)').and.include('Là cùng một người');
      expect(text)
        .to.include('name="row.1.sameElsewhere" value="1"')
        .and.include('name="row.1.anotherPerson" value="1"');
    });

    it('are entered once when it is: one row, the details stay', async () => {
      const same = { ...row({ phone: '0900 000 999', position: 'Giám đốc' }), 'row.1.sameElsewhere': '1' };
      const checked = await an.post(`${desk()}/check`, same);
      expect(wordsOf(checked.text)).to.include('Cùng một người đã có ở cụm khác');
      expect(checked.text).to.match(/name="row.1.sameElsewhere" value="1" checked/);
      expect((await an.post(desk(), same)).status).to.equal(303);
      const [[there], [here]] = [await guests(1), await guests(2)];
      expect(here?.delegateId).to.equal(there?.delegateId);
      expect(here).to.include({ phone: '0900000080', position: 'Trưởng phòng Nội vụ', seat: 'seated' });
      expect(await delegates()).to.equal(1);
    });

    it('are two rows when it is somebody else, and while nothing was said', async () => {
      await an.post(desk(), { ...row(), 'row.1.anotherPerson': '1' });
      expect(await delegates()).to.equal(2);
      expect((await guests(2))[0]?.delegateId).not.to.equal((await guests(1))[0]?.delegateId);
    });

    it('take one place, however many lines say they are the same', async () => {
      const [first, second] = [row(), row({ position: 'Chuyên viên' })];
      const form: Record<string, string> = {
        ...first,
        lines: '2',
        'row.1.sameElsewhere': '1',
        'row.2.sameElsewhere': '1',
      };
      for (const [field, value] of Object.entries(second)) form[field.replace('row.1.', 'row.2.')] ??= value;
      expect((await an.post(desk(), form)).status).to.equal(303);
      const ids = (await guests(2)).map(({ delegateId }) => delegateId);
      expect(new Set(ids).size).to.equal(2);
      expect(ids).to.include((await guests(1))[0]?.delegateId);
    });

    it('are said by a script in so many words', async () => {
      const api = `/api/v1/clusters/${app.cast.cluster(2)}/registrations`;
      const unasked = await an.postJson(api, { rows: [cells], dryRun: true });
      expect(unasked.text).to.include('known_elsewhere');
      await an.postJson(api, { rows: [{ ...cells, sameElsewhere: true }] });
      expect(await delegates()).to.equal(1);
    });

    it('are nobody new to a cluster they have left: that row holds its place for good', async () => {
      await an.post(path, ticks([0, 2]));
      const [left] = await guests(2);
      await an.post(`/registrations/${left?.id}/withdraw`, { reason: 'bận' });
      expect(
        (await an.post(desk(), { ...row(), 'row.1.sameElsewhere': '1', 'row.1.comesAgain': '1' })).status,
      ).to.equal(303);
      expect(await guests(2)).to.have.length(1);
    });

    it('are no news to a district, which knows one cluster', async () => {
      const binh = await app.as('binh');
      const { text } = await binh.post(`${desk()}/check`, row({ category: 'B2' }));
      expect(wordsOf(text)).not.to.include('Cụm 1');
    });
  });

  describe('the ritual', () => {
    it('signed out, wrong role, missing id', async () => {
      expect((await app.visitor().post(path, ticks([0, 2]))).status).to.equal(401);
      for (const person of ['binh', 'em'] as const) {
        expect((await (await app.as(person)).get(path)).status).to.equal(403);
        expect((await (await app.as(person)).post(path, ticks([0, 2]))).status).to.equal(403);
      }
      expect((await an.get('/clusters/khong-co/elsewhere')).status).to.equal(404);
    });
    it('sent twice', async () => {
      await an.post(path, ticks([0, 2], [1, 3]));
      const before = [await guests(2), await guests(3)];
      await an.post(path, ticks([0, 2], [1, 3]));
      expect(wordsOf((await an.get(path)).text)).to.include('không có gì thay đổi');
      expect([await guests(2), await guests(3)]).to.deep.equal(before);
    });
  });
});
