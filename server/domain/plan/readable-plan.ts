/**
 * Reads as much of a plan as can be read, so that one wrong field does not hide the other faults: whatever has its
 * shape goes on to the checks, whatever has not becomes a problem with its place.
 */
import type { z } from 'zod';
import { type PlanProblem, type PlanProblemCode, type PlanProblemDetail, pathOf, problemAt } from './plan-problem.ts';
import { agendaItemShape, categoryShape, clusterShape, eventShape, planShape, unitShape } from './plan-shape.ts';

const readable = {
  event: eventShape.partial(),
  unit: unitShape.partial(),
  category: categoryShape.partial(),
  cluster: clusterShape.partial(),
  agendaItem: agendaItemShape.partial(),
};

export type ReadableEvent = z.output<typeof readable.event>;
export type ReadableUnit = z.output<typeof readable.unit>;
export type ReadableCategory = z.output<typeof readable.category>;
export type ReadableCluster = z.output<typeof readable.cluster>;
export type ReadableAgendaItem = z.output<typeof readable.agendaItem>;

export type Placed<T> = { path: string; value: T };

export type ReadablePlan = {
  event: ReadableEvent;
  units: Placed<ReadableUnit>[];
  categories: Placed<ReadableCategory>[];
  clusters: Placed<ReadableCluster>[];
  agenda: Placed<ReadableAgendaItem>[];
};

/** The faults of shape, one per place, in the order of the file's fields. */
export function shapeProblems(raw: unknown): PlanProblem[] {
  const result = planShape.safeParse(raw);
  if (result.success) return [];
  const problems = result.error.issues.flatMap((issue) => problemsOf(issue, raw));
  return problems.filter((problem, index) => problems.findIndex((other) => other.path === problem.path) === index);
}

export function readablePlan(raw: unknown): ReadablePlan {
  const fields = isRecord(raw) ? raw : {};
  const each = <T>(name: string, shape: z.ZodType<T>): Placed<T>[] => {
    const list = fields[name];
    if (!Array.isArray(list)) return [];
    return list.flatMap((item, index) => {
      const value = readableFields(shape, item);
      return value === undefined ? [] : [{ path: `${name}[${index}]`, value }];
    });
  };
  return {
    event: readableFields(readable.event, fields['event']) ?? {},
    units: each('units', readable.unit),
    categories: each('categories', readable.category),
    clusters: each('clusters', readable.cluster),
    agenda: each('agenda', readable.agendaItem),
  };
}

/** The fields that have their shape; undefined when it is no group of fields at all. */
function readableFields<T>(shape: z.ZodType<T>, raw: unknown): T | undefined {
  if (!isRecord(raw)) return undefined;
  const first = shape.safeParse(raw);
  if (first.success) return first.data;
  const broken = first.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : issue.path.slice(0, 1),
  );
  return shape.safeParse(Object.fromEntries(Object.entries(raw).filter(([name]) => !broken.includes(name)))).data;
}

const isRecord = (value: unknown): value is Record<PropertyKey, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One of zod's findings as ours: a code and what its sentence names, never zod's own English. */
function problemsOf(issue: z.core.$ZodIssue, raw: unknown): PlanProblem[] {
  const path = pathOf(issue.path);
  const found = valueAt(raw, issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((name) => problemAt(pathOf([...issue.path, name]), 'unknown_field', {}));
  }
  if (found === undefined) return [problemAt(path, 'missing', {})];
  switch (issue.code) {
    case 'invalid_type':
      return [problemAt(path, 'wrong_type', { expected: expectedOf(issue.expected) })];
    case 'invalid_value':
      return [problemAt(path, 'not_one_of', { found: String(found), allowed: issue.values.map(String) })];
    case 'too_small':
      if (issue.origin === 'number' || issue.origin === 'int') {
        return [problemAt(path, 'too_small', { least: Number(issue.minimum) })];
      }
      return [problemAt(path, 'empty', {})];
    case 'too_big':
      if (issue.origin === 'number' || issue.origin === 'int') {
        return [problemAt(path, 'too_large', { most: Number(issue.maximum) })];
      }
      return [problemAt(path, 'too_long', { most: Number(issue.maximum) })];
    default:
      return [problemAt(path, formatCode(issue.message), { found: String(found) })];
  }
}

function valueAt(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => {
    if (Array.isArray(value)) return value[Number(part)];
    return isRecord(value) ? value[part] : undefined;
  }, raw);
}

function expectedOf(expected: string): PlanProblemDetail['wrong_type']['expected'] {
  switch (expected) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'int':
      return 'whole_number';
    case 'boolean':
      return 'yes_no';
    case 'array':
      return 'list';
    default:
      return 'group';
  }
}

const FORMAT_CODES = [
  'not_a_date',
  'not_a_document_date',
  'not_a_time',
  'not_a_moment',
  'not_a_day_off',
  'not_a_code',
  'not_an_email',
  'zone_unknown',
] as const satisfies readonly PlanProblemCode[];

function formatCode(message: string): (typeof FORMAT_CODES)[number] {
  const code = FORMAT_CODES.find((known) => known === message);
  if (!code) throw new Error(`The plan's shape has a rule without words: ${message}`);
  return code;
}
