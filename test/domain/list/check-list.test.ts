import { expect } from 'chai';
import type { Category } from '../../../server/domain/category.ts';
import { type CheckedLine, checkList } from '../../../server/domain/list/check-list.ts';
import type { Known, Left, ListRules } from '../../../server/domain/list/rules.ts';
import type { ProblemCode } from '../../../server/domain/list/problem.ts';
import type { RowField, TypedRow } from '../../../server/domain/list/row.ts';
import { detailsKey } from '../../../server/domain/list/duplicates.ts';
import { emptyRow } from '../../../server/domain/sheet/pasted-rows.ts';
import { fold } from '../../../server/domain/vietnamese/fold.ts';
import { inventedRows } from '../../support/cast.ts';

const category = (code: string, name: string, level: Category['level'], hostOnly = false): Category => ({
  id: `id-${code}`,
  code,
  name,
  level,
  hostOnly,
  rank: 10,
});

const categories = [
  category('A1', 'Thành viên Hội đồng thẩm định', 'city'),
  category('B1', 'Chủ tịch UBND quận, huyện', 'district'),
  category('B2', 'Trưởng phòng chuyên môn', 'district'),
  category('B3', 'Chánh Văn phòng Hội đồng nhân dân và UBND', 'district'),
  category('B4', 'Công chức trực tiếp tham mưu', 'district'),
  category('B5', 'Hội đồng xác định Chỉ số CCHC cấp huyện', 'district', true),
  category('B6', 'Chủ tịch UBND xã, phường, thị trấn', 'commune', true),
  category('B7', 'Công chức Văn phòng - Thống kê', 'commune', true),
];

const rules: ListRules = { categories, isHost: false, mayOverride: false, level: 'district', known: [] };

const row = (changes: Partial<TypedRow> = {}): TypedRow => ({
  ...emptyRow(),
  honorific: 'Ông',
  fullName: 'Bùi Nhựt Thoại',
  position: 'Trưởng phòng Nội vụ',
  workplace: 'Phòng Nội vụ',
  category: 'B2',
  phone: '0900 000 011',
  email: 'thoai@example.gov.vn',
  ...changes,
});

function check(changes: Partial<TypedRow>, given: Partial<ListRules> = {}): CheckedLine {
  const [line] = checkList([row(changes)], { ...rules, ...given });
  if (!line) throw new Error('One row gives one line.');
  return line;
}

const codes = (line: CheckedLine | undefined) => line?.problems.map(({ field, code }) => `${field}: ${code}`);

describe('a line of a delegate list', () => {
  it('in good order becomes a draft', () => {
    expect(check({ note: ' ngồi hàng đầu ' })).to.deep.equal({
      line: 1,
      typed: row({ note: ' ngồi hàng đầu ' }),
      problems: [],
      verdict: 'ready',
      draft: {
        honorific: 'Ông',
        fullName: 'Bùi Nhựt Thoại',
        nameFolded: 'bui nhut thoai',
        position: 'Trưởng phòng Nội vụ',
        workplace: 'Phòng Nội vụ',
        categoryIds: ['id-B2'],
        phone: '0900000011',
        email: 'thoai@example.gov.vn',
        note: 'ngồi hàng đầu',
      },
    });
  });

  describe('what keeps it from being saved', () => {
    const long = (length: number) => 'ă'.repeat(length);
    const errors: [what: string, changes: Partial<TypedRow>, field: RowField, code: ProblemCode][] = [
      ['no name', { fullName: ' \u00a0' }, 'fullName', 'name_missing'],
      ['Ông and no name after it', { fullName: 'Ông ' }, 'fullName', 'name_missing'],
      ['a title and no name after it', { fullName: 'ThS.' }, 'fullName', 'name_missing'],
      ['digits in the name', { fullName: 'Bùi Thoại 2' }, 'fullName', 'name_not_a_name'],
      ['an e-mail in the name', { fullName: 'thoai@example.gov.vn' }, 'fullName', 'name_not_a_name'],
      ['a formula in the name', { fullName: '=HYPERLINK("http://x")' }, 'fullName', 'name_not_a_name'],
      ['markup in the name', { fullName: '<b>Thoại</b>' }, 'fullName', 'name_not_a_name'],
      ['signs only', { fullName: '---' }, 'fullName', 'name_not_a_name'],
      ['a name of 81 letters', { fullName: long(81) }, 'fullName', 'name_too_long'],
      ['letters lost to question marks', { fullName: 'Nguy?n V?n An' }, 'fullName', 'name_damaged'],
      ['letters no decoder knew', { fullName: 'Nguy\ufffdn An' }, 'fullName', 'name_damaged'],
      ['letters read in the wrong encoding', { fullName: 'Nguyá»…n VÄƒn An' }, 'fullName', 'name_damaged'],
      ['one of them, before what looks like a blank', { fullName: 'HoÃ\u00a0 An' }, 'fullName', 'name_damaged'],
      ['a control character', { fullName: 'Lê\u0007 An' }, 'fullName', 'name_hidden'],
      ['a mark that turns the reading round', { fullName: 'Lê \u202enA' }, 'fullName', 'name_hidden'],
      ['a blank without width inside a word', { fullName: 'Nguyễ\u200bn An' }, 'fullName', 'name_hidden'],
      ['the same in a name that is meant so', { fullName: 'Nguy?n An', keepsName: true }, 'fullName', 'name_damaged'],
      ['a word that is neither Ông nor Bà', { honorific: 'Kính' }, 'honorific', 'honorific_unknown'],
      ['no position', { position: '' }, 'position', 'position_missing'],
      ['a position of 201 letters', { position: long(201) }, 'position', 'text_too_long'],
      ['a note of 501 letters', { note: long(501) }, 'note', 'text_too_long'],
      ['a name of a book, and nothing else of it', { fullName: '1'.repeat(4000) }, 'fullName', 'name_too_long'],
      ['an address too long to be looked at', { email: `${'x'.repeat(4000)};` }, 'email', 'text_too_long'],
      ['a category too long to be cut', { category: 'x,'.repeat(2000) }, 'category', 'text_too_long'],
      ['more categories than anybody holds', { category: 'x,'.repeat(60) }, 'category', 'category_too_many'],
      ['no category', { category: ' ' }, 'category', 'category_missing'],
      ['separators only', { category: ', ;' }, 'category', 'category_missing'],
      ['a category of no event', { category: 'Z9' }, 'category', 'category_unknown'],
      ['one unknown category among good ones', { category: 'B2, Z9' }, 'category', 'category_unknown'],
      ["the city's category", { category: 'A1' }, 'category', 'category_not_of_unit'],
      ['an address without @', { email: 'thoai.example.gov.vn' }, 'email', 'email_invalid'],
      ['an address and something else', { email: 'a@example.gov.vn; b' }, 'email', 'email_invalid'],
      ['an address with a line break', { email: 'a@example.gov.vn\nBcc: b@example.gov.vn' }, 'email', 'email_invalid'],
      ['an address without a dot', { email: 'a@localhost' }, 'email', 'email_invalid'],
    ];
    for (const [what, changes, field, code] of errors) {
      it(`${what}: ${code}`, () => {
        const line = check(changes);
        expect(line.verdict).to.equal('problem');
        expect(line.draft).to.equal(undefined);
        expect(
          line.problems.filter(({ severity }) => severity === 'error').map((p) => [p.field, p.code]),
        ).to.deep.equal([[field, code]]);
      });
    }

    it('and a line hears of every fault at once', () => {
      const line = check({ fullName: '', position: '', category: '', email: 'x', honorific: 'x' });
      expect(codes(line)).to.have.members([
        'fullName: name_missing',
        'honorific: honorific_unknown',
        'position: position_missing',
        'category: category_missing',
        'email: email_invalid',
      ]);
    });
  });

  describe('what only asks somebody to look', () => {
    const warnings: [what: string, changes: Partial<TypedRow>, codes: string[], saved: Record<string, unknown>][] = [
      [
        'capitals are put right',
        { fullName: 'BÙI NHỰT THOẠI' },
        ['fullName: name_capitals'],
        { fullName: 'Bùi Nhựt Thoại' },
      ],
      [
        'small letters are put right, and it is said',
        { fullName: 'bùi nhựt thoại' },
        ['fullName: name_small_letters'],
        { fullName: 'Bùi Nhựt Thoại' },
      ],
      ...(['NguyÔn V¨n An', 'Ph¹m Quèc Ph­¬ng', 'Nguyeãn Vaên An', 'NGUYEÃN VAÊN AN'] as const).map(
        (fullName): [string, Partial<TypedRow>, string[], Record<string, unknown>] => [
          `a name in an old encoding stays as it is until somebody looks: ${fullName}`,
          { fullName },
          ['fullName: name_old_letters'],
          { fullName },
        ],
      ),
      [
        'two people in one cell',
        { fullName: 'Nguyễn Văn A, Trần Văn B' },
        ['fullName: name_two'],
        { fullName: 'Nguyễn Văn A, Trần Văn B' },
      ],
      ['a post behind a dash', { fullName: 'Lê Hoa - PCT' }, ['fullName: name_two'], { fullName: 'Lê Hoa - PCT' }],
      [
        'something in brackets',
        { fullName: 'Nguyễn Văn A (Phó CT)' },
        ['fullName: name_brackets'],
        { fullName: 'Nguyễn Văn A (Phó CT)' },
      ],
      [
        'nothing of a name that is meant as it stands',
        { fullName: 'nguyễn văn a (em)', keepsName: true },
        [],
        { fullName: 'nguyễn văn a (em)' },
      ],
      ['a blank without width at the end', { fullName: 'Lê An\u200b' }, [], { fullName: 'Lê An' }],
      ['no e-mail: a card is printed', { email: '' }, ['email: email_missing'], { email: undefined }],
      ['an unusual phone is kept', { phone: 'hỏi văn phòng' }, ['phone: phone_unusual'], { phone: 'hỏi văn phòng' }],
      [
        'an old phone number is renewed',
        { phone: '01680000011' },
        ['phone: phone_old_prefix'],
        { phone: '0380000011' },
      ],
      ['no phone is no matter', { phone: '' }, [], { phone: undefined }],
      [
        'a phone the spreadsheet rounded is kept',
        { phone: '9.33E+08' },
        ['phone: phone_rounded'],
        { phone: '9.33E+08' },
      ],
      [
        'of two addresses the first is kept',
        { email: 'a@example.gov.vn; b@example.gov.vn' },
        ['email: email_two'],
        { email: 'a@example.gov.vn' },
      ],
      [
        'of two on two lines too',
        { email: 'a@example.gov.vn\nb@example.gov.vn' },
        ['email: email_two'],
        { email: 'a@example.gov.vn' },
      ],
      [
        'neither phone nor e-mail costs the seat',
        { phone: '', email: '' },
        ['email: email_missing'],
        { phone: undefined },
      ],
      ['a position of 90 letters fits', { position: 'Phó Chủ tịch '.repeat(7).trim() }, [], {}],
      [
        'Ông before the name fills an empty column',
        { honorific: '', fullName: 'Bà Lý Út' },
        ['fullName: name_title'],
        { honorific: 'Bà' },
      ],
      [
        'the column wins over the name',
        { honorific: 'Ông', fullName: 'Bà Lý Út' },
        ['fullName: name_title'],
        { honorific: 'Ông' },
      ],
    ];
    for (const [what, changes, expected, saved] of warnings) {
      it(what, () => {
        const line = check(changes);
        expect(codes(line)).to.deep.equal(expected);
        expect(line.verdict).to.equal('ready');
        expect(line.draft).to.deep.include(saved);
      });
    }
  });
});

describe('a name as people here have it', () => {
  const names = [
    ...['Y Moan', 'Y Moan Êñuôl', 'Thạch Sa Rây', 'K’Brứt', "K'Brứt", "H'Hen Niê", 'Ksor Hnê', 'Siu Bôm', 'Êban Y Phu'],
    ...['Niê Kdăm', 'Mlô Ba', 'Sùng A Và', 'Lò Văn Pâng', 'Lý Sà Phên', 'Châu Sóc Khône', 'Kiên Sôl', 'Rcom Sâu'],
    ...['Kpă Klơng', 'Zơrâm Vinh', 'Điểu Ong', 'Danh Út', 'Kim Sơn', 'Trần Thị Ý', 'Lê Bảo', 'Hồ Ê', 'Tô Hoài'],
    ...['Cù Huy Hà', 'Lã Thị Quý', 'LÃ\u00a0VĂN ÂN', 'Bành Thị Tsai', 'Y-Bhim Niê', 'Nguyễn Khoẻ'],
  ];
  for (const fullName of names) {
    it(`raises no false alarm: ${fullName}`, () => {
      const said = check({ fullName }).problems.filter(({ code }) => code !== 'name_capitals');
      expect(said).to.deep.equal([]);
    });
  }

  it('does so for nobody of the 910 invented people', () => {
    const lines = checkList(inventedRows(910), rules);
    expect(lines.flatMap(({ problems }) => problems)).to.deep.equal([]);
  });
});

describe('the category of a line', () => {
  it('may be the code and the name together, as the template shows them, with a dash of any length', () => {
    for (const typed of [
      'B7 - Công chức Văn phòng - Thống kê',
      'Công chức Văn phòng – Thống kê',
      'B7—Công chức Văn phòng-Thống kê',
    ]) {
      expect(check({ category: typed }, { isHost: true }).draft?.categoryIds, typed).to.deep.equal(['id-B7']);
    }
  });

  it('is not cut at a blank where the words are no codes', () => {
    expect(codes(check({ category: 'B2 Z9' }))).to.deep.equal(['category: category_unknown']);
  });

  for (const typed of [
    'B2, B4',
    'B2;B4',
    'b2 / b4',
    'B2 và B4',
    'B2+B4, B2',
    'B2\nB4',
    'B2 B4',
    'B2 & B4',
    'Trưởng phòng chuyên môn; B4',
  ]) {
    it(`"${typed}" is one head in two categories, the first one the main one`, () => {
      const checked = checkList([row({ category: typed })], rules);
      expect(checked).to.have.length(1);
      expect(checked[0]?.draft?.categoryIds).to.deep.equal(['id-B2', 'id-B4']);
    });
  }

  it('may be written out, with the comma it has of its own', () => {
    expect(check({ category: 'chủ tịch UBND quận, huyện' }).draft?.categoryIds).to.deep.equal(['id-B1']);
  });

  const byName: [typed: string, ids: string[]][] = [
    ['Chánh Văn phòng HĐND và UBND', ['id-B3']],
    ['Chánh Văn phòng Hội đồng nhân dân & Uỷ ban nhân dân', ['id-B3']],
    ['B3 - Chánh Văn phòng HĐND và UBND', ['id-B3']],
    ['Chánh Văn phòng HĐND và UBND, B4', ['id-B3', 'id-B4']],
    ['B2 và Chánh Văn phòng HĐND và UBND và B4', ['id-B2', 'id-B3', 'id-B4']],
    ['Chủ tịch Ủy ban nhân dân quận, huyện; Trưởng phòng chuyên môn', ['id-B1', 'id-B2']],
  ];
  for (const [typed, ids] of byName) {
    it(`"${typed}" is read by the names, however they are abbreviated, and cut only between them`, () => {
      expect(check({ category: typed }).draft?.categoryIds).to.deep.equal(ids);
    });
  }

  const unknown: [typed: string, parts: string[]][] = [
    ['Chánh Văn phòng và đoàn thể', ['Chánh Văn phòng và đoàn thể']],
    ['Phó phòng, chuyên viên', ['Phó phòng, chuyên viên']],
    ['B2, Phó phòng, chuyên viên', ['Phó phòng', 'chuyên viên']],
    ['x, x, B2, x', ['x']],
  ];
  for (const [typed, parts] of unknown) {
    it(`"${typed}" is answered once for each of ${parts.length} that is none`, () => {
      const { problems } = check({ category: typed });
      expect(problems.map(({ detail }) => detail?.['typed'])).to.deep.equal(parts);
    });
  }

  for (const code of ['B5', 'B6', 'B7']) {
    it(`${code} is the host's alone, and the refusal names it`, () => {
      const line = check({ category: code });
      expect(line.verdict).to.equal('problem');
      expect(line.problems).to.have.length(1);
      expect(line.problems[0]).to.include({ code: 'category_host_only', severity: 'error' });
      expect(line.problems[0]?.detail).to.include({ code });
    });

    it(`${code} is welcome from the host`, () => {
      expect(check({ category: code }, { isHost: true })).to.include({ verdict: 'ready' });
    });

    it(`${code} may be let through by the organiser elsewhere, with a warning`, () => {
      const line = check({ category: code }, { mayOverride: true });
      expect(line.verdict).to.equal('ready');
      expect(codes(line)).to.deep.equal(['category: category_host_only']);
    });
  }

  it('is refused when one of several is the host’s: "B2, B4, B5"', () => {
    expect(codes(check({ category: 'B2, B4, B5' }))).to.deep.equal(['category: category_host_only']);
  });

  it('of a district is not for the city’s list, host or not', () => {
    expect(codes(check({ category: 'B1' }, { level: 'city', isHost: true }))).to.deep.equal([
      'category: category_not_of_unit',
    ]);
    expect(check({ category: 'A1' }, { level: 'city' }).verdict).to.equal('ready');
  });
});

describe('somebody who left the list', () => {
  const gone = (changes: Partial<Left> = {}): Left => ({
    fullName: 'Bùi Nhựt Thoại',
    nameFolded: fold('Bùi Nhựt Thoại'),
    day: '30/3',
    reason: 'bận họp',
    ...changes,
  });

  it('is not written again unasked, and the line says when and why they left', () => {
    const line = check({}, { left: [gone()] });
    expect([line.verdict, line.draft]).to.deep.equal(['duplicate', undefined]);
    expect(line.problems.find(({ code }) => code === 'left_withdrawn')?.detail).to.include({
      name: 'Bùi Nhựt Thoại',
      day: '30/3',
      reason: 'bận họp',
    });
  });

  it('was replaced: the line says by whom', () => {
    const line = check({ position: 'Phó Trưởng phòng' }, { left: [gone({ replacedBy: 'Bà Thạch Sa Rây' })] });
    expect(line.problems.find(({ code }) => code === 'left_replaced')?.detail).to.include({ by: 'Bà Thạch Sa Rây' });
  });

  it('is somebody else when the clerk says so', () => {
    expect(check({ anotherPerson: true }, { left: [gone()] }).verdict).to.equal('ready');
  });

  it('comes again when the clerk says so', () => {
    const line = check({ comesAgain: true }, { left: [gone()] });
    expect([line.verdict, codes(line)]).to.deep.equal(['ready', []]);
  });

  it('and came back is judged as who is there', () => {
    const { fullName, nameFolded } = gone();
    const back: Known = { fullName, nameFolded, position: 'Trưởng phòng Nội vụ', workplace: 'Phòng Nội vụ' };
    expect(codes(check({}, { left: [gone()], known: [back] }))).to.deep.equal(['fullName: duplicate']);
  });
});

describe('the same person twice', () => {
  const known = (changes: Partial<Known> = {}): Known => ({
    fullName: 'Bùi Nhựt Thoại',
    nameFolded: fold('Bùi Nhựt Thoại'),
    position: 'Trưởng phòng Nội vụ',
    workplace: 'Phòng Nội vụ',
    ...changes,
  });

  it('is not written again: same name, post and workplace as somebody registered', () => {
    const line = check({}, { known: [known()] });
    expect(line.verdict).to.equal('duplicate');
    expect(line.draft).to.equal(undefined);
    expect(line.problems).to.deep.equal([
      {
        field: 'fullName',
        code: 'duplicate',
        severity: 'warning',
        detail: { where: 'registered', line: '', name: 'Bùi Nhựt Thoại', position: 'Trưởng phòng Nội vụ' },
      },
    ]);
  });

  const spellings: [what: string, changes: Partial<TypedRow>][] = [
    ['in capitals', { fullName: 'BÙI NHỰT THOẠI' }],
    ['decomposed', { fullName: 'Bùi Nhựt Thoại'.normalize('NFD') }],
    ['without marks', { fullName: 'Bui Nhut Thoai', position: 'truong phong noi vu' }],
    ['with Ông in front', { fullName: 'Ông Bùi Nhựt Thoại' }],
    ['with another mailbox and phone', { email: 'khac@example.gov.vn', phone: '0900000099' }],
  ];
  for (const [what, changes] of spellings) {
    it(`is seen when the name comes ${what}`, () => {
      const [, second] = checkList([row(), row(changes)], rules);
      expect(second?.verdict).to.equal('duplicate');
      expect(second?.problems.at(-1)?.detail).to.include({ where: 'list', line: '1' });
    });
  }

  it('joins "Hoà" and "Hòa"', () => {
    const lines = checkList([row({ fullName: 'Lê Thị Hoà' }), row({ fullName: 'Lê Thị Hòa' })], rules);
    expect(lines.map((line) => line.verdict)).to.deep.equal(['ready', 'duplicate']);
  });

  it('but two Nguyễn Văn Hùng with other posts are two people, with a warning', () => {
    const lines = checkList(
      [
        row({ fullName: 'Nguyễn Văn Hùng', position: 'Chánh Văn phòng' }),
        row({ fullName: 'Nguyễn Văn Hùng', position: 'Trưởng phòng Tư pháp' }),
      ],
      rules,
    );
    expect(lines.map((line) => line.verdict)).to.deep.equal(['ready', 'ready']);
    expect(codes(lines[1])).to.deep.equal(['fullName: possible_duplicate']);
  });

  it('also with one post in two workplaces', () => {
    const lines = checkList([row(), row({ workplace: 'Phòng Tư pháp' })], rules);
    expect(lines.map((line) => line.verdict)).to.deep.equal(['ready', 'ready']);
  });

  it('is two people when the clerk says so', () => {
    const [, second] = checkList([row(), row({ anotherPerson: true, phone: '0900000099' })], rules);
    expect(second?.verdict).to.equal('ready');
    expect(codes(second)).to.deep.equal(['fullName: possible_duplicate']);
  });

  it('is not two people while nothing at all tells them apart: that is a list sent twice', () => {
    const [, second] = checkList([row(), row({ anotherPerson: true })], rules);
    expect([second?.verdict, codes(second)]).to.deep.equal(['duplicate', ['fullName: identical']]);
    const details = detailsKey({ honorific: 'Ông', phone: '0900000011', email: row().email, note: '' });
    const again = check({ anotherPerson: true }, { known: [known({ details })] });
    expect([again.verdict, codes(again)]).to.deep.equal(['duplicate', ['fullName: identical']]);
  });

  it('says nothing of one mailbox shared by four', () => {
    const rows = ['Hồ Út', 'Lý Ẩn', 'Kim Sa', 'Sơn Danh'].map((fullName) => row({ fullName }));
    expect(checkList(rows, rules).flatMap((line) => line.problems)).to.deep.equal([]);
  });

  it('is a problem first when the line has an error, so that nothing hides the error', () => {
    const line = check({ email: 'x' }, { known: [known()] });
    expect(line.verdict).to.equal('problem');
    expect(codes(line)).to.have.members(['email: email_invalid', 'fullName: duplicate']);
  });
});

describe('a guest of the city who is in another cluster', () => {
  const there = (delegateId: string, position: string, clusterNumber: number) => ({
    ...{ delegateId, clusterNumber, position, workplace: 'Phòng Nội vụ' },
    ...{ fullName: 'Bùi Nhựt Thoại', nameFolded: fold('Bùi Nhựt Thoại') },
  });
  const otherClusters = [there('d1', 'Chuyên viên', 1), there('d2', 'Trưởng phòng Nội vụ', 3)];
  const warning = (line: CheckedLine) => line.problems.find(({ code }) => code === 'known_elsewhere');

  it('is pointed out, whoever is in the same post first, and never taken for the same by itself', () => {
    const line = check({}, { otherClusters });
    expect(warning(line)).to.deep.include({ severity: 'warning', field: 'fullName' });
    expect(warning(line)?.detail).to.include({ cluster: '3', position: 'Trưởng phòng Nội vụ' });
    expect(line.draft).not.to.have.property('delegateId');
    expect(warning(check({ position: 'Phó Giám đốc' }, { otherClusters }))?.detail).to.include({ cluster: '1' });
  });

  it('is linked when somebody says so, and not when it is somebody else', () => {
    expect(check({ sameElsewhere: true }, { otherClusters }).draft?.delegateId).to.equal('d2');
    expect(check({ sameElsewhere: true, anotherPerson: true }, { otherClusters }).draft).not.to.have.property(
      'delegateId',
    );
    expect(check({ sameElsewhere: true }).draft).not.to.have.property('delegateId');
  });

  it('is linked once: the next line of the name is the next delegate, or nobody known', () => {
    const rows = ['Trưởng phòng Nội vụ', 'Chuyên viên', 'Chánh Văn phòng'].map((position) =>
      row({ position, sameElsewhere: true }),
    );
    const lines = checkList(rows, { ...rules, otherClusters });
    expect(lines.map(({ draft }) => draft?.delegateId)).to.deep.equal(['d2', 'd1', undefined]);
  });
});
