/** A list that came as a file, from the clerk's chair: looked through, fixed, sent, and sent again when it changed. */
import { expect } from 'chai';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.ts';
import { axe, type OpenPage, openPage } from '../support/browser.ts';

type Size = { width: number; height: number } & BrowserContextOptions;
const LAPTOP: Size = { width: 1366, height: 768 };
const PHONE: Size = { width: 390, height: 844, hasTouch: true, isMobile: true };

const HEADING = 'STT,Ông/Bà,Họ và tên,Chức vụ,Đơn vị công tác,Thành phần,Điện thoại,Email';

/** Lines 2 to 9 of the file, under the heading. */
const TYPED = [
  '1,Ông,Danh Út,Trưởng phòng,Phòng Nội vụ,B2,0900 000 011,ut@example.gov.vn',
  '2,Bà,THẠCH THỊ SƯƠNG,Trưởng phòng,Phòng Y tế,B2,0900 000 012,suong@example.gov.vn',
  '3,Ông,NGÔ HỮU KHỞI,Trưởng phòng,Phòng Tư pháp,B2,0900 000 013,khoi@example.gov.vn',
  '4,,Ông Trương Văn Nhơn,Trưởng phòng,Phòng Kinh tế,B2,0900 000 014,nhon@example.gov.vn',
  '5,Bà,Lâm Kim Quyên,Chánh Thanh tra,Thanh tra huyện,B2,0168 000 0015,quyen@example.gov.vn',
  '6,Ông,Bùi Nhựt Thoại,Trưởng phòng,Phòng Lao động,B 2,0900 000 016,thoai@example.gov.vn',
  '7,Bà,Đỗ Mỹ Xuyến,Trưởng phòng,Phòng Văn hóa,B2,0900 000 017,xuyen@',
  '8,Ông,Hồ Vĩnh Phước,Trưởng phòng,Phòng Tài chính,B2,0900 000 018,phuoc@example.gov.vn',
];

/** The same people as the desk lists them after fixing. */
const LISTED = [
  'Ông Danh Út, Trưởng phòng, Phòng Nội vụ, B2, 0900 000 011, ut@example.gov.vn',
  'Bà Thạch Thị Sương, Trưởng phòng, Phòng Y tế, B2, 0900 000 012, suong@example.gov.vn',
  'Ông Ngô Hữu Khởi, Trưởng phòng, Phòng Tư pháp, B2, 0900 000 013, khoi@example.gov.vn',
  'Ông Trương Văn Nhơn, Trưởng phòng, Phòng Kinh tế, B2, 0900 000 014, nhon@example.gov.vn',
  'Bà Lâm Kim Quyên, Chánh Thanh tra, Thanh tra huyện, B2, 0380 000 015, quyen@example.gov.vn',
  'Ông Bùi Nhựt Thoại, Trưởng phòng, Phòng Lao động, B2, 0900 000 016, thoai@example.gov.vn',
  'Bà Đỗ Mỹ Xuyến, Trưởng phòng, Phòng Văn hóa, B2, 0900 000 017, xuyen@example.gov.vn',
  'Ông Hồ Vĩnh Phước, Trưởng phòng, Phòng Tài chính, B2, 0900 000 018, phuoc@example.gov.vn',
];

const GOOD = [
  '1,Ông,Danh Út,Trưởng phòng,Phòng Nội vụ,B2,0900 000 011,ut@example.gov.vn',
  '2,Bà,Thạch Thị Sương,Phó Trưởng phòng,Phòng Y tế,B2,0900 000 012,suong@example.gov.vn',
  '3,Ông,Ngô Hữu Khởi,Trưởng phòng,Phòng Tư pháp,B2,0900 000 013,khoi@example.gov.vn',
];
/** One with a new post, one gone, one new. */
const LATER = [
  '1,Ông,Danh Út,Trưởng phòng,Phòng Nội vụ,B2,0900 000 011,ut@example.gov.vn',
  '2,Bà,Thạch Thị Sương,Trưởng phòng,Phòng Y tế,B2,0900 000 012,suong@example.gov.vn',
  '3,Ông,HỒ VĨNH PHƯỚC,Trưởng phòng,Phòng Tài chính,B2,0900 000 018,phuoc@example.gov.vn',
];

describe('the review of a file in the browser', function () {
  this.timeout(120_000);
  let app: TestApp;
  let opened: OpenPage[];
  beforeEach(async () => {
    app = await startApp();
    opened = [];
  });
  afterEach(async () => {
    for (const { close } of opened) await close();
    await app.close();
  });

  async function openDesk(options: Size): Promise<OpenPage> {
    const window = await openPage(options);
    opened.push(window);
    const client = await app.as('binh');
    const cookies = [...client.cookies].map(([name, value]) => ({ name, value, url: app.url }));
    await window.page.context().addCookies(cookies);
    return window;
  }

  async function upload(page: Page, rows: readonly string[]): Promise<void> {
    await page.goto(`${app.url}/clusters/${app.cast.cluster(2)}/registrations`);
    await page.locator('summary', { hasText: 'Tải tệp lên' }).click();
    // Excel puts a byte order mark before a CSV in UTF-8.
    const buffer = Buffer.from(`\uFEFF${[HEADING, ...rows].join('\r\n')}\r\n`);
    await page.setInputFiles('#file', { name: 'danh sach.csv', mimeType: 'text/csv', buffer });
    await arriveBy(page, () => page.getByRole('button', { name: 'Tải tệp lên' }).click());
    await page.getByRole('heading', { name: 'Kiểm tra danh sách nhập' }).waitFor();
  }

  for (const size of [LAPTOP, PHONE]) {
    describe(`at ${size.width} × ${size.height}`, () => {
      it('shows what needs eyes, fixes it at once or by hand, and sends the list as fixed', async () => {
        const { page, troubles } = await openDesk(size);
        await upload(page, TYPED);
        expect(await tally(page)).to.equal('8 dòng: 3 hợp lệ, 3 cảnh báo, 2 lỗi.');
        expect(await shownRows(page), 'errors first').to.deep.equal(['7', '8', '3', '4', '6']);
        await page.getByText('Tất cả 8', { exact: true }).click();
        expect(await shownRows(page)).to.deep.equal(['7', '8', '3', '4', '6', '2', '5', '9']);
        await page.getByText('Hợp lệ 3', { exact: true }).click();
        expect(await shownRows(page)).to.deep.equal(['2', '5', '9']);
        await page.getByText('Cần xem 5', { exact: true }).click();
        expect(await shownRows(page)).to.deep.equal(['7', '8', '3', '4', '6']);
        await inOrder(page);

        await press(page, 'name_capitals');
        expect(await typed(page, 'fullName'))
          .to.include('Thạch Thị Sương')
          .and.include('Ngô Hữu Khởi');
        expect(await tally(page)).to.equal('8 dòng: 5 hợp lệ, 1 cảnh báo, 2 lỗi.');
        await arriveBy(page, () => page.getByRole('button', { name: 'Hoàn lại: Viết hoa chữ đầu họ tên' }).click());
        expect(await typed(page, 'fullName'))
          .to.include('THẠCH THỊ SƯƠNG')
          .and.include('NGÔ HỮU KHỞI');
        expect(await tally(page)).to.equal('8 dòng: 3 hợp lệ, 3 cảnh báo, 2 lỗi.');
        await press(page, 'name_capitals');
        await press(page, 'name_title');
        await press(page, 'phone_old_prefix');
        await arriveBy(page, () => page.getByRole('button', { name: 'Đổi thành B2', exact: true }).click());
        expect(await tally(page)).to.equal('8 dòng: 7 hợp lệ, 0 cảnh báo, 1 lỗi.');
        expect(await shownRows(page)).to.deep.equal(['8']);

        await arriveBy(page, () => page.getByRole('button', { name: 'Bỏ dòng này' }).click());
        expect(await tally(page)).to.equal('7 dòng: 7 hợp lệ, 0 cảnh báo, 0 lỗi.');
        expect(await page.getByRole('button', { name: 'Gửi 7 đại biểu' }).count()).to.equal(1);
        await page.locator('summary', { hasText: '1 dòng đã bỏ, không gửi' }).click();
        await inOrder(page);
        await arriveBy(page, () => page.getByRole('button', { name: 'Lấy lại dòng 8' }).click());
        expect(await tally(page)).to.equal('8 dòng: 7 hợp lệ, 0 cảnh báo, 1 lỗi.');
        expect(await page.getByLabel('Email, dòng 8').inputValue()).to.equal('xuyen@');

        await page.getByLabel('Email, dòng 8').fill('xuyen@example.gov.vn');
        await arriveBy(page, () => page.getByRole('button', { name: 'Kiểm tra lại' }).click());
        expect(await tally(page)).to.equal('8 dòng: 8 hợp lệ, 0 cảnh báo, 0 lỗi.');
        await inOrder(page);
        await arriveBy(page, () => page.getByRole('button', { name: 'Gửi 8 đại biểu' }).click());
        await page.getByText('Đã ghi 8 đại biểu, tất cả có chỗ.').waitFor();
        expect(await listed(page)).to.have.members(LISTED);
        expect(troubles).to.deep.equal([]);
      });

      it('shows the whole of a row: every cell in sight, its error too, nothing cut short', async () => {
        const { page } = await openDesk(size);
        await upload(page, [
          ...TYPED,
          '9,Bà,Châu Mỹ Duyên,Trưởng phòng,Phòng Y tế,"B2, B4",0900 000 019,duyen@example.gov.vn',
        ]);
        for (const field of ['Ông/Bà', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'T. phần', 'Điện thoại', 'Email']) {
          const { x, width } = await boxOf(page, `[aria-label="${field}, dòng 8"]`);
          expect(x, field).to.be.at.least(0);
          expect(x + width, field).to.be.at.most(size.width);
        }
        await page.getByText('Tất cả 9', { exact: true }).click();
        expect(await page.evaluate(CUT_SHORT), 'fields whose text does not fit').to.deep.equal([]);
        await inOrder(page);
        if (size.isMobile) expect(await page.evaluate(TOO_SMALL), 'for a thumb').to.deep.equal([]);
      });

      it('lets the keyboard alone take a quick fix, and goes on from there', async () => {
        const { page } = await openDesk(size);
        await upload(page, TYPED);
        await tabTo(page, 'Nhận cả 2: Viết hoa chữ đầu họ tên');
        await arriveBy(page, () => page.keyboard.press('Enter'));
        expect(await typed(page, 'fullName'))
          .to.include('Thạch Thị Sương')
          .and.include('Ngô Hữu Khởi');
        expect(await tabTo(page, 'Nhận: Đổi thành phần “B 2” thành B2'), 'stops to the next fix').to.equal(1);
        await arriveBy(page, () => page.keyboard.press('Enter'));
        expect(await tally(page)).to.equal('8 dòng: 6 hợp lệ, 1 cảnh báo, 1 lỗi.');
      });

      it('says where nothing is ticked, and keeps the ticks while rows are fixed', async () => {
        const { page } = await openDesk(size);
        await upload(page, GOOD);
        await arriveBy(page, () => page.getByRole('button', { name: 'Gửi 3 đại biểu' }).click());
        await upload(page, LATER);
        const change = page.getByLabel('Sửa Bà Thạch Thị Sương theo tệp');
        const withdraw = page.getByLabel('Rút Ông Ngô Hữu Khởi');
        const carryOut = page.getByRole('button', { name: 'Thực hiện phần đã chọn' });
        await change.uncheck();
        await arriveBy(page, () => carryOut.click());
        expect(await focused(page)).to.equal('Chưa chọn người nào để sửa hoặc rút.');
        await inOrder(page);
        await withdraw.check();
        await page.getByLabel('Lý do rút').fill('Chuyển công tác');
        await press(page, 'name_capitals');
        expect(await change.isChecked(), 'a tick taken away stays away').to.equal(false);
        expect(await withdraw.isChecked()).to.equal(true);
        expect(await page.getByLabel('Lý do rút').inputValue()).to.equal('Chuyển công tác');
      });

      it('comes again: carries out what is ticked, sends who is new, and then has nothing left to do', async () => {
        const { page, troubles } = await openDesk(size);
        await upload(page, GOOD);
        await arriveBy(page, () => page.getByRole('button', { name: 'Gửi 3 đại biểu' }).click());
        await upload(page, LATER);
        const main = page.locator('main');
        expect(await shownRows(page), 'what is new or changed, not who is on the list as in the file').to.deep.equal([
          '4',
          '3',
        ]);
        expect(await main.textContent()).to.include('Đã có, có thay đổi');
        const [{ y: card }, { y: table }] = [await boxOf(page, '#differences'), await boxOf(page, '.rv')];
        expect(card, 'the differences stand above the rows').to.be.lessThan(table);
        expect(await main.textContent()).to.include('1 người mới, 1 người thay đổi, 1 người không còn trong tệp.');
        const change = page.getByLabel('Sửa Bà Thạch Thị Sương theo tệp');
        const withdraw = page.getByLabel('Rút Ông Ngô Hữu Khởi');
        expect(await change.isChecked()).to.equal(true);
        expect(await withdraw.isChecked(), 'nobody loses a seat unasked').to.equal(false);
        await inOrder(page);
        await press(page, 'name_capitals');
        await withdraw.check();
        await arriveBy(page, () => page.getByRole('button', { name: 'Thực hiện phần đã chọn' }).click());
        expect(await focused(page)).to.equal('Đã sửa 1 người, rút 1 người.');
        expect(await main.textContent()).to.include('1 người mới, 0 người thay đổi, 0 người không còn trong tệp.');
        await inOrder(page);
        await arriveBy(page, () => page.getByRole('button', { name: 'Gửi 1 đại biểu' }).click());
        expect(await listed(page)).to.have.members([
          'Ông Danh Út, Trưởng phòng, Phòng Nội vụ, B2, 0900 000 011, ut@example.gov.vn',
          'Bà Thạch Thị Sương, Trưởng phòng, Phòng Y tế, B2, 0900 000 012, suong@example.gov.vn',
          'Ông Hồ Vĩnh Phước, Trưởng phòng, Phòng Tài chính, B2, 0900 000 018, phuoc@example.gov.vn',
        ]);

        await upload(page, LATER);
        expect(await main.textContent()).to.include('0 người mới, 0 người thay đổi, 0 người không còn trong tệp.');
        expect(await main.textContent()).to.include('Không có dòng mới để gửi.');
        expect(await tally(page)).to.equal('3 dòng: 0 hợp lệ, 0 cảnh báo, 0 lỗi, 3 đã có trong danh sách.');
        expect(await page.getByRole('button', { name: /Gửi|Thực hiện/ }).count()).to.equal(0);
        await inOrder(page);
        expect(troubles).to.deep.equal([]);
      });
    });
  }

  it('needs no script: a file, a quick fix for all its lines, a filter, the rows in order sent', async () => {
    const { page } = await openDesk({ ...LAPTOP, javaScriptEnabled: false });
    await upload(page, TYPED);
    await press(page, 'name_capitals');
    await press(page, 'category_unknown:B 2>B2');
    expect(await tally(page)).to.equal('8 dòng: 6 hợp lệ, 1 cảnh báo, 1 lỗi.');
    await page.getByText('Tất cả 8', { exact: true }).click();
    expect(await shownRows(page)).to.have.lengthOf(8);
    await arriveBy(page, () => page.getByRole('button', { name: 'Chỉ gửi 7 dòng không lỗi' }).click());
    const names = (await listed(page)).map((person) => person.split(',')[0]);
    expect(names).to.have.members(LISTED.flatMap((person) => (person.includes('Xuyến') ? [] : [person.split(',')[0]])));
  });
});

/** Does what leads to another page, and waits until it is there. */
async function arriveBy(page: Page, act: () => Promise<unknown>): Promise<void> {
  const arrived = page.waitForEvent('load');
  await act();
  await arrived;
}

const press = (page: Page, fix: string): Promise<void> =>
  arriveBy(page, () => page.locator(`button[name="fix"][value="${fix}"]`).click());

const tally = async (page: Page) => await page.locator('.foot b').textContent();

/** The lines that can be seen, by the numbers people know them by. */
async function shownRows(page: Page): Promise<string[]> {
  const numbers = await page.locator('.rv tbody th .no').filter({ visible: true }).allTextContents();
  return numbers.map((number) => number.trim());
}

/** What the cells of a column hold, shown or not. */
async function typed(page: Page, field: string): Promise<string[]> {
  const cells = await page.locator(`.rv input[name$=".${field}"]`).all();
  return await Promise.all(cells.map((cell) => cell.inputValue()));
}

const focused = (page: Page) => page.evaluate('document.activeElement.textContent.trim()');

/** The people on the desk's list: name, post and office, category, phone, mail. */
async function listed(page: Page): Promise<string[]> {
  const rows = await page.locator('[aria-labelledby="listed-title"] tbody tr').all();
  return await Promise.all(
    rows.map(async (row) => {
      const name = await row.locator('.name a').textContent();
      const post = await row.locator('.name span').textContent();
      const others = await row.locator('td').allTextContents();
      return [name, post, ...others.slice(1, 4)].map((text) => (text ?? '').replace(/\s+/g, ' ').trim()).join(', ');
    }),
  );
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) throw new Error(`Nothing is shown as ${selector}.`);
  return box;
}

const CUT_SHORT = `[...document.querySelectorAll('.rv .cell-in')]
  .filter((cell) => cell.offsetParent && cell.scrollWidth > cell.clientWidth).map((cell) => cell.value)`;
const TOO_SMALL = `[...document.querySelectorAll('.review .btn, .rv .cell-in, .views label, .foot .btn, main summary')]
  .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 43.5).map((one) => one.textContent || one.name)`;

/** Presses Tab until something of this name has the focus; how many times that took. */
async function tabTo(page: Page, name: string): Promise<number> {
  for (let stops = 1; stops <= 150; stops += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate('document.activeElement.getAttribute("aria-label")')) === name) return stops;
  }
  throw new Error(`The Tab key never came to “${name}”.`);
}

/** Nothing for axe to find, and nothing but the table to move sideways. */
async function inOrder(page: Page): Promise<void> {
  expect(await axe(page)).to.deep.equal([]);
  const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(tooWide), 'pixels too wide').to.equal(0);
}
