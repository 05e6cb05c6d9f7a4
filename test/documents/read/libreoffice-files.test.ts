/**
 * The template filled in with LibreOffice 7.4 and saved as .xlsx, as .ods and then .xlsx, and as CSV with semicolons in
 * two encodings. The last person stands below the prepared rows, where a phone number that is typed loses its 0.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { readWorkbook } from '../../../server/documents/read/read-workbook.ts';
import { rowFields } from '../../../server/domain/list/row.ts';
import { readSheetTable } from '../../../server/domain/sheet/read-sheet-table.ts';
import { findLegacyText } from '../../../server/domain/sheet/table.ts';
import { root } from '../../../server/root.ts';

const people = [
  ['Ông', 'Bùi Nhựt Thoại', 'Trưởng phòng', 'Phòng Nội vụ', 'B2', '0900000011', 'thoai@example.gov.vn', 'Ăn chay'],
  [
    'Bà',
    'Đặng Thị Ngọc Quỳnh',
    'Phó Chủ tịch UBND',
    'UBND xã Trường Xuân',
    'B4',
    '0900 000 012',
    'quynh@example.gov.vn',
    '',
  ],
  ['Ông', 'Võ Văn Ẩn', 'Chánh Văn phòng HĐND và UBND', '', 'B3', '0900.000.013', '', 'Đi xe lăn; cần lối dốc'],
  [
    'Bà',
    'Thạch Thị Ươm',
    'Công chức Văn phòng - Thống kê',
    'UBND thị trấn Thới Lai',
    'B4',
    '0900000014',
    'uom@example.gov.vn',
    'Gọi là "Út" Đến muộn',
  ],
  ['Ông', 'Lê Bảo', 'Chuyên viên', 'Trạm Y tế', 'B4', '900000015', 'bao@example.gov.vn', ''],
];

describe('the template as LibreOffice saves it', () => {
  for (const file of [
    'libreoffice-template.xlsx',
    'libreoffice-ods-to-xlsx.xlsx',
    'libreoffice-utf8.csv',
    'libreoffice-windows-1258.csv',
  ]) {
    it(`is read back with every row as it was typed: ${file}`, async () => {
      const reading = await readWorkbook(readFileSync(join(root, 'test', 'fixtures', file)), { fileName: file });
      if (reading.kind === 'refused') throw new Error(`Refused: ${reading.code}`);
      const { rows, columns, missing } = readSheetTable(reading.rows);
      expect(rows.map((row) => rowFields.map((field) => row[field]))).to.deep.equal(people);
      expect(columns.map(({ use }) => use)).to.deep.equal(['counter', ...rowFields]);
      expect(missing).to.deep.equal([]);
      expect(findLegacyText(reading.rows)).to.equal(undefined);
    });
  }
});
