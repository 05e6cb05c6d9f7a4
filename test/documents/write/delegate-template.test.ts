import { expect } from 'chai';
import { writeDelegateTemplate } from '../../../server/documents/write/delegate-template.ts';
import { writeErrorSheet } from '../../../server/documents/write/error-sheet.ts';
import { readWorkbook } from '../../../server/documents/read/read-workbook.ts';
import { emptyRow, type TypedRow } from '../../../server/domain/list/row.ts';
import { readSheetTable } from '../../../server/domain/sheet/read-sheet-table.ts';
import { wordsIn } from '../../../server/i18n/catalogue.ts';
import { unzip } from '../unzip.ts';

const languages = ['vi', 'en'] as const;
const categories = [
  { code: 'B2', name: 'Trưởng phòng chuyên môn', hostOnly: false },
  { code: 'B6', name: 'Chủ tịch UBND xã, phường, thị trấn', hostOnly: true },
];
const lines = ['Huyện Thới Lai', 'Cụm 2: 13 giờ 30, Thứ Sáu, 07/4/2023, Hội trường UBND huyện Phong Điền'];

const template = (language: (typeof languages)[number], codes = categories) => {
  const t = wordsIn(language);
  return writeDelegateTemplate({ words: t.files.template, columns: t.registration.columns, lines, categories: codes });
};

async function readTable(bytes: Buffer) {
  const reading = await readWorkbook(bytes, { fileName: 'mau.xlsx' });
  if (reading.kind === 'refused') throw new Error(`Refused: ${reading.code}`);
  return reading;
}

describe('the template a clerk fills in', () => {
  for (const language of languages) {
    it(`has every column the desk reads, and nobody in it (${language})`, async () => {
      const reading = await readTable(await template(language));
      const { columns, rows, missing, headingRow } = readSheetTable(reading.rows);
      expect(headingRow).to.equal(5);
      expect(columns.map(({ use }) => use)).to.deep.equal(['counter', ...Object.keys(emptyRow())]);
      expect(rows).to.deep.equal([]);
      expect(missing).to.deep.equal([]);
      expect(reading.sheetName).to.equal(wordsIn(language).files.template.sheetName);
      expect(reading.otherSheets.map(({ name }) => name)).to.deep.equal([wordsIn(language).files.template.guideSheet]);
    });
  }

  it('says whose it is and what the codes mean', async () => {
    const text = unzip(await template('vi')).get('xl/sharedStrings.xml');
    for (const words of [...lines, 'Trưởng phòng chuyên môn', 'Chỉ đơn vị đăng cai']) expect(text).to.include(words);
  });

  it('offers Ông and Bà, and the codes where they stand on the second sheet', async () => {
    const sheet = unzip(await template('vi')).get('xl/worksheets/sheet1.xml') ?? '';
    const lists = [...sheet.matchAll(/<dataValidation [^>]*sqref="([^"]*)"><formula1>([^<]*)</g)].map(
      ([, at, list]) => [at, list],
    );
    expect(lists).to.deep.equal([
      ['B6:B65', '&quot;Ông,Bà&quot;'],
      ['F6:F65', "'Mã thành phần'!$A$3:$A$4"],
    ]);
    expect(unzip(await template('vi')).get('xl/worksheets/sheet2.xml')).not.to.include('dataValidation');
  });

  it('has its elements in the order Excel insists on', async () => {
    const sheet = unzip(await template('vi')).get('xl/worksheets/sheet1.xml') ?? '';
    const order = [
      '<sheetPr',
      '<sheetViews',
      '<cols',
      '<sheetData',
      '<mergeCells',
      '<dataValidations',
      '<pageMargins',
      '<pageSetup',
      '<headerFooter',
    ];
    const found = order.map((element) => sheet.indexOf(element));
    expect(found.every((at) => at > 0)).to.equal(true);
    expect(found).to.deep.equal([...found].sort((left, right) => left - right));
  });

  it('keeps the 0 of a phone number: its cells are formatted as text', async () => {
    const files = unzip(await template('vi'));
    const style = /<c r="G6" s="(\d+)"\/>/.exec(files.get('xl/worksheets/sheet1.xml') ?? '')?.[1];
    const xfs = (files.get('xl/styles.xml') ?? '').match(/<xf [^>]*>/g) ?? [];
    const format = /numFmtId="(\d+)"/.exec(xfs[Number(style)] ?? '')?.[1];
    expect(files.get('xl/styles.xml')).to.match(new RegExp(`numFmtId="${format}" formatCode="@"`));
  });

  it('prints on A4 as wide as the page, each sheet with its headings on every page', async () => {
    const files = unzip(await template('vi'));
    const pages = [1, 2].map((sheet) => files.get(`xl/worksheets/sheet${sheet}.xml`) ?? '');
    for (const page of pages) expect(page).to.contain('<pageSetUpPr fitToPage="1"/>');
    expect(pages[0]).to.contain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(pages[1]).to.contain('paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"');
    const titles = [...(files.get('xl/workbook.xml') ?? '').matchAll(/localSheetId="(\d)">([^<]*)</g)];
    expect(titles.map(([, sheet, rows]) => [sheet, rows])).to.deep.equal([
      ['0', "'Đại biểu'!$5:$5"],
      ['1', "'Mã thành phần'!$2:$2"],
    ]);
  });

  it('has no choice of codes when the unit has none', async () => {
    const sheet = unzip(await template('vi', [])).get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet.match(/<dataValidation /g)).to.have.length(1);
  });
});

describe('the rows that need fixing', () => {
  const typed: TypedRow = {
    ...emptyRow(),
    fullName: '=HYPERLINK("http://example.gov.vn")',
    position: 'Trưởng phòng',
    category: 'B9',
    phone: '0900000011',
    note: '+1',
    source: { row: 12 },
  };
  const sheet = (language: (typeof languages)[number]) => {
    const t = wordsIn(language);
    return writeErrorSheet({
      words: t.files.errorSheet,
      columns: t.registration.columns,
      rows: [
        { row: 12, typed, problems: ['Ô này không giống họ và tên', 'Không có thành phần “B9”'] },
        { row: undefined, typed: { ...typed, fullName: 'Lê Bảo' }, problems: [] },
      ],
    });
  };

  for (const language of languages) {
    it(`come back as they were when the file is uploaded again (${language})`, async () => {
      const { rows, columns } = readSheetTable((await readTable(await sheet(language))).rows);
      expect(rows.map(({ source, ...row }) => row)).to.deep.equal(
        [
          { ...typed, source: undefined },
          { ...typed, fullName: 'Lê Bảo', source: undefined },
        ].map(({ source, ...row }) => row),
      );
      expect(columns.filter(({ use }) => use === 'ignored').map(({ letter }) => letter)).to.deep.equal(['A', 'J']);
    });
  }

  it('say what is wrong, and in which row of the file', async () => {
    const { rows } = await readTable(await sheet('vi'));
    const line = rows.find(({ cells }) => cells.includes('B9'))?.cells ?? [];
    expect([line[0], line.at(-1)]).to.deep.equal(['12', 'Ô này không giống họ và tên\nKhông có thành phần “B9”']);
  });

  it('print on A4 as wide as the page, every row as high as its problems need', async () => {
    const files = unzip(await sheet('vi'));
    const page = files.get('xl/worksheets/sheet1.xml') ?? '';
    expect(page).to.contain('paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"');
    expect(files.get('xl/workbook.xml')).to.contain("'Dòng cần sửa'!$4:$4");
    expect(page).to.match(/<row r="5" ht="31.5"/);
  });

  it('hold no formula, whatever stood in the cells', async () => {
    for (const xml of unzip(await sheet('vi')).values()) expect(xml).not.to.match(/<f[\s>/]/);
  });
});
