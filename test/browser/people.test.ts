/** The page of a person, the substitute, the merge, the order and the search in a real browser. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { asForm, makePeopleWorld, nameOf, type PeopleWorld } from '../support/people-world.ts';
import { axe, openPage } from '../support/browser.ts';
import { inventedRow, inventedRows, type Person, register } from '../support/cast.ts';

/** A laptop, the same at 200 % zoom, a phone, a small phone. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 390, height: 844 },
  { width: 360, height: 640 },
];

describe('people in the browser', function () {
  this.timeout(120_000);
  let world: PeopleWorld;
  before(async () => {
    const twin = inventedRow(0, { position: 'Chủ tịch UBND huyện', category: 'B1, B4', email: '', phone: '' });
    world = await makePeopleWorld([...inventedRows(5), twin]);
    await world.an.post(`/clusters/${world.clusterId}/units/${world.app.cast.unit('927')}/accept`);
    await world.invite();
  });
  after(() => world.close());

  /** What only a locked list shows: Bình asks, An decides. */
  const toAsk = () => `/registrations/${world.ids[4]}/change-request`;
  async function askedFor() {
    const form = { ...asForm(4), position: 'Phó Chủ tịch', reason: 'bổ nhiệm mới' };
    return (await world.binh.post(toAsk(), form)).location ?? '';
  }
  /** A guest of the city who is to come elsewhere too. */
  async function withGuest() {
    const { context, cast } = world.app;
    const rows = inventedRows(2, 80, { category: 'A3' });
    await register(context, cast.actor('an'), { clusterId: cast.cluster(1), rows });
    return `/clusters/${cast.cluster(1)}/elsewhere`;
  }

  async function open(who: Person, size: { width: number; height: number }, language = 'vi') {
    const opened = await openPage(size);
    const client = await world.app.as(who);
    const cookies = [...client.cookies, ['lang', language] as const];
    await opened.page.context().addCookies(cookies.map(([name, value]) => ({ name, value, url: world.app.url })));
    return opened;
  }

  const screens = (): Record<string, string> => ({
    person: `/registrations/${world.ids[0]}`,
    substitute: `/registrations/${world.ids[1]}/substitute`,
    'whom to merge with': `/registrations/${world.ids[0]}/merge`,
    merge: `/registrations/${world.ids[0]}/merge?with=${world.ids[5]}`,
    order: `/clusters/${world.clusterId}/units/${world.app.cast.unit('927')}/order`,
    search: '/search?q=truong+phong',
    'search without a result': '/search?q=khong+co',
    letters: `/clusters/${world.clusterId}/letters`,
  });

  for (const language of ['vi', 'en']) {
    it(`nothing for axe to find, no sideways scrolling (${language})`, async () => {
      const { page, troubles, close } = await open('an', { width: 1366, height: 768 }, language);
      const findings: string[] = [];
      for (const [name, path] of Object.entries(screens())) {
        await page.goto(world.app.url + path);
        findings.push(...(await axe(page)).map((finding) => `${name}: ${finding}`));
        for (const size of SIZES) {
          await page.setViewportSize(size);
          const excess = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          if (Number(excess) > 0) findings.push(`${name} at ${size.width}: ${excess} px too wide`);
        }
        await page.setViewportSize({ width: 1366, height: 768 });
      }
      await close();
      expect([...findings, ...troubles]).to.deep.equal([]);
    });
  }

  it('asking for a correction, deciding on it, and further clusters: nothing for axe, no sideways scrolling', async () => {
    const decided = await askedFor();
    const pages: [who: Person, path: string][] = [
      ['binh', toAsk()],
      ['binh', `/registrations/${world.ids[4]}`],
      ['an', decided],
      ['an', await withGuest()],
    ];
    const findings: string[] = [];
    for (const [who, path] of pages) {
      const { page, troubles, close } = await open(who, { width: 1366, height: 768 });
      await page.goto(world.app.url + path);
      findings.push(...(await axe(page)).map((finding) => `${path}: ${finding}`), ...troubles);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        const excess = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        );
        if (Number(excess) > 0) findings.push(`${path} at ${size.width}: ${excess} px too wide`);
      }
      await close();
    }
    expect(findings).to.deep.equal([]);
  });

  it('another name of somebody invited asks who it is, and leads to the substitute with what was typed', async () => {
    const { page, troubles, close } = await open('an', { width: 1366, height: 768 });
    await page.goto(`${world.app.url}/registrations/${world.ids[3]}`);
    await page.getByLabel('Họ và tên').fill('Thạch Thị Sa Rây');
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    expect(await page.textContent('main')).to.include('đã được mời và họ tên vừa nhập là tên khác');
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Là người khác' }).click();
    expect(new URL(page.url()).pathname).to.equal(`/registrations/${world.ids[3]}/substitute`);
    expect(await page.inputValue('#f-fullName')).to.equal('Thạch Thị Sa Rây');
    // The browser's console names every answer of 422; nothing else may stand there.
    expect(troubles.filter((trouble) => !trouble.includes('422'))).to.deep.equal([]);
    await close();
  });

  const focused = (page: Page) => page.evaluate('document.activeElement?.id');

  it('the key "/" leads to the search; inside a field it is a stroke', async () => {
    const { page, close } = await open('binh', { width: 1366, height: 768 });
    await page.goto(`${world.app.url}/registrations/${world.ids[0]}`);
    await page.keyboard.press('/');
    expect(await focused(page)).to.equal('shell-search');
    await page.keyboard.type('ba/b');
    expect(await page.inputValue('#shell-search')).to.equal('ba/b');
    await page.goto(world.app.url + (screens()['letters'] ?? ''));
    await page.keyboard.press('/');
    expect(await focused(page)).to.equal('q');
    await close();
  });

  it('from the search to a substitute in three steps, by keyboard alone', async () => {
    const { page, troubles, close } = await open('binh', { width: 1366, height: 768 });
    await page.goto(`${world.app.url}/search`);
    await page.keyboard.press('/');
    await page.keyboard.type(nameOf(2));
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: nameOf(2) }).press('Enter');
    await page.getByRole('link', { name: 'Cử người đi thay' }).press('Enter');
    await page.getByLabel('Họ và tên').fill('Danh Út');
    await page.getByLabel('Chức vụ').fill('Phó Trưởng phòng');
    await page.getByRole('button', { name: 'Xác nhận cử người đi thay' }).press('Enter');
    await page.waitForURL(/\/registrations\/[\w-]+$/);
    expect(await page.textContent('main')).to.include(`Đi thay Ông ${nameOf(2)}`);
    expect(troubles).to.deep.equal([]);
    await close();
  });

  it('a refused form takes the reader to what is wrong', async () => {
    const { page, close } = await open('binh', { width: 390, height: 844 });
    await page.goto(`${world.app.url}/registrations/${world.ids[3]}`);
    await page.getByLabel('Email').fill('không phải email');
    await page.getByRole('button', { name: 'Lưu thay đổi' }).click();
    expect(await page.getAttribute('#f-email', 'aria-invalid')).to.equal('true');
    expect(await page.inputValue('#f-email')).to.equal('không phải email');
    expect(await page.evaluate('document.activeElement?.getAttribute("role")')).to.equal('alert');
    await close();
  });

  it('the order works without a script', async () => {
    const { page, close } = await openPage({ width: 1366, height: 768, javaScriptEnabled: false });
    const client = await world.app.as('an');
    await page.context().addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: world.app.url })));
    await page.goto(world.app.url + (screens()['order'] ?? ''));
    const first = () => page.locator('tbody .name').first().textContent();
    const before = await first();
    await page.locator('tbody tr').nth(1).getByRole('button', { name: /lên$/ }).click();
    expect(await first()).not.to.equal(before);
    await page.getByRole('button', { name: 'Xếp lại theo thành phần' }).click();
    expect(await first()).to.equal(before);
    await close();
  });
});
