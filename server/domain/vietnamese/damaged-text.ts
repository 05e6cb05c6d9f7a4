/** What a name looks like when a program has spoilt it on the way. */

/** Letters that are gone: "Nguy?n V?n An" is what Excel writes as "CSV (Comma delimited)" on an English machine. */
const LOST = /[?\ufffd\p{Co}\p{Cn}\p{Cs}]/u;

/**
 * UTF-8 read as windows-1252, byte by byte: "Nguyá»…n VÄƒn An". The letters of Vietnamese begin with the bytes C3 to C6
 * and E1 BA or E1 BB, and go on with 80 to BF. A0 looks like a blank, so a capital after a small letter says it as well.
 */
const CONTINUED = '[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
const MISREAD = new RegExp(`[ÃÄÅÆ]${CONTINUED}|á[º»]${CONTINUED}|\\p{Ll}[ÃÄÅÆ]`, 'u');

/** Whether letters of the name are lost or changed, so that nobody but its owner can say what it was. */
export const isDamaged = (name: string): boolean => LOST.test(name) || MISREAD.test(name);

/** Signs that are not seen and change what is: control characters, marks that turn the direction of reading, joiners. */
const HIDDEN = /[^\P{Cc}\t\n\v\f\r]|[^\P{Cf}\u200b\ufeff]/u;
/** Two that are left by browsers and spreadsheets count as blanks, and harm only inside a word. */
const BLANK_INSIDE = /([\p{L}\p{M}])[\u200b\ufeff]+(?=\p{L})/u;

export const hasHidden = (typed: string): boolean => HIDDEN.test(typed) || BLANK_INSIDE.test(typed);

/** The text without what cannot be seen. */
export const withoutHidden = (typed: string): string =>
  typed.replace(new RegExp(HIDDEN, 'gu'), '').replace(new RegExp(BLANK_INSIDE, 'gu'), '$1');
