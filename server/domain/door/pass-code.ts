/**
 * The codes on an invitation. The alphabet has no vowels and no Y, D, W, so Vietnamese keyboard software cannot turn
 * what a USB scanner types into "â" or "đ" (Telex, VNI). 23 characters of 20 are 99 bits; the short code for typing
 * has 8 characters (34 bits) and is only ever tried within one cluster and under a rate limit.
 */
export const ALPHABET = 'CFGHKLMNPQRTVX346789';
export const TOKEN_LENGTH = 23;
export const SHORT_CODE_LENGTH = 8;

/** A token or a short code in its one spelling: upper case, no spaces. Only `readPassCode` and `toCode` make one. */
export type PassCode = string & { readonly brand: 'PassCode' };

const PATTERN = new RegExp(`^[${ALPHABET}]+$`);

/**
 * Reads what a camera, a scanner or a person gives: the invitation's URL, a bare token, a short code, in any case,
 * with the spaces and dashes people put in. Only the last path segment counts, so a garbled host does no harm.
 * Undefined when it cannot be a code of ours.
 */
export function readPassCode(raw: string): { kind: 'token' | 'short'; code: PassCode } | undefined {
  const code = lastSegment(raw);
  if (!PATTERN.test(code)) return undefined;
  if (code.length === TOKEN_LENGTH) return { kind: 'token', code: code as PassCode };
  if (code.length === SHORT_CODE_LENGTH && !raw.includes('/')) return { kind: 'short', code: code as PassCode };
  return undefined;
}

function lastSegment(raw: string): string {
  const path = raw
    .trim()
    .replace(/[?#].*$/s, '')
    .replace(/\/+$/, '');
  return path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(/[\s\u00a0-]+/g, '');
}

/** Writes the leading bits of `bytes` (a MAC of at least 16 bytes) as `length` characters of the alphabet. */
export function toCode(bytes: Uint8Array, length: number): PassCode {
  let number = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  let code = '';
  for (let index = 0; index < length; index += 1) {
    code += ALPHABET[Number(number % 20n)];
    number /= 20n;
  }
  return code as PassCode;
}

/** "7KQ4XHPT" as it is printed: "7KQ4 XHPT". */
export const showShortCode = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/** A pairing code as typed or scanned (the last path segment of its link), or undefined when it cannot be one. */
export function readPairingCode(raw: string, length: number): PassCode | undefined {
  const code = lastSegment(raw);
  return PATTERN.test(code) && code.length === length ? (code as PassCode) : undefined;
}
