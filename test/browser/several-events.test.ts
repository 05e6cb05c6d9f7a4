import { expect } from 'chai';
import { startApp, type TestApp } from '../support/app.ts';
import { axe, sharedBrowser } from '../support/browser.ts';
import { addEvent } from '../pages/overview/second-event.ts';

describe('choosing between events, by keyboard and without a script', function () {
  this.timeout(60_000);
  let app: TestApp;
  let otherId: string;
  before(async () => {
    app = await startApp();
    const day = { starts: '2023-04-03T06:30:00.000Z', ends: '2023-04-03T10:00:00.000Z' };
    const title = 'Hội nghị tập huấn chuyển đổi số cho công chức phụ trách '.repeat(4).trim();
    ({ eventId: otherId } = await addEvent(app, { code: 'tap-huan-2023', title, ...day }));
  });
  after(() => app.close());

  for (const size of [
    { width: 1366, height: 768 },
    { width: 390, height: 844 },
  ]) {
    it(`opens, fits, is clean for axe and leads to the other event (${size.width} px)`, async () => {
      const context = await (await sharedBrowser()).newContext({ viewport: size });
      const client = await app.as('an');
      await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: app.url })));
      const page = await context.newPage();
      await page.goto(`${app.url}/letters`);
      await page.focus('.events summary');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.events nav', { state: 'visible' });
      const excess = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      expect(excess).to.equal(0);
      expect(await axe(page)).to.deep.equal([]);
      expect(page.url()).to.match(/clusters/);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await Promise.all([page.waitForURL(`**/clusters/${app.cast.cluster(1)}/letters`), page.keyboard.press('Enter')]);
      await context.close();

      const plain = await (await sharedBrowser()).newContext({ viewport: size, javaScriptEnabled: false });
      await plain.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: app.url })));
      const withoutScript = await plain.newPage();
      await withoutScript.goto(`${app.url}/?event=${app.cast.eventId}`);
      await withoutScript.click('.events summary');
      await withoutScript.click(`.events a[href="/?event=${otherId}"]`);
      expect(await withoutScript.textContent('h1')).to.include('Hội nghị tập huấn');
      await plain.close();
    });
  }
});
