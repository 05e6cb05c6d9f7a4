import { expect } from 'chai';
import { makeClient } from '../../support/app.ts';
import { asking } from '../../support/asking.ts';
import { CLUSTER, type ListWorld, makeListWorld } from './list-world.ts';

const LISTS = `/clusters/${CLUSTER}/lists`;

describe('the pages of the lists', () => {
  let world: ListWorld;

  beforeEach(async () => {
    world = await makeListWorld();
    await world.register([
      { id: 'phuoc', unit: 'snv', name: 'Hồ Vĩnh Phước', position: 'Phó Giám đốc', workplace: 'Sở Tư pháp' },
      { id: 'khoi', unit: 'thoi-lai', name: 'Ngô Vĩnh Khởi', phone: '0900000011' },
      { id: 'ut', unit: 'thoi-lai', name: 'Sơn Thị Út', honorific: 'Bà' },
    ]);
  });
  afterEach(() => world.close());

  const page = async (path: string, cookie = world.cookies.an, extra = '') =>
    (await asking(makeClient(world.url).get(path, { cookie: cookie + extra })).expect(200)).text;
  /** The page as a reader hears it: words only. */
  const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

  describe('the overview', () => {
    it('opens with how many are there', async () => {
      await world.admit('khoi', '14:03');
      expect(words(await page(LISTS))).to.contain('Đến 14:05, có mặt 1/3 đại biểu. Vắng 2, đến muộn 1.');
    });

    it('opens with how many are expected until the door does', async () => {
      world.context.clock.set('2023-04-07T13:40');
      await world.context.db.write((tx) =>
        tx
          .updateTable('cluster')
          .set({ door_opens_at: '2023-04-07T07:00:00.000Z' })
          .where('id', '=', CLUSTER)
          .execute(),
      );
      expect(words(await page(LISTS))).to.contain(
        'Đến nay có 3 đại biểu được xếp chỗ. Cửa mở lúc 14 giờ 00, Thứ Sáu ngày 07/4/2023.',
      );
    });

    it('counts by unit, in list order, and in all', async () => {
      await world.admit('khoi', '13:36');
      const [, table = ''] = words(await page(LISTS)).split('Đơn vị Có mặt Dự kiến ');
      expect(table).to.match(
        /^Đại biểu cấp thành phố 0 1 Huyện Phong Điền 0 0 Quận Ô Môn 0 0 Huyện Thới Lai 1 2 Cả cụm 1 3 /,
      );
    });

    it('gives a unit its own count and that of the whole cluster', async () => {
      await world.admit('khoi', '13:36');
      const text = words(await page(LISTS, world.cookies.cuc));
      expect(text).to.contain('Đơn vị Có mặt Dự kiến Quận Ô Môn 0 0 Cả cụm 1 3');
      expect(text).to.contain('Danh sách tải về chỉ có đại biểu của đơn vị mình.');
    });

    it('offers every list as Excel, as CSV and for printing, and nothing that does not work', async () => {
      const html = await page(LISTS);
      const links = [...html.matchAll(/href="([^"]*\/lists\/[^"]*)"/g)].map((match) => match[1] ?? '');
      expect(links).to.deep.equal(
        ['registered', 'attendance'].flatMap((kind) =>
          ['.xlsx', '.csv', '/print'].map((end) => `${LISTS}/${kind}${end}`),
        ),
      );
      for (const link of links) await asking(makeClient(world.url).get(link, { cookie: world.cookies.an })).expect(200);
    });

    it('speaks English to who wants it, and the paper stays Vietnamese', async () => {
      const english = '; lang=en';
      expect(words(await page(LISTS, world.cookies.an, english))).to.contain('At 14:05, 0/3 delegates are present.');
      const paper = await page(`${LISTS}/attendance/print`, world.cookies.an, english);
      expect(words(paper)).to.contain('Back to the lists').and.to.contain('DANH SÁCH ĐẠI BIỂU THAM DỰ');
      expect(paper).to.contain('<main id="main" lang="vi"');
    });
  });

  describe('the printed list', () => {
    it('has one table whose header row repeats and whose groups have their own header', async () => {
      const html = await page(`${LISTS}/attendance/print`);
      expect(html.match(/<thead>/g)).to.have.length(1);
      expect([...html.matchAll(/<th scope="col">([^<]*)</g)].map((match) => match[1])).to.deep.equal([
        'STT',
        'Họ và tên',
        'Chức vụ',
        'Đơn vị công tác',
        'Giờ điểm danh',
        'Ký tên',
        'Ghi chú',
      ]);
      expect([...html.matchAll(/<th scope="rowgroup" colspan="7">([^<]*)</g)].map((match) => match[1])).to.deep.equal([
        'I. ĐẠI BIỂU CẤP THÀNH PHỐ',
        'II. HUYỆN PHONG ĐIỀN',
        'III. QUẬN Ô MÔN',
        'IV. HUYỆN THỚI LAI',
      ]);
    });

    it('shows no phone on the attendance list, and shows it on the registered one', async () => {
      expect(await page(`${LISTS}/attendance/print`)).not.to.match(/Điện thoại|0900/);
      expect(await page(`${LISTS}/registered/print`))
        .to.contain('Điện thoại')
        .and.to.contain('0900 000 011');
    });

    it('says so where a unit has nobody', async () => {
      expect(words(await page(`${LISTS}/attendance/print`))).to.contain('III. QUẬN Ô MÔN Không có đại biểu');
    });

    it('has heading, total, signatures and who made the copy', async () => {
      await world.admit('khoi', '13:36');
      const text = words(await page(`${LISTS}/attendance/print`));
      expect(text).to.contain(
        'UBND THÀNH PHỐ CẦN THƠ SỞ NỘI VỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc',
      );
      expect(text).to.contain('Tổng số: 1 đại biểu có mặt (Một đại biểu); vắng 2.');
      expect(text).to.contain('Người lập biểu (Ký, họ tên)');
      expect(text).to.contain('Cần Thơ, ngày 07 tháng 4 năm 2023 Xác nhận của đơn vị chủ trì (Ký, họ tên, đóng dấu)');
      expect(text).to.contain('Kết xuất: An Nguyễn, 14:05 ngày 07/4/2023');
    });

    it('takes what was typed for text, not for markup', async () => {
      await world.register([{ id: 'evil', unit: 'o-mon', name: '<b>An</b>', note: '"><script>' }]);
      const html = await page(`${LISTS}/registered/print`);
      expect(html).to.contain('&lt;b&gt;An&lt;/b&gt;');
      expect(html).not.to.match(/<b>An|<script>/);
    });

    it('is not there for a list nobody knows, and says so for one still to come', async () => {
      const ask = (kind: string) =>
        asking(makeClient(world.url).get(`${LISTS}/${kind}/print`, { cookie: world.cookies.an }));
      expect((await ask('guests').expect(404)).text).to.contain('Không tìm thấy');
      expect((await ask('payment').expect(404)).text).to.contain('Danh sách này chưa có');
    });
  });
});
