import { expect } from 'chai';
import iconv from 'iconv-lite';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile, { type Row } from 'write-excel-file/node';
import { readWorkbook, type WorkbookReading } from '../../../server/documents/read/read-workbook.ts';
import { openArchive } from '../../../server/documents/read/archive.ts';
import { parseWorkbook } from '../../../server/documents/read/parse-workbook.ts';
import { asReading } from '../../../server/documents/read/reading.ts';
import { sheetXml, textRow, workbook, workbookFiles } from '../workbook-parts.ts';
import { zip } from '../zip.ts';

/** The parser without its process, which takes a third of a second to start from the sources. */
async function parse(bytes: Buffer, sheet?: string): Promise<WorkbookReading> {
  try {
    return parseWorkbook({ parts: await openArchive(bytes), sheet });
  } catch (error) {
    return asReading(error);
  }
}

function tableOf(reading: WorkbookReading) {
  if (reading.kind === 'refused') throw new Error(`Refused: ${reading.code}`);
  return reading;
}
const read = async (bytes: Buffer, sheet?: string) => tableOf(await parse(bytes, sheet));
const cellsOf = async (bytes: Buffer) => (await read(bytes)).rows.map(({ cells }) => cells);
const readCsv = async (bytes: Buffer) => tableOf(await readWorkbook(bytes, { fileName: 'ds.csv' }));

const text = (value: string) => ({ value, type: String });
const HEADING = ['STT', 'Họ và tên', 'Chức vụ', 'Điện thoại'];
const written = (rows: Row[]) => writeExcelFile(rows, { sheet: 'Đại biểu' }).toBuffer();

describe('reading a workbook', () => {
  it('gives texts by row, with the number each row has in the file', async () => {
    const rows = [[text('DANH SÁCH')], [], HEADING.map(text), ['1', 'Lê Bảo', 'Chuyên viên'].map(text)];
    const reading = await readWorkbook(await written(rows), { fileName: 'ds.xlsx' });
    expect(reading).to.deep.equal({
      kind: 'table',
      sheetName: 'Đại biểu',
      otherSheets: [],
      rows: [
        { row: 1, cells: ['DANH SÁCH'] },
        { row: 3, cells: HEADING },
        { row: 4, cells: ['1', 'Lê Bảo', 'Chuyên viên'] },
      ],
      problems: [],
    });
  });

  it('reads the texts that another reader reads', async () => {
    const rows: Row[] = Array.from({ length: 200 }, (_, row) =>
      [
        'Đặng Thị Ngọc Quỳnh',
        'a & b < c > "d"',
        ' hai\nhàng ',
        'Ước'.normalize('NFD'),
        `${row}`,
        '=1+1',
        'a_x000D_b',
        '😀',
      ].map(text),
    );
    const bytes = await written(rows);
    expect(await cellsOf(bytes)).to.deep.equal(await readSheet(bytes, { trim: false }));
  });

  it('writes out a phone that is a number, in whatever way it is stored', async () => {
    for (const stored of ['900000011', '9.00000011E8', '900000011.0', '9.00000011E+08']) {
      expect(await cellsOf(workbook({ sheet: sheetXml(`<row><c><v>${stored}</v></c></row>`) }))).to.deep.equal([
        ['900000011'],
      ]);
    }
    expect(await cellsOf(await written([[{ value: 84900000011, type: Number }]]))).to.deep.equal([['84900000011']]);
  });

  it('shows a date as a day, a truth as TRUE, an error as it stands', async () => {
    const rows: Row[] = [
      [
        { value: new Date('2023-04-05T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
        { value: new Date('2023-04-05T13:30:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' },
        { value: 45021, type: Number, format: '#,##0' },
        { value: true, type: Boolean },
      ],
    ];
    expect(await cellsOf(await written(rows))).to.deep.equal([['05/04/2023', '05/04/2023', '45021', 'TRUE']]);
    expect(await cellsOf(workbook({ sheet: sheetXml('<row><c t="e"><v>#N/A</v></c></row>') }))).to.deep.equal([
      ['#N/A'],
    ]);
  });

  it('takes the value a formula had, and nothing where it had none', async () => {
    const sheet = sheetXml(
      '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>A1&amp;"x"</f><v>2x</v></c><c><f>3+3</f></c></row>',
    );
    expect(await cellsOf(workbook({ sheet }))).to.deep.equal([['2', '2x']]);
  });

  it('puts a text of several fonts together and leaves reading aids out', async () => {
    const texts =
      '<sst><si><r><t>Bùi </t></r><r><rPr><b/></rPr><t>Nhựt</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>';
    expect(await cellsOf(workbook({ texts, sheet: sheetXml('<row><c t="s"><v>0</v></c></row>') }))).to.deep.equal([
      ['Bùi Nhựt'],
    ]);
  });

  it('repeats what is merged over rows, and not what is merged over columns', async () => {
    const rows: Row[] = [
      [{ ...text('DANH SÁCH'), columnSpan: 3 }, null, null],
      [text('a'), { ...text('Phòng Nội vụ'), rowSpan: 2 }, text('x')],
      [text('b'), null, text('y')],
    ];
    expect(await cellsOf(await written(rows))).to.deep.equal([
      ['DANH SÁCH'],
      ['a', 'Phòng Nội vụ', 'x'],
      ['b', 'Phòng Nội vụ', 'y'],
    ]);
  });

  it('names the fonts that say how a text is encoded, and no others', async () => {
    const rows: Row[] = [
      [text('Họ và tên'), { ...text('NguyÔn'), fontFamily: '.VnTime' }],
      [
        { ...text('Nguyeãn'), fontFamily: 'VNI-Times' },
        { ...text('Nguyễn'), fontFamily: 'Arial' },
      ],
    ];
    expect((await read(await written(rows))).rows).to.deep.equal([
      { row: 1, cells: ['Họ và tên', 'NguyÔn'], fonts: ['', '.VnTime'] },
      { row: 2, cells: ['Nguyeãn', 'Nguyễn'], fonts: ['VNI-Times'] },
    ]);
    const texts = '<sst><si><r><rPr><rFont val=".VnTimeH"/></rPr><t>danh s¸ch</t></r></si></sst>';
    const rich = await read(workbook({ texts, sheet: sheetXml('<row><c t="s"><v>0</v></c></row>') }));
    expect(rich.rows).to.deep.equal([{ row: 1, cells: ['danh s¸ch'], fonts: ['.VnTimeH'] }]);
  });

  it('cuts a cell that is too long and says which', async () => {
    const { rows, problems } = await read(workbook({ sheet: sheetXml(textRow('a', 'x'.repeat(16_384))) }));
    expect(rows[0]?.cells[1]).to.have.length(4000);
    expect(problems).to.deep.equal([{ code: 'cell_too_long', row: 1, column: 1 }]);
  });

  it('reads 10,000 rows', async () => {
    const { rows } = await read(
      workbook({ sheet: sheetXml(Array.from({ length: 10_000 }, (_, row) => textRow(`${row}`, 'Lê Bảo')).join('')) }),
    );
    expect(rows).to.have.length(10_000);
    expect(rows.at(-1)).to.deep.equal({ row: 10_000, cells: ['9999', 'Lê Bảo'] });
  });

  it('counts rows and cells that have no address of their own', async () => {
    const sheet = sheetXml('<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>');
    expect((await read(workbook({ sheet }))).rows).to.deep.equal([
      { row: 3, cells: ['', '1', '2'] },
      { row: 4, cells: ['3'] },
    ]);
  });

  it('knows elements by their name, whatever the prefix', async () => {
    const sheet =
      '<x:worksheet><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Lê Bảo</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await cellsOf(workbook({ sheet }))).to.deep.equal([['Lê Bảo']]);
  });

  it('reads a workbook whose parts lie in another order, under absolute names', async () => {
    const relations = '<Relationships><Relationship Id="rId1" Target="/xl/worksheets/sheet1.xml"/></Relationships>';
    expect(await cellsOf(zip(workbookFiles({ relations }).reverse()))).to.have.length(2);
  });

  it('leaves nothing of headings like __proto__ but their text', async () => {
    expect(await cellsOf(workbook({ sheet: sheetXml(textRow('__proto__', 'constructor')) }))).to.deep.equal([
      ['__proto__', 'constructor'],
    ]);
  });
});

describe('the sheet that is read', () => {
  const sheets = (...all: [name: string, rows: string[][]][]) =>
    writeExcelFile(all.map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(text)) }))).toBuffer();
  const list = [HEADING, ['1', 'Lê Bảo', 'Chuyên viên', '']];

  it('is the first one that looks like a list', async () => {
    const bytes = await sheets(['Hướng dẫn', [['Mỗi người một dòng']]], ['Danh sách', list], ['Cũ', list]);
    const reading = await read(bytes);
    expect(reading.sheetName).to.equal('Danh sách');
  });

  it('comes with the other visible sheets that hold anything, their rows too', async () => {
    const { otherSheets } = await read(
      await sheets(['Bìa', [['Kính gửi']]], ['Danh sách', list], ['Trống', []], ['Cũ', list]),
    );
    expect(otherSheets).to.deep.equal([
      { name: 'Bìa', rows: [{ row: 1, cells: ['Kính gửi'] }] },
      {
        name: 'Cũ',
        rows: [
          { row: 1, cells: HEADING },
          { row: 2, cells: ['1', 'Lê Bảo', 'Chuyên viên'] },
        ],
      },
    ]);
  });

  it('comes with the name alone of a sheet that is too long to be read along', async () => {
    const long = Array.from({ length: 600 }, () => Array.from({ length: 10 }, () => 'x'.repeat(100)));
    const { otherSheets } = await read(await sheets(['Danh sách', list], ['Số liệu', long], ['Cũ', list]));
    expect(otherSheets.map(({ name, rows }) => [name, rows?.length])).to.deep.equal([
      ['Số liệu', undefined],
      ['Cũ', 2],
    ]);
  });

  it('is the first one with anything in it when none looks like a list', async () => {
    expect((await read(await sheets(['Trống', []], ['A', [['x']]], ['B', [['y']]]))).sheetName).to.equal('A');
  });

  it('is the one that was asked for', async () => {
    const bytes = await sheets(['Danh sách', list], ['Cũ', [['x']]]);
    expect((await read(bytes, 'Cũ')).rows).to.deep.equal([{ row: 1, cells: ['x'] }]);
    expect(await parse(bytes, 'Không có')).to.deep.equal({
      kind: 'refused',
      code: 'no_such_sheet',
    });
  });

  it('is not a hidden one, unless it was asked for', async () => {
    const hidden = '<workbook><sheets><sheet name="Ẩn" state="hidden" r:id="rId1"/></sheets></workbook>';
    expect(await parse(workbook({ workbook: hidden }))).to.deep.equal({
      kind: 'refused',
      code: 'empty_file',
    });
    expect((await read(workbook({ workbook: hidden }), 'Ẩn')).rows).to.have.length(2);
  });
});

describe('reading CSV', () => {
  const table = [HEADING, ['1', 'Đặng Thị Ngọc Quỳnh', 'Phó Chủ tịch', '0900000011']];
  const lines = (separator: string) => table.map((cells) => cells.join(separator)).join('\r\n');

  for (const [what, bytes] of [
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${lines(',')}`)],
    ['UTF-8 without', Buffer.from(lines(','))],
    ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${lines('\t')}`, 'utf16le')],
    ['UTF-16 little-endian without', Buffer.from(lines('\t'), 'utf16le')],
    ['UTF-16 big-endian with a mark', Buffer.from(`\ufeff${lines(';')}`, 'utf16le').swap16()],
    ['windows-1258', windows1258(lines(';'))],
    ['a first line that names the separator', Buffer.from(`sep=;\r\n${lines(';')}`)],
  ] as const) {
    it(`in ${what}`, async () => {
      expect((await readCsv(bytes)).rows.map(({ cells }) => cells)).to.deep.equal(table);
    });
  }

  it('keeps TCVN3 and VNI as they stand, for somebody to look at before they are converted', async () => {
    for (const line of [
      'Hä vµ tªn;Chøc vô\nNguyÔn V¨n Hïng;Phã Chñ tÞch\n',
      'Hoï vaø teân;Chöùc vuï\nNguyeãn Vaên Huøng;Phoù Chuû tòch\n',
    ]) {
      const rows = line
        .trim()
        .split('\n')
        .map((row) => row.split(';'));
      const reading = await readCsv(Buffer.from(line, 'latin1'));
      expect(reading.rows.map(({ cells }) => cells)).to.deep.equal(rows);
    }
  });

  it('has no sheets, and numbers its rows with the blank ones', async () => {
    expect(await readCsv(Buffer.from('Họ tên,Chức vụ\n\n"Lê\nBảo",x\n'))).to.deep.equal({
      kind: 'table',
      sheetName: '',
      otherSheets: [],
      rows: [
        { row: 1, cells: ['Họ tên', 'Chức vụ'] },
        { row: 3, cells: ['Lê\nBảo', 'x'] },
      ],
      problems: [],
    });
  });

  it('cuts a cell that is too long and says which', async () => {
    const { problems } = await readCsv(Buffer.from(`a,${'x'.repeat(5000)}\n`));
    expect(problems).to.deep.equal([{ code: 'cell_too_long', row: 1, column: 1 }]);
  });
});

/** The encoder knows letters and tones apart, as the code page has them. */
function windows1258(unicode: string): Buffer {
  const apart = unicode
    .normalize('NFD')
    .replace(
      /([aeiouyAEIOUY])([\u0323]?)([\u0302\u0306\u031b])/g,
      (_, base: string, below: string, mark: string) => (base + mark).normalize('NFC') + below,
    );
  return iconv.encode(apart, 'windows-1258');
}
