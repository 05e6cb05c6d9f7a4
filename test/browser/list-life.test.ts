/** Lists after they were handed in: the pages are in order, and the whole way works without script. */
import { expect } from 'chai';
import type { BrowserContext } from 'playwright-core';
import { acceptList } from '../../server/actions/lists/accept-list.ts';
import { requestChange } from '../../server/actions/lists/request-change.ts';
import { returnList } from '../../server/actions/lists/return-list.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { axe, sharedBrowser } from '../support/browser.ts';
import { inventedRow, inventedRows, type Person, register } from '../support/cast.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 390, height: 844 },
  { width: 360, height: 640 },
];

describe('lists after they were handed in', function () {
  this.timeout(120_000);
  let app: TestApp;
  let clusterId: string;
  let waiting: string;
  let requestId: string;

  before(async () => {
    app = await startApp();
    const { context, cast } = app;
    clusterId = cast.cluster(2);
    const an = cast.actor('an');
    const ids = await register(context, cast.actor('binh'), { clusterId, rows: inventedRows(18) });
    waiting = ids[16] ?? '';
    await register(context, cast.actor('phong'), { clusterId, rows: inventedRows(4, 40) });
    await acceptList(context, an, { clusterId, unitId: cast.unit('927') });
    const wish = { clusterId, unitId: undefined, rows: inventedRows(2, 60), reason: 'Huyện cử thêm người' };
    const asked = await requestChange(context, cast.actor('binh'), wish);
    if (asked.kind !== 'asked') throw new Error(asked.kind);
    requestId = asked.id;
    await returnList(context, an, { clusterId, unitId: cast.unit('926'), reason: 'Chưa có Chủ tịch UBND huyện' });
  });
  after(() => app.close());

  async function enter(browser: BrowserContext, who: Person, language: string): Promise<void> {
    const client = await app.as(who);
    const cookies = [...client.cookies].map(([name, value]) => ({ name, value, url: app.url }));
    await browser.addCookies([...cookies, { name: 'lang', value: language, url: app.url }]);
  }

  const pages: [who: Person, paths: () => string[]][] = [
    [
      'an',
      () => [
        '/',
        '/?cluster=2&list=returned',
        `/clusters/${clusterId}/places`,
        `/clusters/${clusterId}/history`,
        `/change-requests/${requestId}`,
        `/registrations/${waiting}/seat`,
        `/clusters/${clusterId}/units/${app.cast.unit('927')}/return`,
        `/clusters/${clusterId}/registrations?unit=${app.cast.unit('927')}`,
      ],
    ],
    ['binh', () => [`/clusters/${clusterId}/registrations`, `/change-requests/${requestId}`]],
    ['phong', () => ['/', `/clusters/${clusterId}/registrations`]],
  ];

  for (const [who, paths] of pages) {
    for (const language of ['vi', 'en']) {
      it(`are in order for ${who} (${language})`, async () => {
        const browser = await (await sharedBrowser()).newContext();
        await enter(browser, who, language);
        const page = await browser.newPage();
        const findings: string[] = [];
        page.on('pageerror', (error) => findings.push(error.message));
        for (const path of paths()) {
          const answer = await page.goto(app.url + path);
          expect(answer?.status(), path).to.equal(200);
          for (const size of SIZES) {
            await page.setViewportSize(size);
            const script = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
            const tooWide = Number(await page.evaluate(script));
            if (tooWide > 0) findings.push(`${path} at ${size.width}: ${tooWide} px too wide`);
          }
          findings.push(...(await axe(page)).map((finding) => `${path}: ${finding}`));
        }
        await browser.close();
        expect(findings).to.deep.equal([]);
      });
    }
  }

  it('Bình asks for one more on a locked list and An lets them in, both without script', async () => {
    const chromium = await sharedBrowser();
    const [clerk, organiser] = [
      await chromium.newContext({ javaScriptEnabled: false }),
      await chromium.newContext({ javaScriptEnabled: false }),
    ];
    await enter(clerk, 'binh', 'vi');
    await enter(organiser, 'an', 'vi');
    const desk = await clerk.newPage();
    await desk.goto(`${app.url}/clusters/${clusterId}/registrations`);
    const { honorific, fullName, position, workplace, category, phone, email, note } = inventedRow(90);
    const line = [honorific, fullName, position, workplace, category, phone, email, note].join('\t');
    await desk.fill('textarea[name="text"]', line);
    await desk.click('text=Kiểm tra danh sách');
    await desk.fill('input[name="reason"]', 'Bổ sung theo chỉ đạo');
    await desk.click('text=Gửi đề nghị điều chỉnh (1 đại biểu)');
    expect(await desk.textContent('main')).to.include('Đã gửi đề nghị điều chỉnh (1 đại biểu)');

    const overview = await organiser.newPage();
    await overview.goto(app.url);
    await overview.click('text=Đề nghị của Huyện Thới Lai: thêm 1 đại biểu, Cụm 2');
    await overview.click('button:has-text("Đồng ý") >> nth=0');
    expect(await overview.textContent('main')).to.include('Đã đồng ý: 0 đại biểu có chỗ, 1 trong danh sách chờ.');
    await overview.goto(`${app.url}/clusters/${clusterId}/places`);
    await overview.click(`[aria-label="Xếp chỗ cho ${honorific} ${fullName}"]`);
    await overview.fill('input[name="reason"]', 'Còn ghế trong hội trường');
    await overview.click('main button:has-text("Xếp chỗ")');
    expect(await overview.textContent('main')).to.include(`Đã xếp chỗ cho ${honorific} ${fullName}.`);

    await desk.goto(`${app.url}/clusters/${clusterId}/history`);
    expect(await desk.textContent('main')).to.include(`Xếp chỗ bằng tay cho ${honorific} ${fullName}`);
    await clerk.close();
    await organiser.close();
  });
});
