import { expect } from 'chai';
import { addressed, readHonorific, plainName, readName, tidy } from '../../../server/domain/vietnamese/person-name.ts';

describe('taking a name out of a cell', () => {
  type Expected = { fullName: string; honorific?: 'Ông' | 'Bà'; wasCapitals?: boolean; wasSmall?: boolean };
  const cases: [what: string, typed: string, expected: Expected][] = [
    ['leaves a plain name alone', 'Nguyễn Thị Ngọc Bích', { fullName: 'Nguyễn Thị Ngọc Bích' }],
    ['puts capitals right', 'NGUYỄN VĂN AN', { fullName: 'Nguyễn Văn An', wasCapitals: true }],
    ['puts small letters right', 'nguyễn văn an', { fullName: 'Nguyễn Văn An', wasSmall: true }],
    ['after an apostrophe too', "K'BRỨT", { fullName: "K'Brứt", wasCapitals: true }],
    ['keeps a word that somebody wrote small', 'Y moan', { fullName: 'Y moan' }],
    ['with Đ, Ă and Ơ', 'ĐẶNG ĂN ƠN', { fullName: 'Đặng Ăn Ơn', wasCapitals: true }],
    ['puts Ông aside', 'Ông Bùi Nhựt Thoại', { fullName: 'Bùi Nhựt Thoại', honorific: 'Ông' }],
    [
      'puts Bà aside, in any case',
      'BÀ LÝ NGỌC XUYẾN',
      { fullName: 'Lý Ngọc Xuyến', honorific: 'Bà', wasCapitals: true },
    ],
    ['puts Đ/c aside', 'Đ/c Phan Văn Út', { fullName: 'Phan Văn Út' }],
    ['puts "đồng chí" aside', 'đồng chí Phan Văn Út', { fullName: 'Phan Văn Út' }],
    ['puts ThS. aside', 'ThS. Võ Mỹ Quyên', { fullName: 'Võ Mỹ Quyên' }],
    ['puts several aside', 'Bà PGS. TS. Võ Mỹ Quyên', { fullName: 'Võ Mỹ Quyên', honorific: 'Bà' }],
    ['puts one aside that stands close to the name', 'ThS.Võ Mỹ Quyên', { fullName: 'Võ Mỹ Quyên' }],
    ['puts Đ/c aside with a colon', 'Đ/c: Võ Mỹ Quyên', { fullName: 'Võ Mỹ Quyên' }],
    ['puts several aside that stand close', 'Ông:BS.CKII.Võ Mỹ Quyên', { fullName: 'Võ Mỹ Quyên', honorific: 'Ông' }],
    ['in either order', 'Đ/c Ông Hồ Vĩnh Phước', { fullName: 'Hồ Vĩnh Phước', honorific: 'Ông' }],
    ['keeps an ethnic name', 'Thạch Thị Sa Rây', { fullName: 'Thạch Thị Sa Rây' }],
    ['keeps a name of one letter', 'Trần Thị Ý', { fullName: 'Trần Thị Ý' }],
    ['keeps a short name', 'Lê Bảo', { fullName: 'Lê Bảo' }],
    ['keeps six syllables', 'Công Tằng Tôn Nữ Diệu Hiền', { fullName: 'Công Tằng Tôn Nữ Diệu Hiền' }],
    ['keeps a hyphen', 'Y-BHIM NIÊ', { fullName: 'Y-Bhim Niê', wasCapitals: true }],
    ['composes decomposed letters', 'Ngô Nhựt Khởi'.normalize('NFD'), { fullName: 'Ngô Nhựt Khởi' }],
    ['mends Ð (U+00D0)', 'Ðặng Kim Ðào', { fullName: 'Đặng Kim Đào' }],
    ['mends Ð within capitals', 'ÐẶNG KIM ÐÀO', { fullName: 'Đặng Kim Đào', wasCapitals: true }],
    ['takes out line breaks and no-break spaces', ' Hồ\u00a0Vĩnh\n Phước ', { fullName: 'Hồ Vĩnh Phước' }],
    ['does not take two or three capitals for shouting', 'Ý', { fullName: 'Ý' }],
    ['does not cut "Bảo", "Tsai" or "Bành"', 'Bành Thị Tsai', { fullName: 'Bành Thị Tsai' }],
    ['finds nothing in an empty cell', ' \u00a0', { fullName: '' }],
  ];
  for (const [what, typed, { fullName, honorific = '', wasCapitals = false, wasSmall = false }] of cases) {
    it(`${what}: ${JSON.stringify(typed)}`, () => {
      const { title, ...reading } = readName(typed);
      expect(reading).to.deep.equal({ fullName, honorific, wasCapitals, wasSmall });
    });
  }

  const titles: [typed: string, title: string][] = [
    ['Ông Bùi Nhựt Thoại', 'Ông'],
    ['Đ/c ThS. Bùi Nhựt Thoại', 'Đ/c ThS.'],
    ['BÀ LÂM VĂN KHỞI', 'BÀ'],
    ['Bùi Nhựt Thoại', ''],
    ['Ông', 'Ông'],
    ['', ''],
  ];
  for (const [typed, title] of titles) {
    it(`says what it put aside before ${JSON.stringify(typed)}: ${JSON.stringify(title)}`, () => {
      expect(readName(typed).title).to.equal(title);
    });
  }

  it('leaves everything when the name is meant as it stands', () => {
    expect(plainName(' Ông  Cao\u00a0Ðạt ')).to.equal('Ông Cao Đạt');
  });
});

describe('Ông or Bà', () => {
  const cases: [typed: string, honorific: string | undefined][] = [
    ['Ông', 'Ông'],
    ['ÔNG', 'Ông'],
    ['Ông'.normalize('NFD'), 'Ông'],
    ['ong', 'Ông'],
    ['Nam', 'Ông'],
    ['Mr.', 'Ông'],
    ['Bà', 'Bà'],
    ['nữ', 'Bà'],
    ['Cô', 'Bà'],
    ['Mrs', 'Bà'],
    ['', ''],
    ['Ông (Bà)', ''],
    ['Ông/Bà', ''],
    ['Kính', undefined],
    ['1', undefined],
    // Every object has these, and none of them is a way to address anybody.
    ['constructor', undefined],
    ['__proto__', undefined],
  ];
  for (const [typed, honorific] of cases) {
    it(`"${typed}" is ${honorific === undefined ? 'not known' : `"${honorific}"`}`, () => {
      expect(readHonorific(typed)).to.equal(honorific);
    });
  }

  it('stands before the name, when it is known', () => {
    expect(addressed({ honorific: 'Bà', fullName: 'Lý Ngọc Xuyến' })).to.equal('Bà Lý Ngọc Xuyến');
    expect(addressed({ honorific: '', fullName: 'Lê Bảo' })).to.equal('Lê Bảo');
  });
});

it('tidies what comes along from a spreadsheet', () => {
  expect(tidy('\ufeffPhó Chủ tịch\u200b\r\n HĐND\u00a0 ')).to.equal('Phó Chủ tịch HĐND');
});
