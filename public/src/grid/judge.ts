/**
 * What the server would say to the rows now, by its own rules: a state per row, marks per cell, and the counts. A row
 * somebody is in the middle of is "being entered": what is still missing there is not held against it.
 */
import type { Problem, ProblemCode } from '../../../server/domain/list/problem.ts';
import { type RowField, rowFields } from '../../../server/domain/list/row.ts';
import type { GridFacts } from '../../../server/domain/list/desk-grid.ts';
import {
  lineNeedsReview,
  isAnswered,
  needsReview,
  type PlannedLine,
  planRegistration,
} from '../../../server/domain/list/registration-plan.ts';
import type { GridTexts } from '../../../server/i18n/vi/desk.ts';
import { isOfLeaver } from '../../../server/domain/list/duplicates.ts';
import { fill } from '../dom/fill.ts';
import { isBlank, type Rows } from './sheet.ts';

export type RowState = 'entering' | 'ready' | 'look' | 'problem' | 'waiting' | 'duplicate';

/** `quiet` tints a cell without asking for anything: no e-mail only means a printed card. */
export type Mark = { tone: 'bad' | 'warn' | 'quiet'; sentences: string[] };

export type JudgedRow = {
  state: RowState;
  marks: Partial<Record<RowField, Mark>>;
  kind: PlannedLine['kind'];
  /** What only the clerk knows of a row that is not to be written. */
  asks?: 'anotherPerson' | 'comesAgain';
  /** How the row looks while somebody is in the middle of it, where that is another way. */
  whileEntered?: JudgedRow;
};

export type Tally = Record<RowState, number> & { rows: number };

export type Judged = {
  /** By row of the grid; undefined for a blank one. */
  rows: readonly (JudgedRow | undefined)[];
  tally: Tally;
  /** Rows that will ask for a place once they are in order: all but the duplicates. */
  heads: number;
  /** How many ready rows stand in each category, by its id. */
  byCategory: ReadonlyMap<string, number>;
};

/** By what the server will judge, and in which words. */
export type Rulebook = Pick<GridFacts, 'rules' | 'capacity'> & { words: Pick<GridTexts, 'problems'> };

const MISSING: readonly ProblemCode[] = ['name_missing', 'position_missing', 'category_missing', 'email_missing'];

export function judge(rows: Rows, { rules, capacity, words }: Rulebook): Judged {
  const filled = rows.flatMap((row, index) => (isBlank(row) ? [] : [{ row, index }]));
  const plan = planRegistration(
    filled.map(({ row }) => row),
    rules,
    capacity,
  );
  /** The plan counts the filled rows; people see the number beside the row. */
  const numberOf = (line: string) => String((filled[Number(line) - 1]?.index ?? 0) + 1);
  const judged: (JudgedRow | undefined)[] = rows.map(() => undefined);
  const tally: Tally = { rows: filled.length, entering: 0, ready: 0, look: 0, problem: 0, waiting: 0, duplicate: 0 };
  const byCategory = new Map<string, number>();
  plan.lines.forEach((line, order) => {
    const row = judgeLine(line, { words, numberOf });
    judged[filled[order]?.index ?? 0] = row;
    tally[row.state] += 1;
    const categories = 'draft' in line ? line.draft.categoryIds : [];
    for (const id of categories) byCategory.set(id, (byCategory.get(id) ?? 0) + 1);
  });
  return { rows: judged, tally, heads: plan.lines.length - plan.duplicates, byCategory };
}

/** The same with one row in the middle of being typed. */
export function whileEntering(judged: Judged, row: number | undefined): Judged {
  const finished = row === undefined ? undefined : judged.rows[row];
  const entered = finished?.whileEntered;
  if (!finished || !entered) return judged;
  const { tally } = judged;
  return {
    ...judged,
    rows: judged.rows.map((other, index) => (index === row ? entered : other)),
    tally: { ...tally, [finished.state]: tally[finished.state] - 1, entering: tally.entering + 1 },
  };
}

type Saying = { words: Rulebook['words']; numberOf: (line: string) => string };

function judgeLine(line: PlannedLine, saying: Saying): JudgedRow {
  const asks = questionOf(line);
  const row: JudgedRow = {
    state: stateOf(line),
    marks: marksOf(line, line.problems, saying),
    kind: line.kind,
    ...(asks && { asks }),
  };
  if (!isUnfinished(line)) return row;
  const typedSoFar = line.problems.filter(({ code }) => !MISSING.includes(code));
  return { ...row, whileEntered: { ...row, state: 'entering', marks: marksOf(line, typedSoFar, saying) } };
}

function questionOf({ problems }: PlannedLine): JudgedRow['asks'] {
  if (problems.some(({ code }) => code === 'duplicate')) return 'anotherPerson';
  return problems.some(({ code }) => isOfLeaver(code)) ? 'comesAgain' : undefined;
}

/** Nothing is wrong with the row but what has not been typed yet. */
const isUnfinished = (line: PlannedLine): boolean =>
  line.kind === 'problem' &&
  line.problems.every(({ code, severity }) => severity === 'warning' || MISSING.includes(code));

function stateOf(line: PlannedLine): RowState {
  if (line.kind === 'problem' || line.kind === 'duplicate') return line.kind;
  if (lineNeedsReview(line)) return 'look';
  return line.kind === 'waiting' ? 'waiting' : 'ready';
}

function marksOf({ typed }: PlannedLine, problems: readonly Problem[], saying: Saying): JudgedRow['marks'] {
  const asks = (problem: Problem) => needsReview(problem) && !isAnswered(problem, typed);
  const marks: JudgedRow['marks'] = {};
  for (const field of rowFields) {
    const own = problems.filter((problem) => problem.field === field);
    if (own.length === 0) continue;
    const isBad = own.some(({ severity }) => severity === 'error');
    marks[field] = {
      tone: isBad ? 'bad' : own.some(asks) ? 'warn' : 'quiet',
      sentences: own.map((problem) => sentenceOf(problem, saying)),
    };
  }
  return marks;
}

function sentenceOf({ code, detail = {} }: Problem, { words, numberOf }: Saying): string {
  const template = words.problems[code];
  const isOfList = detail['where'] === 'list';
  const line = detail['line'] ? { line: numberOf(detail['line']) } : {};
  return fill(isOfList ? template.list : template.registered, { ...detail, ...line });
}
