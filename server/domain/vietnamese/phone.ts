import { composed } from './composed.ts';

/** Prefixes of 11-digit mobile numbers and what they became in 2018. */
const OLD_PREFIXES: Record<string, string> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
}; // prettier-ignore

export type PhoneReading =
  | { kind: 'none' }
  | { kind: 'mobile' | 'landline'; phone: string; oldPrefix?: { from: string; to: string } }
  /** Kept as typed: a phone number never costs a delegate the seat. */
  | { kind: 'unusual'; phone: string }
  /** "9.33E+08": a spreadsheet showed a number rounded and saved what it showed. The other digits are gone. */
  | { kind: 'rounded'; phone: string };

/**
 * Reads a phone number as people type it: separators, +84, the 0 that Excel drops, 11-digit numbers from before 2018.
 * The result is digits only, e.g. `0900000011`.
 */
export function readPhone(typed: string): PhoneReading {
  const text = composed(typed).trim();
  if (text === '') return { kind: 'none' };
  const number = readNumber(text);
  if (number === undefined) return { kind: 'rounded', phone: text };
  let digits = number.replace(/[\s\u00a0.\-()–]/g, '');
  if (!/^\+?\d+$/.test(digits)) return { kind: 'unusual', phone: text };
  digits = digits.replace(/^\+?840?(?=[1-9]\d{8,9}$)/, '0').replace(/^\+/, '');
  if (/^(?:[3-9]\d{8}|[12]\d{9})$/.test(digits)) digits = `0${digits}`;
  const prefix = digits.slice(0, 4);
  const replacement = OLD_PREFIXES[prefix];
  if (digits.length === 11 && replacement) {
    return { kind: 'mobile', phone: replacement + digits.slice(4), oldPrefix: { from: prefix, to: replacement } };
  }
  if (/^0[35789]\d{8}$/.test(digits)) return { kind: 'mobile', phone: digits };
  if (/^02\d{9}$/.test(digits)) return { kind: 'landline', phone: digits };
  return { kind: 'unusual', phone: text };
}

/** The digits of a number as programs write it: "900000011.0", "9.00000011E+08"; undefined when some are rounded away. */
function readNumber(text: string): string | undefined {
  const exponent = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text);
  if (!exponent) return /^\d{9,}\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text;
  const [, first = '', rest = '', power = '0'] = exponent;
  return rest.length === Number(power) ? first + rest : undefined;
}

/** "0900000011" as people read it: "0900 000 011". Anything unusual is shown as it is. */
export function showPhone(phone: string): string {
  if (/^0\d{9}$/.test(phone)) return `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`;
  if (/^02\d{9}$/.test(phone)) return `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`;
  return phone;
}
