/** The fields of a form, ready to show: a view only writes them down. */
import type { Typed } from './typed.ts';

export type Option = { value: string; label: string };

export type Field = {
  id: string;
  name: string;
  /** "lines" is text that may be long: it wraps instead of hiding its end. */
  kind: 'text' | 'lines' | 'number' | 'choice' | 'check';
  label: string;
  value: string;
  hint?: string | undefined;
  problem?: string | undefined;
  /** Of "lines": as many as the text needs. */
  rows?: number;
  options?: Option[];
  /** The words of a first line that chooses nothing. */
  empty?: string;
  isOptional?: boolean;
  isWide?: boolean;
  behavior?: string;
};

export const isField = (cell: unknown): cell is Field => typeof cell === 'object' && cell !== null && 'label' in cell;

/** What somebody sent and what is wrong with it, by field. */
export type Attempt = { typed: Typed; problems: ReadonlyMap<string, string> };

/** Makes the fields of one form: from what was typed when it comes back, else from what is stored. */
export function fieldMaker(prefix: string, attempt: Attempt | undefined) {
  return (
    name: string,
    { stored, ...field }: Omit<Field, 'id' | 'name' | 'value' | 'problem'> & { stored: string },
  ): Field => {
    const value = attempt ? (attempt.typed.get(name) ?? '') : stored;
    const rows = field.kind === 'lines' ? { rows: rowsFor(value) } : {};
    return { id: fieldId(prefix, name), name, ...field, ...rows, value, problem: attempt?.problems.get(name) };
  };
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
