import { expect } from 'chai';
import { startApp, type TestApp } from '../support/app.ts';
import { axe, type OpenPage, openPage } from '../support/browser.ts';
import { loginOf, PASSWORD } from '../support/cast.ts';

async function signIn({ page }: OpenPage, app: TestApp): Promise<void> {
  await page.goto(`${app.url}/login`);
  await page.fill('[name="login"]', loginOf('an'));
  await page.fill('[name="password"]', PASSWORD);
  await page.press('[name="password"]', 'Enter');
  await page.waitForURL(`${app.url}/`);
}

describe('the set-up screens in a browser', function () {
  this.timeout(120_000);
  let app: TestApp;
  let address: string;
  before(async () => {
    app = await startApp({ at: '2023-03-20T08:30' });
    address = `${app.url}/events/${app.cast.eventId}/setup`;
  });
  after(() => app.close());

  const quotas = () => `${address}?open=participants:${app.cast.cluster(2)}`;

  for (const [width, height] of [
    [1366, 768],
    [390, 844],
  ] as const) {
    it(`fit ${width} × ${height}, and axe finds nothing`, async () => {
      const opened = await openPage({ width, height });
      try {
        await signIn(opened, app);
        const { page } = opened;
        for (const url of [
          `${app.url}/setup`,
          `${app.url}/events/new`,
          `${quotas()}&pick=${app.cast.cluster(2)}`,
          address.replace('/setup', '/clone'),
          address.replace('/setup', '/remove'),
          `${app.url}/accounts/${app.cast.actor('cuc').accountId}/unit`,
          address.replace('/setup', `/units/${app.cast.unit('927')}`),
        ]) {
          await page.goto(url);
          await page.evaluate('document.querySelectorAll("details").forEach((part) => { part.open = true; })');
          expect(await axe(page), url).to.deep.equal([]);
          const isWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
          expect(isWide, `${url} is wider than the screen`).to.equal(false);
        }
        expect(opened.troubles).to.deep.equal([]);
      } finally {
        await opened.close();
      }
    });
  }

  it('a form that comes back takes the focus to what is wrong, and axe finds nothing', async () => {
    const opened = await openPage({ width: 1366, height: 768 });
    try {
      await signIn(opened, app);
      const { page } = opened;
      await page.goto(`${address}?open=cluster:${app.cast.cluster(2)}`);
      await page.fill('#cluster-2-date', '07/4/2022');
      await page.fill('#cluster-2-max', 'sáu mươi');
      await page.click('text=Lưu Cụm 2');
      await page.waitForSelector('.problems');
      expect(await page.evaluate('document.activeElement.classList.contains("problems")')).to.equal(true);
      expect(await axe(page)).to.deep.equal([]);
      await page.click('.problems a');
      const focused = await page.evaluate('document.activeElement.id');
      expect(focused).to.match(/^cluster-2-/);
      // A page answered with 422 is told to the console; nothing else is.
      expect(opened.troubles.filter((trouble) => !trouble.includes('422'))).to.deep.equal([]);
    } finally {
      await opened.close();
    }
  });

  it('the gauge follows while shares are typed, and says when they are too many', async () => {
    const opened = await openPage({ width: 1366, height: 768 });
    try {
      await signIn(opened, app);
      const { page } = opened;
      await page.goto(quotas());
      const gauge = page.locator(`details[data-behavior="share-gauge"]:has(#part-units-2)`);
      const says = () => gauge.locator('[data-part="says"]').innerText();
      const over = () => gauge.locator('[data-part="over"]').getAttribute('width');
      expect(await says()).to.equal('Tổng chỉ tiêu 59/60 còn 1 chỗ chưa chia');
      const field = page.locator(`[name="unit.${app.cast.unit('927')}.quota"]`).nth(0);
      const before = await over();
      await field.fill('16');
      expect(await says()).to.equal('Tổng chỉ tiêu 60/60 đã chia hết');
      await field.fill('20');
      expect(await says()).to.equal('Tổng chỉ tiêu 64/60 vượt số tối đa 4');
      expect(await over()).not.to.equal(before);
      await page
        .locator(`[name="unit.${app.cast.unit('917')}.remove"]`)
        .nth(0)
        .check();
      expect(await says()).to.equal('Tổng chỉ tiêu 49/60 còn 11 chỗ chưa chia');
    } finally {
      await opened.close();
    }
  });

  it('a date says its weekday while it is typed', async () => {
    const opened = await openPage({ width: 1366, height: 768 });
    try {
      await signIn(opened, app);
      const { page } = opened;
      await page.goto(`${address}?open=cluster:${app.cast.cluster(2)}`);
      const says = () => page.innerText('#cluster-2-date-hint');
      expect(await says()).to.equal('Thứ Sáu');
      await page.fill('#cluster-2-date', '07/4/2022');
      expect(await says()).to.equal('Thứ Năm');
      await page.fill('#cluster-2-date', '07/4/20');
      expect(await says()).to.equal('Thứ Sáu');
    } finally {
      await opened.close();
    }
  });

  it('the units are filtered while somebody types', async () => {
    const opened = await openPage({ width: 1366, height: 768 });
    try {
      await signIn(opened, app);
      const { page } = opened;
      await page.goto(`${address}?open=units`);
      await page.fill('#find-unit', 'thoi lai');
      expect(await page.locator('#all-units tbody tr:visible').count())
        .to.be.lessThan(20)
        .and.greaterThan(0);
      await page.fill('#find-unit', 'khong co dau');
      expect(await page.innerText('.find + [role="status"]')).not.to.equal('');
    } finally {
      await opened.close();
    }
  });

  it('a form that somebody else was faster than says what is stored, and axe finds nothing', async () => {
    const opened = await openPage({ width: 390, height: 844 });
    try {
      await signIn(opened, app);
      const { page } = opened;
      await page.goto(`${address}?open=categories`);
      await page.evaluate(`fetch(location.href).then((answer) => answer.text()).then((html) => {
        const form = new DOMParser().parseFromString(html, 'text/html').querySelector('form[action$="/categories"]');
        const body = new URLSearchParams(new FormData(form));
        for (const name of [...body.keys()].filter((key) => key.endsWith('.name') && body.get(key))) body.set(name, 'Khác');
        return fetch(form.action, { method: 'POST', body });
      })`);
      await page.click('text=Lưu thành phần');
      await page.waitForSelector('.note.warn');
      expect(await page.locator('.su-table .now').count()).to.equal(12);
      expect(await axe(page)).to.deep.equal([]);
      expect(await page.evaluate('document.documentElement.scrollWidth > window.innerWidth')).to.equal(false);
    } finally {
      await opened.close();
    }
  });

  it('all of it works without a script', async () => {
    const opened = await openPage({ width: 1366, height: 768, javaScriptEnabled: false });
    try {
      await signIn(opened, app);
      const { page } = opened;
      await page.goto(`${address}?open=cluster:${app.cast.cluster(3)}`);
      await page.fill('#cluster-3-venue', 'Hội trường quận Bình Thủy');
      await page.click('text=Lưu Cụm 3');
      expect(await page.innerText('.page > .note.ok')).to.equal('Đã lưu Cụm 3.');
      expect(await page.innerText(`#cluster-${app.cast.cluster(3)}`)).to.contain('Hội trường quận Bình Thủy');
      // Filtering needs a script, so the box for it is not there.
      await page.goto(`${address}?open=units`);
      expect(await page.isVisible('#all-units')).to.equal(true);
      expect(await page.isVisible('#find-unit')).to.equal(false);
      await page.goto(`${app.url}/accounts`);
      expect(await page.isVisible('#find')).to.equal(false);
    } finally {
      await opened.close();
    }
  });
});
