/** The fields of a form, ready to show: a view only writes them down. */
import type { Typed } from '../../domain/words/typed-fields.ts';

export type Option = { value: string; label: string };

export type Field = {
  id: string;
  name: string;
  /** "lines" is text that may be long: it wraps instead of hiding its end. */
  kind: 'text' | 'lines' | 'number' | 'choice' | 'check';
  label: string;
  value: string;
  hint: string | undefined;
  problem: string | undefined;
  /** What is stored, in words, where somebody else was faster and what was typed differs from it. */
  now: string | undefined;
  /** Of "lines": as many as the text needs. */
  rows: number | undefined;
  /** The id of words elsewhere that say what is wrong with it. */
  notes: string | undefined;
  options: Option[];
  /** The words of a first line that chooses nothing. */
  empty: string | undefined;
  isOptional: boolean;
  isWide: boolean;
  behavior: string | undefined;
};

/** What a field is unless its form says more. */
export const plainField = {
  hint: undefined,
  now: undefined,
  rows: undefined,
  notes: undefined,
  options: [],
  empty: undefined,
  isOptional: false,
  isWide: false,
  behavior: undefined,
};

/** What a form says of a field. The rest comes from what was typed or stored. */
export type FieldWords = Pick<Field, 'kind' | 'label'> & Partial<Field> & { stored: string };

export const isField = (cell: unknown): cell is Field => typeof cell === 'object' && cell !== null && 'label' in cell;

/** What somebody sent and what is wrong with it, by field; `now` when it was sent from an older state than the stored. */
export type Attempt = { typed: Typed; problems: ReadonlyMap<string, string>; now?: NowWords | undefined };

/** How a field says what is stored now. */
export type NowWords = { storedNow: (stored: string) => string; storedNothing: string; yes: string; no: string };

/** For fields under which nothing is stored: a reason, a row that is added. */
export const unstored = (attempt: Attempt | undefined): Attempt | undefined =>
  attempt && { ...attempt, now: undefined };

/** Makes the fields of one form: from what was typed when it comes back, else from what is stored. */
export function fieldMaker(prefix: string, attempt: Attempt | undefined) {
  return (name: string, { stored, ...words }: FieldWords): Field => {
    const field = { ...plainField, ...words };
    const value = attempt ? (attempt.typed.get(name) ?? '') : stored;
    const rows = field.kind === 'lines' ? rowsFor(value) : undefined;
    const now = attempt?.now && value.trim() !== stored.trim() ? nowSentence(field, stored, attempt.now) : undefined;
    return { id: fieldId(prefix, name), name, ...field, rows, value, problem: attempt?.problems.get(name), now };
  };
}

function nowSentence(
  { kind, options, empty }: Pick<Field, 'kind' | 'options' | 'empty'>,
  stored: string,
  words: NowWords,
): string {
  if (kind === 'check') return words.storedNow(stored === '1' ? words.yes : words.no);
  const chosen = options.find(({ value }) => value === stored)?.label ?? stored;
  return words.storedNow(chosen || empty || words.storedNothing);
}

/** Characters that stand on one line of a table's text field. */
const LINE = 26;
const MOST_ROWS = 5;
const rowsFor = (text: string): number => Math.min(MOST_ROWS, Math.max(1, Math.ceil(text.length / LINE)));

/** Ids are unique on the page, where many forms have a field of the same name. */
export const fieldId = (prefix: string, name: string): string => `${prefix}-${name.replaceAll('.', '-')}`;

/** The summary above a form that came back: each line names its field and leads to it. */
export function problemLines(
  prefix: string,
  { attempt, fields }: { attempt: Attempt | undefined; fields: readonly Field[] },
): { href: string | undefined; text: string }[] {
  return [...(attempt?.problems ?? [])].map(([name, sentence]) => {
    const label = fields.find((field) => field.name === name)?.label;
    return {
      href: name === 'form' ? undefined : `#${fieldId(prefix, name)}`,
      text: label === undefined || sentence.startsWith(label) ? sentence : `${label}: ${sentence}`,
    };
  });
}

export const ticked = (isOn: boolean): string => (isOn ? '1' : '');
