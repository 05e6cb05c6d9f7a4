/** What came out of a form, as it was typed, and the same as a plan file would say it: the plan's rules judge the rest. */
import { z } from 'zod';
import { tidy } from '../vietnamese/person-name.ts';

export type Typed = ReadonlyMap<string, string>;

const MOST_CHARACTERS = 2000;
const body = z.record(z.string(), z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')]));

/** @param most what is longer is cut: no field of these pages has more to say */
export const readTyped = (raw: unknown, most = MOST_CHARACTERS): Typed =>
  new Map(Object.entries(body.catch({}).parse(raw ?? {})).map(([name, text]) => [name, text.slice(0, most)]));

export const textOf = (typed: Typed, name: string): string => tidy(typed.get(name) ?? '');

export const isTicked = (typed: Typed, name: string): boolean => typed.get(name) === '1';

/** The text, or nothing when the field was left empty. */
export const givenText = (typed: Typed, name: string): string | undefined => textOf(typed, name) || undefined;

/** Far beyond every rule, and still exact. */
const FURTHEST = 1e12;

/** A whole number, far out of range if need be; what is none stays as typed, so that the rule can say so. */
export function givenNumber(typed: Typed, name: string): number | string | undefined {
  const text = givenText(typed, name);
  if (text === undefined || !/^[-−]?\d+$/.test(text)) return text;
  return Math.min(FURTHEST, Math.max(-FURTHEST, Number(text.replace('−', '-'))));
}

/** What `read` makes of the text; what it cannot read stays as typed, so that the rule can say so. */
export function givenAs(typed: Typed, name: string, read: (text: string) => string | undefined): string | undefined {
  const text = givenText(typed, name);
  return text === undefined ? undefined : (read(text) ?? text);
}

/** The keys of the rows in a table form: `row.<key>.title` → `<key>`, each once, in the order of the form. */
export const rowKeys = (typed: Typed, table: string): string[] => [
  ...new Set(
    [...typed.keys()].flatMap((name) => {
      const [start, key, field] = name.split('.');
      return start === table && key && field ? [key] : [];
    }),
  ),
];
