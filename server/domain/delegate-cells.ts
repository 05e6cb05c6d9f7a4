/**
 * One cell of a delegate at a time: what it is taken for, what is wrong with it, and how it would read instead where
 * that can be said.
 */
import type { CellFix, Problem, TypedRow } from './delegate-list.ts';
import { type Honorific, plainName, readHonorific, readName, tidy } from './vietnamese/person-name.ts';
import { readPhone, showPhone } from './vietnamese/phone.ts';

type Add = (problem: Problem) => void;

/** "Ông" before the name answers an empty cell beside it; titles are put aside and capitals put right, unless told not to. */
export function checkName(typed: TypedRow, add: Add): { fullName: string; honorific: Honorific } {
  const reading = typed.keepsName
    ? { fullName: plainName(typed.fullName), honorific: '' as const, wasCapitals: false, title: '' }
    : readName(typed.fullName);
  const { fullName, honorific, wasCapitals, title } = reading;
  const field = 'fullName';
  const fix: CellFix = { fullName, ...(honorific !== '' && tidy(typed.honorific) === '' && { honorific }) };
  if (fullName === '') add({ field, code: 'name_missing', severity: 'error' });
  else if (!/\p{L}/u.test(fullName) || /[\p{N}@=<>{}]/u.test(fullName)) {
    add({ field, code: 'name_not_a_name', severity: 'error' });
  } else {
    if (wasCapitals) add({ field, code: 'name_capitals', severity: 'warning', detail: { name: fullName }, fix });
    if (title !== '') add({ field, code: 'name_title', severity: 'warning', detail: { title, name: fullName }, fix });
  }
  return { fullName, honorific };
}

export function checkHonorific(typed: TypedRow, fromName: Honorific, add: Add): Honorific {
  const read = readHonorific(typed.honorific);
  if (read === undefined) {
    const meant = likelyHonorific(typed.honorific);
    const fix = meant !== undefined && { fix: { honorific: meant } };
    add({ field: 'honorific', code: 'honorific_unknown', severity: 'error', ...fix });
    return '';
  }
  return read === '' ? fromName : read;
}

/** "Ông:" and "B." are slips of the hand; "Đ/c" in this column says nothing of Ông or Bà. */
function likelyHonorific(typed: string): Honorific | undefined {
  const word = tidy(typed).replace(/[.:,;]+$/, '');
  if (readName(`${word} A`).fullName === 'A') return readHonorific(word) ?? '';
  return readHonorific(word);
}

export function checkPhone(typed: string, add: Add): string | undefined {
  const reading = readPhone(typed);
  if (reading.kind === 'none') return undefined;
  const { phone } = reading;
  const field = 'phone';
  if (reading.kind === 'rounded') add({ field, code: 'phone_rounded', severity: 'warning' });
  else if (reading.kind === 'unusual') {
    const [first, ...others] = numbersIn(phone);
    if (first === undefined || others.length === 0) add({ field, code: 'phone_unusual', severity: 'warning' });
    else add({ field, code: 'phone_two', severity: 'warning', detail: { first }, fix: { phone: first } });
  } else if (reading.oldPrefix) {
    const fix = { phone: showPhone(phone) };
    add({ field, code: 'phone_old_prefix', severity: 'warning', detail: reading.oldPrefix, fix });
  }
  return phone;
}

/** Several numbers in one cell, each whole; none when a part is something else. */
function numbersIn(typed: string): string[] {
  const readings = typed
    .split(/[/;,\n–]|\s-\s|\shoặc\s/)
    .filter((part) => part.trim() !== '')
    .map(readPhone);
  const isWhole = readings.every(({ kind }) => kind === 'mobile' || kind === 'landline');
  return isWhole ? readings.flatMap((reading) => (reading.kind === 'none' ? [] : [showPhone(reading.phone)])) : [];
}

/** Letters with tones are a slip of the keyboard here: no office has such an address, and few servers deliver to one. */
const EMAIL =
  /^[^\s@<>(),;:"\\[\]\u0080-\uffff]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

export function checkEmail(typed: string, add: Add): string | undefined {
  const email = tidy(typed);
  const field = 'email';
  if (email === '') {
    add({ field, code: 'email_missing', severity: 'warning' });
    return undefined;
  }
  if (EMAIL.test(email)) return email;
  const [first, ...others] = email.split(/[\s;,/]+/).filter((part) => part !== '');
  if (first !== undefined && others.length > 0 && [first, ...others].every((part) => EMAIL.test(part))) {
    const detail = { kept: first, left: others.join(', ') };
    add({ field, code: 'email_two', severity: 'warning', detail, fix: { email: first } });
    return first;
  }
  const meant = likelyEmail(email);
  add({ field, code: 'email_invalid', severity: 'error', ...(meant !== undefined && { fix: { email: meant } }) });
  return undefined;
}

/** The usual slips: spaces around @, a comma for a dot, "mailto:", a full stop at the end, tones typed along. */
function likelyEmail(email: string): string | undefined {
  const bare = email
    .replace(/^mailto:/i, '')
    .replace(/^<(.*)>$/, '$1')
    .replace(/[.,;]+$/, '')
    .replace(/\s*([@.,])\s*/g, '$1')
    .replace(/@+/g, '@')
    .replaceAll(',', '.')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đð]/g, 'd')
    .replace(/[ĐÐ]/g, 'D');
  return EMAIL.test(bare) ? bare : undefined;
}
