/**
 * What can be wrong with a plan file. A problem names its place in the file the way a reader finds it
 * (`clusters[1].date`) and carries facts only; the sentences are in `server/i18n`.
 */
import type { DateTime } from 'luxon';

export type Expected = 'text' | 'number' | 'whole_number' | 'yes_no' | 'list' | 'group';

/** The facts each sentence names, by code. */
export type PlanProblemDetail = {
  // The text
  json_syntax: { line: number; column: number; near: string };
  // The shape
  missing: Record<never, never>;
  wrong_type: { expected: Expected };
  not_one_of: { found: string; allowed: string[] };
  empty: Record<never, never>;
  too_long: { most: number };
  too_small: { least: number };
  too_large: { most: number };
  unknown_field: Record<never, never>;
  not_a_date: { found: string };
  not_a_document_date: { found: string };
  not_a_time: { found: string };
  not_a_moment: { found: string };
  not_a_day_off: { found: string };
  not_a_code: { found: string };
  not_an_email: { found: string };
  zone_unknown: { found: string };
  // What belongs together
  duplicate_code: { code: string; firstPath: string };
  duplicate_number: { number: number; firstPath: string };
  unit_unknown: { code: string };
  parent_below: { code: string };
  last_year_before_year: { year: number; lastYear: number };
  // The clusters
  cluster_wrong_year: { number: number | undefined; date: DateTime; year: number; likely: DateTime | undefined };
  cluster_before_document: { number: number | undefined; date: DateTime; document: DateTime };
  cluster_at_weekend: { number: number | undefined; date: DateTime };
  hours_out_of_order: { earlier: string; later: string };
  deadline_before_document: { deadline: DateTime; document: DateTime };
  deadline_after_start: { deadline: DateTime; start: DateTime };
  answers_before_registration: { answer: DateTime; registration: DateTime };
  host_not_taking_part: { number: number | undefined; host: string };
  min_above_max: { min: number; max: number };
  quotas_above_max: { number: number | undefined; sum: number; max: number };
  quotas_below_min: { number: number | undefined; sum: number; min: number };
  // The agenda
  agenda_item_ends_early: { startsAt: string; endsAt: string };
  agenda_gap: { startsAt: string; previousEndsAt: string };
  agenda_overlap: { startsAt: string; previousEndsAt: string };
  agenda_outside_cluster: { clusters: number[] };
  agenda_without_owner: { title: string };
  agenda_owner_not_invited: { owner: string };
};

export type PlanProblemCode = keyof PlanProblemDetail;

/** A block keeps the plan out; a warning is for the eyes. */
export type PlanSeverity = 'block' | 'warning';

export type PlanProblem<C extends PlanProblemCode = PlanProblemCode> = {
  [K in C]: { path: string; severity: PlanSeverity; code: K; detail: PlanProblemDetail[K] };
}[C];

const WARNINGS: readonly PlanProblemCode[] = [
  'cluster_at_weekend',
  'deadline_after_start',
  'answers_before_registration',
  'quotas_below_min',
  'agenda_gap',
  'agenda_overlap',
  'agenda_outside_cluster',
  'agenda_without_owner',
  'agenda_owner_not_invited',
];

/** The severity belongs to the code, so no check can call the same fault grave here and slight there. */
export function problemAt<C extends PlanProblemCode>(
  path: string,
  code: C,
  detail: PlanProblemDetail[C],
): { path: string; severity: PlanSeverity; code: C; detail: PlanProblemDetail[C] } {
  return { path, code, severity: WARNINGS.includes(code) ? 'warning' : 'block', detail };
}

export const isBlocking = (problem: PlanProblem): boolean => problem.severity === 'block';

/** `clusters`, 1, `date` → `clusters[1].date` */
export function pathOf(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((path, part) => {
    if (typeof part === 'number') return `${path}[${part}]`;
    return path === '' ? String(part) : `${path}.${String(part)}`;
  }, '');
}
