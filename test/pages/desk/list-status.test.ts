import { expect } from 'chai';
import { type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { cellsOf, inventedRow, inventedRows, type Person, register } from '../../support/cast.ts';

const NOWHERE = '018f0000-0000-7000-8000-000000000000';
const columns = ['honorific', 'fullName', 'position', 'workplace', 'category', 'phone', 'email', 'note'] as const;

/** The review table as a browser posts it. */
function rowsForm(rows: readonly ReturnType<typeof inventedRow>[], more: Record<string, string> = {}) {
  const form: Record<string, string> = { lines: String(rows.length), ...more };
  for (const [index, row] of rows.entries()) {
    for (const column of columns) form[`row.${index + 1}.${column}`] = row[column];
  }
  return form;
}

describe('the life of a list', () => {
  let app: TestApp;
  let an: Client;
  let binh: Client;
  let clusterId: string;
  let unitId: string;
  let desk: string;
  beforeEach(async () => {
    app = await startApp();
    an = await app.as('an');
    binh = await app.as('binh');
    clusterId = app.cast.cluster(2);
    unitId = app.cast.unit('927');
    desk = `/clusters/${clusterId}/registrations`;
  });
  afterEach(() => app.close());

  const read = () => app.context.db.read;
  const handIn = (count: number, from = 0, person: Person = 'binh') =>
    register(app.context, app.cast.actor(person), { clusterId, rows: inventedRows(count, from) });
  const listOf = async (unit = unitId) =>
    await read()
      .selectFrom('cluster_unit')
      .select(['list_state', 'return_reason', 'decided_by'])
      .where('cluster_id', '=', clusterId)
      .where('unit_id', '=', unit)
      .executeTakeFirstOrThrow();
  const stateOf = async () => (await listOf()).list_state;
  const lastAudit = async () => {
    const entry = await read()
      .selectFrom('audit_entry')
      .select(['action', 'actor', 'subject', 'detail'])
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow();
    return { ...entry, detail: JSON.parse(entry.detail) as Record<string, unknown> };
  };
  const countOf = async (table: 'registration' | 'change_request' | 'change_decision' | 'audit_entry') =>
    Number(
      (
        await read()
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
      ).count,
    );
  const entries = async (action: string) =>
    await read().selectFrom('audit_entry').select('actor').where('action', '=', action).execute();
  const unitPath = (unit = unitId) => `/clusters/${clusterId}/units/${unit}`;
  const giveBack = (reason = 'Chưa có Chủ tịch UBND huyện', client = an) =>
    client.post(`${unitPath()}/return`, { reason });
  const accept = () => an.post(`${unitPath()}/accept`);

  describe('is accepted by the organiser', () => {
    const seenOn = async () => ({
      seen: /name="seen" value="(\w+)"/.exec((await an.get(`${desk}?unit=${unitId}`)).text)?.[1] ?? '',
    });

    it('exactly as it was seen: whoever came, went or was corrected meanwhile keeps it back', async () => {
      const [first = '', second = ''] = await handIn(16);
      const changes: [what: string, change: () => Promise<unknown>][] = [
        ['came', () => handIn(1, 40)],
        ['went', () => binh.post(`/registrations/${first}/withdraw`, { reason: 'bận họp' })],
        [
          'was corrected',
          () =>
            binh.post(`/registrations/${second}/correct`, { ...cellsOf(inventedRow(1)), position: 'Chánh Thanh tra' }),
        ],
      ];
      for (const [what, change] of changes) {
        const seen = await seenOn();
        await change();
        const answer = await an.post(`${unitPath()}/accept`, seen);
        expect(answer.status, what).to.equal(409);
        expect(wordsOf(answer.text), what).to.include('Chưa tiếp nhận: danh sách đã thay đổi');
        expect(await stateOf(), what).to.equal('submitted');
      }
      expect((await an.post(`${unitPath()}/accept`, await seenOn())).status).to.equal(303);
      expect(await stateOf()).to.equal('accepted');
    });

    it('twice without harm, and says so', async () => {
      await handIn(16);
      const seen = await seenOn();
      for (const sentence of ['Đã tiếp nhận danh sách của Huyện Thới Lai.', 'đã được tiếp nhận trước đó.']) {
        expect((await an.post(`${unitPath()}/accept`, seen)).status).to.equal(303);
        expect(wordsOf((await an.get(desk)).text)).to.include(sentence);
      }
      expect(await entries('list_accepted')).to.have.length(1);
    });

    it('not before it is handed in, and not while it is back with its unit', async () => {
      expect((await accept()).status).to.equal(409);
      await handIn(16);
      await giveBack();
      const answer = await accept();
      expect([answer.status, await stateOf()]).to.deep.equal([409, 'returned']);
      expect(wordsOf(answer.text)).to.include('Chưa tiếp nhận: danh sách này chưa được gửi');
    });
  });

  describe('is accepted by itself', () => {
    it('and that stands in the history as the system’s', async () => {
      await handIn(3);
      expect(await stateOf()).to.equal('accepted');
      expect(await entries('list_accepted')).to.deep.equal([{ actor: 'system' }]);
      expect(wordsOf((await binh.get(`/clusters/${clusterId}/history`)).text)).to.include(
        'Hệ thống Tiếp nhận danh sách Huyện Thới Lai',
      );
    });

    it('and no more when a later hand-in leaves somebody waiting, which is told too', async () => {
      await handIn(3);
      await handIn(14, 40);
      expect(await stateOf()).to.equal('submitted');
      expect(await entries('list_reopened')).to.deep.equal([{ actor: 'system' }]);
    });

    it('not while a phone looks like none: a warning is open', async () => {
      await register(app.context, app.cast.actor('binh'), { clusterId, rows: [inventedRow(1, { phone: '12345' })] });
      expect(await stateOf()).to.equal('submitted');
    });

    it('nor while a name holds more than a name', async () => {
      const rows = [inventedRow(1, { fullName: 'Nguyễn Văn An (Phó CT)' })];
      await register(app.context, app.cast.actor('binh'), { clusterId, rows });
      expect(await stateOf()).to.equal('submitted');
    });

    it('until a correction makes it doubtful, and again when that is fixed', async () => {
      const [id = ''] = await handIn(3);
      const correct = (phone: string) =>
        binh.post(`/registrations/${id}/correct`, { ...cellsOf(inventedRow(0)), phone });
      await correct('12345');
      expect(await stateOf()).to.equal('submitted');
      expect(await entries('list_reopened')).to.deep.equal([{ actor: 'system' }]);
      await correct('0900 000 000');
      expect(await stateOf()).to.equal('accepted');
    });
  });

  describe('is returned by the organiser', () => {
    it('with a reason that the clerk sees on desk and main page until the list is handed in again', async () => {
      await handIn(16);
      expect(wordsOf((await an.get(`${unitPath()}/return`)).text)).to.include('Trả lại danh sách: Huyện Thới Lai?');
      const answer = await giveBack();
      expect([answer.status, answer.location]).to.deep.equal([303, `${desk}?unit=${unitId}`]);
      expect(await listOf()).to.include({ list_state: 'returned', return_reason: 'Chưa có Chủ tịch UBND huyện' });
      for (const page of [desk, '/']) {
        expect(wordsOf((await binh.get(page)).text), page)
          .to.include('Lý do')
          .and.include('Chưa có Chủ tịch UBND huyện');
      }
      const again = await binh.post(desk, rowsForm([inventedRow(30)]));
      expect(again.status).to.equal(303);
      expect(await listOf()).to.deep.include({ list_state: 'submitted', return_reason: '', decided_by: null });
      for (const page of [desk, '/']) {
        expect(wordsOf((await binh.get(page)).text), page).not.to.include('Chưa có Chủ tịch UBND huyện');
      }
    });

    it('and keeps every delegate in place', async () => {
      await handIn(16);
      const before = await read().selectFrom('registration').select(['id', 'seat']).orderBy('id').execute();
      await giveBack();
      const after = await read().selectFrom('registration').select(['id', 'seat']).orderBy('id').execute();
      expect(after).to.deep.equal(before);
    });

    it('and what the organiser adds meanwhile does not hand it in: the reason stands', async () => {
      await handIn(3);
      await giveBack('Thiếu Chủ tịch');
      expect((await an.post(desk, rowsForm([inventedRow(30)], { unit: unitId }))).status).to.equal(303);
      expect(await countOf('registration')).to.equal(4);
      expect(await listOf()).to.include({ list_state: 'returned', return_reason: 'Thiếu Chủ tịch' });
    });

    it('also after it was accepted: that opens it again', async () => {
      await handIn(16);
      await accept();
      await giveBack();
      expect(await stateOf()).to.equal('returned');
      expect((await binh.post(desk, rowsForm([inventedRow(30)]))).status).to.equal(303);
    });

    it('with who and why in the audit, and no name', async () => {
      await handIn(16);
      await giveBack('Thiếu người');
      expect(await lastAudit()).to.deep.equal({
        action: 'list_returned',
        actor: `account:${app.cast.actor('an').accountId}`,
        subject: `cluster:${clusterId}`,
        detail: { unit: unitId, reason: 'Thiếu người' },
      });
    });

    it('not without a reason, and not with one that is too long', async () => {
      await handIn(16);
      for (const [reason, sentence] of [
        ['', 'Vui lòng ghi lý do.'],
        ['   ', 'Vui lòng ghi lý do.'],
        ['dài '.repeat(100), 'Lý do dài quá 300 ký tự.'],
      ] as const) {
        const answer = await giveBack(reason);
        expect(answer.status).to.equal(422);
        expect(wordsOf(answer.text)).to.include(sentence);
        expect(answer.text).to.include(reason.trim());
      }
      expect(await stateOf()).to.equal('submitted');
    });

    it('not when nothing was handed in', async () => {
      const answer = await giveBack();
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Đơn vị chưa gửi danh sách');
      expect(await stateOf()).to.equal('not_started');
    });

    it('once: sent twice it keeps the first reason', async () => {
      await handIn(16);
      await giveBack('Lý do thứ nhất');
      const entries = await countOf('audit_entry');
      const again = await giveBack('Lý do thứ hai');
      expect(again.status).to.equal(422);
      expect(wordsOf(again.text)).to.include('đã được trả lại trước đó');
      expect((await listOf()).return_reason).to.equal('Lý do thứ nhất');
      expect(await countOf('audit_entry')).to.equal(entries);
    });

    it('by nobody else, and no list that is not there', async () => {
      await handIn(16);
      expect((await app.visitor().post(`${unitPath()}/return`, { reason: 'x' })).status).to.equal(401);
      for (const person of ['binh', 'em'] as const) {
        expect((await giveBack('x', await app.as(person))).status, person).to.equal(403);
        expect((await (await app.as(person)).get(`${unitPath()}/return`)).status, person).to.equal(403);
      }
      for (const unit of [app.cast.unit('924'), NOWHERE, 'khong-co']) {
        expect((await an.get(`${unitPath(unit)}/return`)).status, unit).to.equal(404);
        expect((await an.post(`${unitPath(unit)}/return`, { reason: 'x' })).status, unit).to.equal(404);
      }
      expect(await stateOf()).to.equal('submitted');
    });
  });

  describe('is handed in again', () => {
    it('as it stands, when nobody has to be added', async () => {
      await handIn(16);
      await giveBack();
      expect(wordsOf((await binh.get(desk)).text)).to.include('Gửi lại danh sách');
      const answer = await binh.post(`${unitPath()}/hand-in`);
      expect([answer.status, answer.location]).to.deep.equal([303, desk]);
      expect(await stateOf()).to.equal('submitted');
      expect(await lastAudit()).to.deep.include({ action: 'list_handed_in_again', detail: { unit: unitId } });
    });

    it('also after the deadline, or it could never come back', async () => {
      await handIn(16);
      await giveBack();
      app.context.clock.set('2023-04-03T08:00');
      binh = await app.as('binh');
      expect((await binh.post(`${unitPath()}/hand-in`)).status).to.equal(303);
      expect(await stateOf()).to.equal('submitted');
    });

    it('by sending the same rows once more', async () => {
      await handIn(16);
      await giveBack();
      expect((await binh.post(desk, rowsForm(inventedRows(16)))).status).to.equal(303);
      expect(await stateOf()).to.equal('submitted');
      expect(await countOf('registration')).to.equal(16);
    });

    it('and is accepted by itself when nothing in it waits', async () => {
      await handIn(3);
      await giveBack();
      await binh.post(`${unitPath()}/hand-in`);
      expect(await listOf()).to.include({ list_state: 'accepted', decided_by: null });
    });

    it('only when it was returned', async () => {
      await handIn(16);
      const entries = await countOf('audit_entry');
      expect((await binh.post(`${unitPath()}/hand-in`)).status).to.equal(303);
      expect([await stateOf(), await countOf('audit_entry')]).to.deep.equal(['submitted', entries]);
    });

    it('by its own unit: for Cúc it is not there', async () => {
      await handIn(16);
      await giveBack();
      const cuc = await app.as('cuc');
      expect((await cuc.post(`${unitPath()}/hand-in`)).status).to.equal(404);
      expect((await (await app.as('em')).post(`${unitPath()}/hand-in`)).status).to.equal(403);
      expect((await app.visitor().post(`${unitPath()}/hand-in`)).status).to.equal(401);
      expect(await stateOf()).to.equal('returned');
    });
  });

  describe('is locked by the organiser’s acceptance', () => {
    const later = () => binh.post(desk, rowsForm([inventedRow(30)]));

    it('so that further rows of the unit are kept back with a way to ask', async () => {
      await handIn(16);
      await accept();
      const answer = await later();
      expect(answer.status).to.equal(422);
      const words = wordsOf(answer.text);
      expect(words).to.include('Danh sách đã được tiếp nhận, không sửa trực tiếp được.');
      expect(words).to.include('Gửi đề nghị điều chỉnh (1 đại biểu)').and.not.include('Gửi 1 đại biểu');
      expect(answer.text).to.include(inventedRow(30).email);
      expect(await countOf('registration')).to.equal(16);
      expect(wordsOf((await binh.get(desk)).text)).to.include('Danh sách đã được tiếp nhận');
    });

    it('and a script hears a code', async () => {
      await handIn(16);
      await accept();
      const answer = await binh.postJson(`/api/v1${desk}`, { rows: [inventedRow(30)] });
      expect(answer.status).to.equal(422);
      expect(answer.json<{ error: { code: string } }>().error.code).to.equal('list_locked');
      expect(await countOf('registration')).to.equal(16);
    });

    it('but not when the list was accepted by itself', async () => {
      await handIn(3);
      expect(await listOf()).to.include({ list_state: 'accepted', decided_by: null });
      expect((await later()).status).to.equal(303);
      expect((await binh.postJson(`/api/v1${desk}`, { rows: [inventedRow(31)] })).status).to.equal(200);
      expect(await countOf('registration')).to.equal(5);
    });

    it('for every accepted list of an event that accepts by hand', async () => {
      await handIn(3);
      await app.context.db.write((tx) => tx.updateTable('event').set({ accepts_by_hand: 1 }).execute());
      expect((await later()).status).to.equal(422);
    });

    it('but withdrawing stays possible', async () => {
      const [id] = await handIn(16);
      await accept();
      expect((await binh.post(`/registrations/${id}/withdraw`, { reason: 'bận họp' })).status).to.equal(303);
      expect(await stateOf()).to.equal('accepted');
    });

    it('not for the organiser, whose rows leave it accepted', async () => {
      await handIn(16);
      await accept();
      expect((await an.post(desk, rowsForm([inventedRow(30)], { unit: unitId }))).status).to.equal(303);
      expect(await countOf('registration')).to.equal(17);
      expect(await listOf()).to.include({ list_state: 'accepted', decided_by: app.cast.actor('an').accountId });
    });
  });

  describe('is changed on request', () => {
    const requests = `/clusters/CLUSTER/change-requests`;
    const ask = (rows = inventedRows(2, 30), reason = 'Huyện cử thêm người', client = binh) =>
      client.post(requests.replace('CLUSTER', clusterId), rowsForm(rows, { reason }));
    const idIn = (location: string | undefined) => location?.replace('/change-requests/', '') ?? '';
    const locked = async (count = 16) => {
      await handIn(count);
      await accept();
      if (count <= 15)
        await app.context.db.write((tx) => tx.updateTable('event').set({ accepts_by_hand: 1 }).execute());
    };

    it('the rows are kept with the reason, nobody is registered, the organiser sees it', async () => {
      await locked();
      const answer = await ask();
      expect(answer.status).to.equal(303);
      expect(answer.location).to.match(/^\/change-requests\/[\w-]{36}$/);
      expect(await countOf('registration')).to.equal(16);
      const page = wordsOf((await an.get(answer.location ?? '')).text);
      expect(page).to.include('Đề nghị điều chỉnh của Huyện Thới Lai').and.include('Huyện cử thêm người');
      for (const { fullName } of inventedRows(2, 30)) expect(page).to.include(fullName);
      expect(page).to.include('Nếu đồng ý bây giờ: 0 đại biểu có chỗ, 2 vào danh sách chờ.');
      expect(wordsOf((await an.get('/')).text)).to.include('Đề nghị của Huyện Thới Lai: thêm 2 đại biểu, Cụm 2');
      expect(wordsOf((await binh.get(desk)).text)).to.include('Chờ Ban Tổ chức');
      const { action, detail } = await lastAudit();
      expect(action).to.equal('change_requested');
      expect(detail).to.deep.equal({
        unit: unitId,
        request: idIn(answer.location),
        rows: 2,
        reason: 'Huyện cử thêm người',
      });
    });

    it('only those who are not on the list yet are asked for', async () => {
      await locked();
      const { location = '' } = await ask([inventedRow(0), inventedRow(30)]);
      expect((await lastAudit()).detail).to.include({ rows: 1 });
      expect(wordsOf((await binh.get(location)).text))
        .to.include('1 đại biểu')
        .and.not.include('2 đại biểu');
      expect(wordsOf((await an.get('/')).text)).to.include('Đề nghị của Huyện Thới Lai: thêm 1 đại biểu, Cụm 2');
    });

    it('after the deadline too', async () => {
      await handIn(3);
      app.context.clock.set('2023-04-03T08:00');
      binh = await app.as('binh');
      expect((await ask()).status).to.equal(303);
      expect([await countOf('registration'), await countOf('change_request')]).to.deep.equal([3, 1]);
    });

    it('approved, the rows go through the same rule: who finds a place sits, the rest wait', async () => {
      await locked(14);
      const { location } = await ask(inventedRows(3, 30));
      const answer = await an.post(`${location}/approve`);
      expect([answer.status, answer.location]).to.deep.equal([303, `${desk}?unit=${unitId}`]);
      const seats = await read().selectFrom('registration').select('seat').orderBy('list_order').execute();
      expect(seats.slice(14).map(({ seat }) => seat)).to.deep.equal(['seated', 'waiting', 'waiting']);
      expect(await stateOf(), 'the organiser has looked').to.equal('accepted');
      const page = wordsOf((await binh.get(location ?? '')).text);
      expect(page).to.include('Đã đồng ý').and.include('1 có chỗ, 2 vào danh sách chờ');
      expect(wordsOf((await an.get('/')).text)).not.to.include('Đề nghị của Huyện Thới Lai');
      const { action, detail } = await lastAudit();
      expect(action).to.equal('change_approved');
      expect(detail).to.include({ unit: unitId, seated: 1, waiting: 2 });
    });

    it('approved, whoever was registered meanwhile is not registered twice', async () => {
      await locked();
      const { location } = await ask(inventedRows(2, 30));
      await register(app.context, app.cast.actor('an'), { clusterId, unitId, rows: [inventedRow(30)] });
      await an.post(`${location}/approve`);
      expect(await countOf('registration')).to.equal(18);
    });

    it('is not approved where somebody asked for has left the list meanwhile: nobody is passed over in a decision', async () => {
      await locked();
      const { location } = await ask([inventedRow(30)]);
      const an30 = { clusterId, unitId, rows: [inventedRow(30)] };
      const [id] = await register(app.context, app.cast.actor('an'), an30);
      await an.post(`/registrations/${id}/withdraw`, { reason: 'bận họp' });
      const answer = await an.post(`${location}/approve`);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('đã được rút khỏi danh sách ngày 30/3');
      expect(await countOf('change_decision')).to.equal(0);
    });

    it('is not approved when the rules have changed meanwhile, and says which line', async () => {
      await locked();
      const { location } = await ask([inventedRow(30, { category: 'B4' })]);
      await app.context.db.write((tx) =>
        tx.updateTable('category').set({ host_only: 1 }).where('code', '=', 'B4').execute(),
      );
      const answer = await an.post(`${location}/approve`);
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('chưa ghi gì cả').and.include('chỉ dành cho đơn vị đăng cai');
      expect([await countOf('registration'), await countOf('change_decision')]).to.deep.equal([16, 0]);
    });

    it('refused, with a reason that the clerk sees; nothing else changes', async () => {
      await locked();
      const { location } = await ask();
      const answer = await an.post(`${location}/refuse`, { reason: 'Hội trường đã đủ' });
      expect([answer.status, answer.location]).to.deep.equal([303, location]);
      for (const page of [desk, location ?? '']) {
        expect(wordsOf((await binh.get(page)).text), page)
          .to.include('Không đồng ý')
          .and.include('Hội trường đã đủ');
      }
      expect([await countOf('registration'), await stateOf()]).to.deep.equal([16, 'accepted']);
      expect((await lastAudit()).detail).to.include({ unit: unitId, reason: 'Hội trường đã đủ' });
    });

    it('is not refused without a reason', async () => {
      await locked();
      const { location } = await ask();
      const answer = await an.post(`${location}/refuse`, { reason: ' ' });
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('Vui lòng ghi lý do.');
      expect(await countOf('change_decision')).to.equal(0);
    });

    it('is decided once, however many decide at the same moment', async () => {
      await locked();
      const { location } = await ask(inventedRows(2, 30));
      const answers = await Promise.all([
        an.post(`${location}/approve`),
        an.post(`${location}/approve`),
        an.post(`${location}/refuse`, { reason: 'muộn' }),
      ]);
      expect(answers.map(({ status }) => status)).to.deep.equal([303, 303, 303]);
      expect([await countOf('registration'), await countOf('change_decision')]).to.deep.equal([18, 1]);
      const late = await an.post(`${location}/refuse`, { reason: 'muộn' });
      expect(wordsOf((await an.get(late.location ?? '')).text)).to.include('đã có quyết định trước đó');
    });

    it('is one request when the same is sent twice, and two when the rows differ', async () => {
      await locked();
      const [first, second] = [await ask(), await ask()];
      expect(second.location).to.equal(first.location);
      expect(await countOf('change_request')).to.equal(1);
      await ask(inventedRows(1, 50));
      expect(await countOf('change_request')).to.equal(2);
    });

    it('is not taken without a reason, without rows, with a line in error or with nobody new', async () => {
      await locked();
      const cases: [what: Promise<{ status: number; text: string }>, sentence: string][] = [
        [ask(inventedRows(1, 30), ''), 'Vui lòng ghi lý do.'],
        [ask([]), 'Chưa có dòng nào.'],
        [ask([inventedRow(30, { category: 'B7' })]), 'Các dòng lỗi cần sửa trước khi gửi đề nghị'],
        [ask([inventedRow(1)]), 'Mọi người trong các dòng này đã có trong danh sách.'],
      ];
      for (const [answering, sentence] of cases) {
        const answer = await answering;
        expect(answer.status, sentence).to.equal(422);
        expect(wordsOf(answer.text)).to.include(sentence);
      }
      expect(await countOf('change_request')).to.equal(0);
    });

    it('is not needed while the list takes rows directly', async () => {
      await handIn(3);
      const answer = await ask();
      expect(answer.status).to.equal(422);
      expect(wordsOf(answer.text)).to.include('không cần đề nghị');
      expect(await countOf('change_request')).to.equal(0);
    });

    it('is its unit’s alone: for Cúc it is not there, and she asks only for her own list', async () => {
      await locked();
      const { location } = await ask();
      const cuc = await app.as('cuc');
      const page = await cuc.get(location ?? '');
      expect(page.status).to.equal(404);
      expect(page.text).not.to.include(inventedRow(30).fullName);
      expect((await ask(inventedRows(2, 30), 'của người khác', cuc)).status).to.equal(422);
      expect(await countOf('change_request')).to.equal(1);
    });

    it('is decided by the organiser alone', async () => {
      await locked();
      const { location } = await ask();
      for (const person of ['binh', 'cuc', 'em'] as const) {
        const client = await app.as(person);
        for (const act of ['approve', 'refuse']) {
          expect((await client.post(`${location}/${act}`, { reason: 'x' })).status, person).to.equal(403);
        }
      }
      for (const act of ['approve', 'refuse']) {
        expect((await app.visitor().post(`${location}/${act}`, { reason: 'x' })).status).to.equal(401);
      }
      for (const id of [NOWHERE, 'khong-co']) {
        expect((await an.get(`/change-requests/${id}`)).status).to.equal(404);
        expect((await an.post(`/change-requests/${id}/approve`)).status).to.equal(404);
        expect((await an.post(`/change-requests/${id}/refuse`, { reason: 'x' })).status).to.equal(404);
      }
      expect(await countOf('change_decision')).to.equal(0);
    });
  });
});
