/** Files that were made to do harm, or never were a list. */
import { gzipSync } from 'node:zlib';
import type { RefusalCode } from '../../server/domain/sheet/reading-problem.ts';
import { worstCells } from '../support/worst-cells.ts';
import { sheetXml, textRow, workbook, workbookFiles } from './workbook-parts.ts';
import { type Packed, pack, packRepeated, zip } from './zip.ts';

export type HostileFile = {
  what: string;
  fileName: string;
  bytes: () => Buffer;
  /** The refusal, or 'table' where the file can be read without harm. */
  expected: RefusalCode | 'table';
};

const MB = 1024 * 1024;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const OLE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
const SHEET = 'xl/worksheets/sheet1.xml';
const good = workbookFiles();
const without = (name: string): Packed[] => good.filter((file) => file.name !== name);
const repeated = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

/** The same numbers every time, and no two runs of them alike: text that does not pack well. */
function* noise(): Generator<number> {
  for (let value = 1; ;) {
    value = (value * 48_271) % 2_147_483_647;
    yield value;
  }
}

const firstOf = (count: number, numbers: Generator<number>): number[] =>
  Array.from({ length: count }, () => Number(numbers.next().value));

function emptyFiles(count: number): Packed[] {
  const empty = pack('', '');
  return Array.from({ length: count }, (_, index) => ({ ...empty, name: `${index}` }));
}

const repeatedPart = (count: number, part: Omit<Packed, 'name'>): Packed[] =>
  Array.from({ length: count }, (_, index) => ({ ...part, name: `xl/worksheets/x${index}.xml` }));

const XXE = '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>';
const LAUGHS = `<!DOCTYPE x [<!ENTITY a "haha">${repeated(
  10,
  (index) => `<!ENTITY ${String.fromCharCode(98 + index)} "${`&${String.fromCharCode(97 + index)};`.repeat(10)}">`,
)}]>`;
const withDoctype = (doctype: string, xml: string): string => xml.replace('?>', `?>${doctype}`);

const worstText = (row: number): string => worstCells[row]?.[1] ?? '';

/** A list in CSV that is in good order but for one text, which stands in the categories, the telephone and the e-mail. */
const listOf = (rows: number, textOf: (row: number) => string): Buffer =>
  Buffer.from(
    `Họ và tên;Chức vụ;Thành phần;Điện thoại;Email\n${repeated(rows, (row) => {
      const cell = `"${textOf(row).replaceAll('"', '""')}"`;
      return `Lê Văn A${row};Trưởng phòng;${cell};${cell};${cell}\n`;
    })}`,
  );

const files: [what: string, expected: HostileFile['expected'], bytes: () => Buffer, fileName?: string][] = [
  // Not a workbook at all
  ['an empty file', 'empty_file', () => Buffer.alloc(0)],
  ['a PNG named .xlsx', 'not_a_workbook', () => PNG],
  ['a PNG named .csv', 'not_a_workbook', () => PNG, 'anh.csv'],
  ['a PDF named .xlsx', 'not_a_workbook', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n')],
  ['text named .xlsx', 'not_a_workbook', () => Buffer.from('Họ và tên,Chức vụ\n')],
  ['a gzip file', 'not_a_workbook', () => gzipSync('Họ và tên'), 'ds.csv'],
  [
    'random bytes',
    'not_a_workbook',
    () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * at * 31) % 251)),
    'ds',
  ],
  ['a workbook of Excel 97–2003', 'xls_old', () => OLE, 'ds.xls'],
  ['one renamed to .xlsx', 'xls_old', () => OLE],
  [
    'a workbook with a password',
    'password_protected',
    () => Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]),
  ],
  ['HTML named .xls', 'xls_old', () => Buffer.from('<html><table><tr><td>Họ tên</td></tr></table>'), 'ds.xls'],
  ['JSON named .csv', 'not_a_workbook', () => Buffer.from('\ufeff{"a":1}'), 'ds.csv'],
  ['a PDF that begins with text, named .csv', 'not_a_workbook', () => Buffer.from('%PDF-1.4\n1 0 obj'), 'ds.csv'],
  ['HTML named .csv', 'not_a_workbook', () => Buffer.from(' <!DOCTYPE html><script>alert(1)</script>'), 'ds.csv'],
  ['a Word document', 'not_a_workbook', () => zip([pack('word/document.xml', '<w:document/>')])],
  [
    'an OpenDocument sheet',
    'ods',
    () =>
      zip([
        pack('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'),
        pack('content.xml', '<office:document-content/>'),
      ]),
  ],
  ['a binary workbook (.xlsb)', 'xls_old', () => zip([pack('xl/workbook.bin', Buffer.alloc(100))])],
  ['an archive with a workbook inside', 'not_a_workbook', () => zip([pack('ds.xlsx', workbook())])],

  // Archives that are broken or lie
  ['half an archive', 'broken_file', () => workbook().subarray(0, 700)],
  ['an archive without its end', 'broken_file', () => workbook().subarray(0, -22)],
  ['an archive with its end cut', 'broken_file', () => workbook().subarray(0, -3)],
  [
    'a wrong checksum',
    'broken_file',
    () => zip(good.map((file) => (file.name === SHEET ? { ...file, sum: 7 } : file))),
  ],
  [
    'a deflate stream that is none',
    'broken_file',
    () => zip([...without(SHEET), pack(SHEET, 'x', { packed: Buffer.alloc(50, 0xff) })]),
  ],
  [
    'a deflate stream cut short',
    'broken_file',
    () => zip(good.map((file) => ({ ...file, packed: file.packed.subarray(0, -9) }))),
  ],
  ['a compression nobody knows', 'broken_file', () => zip(good.map((file) => ({ ...file, method: 99 })))],
  ['the path ../../x', 'broken_file', () => workbook({}, [pack('../../x', 'x')])],
  ['the path ..\\..\\x', 'broken_file', () => workbook({}, [pack('..\\..\\x', 'x')])],
  ['the path /etc/cron.d/x', 'broken_file', () => workbook({}, [pack('/etc/cron.d/x', 'x')])],
  ['two sheets of one name', 'broken_file', () => workbook({}, [pack(SHEET, sheetXml(''))])],
  ['two that differ in capitals', 'broken_file', () => workbook({}, [pack('XL/Worksheets/Sheet1.xml', sheetXml(''))])],
  ['the flag of encryption', 'password_protected', () => zip(good.map((file) => ({ ...file, flags: 1 })))],
  ['an end that claims no files', 'not_a_workbook', () => zip(good, { entries: 0 })],

  // Archives that grow
  ['400 MB of zeros', 'inflates_too_much', () => zip([...without(SHEET), packRepeated(SHEET, Buffer.alloc(MB), 400)])],
  [
    '400 MB whose header claims 1 KB',
    'inflates_too_much',
    () => zip([...without(SHEET), packRepeated(SHEET, Buffer.alloc(MB), 400, { size: 1000 })]),
  ],
  [
    '400 MB of shared texts whose header claims 1 KB',
    'inflates_too_much',
    () =>
      zip([
        ...without('xl/sharedStrings.xml'),
        packRepeated('xl/sharedStrings.xml', Buffer.alloc(MB), 400, { size: 1000 }),
      ]),
  ],
  [
    'twelve sheets of 2 MB whose headers claim 1 KB',
    'inflates_too_much',
    () =>
      workbook(
        {},
        Array.from({ length: 12 }, (_, index) => {
          const { packed, sum } = pack('', Buffer.alloc(2 * MB, 32));
          return { name: `xl/worksheets/x${index}.xml`, packed, sum, size: 1000 };
        }),
      ),
  ],
  [
    '10 MB of blanks, packed a thousand times',
    'inflates_too_much',
    () => workbook({ sheet: sheetXml(' '.repeat(10 * MB)) }),
  ],
  [
    '150 files over one another',
    'inflates_too_much',
    () => {
      const { packed, sum } = pack('', Buffer.alloc(900_000));
      const same = Array.from({ length: 150 }, (_, index) => ({ name: `x${index}`, packed, sum, size: 900_000 }));
      return zip([...same, ...good], { shared: true });
    },
  ],
  [
    'shared texts without text, 20 MB of them, whose header claims 1 KB',
    'inflates_too_much',
    () => {
      const { packed, sum } = pack('', `<sst>${'<si/>'.repeat(3_900_000)}</sst>`);
      return zip([...without('xl/sharedStrings.xml'), { name: 'xl/sharedStrings.xml', packed, sum, size: 1000 }]);
    },
  ],
  [
    '100 sheets over one another, each as large as the file',
    'inflates_too_much',
    () => {
      const { packed, sum } = pack('', Buffer.from(firstOf(100_000, noise()).map((value) => value % 256)));
      const same = repeatedPart(100, { packed, sum, size: 100_000 });
      return zip([...same, ...good], { shared: true });
    },
  ],
  ['60,000 files', 'file_too_large', () => zip(emptyFiles(60_000))],
  ['20,000 files', 'inflates_too_much', () => zip(emptyFiles(20_000))],
  ['an end that claims 60,000 files', 'inflates_too_much', () => zip(good, { entries: 60_000 })],
  ['a file of 3 MB', 'file_too_large', () => Buffer.concat([workbook(), Buffer.alloc(3 * MB)])],

  // XML that does more than mark up
  [
    'an external entity in the sheet',
    'unsafe_xml',
    () => workbook({ sheet: withDoctype(XXE, sheetXml(textRow('&xxe;'))) }),
  ],
  [
    'an external entity in the shared texts',
    'unsafe_xml',
    () => workbook({ texts: `<?xml version="1.0"?>${XXE}<sst/>` }),
  ],
  [
    'a billion laughs in the workbook',
    'unsafe_xml',
    () => workbook({ workbook: `<?xml version="1.0"?>${LAUGHS}<workbook>&k;</workbook>` }),
  ],
  [
    'a document type in the styles',
    'unsafe_xml',
    () => workbook({ styles: '<!DOCTYPE styleSheet SYSTEM "http://example.gov.vn/x.dtd"><styleSheet/>' }),
  ],
  ['a document type in the relations', 'unsafe_xml', () => workbook({ relations: `${XXE}<Relationships/>` })],
  ['a declaration that hides its name', 'unsafe_xml', () => workbook({ sheet: sheetXml('<!doctype x>') })],
  [
    'a document type in UTF-16',
    'broken_file',
    () => workbook({ sheet: Buffer.from(`\ufeff${withDoctype(XXE, sheetXml(textRow('&xxe;')))}`, 'utf16le') }),
  ],
  ['an entity nobody declared', 'table', () => workbook({ sheet: sheetXml(textRow('Họ và tên &xxe;')) })],
  [
    'an instruction to fetch a stylesheet',
    'table',
    () => workbook({ sheet: `<?xml-stylesheet href="http://example.gov.vn/x.xsl"?>${sheetXml(textRow('a'))}` }),
  ],
  ['a tag that never ends', 'broken_file', () => workbook({ sheet: '<worksheet><sheetData><row r="1"' })],
  [
    'a quote that never ends',
    'broken_file',
    () => workbook({ sheet: '<worksheet><sheetData><row r="1><c/></row></sheetData></worksheet>' }),
  ],
  ['100,000 tags inside one another', 'empty_file', () => workbook({ sheet: sheetXml('<a>'.repeat(100_000)) })],
  ['no sheets', 'empty_file', () => workbook({ workbook: '<workbook/>' })],
  [
    'a sheet that lies outside',
    'empty_file',
    () => workbook({ relations: '<R><Relationship Id="rId1" Target="../../../../etc/passwd"/></R>' }),
  ],
  [
    'a sheet on another server',
    'empty_file',
    () => workbook({ relations: '<R><Relationship Id="rId1" Target="http://example.gov.vn/s.xml"/></R>' }),
  ],

  // Sheets that are too much
  [
    '1,000,000 rows',
    'inflates_too_much',
    () => workbook({ sheet: sheetXml('<row><c><v>1</v></c></row>'.repeat(1_000_000)) }),
  ],
  [
    '200,000 rows that pack no better than a list',
    'too_many_rows',
    () => {
      const numbers = noise();
      return workbook({
        sheet: sheetXml(repeated(200_000, () => `<row><c><v>${Number(numbers.next().value) % 10_000}</v></c></row>`)),
      });
    },
  ],
  [
    '20,000 sheets that are one and the same',
    'table',
    () =>
      workbook({
        workbook: `<workbook><sheets>${repeated(20_000, (index) => `<sheet name="${index}" r:id="rId1"/>`)}</sheets></workbook>`,
        sheet: sheetXml(repeated(5000, (index) => `<row><c><v>${index}</v></c></row>`)),
      }),
  ],
  [
    'one cell at the far right of 19,000 rows',
    'inflates_too_much',
    () => workbook({ sheet: sheetXml('<row><c r="CV1"><v>1</v></c></row>'.repeat(19_000)) }),
  ],
  [
    '900,000 shared texts of one letter',
    'inflates_too_much',
    () => {
      const numbers = noise();
      const letter = () => 'abcd'.charAt(Number(numbers.next().value) % 4);
      return workbook({ texts: `<sst>${repeated(900_000, () => `<si><t>${letter()}</t></si>`)}</sst>` });
    },
  ],
  [
    'rows of nothing, 900,000 of them',
    'inflates_too_much',
    () => {
      const numbers = noise();
      return workbook({ sheet: sheetXml(repeated(900_000, () => `<row a="${Number(numbers.next().value) % 9}"/>`)) });
    },
  ],
  [
    'one text of 4 KB in 60,000 cells',
    'inflates_too_much',
    () => {
      const numbers = noise();
      const cell = (column: string) =>
        `<c r="${column}" s="${Number(numbers.next().value) % 10_000}" t="s"><v>0</v></c>`;
      const row = (index: number) => `<row r="${index + 1}">${cell('A1')}${cell('B1')}${cell('C1')}${cell('D1')}</row>`;
      return workbook({
        texts: `<sst><si><t>${'a'.repeat(4000)}</t></si></sst>`,
        sheet: sheetXml(repeated(15_000, row)),
      });
    },
  ],
  [
    'one text of 4 KB merged over 15,000 rows',
    'inflates_too_much',
    () => {
      const rows = repeated(15_000, (index) => `<row r="${index + 1}"><c r="B${index + 1}"><v>${index}</v></c></row>`);
      const first = `<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(4000)}</t></is></c></row>`;
      return workbook({ sheet: sheetXml(first + rows, '<mergeCells><mergeCell ref="A1:A15000"/></mergeCells>') });
    },
  ],
  [
    'cells of 16 KB',
    'table',
    () => workbook({ sheet: sheetXml(textRow('Họ tên', 'Chức vụ') + textRow('x'.repeat(16_384), 'y')) }),
  ],
  [
    '16,384 columns',
    'table',
    () => workbook({ sheet: sheetXml(`<row r="1">${'<c><v>1</v></c>'.repeat(16_384)}</row>`) }),
  ],
  ['ten rows whose category is 2,000 parts', 'table', () => listOf(10, () => 'x,'.repeat(1990)), 'ds.csv'],
  ['forty of them', 'table', () => listOf(40, () => 'x,'.repeat(1990)), 'ds.csv'],
  ['every cell that is hard to judge', 'table', () => listOf(worstCells.length, worstText), 'ds.csv'],
  [
    'a cell at the far end of the sheet',
    'table',
    () => workbook({ sheet: sheetXml('<row r="1048576"><c r="A1048576"><v>1</v></c></row>') }),
  ],
  [
    'addresses that are none',
    'table',
    () =>
      workbook({
        sheet: sheetXml(
          '<row r="-1"><c r="ZZZ99999999999"/><c r="A0"><v>1</v></c></row><row r="9e99"><c r="__proto__"><v>2</v></c></row><row r="1e3"><c r=""><v>3</v></c></row>',
        ),
      }),
  ],
  [
    'texts that are not there',
    'table',
    () =>
      workbook({
        sheet: sheetXml('<row><c t="s"><v>99999999</v></c><c t="s"><v>__proto__</v></c><c><v>1</v></c></row>'),
      }),
  ],

  // Cells that are more than text
  [
    'headings called __proto__ and constructor',
    'table',
    () =>
      workbook({
        sheet: sheetXml(
          textRow('Họ và tên', 'Chức vụ', '__proto__', 'constructor', 'toString') +
            textRow('Lê Bảo', 'Chuyên viên', 'x', 'x', 'x'),
        ),
      }),
  ],
  [
    'a sheet called __proto__',
    'table',
    () => workbook({ workbook: '<workbook><sheets><sheet name="__proto__" r:id="rId1"/></sheets></workbook>' }),
  ],
  [
    'formulas, one of them a command',
    'table',
    () =>
      workbook({
        sheet: sheetXml(
          '<row><c><f>1+1</f><v>2</v></c><c t="str"><f>cmd|\' /C calc\'!A0</f><v>x</v></c><c><f>WEBSERVICE("http://example.gov.vn")</f></c></row>',
        ),
      }),
  ],
  ['macros', 'table', () => workbook({}, [pack('xl/vbaProject.bin', Buffer.alloc(1000, 1))]), 'ds.xlsm'],
  [
    'a link to another workbook',
    'table',
    () => workbook({}, [pack('xl/externalLinks/externalLink1.xml', `${XXE}<externalLink/>`)]),
  ],

  // Text that is too much
  ['CSV of 3 MB', 'file_too_large', () => Buffer.from('a,b\n'.repeat(MB)), 'ds.csv'],
  ['CSV of 1,000,000 rows', 'too_many_rows', () => Buffer.from('a\n'.repeat(1_000_000)), 'ds.csv'],
  ['CSV of 2,000,000 blank lines', 'too_many_rows', () => Buffer.from('\n'.repeat(2_000_000)), 'ds.csv'],
  ['CSV of one line', 'table', () => Buffer.from('x'.repeat(2_000_000)), 'ds.csv'],
  ['CSV of commas', 'table', () => Buffer.from(`a${','.repeat(2_000_000)}`), 'ds.csv'],
  [
    'CSV of one column at the far right of 19,000 rows',
    'inflates_too_much',
    () => Buffer.from(`${','.repeat(98)}a\n`.repeat(19_000)),
    'ds.csv',
  ],
  ['CSV of one line in no encoding', 'table', () => Buffer.alloc(2_000_000, 0xe8), 'ds.csv'],
  ['CSV of quotes', 'table', () => Buffer.from('"'.repeat(2_000_000)), 'ds.csv'],
  ['CSV of quotes that never close', 'table', () => Buffer.from(`${'"a,'.repeat(600_000)}`), 'ds.csv'],
  ['CSV of triple quotes', 'table', () => Buffer.from(`${'"""a",'.repeat(300_000)}`), 'ds.csv'],
  ['CSV with NULs', 'not_a_workbook', () => Buffer.from('Họ tên\0\0\0,Chức vụ\n'), 'ds.csv'],
  [
    'bytes that are no encoding',
    'table',
    () => Buffer.from([0xff, 0xc0, 0x80, 0x2c, 0xf5, 0xed, 0xa0, 0x80]),
    'ds.csv',
  ],
  ['half a letter of UTF-16', 'table', () => Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42]), 'ds.csv'],
];

export const hostileFiles: HostileFile[] = files.map(([what, expected, bytes, fileName = 'ds.xlsx']) => ({
  what,
  expected,
  bytes,
  fileName,
}));
