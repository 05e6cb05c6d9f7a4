/**
 * The letters of the two encodings that came before Unicode, as they look when a file is opened without their fonts.
 * TCVN3: TCVN 5712:1993 (VN3), one sign a letter; capitals with a tone do not exist, capital fonts draw them.
 * VNI (VNI for Windows): the letter and then its marks as a sign of its own.
 */
const TCVN3_LETTERS = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
const TCVN3_SIGNS = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';

/** TCVN3 sign → letter. */
export const tcvn3Letters: ReadonlyMap<string, string> = new Map(
  [...TCVN3_SIGNS].map((sign, index) => [sign, [...TCVN3_LETTERS][index] ?? sign]),
);

/** Sign → the marks it puts on the letter before it, in the order breve or circumflex, tone. */
const VNI_TONES: readonly (readonly [sign: string, marks: string])[] = [
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
];
const VNI_CIRCUMFLEX: typeof VNI_TONES = [
  ['â', '\u0302'],
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
];
const VNI_BREVE: typeof VNI_TONES = [
  ['ê', '\u0306'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
];
/** Letters VNI has a sign of their own for. */
const VNI_SINGLE: readonly (readonly [sign: string, letter: string])[] = [
  ['ñ', 'đ'],
  ['ì', 'ì'],
  ['í', 'í'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
];

const marked = (base: string, letter: string, marks: typeof VNI_TONES) =>
  marks.map(([sign, mark]) => [base + sign, (letter + mark).normalize('NFC')] as const);

/** VNI signs in small letters, one or two → letter. */
export const vniLetters: ReadonlyMap<string, string> = new Map([
  ...VNI_SINGLE,
  ...['a', 'e', 'o', 'u', 'y'].flatMap((base) => marked(base, base, VNI_TONES)),
  ...marked('ô', 'ơ', VNI_TONES),
  ...marked('ö', 'ư', VNI_TONES),
  ...['a', 'e', 'o'].flatMap((base) => marked(base, base, VNI_CIRCUMFLEX)),
  ...marked('a', 'a', VNI_BREVE),
]);
