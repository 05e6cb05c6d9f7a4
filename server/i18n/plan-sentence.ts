import type { PlanProblem, PlanProblemCode, PlanProblemDetail } from '../domain/plan/plan-problem.ts';

/** One sentence for each code: a new check cannot be written without its words in both languages. */
export type PlanProblemWords = { [C in PlanProblemCode]: (detail: PlanProblemDetail[C]) => string };

export function planSentence<C extends PlanProblemCode>(words: PlanProblemWords, problem: PlanProblem<C>): string {
  const { code, detail }: { code: C; detail: PlanProblemDetail[C] } = problem;
  return words[code](detail);
}
