/** Every screen: nothing for axe to find, no sideways scrolling on a laptop, a phone and at 200 % zoom, both languages. */
import { expect } from 'chai';
import type { BrowserContext } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.ts';
import { axe, sharedBrowser } from '../support/browser.ts';
import { codesIn, inventedRows, invite, type Person, register } from '../support/cast.ts';

/** A laptop, the same at 200 % zoom, a phone, a small phone. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 390, height: 844 },
  { width: 360, height: 640 },
];

describe('the screens', function () {
  this.timeout(120_000);
  let app: TestApp;
  let invitationPath: string;

  before(async () => {
    app = await startApp();
    const { context, cast } = app;
    const clusterId = cast.cluster(2);
    await register(context, cast.actor('binh'), { clusterId, rows: inventedRows(18) });
    await register(context, cast.actor('phong'), { clusterId, rows: inventedRows(4, 40) });
    await invite(context, cast.actor('an'), clusterId);
    const [codes] = [...(await codesIn(context, clusterId)).values()];
    invitationPath = `/I/${codes?.token}`;
  });
  after(() => app.close());

  const screens: { who: Person | undefined; pages: () => Record<string, string> }[] = [
    {
      who: undefined,
      pages: () => ({
        'sign-in': '/login',
        invitation: invitationPath,
        'wrong invitation': '/I/CCCCCCCCCCCCCCCCCCCCCCC',
        'not found': '/khong-co',
        door: '/door',
        pairing: '/door/pair/CFGHKLMNPQ',
      }),
    },
    {
      who: 'an',
      pages: () => ({
        overview: '/',
        desk: `/clusters/${app.cast.cluster(2)}/registrations?unit=${app.cast.unit('927')}`,
        letters: `/clusters/${app.cast.cluster(2)}/letters`,
        welcome: `/clusters/${app.cast.cluster(2)}/door`,
        board: `/clusters/${app.cast.cluster(2)}/board`,
        lists: `/clusters/${app.cast.cluster(2)}/lists`,
        'attendance on paper': `/clusters/${app.cast.cluster(2)}/lists/attendance/print`,
        accounts: '/accounts',
        password: '/account/password',
      }),
    },
    {
      who: 'binh',
      pages: () => ({ 'work of the unit': '/', 'desk of the unit': `/clusters/${app.cast.cluster(2)}/registrations` }),
    },
    { who: 'em', pages: () => ({ 'overview of the accountant': '/' }) },
  ];

  for (const { who, pages } of screens) {
    for (const language of ['vi', 'en']) {
      it(`are in order for ${who ?? 'a visitor'} (${language})`, async () => {
        const browser = await (await sharedBrowser()).newContext();
        await enter(browser, who, language);
        const page = await browser.newPage();
        const findings: string[] = [];
        for (const [name, path] of Object.entries(pages())) {
          for (const size of SIZES) {
            await page.setViewportSize(size);
            if (size === SIZES[0]) await page.goto(app.url + path);
            const tooWide = await page.evaluate(
              'document.documentElement.scrollWidth - document.documentElement.clientWidth',
            );
            const isPaper = name.endsWith('on paper');
            if (Number(tooWide) > 0 && !isPaper) findings.push(`${name} at ${size.width}: ${tooWide} px too wide`);
          }
          findings.push(...(await axe(page)).map((finding) => `${name}: ${finding}`));
        }
        await browser.close();
        expect(findings).to.deep.equal([]);
      });
    }
  }

  async function enter(browser: BrowserContext, who: Person | undefined, language: string): Promise<void> {
    const url = app.url;
    await browser.addCookies([{ name: 'lang', value: language, url }]);
    if (!who) return;
    const client = await app.as(who);
    await browser.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url })));
  }
});
