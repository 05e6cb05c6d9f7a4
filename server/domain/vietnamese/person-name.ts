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
  return typed
    .normalize('NFC')
    .replace(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim();
}

const TITLE = /^(đ\/c|đồng chí|ths\.?|ts\.?|pgs\.?|gs\.?|bs\.?|ks\.?|cn\.?|ls\.?)(?:\s+|$)/iu;
const MISTER = /^(ông|bà)(?:\s+|$)/iu;

export type NameReading = { fullName: string; honorific: Honorific; wasCapitals: boolean };

/**
 * Takes a name out of a cell: "Ông ", "Đ/c ", "ThS. " before it are put aside, Ð (U+00D0) becomes Đ,
 * NGUYỄN VĂN AN becomes Nguyễn Văn An. Names of two to six syllables and ethnic names stay as typed.
 */
export function readName(typed: string): NameReading {
  let name = tidy(typed).replaceAll('Ð', 'Đ').replaceAll('ð', 'đ');
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
  return { fullName: wasCapitals ? capitalised(name) : name, honorific, wasCapitals };
}

function capitalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase());
}

/** "Ông Bùi Nhựt Thoại", or the bare name when the honorific is not known. */
export const addressed = (person: { honorific: string; fullName: string }): string =>
  person.honorific === '' ? person.fullName : `${person.honorific} ${person.fullName}`;
