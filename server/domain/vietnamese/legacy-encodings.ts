/**
 * Text from before Unicode: "TiÕng ViÖt" (TCVN3, fonts .Vn…), "Tieáng Vieät" (VNI, fonts VNI-…), and letters with their
 * tone apart (windows-1258, "Unicode tổ hợp"). Finding it is an offer: the first two are converted only after somebody
 * has looked at a sample, because a right text ("Hoà") can be read as the wrong one ("Hồ").
 */
import { composed } from './composed.ts';
import { tcvn3Letters, vniLetters } from './legacy-tables.ts';
import { isSyllable } from './syllable.ts';

export type LegacyEncoding = 'tcvn3' | 'vni' | 'combining';

/** A cell's text and the name of its font, where one is known. */
export type LegacyText = { text: string; font?: string | undefined };

export type LegacyFinding = {
  encoding: LegacyEncoding;
  /** 0 to 1: the share of marked words that are Vietnamese once converted; 1 when the fonts say so. */
  confidence: number;
  byFont: boolean;
  /** How many texts would change. */
  count: number;
  samples: { before: string; after: string }[];
};

export function decodeTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff]/g, (sign) => tcvn3Letters.get(sign) ?? sign);
}

/** Letter and mark before the letter alone: "öôï" is ö and ôï. */
const VNI_SIGNS = new RegExp([...vniLetters.keys()].sort((left, right) => right.length - left.length).join('|'), 'gi');

/** The case of the letter decides, whatever the mark's: "Aù" and "AÙ" are Á. */
export function decodeVni(text: string): string {
  return text.replace(VNI_SIGNS, (signs) => {
    const letter = vniLetters.get(signs.toLowerCase()) ?? signs;
    return signs.charAt(0) === signs.charAt(0).toLowerCase() ? letter : letter.toUpperCase();
  });
}

/** `.VnTime` and `VNI-Times` name their encoding; in `.VnTimeH` small letters look like capitals. */
export function encodingOfFont(font: string | undefined): { encoding: 'tcvn3' | 'vni'; capitals: boolean } | undefined {
  if (font === undefined) return undefined;
  if (/^\.vn/i.test(font)) return { encoding: 'tcvn3', capitals: /H$/.test(font) };
  return /^vni[-_ ]/i.test(font) ? { encoding: 'vni', capitals: false } : undefined;
}

/**
 * Converts the texts of one sheet. A font of an old encoding decides for its own cell; other texts change only when they
 * hold nothing that was Unicode already and read better afterwards. Where a text reads well both ways ("Tên", "Tờn"), it
 * goes with the sheet: left alone when any of it is Unicode or the fonts tell the old cells apart.
 */
export function convertLegacy(texts: readonly LegacyText[], encoding: LegacyEncoding): string[] {
  if (encoding === 'combining') return texts.map(({ text }) => composed(text));
  const isMixed = texts.some(({ text, font }) => isUnicode(text) || encodingOfFont(font) !== undefined);
  return texts.map((cell) => convertText(cell, encoding, isMixed));
}

function convertText({ text, font }: LegacyText, encoding: 'tcvn3' | 'vni', isMixed: boolean): string {
  if (isAddress(text)) return text;
  const known = encodingOfFont(font);
  if (known) {
    const converted = DECODERS[known.encoding](text);
    return known.capitals ? converted.toUpperCase() : converted;
  }
  const words = markedWords(text);
  if (words.length === 0 || isUnicode(text)) return text;
  const decode = DECODERS[encoding];
  const gain = words.filter((word) => isSyllable(decode(word))).length - words.filter(isSyllable).length;
  return gain > 0 || (gain === 0 && !isMixed) ? decode(text) : text;
}

const DECODERS = { tcvn3: decodeTcvn3, vni: decodeVni };

/**
 * A single name in an old encoding, in Unicode: each of its words that is no syllable must become one. Undefined when it
 * stands well as it is, or in neither encoding.
 */
export function readAsOld(name: string): string | undefined {
  if (isUnicode(name)) return undefined;
  const words = markedWords(name);
  const broken = words.filter((word) => !isSyllable(word));
  if (broken.length === 0) return undefined;
  const fitting = Object.values(DECODERS).filter((decode) => broken.every((word) => isSyllable(decode(word))));
  const readable = fitting.find((decode) => words.every((word) => isSyllable(decode(word)))) ?? fitting[0];
  return readable?.(name);
}

/** Looks at a sheet's texts together; undefined when they look like Unicode. */
export function detectLegacy(texts: readonly LegacyText[]): LegacyFinding | undefined {
  return byFonts(texts) ?? byLetters(texts) ?? byCombining(texts);
}

/** Words a finding must explain that make no sense as they stand; one alone may be a foreign name. */
const LEAST_WORDS = 2;
const LEAST_CONFIDENCE = 0.6;
/** Enough to tell; a file can hold a million words, and each is tried in every encoding. */
const MOST_WORDS = 5000;

function byLetters(texts: readonly LegacyText[]): LegacyFinding | undefined {
  const words = firstWords(texts);
  const broken = words.filter((word) => !isSyllable(word));
  const score = (decode: (text: string) => string) => {
    const isFixed = (word: string) => isSyllable(decode(word));
    return { fixed: broken.filter(isFixed).length, readable: words.filter(isFixed).length };
  };
  const scores = [
    { encoding: 'tcvn3' as const, ...score(decodeTcvn3) },
    { encoding: 'vni' as const, ...score(decodeVni) },
  ].sort((left, right) => right.fixed - left.fixed);
  const best = scores[0];
  if (!best || best.fixed < LEAST_WORDS || best.fixed < broken.length / 2) return undefined;
  const confidence = best.readable / words.length;
  return confidence < LEAST_CONFIDENCE ? undefined : finding(texts, best.encoding, { confidence, byFont: false });
}

function firstWords(texts: readonly LegacyText[]): string[] {
  const words: string[] = [];
  for (const { text } of texts) {
    if (words.length >= MOST_WORDS) break;
    if (!isUnicode(text) && !isAddress(text)) words.push(...markedWords(text).slice(0, MOST_WORDS - words.length));
  }
  return words;
}

function byFonts(texts: readonly LegacyText[]): LegacyFinding | undefined {
  const encodings = texts
    .filter(({ text }) => /[\u00a1-\u00ff]/.test(text) && !isUnicode(text))
    .flatMap(({ font }) => encodingOfFont(font)?.encoding ?? []);
  if (encodings.length === 0) return undefined;
  const isVni = encodings.filter((encoding) => encoding === 'vni').length > encodings.length / 2;
  return finding(texts, isVni ? 'vni' : 'tcvn3', { confidence: 1, byFont: true });
}

function byCombining(texts: readonly LegacyText[]): LegacyFinding | undefined {
  if (!texts.some(({ text }) => text !== composed(text))) return undefined;
  return finding(texts, 'combining', { confidence: 1, byFont: false });
}

const MOST_SAMPLES = 5;

function finding(
  texts: readonly LegacyText[],
  encoding: LegacyEncoding,
  { confidence, byFont }: { confidence: number; byFont: boolean },
): LegacyFinding {
  const converted = convertLegacy(texts, encoding);
  const changed = texts
    .map(({ text }, index) => ({ before: text, after: converted[index] ?? text }))
    .filter(({ before, after }) => before !== after);
  return { encoding, confidence, byFont, count: changed.length, samples: changed.slice(0, MOST_SAMPLES) };
}

/** Letters no old encoding can hold, so somebody typed them in Unicode. */
const isUnicode = (text: string): boolean => /[\u0100-\u01ff\u0300-\u036f\u1ea0-\u1ef9]/.test(text);

const isAddress = (text: string): boolean => text.includes('@');

/** The longest syllable, "nghiêng", has nine letters in VNI; two written together still fit. */
const MOST_LETTERS = 20;

/** Words with a sign that the encodings differ about. Old signs count as letters: "¸", "®", "«" are letters in TCVN3. */
const markedWords = (text: string): string[] =>
  text.split(/[\s\u00a0!-/:-@[-`{-~\d]+/).filter((word) => word.length <= MOST_LETTERS && /[\u00a1-\u00ff]/.test(word));
