/** The fields of one person as a form shows them: what stands in them, and what is wrong beside each. */
import type { Category } from '../../domain/category.ts';
import type { CheckedLine } from '../../domain/list/check-list.ts';
import { type RowField, rowFields, type TypedRow } from '../../domain/list/row.ts';
import { tidy } from '../../domain/vietnamese/person-name.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { problemSentence } from '../../i18n/problem-sentence.ts';

export type PersonFormFacts = {
  typed: TypedRow;
  /** Set when what was typed could not be taken. */
  line?: CheckedLine | undefined;
  /** What may be chosen; whatever else was typed stays choosable, so that nothing typed is lost. */
  categories: readonly Category[];
  /** The reason field for a category outside the unit; undefined where nobody may override. */
  overrideReason: string | undefined;
  t: Words;
};

export function personForm({ typed, line, categories, overrideReason, t }: PersonFormFacts) {
  const problems = line ? problemsOf(line, t) : {};
  const [main = '', ...others] = typed.category
    .split(/[,;]/)
    .map(tidy)
    .filter((code) => code !== '');
  const choices = categories.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }));
  const field = (name: RowField) => ({
    name,
    label: t.people.fields[name],
    value: typed[name],
    problem: problems[name],
  });
  return {
    problems,
    labels: t.people.fields,
    fields: Object.fromEntries(rowFields.map((name) => [name, field(name)])),
    honorifics: withTyped(
      ['Ông', 'Bà'].map((word) => ({ value: word, label: word })),
      typed.honorific,
    ),
    categoryChoices: withTyped(choices, main),
    mainCategory: main,
    otherCategories: choices.map((choice) => ({ ...choice, isChecked: others.includes(choice.value) })),
    hasOthers: others.length > 0,
    asksWhetherAnother: typed.anotherPerson === true || (line?.problems.some(isTwin) ?? false),
    isAnother: typed.anotherPerson === true,
    overrideReason,
  };
}

const isTwin = ({ code }: { code: string }) => code === 'duplicate' || code === 'possible_duplicate';

/** One sentence per field: what keeps the line back before what is only worth a look. */
function problemsOf(line: CheckedLine, t: Words): Partial<Record<RowField, string>> {
  const problems: Partial<Record<RowField, string>> = {};
  const blocking = line.problems.filter((problem) => problem.severity === 'error' || isTwin(problem));
  for (const problem of blocking) problems[problem.field] ??= problemSentence(problem, t);
  return problems;
}

const withTyped = (choices: { value: string; label: string }[], typed: string) =>
  typed === '' || choices.some(({ value }) => value === typed) ? choices : [...choices, { value: typed, label: typed }];
