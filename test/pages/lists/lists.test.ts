import { expect } from 'chai';
import { readSheet } from 'read-excel-file/node';
import { makeClient } from '../../support/app.ts';
import { asking } from '../../support/asking.ts';
import { readCsv } from '../../documents/read-csv.ts';
import { CLUSTER, type ListWorld, makeListWorld, OTHER_CLUSTER } from './list-world.ts';

const LISTS = `/clusters/${CLUSTER}/lists`;

describe('the lists of a cluster', () => {
  let world: ListWorld;

  beforeEach(async () => {
    world = await makeListWorld();
    await world.register([
      { id: 'phuoc', unit: 'snv', name: 'Hồ Vĩnh Phước', position: 'Phó Giám đốc', workplace: 'Sở Tư pháp', rank: 1 },
      {
        id: 'khoi',
        unit: 'thoi-lai',
        name: 'Ngô Vĩnh Khởi',
        position: 'Chánh Thanh tra',
        phone: '0900000011',
        rank: 2,
      },
      { id: 'ut', unit: 'thoi-lai', name: 'Sơn Thị Út', honorific: 'Bà', position: 'Chủ tịch UBND', rank: 1 },
      { id: 'xuyen', unit: 'phong-dien', name: 'Thạch Thị Xuyến', honorific: 'Bà', workplace: 'UBND xã Mỹ Khánh' },
      { id: 'nhon', unit: 'phong-dien', name: 'Thạch Vĩnh Nhơn', seat: 'waiting', note: 'Ăn chay' },
    ]);
  });
  afterEach(() => world.close());

  const ask = (path: string, cookie = world.cookies.an) => asking(makeClient(world.url).get(path, { cookie }));
  const file = async (name: string, cookie = world.cookies.an): Promise<Buffer> => {
    const answer = await ask(`${LISTS}/${name}`, cookie).expect(200);
    return answer.bytes;
  };
  const csv = async (kind: string, cookie = world.cookies.an) => readCsv(await file(`${kind}.csv`, cookie));

  it('open with the cluster of the moment', async () => {
    await ask('/lists').expect(302).expect('Location', LISTS);
  });

  it('say so where there is no cluster yet', async () => {
    const { context } = world;
    await context.db.write(async (tx) => {
      await tx
        .insertInto('unit')
        .values({ ...blankUnit, id: 'new', code: 'new', name: 'Quận Cái Răng' })
        .execute();
      await tx.updateTable('account').set({ unit_id: 'new' }).where('id', '=', 'cuc').execute();
    });
    const { text } = await ask('/lists', world.cookies.cuc).expect(200);
    expect(text).to.contain('Chưa có cụm nào để lập danh sách');
  });

  describe('the attendance list', () => {
    it('has the time of each arrival, and "Vắng" for who has not come', async () => {
      await world.admit('phuoc', '13:22');
      await world.admit('khoi', '14:03');
      expect(await csv('attendance')).to.deep.equal([
        ['Nhóm', 'STT', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Giờ điểm danh', 'Ký tên', 'Ghi chú'],
        ['I. ĐẠI BIỂU CẤP THÀNH PHỐ', '1', 'Ông Hồ Vĩnh Phước', 'Phó Giám đốc', 'Sở Tư pháp', '13 giờ 22', '', ''],
        ['II. HUYỆN PHONG ĐIỀN', '2', 'Bà Thạch Thị Xuyến', 'Chuyên viên', 'UBND xã Mỹ Khánh', 'Vắng', '', ''],
        ['IV. HUYỆN THỚI LAI', '3', 'Bà Sơn Thị Út', 'Chủ tịch UBND', 'Huyện Thới Lai', 'Vắng', '', ''],
        [
          'IV. HUYỆN THỚI LAI',
          '4',
          'Ông Ngô Vĩnh Khởi',
          'Chánh Thanh tra',
          'Huyện Thới Lai',
          '14 giờ 03',
          '',
          'Đến muộn',
        ],
      ]);
    });

    it('counts the first admission, whatever order the scans came in', async () => {
      await world.admit('khoi', '13:50');
      await world.admit('khoi', '13:36');
      expect((await csv('attendance')).at(-1)?.[5]).to.equal('13 giờ 36');
    });

    it('says that an absence was excused, and keeps the reason to itself', async () => {
      await world.admit('phuoc', '13:22');
      await world.decline('ut', 'Bị ốm');
      await world.decline('khoi', '');
      const rows = await csv('attendance');
      expect(rows.at(-2)?.slice(5)).to.deep.equal(['Vắng', '', 'Có lý do']);
      expect(rows.at(-1)?.slice(5)).to.deep.equal(['Vắng', '', 'Báo vắng']);
      expect(rows.flat().join()).not.to.contain('ốm');
    });

    it('leaves out who waits or was withdrawn, unless they came in', async () => {
      await world.withdraw('xuyen');
      await world.withdraw('khoi');
      await world.admit('xuyen', '13:41');
      const names = (await csv('attendance')).slice(1).map((row) => [row[2], row[7]]);
      expect(names).to.deep.equal([
        ['Ông Hồ Vĩnh Phước', ''],
        ['Bà Thạch Thị Xuyến', 'Đã rút đăng ký'],
        ['Bà Sơn Thị Út', ''],
      ]);
    });

    it('leaves the times blank until the door opens: nobody is absent yet', async () => {
      world.context.clock.set('2023-04-07T12:59');
      await keepSessions(world);
      expect((await csv('attendance')).slice(1).map((row) => row[5])).to.deep.equal(['', '', '', '']);
    });

    it('closes with the total in numbers and in words', async () => {
      await world.admit('phuoc', '13:22');
      const cells = (await readSheet(await file('attendance.xlsx'))).flat();
      expect(cells).to.include('Tổng số: 1 đại biểu có mặt (Một đại biểu); vắng 3.');
    });

    it('names in its workbook heading, occasion, signatures and who made the copy', async () => {
      await world.admit('phuoc', '13:22');
      const cells = (await readSheet(await file('attendance.xlsx'))).flat();
      for (const text of [
        'UBND THÀNH PHỐ CẦN THƠ',
        'SỞ NỘI VỤ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'DANH SÁCH ĐẠI BIỂU THAM DỰ',
        'Cụm 2: 13 giờ 30 phút, Thứ Sáu ngày 07/4/2023, tại Ủy ban nhân dân huyện Phong Điền',
        'Người lập biểu',
        'Xác nhận của đơn vị chủ trì',
        'Cần Thơ, ngày 07 tháng 4 năm 2023',
        'Kết xuất: An Nguyễn, 14:05 ngày 07/4/2023 · Điểm danh bằng mã QR',
      ]) {
        expect(cells).to.include(text);
      }
    });

    it('numbers its rows with numbers and keeps a unit that has nobody', async () => {
      const rows = await readSheet(await file('attendance.xlsx'));
      expect(rows).to.deep.include([1, 'Ông Hồ Vĩnh Phước', 'Phó Giám đốc', 'Sở Tư pháp', 'Vắng', null, null]);
      const first = rows.map(([cell]) => cell);
      expect(first[first.indexOf('III. QUẬN Ô MÔN') + 1]).to.equal('Không có đại biểu');
    });

    it('calls a unit what it was called when it registered', async () => {
      const { context } = world;
      await context.db.write((tx) =>
        tx.updateTable('unit').set({ name: 'Xã Thới Lai' }).where('id', '=', 'thoi-lai').execute(),
      );
      expect((await csv('attendance')).at(-1)?.[0]).to.equal('IV. HUYỆN THỚI LAI');
    });
  });

  describe('the registered list', () => {
    it('has everyone handed in, with the phone, and says who waits', async () => {
      expect(await csv('registered')).to.deep.equal([
        ['Nhóm', 'STT', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Điện thoại', 'Ghi chú'],
        ['I. ĐẠI BIỂU CẤP THÀNH PHỐ', '1', 'Ông Hồ Vĩnh Phước', 'Phó Giám đốc', 'Sở Tư pháp', '', ''],
        ['II. HUYỆN PHONG ĐIỀN', '2', 'Bà Thạch Thị Xuyến', 'Chuyên viên', 'UBND xã Mỹ Khánh', '', ''],
        [
          'II. HUYỆN PHONG ĐIỀN',
          '3',
          'Ông Thạch Vĩnh Nhơn',
          'Chuyên viên',
          'Huyện Phong Điền',
          '',
          'Danh sách chờ; Ăn chay',
        ],
        ['IV. HUYỆN THỚI LAI', '4', 'Bà Sơn Thị Út', 'Chủ tịch UBND', 'Huyện Thới Lai', '', ''],
        ['IV. HUYỆN THỚI LAI', '5', 'Ông Ngô Vĩnh Khởi', 'Chánh Thanh tra', 'Huyện Thới Lai', '0900 000 011', ''],
      ]);
    });

    it('leaves out who was withdrawn', async () => {
      await world.withdraw('ut');
      expect((await csv('registered')).flat().join()).not.to.contain('Út');
    });

    it('counts who waits apart', async () => {
      const cells = (await readSheet(await file('registered.xlsx'))).flat();
      expect(cells).to.include('Tổng số: 5 đại biểu (Năm đại biểu); trong danh sách chờ 1.');
    });
  });

  it('keep their order over 107 rows', async () => {
    await world.register(
      Array.from({ length: 103 }, (_, index) => ({ id: `many-${index}`, unit: 'o-mon', name: `Trần Thị Ý ${index}` })),
    );
    const rows = (await readSheet(await file('attendance.xlsx'))).filter(([number]) => typeof number === 'number');
    expect(rows.map(([number]) => number)).to.deep.equal(Array.from({ length: 107 }, (_, index) => index + 1));
    expect(rows[2]?.[1]).to.equal('Ông Trần Thị Ý 0');
    expect(rows[104]?.[1]).to.equal('Ông Trần Thị Ý 102');
  });

  describe('as files', () => {
    it('come with the right type, an ASCII name in both forms, and are kept by no cache', async () => {
      const name = 'DS_dai_bieu_tham_du_Cum2_20230407';
      await ask(`${LISTS}/attendance.xlsx`)
        .expect('Content-Type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .expect('Content-Disposition', `attachment; filename="${name}.xlsx"; filename*=UTF-8''${name}.xlsx`)
        .expect('Cache-Control', 'no-store');
      await ask(`${LISTS}/registered.csv`)
        .expect('Content-Type', 'text/csv; charset=utf-8')
        .expect('Content-Disposition', /filename="DS_dai_bieu_dang_ky_Cum2_20230407\.csv"/);
    });

    it('carry nothing that a spreadsheet would run, whatever was typed into a name', async () => {
      await world.register([{ id: 'evil', unit: 'o-mon', honorific: '', name: '=HYPERLINK("x")', note: '+84900' }]);
      const row = (await csv('registered')).find((cells) => cells.join().includes('HYPERLINK'));
      expect(row?.slice(2)).to.deep.equal(['\'=HYPERLINK("x")', 'Chuyên viên', 'Quận Ô Môn', '', "'+84900"]);
    });

    for (const missing of [
      'sign-in.xlsx',
      'payment.csv',
      'costs.xlsx',
      'result.pdf',
      'attendance.docx',
      'registered.pdf',
    ]) {
      it(`say that ${missing} is not there yet`, async () => {
        const { text } = await ask(`${LISTS}/${missing}`).expect(404);
        expect(text).to.contain('Danh sách này chưa có ở dạng tệp đó.');
      });
    }

    for (const wrong of [
      'guests.xlsx',
      'attendance.ods',
      'attendance',
      'attendance.xlsx.csv',
      'constructor.csv',
      '__proto__.csv',
    ]) {
      it(`do not know ${wrong}`, async () => {
        const { text } = await ask(`${LISTS}/${wrong}`).expect(404);
        expect(text).to.contain('Không tìm thấy');
      });
    }
  });

  describe('for one unit', () => {
    const addresses = ['attendance.csv', 'registered.csv', 'attendance/print', 'registered/print', ''];

    it('hold its own rows, numbered from one', async () => {
      expect((await csv('registered', world.cookies.binh)).map((row) => row.slice(0, 3))).to.deep.equal([
        ['Nhóm', 'STT', 'Họ và tên'],
        ['I. HUYỆN THỚI LAI', '1', 'Bà Sơn Thị Út'],
        ['I. HUYỆN THỚI LAI', '2', 'Ông Ngô Vĩnh Khởi'],
      ]);
    });

    for (const address of addresses) {
      it(`never show another unit at "${address}"`, async () => {
        await world.admit('khoi', '13:36');
        const { text } = await ask(`${LISTS}/${address}`.replace(/\/$/, ''), world.cookies.cuc).expect(200);
        expect(text).not.to.match(/Khởi|Út|Phước|0900|Thới Lai|THỚI LAI/);
      });
    }

    it('would show it to the organiser: the same addresses do', async () => {
      for (const address of addresses) {
        const { text } = await ask(`${LISTS}/${address}`.replace(/\/$/, '')).expect(200);
        expect(text).to.match(/Thới Lai|THỚI LAI/);
      }
    });

    it('do not exist in a cluster the unit takes no part in', async () => {
      for (const address of ['', '/attendance.csv', '/registered.xlsx', '/attendance/print']) {
        await ask(`/clusters/${OTHER_CLUSTER}/lists${address}`, world.cookies.binh).expect(404);
        await ask(`/clusters/${OTHER_CLUSTER}/lists${address}`).expect(200);
      }
    });
  });

  describe('are closed', () => {
    const addresses = ['/lists', LISTS, `${LISTS}/attendance.csv`, `${LISTS}/attendance/print`];

    for (const address of addresses) {
      it(`to whoever is not signed in: ${address}`, async () => {
        await asking(makeClient(world.url).get(address))
          .expect(303)
          .expect('Location', /^\/login\?next=/);
      });
    }

    it('to no role that reads lists', async () => {
      for (const cookie of Object.values(world.cookies)) await ask(`${LISTS}/attendance.csv`, cookie).expect(200);
    });

    it('for a cluster that does not exist', async () => {
      await ask('/clusters/nowhere/lists').expect(404);
      await ask('/clusters/nowhere/lists/attendance.csv').expect(404);
    });
  });
});

const blankUnit = {
  level: 'district' as const,
  parent_id: null,
  position: 99,
  valid_from: null,
  valid_to: null,
  successor_id: null,
};

/** Setting the clock back or far ahead would end the sessions; a test about lists wants them alive. */
async function keepSessions({ context }: ListWorld): Promise<void> {
  const seen = context.clock.now().toUTC().toISO();
  await context.db.write((tx) => tx.updateTable('login').set({ created_at: seen, last_seen_at: seen }).execute());
}
