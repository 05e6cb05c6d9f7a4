import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.ts';
import { sharedBrowser } from '../support/browser.ts';
import { inventedRows, type Person, register } from '../support/cast.ts';

type Box = { left: number; right: number; text: string };

describe('the overview on screens of every width', function () {
  this.timeout(60_000);
  let app: TestApp;
  before(async () => {
    app = await startApp();
    const { context, cast } = app;
    await register(context, cast.actor('binh'), { clusterId: cast.cluster(2), rows: inventedRows(17) });
  });
  after(() => app.close());

  async function open(who: Person, width: number, look: (page: Page) => Promise<void>): Promise<void> {
    const context = await (await sharedBrowser()).newContext({ viewport: { width, height: 844 } });
    const client = await app.as(who);
    await context.addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: app.url })));
    await look(await context.newPage());
    await context.close();
  }

  const boxes = (page: Page, selector: string) =>
    page.$$eval(selector, (found) =>
      found.map((element) => {
        const { left, right } = element.getBoundingClientRect();
        return { left, right, text: element.textContent ?? '' };
      }),
    );

  it('on a phone the name, the number and the state of each list stand side by side in sight', async () => {
    await open('an', 390, async (page) => {
      await page.goto(app.url);
      for (const cell of ['td:nth-child(2)', 'td:nth-child(3)', 'td:nth-child(4) .chip']) {
        const found = await boxes(page, `.t.mx ${cell}`);
        expect(found).to.have.length(12);
        for (const { left, right, text } of found) {
          expect(left, text).to.be.at.least(0);
          expect(right, text).to.be.at.most(390);
        }
      }
      expect(await page.isVisible('.t.mx .mini')).to.equal(false);
    });
  });

  const overlaps = (labels: Box[]) =>
    labels.flatMap((one, index) =>
      labels
        .slice(index + 1)
        .flatMap((other) => (one.left < other.right && other.left < one.right ? [`${one.text} / ${other.text}`] : [])),
    );

  it('the labels of the gauge never cover each other, however close minimum and maximum are', async () => {
    for (const [min, max] of [
      [40, 60],
      [55, 60],
      [60, 60],
      [1, 3],
      [5, 30],
      [10, 100],
      [190, 200],
    ] as const) {
      await app.context.db.write((tx) =>
        tx
          .updateTable('cluster')
          .set({ capacity_min: min, capacity_max: max })
          .where('id', '=', app.cast.cluster(3))
          .execute(),
      );
      for (const width of [1366, 390]) {
        await open('an', width, async (page) => {
          await page.goto(app.url);
          const labels = await boxes(page, '.cum:nth-child(3) .g-lab');
          expect(overlaps(labels), `${min} ${max} at ${width}`).to.deep.equal([]);
          expect(labels.map(({ text }) => text).join(' '))
            .to.include(`tối thiểu ${min}`)
            .and.include(`tối đa ${max}`);
          const [card] = await boxes(page, '.cum:nth-child(3)');
          for (const { left, right } of labels) {
            expect(left).to.be.at.least(card?.left ?? 0);
            expect(right, `${min} ${max} at ${width}`).to.be.at.most(card?.right ?? 0);
          }
        });
      }
    }
  });

  it('a title of one long word breaks, on every page that shows it', async () => {
    await app.context.db.write((tx) =>
      tx
        .updateTable('event')
        .set({ title: 'A'.repeat(300) })
        .execute(),
    );
    const cluster = `/clusters/${app.cast.cluster(2)}`;
    for (const [who, paths] of [
      ['an', ['/', '/setup', `/events/${app.cast.eventId}/setup`, `${cluster}/letters`, `${cluster}/lists`, '/events']],
      ['binh', ['/', `${cluster}/registrations`, `${cluster}/letters`]],
    ] as const) {
      for (const width of [1366, 390]) {
        await open(who, width, async (page) => {
          for (const path of paths) {
            await page.goto(app.url + path);
            const excess = await page.evaluate(
              'document.documentElement.scrollWidth - document.documentElement.clientWidth',
            );
            expect(excess, `${path} for ${who} at ${width}`).to.equal(0);
          }
        });
      }
    }
  });
});
