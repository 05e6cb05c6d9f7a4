/** The lines of a list as the review shows them: what needs eyes first, each with what is wrong and how to fix it. */
import { problemSentence } from '../../../i18n/problem-sentence.ts';
import type { Problem, ProblemCode } from '../../../domain/list/problem.ts';
import { type RowField, rowAnswers, rowFields, type TypedRow } from '../../../domain/list/row.ts';
import { isOfLeaver } from '../../../domain/list/duplicates.ts';
import {
  type CellEdit,
  fixKey,
  isOnList,
  fixedRow,
  type QuickFix,
  quickFixes,
  rowNumber,
  rowsOf,
} from '../../../domain/list/quick-fixes.ts';
import { lineNeedsReview, isAnswered, needsReview, type PlannedLine } from '../../../domain/list/registration-plan.ts';
import type { Words } from '../../../i18n/catalogue.ts';

/** `known` stands on the list already, by this very line: nothing to do. `changed` too, and the file says more of them. */
export type Tone = 'bad' | 'warn' | 'ok' | 'changed' | 'known';

export function toneOf(line: PlannedLine): Tone {
  if (line.kind === 'problem') return 'bad';
  if (line.kind === 'duplicate' && isOnList(line)) return line.typed.samePerson ? 'changed' : 'known';
  return lineNeedsReview(line) ? 'warn' : 'ok';
}

const URGENCY: Record<Tone, number> = { bad: 0, warn: 1, changed: 2, ok: 3, known: 4 };

export function reviewedLines(lines: readonly PlannedLine[], t: Words) {
  return lines
    .map((line) => ({ line, tone: toneOf(line) }))
    .sort((left, right) => URGENCY[left.tone] - URGENCY[right.tone] || left.line.line - right.line.line)
    .map(({ line, tone }) => reviewedLine(line, tone, t));
}

function reviewedLine(line: PlannedLine, tone: Tone, t: Words) {
  const number = rowNumber(line);
  const of = (field: RowField) => line.problems.filter((problem) => problem.field === field);
  const { anotherPerson = false, comesAgain = false, keepsName = false } = line.typed;
  const hasLeft = line.problems.some(({ code }) => isOfLeaver(code));
  const severityOf = (field: RowField) => {
    if (of(field).some(({ severity }) => severity === 'error')) return 'bad';
    return tone !== 'known' && tone !== 'changed' && of(field).some((problem) => isShown(problem, line)) ? 'warn' : '';
  };
  return {
    line: line.line,
    number,
    tone,
    kind: line.kind,
    outcome: hasLeft
      ? t.registration.leftOutcome
      : tone === 'changed'
        ? t.registration.changedOutcome
        : t.registration.outcome[line.kind],
    // Who has a place needs no word, an error has its own, and who waits has it beside the number.
    saysOutcome: line.kind === 'duplicate',
    isWaiting: line.kind === 'waiting',
    isQuiet: tone === 'known' || tone === 'changed',
    cells: rowFields.map((field) => ({
      field,
      value: line.typed[field],
      column: t.registration.columns[field],
      label: t.registration.cell(t.registration.columns[field], number),
      isEmpty: field === 'note' && line.typed[field].trim() === '',
      severity: severityOf(field),
    })),
    messages: line.problems.filter((problem) => isShown(problem, line)).map((problem) => messageOf(problem, line, t)),
    asksWhetherAnother: line.problems.some(({ code }) => TWINS.includes(code)),
    asksWhetherSame: line.problems.some(({ code }) => code === 'known_elsewhere'),
    isSameElsewhere: line.typed.sameElsewhere === true,
    asksWhetherAgain: hasLeft,
    isAgain: comesAgain,
    isSame: line.typed.samePerson === true,
    isAnother: anotherPerson,
    keepsName,
  };
}

const TWINS: readonly ProblemCode[] = [
  'duplicate',
  'possible_duplicate',
  'known_elsewhere',
  'left_withdrawn',
  'left_replaced',
];

const isShown = (problem: Problem, line: PlannedLine): boolean =>
  !isAnswered(problem, line.typed) && (needsReview(problem) || line.kind === 'problem');

function messageOf(problem: Problem, line: PlannedLine, t: Words) {
  const key = fixKey(problem, line.typed);
  return {
    id: `message-${line.line}-${problem.field}-${problem.code}`,
    field: problem.field,
    isError: problem.severity === 'error',
    text: problemSentence(problem, t),
    fix:
      key === undefined
        ? undefined
        : {
            value: `${key}@${fixedRow(problem, line)}`,
            label: fixLabel(problem, t),
            isDone: DONE_ANYWAY.includes(problem.code),
          },
    // "As typed" is an answer to what is put right by itself, and only to a name: a wrong number helps nobody.
    canKeep: keepsName(problem.code),
  };
}

const KEEPS_NAME: readonly ProblemCode[] = [
  ...(['name_capitals', 'name_small_letters', 'name_title'] as const),
  ...(['name_old_letters', 'name_brackets', 'name_two'] as const),
];
const keepsName = (code: ProblemCode): boolean => KEEPS_NAME.includes(code);

/** What is written so anyway asks "is that right?", everything else names what it would put there. */
const DONE_ANYWAY: readonly ProblemCode[] = [
  'name_capitals',
  'name_small_letters',
  'name_title',
  'phone_old_prefix',
  'email_two',
];

const fixLabel = ({ code, fix = {}, field, detail }: Problem, t: Words): string =>
  code === 'category_left_out'
    ? t.quickFixes.addCategory(detail?.['categories'] ?? '', detail?.['line'] ?? '')
    : DONE_ANYWAY.includes(code)
      ? t.quickFixes.right
      : t.quickFixes.changeTo(fix[field] ?? '');

/** The card of quick fixes: those that can be taken now, and those that can be given back. */
export function quickFixCard(lines: readonly PlannedLine[], done: readonly QuickFix[], t: Words) {
  const numbers = new Map(lines.map((line) => [rowNumber(line), line.line]));
  const open = quickFixes(lines).map((fix) => {
    const rows = rowsOf(fix);
    return {
      key: fix.key,
      title: titleOf(fix, t),
      sample: t.quickFixes.rows(rows.length, exampleOf(fix)),
      take: t.quickFixes.take(rows.length),
      see: t.quickFixes.see(rows.length),
      edits: rows.map((row) => {
        const changes = fix.edits.filter((edit) => edit.row === row).map(exampleText);
        const keepName = keepsName(fix.code) ? `row.${numbers.get(row) ?? 0}.keepsName` : undefined;
        return { text: t.quickFixes.edit(row, changes.join('; ')), keepName };
      }),
    };
  });
  const taken = done.map((fix) => ({
    key: fix.key,
    title: titleOf(fix, t),
    line: t.quickFixes.done(rowsOf(fix).length),
    undo: t.quickFixes.undoOf(titleOf(fix, t)),
  }));
  return { open, taken };
}

function titleOf({ code, edits }: QuickFix, t: Words): string {
  const title = t.quickFixes.titles[code];
  const category = edits.find(({ field }) => field === 'category');
  return title ?? t.quickFixes.changeCategory(category?.from ?? '', category?.to ?? '');
}

const exampleOf = ({ edits }: QuickFix): string => {
  const [first] = edits;
  return first ? exampleText(first) : '';
};
const exampleText = ({ from, to }: CellEdit): string => `${shown(from)} → ${shown(to)}`;
const shown = (text: string): string => (text.trim() === '' ? '–' : text);

/** Lines left out, by what is known of them. */
export const omittedLines = (rows: readonly TypedRow[], from: number, t: Words) =>
  rows.map((row, index) => ({
    line: from + index + 1,
    number: row.source?.row ?? from + index + 1,
    fields: rowFields.map((field) => ({ field, value: row[field] })),
    answers: rowAnswers.filter((answer) => row[answer]),
    text: t.quickFixes.omitted(
      row.source?.row ?? from + index + 1,
      [row.honorific, row.fullName, row.position].filter((part) => part.trim() !== '').join(' '),
    ),
    takeBack: t.quickFixes.takeBackOf(row.source?.row ?? from + index + 1),
  }));
