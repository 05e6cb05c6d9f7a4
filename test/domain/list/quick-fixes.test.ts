import { expect } from 'chai';
import type { Category } from '../../../server/domain/category.ts';
import { checkList } from '../../../server/domain/list/check-list.ts';
import type { ListRules } from '../../../server/domain/list/rules.ts';
import { emptyRow, type TypedRow } from '../../../server/domain/list/row.ts';
import { fixKey, quickFixes, rowsOf, takeFix, undoFix, withTaken } from '../../../server/domain/list/quick-fixes.ts';

const category = (code: string, name: string, level: Category['level'] = 'district', hostOnly = false): Category => ({
  id: `id-${code}`,
  code,
  name,
  level,
  hostOnly,
  rank: 10,
});

const rules: ListRules = {
  categories: [
    category('A1', 'Thành viên Hội đồng thẩm định', 'city'),
    category('B1', 'Chủ tịch UBND quận, huyện'),
    category('B2', 'Trưởng phòng chuyên môn'),
    category('B3', 'Công chức phụ trách'),
    category('B4', 'Công chức trực tiếp tham mưu'),
    category('B5', 'Chánh Văn phòng Hội đồng nhân dân và UBND quận, huyện'),
    category('B7', 'Công chức Văn phòng - Thống kê', 'commune', true),
  ],
  isHost: false,
  mayOverride: false,
  level: 'district',
  known: [],
};

const row = (changes: Partial<TypedRow> = {}): TypedRow => ({
  ...emptyRow(),
  honorific: 'Ông',
  fullName: 'Bùi Nhựt Thoại',
  position: 'Trưởng phòng',
  workplace: 'Phòng Nội vụ',
  category: 'B2',
  phone: '0900 000 011',
  email: 'thoai@example.gov.vn',
  ...changes,
});

const checked = (...rows: Partial<TypedRow>[]) =>
  checkList(
    rows.map((changes, index) => row({ workplace: `Phòng ${index}`, ...changes })),
    rules,
  );

describe('a quick fix', () => {
  const cases: [what: string, typed: Partial<TypedRow>, fixed: Partial<TypedRow>][] = [
    ['writes a name in ordinary letters', { fullName: 'ĐẶNG VĂN THOẠI' }, { fullName: 'Đặng Văn Thoại' }],
    ['writes small letters so too', { fullName: 'đặng văn thoại' }, { fullName: 'Đặng Văn Thoại' }],
    ['puts an old encoding into Unicode', { fullName: 'NguyÔn V¨n An' }, { fullName: 'Nguyễn Văn An' }],
    ['leaves out what is in brackets', { fullName: 'Danh Út (PCT)' }, { fullName: 'Danh Út' }],
    ['removes what cannot be seen', { fullName: 'Danh\u202c Ú\u200bt' }, { fullName: 'Danh Út' }],
    ['leaves out Ông where the column says it', { fullName: 'Ông Danh Út' }, { fullName: 'Danh Út' }],
    [
      'moves Bà from the name into the empty column',
      { honorific: '', fullName: 'Bà Lý Út' },
      { honorific: 'Bà', fullName: 'Lý Út' },
    ],
    ['leaves out a title', { fullName: 'Đ/c ThS. Danh Út' }, { fullName: 'Danh Út' }],
    ['empties Đ/c from the column of Ông and Bà', { honorific: 'Đ/c' }, { honorific: '' }],
    ['takes the colon off Ông:', { honorific: 'Ông:' }, { honorific: 'Ông' }],
    ['renews an old phone number', { phone: '01680000011' }, { phone: '0380 000 011' }],
    ['keeps the first of two phone numbers', { phone: '0900000011 / 0900 000 012' }, { phone: '0900 000 011' }],
    [
      'keeps the first of two addresses',
      { email: 'a@example.gov.vn; b@example.gov.vn' },
      { email: 'a@example.gov.vn' },
    ],
    ['takes spaces and a comma out of an address', { email: 'a @example,gov.vn' }, { email: 'a@example.gov.vn' }],
    ['takes the full stop off an address', { email: 'a@example.gov.vn.' }, { email: 'a@example.gov.vn' }],
    ['takes the tones off an address', { email: 'thoại@example.gov.vn' }, { email: 'thoai@example.gov.vn' }],
    ['reads B 2 as B2', { category: 'B 2' }, { category: 'B2' }],
    ['keeps the second category when it mends the first', { category: 'b.2, B4' }, { category: 'B2, B4' }],
    [
      'names the one category that has every word typed',
      { category: 'Chánh Văn phòng HĐND và UBND', position: 'Chánh Văn phòng' },
      { category: 'B5' },
    ],
    ['fills a category from the position', { category: '', position: 'Chủ tịch UBND huyện' }, { category: 'B1' }],
    [
      'offers the category whose name has the position instead of the host’s',
      { category: 'B7', position: 'Công chức tham mưu' },
      { category: 'B4' },
    ],
  ];
  for (const [what, typed, fixed] of cases) {
    it(what, () => {
      const lines = checked(typed);
      const keys = quickFixes(lines).map(({ key }) => key);
      expect(keys).to.have.length.above(0);
      const { rows } = takeFix(lines, { key: keys[0] ?? '' });
      expect(rows[0]).to.deep.include(fixed);
    });
  }

  const hopeless: [what: string, typed: Partial<TypedRow>][] = [
    ['a row in good order', {}],
    ['a name that is missing', { fullName: '' }],
    ['a name whose letters are lost', { fullName: 'Nguy?n V?n An' }],
    ['two names in one cell', { fullName: 'Danh Út, Kim Sơn' }],
    ['a word that may be anything', { honorific: 'Kính' }],
    ['an address that is none', { email: 'hỏi văn phòng' }],
    ['two words and a number', { phone: 'cơ quan / 0900 000 011' }],
    ['a category nobody can guess', { category: 'Z9', position: 'Phó phòng' }],
    ['a name of which nothing is a category', { category: 'Chánh Thanh tra và UBND', position: '' }],
    ['a position that fits two categories', { category: '', position: 'Công chức' }],
    ['a position that only the host’s category names', { category: 'B7', position: 'Văn phòng - Thống kê' }],
  ];
  for (const [what, typed] of hopeless) {
    it(`offers nothing for ${what}`, () => {
      expect(quickFixes(checked(typed))).to.deep.equal([]);
    });
  }

  it('stands once for all rows of its kind, errors before what is done anyway', () => {
    const fixes = quickFixes(
      checked(
        { fullName: 'DANH ÚT' },
        { fullName: 'KIM SƠN' },
        { email: 'a@example,vn' },
        {},
        { fullName: 'LÝ SA RÂY' },
      ),
    );
    expect(fixes.map((fix) => [fix.key, rowsOf(fix)])).to.deep.equal([
      ['email_invalid', [3]],
      ['name_capitals', [1, 2, 5]],
    ]);
  });

  it('tells categories apart by what they become', () => {
    const keys = quickFixes(checked({ category: 'B 2' }, { category: 'B.4' }, { category: 'B 2' })).map((fix) => [
      fix.key,
      rowsOf(fix).length,
    ]);
    expect(keys).to.deep.equal([
      ['category_unknown:B 2>B2', 2],
      ['category_unknown:B.4>B4', 1],
    ]);
  });

  it('is taken in one row alone when that is what was asked', () => {
    const lines = checked({ fullName: 'DANH ÚT' }, { fullName: 'KIM SƠN' });
    const { rows, taken } = takeFix(lines, { key: 'name_capitals', row: 2 });
    expect(rows.map(({ fullName }) => fullName)).to.deep.equal(['DANH ÚT', 'Kim Sơn']);
    expect(taken && rowsOf(taken)).to.deep.equal([2]);
  });

  it('knows rows by the number of the file', () => {
    const lines = checked({ fullName: 'DANH ÚT', source: { row: 9 } }, { fullName: 'KIM SƠN', source: { row: 2 } });
    expect(takeFix(lines, { key: 'name_capitals', row: 2 }).rows.map(({ fullName }) => fullName)).to.deep.equal([
      'DANH ÚT',
      'Kim Sơn',
    ]);
  });

  for (const asked of [{ key: 'name_capitals' }, { key: 'no such' }, { key: 'email_two', row: 9 }]) {
    it(`changes nothing when the list gives no reason for it (${JSON.stringify(asked)})`, () => {
      const lines = checked({ email: 'a@example.gov.vn b@example.gov.vn' });
      const { rows, taken } = takeFix(lines, asked);
      expect(taken).to.equal(undefined);
      expect(rows).to.deep.equal(lines.map(({ typed }) => typed));
    });
  }

  it('is given back as it was typed', () => {
    const lines = checked(
      { honorific: '', fullName: 'Bà Lý Út' },
      { fullName: 'Danh Út' },
      { honorific: '', fullName: 'Bà  KIM SA' },
    );
    const { rows, taken } = takeFix(lines, { key: 'name_title' });
    expect(rows).not.to.deep.equal(lines.map(({ typed }) => typed));
    expect(taken && undoFix(rows, taken)).to.deep.equal(lines.map(({ typed }) => typed));
  });

  it('leaves alone, when given back, what somebody has typed since', () => {
    const { rows, taken } = takeFix(checked({ fullName: 'DANH ÚT' }, { fullName: 'KIM SƠN' }), {
      key: 'name_capitals',
    });
    const typed = rows.map((one, index) => (index === 0 ? { ...one, fullName: 'Danh Hữu Út' } : one));
    expect(taken && undoFix(typed, taken).map(({ fullName }) => fullName)).to.deep.equal(['Danh Hữu Út', 'KIM SƠN']);
  });

  it('taken row by row is given back as one', () => {
    const lines = checked({ fullName: 'DANH ÚT' }, { fullName: 'KIM SƠN' });
    const first = takeFix(lines, { key: 'name_capitals', row: 1 });
    const second = takeFix(checkList(first.rows, rules), { key: 'name_capitals', row: 2 });
    const done = [first.taken, second.taken]
      .flatMap((fix) => fix ?? [])
      .reduce(withTaken, [] as ReturnType<typeof withTaken>);
    expect(done.map(rowsOf)).to.deep.equal([[1, 2]]);
    const [all] = done;
    expect(all && undoFix(second.rows, all)).to.deep.equal(lines.map(({ typed }) => typed));
  });

  it('is not offered for a name that is meant as it stands', () => {
    const [line] = checked({ fullName: 'Ông Cao Thắng', keepsName: true });
    expect(line?.problems).to.deep.equal([]);
    expect(line?.draft?.fullName).to.equal('Ông Cao Thắng');
    const [control] = checked({ fullName: 'Ông Cao Thắng' });
    expect(control?.draft?.fullName).to.equal('Cao Thắng');
    expect(control?.problems.map((problem) => fixKey(problem, control.typed))).to.deep.equal(['name_title']);
  });
});

describe('one person on two lines, each with another category', () => {
  const same = { workplace: 'Phòng Nội vụ' };
  const lines = (...categories: string[]) => checked(...categories.map((category) => ({ ...same, category })));
  const leftOut = (line: ReturnType<typeof lines>[number] | undefined) =>
    line?.problems.find(({ code }) => code === 'category_left_out')?.detail;

  it('is told which category would be lost, and on which line the person stands', () => {
    const [, second] = lines('B2', 'B4');
    expect(second?.verdict).to.equal('duplicate');
    expect(leftOut(second)).to.deep.equal({ line: '1', categories: 'B4', joined: 'B2, B4' });
  });

  it('is told nothing where nothing is lost', () => {
    for (const second of ['B2', 'B4, B2', 'Trưởng phòng chuyên môn']) {
      expect(leftOut(lines('B2, B4', second)[1]), second).to.equal(undefined);
    }
    const onList = { fullName: 'Bùi Nhựt Thoại', nameFolded: 'bui nhut thoai', position: 'Trưởng phòng', ...same };
    const [line] = checkList([row({ ...same, category: 'B4' })], { ...rules, known: [onList] });
    expect(leftOut(line)).to.equal(undefined);
  });

  it('loses none of them unsaid when it was said that they are two people, and nothing tells them apart', () => {
    const [, second] = checked({ ...same, category: 'B2' }, { ...same, category: 'B4', anotherPerson: true });
    expect(second?.problems.map(({ code }) => code)).to.include('identical');
    expect(leftOut(second)).to.include({ categories: 'B4' });
  });

  it('gets all of them on the line that is written, one fix after another, and back', () => {
    let now = lines('B2', 'B4', 'B3');
    const taken = [];
    for (const joined of ['B2, B4', 'B2, B4, B3']) {
      const [fix] = quickFixes(now).filter(({ code }) => code === 'category_left_out');
      expect(fix?.edits[0]).to.include({ row: 1, field: 'category', to: joined });
      const fixed = takeFix(now, { key: fix?.key ?? '', row: 1 });
      taken.push(...(fixed.taken ? [fixed.taken] : []));
      now = checkList(fixed.rows, rules);
    }
    expect(now[0]?.draft?.categoryIds).to.deep.equal(['id-B2', 'id-B4', 'id-B3']);
    expect(now.slice(1).map(leftOut)).to.deep.equal([undefined, undefined]);
    const back = taken.reverse().reduce(
      (rows, fix) => undoFix(rows, fix),
      now.map(({ typed }) => typed),
    );
    expect(back[0]?.category).to.equal('B2');
  });

  it('also where the category is written as its name, with a comma in it', () => {
    const named = { ...rules, categories: [...rules.categories, category('B8', 'Chủ tịch UBND xã, phường')] };
    const rows = [row({ ...same, category: 'Chủ tịch UBND xã, phường' }), row({ ...same, category: 'B4' })];
    const before = checkList(rows, named);
    const [fix] = quickFixes(before);
    const { rows: after } = takeFix(before, { key: fix?.key ?? '' });
    expect(checkList(after, named)[0]?.draft?.categoryIds).to.deep.equal(['id-B8', 'id-B4']);
  });
});
