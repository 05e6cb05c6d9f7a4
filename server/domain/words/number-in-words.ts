/**
 * Numbers as Vietnamese papers spell them out: "Bằng chữ: Ba triệu sáu trăm nghìn đồng".
 * After "mươi" a 1 is "mốt", a 4 is "tư"; a 5 after any tens is "lăm". A gap is filled: 105 is "một trăm linh năm",
 * 1.005.000 "một triệu không trăm linh năm nghìn". The South says "ngàn" and "lẻ", so both are settings.
 */
export type NumberWords = { thousand: 'nghìn' | 'ngàn'; gap: 'linh' | 'lẻ' };

const STANDARD: NumberWords = { thousand: 'nghìn', gap: 'linh' };

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000;

/**
 * "Năm mươi hai", with a capital because it opens the phrase it stands in.
 *
 * @param number a whole number from 0 to 2^53 - 1; anything else throws a RangeError
 */
export function numberInWords(number: number, words: NumberWords = STANDARD): string {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`Cannot be spelled out: ${number}`);
  const spelled = number === 0 ? DIGITS[0] : spell(number, words, false).join(' ');
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

/** "Một triệu không trăm linh năm nghìn đồng", for an amount in đồng; `ending` is "./." or " chẵn" where that is usual. */
export function moneyInWords(amount: number, words: NumberWords = STANDARD, ending: '' | './.' | ' chẵn' = ''): string {
  return `${numberInWords(amount, words)} đồng${ending}`;
}

/** @param follows whether larger groups come before, so that leading zeros are read out */
function spell(number: number, words: NumberWords, follows: boolean): string[] {
  if (number >= BILLION) {
    const rest = number % BILLION;
    return [...spell(Math.floor(number / BILLION), words, follows), 'tỷ', ...spell(rest, words, true)];
  }
  const groups: [number, string][] = [
    [Math.floor(number / 1_000_000), 'triệu'],
    [Math.floor(number / 1000) % 1000, words.thousand],
    [number % 1000, ''],
  ];
  const spelled: string[] = [];
  for (const [group, name] of groups) {
    if (group === 0) continue;
    spelled.push(...spellGroup(group, words, follows || spelled.length > 0));
    if (name !== '') spelled.push(name);
  }
  return spelled;
}

function spellGroup(group: number, words: NumberWords, isFull: boolean): string[] {
  const hundreds = Math.floor(group / 100);
  const tens = Math.floor(group / 10) % 10;
  const ones = group % 10;
  const spelled: string[] = [];
  if (isFull || hundreds > 0) spelled.push(digit(hundreds), 'trăm');
  if (tens === 1) spelled.push('mười');
  if (tens > 1) spelled.push(digit(tens), 'mươi');
  if (ones === 0) return spelled;
  if (tens === 0 && spelled.length > 0) spelled.push(words.gap);
  spelled.push(spellOnes(ones, tens));
  return spelled;
}

function spellOnes(ones: number, tens: number): string {
  if (ones === 5 && tens > 0) return 'lăm';
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 4 && tens > 1) return 'tư';
  return digit(ones);
}

const digit = (value: number): string => DIGITS[value] ?? '';
