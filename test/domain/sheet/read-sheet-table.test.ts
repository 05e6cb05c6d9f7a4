import { expect } from 'chai';
import { emptyRow, type TypedRow } from '../../../server/domain/list/row.ts';
import { readSheetTable } from '../../../server/domain/sheet/read-sheet-table.ts';
import type { TableRow } from '../../../server/domain/sheet/table.ts';

/** A sheet as a person draws it; `from` is the number of its first row in the file. */
const sheet = (rows: readonly string[][], from = 1): TableRow[] =>
  rows.map((cells, index) => ({ row: from + index, cells }));

const HEADING = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị công tác', 'Điện thoại', 'Ghi chú'];
const thoai = ['1', 'Bùi Nhựt Thoại', 'Trưởng phòng', 'Phòng Nội vụ', '0900000011', ''];
const xuyen = ['2', 'Lý Ngọc Xuyến', 'Chuyên viên', 'Phòng Tư pháp', '0900000012', ''];
const delegate = (row: number, changes: Partial<TypedRow>) => ({ ...emptyRow(), ...changes, source: { row } });
const thoaiIn = (row: number) =>
  delegate(row, {
    fullName: 'Bùi Nhựt Thoại',
    position: 'Trưởng phòng',
    workplace: 'Phòng Nội vụ',
    phone: '0900000011',
  });

const names = (rows: readonly string[][]) => readSheetTable(sheet(rows)).rows.map(({ fullName }) => fullName);
const skipped = (rows: readonly string[][]) =>
  readSheetTable(sheet(rows)).skipped.map(({ row, why }) => `${row} ${why}`);

describe('a list of delegates in a sheet', () => {
  it('is read by its heading, each row with its number in the file', () => {
    const reading = readSheetTable(sheet([HEADING, thoai], 7));
    expect(reading.headingRow).to.equal(7);
    expect(reading.rows).to.deep.equal([thoaiIn(8)]);
    expect(reading.skipped).to.deep.equal([]);
    expect(reading.missing).to.deep.equal(['category']);
  });

  it('says which column is read as what, so that a page can show and correct it', () => {
    const { columns } = readSheetTable(
      sheet([
        ['TT', 'HỌ TÊN', 'Năm sinh', 'Chức danh'],
        ['1', 'Lê Bảo', '1970', 'Chuyên viên'],
      ]),
    );
    expect(columns).to.deep.equal([
      { index: 0, letter: 'A', heading: 'TT', use: 'counter', sample: '1' },
      { index: 1, letter: 'B', heading: 'HỌ TÊN', use: 'fullName', sample: 'Lê Bảo' },
      { index: 2, letter: 'C', heading: 'Năm sinh', use: 'unknown', sample: '1970' },
      { index: 3, letter: 'D', heading: 'Chức danh', use: 'position', sample: 'Chuyên viên' },
    ]);
  });

  it('is read again with the columns somebody corrected; those not named are left out', () => {
    const table = sheet([HEADING, thoai]);
    const { rows, columns } = readSheetTable(
      table,
      new Map([
        [1, 'fullName'],
        [3, 'position'],
        [4, 'note'],
      ] as const),
    );
    expect(rows).to.deep.equal([
      delegate(2, { fullName: 'Bùi Nhựt Thoại', position: 'Phòng Nội vụ', note: '0900000011' }),
    ]);
    expect(columns.map(({ use }) => use)).to.deep.equal([
      'counter',
      'fullName',
      'ignored',
      'position',
      'note',
      'ignored',
    ]);
  });

  it('without a heading is read in the order of the template', () => {
    const cells = [
      'Ông',
      'Bùi Nhựt Thoại',
      'Trưởng phòng',
      'Phòng Nội vụ',
      'B2',
      '0900000011',
      'thoai@example.gov.vn',
      '',
    ];
    for (const table of [
      sheet([cells]),
      sheet([
        ['1', ...cells],
        ['2', ...cells],
      ]),
    ]) {
      const { headingRow, rows, missing } = readSheetTable(table);
      expect(headingRow).to.equal(undefined);
      expect(rows[0]).to.include({ honorific: 'Ông', fullName: 'Bùi Nhựt Thoại', category: 'B2', phone: '0900000011' });
      expect(missing).to.deep.equal([]);
    }
  });

  it('is a guess without a heading, unless people stand where the template has them', () => {
    const isGuess = (...rows: string[][]) => readSheetTable(sheet(rows)).isGuess;
    expect(isGuess(['', 'Bùi Nhựt Thoại', 'Trưởng phòng'])).to.equal(false);
    expect(isGuess(['1', 'Ông', 'Bùi Nhựt Thoại', 'Trưởng phòng'])).to.equal(false);
    expect(isGuess(['DANH SÁCH'], ['Ai', 'Làm gì'])).to.equal(true);
    expect(isGuess(['1', 'Bùi Nhựt Thoại', 'Nam', 'Trưởng phòng']), 'another order').to.equal(true);
    expect(isGuess(HEADING, thoai)).to.equal(false);
  });

  it('with the columns said by somebody begins below its heading, however far down that is', () => {
    const titles = Array.from({ length: 15 }, (_, at) => [`Giới thiệu ${at}`]);
    const rows = [...titles, HEADING, thoai];
    expect(readSheetTable(sheet(rows)).isGuess).to.equal(true);
    const { rows: people } = readSheetTable(sheet(rows), new Map([[1, 'fullName']]));
    expect(people.map(({ fullName }) => fullName)).to.deep.equal(['Bùi Nhựt Thoại']);
  });

  it('has no rows when the sheet has none', () => {
    for (const table of [[], sheet([['']]), sheet([['\u00a0', ' ']]), sheet([HEADING])]) {
      expect(readSheetTable(table).rows).to.deep.equal([]);
    }
  });
});

describe('the heading of a list', () => {
  const titles = [
    ['ỦY BAN NHÂN DÂN', '', '', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['HUYỆN THỚI LAI', '', '', 'Độc lập - Tự do - Hạnh phúc'],
    [],
    ['DANH SÁCH ĐẠI BIỂU THAM DỰ TỌA ĐÀM'],
    ['(Kèm theo Công văn số    /UBND-NV ngày    tháng 3 năm 2023)'],
  ];

  it('may stand below the titles of an official paper, which are listed as passed over', () => {
    const rows = [...titles, HEADING, thoai];
    expect(readSheetTable(sheet(rows)).rows).to.deep.equal([thoaiIn(7)]);
    expect(skipped(rows)).to.deep.equal(['1 above', '2 above', '4 above', '5 above']);
  });

  it('is found in the first 15 rows that hold anything, and not below', () => {
    const filler = (count: number) => Array.from({ length: count }, () => ['dòng tiêu đề']);
    expect(readSheetTable(sheet([...filler(14), HEADING, thoai])).headingRow).to.equal(15);
    expect(readSheetTable(sheet([...filler(15), HEADING, thoai])).headingRow).to.equal(undefined);
  });

  it('is the row with the most known words, not a line "Đơn vị: … Điện thoại: …" above it', () => {
    const rows = [['Đơn vị:', 'UBND huyện Thới Lai', 'Điện thoại:', '0292 3600 011'], HEADING, thoai];
    expect(readSheetTable(sheet(rows)).headingRow).to.equal(2);
  });

  for (const [what, heading] of [
    ['capitals', ['STT', 'HỌ VÀ TÊN', 'CHỨC VỤ']],
    ['line breaks and no-break spaces', ['Số\nTT', 'Họ và\ntên', 'Chức\u00a0vụ']],
    ['asterisks, colons and notes in brackets', ['STT', 'Họ và tên (*)', 'Chức vụ (ghi rõ):']],
    ['no marks', ['stt', 'ho va ten', 'chuc vu']],
    ['letters with their tone apart', ['STT', 'Họ và tên'.normalize('NFD'), 'Chức vụ'.normalize('NFD')]],
    ['TCVN3', ['STT', 'Hä vµ tªn', 'Chøc vô']],
    ['VNI', ['STT', 'Hoï vaø teân', 'Chöùc vuï']],
    ['English', ['No.', 'Full name', 'Position']],
    ['"&" and a semicolon', ['STT', 'Họ & tên', 'Chức vụ; đơn vị công tác']],
    ['a long dash', ['STT', 'Họ và tên', 'Chức vụ – Đơn vị']],
  ] as const) {
    it(`may be written with ${what}`, () => {
      const { headingRow, columns } = readSheetTable(sheet([[...heading], ['1', 'Lê Bảo', 'Chuyên viên']]));
      expect(headingRow).to.equal(1);
      expect(columns.map(({ use }) => use)).to.deep.equal(['counter', 'fullName', 'position']);
    });
  }

  it('may say more than the list of known headings does', () => {
    const heading = ['STT', 'Họ và tên đại biểu dự tọa đàm', 'Chức vụ chính quyền', 'Số điện thoại cơ quan', 'Email'];
    const { columns } = readSheetTable(sheet([heading, ['1', 'Lê Bảo', 'Chuyên viên', '0900000011', '']]));
    expect(columns.map(({ use }) => use)).to.deep.equal(['counter', 'fullName', 'position', 'phone', 'email']);
  });

  it('of two columns for one field takes the one it knows, and reports the other', () => {
    const heading = ['Họ tên', 'Chức vụ', 'Điện thoại cơ quan', 'Di động'];
    const { columns } = readSheetTable(sheet([heading, ['Lê Bảo', 'Chuyên viên', '02923600011', '0900000011']]));
    expect(columns.map(({ use }) => use)).to.deep.equal(['fullName', 'position', 'unknown', 'phone']);
  });

  it('may span two rows', () => {
    const rows = [
      ['STT', 'Họ và tên', '', 'Chức vụ', 'Liên hệ', ''],
      ['', 'Họ đệm', 'Tên', '', 'Điện thoại', 'Email'],
      ['1', 'Bùi Nhựt', 'Thoại', 'Trưởng phòng', '0900000011', 'thoai@example.gov.vn'],
    ];
    const reading = readSheetTable(sheet(rows));
    expect(reading.columns.map(({ use }) => use)).to.deep.equal([
      'counter',
      'fullName',
      'fullName',
      'position',
      'phone',
      'email',
    ]);
    expect(reading.rows).to.deep.equal([
      delegate(3, {
        fullName: 'Bùi Nhựt Thoại',
        position: 'Trưởng phòng',
        phone: '0900000011',
        email: 'thoai@example.gov.vn',
      }),
    ]);
  });

  it('may have the numbers (1) (2) (3) below it', () => {
    for (const numbers of [
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ['A', 'B', 'C', '1', '2', '3'],
    ]) {
      expect(names([HEADING, numbers, thoai])).to.deep.equal(['Bùi Nhựt Thoại']);
      expect(skipped([HEADING, numbers, thoai])).to.deep.equal(['2 numbering']);
    }
  });

  it('may come again on the next page', () => {
    expect(names([HEADING, thoai, HEADING, xuyen])).to.deep.equal(['Bùi Nhựt Thoại', 'Lý Ngọc Xuyến']);
    expect(skipped([HEADING, thoai, HEADING, xuyen])).to.deep.equal(['3 heading']);
  });
});

describe('the name', () => {
  for (const [what, heading] of [
    ['Họ đệm | Tên', ['Họ đệm', 'Tên', 'Chức vụ']],
    ['Họ và chữ lót | Tên', ['Họ và chữ lót', 'Tên', 'Chức vụ']],
    ['one heading over two columns, the second blank', ['Họ và tên', '', 'Chức vụ']],
    ['one heading repeated over two columns', ['Họ và tên', 'Họ và tên', 'Chức vụ']],
  ] as const) {
    it(`is put together from ${what}`, () => {
      const rows = [[...heading], ['Bùi Nhựt', 'Thoại', 'Trưởng phòng'], ['Lý Ngọc', 'Xuyến', 'Chuyên viên']];
      expect(names(rows)).to.deep.equal(['Bùi Nhựt Thoại', 'Lý Ngọc Xuyến']);
    });
  }

  it('comes once from a merged cell that a program copied into both columns', () => {
    expect(
      names([
        ['Họ tên', 'Họ tên', 'Chức vụ'],
        ['Lê Bảo', 'Lê Bảo', 'Chuyên viên'],
      ]),
    ).to.deep.equal(['Lê Bảo']);
  });

  it('does not swallow a blank column beside it', () => {
    expect(
      names([
        ['Họ tên', '', 'Chức vụ'],
        ['Lê Bảo', '', 'Chuyên viên'],
      ]),
    ).to.deep.equal(['Lê Bảo']);
    expect(
      names([
        ['Họ tên', '', 'Chức vụ'],
        ['Lê Bảo', '1970', 'Chuyên viên'],
      ]),
    ).to.deep.equal(['Lê Bảo']);
  });

  describe('merged over two columns in an official list', () => {
    const head = ['STT', 'Họ và tên', '', 'Giới tính', 'Chức vụ'];
    const short = [
      head,
      ['(1)', '(2)', '(3)', '(4)', '(5)'],
      ['I', 'LÃNH ĐẠO UBND HUYỆN'],
      ['1', 'Quách Vĩnh', 'Phước', 'Nam', 'Chủ tịch'],
      ['II', 'CÁC PHÒNG CHUYÊN MÔN'],
      ['2', 'Bùi Nhựt', 'Thoại', 'Nam', 'Trưởng phòng'],
      ['3', 'Châu', 'Út', 'Nữ', 'Trưởng phòng'],
      ['', 'Tổng cộng: 3 đại biểu'],
      ['', '', '', '', 'Thới Lai, ngày 20 tháng 3 năm 2023'],
      ['', 'NGƯỜI LẬP BIỂU', '', '', 'TRƯỞNG PHÒNG'],
      ['', '(Ký, ghi rõ họ tên)'],
      ['', 'Lý Ngọc Xuyến', '', '', 'Lâm Văn Khởi'],
    ];

    it('keeps the given names, however many rows stand around a few delegates', () => {
      expect(names(short)).to.deep.equal(['Quách Vĩnh Phước', 'Bùi Nhựt Thoại', 'Châu Út']);
      expect(readSheetTable(sheet(short)).unused).to.deep.equal([]);
    });

    it('takes no column of Nam and Nữ for given names, and says that it is not used', () => {
      const { rows, unused } = readSheetTable(
        sheet([
          ['Họ và tên', '', 'Chức vụ'],
          ['Lê Bảo', 'Nam', 'Chuyên viên'],
          ['Lý Ngọc Xuyến', 'Nữ', 'Chuyên viên'],
        ]),
      );
      expect(rows.map(({ fullName }) => fullName)).to.deep.equal(['Lê Bảo', 'Lý Ngọc Xuyến']);
      expect(unused).to.deep.equal([{ index: 1, letter: 'B', heading: '', sample: 'Nam', isBesideName: true }]);
    });

    it('with a given name Nam among others, or with the sex in a column of its own, keeps it', () => {
      const rows = [
        ['Họ và tên', '', 'Chức vụ'],
        ['Lê Hoài', 'Nam', 'Chuyên viên'],
        ['Lý Ngọc', 'Xuyến', 'Chuyên viên'],
      ];
      expect(names(rows)).to.deep.equal(['Lê Hoài Nam', 'Lý Ngọc Xuyến']);
      expect(names([head, ['1', 'Lê Hoài', 'Nam', 'Nam', 'Chuyên viên']])).to.deep.equal(['Lê Hoài Nam']);
    });
  });

  it('loses the line breaks and no-break spaces inside its cell', () => {
    expect(names([HEADING, ['1', ' Bùi\nNhựt\u00a0Thoại\u00a0', 'Trưởng phòng']])).to.deep.equal(['Bùi Nhựt Thoại']);
  });
});

describe('columns "Nam" and "Nữ"', () => {
  const marked = (rows: readonly (readonly string[])[], heads: readonly (readonly string[])[]) => {
    const { rows: read, columns } = readSheetTable(sheet([...heads, ...rows].map((cells) => [...cells])));
    return {
      people: read.map(({ honorific, fullName }) => `${honorific} ${fullName}`.trim()),
      uses: columns.map(({ use }) => use),
    };
  };
  const ONE_ROW = [['STT', 'Họ và tên', 'Nam', 'Nữ', 'Chức vụ']];
  const TWO_ROWS = [
    ['STT', 'Họ và tên', 'Giới tính', '', 'Chức vụ'],
    ['', '', 'Nam', 'Nữ', ''],
  ];
  const COPIED = [
    ['STT', 'Họ và tên', 'Giới tính', 'Giới tính', 'Chức vụ'],
    ['STT', 'Họ và tên', 'Nam', 'Nữ', 'Chức vụ'],
  ];
  const BIRTH = [
    ['STT', 'Họ và tên', 'Năm sinh', '', 'Chức vụ'],
    ['', '', 'NAM', 'NỮ', ''],
  ];
  const TCVN3 = [['STT', 'Hä vµ tªn', 'Nam', 'N÷', 'Chøc vô']];

  for (const [what, heads, man, woman] of [
    ['on their own', ONE_ROW, 'x', 'x'],
    ['below "Giới tính"', TWO_ROWS, 'X', '✓'],
    ['below "Giới tính" that a program copied', COPIED, '1', '1'],
    ['below "Năm sinh", with the year', BIRTH, '1970', '02/9/1975'],
    ['in TCVN3', TCVN3, 'x', 'x'],
  ] as const) {
    it(`${what}: the mark says Ông or Bà`, () => {
      const rows = [
        ['1', 'Danh Út', man, '', 'Trưởng phòng'],
        ['2', 'Lý Ngọc Xuyến', '', woman, 'Chuyên viên'],
        ['3', 'Lê Bảo', '', '', 'Chuyên viên'],
      ];
      const { people, uses } = marked(rows, heads);
      expect(people).to.deep.equal(['Ông Danh Út', 'Bà Lý Ngọc Xuyến', 'Lê Bảo']);
      expect(uses).to.deep.equal(['counter', 'fullName', 'honorific', 'honorific', 'position']);
    });
  }

  it('with both marked say nothing that could be taken for one of them', () => {
    const rows = [
      ['1', 'Danh Út', 'x', '', 'Trưởng phòng'],
      ['2', 'Lý Ngọc Xuyến', '', 'x', 'Chuyên viên'],
      ['3', 'Lê Bảo', 'x', 'x', 'Chuyên viên'],
    ];
    expect(marked(rows, ONE_ROW).people[2]).to.equal('Ông Bà Lê Bảo');
  });

  for (const [what, heads, cells] of [
    ['hold something else', ONE_ROW, ['5', '7']],
    ['are both filled', ONE_ROW, ['x', 'x']],
    ['are blank', ONE_ROW, ['', '']],
    ['are one alone', [['STT', 'Họ và tên', 'Nam', 'Tuổi', 'Chức vụ']], ['x', '50']],
    ['stand beside a column that says it', [['Ông/Bà', 'Họ và tên', 'Nam', 'Nữ', 'Chức vụ']], ['x', '']],
  ] as const) {
    it(`stay unknown when they ${what}`, () => {
      const { uses } = marked([['', 'Danh Út', ...cells, 'Trưởng phòng']], heads);
      expect(uses[2]).to.be.oneOf(['unknown', undefined]);
    });
  }

  it('do not make a person of a group that has its head counts in them, nor a group of a person', () => {
    const rows = [
      ['I', 'Phòng Nội vụ', '1', '2', ''],
      ['1', 'Danh Út', 'x', '', 'Trưởng phòng'],
      ['2', 'Sở Thị Nở', '', 'x', ''],
      ['', 'Tổng cộng', '1', '1', ''],
    ];
    expect(marked(rows, ONE_ROW).people).to.deep.equal(['Ông Danh Út', 'Bà Sở Thị Nở']);
  });

  it('are names too: Nam and Nữ in a column "Tên" are nobody’s heading', () => {
    const rows = [
      ['Họ đệm', 'Tên', 'Giới tính', 'Chức vụ'],
      ['Trần Văn', 'Nam', 'Nam', 'Trưởng phòng'],
      ['Lê Thị', 'Nữ', 'Nữ', 'Chuyên viên'],
    ];
    expect(marked(rows.slice(1), rows.slice(0, 1)).people).to.deep.equal(['Nam Trần Văn Nam', 'Nữ Lê Thị Nữ']);
  });

  it('that somebody gives another meaning are read as they stand', () => {
    const table = sheet([...ONE_ROW.map((cells) => [...cells]), ['1', 'Danh Út', 'x', '', 'Trưởng phòng']]);
    const given = new Map([
      [1, 'fullName'],
      [2, 'note'],
      [4, 'position'],
    ] as const);
    expect(readSheetTable(table, given).rows[0]).to.include({ honorific: '', note: 'x' });
  });
});

it('a delegate called like a heading stays a delegate: Hồ, Lợi, Nở, Phái, Mã', () => {
  const rows = [
    ['Họ', 'Chữ lót', 'Tên', 'Chức vụ'],
    ['Hồ', '', 'Lợi', 'Trưởng phòng'],
    ['Mã', '', 'Nở', 'Chuyên viên'],
    ['Hộ', '', 'Phái', 'Chuyên viên'],
  ];
  expect(names(rows)).to.deep.equal(['Hồ Lợi', 'Mã Nở', 'Hộ Phái']);
  expect(skipped(rows)).to.deep.equal([]);
});

describe('rows that are nobody', () => {
  for (const [what, group] of [
    ['a group with a Roman number', ['II. HUYỆN THỚI LAI']],
    ['one with the number in its own column', ['II', 'HUYỆN THỚI LAI']],
    ['one with its head count', ['II', 'HUYỆN THỚI LAI', '', '', '', '15 đại biểu']],
    ['one with a letter', ['A. ĐẠI BIỂU CẤP THÀNH PHỐ']],
    ['one with an Arabic number', ['2. Huyện Thới Lai']],
    ['one with an Arabic number in its own column', ['2', 'Huyện Thới Lai']],
    ['one without a number', ['', 'UBND HUYỆN THỚI LAI']],
    ['a merged cell that a program copied across', Array.from({ length: 6 }, () => 'Các đơn vị'.replace('Các đ', 'Đ'))],
    ['"Uỷ ban" in the other spelling', ['', 'Uỷ ban nhân dân huyện']],
    ['text in the column of numbers', ['Những người đi cùng']],
  ] as const) {
    it(`are passed over and listed: ${what}`, () => {
      expect(names([HEADING, [...group], thoai])).to.deep.equal(['Bùi Nhựt Thoại']);
      expect(skipped([HEADING, [...group], thoai])).to.deep.equal(['2 group']);
    });
  }

  it('leave no trace when they are blank, also of a prepared number', () => {
    const rows = [HEADING, [], thoai, ['', '\u00a0', ''], ['2', '', ''], ['3.'], xuyen];
    expect(names(rows)).to.deep.equal(['Bùi Nhựt Thoại', 'Lý Ngọc Xuyến']);
    expect(skipped(rows)).to.deep.equal([]);
  });

  it('are listed when they have text only in columns nobody reads', () => {
    expect(
      skipped([
        ['Họ tên', 'Chức vụ', 'Năm sinh'],
        ['', '', 'khoảng 1970'],
      ]),
    ).to.deep.equal(['2 other']);
  });

  it('are not people whose names are short of everything else: those are left for the clerk', () => {
    for (const name of [
      'Đoàn Thị Út',
      'Danh Sơn',
      'Trương Bảo',
      'Tống Công Lý',
      'Công Tằng Tôn Nữ Diệu Hiền',
      'LÊ BẢO',
    ]) {
      expect(names([HEADING, ['1', name]]), name).to.deep.equal([name]);
      expect(names([HEADING, ['', name]]), name).to.deep.equal([name]);
    }
  });

  it('do not take a delegate with a position for a group', () => {
    expect(names([HEADING, ['II', 'Huyện Văn Lai', 'Trưởng phòng']])).to.deep.equal(['Huyện Văn Lai']);
  });
});

describe('the end of a list', () => {
  const ending = [
    ['', '', '', '', 'Thới Lai, ngày 30 tháng 3 năm 2023'],
    ['', 'NGƯỜI LẬP BIỂU', '', '', 'CHỦ TỊCH'],
    [],
    ['', 'Lý Văn Lập', 'Chuyên viên', '', 'Ngô Văn Ký'],
  ];

  for (const [what, row] of [
    ['a total', ['', 'Tổng cộng', '15']],
    ['a total in the first column', ['Tổng cộng: 15 đại biểu']],
    ['"Tổng số"', ['Tổng số: 15 đại biểu (Mười lăm đại biểu).']],
    ['"Cộng:"', ['', 'Cộng:', '15']],
    ['a sentence', ['Danh sách này có 15 người./.']],
    ['the place and date', ['', '', '', 'Cần Thơ, ngày … tháng … năm 2023']],
    ['who made it', ['', 'Người lập biểu', '', 'Thủ trưởng đơn vị']],
    ['in capitals', ['NGƯỜI LẬP DANH SÁCH', '', 'XÁC NHẬN CỦA ĐƠN VỊ']],
    ['"TM. UBND HUYỆN"', ['', '', '', 'TM. ỦY BAN NHÂN DÂN']],
    ['"Nơi nhận"', ['Nơi nhận:']],
    ['"(Ký, họ tên)"', ['', '(Ký, họ tên)']],
  ] as const) {
    it(`is ${what}, and nothing below it is read`, () => {
      const rows = [HEADING, thoai, [...row], ...ending];
      expect(names(rows)).to.deep.equal(['Bùi Nhựt Thoại']);
      expect(readSheetTable(sheet(rows)).skipped.map(({ row: number }) => number)).to.deep.equal([3, 4, 5, 7]);
    });
  }

  it('lists what it cuts, the signer’s name among it', () => {
    expect(readSheetTable(sheet([HEADING, thoai, ...ending])).skipped).to.deep.equal([
      { row: 3, why: 'signatures', text: 'Thới Lai, ngày 30 tháng 3 năm 2023' },
      { row: 4, why: 'below', text: 'NGƯỜI LẬP BIỂU · CHỦ TỊCH' },
      { row: 6, why: 'below', text: 'Lý Văn Lập · Chuyên viên · Ngô Văn Ký' },
    ]);
  });

  it('is not a total that only closes a group', () => {
    const rows = [
      HEADING,
      ['I', 'HUYỆN A'],
      thoai,
      ['', 'Cộng: 1'],
      ['II', 'HUYỆN B'],
      xuyen,
      ['', 'Tổng cộng: 2'],
      ...ending,
    ];
    expect(names(rows)).to.deep.equal(['Bùi Nhựt Thoại', 'Lý Ngọc Xuyến']);
    expect(skipped(rows)).to.include.members(['4 total', '7 total']);
  });

  it('is not a group that is called like a signature, when numbered delegates follow it', () => {
    const rows = [
      HEADING,
      ['Lãnh đạo đơn vị'],
      thoai,
      ['Người lập biểu'],
      xuyen,
      ['', 'Người lập biểu'],
      ['', 'Lý Văn Lập', 'x'],
    ];
    expect(names(rows)).to.deep.equal(['Bùi Nhựt Thoại', 'Lý Ngọc Xuyến']);
  });

  for (const position of ['Kế toán trưởng', 'Thủ trưởng đơn vị', 'Người lập biểu', 'Lãnh đạo đơn vị']) {
    it(`is not a delegate who is ${position}`, () => {
      const rows = [HEADING, ['1', 'Lê Bảo', position], xuyen];
      expect(names(rows)).to.deep.equal(['Lê Bảo', 'Lý Ngọc Xuyến']);
    });
  }
});

describe('a column that nobody understood', () => {
  it('is named when delegates have something in it', () => {
    const { unused } = readSheetTable(
      sheet([
        ['Họ và tên', 'Chức vụ', 'Dân tộc', 'Đảng viên', ''],
        ['Lê Bảo', 'Chuyên viên', 'Kinh', '', ''],
        ['Tổng cộng: 1', '', '', '', 'một'],
      ]),
    );
    expect(unused).to.deep.equal([{ index: 2, letter: 'C', heading: 'Dân tộc', sample: 'Kinh', isBesideName: false }]);
  });

  it('is named too where there is no heading: what stands beyond the columns of the template', () => {
    const cells = ['Ông', 'Lê Bảo', 'Chuyên viên', 'Phòng Y tế', 'B2', '', '', '', 'ăn chay'];
    expect(readSheetTable(sheet([cells])).unused.map(({ letter }) => letter)).to.deep.equal(['I']);
  });

  it('is named no more once somebody has said what the columns are', () => {
    const table = sheet([
      ['Họ và tên', 'Chức vụ', 'Dân tộc'],
      ['Lê Bảo', 'Chuyên viên', 'Kinh'],
    ]);
    expect(readSheetTable(table, new Map([[0, 'fullName']])).unused).to.deep.equal([]);
  });
});

it('the sample of a column is what the first delegate has in it, not the number below the heading', () => {
  const { columns } = readSheetTable(
    sheet([['STT', 'Họ và tên', 'Chức vụ'], ['(1)', '(2)', '(3)'], ['I', 'HUYỆN THỚI LAI'], thoai.slice(0, 3)]),
  );
  expect(columns.map(({ sample }) => sample)).to.deep.equal(['1', 'Bùi Nhựt Thoại', 'Trưởng phòng']);
});
