/**
 * One cell of a delegate at a time: what it is taken for, what is wrong with it, and how it would read instead where
 * that can be said.
 */
import type { CellFix, Problem } from './problem.ts';
import type { TypedRow } from './row.ts';
import { hasHidden, isDamaged, withoutHidden } from '../vietnamese/damaged-text.ts';
import { readAsOld } from '../vietnamese/legacy-encodings.ts';
import {
  type Honorific,
  type NameReading,
  plainName,
  readHonorific,
  readName,
  tidy,
} from '../vietnamese/person-name.ts';
import { readPhone, showPhone } from '../vietnamese/phone.ts';

type Add = (problem: Problem) => void;

/** "Ông" before the name answers an empty cell beside it; titles and capitals are corrected, unless the row says as typed. */
export function checkName(typed: TypedRow, add: Add): { fullName: string; honorific: Honorific } {
  const field = 'fullName';
  const reading = readName(typed.fullName);
  const old = readAsOld(tidy(typed.fullName));
  if (typed.keepsName || old !== undefined) {
    const fullName = plainName(typed.fullName);
    if (old === undefined) addFault(fullName, typed, add);
    else if (!typed.keepsName) {
      const { fullName: name } = readName(old);
      add({ field, code: 'name_old_letters', severity: 'warning', detail: { name }, fix: { fullName: name } });
    }
    return { fullName, honorific: '' };
  }
  const { fullName, honorific } = reading;
  if (!addFault(fullName, typed, add)) addReviewProblems(reading, tidy(typed.honorific) === '', add);
  return { fullName, honorific };
}

/** What no list can carry; false when there is nothing of the kind. */
function addFault(fullName: string, typed: TypedRow, add: Add): boolean {
  const refuse = (code: Problem['code'], fix?: CellFix) => {
    add({ field: 'fullName', code, severity: 'error', ...(fix && { fix }) });
    return true;
  };
  if (fullName === '') return refuse('name_missing');
  if (isDamaged(fullName)) return refuse('name_damaged');
  if (hasHidden(typed.fullName)) {
    const seen = tidy(withoutHidden(typed.fullName));
    return refuse('name_hidden', seen === '' ? undefined : { fullName: seen });
  }
  if (!/\p{L}/u.test(fullName) || /[\p{N}@=<>{}]/u.test(fullName)) return refuse('name_not_a_name');
  return false;
}

/** What is put right by itself, and what asks for eyes. */
function addReviewProblems(
  { fullName, honorific, wasCapitals, wasSmall, title }: NameReading,
  takesHonorific: boolean,
  add: Add,
): void {
  const warn = (code: Problem['code'], more: Pick<Problem, 'detail' | 'fix'> = {}) =>
    add({ field: 'fullName', code, severity: 'warning', ...more });
  const fix: CellFix = { fullName, ...(honorific !== '' && takesHonorific && { honorific }) };
  if (wasCapitals) warn('name_capitals', { detail: { name: fullName }, fix });
  if (wasSmall) warn('name_small_letters', { detail: { name: fullName }, fix });
  if (title !== '') warn('name_title', { detail: { title, name: fullName }, fix });
  const bare = tidy(fullName.replace(/[([][^)\]]*[)\]]?/g, ' '));
  if (bare !== fullName)
    warn('name_brackets', { detail: { name: bare }, ...(bare !== '' && { fix: { fullName: bare } }) });
  const parts = bare.split(/[,;/&+|]| và | [-–—] /).filter((part) => /\p{L}/u.test(part));
  if (parts.length > 1) warn('name_two');
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
