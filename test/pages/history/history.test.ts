import { expect } from 'chai';
import { appendAudit, type AuditEvent } from '../../../db/audit/audit.ts';
import { instant } from '../../../server/context.ts';
import type { AuditAction } from '../../../server/domain/audit-action.ts';
import { acceptList } from '../../../server/actions/lists/accept-list.ts';
import { moveSeats } from '../../../server/actions/places/move-seats.ts';
import { changeCapacity } from '../../../server/actions/places/change-capacity.ts';
import { returnList } from '../../../server/actions/lists/return-list.ts';
import { seatByHand } from '../../../server/actions/places/seat-by-hand.ts';
import { withdrawDelegate } from '../../../server/actions/people/withdraw-delegate.ts';
import { startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { inventedRow, inventedRows, type Person, register } from '../../support/cast.ts';

describe('the history of a cluster', () => {
  let app: TestApp;
  let clusterId: string;
  let path: string;
  beforeEach(async () => {
    app = await startApp();
    clusterId = app.cast.cluster(2);
    path = `/clusters/${clusterId}/history`;
  });
  afterEach(() => app.close());

  const an = () => app.cast.actor('an');
  const unit = (code: string) => app.cast.unit(code);
  const handIn = (count: number, { from = 0, person = 'binh' as Person } = {}) =>
    register(app.context, app.cast.actor(person), { clusterId, rows: inventedRows(count, from) });
  const read = async (person: Person, query = '') => {
    const { status, text } = await (await app.as(person)).get(path + query);
    expect(status).to.equal(200);
    const rows = [...text.matchAll(/<tr>((?:<td[^>]*>[^<]*<\/td>)+)<\/tr>/g)];
    return rows.map(([, cells = '']) => [...cells.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => cell ?? ''));
  };

  /** A day at the desk: what everybody may and may not read of it. */
  async function aDay() {
    const own = await handIn(18);
    await handIn(2, { from: 40, person: 'cuc' });
    await acceptList(app.context, an(), { clusterId, unitId: unit('927') });
    await moveSeats(app.context, an(), { clusterId, from: unit('917'), to: unit('927'), count: 1, reason: 'dư chỗ' });
    await seatByHand(app.context, an(), { registrationId: own[16] ?? '', reason: 'theo ý kiến lãnh đạo' });
    await withdrawDelegate(app.context, app.cast.actor('binh'), { registrationId: own[0] ?? '', reason: 'bận họp' });
    await returnList(app.context, an(), { clusterId, unitId: unit('917'), reason: 'thiếu Chủ tịch' });
    await changeCapacity(app.context, an(), { clusterId, max: 62, reason: 'kê thêm ghế' });
    return own;
  }
  const name = (number: number) => `${number % 2 === 0 ? 'Ông' : 'Bà'} ${inventedRow(number).fullName}`;

  it('tells who did what, when and why, the newest first', async () => {
    await aDay();
    const at = '08:30, 30/3/2023';
    const organiser = 'Lâm Hoài An';
    expect(await read('an')).to.deep.equal([
      [at, organiser, 'Đổi số tối đa của cụm từ 60 thành 62', 'kê thêm ghế'],
      [at, organiser, 'Trả lại danh sách Quận Ô Môn', 'thiếu Chủ tịch'],
      [at, 'Quách Thanh Bình', `Rút ${name(0)}, Huyện Thới Lai`, 'bận họp'],
      [at, organiser, `Xếp chỗ bằng tay cho ${name(16)}, Huyện Thới Lai (vượt chỉ tiêu)`, 'theo ý kiến lãnh đạo'],
      [at, organiser, `Từ danh sách chờ được xếp chỗ: ${name(15)}, Huyện Thới Lai`, ''],
      [at, organiser, 'Chuyển 1 chỗ từ Quận Ô Môn sang Huyện Thới Lai', 'dư chỗ'],
      [at, organiser, 'Tiếp nhận danh sách Huyện Thới Lai', ''],
      [at, 'Hệ thống', 'Tiếp nhận danh sách Quận Ô Môn', ''],
      [at, 'Dương Kim Cúc', 'Quận Ô Môn: ghi 2 đại biểu (2 có chỗ)', ''],
      [at, 'Quách Thanh Bình', 'Huyện Thới Lai: ghi 18 đại biểu (15 có chỗ, 3 chờ)', ''],
    ]);
  });

  it('of one unit, for the organiser who asks for it', async () => {
    await aDay();
    const lines = await read('an', `?unit=${unit('917')}`);
    expect(lines.map(([, , what]) => what)).to.deep.equal([
      'Trả lại danh sách Quận Ô Môn',
      'Chuyển 1 chỗ từ Quận Ô Môn sang Huyện Thới Lai',
      'Tiếp nhận danh sách Quận Ô Môn',
      'Quận Ô Môn: ghi 2 đại biểu (2 có chỗ)',
    ]);
    const client = await app.as('an');
    expect((await client.get(`${path}?unit=${unit('924')}`)).status).to.equal(404);
  });

  it('of the own unit alone, for a registrar, whatever the address asks for', async () => {
    await aDay();
    for (const query of ['', `?unit=${unit('927')}`]) {
      const lines = await read('cuc', query);
      expect(lines.map(([, , what]) => what)).to.deep.equal([
        'Trả lại danh sách Quận Ô Môn',
        'Chuyển 1 chỗ từ Quận Ô Môn sang một đơn vị khác',
        'Tiếp nhận danh sách Quận Ô Môn',
        'Quận Ô Môn: ghi 2 đại biểu (2 có chỗ)',
      ]);
      const { text } = await (await app.as('cuc')).get(path + query);
      expect(text).not.to.include('Thới Lai');
      for (const { fullName } of inventedRows(18)) expect(text).not.to.include(fullName);
    }
  });

  it('names whoever moved up to the own unit, when another unit’s delegate made room', async () => {
    await app.context.db.write((tx) =>
      tx.updateTable('cluster').set({ capacity_min: 5, capacity_max: 10 }).where('id', '=', clusterId).execute(),
    );
    const own = await handIn(10);
    await handIn(1, { from: 40, person: 'cuc' });
    await withdrawDelegate(app.context, app.cast.actor('binh'), { registrationId: own[0] ?? '', reason: 'bận họp' });
    expect((await read('cuc')).map(([, , what]) => what)).to.deep.equal([
      'Tiếp nhận danh sách Quận Ô Môn',
      `Từ danh sách chờ được xếp chỗ: ${name(40)}, Quận Ô Môn`,
      'Quận Ô Môn: ghi 1 đại biểu (0 có chỗ, 1 chờ)',
    ]);
    expect((await read('binh')).map(([, , what]) => what)).to.deep.equal([
      `Rút ${name(0)}, Huyện Thới Lai`,
      'Tiếp nhận danh sách Huyện Thới Lai',
      'Huyện Thới Lai: ghi 10 đại biểu (10 có chỗ)',
    ]);
  });

  it('names no clerk of another unit, and tells no reason of an act about another unit', async () => {
    await app.context.db.write((tx) =>
      tx.updateTable('cluster').set({ capacity_min: 5, capacity_max: 10 }).where('id', '=', clusterId).execute(),
    );
    const theirs = await handIn(10, { person: 'cuc' });
    await handIn(1, { from: 40 });
    await withdrawDelegate(app.context, app.cast.actor('cuc'), { registrationId: theirs[0] ?? '', reason: 'bận họp' });
    const wish = { clusterId, from: unit('917'), to: unit('927'), count: 1, reason: 'ông Tám ở Ô Môn ốm' };
    await moveSeats(app.context, an(), wish);
    expect((await read('binh')).map(([, ...line]) => line)).to.deep.equal([
      ['Lâm Hoài An', 'Chuyển 1 chỗ từ một đơn vị khác sang Huyện Thới Lai', ''],
      ['Hệ thống', 'Tiếp nhận danh sách Huyện Thới Lai', ''],
      ['Đơn vị khác', `Từ danh sách chờ được xếp chỗ: ${name(40)}, Huyện Thới Lai`, ''],
      ['Quách Thanh Bình', 'Huyện Thới Lai: ghi 1 đại biểu (0 có chỗ, 1 chờ)', ''],
    ]);
    expect((await (await app.as('binh')).get('/')).text).not.to.include('Dương Kim Cúc');
    const [moved, , promoted] = await read('an');
    expect([moved?.[3], promoted?.[1]]).to.deep.equal(['ông Tám ở Ô Môn ốm', 'Dương Kim Cúc']);
  });

  it('tells who stands in for whom, and why', async () => {
    const [id] = await handIn(1);
    const person = { honorific: 'Bà', fullName: 'Thạch Thị Sa Rây', position: 'Phó Trưởng phòng', category: 'B2' };
    const binh = await app.as('binh');
    const answer = await binh.post(`/registrations/${id}/substitute`, { ...person, reason: 'đi công tác' });
    expect(answer.status).to.equal(303);
    const [[, , what, why] = []] = await read('binh');
    expect([what, why]).to.deep.equal([`Bà Thạch Thị Sa Rây đi thay ${name(0)}, Huyện Thới Lai`, 'đi công tác']);
  });

  it('keeps no name in the chain: it is looked up when read, and a corrected name is right in old lines', async () => {
    await aDay();
    const entries = await app.context.db.read.selectFrom('audit_entry').select('detail').execute();
    const details = entries.map(({ detail }) => detail).join();
    for (const { fullName } of inventedRows(18)) expect(details).not.to.include(fullName);
    await app.context.db.write((tx) =>
      tx
        .updateTable('delegate')
        .set({ full_name: 'Tên Đã Sửa' })
        .where('full_name', '=', inventedRow(0).fullName)
        .execute(),
    );
    expect((await read('an')).map(([, , what]) => what)).to.include('Rút Ông Tên Đã Sửa, Huyện Thới Lai');
  });

  it('comes in pages of a hundred', async () => {
    for (let turn = 0; turn < 60; turn += 1) {
      await changeCapacity(app.context, an(), { clusterId, max: 61 + turn, reason: `lần ${turn}` });
    }
    const [id] = await handIn(1);
    for (let turn = 0; turn < 45; turn += 1) {
      const entry: AuditEvent = {
        at: instant(app.context),
        actor: 'system',
        action: 'something_new' as AuditAction,
        subject: `registration:${id}`,
      };
      await app.context.db.write((tx) => appendAudit(tx, app.context.keys.auditMac, entry));
    }
    const client = await app.as('an');
    const first = await client.get(path);
    const older = /href="([^"]*before=\d+)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&');
    expect(older).to.be.a('string');
    const [newest, rest] = [await read('an'), await read('an', older?.slice(path.length))];
    expect([newest.length, rest.length]).to.deep.equal([100, 7]);
    const seen = [...newest, ...rest].map((line) => line.join());
    expect(seen.at(-1)).to.include('Đổi số tối đa của cụm từ 60 thành 61');
    expect(newest[0]?.[2]).to.equal('Việc khác (something_new)');
  });

  it('is not the accountant’s, not a visitor’s, and of no cluster one has no part in', async () => {
    expect((await (await app.as('em')).get(path)).status).to.equal(403);
    const visitor = await app.visitor().get(path);
    expect([visitor.status, visitor.location]).to.deep.equal([303, `/login?next=${encodeURIComponent(path)}`]);
    const binh = await app.as('binh');
    for (const cluster of [app.cast.cluster(1), '018f0000-0000-7000-8000-000000000000', 'khong-co']) {
      expect((await binh.get(`/clusters/${cluster}/history`)).status).to.equal(404);
    }
    for (const query of ['?before=x', '?before=-1', '?before=1&before=2']) {
      expect((await binh.get(path + query)).status, query).to.equal(200);
    }
  });

  it('speaks English to who reads English', async () => {
    await aDay();
    const client = await app.as('an');
    await client.post('/preferences/language', { value: 'en' });
    const words = wordsOf((await client.get(path)).text);
    expect(words).to.include('List of Quận Ô Môn returned').and.include('Maximum of the cluster changed from 60 to 62');
  });
});
