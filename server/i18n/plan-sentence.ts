import { spotOf } from '../domain/plan/problem-spot.ts';
import type { PlanProblem, PlanProblemCode, PlanProblemDetail } from '../domain/plan/plan-problem.ts';

/** One sentence for each code: a new check cannot be written without its words in both languages. */
export type PlanProblemWords = { [C in PlanProblemCode]: (detail: PlanProblemDetail[C]) => string };

export function planSentence<C extends PlanProblemCode>(words: PlanProblemWords, problem: PlanProblem<C>): string {
  const { code, detail }: { code: C; detail: PlanProblemDetail[C] } = problem;
  return words[code](detail);
}

type ScreenWords = {
  setupProblems: { inPlan: PlanProblemWords };
  setup: { clusters: { fields: Record<string, string> } };
};

/** The same on a screen: hours by the labels of their fields, where a plan file has the fields' names. */
export function screenSentence({ setupProblems, setup }: ScreenWords, problem: PlanProblem): string {
  if (problem.code !== 'hours_out_of_order') return planSentence(setupProblems.inPlan, problem);
  const said = (hour: string) => {
    const [, name = '', time = ''] = /^(\w+) \((.+)\)$/.exec(hour) ?? [];
    return `${setup.clusters.fields[name] ?? name} (${time})`;
  };
  const detail = { earlier: said(problem.detail.earlier), later: said(problem.detail.later) };
  return planSentence(setupProblems.inPlan, { ...problem, detail });
}

/** A wrong date of one cluster as a sentence of its own, with the field where the words do not name it. */
export function dateSentence(words: ScreenWords, problem: PlanProblem): string {
  const { field = '' } = spotOf(problem.path);
  const label = problem.code === 'deadline_before_document' ? words.setup.clusters.fields[field] : undefined;
  const sentence = screenSentence(words, problem);
  return label === undefined ? sentence.charAt(0).toLocaleUpperCase('vi') + sentence.slice(1) : `${label}: ${sentence}`;
}
