import type { PlanProblem } from './plan-problem.ts';

/** What only the screens can find wrong: a plan file knows no seated delegates and nothing that is already in use. */
export type SetUpProblemDetail = {
  code_taken: { code: string };
  code_unreadable: { found: string };
  unit_name_missing: Record<never, never>;
  unit_name_too_long: { most: number };
  unit_exists: { name: string };
  successor_missing: Record<never, never>;
  successor_is_itself: Record<never, never>;
  successor_was_merged: { name: string };
  successor_ended: { name: string };
  code_missing: Record<never, never>;
  code_too_long: { most: number };
  parent_not_standing: Record<never, never>;
  parent_is_below: { name: string };
  parent_not_higher: { name: string };
  children_not_lower: { name: string };
  unit_lines_missing: Record<never, never>;
  unit_lines_too_many: { count: number; most: number };
  unit_line_has_columns: Record<never, never>;
  unit_line_twice: { name: string; line: number };
  unit_used: Record<never, never>;
  day_unreadable: { found: string };
  day_ahead: { day: string };
  days_unreadable: { found: string };
  year_unreadable: { found: string };
  /** After registration has begun, somebody answers for a new maximum. */
  reason_missing: { from: number; to: number };
  /** The same for new quotas. */
  quota_reason_missing: Record<never, never>;
  max_below_quotas: { number: number; sum: number; max: number };
  max_below_seated: { seated: number; max: number };
  quota_below_seated: { unit: string; seated: number; quota: number };
  cluster_has_delegates: { number: number; count: number };
  cluster_in_use: { number: number };
  cluster_closed: { number: number };
  unit_has_delegates: { unit: string; count: number };
  unit_in_use: Record<never, never>;
  category_in_use: { code: string; count: number };
  event_has_delegates: { count: number };
  event_has_letters: { count: number };
  event_has_requests: { count: number };
  event_has_phones: { count: number };
  event_in_use: Record<never, never>;
  order_unreadable: { found: string };
};

export type SetUpProblemCode = keyof SetUpProblemDetail;

export type SetUpProblem<C extends SetUpProblemCode = SetUpProblemCode> = {
  [K in C]: { code: K; detail: SetUpProblemDetail[K] };
}[C];

export const setUpProblem = <C extends SetUpProblemCode>(
  code: C,
  detail: SetUpProblemDetail[C],
): { code: C; detail: SetUpProblemDetail[C] } => ({ code, detail });

/** `field` is the name of the form's field; "form" for a sentence that belongs to no single one. */
export type FieldProblem = { field: string; problem: PlanProblem | SetUpProblem };
