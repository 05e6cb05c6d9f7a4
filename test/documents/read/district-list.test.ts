import { expect } from 'chai';
import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import { readWorkbook } from '../../../server/documents/read/read-workbook.ts';
import type { Category } from '../../../server/domain/category.ts';
import { checkList } from '../../../server/domain/list/check-list.ts';
import { readSheetTable } from '../../../server/domain/sheet/read-sheet-table.ts';
import { convertTable, findLegacyText } from '../../../server/domain/sheet/table.ts';

const text = (value: string, more: CellObject = {}): CellObject => ({ value, type: String, ...more });
const number = (value: number): CellObject => ({ value, type: Number });
const across = (value: string): Row => [text(value, { columnSpan: 8 }), ...Array.from({ length: 7 }, () => null)];
const old = { fontFamily: '.VnTime' };

/** A list as a district's office sends it: everything that goes wrong in one file. */
const rows: Row[] = [
  [
    text('ỦY BAN NHÂN DÂN', { columnSpan: 3 }),
    null,
    null,
    text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { columnSpan: 5 }),
    null,
    null,
    null,
    null,
  ],
  [
    text('HUYỆN THỚI LAI', { columnSpan: 3 }),
    null,
    null,
    text('Độc lập - Tự do - Hạnh phúc', { columnSpan: 5 }),
    null,
    null,
    null,
    null,
  ],
  [],
  across('DANH SÁCH ĐẠI BIỂU THAM DỰ TỌA ĐÀM'),
  [],
  [
    text('Số\nTT', { rowSpan: 2 }),
    text('Họ và tên', { columnSpan: 2 }),
    null,
    text('Chức vụ', { rowSpan: 2 }),
    text('Đơn vị công tác', { rowSpan: 2 }),
    text('Thành phần (mã)', { rowSpan: 2 }),
    text('Liên hệ', { columnSpan: 2 }),
    null,
  ],
  [null, text('Họ đệm'), text('Tên'), null, null, null, text('Điện thoại'), text('Email')],
  ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'].map((value) => text(value)),
  [text('I'), text('LÃNH ĐẠO HUYỆN')],
  [
    number(1),
    text('Bùi  Nhựt'),
    text('Thoại\u00a0'),
    text('Chủ tịch'),
    text('UBND huyện', { rowSpan: 2 }),
    text('B1'),
    number(900000011),
    text('thoai@example.gov.vn; vp@example.gov.vn'),
  ],
  [
    number(2),
    text('ThS. Lý\nNgọc'),
    text('Xuyến'),
    text('Phó Chủ tịch'),
    null,
    text('B1'),
    text('01680000012'),
    text(''),
  ],
  [text('II. CÁC PHÒNG CHUYÊN MÔN')],
  [
    number(3),
    text('NguyÔn V¨n', old),
    text('Hïng', old),
    text('Tr\u00adëng phßng', old),
    text('Phßng Néi vô', old),
    text('B2, B4'),
    text('+84 900 000 013'),
    text('hung@example.gov.vn'),
  ],
  [
    number(4),
    text('THẠCH THỊ SA'),
    text('RÂY'),
    text('Trưởng phòng'),
    text('Phòng Tư pháp'),
    text('B2'),
    text('9.33E+08'),
    text('ray@example.gov.vn'),
  ],
  [number(5)],
  [null, text('Tổng cộng: 4 đại biểu')],
  [null, null, null, null, null, text('Thới Lai, ngày 30 tháng 3 năm 2023')],
  [null, text('NGƯỜI LẬP BIỂU'), null, null, null, text('TM. ỦY BAN NHÂN DÂN')],
  [],
  [null, text('Lý Văn'), text('Lập'), text('Chuyên viên'), null, text('Ngô Văn Ký')],
];

const category = (code: string, rank: number): Category => ({
  id: code,
  code,
  name: `Thành phần ${code}`,
  level: 'district',
  hostOnly: false,
  rank,
});

it('a list as a district sends it is read: file, table, delegates', async () => {
  const bytes = await writeExcelFile(rows, { sheet: 'Sheet1' }).toBuffer();
  const reading = await readWorkbook(bytes, { fileName: 'DS Thới Lai (sửa lần 3).xlsx' });
  if (reading.kind === 'refused') throw new Error(`Refused: ${reading.code}`);

  const legacy = findLegacyText(reading.rows);
  expect(legacy).to.deep.include({ encoding: 'tcvn3', confidence: 1, byFont: true, count: 4 });

  const { rows: typed, columns, skipped, headingRow } = readSheetTable(convertTable(reading.rows, 'tcvn3'));
  expect(headingRow).to.equal(7);
  expect(columns.map(({ letter, use }) => `${letter} ${use}`)).to.deep.equal([
    'A counter',
    'B fullName',
    'C fullName',
    'D position',
    'E workplace',
    'F category',
    'G phone',
    'H email',
  ]);
  expect(skipped.map(({ row, why }) => `${row} ${why}`)).to.deep.equal([
    ...[
      '1 above',
      '2 above',
      '4 above',
      '6 above',
      '8 numbering',
      '9 group',
      '12 group',
      '16 total',
      '17 below',
      '18 below',
      '20 below',
    ],
  ]);

  const checked = checkList(typed, {
    categories: [category('B1', 50), category('B2', 60), category('B4', 70)],
    isHost: false,
    mayOverride: false,
    level: 'district',
    known: [],
  });
  expect(checked.map(({ verdict }) => verdict)).to.deep.equal(['ready', 'ready', 'ready', 'ready']);
  expect(
    checked.map(({ typed: { source }, draft }) => [
      source?.row,
      draft?.fullName,
      draft?.position,
      draft?.workplace,
      draft?.phone,
      draft?.email,
    ]),
  ).to.deep.equal([
    [10, 'Bùi Nhựt Thoại', 'Chủ tịch', 'UBND huyện', '0900000011', 'thoai@example.gov.vn'],
    [11, 'Lý Ngọc Xuyến', 'Phó Chủ tịch', 'UBND huyện', '0380000012', undefined],
    [13, 'Nguyễn Văn Hùng', 'Trưởng phòng', 'Phòng Nội vụ', '0900000013', 'hung@example.gov.vn'],
    [14, 'Thạch Thị Sa Rây', 'Trưởng phòng', 'Phòng Tư pháp', '9.33E+08', 'ray@example.gov.vn'],
  ]);
  expect(checked.flatMap(({ line, problems }) => problems.map(({ code }) => `${line} ${code}`))).to.deep.equal([
    '1 email_two',
    '2 name_title',
    '2 phone_old_prefix',
    '2 email_missing',
    '4 name_capitals',
    '4 phone_rounded',
  ]);
});
