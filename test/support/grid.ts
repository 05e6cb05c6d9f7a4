/** What tests do with the grid of the registration desk. */
import type { Locator, Page } from 'playwright-core';
import { type RowField, rowFields, type TypedRow } from '../../server/domain/list/row.ts';

export const HEADING = [
  'Ông/Bà',
  'Họ và tên',
  'Chức vụ',
  'Đơn vị công tác',
  'Thành phần',
  'Điện thoại',
  'Email',
  'Ghi chú',
];

/** Rows as a spreadsheet copies them. */
export const tsvOf = (rows: readonly TypedRow[], heading?: readonly string[]): string =>
  [...(heading ? [heading] : []), ...rows.map((row) => rowFields.map((field) => row[field]))]
    .map((cells) => `${cells.join('\t')}\r\n`)
    .join('');

/** What Ctrl V does with a block on the clipboard, wherever the focus is. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.evaluate(
    `((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    })(${JSON.stringify(text)})`,
  );
}

const rowOf = (page: Page, line: number): Locator => page.locator('[role="grid"] tbody tr').nth(line - 1);

export const cell = (page: Page, line: number, field: RowField): Locator =>
  rowOf(page, line).locator('td').nth(rowFields.indexOf(field));

/** The word behind the picture at the end of a row. */
export const state = async (page: Page, line: number): Promise<string | null> =>
  await rowOf(page, line).locator('td.st').textContent();
