/** The life of a list as its two people see it, on a desk and on a phone: handed in, returned, fixed, handed in again. */
import { expect } from 'chai';
import { startApp, type TestApp } from '../support/app.ts';
import { axe, type OpenPage, openPage } from '../support/browser.ts';
import { inventedRow, inventedRows, type Person } from '../support/cast.ts';
import { HEADING, pasteText, tsvOf } from '../support/grid.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
];

describe('a list from the first row to the last substitute', function () {
  this.timeout(90_000);
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

  async function enter(who: Person, size: (typeof SIZES)[number]): Promise<OpenPage> {
    const window = await openPage(size.width < 800 ? { ...size, hasTouch: true, isMobile: true } : size);
    opened.push(window);
    const client = await app.as(who);
    await window.page.context().addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: app.url })));
    return window;
  }

  for (const size of SIZES) {
    it(`goes through at ${size.width} × ${size.height}`, async () => {
      const desk = `${app.url}/clusters/${app.cast.cluster(2)}/registrations`;
      const unit = app.cast.unit('927');
      const clerk = await enter('binh', size);
      const { page } = clerk;
      const inOrder = async () => {
        expect(await axe(page)).to.deep.equal([]);
        const script = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
        expect(Number(await page.evaluate(script)), `${page.url()} is too wide`).to.be.at.most(0);
      };
      await page.goto(desk);
      await page.getByRole('grid').waitFor();
      await page.getByRole('button', { name: 'Dán từ Excel' }).click();
      await pasteText(page, tsvOf(inventedRows(4), HEADING));
      await page.getByText('Đã dán 4 dòng, cột nhận theo tiêu đề.').waitFor();
      await page.getByRole('button', { name: 'Kiểm tra 4 đại biểu' }).click();
      await page.getByRole('button', { name: 'Gửi 4 đại biểu' }).waitFor();
      await inOrder();
      await page.getByRole('button', { name: 'Gửi 4 đại biểu' }).click();
      await page.getByText('Đã ghi 4 đại biểu, tất cả có chỗ.').waitFor();

      const organiser = await enter('an', size);
      await organiser.page.goto(`${app.url}/clusters/${app.cast.cluster(2)}/units/${unit}/return`);
      await organiser.page.getByLabel('Lý do').fill('Thiếu đồng chí Chánh Văn phòng');
      await organiser.page.locator('main form button').first().click();
      await organiser.page.getByText('Trả lại').first().waitFor();

      await page.goto(desk);
      await page.getByText('Thiếu đồng chí Chánh Văn phòng').waitFor();
      await inOrder();
      const { fullName } = inventedRow(1);
      await page.getByRole('link', { name: fullName }).first().click();
      await page.getByRole('link', { name: 'Cử người đi thay' }).click();
      await page.getByRole('button', { name: 'Xác nhận cử người đi thay' }).waitFor();
      await page.getByLabel('Họ và tên').fill('Thạch Thị Sa Rây');
      await page.getByLabel('Chức vụ').fill('Chánh Văn phòng');
      await inOrder();
      await page.getByRole('button', { name: 'Xác nhận cử người đi thay' }).click();
      await page.getByText(fullName).first().waitFor();
      await page.goto(desk);
      await page.getByRole('button', { name: 'Gửi lại danh sách' }).click();
      await page.getByText('Đã tiếp nhận').first().waitFor();
      const list = await page.textContent('main');
      expect(list).to.include('Thạch Thị Sa Rây').and.not.include('Thiếu đồng chí Chánh Văn phòng');
      expect([...clerk.troubles, ...organiser.troubles]).to.deep.equal([]);
    });
  }
});
