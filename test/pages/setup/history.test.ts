/** What the organiser reads of a whole event: who changed which field from what to what, and all the rest. */
import { expect } from 'chai';
import { appendAudit, type AuditEvent } from '../../../db/audit/audit.ts';
import { instant } from '../../../server/context.ts';
import type { AuditAction } from '../../../server/domain/audit-action.ts';
import { moveSeats } from '../../../server/actions/places/move-seats.ts';
import { wordsOf } from '../../support/app.ts';
import { inventedRows, register } from '../../support/cast.ts';
import { makeSetUpWorld, type SetUpWorld } from './set-up-world.ts';

describe('the history of an event', () => {
  let world: SetUpWorld;
  let path: string;
  let cluster: string;
  beforeEach(async () => {
    world = await makeSetUpWorld();
    path = `${world.base}/history`;
    cluster = `/clusters/${world.app.cast.cluster(2)}`;
  });
  afterEach(() => world.close());

  const read = async (query = '') => {
    const { status, text } = await world.an.get(path + query);
    expect(status).to.equal(200);
    const rows = [...text.matchAll(/<tr>((?:<td[^>]*>[^<]*<\/td>)+)<\/tr>/g)];
    return rows.map(([, cells = '']) =>
      [...cells.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(([, cell]) => wordsOf(cell ?? '')),
    );
  };
  /** Which cluster and what, newest first, without the loading of the plan. */
  const said = async (query = '') => (await read(query)).map(([, , of, what]) => `${of} ${what}`).slice(0, -1);

  it('is reached from the set-up', async () => {
    const { text } = await world.an.get(`${world.base}/setup`);
    expect(text).to.include(`href="${path}"`);
    expect(await read()).to.deep.equal([['08:30, 20/3/2023', 'Hệ thống', '–', 'Nạp sự kiện từ tệp kế hoạch', '']]);
  });

  it('says of a cluster which fields changed, from what to what', async () => {
    await world.send(cluster, { date: '14/4/2023', venue: 'Hội trường lớn', doorOpensAt: '12:45' });
    expect(await read()).to.deep.include([
      '08:30, 20/3/2023',
      'Lâm Hoài An',
      'Cụm 2',
      'Sửa thông tin cụm: Ngày từ 07/4/2023 thành 14/4/2023; Mở cửa đón tiếp từ 13:00 thành 12:45; ' +
        'Hạn đăng ký từ 17:00 31/3/2023 thành 17:00 07/4/2023; ' +
        'Hạn trả lời thư mời từ 17:00 05/4/2023 thành 17:00 12/4/2023; ' +
        'Địa điểm từ “Ủy ban nhân dân huyện Phong Điền” thành “Hội trường lớn”',
      '',
    ]);
  });

  it('says why a maximum was raised', async () => {
    await world.send(cluster, { max: '65', reason: 'kê thêm ghế' });
    const [raised, ...before] = await read();
    expect(raised?.slice(3)).to.deep.equal(['Đổi số tối đa của cụm từ 60 thành 65', 'kê thêm ghế']);
    expect(before, 'once').to.have.length(1);
  });

  it('says of the general facts what changed, and of the contact only that it did', async () => {
    await world.send('/setup', {
      year: '2024',
      acceptsByHand: '1',
      lastYear: '2025',
      'contact.name': 'Bà Thạch Thị Bé',
      'contact.phone': '0900 000 099',
      'contact.office': 'Văn phòng Sở',
    });
    const [line = ''] = await said();
    expect(line).to.include('– Sửa thông tin chung: Năm kế hoạch từ 2023 thành 2024');
    expect(line).to.include('Năm của cụm cuối: 2025').and.include('thành “Văn phòng Sở”');
    expect(line).to.include('Người liên hệ đã đổi').and.include('Điện thoại liên hệ đã đổi');
    expect(line).to.include('Ban Tổ chức tiếp nhận từng danh sách bằng tay từ không thành có');
    expect(JSON.stringify(await world.audit())).not.to.match(/Bé|0900/);
  });

  it('says of categories, agenda and units what came, went and changed', async () => {
    const { categories, agenda } = await world.stored();
    const b4 = categories.find(({ code }) => code === 'B4')?.id;
    await world.send('/categories', { [`row.${b4}.hostOnly`]: '1', [`row.${b4}.level`]: 'commune' });
    await world.send('/agenda', { [`row.${agenda[0]?.id}.remove`]: '1', [`row.${agenda[1]?.id}.owner`]: 'Ông Út' });
    await world.send(`${cluster}/participants`, { host: world.app.cast.unit('927') });
    const unit = world.app.cast.unit('917');
    const page = (await world.an.get(`${world.base}/units/${unit}`)).text;
    const version = /name="version" value="([^"]+)"/.exec(page)?.[1] ?? '';
    await world.an.post(`${world.base}/units/${unit}/name`, { version, name: 'Phường Ô Môn', from: '' });
    expect(await said()).to.deep.equal([
      '– Đổi tên đơn vị Phường Ô Môn: Tên từ “Quận Ô Môn” thành “Phường Ô Môn”',
      'Cụm 2 Sửa các đơn vị tham dự: Đơn vị đăng cai từ “Huyện Phong Điền” thành “Huyện Thới Lai”',
      `– Sửa chương trình: ${agenda[1]?.startsAt} ${agenda[1]?.title}, Thực hiện đã đổi; bỏ ${agenda[0]?.startsAt} ${agenda[0]?.title}`,
      '– Sửa thành phần tham dự: B4, Cấp mời từ Cấp huyện thành Cấp xã; B4, Chỉ đăng cai từ không thành có',
    ]);
    expect(JSON.stringify(await world.audit())).not.to.include('Ông Út');
  });

  it('has the acts of every feature, of a cluster that was removed too, and can be kept to one cluster', async () => {
    const { context, cast } = world.app;
    const [two, three] = [cast.cluster(2), cast.cluster(3)];
    await register(context, cast.actor('binh'), { clusterId: two, rows: inventedRows(1) });
    const move = { clusterId: two, from: cast.unit('917'), to: cast.unit('927'), count: 1, reason: 'dư chỗ' };
    await moveSeats(context, cast.actor('an'), move);
    await world.send(`/clusters/${three}/remove`, {});
    expect(await said()).to.deep.equal([
      'Cụm 3 Xóa Cụm 3',
      'Cụm 2 Chuyển 1 chỗ từ Quận Ô Môn sang Huyện Thới Lai',
      'Cụm 2 Tiếp nhận danh sách Huyện Thới Lai',
      'Cụm 2 Huyện Thới Lai: ghi 1 đại biểu (1 có chỗ)',
    ]);
    expect((await read(`?cluster=${two}`)).map(([, , , what]) => what)).to.have.length(3);
    expect((await read(`?cluster=${three}`)).map(([, , , what]) => what)).to.deep.equal(['Xóa Cụm 3']);
    expect((await world.an.get(`${path}?cluster=khong-co`)).status).to.equal(404);
  });

  it('has nothing of another event', async () => {
    const { context } = world.app;
    const entry: AuditEvent = {
      at: instant(context),
      actor: 'system',
      action: 'event_changed',
      subject: 'event:another',
    };
    await context.db.write((tx) => appendAudit(tx, context.keys.auditMac, entry));
    expect(await said()).to.deep.equal([]);
  });

  it('reads the entries of before, which named fields only', async () => {
    const { context, cast } = world.app;
    const entry: AuditEvent = {
      at: instant(context),
      actor: 'system',
      action: 'cluster_changed',
      subject: `cluster:${cast.cluster(2)}`,
    };
    await context.db.write((tx) =>
      appendAudit(tx, context.keys.auditMac, { ...entry, detail: { changed: 'date,venue' } }),
    );
    expect(await said()).to.deep.equal(['Cụm 2 Sửa thông tin cụm: Ngày, Địa điểm']);
  });

  it('goes a hundred at a time, and keeps the cluster on the older page', async () => {
    const { context, cast } = world.app;
    const subject = `cluster:${cast.cluster(2)}`;
    await context.db.write(async (tx) => {
      for (let number = 0; number < 101; number += 1) {
        await appendAudit(tx, context.keys.auditMac, {
          at: instant(context),
          actor: 'system',
          action: 'x' as AuditAction,
          subject,
        });
      }
    });
    const query = `?cluster=${cast.cluster(2)}`;
    expect(await read(query)).to.have.length(100);
    const { text } = await world.an.get(path + query);
    const older = /href="([^"]*before=\d+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(older).to.include(`cluster=${cast.cluster(2)}`);
    expect(await read(older.slice(path.length))).to.have.length(1);
    expect((await world.an.get(older)).text).to.include(`href="${path}${query}"`);
  });
});
