import { composed } from './composed.ts';

export type Honorific = 'Ông' | 'Bà' | '';

const HONORIFICS: Record<string, Honorific> = {
  ông: 'Ông',
  ong: 'Ông',
  nam: 'Ông',
  mr: 'Ông',
  'mr.': 'Ông',
  bà: 'Bà',
  ba: 'Bà',
  nữ: 'Bà',
  nu: 'Bà',
  ms: 'Bà',
  mrs: 'Bà',
  'ms.': 'Bà',
  'mrs.': 'Bà',
  cô: 'Bà',
  chị: 'Bà',
}; // prettier-ignore

/** "Ông", "Nam", "Mr" and the like; undefined when the word is not known, '' when nothing was said. */
export function readHonorific(typed: string): Honorific | undefined {
  const word = tidy(typed).toLowerCase();
  if (['', 'ông (bà)', 'ông/bà'].includes(word)) return '';
  return Object.hasOwn(HONORIFICS, word) ? HONORIFICS[word] : undefined;
}

/** NFC, without the no-break spaces and line breaks that come along from a spreadsheet. */
export function tidy(typed: string): string {
  const text = composed(typed);
  return UNTIDY.test(text) ? text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim() : text;
}

/** Most cells are tidy, and a table's are looked at many times. */
const UNTIDY = /[^\S ]|[\u200b\ufeff]| {2}|^ | $/;

/** After a full stop the name may follow at once: "ThS.Lý Ngọc Xuyến". */
const TITLE =
  /^(?:đ\/c[.:]?\s*|đồng chí:?(?:\s+|$)|(?:ths|tskh|ts|pgs|gs|bs|bsckii?|ck(?:ii?|[12])|ks|cn|ls)(?:\.\s*|\s+|$))/iu;
const MISTER = /^(ông|bà)(?:[.:]\s*|\s+|$)/iu;

export type NameReading = {
  fullName: string;
  honorific: Honorific;
  wasCapitals: boolean;
  /** Not one capital in two words or more: "nguyễn văn an". */
  wasSmall: boolean;
  /** What stood before the name and was put aside: "Ông", "Đ/c", "ThS."; '' when nothing did. */
  title: string;
};

/** The name as it stands, but for spaces and the Icelandic Ð (U+00D0) that old keyboards give for Đ. */
export const plainName = (typed: string): string => tidy(typed).replaceAll('Ð', 'Đ').replaceAll('ð', 'đ');

/** Whether the name would be read as another one: it was written so on purpose. */
export const isKeptName = (fullName: string): boolean => readName(fullName).fullName !== fullName;

/**
 * Takes a name out of a cell: "Ông ", "Đ/c ", "ThS. " before it are put aside, Ð (U+00D0) becomes Đ,
 * NGUYỄN VĂN AN and nguyễn văn an become Nguyễn Văn An. Names of two to six syllables and ethnic names stay as typed.
 */
export function readName(typed: string): NameReading {
  const whole = plainName(typed);
  let name = whole;
  let honorific: Honorific = '';
  for (let before = ''; before !== name;) {
    before = name;
    const mister = MISTER.exec(name);
    if (mister && honorific === '') {
      honorific = readHonorific(mister[1] ?? '') ?? '';
      name = name.slice(mister[0].length);
    }
    name = name.replace(TITLE, '');
  }
  const wasCapitals = /\p{Lu}/u.test(name) && !/\p{Ll}/u.test(name) && [...name].length > 3;
  const title = whole.slice(0, whole.length - name.length).trim();
  const wasSmall = !/\p{Lu}/u.test(name) && /\p{Ll}\S* \p{Ll}/u.test(name);
  const fullName = wasCapitals || wasSmall ? capitalised(name) : name;
  return { fullName, honorific, wasCapitals, wasSmall, title };
}

/** After an apostrophe too: K'Brứt, H'Hen Niê. */
function capitalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'’ʼ-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

/** "Ông Bùi Nhựt Thoại", or the bare name when the honorific is not known. */
export const addressed = (person: { honorific: string; fullName: string }): string =>
  person.honorific === '' ? person.fullName : `${person.honorific} ${person.fullName}`;
