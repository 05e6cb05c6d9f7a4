/** The scanner in a real browser with a filmed QR code, against a server that only keeps the door's contract. */
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { axe, launchBrowser, type OpenPage, openPage } from '../support/browser.ts';
import { type DoorStub, guests, PAIRING_CODE, qrText, startDoorStub } from '../support/door-stub.ts';
import { type Film, makeFilm } from '../support/fake-camera.ts';

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const strip = (page: Page) => page.locator('.net');
const short = (token: string) => token.slice(0, 8);

async function pair(page: Page, stub: DoorStub): Promise<void> {
  await page.goto(`${stub.url}/door/pair/${PAIRING_CODE}`);
  await button(page, 'Ghép máy này').click();
  await button(page, 'Bắt đầu quét').waitFor();
}

async function startScanning(page: Page): Promise<void> {
  await button(page, 'Bắt đầu quét').click();
  await page.getByText('Đưa mã QR vào khung').waitFor();
}

async function typeCode(page: Page, code: string): Promise<void> {
  await button(page, 'Nhập mã').click();
  await page.getByLabel('Mã ngắn trên thẻ đại biểu').fill(code);
  await button(page, 'Điểm danh').click();
}

/** The keys of a USB scanner, faster than a test can press them; says what became of the closing Enter. */
async function burst(page: Page, text: string): Promise<'taken' | 'left alone'> {
  return await page.evaluate(
    `((keys) => {
      const target = document.activeElement;
      const press = (key) => target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      for (const key of keys) press(key);
      return press('Enter') ? 'left alone' : 'taken';
    })(${JSON.stringify([...text])})`,
  );
}

/** Waits for the screen that follows a scan and returns its colour's name. */
async function tone(page: Page): Promise<string> {
  const classes = await page.locator('.v').getAttribute('class');
  return classes?.replace('v ', '') ?? '';
}

async function nextScan(page: Page): Promise<void> {
  await page.locator('.sbtn.main:visible').click();
  await button(page, 'Nhập mã').waitFor();
}

describe('the scanner, filming', function () {
  this.timeout(60_000);
  let film: Film;
  let browser: Browser;
  let stub: DoorStub;
  let open: OpenPage;

  before(async () => {
    // Two seconds without a code after each: the first one comes round again as a new sight.
    film = makeFilm([qrText(guests.admitted.token), qrText(guests.wrong_cluster.token)], { seconds: 1.2 });
    browser = await launchBrowser({ film: film.file });
  });

  after(async () => {
    await browser?.close();
    film?.remove();
  });

  afterEach(async () => {
    await open?.close();
    await stub?.close();
  });

  it('admits the first code, goes on by itself, and stays at the second, which is another cluster’s', async () => {
    stub = await startDoorStub();
    open = await openPage({ browser });
    const { page, troubles } = open;
    await pair(page, stub);
    await button(page, 'Bắt đầu quét').click();

    await page.getByRole('heading', { name: 'Hợp lệ - Mời vào' }).waitFor();
    expect(await tone(page)).to.equal('ok');
    expect(await page.locator('.v-name').textContent()).to.equal('Ông Bùi Nhựt Thoại');
    expect(await page.locator('[role="alert"]').last().textContent()).to.equal('Hợp lệ. Ông Bùi Nhựt Thoại. Mời vào');
    expect(await page.locator('.count').textContent()).to.equal('50/56có mặt');
    expect(await page.evaluate('document.activeElement.textContent')).to.equal('Quét tiếp');

    await page.getByRole('heading', { name: 'Đúng đại biểu, sai cụm' }).waitFor();
    expect(await page.getAttribute('[data-door]', 'data-engine')).to.equal('zxing');
    expect(stub.received.map(({ code, method, seq }) => [code, method, seq])).to.deep.equal([
      [guests.admitted.token, 'camera', 1],
      [guests.wrong_cluster.token, 'camera', 2],
    ]);
    expect(troubles).to.deep.equal([]);
  });

  it('reads codes without WebAssembly too', async () => {
    stub = await startDoorStub({ decoder: 'missing' });
    open = await openPage({ browser });
    await pair(open.page, stub);
    await button(open.page, 'Bắt đầu quét').click();
    await open.page.getByText('Hợp lệ - Mời vào').waitFor();
    expect(await open.page.getAttribute('[data-door]', 'data-engine')).to.equal('qr');
  });
});

describe('the scanner', function () {
  this.timeout(60_000);
  let stub: DoorStub;
  let open: OpenPage;
  let page: Page;

  beforeEach(async () => {
    stub = await startDoorStub();
    open = await openPage();
    page = open.page;
  });

  afterEach(async () => {
    await open.close();
    await stub.close();
  });

  it('says how to pair, refuses a wrong code in words and takes the right one', async () => {
    await page.goto(`${stub.url}/door`);
    await page.getByText('Ban Tổ chức mở trang Đón tiếp').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.getByLabel('Mã ghép máy').fill('SAI');
    await button(page, 'Ghép máy này').click();
    await page.getByText('Mã ghép máy không đúng, đã dùng hoặc đã hết hạn').waitFor();
    // The whole link works as well: it is what a photographed QR code gives.
    await page.getByLabel('Mã ghép máy').fill(`${stub.url}/door/pair/${PAIRING_CODE}`);
    await button(page, 'Ghép máy này').click();
    await button(page, 'Bắt đầu quét').waitFor();
    expect(await page.locator('.ttl').textContent()).to.equal('Cụm 1 · Cửa chínhUBND huyện Vĩnh Thạnh');
  });

  it('uses no pairing code up when its link is merely opened', async () => {
    await page.goto(`${stub.url}/door/pair/${PAIRING_CODE}`);
    await button(page, 'Ghép máy này').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.goto(`${stub.url}/door`);
    await page.getByLabel('Mã ghép máy').waitFor();
  });

  it('has nothing for axe-core to find before and while it waits for a code', async () => {
    await pair(page, stub);
    expect(await axe(page)).to.deep.equal([]);
    await startScanning(page);
    expect(await axe(page)).to.deep.equal([]);
    expect(open.troubles).to.deep.equal([]);
  });

  const screens: [keyof typeof guests | 'unknown', string, string, RegExp][] = [
    ['late', 'ok', 'Hợp lệ - Mời vào', /14:09 · đến muộn/],
    ['already_admitted', 'warn', 'Đã điểm danh lúc 13:31', /Lượt đầu: Cửa phụ/],
    [
      'wrong_cluster',
      'wrong',
      'Đúng đại biểu, sai cụm',
      /Cụm 2: UBND huyện Phong Điền13 giờ 30, Thứ Sáu ngày 07\/4\/2023/,
    ],
    ['revoked', 'stop', 'Mã đã thu hồi', /Đã cử người đi thay ngày 03\/4/],
    ['waiting', 'warn', 'Trong danh sách chờ', /Chưa ghi có mặt/],
    ['not_today', 'wrong', 'Không đúng ngày', /13 giờ 30, Thứ Tư ngày 05\/4\/2023/],
    ['closed', 'stop', 'Đã chốt điểm danh', /Chốt lúc 13:40/],
    ['unknown', 'unk', 'Mã không tồn tại', /Đọc được PPPPPPPP, không có trong sự kiện này/],
  ];
  for (const [name, colour, title, fact] of screens) {
    it(`shows ${name} in words, colour and picture, and passes axe-core`, async () => {
      await pair(page, stub);
      await startScanning(page);
      await typeCode(page, name === 'unknown' ? 'PPPPPPPP' : short(guests[name].token));
      await page.locator('.v').waitFor();
      expect((await heading(page).textContent())?.replaceAll('\u00a0', ' ')).to.equal(title);
      expect(await tone(page)).to.equal(colour);
      expect(await page.locator('.v').textContent()).to.match(fact);
      expect(await axe(page)).to.deep.equal([]);
      expect(stub.received[0]).to.include({ method: 'typed' });
    });
  }

  it('offers the light only where there is one', async () => {
    await pair(page, stub);
    await startScanning(page);
    expect(await button(page, 'Đèn').isVisible()).to.equal(false);
    // The fake camera has no light: this track says it has one.
    await page.addInitScript(`
      MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true });
      MediaStreamTrack.prototype.applyConstraints = async ({ advanced: [{ torch }] }) => { window.isLit = torch; };
    `);
    await page.reload();
    await startScanning(page);
    await button(page, 'Đèn').click();
    await button(page, 'Tắt đèn').waitFor();
    expect(await page.evaluate('window.isLit')).to.equal(true);
    await button(page, 'Tắt đèn').click();
    await button(page, 'Đèn').waitFor();
    expect(await page.evaluate('window.isLit')).to.equal(false);
  });

  it('refuses a typed code that cannot be one, beside the field, and sends nothing', async () => {
    await pair(page, stub);
    await startScanning(page);
    await typeCode(page, 'xin chào');
    await page.getByText('Mã ngắn gồm 8 ký tự').waitFor();
    expect(await page.getByLabel('Mã ngắn trên thẻ đại biểu').inputValue()).to.equal('xin chào');
    expect(await axe(page)).to.deep.equal([]);
    expect(stub.received).to.deep.equal([]);
  });

  it('finds a delegate without diacritics and checks in by name', async () => {
    await pair(page, stub);
    await startScanning(page);
    await button(page, 'Tìm theo tên').click();
    await page.getByLabel('Tìm theo tên, chức vụ hoặc đơn vị').fill('bui thoai');
    await page.getByText('1 kết quả trong 6 đại biểu Cụm 1').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await button(page, 'Điểm danh Ông Bùi Nhựt Thoại').click();
    await page.getByRole('heading', { name: 'Hợp lệ - Mời vào' }).waitFor();
    expect(stub.received[0]).to.include({
      method: 'search',
      code: '',
      registrationId: guests.admitted.pass.registrationId,
    });
    // The list in the phone knows at once who is in.
    await nextScan(page);
    await button(page, 'Tìm theo tên').click();
    await page.getByLabel('Tìm theo tên, chức vụ hoặc đơn vị').fill('bui thoai');
    await page.getByText('Có mặt13:42').waitFor();
  });

  it('takes a USB scanner’s burst wherever the focus is, and its Enter presses no button', async () => {
    await pair(page, stub);
    await startScanning(page);
    expect(await burst(page, qrText(guests.already_admitted.token))).to.equal('taken');
    await page.getByRole('heading', { name: 'Đã điểm danh lúc 13:31' }).waitFor();
    expect(stub.received[0]).to.include({ method: 'usb', code: guests.already_admitted.token });
    // The next burst meets a verdict that waits for a thumb.
    expect(await burst(page, qrText(guests.admitted.token))).to.equal('taken');
    await page.getByRole('heading', { name: 'Đã điểm danh lúc 13:31' }).waitFor();
    expect(stub.received).to.have.length(1);
    // The control: an Enter without a burst is the hand's own.
    expect(await burst(page, '')).to.equal('left alone');
  });

  for (const mood of ['portal', 'broken'] as const) {
    it(`keeps the scan, shows no green and delivers later when the answer is that of a ${mood} network`, async () => {
      await pair(page, stub);
      await startScanning(page);
      stub.mood = mood;
      await typeCode(page, short(guests.admitted.token));
      await page.getByText('Mất mạng: lượt quét đã giữ trong máy, chưa có kết quả').waitFor();
      expect(await tone(page)).to.equal('kept');
      expect(await page.locator('.v.ok').count()).to.equal(0);
      expect(await strip(page).textContent()).to.equal('Mất mạng, lượt quét vẫn được giữ1 lượt chờ gửi');
      expect(await axe(page)).to.deep.equal([]);
      await nextScan(page);
      await typeCode(page, short(guests.revoked.token));
      await page.getByText('2 lượt chờ gửi').waitFor();
      await nextScan(page);

      stub.mood = 'answering';
      await page.evaluate('window.dispatchEvent(new Event("online"))');
      await page.getByText('Đã gửi 2 lượt chờ, 1 lượt hợp lệ').waitFor();
      expect([...stub.stored.values()]).to.deep.equal(['admitted', 'revoked']);
      expect(await strip(page).textContent()).to.match(/^Trực tuyến/);
    });
  }

  it('does not wait for a network that never answers', async () => {
    await pair(page, stub);
    await startScanning(page);
    stub.mood = 'hanging';
    await typeCode(page, short(guests.admitted.token));
    await page.getByText('Đang hỏi máy chủ…').waitFor();
    await page.getByRole('heading', { name: 'Chưa có kết quả' }).waitFor();
    await page.getByText('1 lượt chờ gửi').waitFor();
  });

  it('shows the verdict of a kept scan as soon as it comes, by the timer alone', async () => {
    await pair(page, stub);
    await startScanning(page);
    stub.mood = 'portal';
    await typeCode(page, short(guests.admitted.token));
    await page.getByRole('heading', { name: 'Chưa có kết quả' }).waitFor();
    stub.mood = 'answering';
    await page.getByRole('heading', { name: 'Hợp lệ - Mời vào' }).waitFor();
  });

  it('keeps the queue and its numbers over a reload', async () => {
    await pair(page, stub);
    await startScanning(page);
    stub.mood = 'broken';
    await typeCode(page, short(guests.admitted.token));
    await page.getByText('1 lượt chờ gửi').waitFor();
    await page.reload();
    await page.getByText('1 lượt chờ gửi').waitFor();
    await startScanning(page);
    await typeCode(page, short(guests.waiting.token));
    await page.getByText('2 lượt chờ gửi').waitFor();

    stub.mood = 'answering';
    await page.evaluate('window.dispatchEvent(new Event("online"))');
    await page.getByRole('heading', { name: 'Trong danh sách chờ' }).waitFor();
    expect(stub.received.map(({ seq }) => seq)).to.deep.equal([1, 2]);
    expect([...stub.stored.values()]).to.deep.equal(['admitted', 'waiting']);
  });

  it('puts a scan aside that the server refuses, and goes on with the others', async () => {
    await pair(page, stub);
    await startScanning(page);
    stub.mood = 'refusing';
    await typeCode(page, short(guests.admitted.token));
    await page.getByRole('heading', { name: 'Chưa ghi được lượt này' }).waitFor();
    expect(await tone(page)).to.equal('unk');
    await page.getByText('1 lượt cần xem lại').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await nextScan(page);
    stub.mood = 'answering';
    await typeCode(page, short(guests.admitted.token));
    await page.getByRole('heading', { name: 'Hợp lệ - Mời vào' }).waitFor();
    expect(stub.received.map(({ seq }) => seq)).to.deep.equal([1, 2]);
  });

  it('offers pairing when the phone was revoked, and says that its scans are still there', async () => {
    await pair(page, stub);
    await startScanning(page);
    stub.mood = 'unpaired';
    await typeCode(page, short(guests.admitted.token));
    await page.getByText('Máy này cần ghép lại').waitFor();
    await page.getByText('1 lượt chưa gửi vẫn được giữ trong máy này').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    // As another device the phone cannot send them; they wait for a person and are not lost.
    stub.mood = 'answering';
    await page.getByLabel('Mã ghép máy').fill(PAIRING_CODE);
    await button(page, 'Ghép máy này').click();
    await page.getByText('1 lượt cần xem lại').waitFor();
    expect(stub.received).to.deep.equal([]);
  });
});

describe('the scanner without a camera', function () {
  this.timeout(60_000);
  let browser: Browser;
  let stub: DoorStub;

  before(async () => {
    browser = await launchBrowser({ camera: 'denied' });
    stub = await startDoorStub();
  });

  after(async () => {
    await browser?.close();
    await stub?.close();
  });

  it('says in words why, and works by typed code', async () => {
    const { page, close } = await openPage({ browser });
    await pair(page, stub);
    await button(page, 'Bắt đầu quét').click();
    await page.getByText('Chưa được phép dùng máy ảnh').waitFor();
    await button(page, 'Mở lại máy ảnh').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await typeCode(page, short(guests.admitted.token));
    await page.getByRole('heading', { name: 'Hợp lệ - Mời vào' }).waitFor();
    await close();
  });
});
