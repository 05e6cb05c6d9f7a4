/** The grid of the registration desk in a real browser: keys, clipboard, input method, autosave, all the way to the list. */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { draftOf } from '../../db/lists/drafts.ts';
import { withdrawDelegate } from '../../server/actions/people/withdraw-delegate.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { axe, type OpenPage, openPage } from '../support/browser.ts';
import { inventedRow, inventedRows, type Person, register } from '../support/cast.ts';
import { cell, HEADING, pasteText, state, tsvOf } from '../support/grid.ts';

const DESKTOP = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

describe('the grid', function () {
  this.timeout(60_000);
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

  const desk = () => `/clusters/${app.cast.cluster(2)}/registrations`;

  async function openDesk(
    who: Person = 'binh',
    { path = desk(), ...size }: { path?: string; width?: number; height?: number } = {},
  ) {
    const window = await openPage({ ...DESKTOP, ...size });
    opened.push(window);
    const client = await app.as(who);
    await window.page.context().addCookies([...client.cookies].map(([name, value]) => ({ name, value, url: app.url })));
    await window.page.goto(app.url + path);
    await window.page.getByRole('grid').waitFor();
    return window;
  }

  const saved = (page: Page) => page.getByText('Đã tự lưu lúc 08:30').waitFor();
  const foot = (page: Page) => page.locator('.desk-tally').textContent();
  const focused = (page: Page) => page.evaluate('document.activeElement.getAttribute("aria-label")');
  const press = async (page: Page, ...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const kept = () => draftOf(app.context.db.read, { clusterId: app.cast.cluster(2), unitId: app.cast.unit('927') });

  it('is one stop of the Tab key, and is filled with the keyboard alone', async () => {
    const { page, troubles } = await openDesk();
    for (let stops = 0; (await focused(page)) !== 'Ông/Bà, dòng 1'; stops += 1) {
      if (stops > 40) throw new Error('The Tab key never came to the grid.');
      await page.keyboard.press('Tab');
    }
    const words = ['Ông', 'Trương Thoại Vĩ', 'Chuyên viên', 'Phòng Nội vụ', 'B4'];
    for (const word of words) {
      await page.keyboard.insertText(word);
      await page.keyboard.press('Tab');
    }
    expect(await foot(page)).to.equal('1 đại biểu · 1 hợp lệ');
    await press(page, 'Enter');
    expect(await focused(page)).to.equal('Ông/Bà, dòng 2');
    await page.keyboard.insertText('Bà');
    await press(page, 'Tab');
    expect(await state(page, 2)).to.equal('Đang nhập');
    await press(page, 'ArrowUp');
    expect(await state(page, 2)).to.equal('Lỗi');
    await press(page, 'Control+Shift+ArrowDown');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).to.equal('Kiểm tra 2 đại biểu');
    expect(await page.locator('[role="grid"]').locator('a, button, input, [tabindex]').count()).to.equal(1);
    expect(troubles).to.deep.equal([]);
  });

  it('takes a pasted list, shows what is wrong in its cell, fixes, undoes, survives a reload, and hands in', async () => {
    const { page, troubles } = await openDesk();
    const rows = inventedRows(20);
    const wrong = [
      ...rows.slice(0, 6),
      inventedRow(6, { email: 'sai@' }),
      inventedRow(7, { category: 'B7' }),
      ...rows.slice(8),
    ];
    await page.getByRole('button', { name: 'Dán từ Excel' }).click();
    await page.getByText('bấm Ctrl V tại đây').waitFor();
    await pasteText(page, tsvOf(wrong, HEADING));
    await page.getByText('Đã dán 20 dòng, cột nhận theo tiêu đề.').waitFor();
    expect(await foot(page)).to.equal('20 đại biểu · 15 hợp lệ · 3 vào danh sách chờ · 2 lỗi');
    expect(await page.locator('[data-meter="used"]').textContent()).to.equal('20/15');
    expect(await page.locator('[data-meter="left"]').textContent()).to.equal('5 người cuối sẽ vào danh sách chờ');
    expect(await page.locator('[data-meter="outlook"]').textContent()).to.equal('Còn thiếu 20 để đủ tối thiểu');
    expect(await page.locator('[data-category="B2"]').textContent()).to.equal('18');
    expect(await state(page, 1)).to.equal('Hợp lệ');
    expect(await state(page, 7)).to.equal('Lỗi');
    expect(await state(page, 20)).to.equal('Hợp lệ, vào danh sách chờ');

    await cell(page, 7, 'email').click();
    await page.getByText('Email không đúng định dạng').waitFor();
    const editor = page.locator('.cell-editor');
    expect(await editor.getAttribute('aria-invalid')).to.equal('true');
    expect(await editor.getAttribute('aria-describedby')).to.equal('grid-say');
    await page.keyboard.insertText('dung@example.gov.vn');
    await press(page, 'Enter');
    expect(await state(page, 7)).to.equal('Hợp lệ');
    await press(page, 'Control+z');
    expect(await cell(page, 7, 'email').locator('input').inputValue()).to.equal('sai@');
    await press(page, 'Control+y');
    expect(await state(page, 7)).to.equal('Hợp lệ');
    await cell(page, 8, 'category').click();
    await page.getByText('Thành phần B7 chỉ dành cho đơn vị đăng cai').waitFor();
    expect(await axe(page)).to.deep.equal([]);
    await page.keyboard.insertText('B2');
    await press(page, 'Enter');

    await saved(page);
    await page.reload();
    expect(await foot(page)).to.equal('20 đại biểu · 15 hợp lệ · 5 vào danh sách chờ');
    await page.getByText('Đã lưu lúc 08:30').waitFor();
    expect(await cell(page, 7, 'email').textContent()).to.equal('dung@example.gov.vn');

    await page.getByRole('button', { name: 'Kiểm tra 20 đại biểu' }).click();
    await page.getByRole('button', { name: 'Gửi 20 đại biểu' }).click();
    await page.getByText('Đã ghi: 15 đại biểu có chỗ, 5 trong danh sách chờ.').waitFor();
    expect(await foot(page)).to.equal('0 đại biểu');
    expect((await kept()).rows).to.deep.equal([]);
    expect(troubles).to.deep.equal([]);
  });

  it('takes a paste that is meant for no field, as right after the page opens', async () => {
    const { page } = await openDesk();
    expect(await page.evaluate('document.activeElement.tagName')).to.equal('BODY');
    await pasteText(page, tsvOf(inventedRows(3), HEADING));
    await page.getByText('Đã dán 3 dòng, cột nhận theo tiêu đề.').waitFor();
    expect(await foot(page)).to.equal('3 đại biểu · 3 hợp lệ');
    await press(page, 'Control+z');
    expect(await foot(page)).to.equal('0 đại biểu');
    await page.locator('summary', { hasText: 'Tải tệp lên' }).click();
    await page.locator('#file').focus();
    await pasteText(page, tsvOf(inventedRows(3)));
    expect(await foot(page), 'a paste into another field').to.equal('0 đại biểu');
  });

  it('offers to paste under the right button: the field lies there before the menu opens', async () => {
    const { page } = await openDesk();
    await page.evaluate(`addEventListener('contextmenu', ({ target }) => (window.asked = target.className))`);
    await cell(page, 2, 'workplace').click({ button: 'right' });
    expect(await focused(page)).to.equal('Đơn vị công tác, dòng 2');
    expect(await page.evaluate('window.asked')).to.equal('cell-editor');
    await pasteText(page, 'Phòng Y tế');
    await press(page, 'ArrowDown');
    expect(await cell(page, 2, 'workplace').textContent()).to.equal('Phòng Y tế');
  });

  it('speaks about what is typed: as it stands now, and still when the cursor has gone on', async () => {
    const { page } = await openDesk();
    await pasteText(page, tsvOf([inventedRow(1, { email: 'sai@' }), inventedRow(2), inventedRow(3, { position: '' })]));
    const say = page.locator('#grid-say');
    await cell(page, 1, 'email').click();
    expect(await say.textContent()).to.equal('Email không đúng định dạng');
    await page.keyboard.insertText('dung@example.gov.vn');
    await page.locator('#grid-say:empty').waitFor({ state: 'attached' });
    await press(page, 'Enter');
    await page.keyboard.insertText('hong@');
    await page.getByText('Email không đúng định dạng').waitFor();
    await press(page, 'Enter');
    expect(await say.textContent()).to.include('Email, dòng 2: Email không đúng định dạng');
    await press(page, 'ArrowDown');
    expect(await say.textContent()).not.to.include('dòng 2');
  });

  it('holds what is missing against a pasted row, and not against one that is being typed', async () => {
    const { page } = await openDesk();
    await pasteText(page, tsvOf([inventedRow(1, { position: '' })]));
    await cell(page, 1, 'position').click();
    expect(await state(page, 1)).to.equal('Lỗi');
    expect(await page.locator('#grid-say').textContent()).to.equal('Thiếu chức vụ');
    expect(await page.locator('.cell-editor').getAttribute('aria-invalid')).to.equal('true');
    await cell(page, 2, 'fullName').click();
    await page.keyboard.insertText('Danh Út');
    await press(page, 'Tab');
    expect(await state(page, 2)).to.equal('Đang nhập');
    await press(page, 'ArrowUp', 'ArrowDown');
    expect(await state(page, 2)).to.equal('Lỗi');
  });

  it('says again when all was saved once an edit is undone', async () => {
    const { page } = await openDesk();
    await pasteText(page, tsvOf([inventedRow(1)]));
    await saved(page);
    await page.reload();
    const note = page.locator('[data-saved]');
    expect((await note.textContent())?.trim()).to.equal('Đã lưu lúc 08:30');
    await cell(page, 1, 'note').click();
    await page.keyboard.insertText('x');
    await press(page, 'Enter');
    expect((await note.textContent())?.trim()).to.equal('Có thay đổi chưa lưu');
    await press(page, 'Control+z', 'Control+s');
    expect((await note.textContent())?.trim()).to.equal('Đã lưu lúc 08:30');
  });

  it('has what is wrong in sight above the foot, and the tools for files beside its own', async () => {
    const { page } = await openDesk();
    await pasteText(page, tsvOf(inventedRows(30, 0, { email: 'sai@' })));
    await cell(page, 12, 'email').click();
    const [say, foot] = [await page.locator('#grid-say').boundingBox(), await page.locator('.foot').boundingBox()];
    expect((say?.y ?? 0) + (say?.height ?? 0)).to.be.at.most(foot?.y ?? 0);
    const tools = page.getByRole('group', { name: 'Công cụ của bảng' });
    expect(await tools.getByRole('link', { name: 'Tải mẫu Excel' }).isVisible()).to.equal(true);
    const buttons = await tools.locator('.btn:visible').allTextContents();
    expect(buttons.map((text) => text.trim().replace(/\s+/g, ' '))).to.deep.equal([
      ...['Dán từ Excel Ctrl V', 'Tải tệp lên', 'Tải mẫu Excel', 'Hoàn tác', 'Làm lại', 'Thêm dòng', 'Xóa dòng'],
    ]);
  });

  it('prints the list as it stands, without the empty rows, on the width of a sheet', async () => {
    const { page } = await openDesk('binh', { width: 952, height: 768 });
    await pasteText(page, tsvOf(inventedRows(12, 0, { position: 'Trưởng phòng Lao động - Thương binh và Xã hội' })));
    await page.evaluate('window.print = () => (window.printed = true)');
    await page.getByRole('button', { name: 'In', exact: true }).click();
    expect(await page.evaluate('window.printed')).to.equal(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[role="grid"] tbody tr:visible').count()).to.equal(12);
    expect(
      await page.locator('.desk-tools, .foot').evaluateAll((parts) => parts.map((part) => part.clientHeight)),
    ).to.deep.equal([0, 0]);
    const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(tooWide)).to.equal(0);
  });

  it('undoes a paste as one step, fills down, clears and selects in blocks', async () => {
    const { page } = await openDesk();
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf(inventedRows(4)));
    await press(page, 'Control+z');
    expect(await foot(page)).to.equal('0 đại biểu');
    await press(page, 'Control+y', 'Control+Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await page.keyboard.insertText('Phòng Y tế');
    await press(page, 'Enter', 'ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    const workplaces = await Promise.all([1, 2, 3, 4].map((line) => cell(page, line, 'workplace').textContent()));
    expect(workplaces.slice(0, 2)).to.deep.equal(['Phòng Y tế', 'Phòng Y tế']);
    expect(workplaces[3]).to.equal('');
    await press(page, 'Delete');
    expect(await cell(page, 2, 'workplace').textContent()).to.equal('');
    await press(page, 'Shift+Space');
    expect(await page.locator('[role="gridcell"][aria-selected="true"]').count()).to.equal(24);
    await page.getByRole('button', { name: 'Xóa dòng' }).click();
    await page.getByText('Đã xóa 3 dòng.').waitFor();
    expect(await foot(page)).to.equal('1 đại biểu · 1 hợp lệ');
  });

  it('takes back what was typed with Esc, and edits inside the text after F2', async () => {
    const { page } = await openDesk();
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf([inventedRow(1, { fullName: 'Danh Út' })]));
    await press(page, 'ArrowRight');
    await page.keyboard.insertText('sai');
    await press(page, 'Escape', 'ArrowRight');
    expect(await cell(page, 1, 'fullName').textContent()).to.equal('Danh Út');
    await press(page, 'ArrowLeft', 'F2', 'Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await page.keyboard.insertText(' Văn');
    await press(page, 'Enter');
    expect(await cell(page, 1, 'fullName').textContent()).to.equal('Danh Văn Út');
  });

  it('leaves an input method in peace: what is composed replaces the cell, and Enter belongs to the composition', async () => {
    const { page } = await openDesk();
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf([inventedRow(1)]));
    await press(page, 'ArrowRight');
    const cdp = await page.context().newCDPSession(page);
    for (const text of ['N', 'Ng', 'Ngô', 'Ngô Nhự']) {
      await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 229 });
    expect(await focused(page)).to.equal('Họ và tên, dòng 1');
    await cdp.send('Input.insertText', { text: 'Ngô Nhựt Khởi' });
    await press(page, 'ArrowDown');
    expect(await cell(page, 1, 'fullName').textContent()).to.equal('Ngô Nhựt Khởi');
  });

  it('copies and cuts a block with the keys, and pastes it again', async () => {
    const { page } = await openDesk();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('.cell-editor').focus();
    const rows = inventedRows(2);
    await pasteText(page, tsvOf(rows));
    await press(page, 'Control+Home', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    const expected = rows.map((row) => `${row.fullName}\t${row.position}`).join('\r\n');
    expect(await page.evaluate('navigator.clipboard.readText()')).to.equal(expected);
    await press(page, 'Control+x');
    expect(await cell(page, 1, 'fullName').textContent()).to.equal('');
    await press(page, 'Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Control+v');
    expect(await cell(page, 4, 'position').textContent()).to.equal(rows[1]?.position);
    // An empty cell has something to copy as well: nothing.
    await press(page, 'Control+Home', 'ArrowRight', 'Control+c');
    expect(await page.evaluate('navigator.clipboard.readText()')).to.equal('');
  });

  it('works with the mouse: a block by dragging, Shift and a click, a double click to edit', async () => {
    const { page } = await openDesk();
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf(inventedRows(5)));
    await cell(page, 1, 'fullName').hover();
    await page.mouse.down();
    await cell(page, 3, 'position').hover();
    await page.mouse.up();
    const selected = page.locator('[role="gridcell"][aria-selected="true"]');
    expect(await selected.count()).to.equal(6);
    await cell(page, 2, 'fullName').click();
    await cell(page, 4, 'workplace').click({ modifiers: ['Shift'] });
    expect(await selected.count()).to.equal(9);
    await cell(page, 5, 'note').dblclick();
    await page.keyboard.insertText('ngồi hàng đầu');
    await cell(page, 1, 'note').click();
    expect(await cell(page, 5, 'note').textContent()).to.equal('ngồi hàng đầu');
  });

  it('takes the answer to a duplicate: two people', async () => {
    const { page } = await openDesk();
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf([inventedRow(1), inventedRow(1, { phone: '0900 000 099' })]));
    expect(await state(page, 2)).to.equal('Trùng hoặc đã rời danh sách, không ghi');
    await cell(page, 2, 'fullName').click();
    await page.getByText('Trùng với dòng 1').waitFor();
    await page.getByRole('button', { name: 'Là hai người khác nhau' }).click();
    expect(await state(page, 2)).to.equal('Hợp lệ');
    await page.getByRole('button', { name: 'Kiểm tra 2 đại biểu' }).click();
    await page.getByRole('button', { name: 'Gửi 2 đại biểu' }).waitFor();
  });

  it('brings nobody back who left the list, until the clerk says so', async () => {
    const { context, cast } = app;
    const [registrationId = ''] = await register(context, cast.actor('binh'), {
      clusterId: cast.cluster(2),
      rows: [inventedRow(1)],
    });
    await withdrawDelegate(context, cast.actor('binh'), { registrationId, reason: 'bận họp' });
    const { page } = await openDesk();
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf([inventedRow(1)]));
    expect(await state(page, 1)).to.equal('Trùng hoặc đã rời danh sách, không ghi');
    await cell(page, 1, 'fullName').click();
    await page.getByText('đã được rút khỏi danh sách ngày').waitFor();
    await page.getByRole('button', { name: 'Đăng ký lại' }).click();
    expect(await state(page, 1)).to.equal('Hợp lệ');
  });

  it('overwrites nobody: it says who saved meanwhile, and waits for a decision', async () => {
    const { page } = await openDesk();
    const other = await openDesk('an', { path: `${desk()}?unit=${app.cast.unit('927')}` });
    await other.page.locator('.cell-editor').focus();
    await pasteText(other.page, tsvOf([inventedRow(5)]));
    await saved(other.page);
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf([inventedRow(6)]));
    await page.getByText('Lâm Hoài An vừa lưu bản nháp này ở nơi khác lúc 08:30.').waitFor();
    expect((await kept()).rows.map((row) => row.fullName)).to.deep.equal([inventedRow(5).fullName]);
    expect(await axe(page)).to.deep.equal([]);
    await page.getByRole('button', { name: 'Giữ bản ở đây' }).click();
    await saved(page);
    expect((await kept()).rows.map((row) => row.fullName)).to.deep.equal([inventedRow(6).fullName]);
  });

  it('keeps what was typed while the network is away, and saves when it is back', async () => {
    const { page } = await openDesk();
    await page.context().setOffline(true);
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf([inventedRow(6)]));
    await page.getByText('Chưa lưu được vì mất kết nối').waitFor();
    await page.getByRole('button', { name: 'Kiểm tra 1 đại biểu' }).click();
    expect(new URL(page.url()).pathname).to.equal(desk());
    await page.context().setOffline(false);
    await saved(page);
    expect((await kept()).rows).to.have.lengthOf(1);
  });

  it('saves what was typed last when the page goes', async () => {
    const { page } = await openDesk();
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf([inventedRow(6)]));
    await page.goto(`${app.url}/`);
    await page.goto(app.url + desk());
    expect(await foot(page)).to.equal('1 đại biểu · 1 hợp lệ');
  });

  it('throws a draft away after asking', async () => {
    const { page } = await openDesk();
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf([inventedRow(6)]));
    await press(page, 'Control+s');
    await saved(page);
    await page.getByText('Bỏ bản nháp').first().click();
    await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
    await page.getByText('Đã bỏ bản nháp.').waitFor();
    expect(await foot(page)).to.equal('0 đại biểu');
  });

  for (const size of [DESKTOP, PHONE]) {
    it(`is in order at ${size.width} pixels, with every mark in it`, async () => {
      const clusterId = app.cast.cluster(2);
      await register(app.context, app.cast.actor('binh'), { clusterId, rows: inventedRows(3, 300) });
      const { page, troubles } = await openDesk('binh', size);
      await page.locator('.cell-editor').focus();
      const rows = [...inventedRows(13), inventedRow(300), inventedRow(14, { fullName: '', phone: '0168' })];
      await pasteText(page, tsvOf(rows));
      expect(await foot(page)).to.equal('15 đại biểu · 12 hợp lệ · 1 vào danh sách chờ · 1 lỗi · 1 trùng');
      expect(await axe(page)).to.deep.equal([]);
      const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(tooWide)).to.equal(0);
      expect(troubles).to.deep.equal([]);
    });
  }

  it('holds two hundred rows', async () => {
    const { page } = await openDesk();
    await page.locator('.cell-editor').focus();
    await pasteText(page, tsvOf(inventedRows(200)));
    expect(await foot(page)).to.equal('200 đại biểu · 15 hợp lệ · 185 vào danh sách chờ');
    await press(page, 'Control+End', 'ArrowDown');
    expect(await focused(page)).to.equal('Ghi chú, dòng 201');
    await saved(page);
    await page.reload();
    await page.getByRole('button', { name: 'Kiểm tra 200 đại biểu' }).click();
    await page.getByRole('button', { name: 'Gửi 200 đại biểu' }).waitFor();
  });
});
