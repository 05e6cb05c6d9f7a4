/**
 * By which words a column of a list of delegates is known, pasted or read from a file: one list for both. A heading in
 * an old encoding ("Hä vµ tªn") is known too, so a sheet finds its columns before anybody has agreed to convert it.
 */
import type { RowField } from '../list/row.ts';
import { fold } from '../vietnamese/fold.ts';
import { decodeTcvn3, decodeVni } from '../vietnamese/legacy-encodings.ts';
import { tidy } from '../vietnamese/person-name.ts';

const HEADINGS: Record<RowField, readonly string[]> = {
  honorific: [
    ...['ong/ba', 'ong (ba)', 'ong, ba', 'ong-ba', 'ong ba', 'danh xung', 'xung ho', 'gioi tinh', 'nam/nu'],
    ...['nam, nu', 'gt', 'g.tinh', 'honorific', 'mr/ms', 'gender'],
  ],
  fullName: [
    ...['ho va ten', 'ho ten', 'ho, ten', 'ho va ten dai bieu', 'ho ten dai bieu', 'ten dai bieu', 'dai bieu'],
    ...['ho va ten can bo', 'ho va ten nguoi tham du', 'ho ten nguoi tham du', 'nguoi tham du', 'ho va ten khach moi'],
    ...['ho ten can bo', 'ho va ten cong chuc', 'ho va ten dai bieu tham du', 'ho ten dai bieu tham du'],
    ...['ten khach moi', 'khach moi', 'dai bieu tham du', 'full name', 'name'],
  ],
  position: [
    ...['chuc vu', 'chuc danh', 'chuc vu/chuc danh', 'chuc vu, chuc danh', 'chuc danh/chuc vu', 'chuc danh, chuc vu'],
    ...['chuc vu cong tac', 'chuc vu hien nay', 'chuc vu, don vi', 'chuc vu, don vi cong tac', 'chuc vu/don vi'],
    ...['chuc vu/don vi cong tac', 'chuc vu-don vi', 'chuc vu-don vi cong tac', 'chuc vu va don vi cong tac'],
    ...['chuc vu va don vi', 'chuc vu, noi cong tac', 'chuc vu, noi lam viec', 'chuc danh, don vi cong tac'],
    ...['vi tri cong tac', 'vi tri viec lam', 'chuc vu hien tai', 'chuc vu chinh quyen', 'cv', 'c.vu', 'c. vu'],
    ...['position', 'title', 'job title'],
  ],
  workplace: [
    ...['don vi cong tac', 'don vi', 'ten don vi', 'co quan', 'co quan, don vi', 'co quan/don vi', 'co quan-don vi'],
    ...[
      'co quan cong tac',
      'co quan, don vi cong tac',
      'co quan/don vi cong tac',
      'ten co quan, don vi',
      'noi cong tac',
    ],
    ...[
      'noi lam viec',
      'phong ban',
      'phong, ban',
      'phong/ban',
      'phong, ban, don vi',
      'dia phuong',
      'don vi/dia phuong',
    ],
    ...[
      'don vi, dia phuong',
      'quan, huyen',
      'quan/huyen',
      'quan/huyen/thi xa',
      'xa, phuong',
      'xa/phuong',
      'phuong, xa',
    ],
    ...['phuong/xa', 'xa, phuong, thi tran', 'xa/phuong/thi tran', 'phuong, xa, thi tran', 'phuong/xa/thi tran'],
    ...['ten co quan', 'ten don vi cong tac', 'don vi tham du', 'phong chuyen mon'],
    ...['workplace', 'unit', 'organisation', 'organization'],
  ],
  category: [
    ...['thanh phan', 't. phan', 't.phan', 'thanh phan tham du', 'thanh phan du', 'ma thanh phan', 'ma t. phan'],
    ...['thanh phan moi', 'ma nhom', 'nhom dai bieu', 'nhom thanh phan'],
    ...['ma tp', 'ma thanh phan tham du', 'thanh phan dai bieu', 'doi tuong tham du', 'loai dai bieu', 'category'],
    ...['category code'],
  ],
  phone: [
    ...['dien thoai', 'so dien thoai', 'd.thoai', 'sdt', 'dt', 'so dt', 'dtdd', 'so dtdd', 'dien thoai di dong'],
    ...['so dien thoai di dong', 'dien thoai lien he', 'so dien thoai lien he', 'sdt lien he', 'di dong', 'so di dong'],
    ...[
      'dien thoai lien lac',
      'so dien thoai lien lac',
      'sdt lien lac',
      'dt di dong',
      'd.t',
      'so may',
      'zalo',
      'so zalo',
    ],
    ...['so lien lac', 'so lien he', 'so dt lien he', 'so dt lien lac', 'dt lien he', 'dt lien lac', 'so dd'],
    ...['dien thoai/zalo', 'so dien thoai/zalo', 'sdt/zalo', 'phone', 'phone number', 'mobile', 'tel'],
  ],
  email: [
    ...['email', 'e-mail', 'e mail', 'mail', 'gmail', 'thu dien tu', 'hop thu', 'hop thu dien tu', 'dia chi email'],
    ...['dia chi e-mail', 'dia chi mail', 'dia chi thu dien tu', 'dia chi hop thu dien tu', 'email lien he'],
    ...['email cong vu', 'e-mail cong vu', 'mail cong vu', 'thu cong vu', 'hop thu cong vu', 'thu dien tu cong vu'],
    ...['dia chi thu', 'dia chi gmail', 'dia chi hop thu', 'mail lien he', 'email ca nhan', 'email lien lac'],
    ...['email address'],
  ],
  note: ['ghi chu', 'note', 'notes', 'remarks'],
};

/** Columns that hold a part of the name; read from left to right they make one. */
const NAME_PARTS = [
  ...['ho dem', 'ho va dem', 'ho va ten dem', 'ho, ten dem', 'ho lot', 'ho va chu lot', 'ho va ten lot'],
  ...['surname', 'family name', 'last name', 'given name', 'first name'],
];

const COUNTER = ['stt', 's.t.t', 'tt', 'so tt', 'so thu tu', 'thu tu', '#', 'index'];

/** Columns of the sheets and lists this house hands out; nothing to read in them. */
const OURS = ['problems', 'row', 'ky ten', 'ky nhan', 'gio diem danh', 'ma qr', 'ma ngan'];

/** Words that must be spelt just so: without their marks they are people's names (Hồ, Nở, Lợi, Phái). */
const EXACT: ReadonlyMap<string, HeadingMeaning> = new Map([
  ['họ', 'namePart'],
  ['tên', 'namePart'],
  ['phái', 'honorific'],
  ['thư', 'email'],
  ['no', 'counter'],
  ['lỗi', 'ours'],
  ['dòng', 'ours'],
  ['chữ ký', 'ours'],
]);

export type HeadingMeaning = RowField | 'namePart' | 'counter' | 'ours';

/**
 * Folded, without what people add to a heading: a colon, an asterisk, blanks around a comma or a stroke. A dash of any
 * length is a hyphen, a semicolon a comma, & is "và".
 */
const keyOf = (heading: string): string =>
  fold(heading)
    .replace(/[–—]/g, '-')
    .replace(/;/g, ',')
    .replace(/\s*&\s*/g, ' va ')
    .replace(/\s*([/,-])\s*/g, '$1')
    .replace(/[\s*:.]+$/, '');

const MEANINGS: ReadonlyMap<string, HeadingMeaning> = new Map<string, HeadingMeaning>([
  ...(Object.entries(HEADINGS) as [RowField, readonly string[]][]).flatMap(([field, headings]) =>
    headings.map((heading) => [keyOf(heading), field] as const),
  ),
  ...NAME_PARTS.map((heading) => [keyOf(heading), 'namePart'] as const),
  ...COUNTER.map((heading) => [keyOf(heading), 'counter'] as const),
  ...OURS.map((heading) => [keyOf(heading), 'ours'] as const),
]);

/** The headings of the sheet of rows to fix, which no other list has both. */
export const isErrorSheet = (headings: readonly string[]): boolean =>
  ERROR_SHEETS.some((both) => both.every((heading) => headings.some((text) => tidy(text).toLowerCase() === heading)));

const ERROR_SHEETS = [
  ['dòng', 'lỗi'],
  ['row', 'problems'],
];

const LONGEST_HEADING = 60;

/** What a heading says of its column; undefined for an unknown one. A note in brackets may follow it. */
export function meaningOfHeading(cell: string): HeadingMeaning | undefined {
  return firstReading(cell, (key, text) => MEANINGS.get(key) ?? EXACT.get(text.toLowerCase().replace(/[\s*:.]+$/, '')));
}

/**
 * "Nam" and "Nữ" over two columns of which one is marked. Never told by one heading alone, nor used to find the heading
 * row: both are given names too.
 */
export const sexOfHeading = (cell: string): 'Ông' | 'Bà' | undefined =>
  firstReading(cell, (_, text) => SEXES.get(text.toLowerCase().replace(/[\s*:.]+$/, '')));

const SEXES: ReadonlyMap<string, 'Ông' | 'Bà'> = new Map([
  ['nam', 'Ông'],
  ['nữ', 'Bà'],
  ['nu', 'Bà'],
]);

/**
 * A guess for a heading that only begins like a known one ("Số điện thoại cơ quan"). Good for a column of a heading row
 * that is already found, never for finding the row.
 */
export function guessOfHeading(cell: string): RowField | undefined {
  return firstReading(cell, (key) => {
    for (const [known, meaning] of BEGINNINGS) if (key.startsWith(`${known} `)) return meaning;
    return undefined;
  });
}

/** Longest first; a single word ("mail", "unit") says too little to guess by. */
const BEGINNINGS = (Object.entries(HEADINGS) as [RowField, readonly string[]][])
  .flatMap(([field, headings]) => headings.map((heading) => [keyOf(heading), field] as const))
  .filter(([key]) => key.includes(' '))
  .sort(([left], [right]) => right.length - left.length);

function firstReading<Meaning>(
  cell: string,
  look: (key: string, text: string) => Meaning | undefined,
): Meaning | undefined {
  const text = tidy(cell);
  if (text === '' || text.length > LONGEST_HEADING) return undefined;
  for (const reading of new Set([text, decodeTcvn3(text), decodeVni(text)])) {
    const bare = reading.replace(/\([^()]*\)?\s*$/, '');
    const found = look(keyOf(reading), reading) ?? look(keyOf(bare), bare);
    if (found !== undefined) return found;
  }
  return undefined;
}
