import { expect } from 'chai';
import {
  convertLegacy as convertTexts,
  decodeTcvn3,
  decodeVni,
  detectLegacy,
  encodingOfFont,
  type LegacyEncoding,
  type LegacyText,
} from '../../../server/domain/vietnamese/legacy-encodings.ts';
import { tcvn3Letters, vniLetters } from '../../../server/domain/vietnamese/legacy-tables.ts';

const convertLegacy = (text: LegacyText, encoding: LegacyEncoding) => convertTexts([text], encoding)[0];

/** The 67 small letters beyond ASCII: 134 with their capitals. */
const SMALL = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ';

/** TCVN 5712:1993 (VN3) by its codes, in the order of SMALL; checked against glibc's TCVN5712-1. */
const TCVN3_CODES = [
  ...[0xb5, 0xb8, 0xb6, 0xb7, 0xb9, 0xa8, 0xbb, 0xbe, 0xbc, 0xbd, 0xc6, 0xa9, 0xc7, 0xca, 0xc8, 0xc9, 0xcb, 0xae],
  ...[0xcc, 0xd0, 0xce, 0xcf, 0xd1, 0xaa, 0xd2, 0xd5, 0xd3, 0xd4, 0xd6, 0xd7, 0xdd, 0xd8, 0xdc, 0xde],
  ...[0xdf, 0xe3, 0xe1, 0xe2, 0xe4, 0xab, 0xe5, 0xe8, 0xe6, 0xe7, 0xe9, 0xac, 0xea, 0xed, 0xeb, 0xec, 0xee],
  ...[0xef, 0xf3, 0xf1, 0xf2, 0xf4, 0xad, 0xf5, 0xf8, 0xf6, 0xf7, 0xf9, 0xfa, 0xfd, 0xfb, 0xfc, 0xfe],
];

/** VNI for Windows, in the order of SMALL. */
const VNI_SIGNS = (
  'aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä ñ eø eù eû eõ eï eâ eà eá eå eã eä ì í æ ó ò ' +
  'oø où oû oõ oï oâ oà oá oå oã oä ô ôø ôù ôû ôõ ôï uø uù uû uõ uï ö öø öù öû öõ öï yø yù yû yõ î'
).split(' ');

const letters = [...SMALL].map((letter, index) => ({
  letter,
  tcvn3: String.fromCharCode(TCVN3_CODES[index] ?? 0),
  vni: VNI_SIGNS[index] ?? '',
}));

const signOf = (table: ReadonlyMap<string, string>, letter: string) =>
  [...table].find(([, known]) => known === letter)?.[0];

describe('the letters of the old encodings', () => {
  it('are 67, each with a sign of its own', () => {
    expect(letters).to.have.length(67);
    expect(new Set(letters.map(({ tcvn3 }) => tcvn3)).size).to.equal(67);
    expect(new Set(letters.map(({ vni }) => vni)).size).to.equal(67);
    expect(vniLetters.size).to.equal(67 + 1); // ỵ is written î, and yï is understood
    expect(tcvn3Letters.size).to.equal(67 + 7); // seven capitals have a sign: Ă Â Ê Ô Ơ Ư Đ
  });

  for (const { letter, tcvn3, vni } of letters) {
    const capital = letter.toUpperCase();
    it(`${letter} and ${capital}: TCVN3 ${JSON.stringify(tcvn3)}, VNI ${vni}, there and back`, () => {
      expect(decodeTcvn3(tcvn3)).to.equal(letter);
      expect(convertLegacy({ text: tcvn3, font: '.VnTimeH' }, 'tcvn3')).to.equal(capital);
      expect(signOf(tcvn3Letters, letter)).to.equal(tcvn3);
      expect(decodeVni(vni)).to.equal(letter);
      expect(decodeVni(vni.toUpperCase())).to.equal(capital);
      expect(signOf(vniLetters, letter)).to.equal(vni);
      for (const one of [letter, capital]) {
        expect(convertLegacy({ text: one.normalize('NFD') }, 'combining')).to.equal(one);
        expect(convertLegacy({ text: as1258(one) }, 'combining')).to.equal(one);
      }
    });
  }

  it('of TCVN3 have seven capitals of their own', () => {
    expect(decodeTcvn3('¡¢£¤¥¦§')).to.equal('ĂÂÊÔƠƯĐ');
  });

  it('leave everything else alone', () => {
    const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
    expect(decodeTcvn3(ascii)).to.equal(ascii);
    expect(decodeVni(ascii)).to.equal(ascii);
    expect(decodeTcvn3('Nguyễn')).to.equal('Nguyễn');
  });
});

/** As windows-1258 has it: the letter with its breve, circumflex or horn, and the tone behind it. */
function as1258(letter: string): string {
  const tone = letter.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
  return letter.normalize('NFD').replace(tone, '').normalize('NFC') + tone;
}

describe('text in an old encoding', () => {
  const texts: [unicode: string, tcvn3: string, vni: string][] = [
    ['Tiếng Việt', 'TiÕng ViÖt', 'Tieáng Vieät'],
    ['Nguyễn Văn Hùng', 'NguyÔn V¨n Hïng', 'Nguyeãn Vaên Huøng'],
    ['Huỳnh Thị Trương', 'Huúnh ThÞ Tr\u00ad¬ng', 'Huyønh Thò Tröông'],
    ['Đặng Ngọc Quỳnh', '§Æng Ngäc Quúnh', 'Ñaëng Ngoïc Quyønh'],
    ['Phó Chủ tịch UBND huyện', 'Phã Chñ tÞch UBND huyÖn', 'Phoù Chuû tòch UBND huyeän'],
    ['Đỗ Nhựt Khởi', '§ç Nhùt Khëi', 'Ñoã Nhöït Khôûi'],
    ['được mượn', '®\u00adîc m\u00adîn', 'ñöôïc möôïn'],
  ];
  for (const [unicode, tcvn3, vni] of texts) {
    it(`${unicode}`, () => {
      expect(decodeTcvn3(tcvn3)).to.equal(unicode);
      expect(decodeVni(vni)).to.equal(unicode);
    });
  }

  it('in VNI may have a capital with the small sign of its mark', () => {
    expect(decodeVni('AÅn, Aån, ÑAËNG, Ñaëng')).to.equal('Ẩn, Ẩn, ĐẶNG, Đặng');
  });

  it('in a capital font of TCVN3 reads as capitals', () => {
    expect(convertLegacy({ text: 'danh s¸ch ®¹i biÓu', font: '.VnTimeH' }, 'tcvn3')).to.equal('DANH SÁCH ĐẠI BIỂU');
    expect(convertLegacy({ text: 'thoai@example.gov.vn', font: '.VnTimeH' }, 'tcvn3')).to.equal('thoai@example.gov.vn');
  });
});

describe('finding an old encoding', () => {
  const of = (texts: readonly string[], font?: string) => detectLegacy(texts.map((text) => ({ text, font })));

  it('by the letters: TCVN3', () => {
    const found = of(['STT', 'NguyÔn V¨n Hïng', 'Phã Chñ tÞch', 'a@example.gov.vn']);
    expect(found).to.deep.equal({
      encoding: 'tcvn3',
      confidence: 1,
      byFont: false,
      count: 2,
      samples: [
        { before: 'NguyÔn V¨n Hïng', after: 'Nguyễn Văn Hùng' },
        { before: 'Phã Chñ tÞch', after: 'Phó Chủ tịch' },
      ],
    });
  });

  it('by the letters: VNI', () => {
    const found = of(['Nguyeãn Vaên Huøng', 'Phoù Chuû tòch']);
    expect(found).to.deep.include({ encoding: 'vni', confidence: 1, byFont: false, count: 2 });
    expect(found?.samples[0]).to.deep.equal({ before: 'Nguyeãn Vaên Huøng', after: 'Nguyễn Văn Hùng' });
  });

  it('by the font, however little text there is', () => {
    expect(of(['Vâ'], '.VnTime')).to.deep.include({ encoding: 'tcvn3', confidence: 1, byFont: true });
    expect(of(['Voõ'], 'VNI-Times')).to.deep.include({ encoding: 'vni', confidence: 1, byFont: true });
  });

  for (const [font, expected] of [
    ['.VnTime', { encoding: 'tcvn3', capitals: false }],
    ['.VnArialH', { encoding: 'tcvn3', capitals: true }],
    ['.vnTimeH', { encoding: 'tcvn3', capitals: true }],
    ['VNI-Times', { encoding: 'vni', capitals: false }],
    ['VNI Helve', { encoding: 'vni', capitals: false }],
    ['Times New Roman', undefined],
    ['VNIversity', undefined],
    [undefined, undefined],
  ] as const) {
    it(`takes ${font ?? 'no font'} for ${expected?.encoding ?? 'none'}`, () => {
      expect(encodingOfFont(font)).to.deep.equal(expected);
    });
  }

  it('letters with the tone apart, as windows-1258 and macOS write them', () => {
    expect(of(['Nguyễn Văn Hùng'.normalize('NFD')])).to.deep.include({ encoding: 'combining', count: 1 });
    expect(of(['Ti\u00ea\u0301ng Vi\u00ea\u0323t'])?.samples).to.deep.equal([
      { before: 'Ti\u00ea\u0301ng Vi\u00ea\u0323t', after: 'Tiếng Việt' },
    ]);
  });

  for (const [what, texts] of [
    ['Unicode', ['Nguyễn Văn Hùng', 'Phó Chủ tịch', 'Hoà', 'Thuý', 'Khoá']],
    ['Unicode whose marks are all Latin-1', ['Hà Tú', 'Lê Bình', 'Hoà', 'Khoá', 'Lò Văn Tính', 'Y tá']],
    ['no marks at all', ['Nguyen Van Hung', 'Pho Chu tich']],
    ['foreign names', ['José Muñoz', 'Zoë Brontë', 'Françoise']],
    ['one odd word', ['Müller', 'Lê Bảo']],
    ['numbers and signs', ['5 × 3 = 15', '± 2 °C', '«…»']],
    ['nothing', []],
  ] as const) {
    it(`finds none in ${what}`, () => {
      expect(of(texts)).to.equal(undefined);
    });
  }

  it('converts only what is not Unicode yet, so a sheet of both comes out right', () => {
    const texts = ['Họ và tên', 'NguyÔn V¨n Hïng', 'Trần Thị Ý', 'Phã Chñ tÞch', 'Lê Hà', 'thu.ký@example.gov.vn'];
    const found = of(texts);
    expect(found?.encoding).to.equal('tcvn3');
    expect(
      convertTexts(
        texts.map((text) => ({ text })),
        'tcvn3',
      ),
    ).to.deep.equal(['Họ và tên', 'Nguyễn Văn Hùng', 'Trần Thị Ý', 'Phó Chủ tịch', 'Lê Hà', 'thu.ký@example.gov.vn']);
  });

  it('takes a word that reads well both ways with the sheet it stands in', () => {
    const cells = (...texts: string[]) => texts.map((text) => ({ text }));
    expect(convertTexts(cells('NguyÔn V¨n Hïng', 'Phã'), 'tcvn3')).to.deep.equal(['Nguyễn Văn Hùng', 'Phó']);
    expect(convertTexts(cells('NguyÔn V¨n Hïng', 'Trần', 'Tên'), 'tcvn3')).to.deep.equal([
      'Nguyễn Văn Hùng',
      'Trần',
      'Tên',
    ]);
    expect(convertTexts([{ text: 'Hïng', font: '.VnTime' }, { text: 'Tên' }], 'tcvn3')).to.deep.equal(['Hùng', 'Tên']);
  });

  it('changes nothing when asked again', () => {
    for (const [text, encoding] of [
      ['NguyÔn V¨n Hïng', 'tcvn3'],
      ['Nguyeãn Vaên Huøng', 'vni'],
    ] as const) {
      const once = convertLegacy({ text }, encoding) ?? '';
      expect(convertLegacy({ text: once }, encoding)).to.equal(once);
    }
  });

  it('is needed to be asked about: read as VNI, a right "Hoà" becomes another name', () => {
    expect(decodeVni('Hoà')).to.equal('Hồ');
  });
});
