import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import type { TypedRow } from '../../../server/domain/list/row.ts';
import { emptyRow, inUnicode, readPastedRows } from '../../../server/domain/sheet/pasted-rows.ts';

const row = (changes: Partial<TypedRow>): TypedRow => ({ ...emptyRow(), ...changes });
const lines = (...cells: string[][]) => cells.map((line) => line.join('\t')).join('\r\n');

const thoai = row({
  honorific: 'Ông',
  fullName: 'Bùi Nhựt Thoại',
  position: 'Trưởng phòng',
  workplace: 'Phòng Nội vụ',
  category: 'B2',
  phone: '0900000011',
  email: 'thoai@example.gov.vn',
  note: 'ngồi hàng đầu',
});
const CELLS = Object.values(thoai) as string[];
const HEADINGS = ['Ông/Bà', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Thành phần', 'Điện thoại', 'Email', 'Ghi chú'];

describe('rows pasted from a spreadsheet', () => {
  it('are found by their headings', () => {
    expect(readPastedRows(lines(HEADINGS, CELLS))).to.deep.equal({
      hasHeading: true,
      rows: [thoai],
      skipped: [],
      unused: [],
    });
  });

  it('in any order of columns, with others in between', () => {
    const text = lines(
      ['Email', 'Năm sinh', 'Họ tên', 'Chức danh', 'T. phần'],
      ['thoai@example.gov.vn', '1970', 'Bùi Nhựt Thoại', 'Trưởng phòng', 'B2'],
    );
    const { rows, unused } = readPastedRows(text);
    expect(rows).to.deep.equal([
      row({ email: 'thoai@example.gov.vn', fullName: 'Bùi Nhựt Thoại', position: 'Trưởng phòng', category: 'B2' }),
    ]);
    expect(
      unused.map(({ heading }) => heading),
      'what was not understood is named',
    ).to.deep.equal(['Năm sinh']);
  });

  for (const [field, headings] of [
    ['fullName', ['HỌ VÀ TÊN', 'họ tên', 'Ho va ten', 'Tên đại biểu', 'Full name', 'Họ\u00a0và tên']],
    ['fullName', ['Khách mời', 'Người tham dự']],
    [
      'phone',
      [
        'Số liên lạc',
        'Số liên hệ',
        'Số điện thoại',
        'SĐT',
        'ĐTDĐ',
        'Di động',
        'Phone',
        'SĐT/Zalo',
        'Điện thoại liên lạc',
      ],
    ],
    ['workplace', ['Đơn vị', 'Cơ quan, đơn vị', 'Nơi công tác', 'Phường / xã / thị trấn', 'Quận, huyện', 'Địa phương']],
    ['category', ['Thành phần đại biểu', 'Đối tượng tham dự']],
    ['honorific', ['Ông (Bà)', 'Danh xưng', 'Giới tính']],
    ['email', ['E-mail', 'Thư điện tử', 'Địa chỉ email', 'Thư điện tử công vụ', 'Email công vụ']],
  ] as const) {
    for (const heading of headings) {
      it(`knows the heading "${heading}"`, () => {
        const text = lines([heading, 'Chức vụ'], ['x', 'Trưởng phòng']);
        expect(readPastedRows(text).rows).to.deep.equal([row({ [field]: 'x', position: 'Trưởng phòng' })]);
      });
    }
  }

  it('without headings are read in the order of the template', () => {
    expect(readPastedRows(lines(CELLS))).to.deep.include({ hasHeading: false, rows: [thoai] });
  });

  it('without headings lose a first column that only counts', () => {
    const text = lines(['1', ...CELLS], ['2', ...CELLS]);
    expect(readPastedRows(text).rows).to.deep.equal([thoai, thoai]);
  });

  it('with headings lose the column STT', () => {
    expect(readPastedRows(lines(['STT', ...HEADINGS], ['1', ...CELLS])).rows).to.deep.equal([thoai]);
    expect(readPastedRows(lines(['TT', ...HEADINGS], ['7', ...CELLS])).rows).to.deep.equal([thoai]);
  });

  it('may have a title above the headings, as official lists do', () => {
    const text = lines(['DANH SÁCH ĐẠI BIỂU THAM DỰ'], ['(Kèm theo Công văn số    /UBND-NV)'], [''], HEADINGS, CELLS);
    expect(readPastedRows(text)).to.deep.include({ hasHeading: true, rows: [thoai] });
  });

  it('may have blank lines in between, also of empty cells and no-break spaces', () => {
    expect(readPastedRows(lines(HEADINGS, [], CELLS, ['', '', ''], ['\u00a0'], CELLS)).rows).to.deep.equal([
      thoai,
      thoai,
    ]);
  });

  it('may have cells with line breaks and tabs, which a spreadsheet puts in quotes: one line, as a form has it', () => {
    const text = `${HEADINGS.join('\t')}\nÔng\tBùi Nhựt Thoại\t"Phó Chủ tịch\nkiêm Trưởng Ban\tKinh tế"\t"Phòng ""Một cửa"""\tB2`;
    expect(readPastedRows(text).rows).to.deep.equal([
      row({
        honorific: 'Ông',
        fullName: 'Bùi Nhựt Thoại',
        position: 'Phó Chủ tịch kiêm Trưởng Ban Kinh tế',
        workplace: 'Phòng "Một cửa"',
        category: 'B2',
      }),
    ]);
  });

  it('may have a quote that somebody typed and never closed', () => {
    const text = lines(HEADINGS, ['Ông', '"Bùi Nhựt Thoại', 'Trưởng phòng']);
    expect(readPastedRows(text).rows).to.deep.equal([
      row({ honorific: 'Ông', fullName: '"Bùi Nhựt Thoại', position: 'Trưởng phòng' }),
    ]);
  });

  it('may come from a CSV file with semicolons', () => {
    const text = [HEADINGS, CELLS].map((line) => line.join(';')).join('\n');
    expect(readPastedRows(text)).to.deep.include({ hasHeading: true, rows: [thoai] });
  });

  it('keep a semicolon inside a cell when tabs part the cells', () => {
    expect(readPastedRows(lines(HEADINGS, ['Ông', 'A B', 'X; Y'])).rows[0]?.position).to.equal('X; Y');
  });

  it('lose the no-break spaces of a cell', () => {
    const [read] = readPastedRows(lines(HEADINGS, ['\u00a0Ông ', ' Bùi\u00a0Thoại\u00a0'])).rows;
    expect(read).to.include({ honorific: 'Ông', fullName: 'Bùi Thoại' });
  });

  it('join two columns of one meaning: họ đệm and tên under one merged heading', () => {
    const text = lines(['Họ tên', 'Họ tên', 'Chức vụ'], ['Bùi Nhựt', 'Thoại', 'Trưởng phòng']);
    expect(readPastedRows(text).rows[0]?.fullName).to.equal('Bùi Nhựt Thoại');
  });

  it('keep the given names below one heading merged over two columns, whatever stands around the delegates', () => {
    const text = lines(
      ['TT', 'Họ và tên', '', 'Chức vụ'],
      ['I', 'PHÒNG NỘI VỤ', '', ''],
      ['1', 'Bùi Nhựt', 'Thoại', 'Trưởng phòng'],
      ['', 'Tổng cộng: 1', '', ''],
      ['', 'NGƯỜI LẬP BIỂU', '', ''],
    );
    expect(readPastedRows(text).rows.map(({ fullName }) => fullName)).to.deep.equal(['Bùi Nhựt Thoại']);
  });

  it('may end in old line ends', () => {
    expect(readPastedRows(`${CELLS.join('\t')}\r${CELLS.join('\t')}\r`).rows).to.have.length(2);
  });

  it('may be a single name', () => {
    expect(readPastedRows('Ông').rows).to.deep.equal([row({ honorific: 'Ông' })]);
  });

  for (const text of ['', ' ', '\n\n', '\t\t\n\t']) {
    it(`are none in ${JSON.stringify(text)}`, () => {
      expect(readPastedRows(text)).to.deep.equal({ hasHeading: false, rows: [], skipped: [], unused: [] });
    });
  }

  it('read a block of 500 lines at once', () => {
    const text = lines(HEADINGS, ...Array.from({ length: 500 }, () => CELLS));
    expect(readPastedRows(text).rows).to.have.length(500);
  });
});

describe('lines of a pasted list that are no delegates', () => {
  const xuyen = ['Bà', 'Lý Ngọc Xuyến', 'Chuyên viên', 'Phòng Tư pháp', 'B4'];
  const around = (counter: (number: number) => string[], group: (text: string) => string[]) => [
    group('A. LÃNH ĐẠO'),
    [...counter(1), ...CELLS],
    group('II. CÁC PHÒNG CHUYÊN MÔN'),
    group('Phòng Tư pháp'),
    [...counter(2), ...xuyen],
    group('Tổng cộng: 2 đại biểu'),
    ['', '', '', '', 'Thới Lai, ngày 30 tháng 3 năm 2023'],
    ['', 'NGƯỜI LẬP BIỂU', '', '', 'TM. ỦY BAN NHÂN DÂN'],
    ['', '', 'Lý Văn Lập', '', 'Ngô Văn Ký'],
  ];
  const names = (text: string) => readPastedRows(text).rows.map(({ fullName }) => fullName);
  const people = ['Bùi Nhựt Thoại', 'Lý Ngọc Xuyến'];

  for (const [what, rows] of [
    [
      'with headings and a counter',
      [
        ['STT', ...HEADINGS],
        ...around(
          (number) => [String(number)],
          (text) => ['', text],
        ),
      ],
    ],
    [
      'with headings alone',
      [
        HEADINGS,
        ...around(
          () => [],
          (text) => [text],
        ),
      ],
    ],
    [
      'without headings, after a counter',
      around(
        (number) => [`${number}.`],
        (text) => [text],
      ),
    ],
    [
      'without either',
      around(
        () => [],
        (text) => [text],
      ),
    ],
  ] as const) {
    it(`are passed over ${what}, and told`, () => {
      const { rows: read, skipped } = readPastedRows(lines(...rows.map((cells) => [...cells])));
      expect(read.map(({ fullName }) => fullName)).to.deep.equal(people);
      expect(read[0]).to.deep.equal(thoai);
      expect(skipped.map(({ why }) => why)).to.deep.equal([
        ...['group', 'group', 'group', 'total', 'below', 'below', 'below'],
      ]);
      expect(skipped[1]?.text).to.equal('II. CÁC PHÒNG CHUYÊN MÔN');
    });
  }

  it('leave the numbers of the delegates to be counted through: no line knows a row of a file', () => {
    expect(readPastedRows(lines(HEADINGS, ['A. LÃNH ĐẠO'], CELLS)).rows[0]).not.to.have.property('source');
  });

  it('never are a delegate: control', () => {
    const delegates = [
      ['', 'Danh Út', 'Lãnh đạo đơn vị', 'Tổ Giúp việc', 'B2'],
      ['', 'Tống Công Lý', 'Kế toán trưởng'],
      ['Ông', 'Công Tằng Tôn Nữ Diệu Hiền'],
      ['', 'Trương Bảo', '', 'Phòng Nội vụ'],
      ['', 'Đoàn Thị Út', 'Người lập biểu'],
      ['', 'H’Hen Niê'],
      ['', '', 'Trưởng phòng', '', 'B2'],
    ];
    for (const head of [[HEADINGS], []]) {
      const { rows, skipped } = readPastedRows(lines(...head, ...delegates));
      expect(rows.map(({ fullName, position }) => `${fullName}|${position}`)).to.deep.equal(
        delegates.map(([, name = '', position = '']) => `${name}|${position}`),
      );
      expect(skipped).to.deep.equal([]);
    }
  });

  it('are not taken for one when the counter is missing before a single delegate', () => {
    expect(names(lines(['1', ...CELLS], ['', ...xuyen], ['3', ...CELLS]))).to.deep.equal([
      'Bùi Nhựt Thoại',
      'Lý Ngọc Xuyến',
      'Bùi Nhựt Thoại',
    ]);
  });
});

it('of two columns that mean the same both are kept when pasted: nobody would see one left out', () => {
  const text = lines(['Họ tên', 'Chức vụ', 'Chức danh'], ['Lê Bảo', 'Trưởng phòng', 'Chuyên viên chính']);
  expect(readPastedRows(text).rows).to.deep.equal([
    row({ fullName: 'Lê Bảo', position: 'Trưởng phòng Chuyên viên chính' }),
  ]);
});

describe('rows pasted out of a sheet in an old font', () => {
  /** As the clipboard has them: one character for each byte. */
  const copied = (name: string) =>
    new TextDecoder('windows-1252').decode(readFileSync(`test/fixtures/${name}.csv`)).replaceAll(';', '\t');

  for (const encoding of ['tcvn3', 'vni'] as const) {
    it(`${encoding}: become Unicode, headings and all, and it is told`, () => {
      const { rows, hasHeading, encoding: found } = readPastedRows(copied(encoding));
      expect([hasHeading, found]).to.deep.equal([true, encoding]);
      expect(rows).to.have.length(3);
      for (const { fullName, position, email } of rows) {
        expect(`${fullName} ${position}`)
          .to.match(/^[\p{L} ,-]+$/u)
          .and.not.match(/[\u00a1-\u00bf\u00d7\u00f7]/);
        expect(email).to.match(/^$|^[\w.]+@example\.gov\.vn$/);
      }
    });
  }

  it('leave a list in Unicode as it stands, in letters and marks apart too', () => {
    for (const text of [lines(HEADINGS, CELLS), lines(HEADINGS, CELLS).normalize('NFD'), 'Ngô Nhựt Khởi', '']) {
      expect(inUnicode(text)).to.deep.equal({ text });
    }
  });

  it('leave a foreign name alone: one word is no sheet', () => {
    expect(inUnicode('Björn\tTrưởng phòng')).to.deep.equal({ text: 'Björn\tTrưởng phòng' });
  });
});
