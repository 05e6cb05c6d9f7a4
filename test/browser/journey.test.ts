/**
 * The whole journey without shortcuts: real pages, a real mail server, a real camera but for the picture before it.
 * Bình registers, An sends, the letter arrives, its QR code is filmed at the door, the list is exported.
 */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { type Serving, serve } from '../../server/serve.ts';
import { axe, launchBrowser, openPage } from '../support/browser.ts';
import { type Cast, loginOf, makeCastContext, PASSWORD, type Person } from '../support/cast.ts';
import type { TestContext } from '../support/context.ts';
import { type Film, makeFilm } from '../support/fake-camera.ts';
import { freePort } from '../support/free-port.ts';
import { pasteText } from '../support/grid.ts';
import { type MailSink, startMailSink } from '../support/mail-sink.ts';
import { readQrPng } from '../support/qr.ts';

const PASTED = [
  'Ông/Bà\tHọ và tên\tChức vụ\tĐơn vị công tác\tThành phần\tĐiện thoại\tEmail',
  'Ông\tBùi Nhựt Thoại\tChủ tịch UBND\tUBND huyện Thới Lai\tB1\t0900 000 011\tthoaibn@example.gov.vn',
  'Bà\tHuỳnh Thị Mỹ Quyên\tChánh Văn phòng\tVăn phòng HĐND và UBND\tB3\t0900 000 012\tquyenhtm@example.gov.vn',
  'Ông\tDanh Út\tTrưởng phòng\tPhòng Nội vụ\tB2, B4\t01680 000 013\t',
].join('\n');

const DESKTOP = { width: 1366, height: 768 };

describe('the whole journey', function () {
  this.timeout(90_000);
  let context: TestContext;
  let cast: Cast;
  let sink: MailSink;
  let serving: Serving;
  let base: string;
  const browsers: Browser[] = [];
  const films: Film[] = [];

  before(async () => {
    sink = await startMailSink();
    const port = await freePort();
    base = `http://localhost:${port}`;
    ({ context, cast } = await makeCastContext({
      at: '2023-03-28T08:30',
      settings: {
        PORT: String(port),
        HOST: 'localhost',
        PUBLIC_BASE_URL: base,
        SMTP_URL: sink.url,
        MAIL_FROM: 'Sở Nội vụ <moihop@example.gov.vn>',
      },
    }));
    serving = await serve(context);
  });

  after(async () => {
    for (const browser of browsers) await browser.close();
    for (const film of films) film.remove();
    await serving?.close();
    await sink?.close();
  });

  async function signIn(person: Person): Promise<Page> {
    const { page } = await openPage({ url: `${base}/login`, ...DESKTOP });
    await page.getByLabel('Tên đăng nhập').fill(loginOf(person));
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('navigation', { name: 'Chính' }).waitFor();
    return page;
  }

  it('goes from a pasted list to the name in the attendance list', async () => {
    const clerk = await signIn('binh');
    await clerk.getByRole('link', { name: 'Đăng ký đại biểu' }).click();
    await clerk.getByRole('button', { name: 'Dán từ Excel' }).click();
    await pasteText(clerk, PASTED);
    await clerk.getByRole('button', { name: 'Kiểm tra 3 đại biểu' }).click();
    await clerk.getByText('Số điện thoại có 11 số, đã đổi đầu số 0168 → 038').waitFor();
    expect(await axe(clerk)).to.deep.equal([]);
    await clerk.getByRole('button', { name: 'Gửi 3 đại biểu' }).click();
    await clerk.getByText('Đã ghi 3 đại biểu, tất cả có chỗ.').waitFor();
    expect(await clerk.getByText('3/15').first().isVisible()).to.equal(true);

    const organiser = await signIn('an');
    await organiser.goto(`${base}/clusters/${cast.cluster(2)}/letters`);
    await organiser.getByRole('button', { name: 'Gửi 2 thư mời' }).click();
    await organiser.getByText('Đã xếp 2 thư mời vào hàng gửi').waitFor();
    const letter = await letterTo('thoaibn@example.gov.vn');
    expect(letter.mail.subject).to.include('[Giấy mời]');
    const code = readInlineQr(letter.mail.attachments);
    expect(code).to.match(new RegExp(`^${base.toUpperCase()}/I/[CFGHKLMNPQRTVX346789]{23}$`));

    context.clock.set('2023-04-07T13:40');
    const welcome = await signIn('an');
    await welcome.goto(`${base}/clusters/${cast.cluster(2)}/door`);
    await welcome.getByLabel('Tên cửa').fill('Cửa chính 2');
    await welcome.getByRole('button', { name: 'Tạo mã ghép máy' }).click();
    const link = await welcome
      .getByText(new RegExp(`^${base}/door/pair/`))
      .first()
      .textContent();

    const phone = await openPhone(code, link?.trim() ?? '');
    await phone.getByRole('button', { name: 'Ghép máy này' }).click();
    await phone.getByRole('button', { name: 'Bắt đầu quét' }).click();
    await phone.getByRole('heading', { name: 'Hợp lệ - Mời vào' }).waitFor();
    await phone.getByText('Ông Bùi Nhựt Thoại').first().waitFor();
    expect(await phone.getByText('1/3').first().isVisible()).to.equal(true);

    await welcome.goto(`${base}/clusters/${cast.cluster(2)}/lists`);
    const [download] = await Promise.all([
      welcome.waitForEvent('download'),
      welcome.locator('a[href$="/lists/attendance.xlsx"]').click(),
    ]);
    const list = JSON.stringify(await readXlsxFile(readFileSync(await download.path())));
    expect(list).to.match(/Ông Bùi Nhựt Thoại[^\]]*13 giờ 40/);
    expect(list).to.match(/Ông Danh Út[^\]]*Vắng/);
  });

  async function letterTo(address: string) {
    for (let tries = 0; tries < 100; tries += 1) {
      const letter = sink.messages.find((message) => message.recipients.includes(address));
      if (letter) return letter;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`No letter to ${address} arrived.`);
  }

  async function openPhone(code: string, link: string): Promise<Page> {
    const film = makeFilm([code]);
    films.push(film);
    const browser = await launchBrowser({ film: film.file });
    browsers.push(browser);
    const { page } = await openPage({ browser, url: link });
    return page;
  }
});

function readInlineQr(attachments: readonly { contentType: string; contentId?: string; content: Buffer }[]): string {
  const picture = attachments.find((attachment) => attachment.contentType === 'image/png' && attachment.contentId);
  if (!picture) throw new Error('The letter has no inline picture.');
  return readQrPng(picture.content);
}
