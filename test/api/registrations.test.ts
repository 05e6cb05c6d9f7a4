import { expect } from 'chai';
import { type Client, startApp, type TestApp } from '../support/app.ts';
import { inventedRow, inventedRows } from '../support/cast.ts';

type Result = {
  seated: number;
  waiting: number;
  committed: boolean;
  error?: { code: string; message: string };
  results: {
    line: number;
    kind: string;
    id?: string;
    problems: { field: string; code: string; severity: string; message: string }[];
  }[];
};
type Summary = {
  id: string;
  number: number;
  min: number;
  max: number;
  seated: number;
  waiting: number;
  present: number;
};

describe('registering by API', () => {
  let app: TestApp;
  let binh: Client;
  let path: string;
  beforeEach(async () => {
    app = await startApp();
    binh = await app.as('binh');
    path = `/api/v1/clusters/${app.cast.cluster(2)}/registrations`;
  });
  afterEach(() => app.close());

  const send = async (body: object, client = binh) => {
    const answer = await client.postJson(path, body);
    return { status: answer.status, ...answer.json<Result>() };
  };
  const summaries = async (client = binh) => (await client.get('/api/v1/clusters')).json<Summary[]>();
  const kinds = (result: Result) => result.results.map(({ line, kind }) => `${line} ${kind}`);

  it('lists the clusters that the account can see, with head counts', async () => {
    await send({ rows: inventedRows(16) });
    const own = { number: 2, min: 40, max: 60, seated: 15, waiting: 1, present: 0 };
    expect(await summaries()).to.deep.equal([{ id: app.cast.cluster(2), ...own }]);
    const all = await summaries(await app.as('em'));
    expect(all.map(({ number, seated }) => [number, seated])).to.deep.equal([
      [1, 0],
      [2, 15],
      [3, 0],
    ]);
  });

  it('plans without writing, and then writes just that', async () => {
    const rows = [...inventedRows(15), inventedRow(20, { email: '' })];
    const dry = await send({ rows, dryRun: true });
    expect(dry).to.include({ status: 200, seated: 15, waiting: 1, committed: false });
    expect(dry.results.every((line) => line.id === undefined)).to.equal(true);
    expect((await summaries())[0]).to.include({ seated: 0, waiting: 0 });

    const done = await send({ rows });
    expect(done).to.include({ status: 200, seated: 15, waiting: 1, committed: true });
    expect(kinds(done)).to.deep.equal(kinds(dry));
    expect(new Set(done.results.map((line) => line.id)).size).to.equal(16);
    expect(done.results[15]?.problems).to.deep.equal([
      { field: 'email', code: 'email_missing', severity: 'warning', message: 'Không có email, sẽ in thẻ' },
    ]);
    expect((await summaries())[0]).to.include({ seated: 15, waiting: 1 });
  });

  it('seats nobody twice when a script sends the same again', async () => {
    const rows = inventedRows(3);
    await send({ rows });
    const again = await send({ rows });
    expect(again).to.include({ status: 200, seated: 0, waiting: 0, committed: true });
    expect(kinds(again)).to.deep.equal(['1 duplicate', '2 duplicate', '3 duplicate']);
    expect((await summaries())[0]).to.include({ seated: 3 });
  });

  it('seats nobody twice when the same comes twice at the same moment', async () => {
    const rows = inventedRows(3);
    const both = await Promise.all([send({ rows }), send({ rows })]);
    expect(both.map((result) => result.seated).sort()).to.deep.equal([0, 3]);
    expect((await summaries())[0]).to.include({ seated: 3 });
  });

  it('keeps all back when one line has an error, and names field, code and sentence', async () => {
    const result = await send({ rows: [inventedRow(1), inventedRow(2, { category: 'B7' })] });
    expect(result).to.include({ status: 422, seated: 0, waiting: 0, committed: false });
    expect(kinds(result)).to.deep.equal(['1 seated', '2 problem']);
    expect(result.results[1]?.problems).to.deep.equal([
      {
        field: 'category',
        code: 'category_host_only',
        severity: 'error',
        message: 'Thành phần B7 chỉ dành cho đơn vị đăng cai',
      },
    ]);
    expect((await summaries())[0]).to.include({ seated: 0 });
  });

  it('tells the problems of a dry run with 200: nothing was refused, it was only asked', async () => {
    const result = await send({ rows: [inventedRow(1, { category: 'B7' })], dryRun: true });
    expect(result).to.include({ status: 200, committed: false });
    expect(kinds(result)).to.deep.equal(['1 problem']);
  });

  it('writes the good lines alone with onlyValid', async () => {
    const rows = [inventedRow(1), inventedRow(2, { position: '' }), inventedRow(3)];
    const result = await send({ rows, onlyValid: true });
    expect(result).to.include({ status: 200, seated: 2, committed: true });
    expect(result.results.map((line) => line.id !== undefined)).to.deep.equal([true, false, true]);
  });

  it('refuses a unit after the deadline with a code, and lets it ask what would be', async () => {
    app.context.clock.set('2023-04-03T08:00');
    binh = await app.as('binh');
    const rows = [inventedRow(1)];
    const refused = await send({ rows });
    expect(refused).to.include({ status: 422, seated: 0, committed: false });
    expect(refused.error?.code).to.equal('deadline_passed');
    expect(refused.error?.message).to.include('Đã quá hạn đăng ký');
    expect(await send({ rows, dryRun: true })).to.include({ status: 200, committed: false });
    expect((await summaries())[0]).to.include({ seated: 0 });
  });

  it('reads cells that a spreadsheet made numbers or left empty', async () => {
    const { note: _, ...row } = inventedRow(1);
    const result = await send({ rows: [{ ...row, phone: 900000011, workplace: null }] });
    expect(result).to.include({ status: 200, seated: 1 });
    const delegate = await app.context.db.read.selectFrom('delegate').selectAll().executeTakeFirstOrThrow();
    expect(delegate).to.include({ phone: '0900000011', workplace: '', note: '' });
  });

  it('takes a registrar’s unit from the session, and an organiser’s from the body', async () => {
    const unitId = app.cast.unit('917');
    await send({ rows: [inventedRow(1)], unitId });
    await send({ rows: [inventedRow(2)], unitId }, await app.as('an'));
    const rows = await app.context.db.read.selectFrom('delegate').select(['full_name', 'unit_id']).execute();
    expect(rows).to.have.deep.members([
      { full_name: inventedRow(1).fullName, unit_id: app.cast.unit('927') },
      { full_name: inventedRow(2).fullName, unit_id: unitId },
    ]);
  });

  it('registers for the city’s list when the organiser names no unit', async () => {
    const an = await app.as('an');
    expect(kinds(await send({ rows: [inventedRow(1)], dryRun: true }, an))).to.deep.equal(['1 problem']);
    expect(await send({ rows: [inventedRow(1, { category: 'A1' })] }, an)).to.include({ status: 200, seated: 1 });
  });

  it('knows no cluster and no unit outside one’s reach', async () => {
    const rows = [inventedRow(1)];
    for (const number of [1, 3]) {
      const answer = await binh.postJson(`/api/v1/clusters/${app.cast.cluster(number)}/registrations`, { rows });
      expect(answer.status).to.equal(404);
      expect(answer.json<Result>().error?.code).to.equal('not_found');
    }
    const an = await app.as('an');
    const unitId = app.cast.unit('924');
    expect((await an.postJson(path, { rows, unitId })).status).to.equal(404);
  });

  it('speaks English to who asks for it; the codes stay', async () => {
    const body = { rows: [inventedRow(1, { category: 'B7' })] };
    const answer = await binh.postJson(path, body, { 'accept-language': 'en' });
    const [line] = answer.json<Result>().results;
    expect(line?.problems[0]).to.include({ code: 'category_host_only' });
    expect(line?.problems[0]?.message).to.match(/^[\x20-\x7e]+$/);
  });

  it('is for those who register: not for the accountant, not for a phone', async () => {
    const rows = [inventedRow(1)];
    expect((await (await app.as('em')).postJson(path, { rows })).status).to.equal(403);
    expect((await app.with(app.cast.phone).postJson(path, { rows })).status).to.equal(401);
    expect((await app.visitor().postJson(path, { rows })).status).to.equal(401);
  });
});
