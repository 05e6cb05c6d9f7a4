/** What is wrong with a row of a list, in the reader's words. */
import type { Problem } from '../domain/list/problem.ts';
import type { Words } from './catalogue.ts';

export const problemSentence = (problem: Problem, t: Words): string =>
  t.registration.problems[problem.code](problem.detail ?? {});
