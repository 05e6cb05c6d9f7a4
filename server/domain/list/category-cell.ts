/** The cell that says in which categories a person comes: codes, names, or several of either, and what was meant by others. */
import type { Category } from '../category.ts';
import type { ListRules } from './rules.ts';
import type { CellFix, Problem } from './problem.ts';
import type { TypedRow } from './row.ts';
import { fold } from '../vietnamese/fold.ts';
import { tidy } from '../vietnamese/person-name.ts';

/** Nobody comes in more categories than that; it also bounds what one cell can ask of us. */
const MOST_CATEGORIES = 10;

/** What a part of the cell says. */
type Said = { text: string; category: Category | undefined };

export type CategoryReader = (row: TypedRow, add: (problem: Problem) => void) => string[];

/** Prepares the categories of an event once for a whole list; the reader gives the ids a row names, the main one first. */
export function categoryReader(rules: ListRules): CategoryReader {
  const book = openBook(rules);

  return ({ category: typed, position }, add) => {
    const said = book.read(tidy(typed));
    /** Written back in place of the one part that is wrong, so that a second category stays. */
    const instead = (wrong: Said | undefined): { fix?: CellFix } => {
      const meant = book.likely(wrong?.text ?? '', position);
      if (meant === undefined) return {};
      const texts = said.map((part) => (part === wrong ? meant : part.text));
      return { fix: { category: texts.join(', ') || meant } };
    };
    const refuse = (problem: Omit<Problem, 'field' | 'severity'>, severity: Problem['severity'] = 'error') =>
      add({ field: 'category', severity, ...problem });

    if (said.length === 0) refuse({ code: 'category_missing', ...instead(undefined) });
    if (said.length > MOST_CATEGORIES) {
      refuse({ code: 'category_too_many', detail: { most: String(MOST_CATEGORIES) } });
      return [];
    }
    for (const part of said) {
      const { category, text } = part;
      if (!category) {
        refuse({ code: 'category_unknown', detail: { typed: text }, ...instead(part) });
        continue;
      }
      const detail = { code: category.code, name: category.name };
      if (!isOfUnit(category, rules) && !rules.mayOverride) {
        refuse({ code: 'category_not_of_unit', detail, ...instead(part) });
      } else if (category.hostOnly && !rules.isHost) {
        refuse({ code: 'category_host_only', detail, ...instead(part) }, rules.mayOverride ? 'warning' : 'error');
      }
    }
    return [...new Set(said.flatMap(({ category }) => category?.id ?? []))];
  };
}

const isOfUnit = (category: Category, rules: ListRules): boolean =>
  (category.level === 'city') === (rules.level === 'city');

type Usable = { code: string; folded: string; words: ReadonlySet<string> };

/** The categories that the unit may register. */
const usableIn = (rules: ListRules): Usable[] =>
  rules.categories
    .filter((category) => isOfUnit(category, rules) && (!category.hostOnly || rules.isHost))
    .map(({ code, name }) => ({ code, folded: fold(code), words: new Set(wordsOf(name)) }));

/** Every category by its code, by its name, and by both as the template shows them. */
function byText({ categories }: ListRules): Map<string, Category> {
  const found = new Map<string, Category>();
  for (const category of [...categories].reverse()) {
    const { code, name } = category;
    for (const text of [`${code} - ${name}`, name, code]) found.set(keyOf(text), category);
  }
  return found;
}

/** The code that is spelt a little otherwise: "B 2" and "b.2" are B2. */
function spelt(usable: readonly Usable[], text: string): string | undefined {
  const bare = fold(text).replace(/[^a-z0-9]/g, '');
  return bare === '' ? undefined : usable.find(({ folded }) => folded === bare)?.code;
}

/** The one category whose name has every word of the text; undefined when none fits, or more than one. */
function namedBy(usable: readonly Usable[], text: string): string | undefined {
  if (tidy(text).split(' ').length < 2) return undefined;
  const wanted = wordsOf(text);
  const fitting = wanted.length < 2 ? [] : usable.filter(({ words }) => wanted.every((word) => words.has(word)));
  return fitting.length === 1 ? fitting[0]?.code : undefined;
}

function openBook(rules: ListRules) {
  const categories = byText(rules);
  const usable = usableIn(rules);
  const find = (text: string): Said => ({ text, category: categories.get(keyOf(text)) });

  /**
   * A category's name is taken whole, because it may hold a comma or "và" itself. What is nothing as a whole is cut
   * where every part is a category; failing that at commas and the like, as long as one of the parts is a category.
   */
  function read(typed: string): Said[] {
    if (typed === '') return [];
    const whole = find(typed);
    if (whole.category) return [whole];
    const cells = partsOf(typed, /[,;/+&]/g);
    const pieces = cells.flatMap(({ from, to }) => partsOf(typed, / và /giu, { from, to }));
    if (pieces.length === 0) return [];
    if (pieces.length > MOST_CATEGORIES) return pieces.map(({ from, to }) => find(typed.slice(from, to)));
    const known = cut(typed, pieces);
    if (known) return distinct(known);
    const listed = cells.flatMap(({ from, to }) => codesIn(typed.slice(from, to)) ?? [find(typed.slice(from, to))]);
    const isList = listed.some(({ text, category }) => category ?? spelt(usable, text));
    return isList ? distinct(listed) : [whole];
  }

  /** The pieces joined so that each is a category, as few as possible at the beginning; undefined when there is no such way. */
  function cut(typed: string, [first, ...rest]: readonly Part[]): Said[] | undefined {
    if (!first) return [];
    for (let count = rest.length; count >= 0; count -= 1) {
      const text = typed.slice(first.from, (rest[count - 1] ?? first).to);
      const said = find(text);
      const here = said.category ? [said] : count === 0 ? codesIn(text) : undefined;
      const after = here && cut(typed, rest.slice(count));
      if (here && after) return [...here, ...after];
    }
    return undefined;
  }

  /** Codes parted by spaces, or by what was a line break in the cell. */
  function codesIn(text: string): Said[] | undefined {
    const said = text.split(' ').map(find);
    return said.every(({ category, text: code }) => category && fold(category.code) === fold(code)) ? said : undefined;
  }

  /**
   * The code that was meant, of those the unit may use: "B 2" and "b.2" are B2; otherwise the one category whose name has
   * every word that was typed, or every word of the position. Undefined when none fits, or more than one.
   */
  const likely = (text: string, position: string): string | undefined =>
    spelt(usable, text) ?? namedBy(usable, text) ?? namedBy(usable, position);

  return { read, likely };
}

type Part = { from: number; to: number };

/** The parts between the separators, trimmed; empty parts are left out. */
function partsOf(text: string, separator: RegExp, { from, to }: Part = { from: 0, to: text.length }): Part[] {
  const bounds = [...text.slice(from, to).matchAll(separator)].map((match) => ({
    from: from + match.index,
    to: from + match.index + match[0].length,
  }));
  const starts = [from, ...bounds.map((bound) => bound.to)];
  const ends = [...bounds.map((bound) => bound.from), to];
  return starts
    .map((start, index) => trimmed(text, { from: start, to: ends[index] ?? to }))
    .filter((part) => part.from < part.to);
}

function trimmed(text: string, { from, to }: Part): Part {
  const part = text.slice(from, to);
  return { from: to - part.trimStart().length, to: from + part.trimEnd().length };
}

const distinct = (said: readonly Said[]): Said[] => [
  ...new Map(said.map((part) => [part.category?.id ?? keyOf(part.text), part])).values(),
];

/** A dash of any length is a hyphen, & is "và", and two abbreviations every office uses are written out. */
const keyOf = (text: string): string =>
  fold(text)
    .replace(/\bhdnd\b/g, 'hoi dong nhan dan')
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/ ?& ?/g, ' va ')
    .replace(/ ?[-–—] ?/g, '-');

const wordsOf = (text: string): string[] =>
  keyOf(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
