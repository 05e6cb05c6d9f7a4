/**
 * Judges a plan file before anything is written, and names everything that is wrong in one go.
 * The checks come from the faults found in the real plan of 2023.
 */
import { fold } from '../vietnamese/fold.ts';
import { checkAgenda } from './check-agenda.ts';
import { checkClusters } from './check-clusters.ts';
import { isBlocking, type PlanProblem, problemAt } from './plan-problem.ts';
import { type Plan, planShape } from './plan-shape.ts';
import { type Placed, type ReadablePlan, readablePlan, shapeProblems } from './readable-plan.ts';

export type PlanReading =
  { kind: 'ready'; plan: Plan; warnings: PlanProblem[] } | { kind: 'refused'; problems: PlanProblem[] };

/** A plan in good order with its warnings, or all that keeps it out. `raw` is the parsed JSON. */
export function readPlan(raw: unknown): PlanReading {
  const problems = checkPlan(raw);
  const shaped = planShape.safeParse(raw);
  if (!shaped.success || problems.some(isBlocking)) return { kind: 'refused', problems };
  return { kind: 'ready', plan: shaped.data, warnings: problems };
}

/** Every problem of a plan: first its shape, then what does not fit together. Empty when all is well. */
export function checkPlan(raw: unknown): PlanProblem[] {
  const plan = readablePlan(raw);
  return [
    ...shapeProblems(raw),
    ...checkEvent(plan),
    ...checkUnits(plan),
    ...duplicateCodes(plan.categories, fold),
    ...checkClusters(plan),
    ...checkAgenda(plan),
  ];
}

function checkEvent({ event, units }: ReadablePlan): PlanProblem[] {
  const problems: PlanProblem[] = [];
  const { leadUnit, year, lastYear } = event;
  if (leadUnit !== undefined && !units.some((unit) => unit.value.code === leadUnit)) {
    problems.push(problemAt('event.leadUnit', 'unit_unknown', { code: leadUnit }));
  }
  if (year !== undefined && lastYear !== undefined && lastYear < year) {
    problems.push(problemAt('event.lastYear', 'last_year_before_year', { year, lastYear }));
  }
  return problems;
}

/** A parent stands above its children, so a ring of parents cannot be written down at all. */
function checkUnits({ units }: ReadablePlan): PlanProblem[] {
  const parents = units.flatMap(({ path, value: { parent } }, index): PlanProblem[] => {
    if (parent === undefined) return [];
    const at = units.findIndex((unit) => unit.value.code === parent);
    if (at < 0) return [problemAt(`${path}.parent`, 'unit_unknown', { code: parent })];
    return at < index ? [] : [problemAt(`${path}.parent`, 'parent_below', { code: parent })];
  });
  return [...duplicateCodes(units), ...parents];
}

type Coded = Placed<{ code?: string | undefined }>;

/** `as` makes one of the codes that readers take for the same: of categories the agenda and a paste read b1 as B1. */
function duplicateCodes(entries: readonly Coded[], as: (code: string) => string = (code) => code): PlanProblem[] {
  return entries.flatMap(({ path, value: { code } }, index) => {
    if (code === undefined) return [];
    const first = entries.findIndex(({ value }) => value.code !== undefined && as(value.code) === as(code));
    const firstPath = entries[first]?.path;
    if (firstPath === undefined || first === index) return [];
    return [problemAt(`${path}.code`, 'duplicate_code', { code, firstPath: `${firstPath}.code` })];
  });
}
