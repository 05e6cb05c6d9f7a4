/**
 * `node scripts/bench/desk.ts`: twenty rows pasted into the desk's grid until they are on the list, in a
 * real browser, and how much of it the server took; then what the grid itself takes with two hundred rows. Nobody
 * thinks between the steps, so this is what the machine adds to a clerk's own time. Needs what `npm test` needs.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import spz from '@sparticuz/chromium';
import { DateTime } from 'luxon';
import pino from 'pino';
import { chromium, type Page, type Request } from 'playwright-core';
import { insertAccount } from '../../db/accounts/accounts.ts';
import { hashPassword } from '../../server/actions/accounts/passwords.ts';
import { readConfig } from '../../server/config.ts';
import { type Context, instant } from '../../server/context.ts';
import { createContext } from '../../server/create-context.ts';
import { rowFields, type TypedRow } from '../../server/domain/list/row.ts';
import { loadPlan } from '../../server/actions/events/load-plan.ts';
import { root } from '../../server/root.ts';
import { serve } from '../../server/serve.ts';

const ROUNDS = 7;
const ROWS = 20;
const MANY = 200;
const LOGIN = 'dau.moi';
const PASSWORD = 'cá linh về đồng, nước nổi';

const GIVEN = ['Phước', 'Xuyến', 'Quyên', 'Thoại', 'Nhơn', 'Khởi', 'Ngoan', 'Ẩn', 'Lành', 'Sương', 'Đào'];
const FAMILIES = ['Huỳnh', 'Võ', 'Phan', 'Trương', 'Bùi', 'Đặng', 'Đỗ', 'Ngô', 'Hồ', 'Thạch', 'Kim', 'Danh', 'Lý'];

function row(number: number): TypedRow {
  const middle = String.fromCodePoint(0x41 + (Math.floor(number / 143) % 26));
  return {
    honorific: number % 2 === 0 ? 'Ông' : 'Bà',
    fullName: `${FAMILIES[number % FAMILIES.length]} ${middle} ${GIVEN[number % GIVEN.length]}`,
    position: 'Trưởng phòng',
    workplace: 'Phòng Nội vụ',
    category: 'B2',
    phone: `0900 000 ${String(number % 1000).padStart(3, '0')}`,
    email: `dai.bieu.${number}@example.gov.vn`,
    note: '',
  };
}

const tsv = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const cells = row(from + index);
    return `${rowFields.map((field) => cells[field]).join('\t')}\r\n`;
  }).join('');

/** The plan of 2023 on the day before the deadline, with one clerk. */
async function prepare(context: Context): Promise<string> {
  const raw = JSON.parse(readFileSync(join(root, 'scripts', 'plans', 'cchc-2023.corrected.json'), 'utf8'));
  const loading = await loadPlan(context, { raw, actor: 'system' });
  if (loading.kind !== 'loaded') throw new Error(`The plan was not loaded: ${loading.kind}`);
  const passwordHash = await hashPassword(PASSWORD);
  const account = { id: context.newId(), login: LOGIN, loginFolded: LOGIN, fullName: 'Đầu mối đo tải' } as const;
  await context.db.write((tx) =>
    insertAccount(tx, {
      ...account,
      role: 'registrar',
      unitId: loading.unitIds.get('927'),
      passwordHash,
      at: instant(context),
    }),
  );
  return loading.clusterIds.get(2) ?? '';
}

/** Pastes as Ctrl V does; answers when the rows are drawn, in milliseconds. */
const pasteAndDraw = (page: Page, text: string): Promise<number> =>
  page.evaluate(`new Promise((resolve) => {
    document.querySelector('.cell-editor').focus();
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const began = performance.now();
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
  })`);

/** From the key that ends a cell to the next frame with everything judged. */
const commitCell = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve) => {
    const field = document.querySelector('.cell-editor');
    field.value = 'Chánh Văn phòng ' + performance.now();
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const began = performance.now();
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
  })`);

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;
const shown = (milliseconds: number) => `${milliseconds.toFixed(0).padStart(6)} ms`;

const folder = mkdtempSync(join(tmpdir(), 'dontiep-desk-'));
const base = DateTime.fromISO('2023-03-30T08:30', { zone: 'Asia/Ho_Chi_Minh' });
if (!base.isValid) throw new Error('Not a time.');
const started = performance.now();
const context = await createContext(
  readConfig({ DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1', PUBLIC_BASE_URL: 'http://127.0.0.1' }, root),
  { now: () => base.plus(performance.now() - started), log: pino({ level: 'silent' }) },
);
const clusterId = await prepare(context);
const serving = await serve(context);
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? (await spz.executablePath()),
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  const url = `http://127.0.0.1:${serving.port}`;
  await page.goto(`${url}/login`);
  await page.getByLabel('Tên đăng nhập').fill(LOGIN);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.getByRole('navigation', { name: 'Chính' }).waitFor();

  /** What the browser waited for the server's first byte, all requests of a round but the built files. */
  let server = 0;
  page.on('requestfinished', (request: Request) => {
    const { requestStart, responseStart } = request.timing();
    if (!new URL(request.url()).pathname.startsWith('/build/')) server += Math.max(0, responseStart - requestStart);
  });

  const totals: number[] = [];
  const servers: number[] = [];
  const draws: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    await page.goto(`${url}/clusters/${clusterId}/registrations`);
    await page.locator('.cell-editor').waitFor();
    server = 0;
    const began = performance.now();
    const drawn = await pasteAndDraw(page, tsv(round * ROWS, ROWS));
    await page.getByRole('button', { name: `Kiểm tra ${ROWS} đại biểu` }).click();
    await page.getByRole('button', { name: `Gửi ${ROWS} đại biểu` }).click();
    await page.getByText('Đã ghi').waitFor();
    const total = performance.now() - began;
    if (round === 0) continue; // warms up
    totals.push(total);
    servers.push(server);
    draws.push(drawn);
  }
  console.log(`\nMedians of ${ROUNDS} rounds, ${ROWS} rows, nobody thinking in between:`);
  console.log(`  pasted until on the list  ${shown(median(totals))}`);
  console.log(`  the server's share        ${shown(median(servers))}   (draft, check, hand-in, the page after)`);
  console.log(`  pasted until drawn        ${shown(median(draws))}`);

  await page.goto(`${url}/clusters/${clusterId}/registrations`);
  await page.locator('.cell-editor').waitFor();
  const many = await pasteAndDraw(page, tsv(5000, MANY));
  await page.keyboard.press('Control+Home');
  const cells: number[] = [];
  for (let count = 0; count < 15; count += 1) cells.push(await commitCell(page));
  console.log(`With ${MANY} rows in the grid:`);
  console.log(`  pasted until drawn        ${shown(many)}`);
  console.log(`  a cell until judged       ${shown(median(cells))}   (every row judged again, a frame of 16 ms in it)`);
} finally {
  await browser.close();
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
}
