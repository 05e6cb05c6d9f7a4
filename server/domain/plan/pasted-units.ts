/** Names of units as they come out of a decision or a spreadsheet: one on each line, all of one level below one parent. */
import { tidy } from '../vietnamese/person-name.ts';
import type { SetupUnit } from './event-setup.ts';
import { type SetUpProblem, setUpProblem } from './set-up-problem.ts';
import { isSameName, nameProblem } from './unit-rules.ts';

/** No city of the country has more communes than this (168 is the largest, NQ 1685/NQ-UBTVQH15). */
export const MOST_LINES = 300;

export type UnitLine = { line: number; name: string };
export type LineProblem = { line: number; problem: SetUpProblem };

/** Every line judged for itself; empty ones are passed over but keep the numbers of the others right. */
export function readUnitLines(
  text: string,
  { parentId, units }: { parentId: string | undefined; units: readonly SetupUnit[] },
): { lines: UnitLine[]; problems: LineProblem[] } {
  const all = text.split(/\r\n|\r|\n/).map((raw, index) => ({ raw, line: index + 1, name: tidy(raw) }));
  const lines = all.filter(({ name }) => name !== '');
  const problems = lines.flatMap(({ raw, line, name }, index): LineProblem[] => {
    if (raw.trim().includes('\t')) return [{ line, problem: setUpProblem('unit_line_has_columns', {}) }];
    const first = lines.slice(0, index).find((above) => isSameName(above.name, name));
    if (first) return [{ line, problem: setUpProblem('unit_line_twice', { name: first.name, line: first.line }) }];
    const problem = nameProblem({ name, parentId }, units);
    return problem ? [{ line, problem }] : [];
  });
  return { lines: lines.map(({ line, name }) => ({ line, name })), problems };
}
