/** What a unit may be called and where it may stand. The screens that add, rename, move and end units share these. */
import type { UnitLevel } from '../unit.ts';
import type { SetupUnit } from './event-setup.ts';
import { unitShape } from './plan-shape.ts';
import { type SetUpProblem, setUpProblem } from './set-up-problem.ts';

/** As the plan's shape has it: a name fits on one line of every paper. */
const NAME_MOST = 300;
const CODE_MOST = 80;

/** Neither merged nor ended: it can be chosen, stand above others and take over. */
export const isStanding = ({ successorId, validTo }: Pick<SetupUnit, 'successorId' | 'validTo'>): boolean =>
  successorId === undefined && validTo === undefined;

/** With its marks: An Bình and Ân Bình are two places. */
export const isSameName = (left: string, right: string): boolean =>
  left.toLocaleLowerCase('vi') === right.toLocaleLowerCase('vi');

export type NamedPlace = { name: string; parentId: string | undefined };

/** What is wrong with a name below a parent: two units that stand side by side are told apart by their names. */
export function nameProblem({ name, parentId }: NamedPlace, others: readonly SetupUnit[]): SetUpProblem | undefined {
  if (name === '') return setUpProblem('unit_name_missing', {});
  if (name.length > NAME_MOST) return setUpProblem('unit_name_too_long', { most: NAME_MOST });
  const twin = others.find((unit) => isSameName(unit.name, name) && unit.parentId === parentId && isStanding(unit));
  return twin && setUpProblem('unit_exists', { name: twin.name });
}

export function codeProblem(code: string, others: readonly { code: string }[]): SetUpProblem | undefined {
  if (code === '') return setUpProblem('code_missing', {});
  if (code.length > CODE_MOST) return setUpProblem('code_too_long', { most: CODE_MOST });
  if (!unitShape.shape.code.safeParse(code).success) return setUpProblem('code_unreadable', { found: code });
  return others.some((unit) => unit.code === code) ? setUpProblem('code_taken', { code }) : undefined;
}

const RANKS = ['city', 'district', 'commune'] as const satisfies readonly UnitLevel[];

/**
 * A parent is of a higher level: no commune stands above a city. Two are an exception: offices of the city stand below
 * its People's Committee, and units of another kind (`other`) have no level to compare.
 */
export function mayStandAbove(parent: UnitLevel, child: UnitLevel): boolean {
  if (parent === 'other' || child === 'other') return true;
  return (parent === 'city' && child === 'city') || RANKS.indexOf(parent) < RANKS.indexOf(child);
}

/** What is wrong with a parent: `wanted` is what was chosen, `id` of the unit itself when it is there already. */
export function parentProblem(
  { id, level, wanted }: { id?: string; level: UnitLevel; wanted: string },
  units: readonly SetupUnit[],
): SetUpProblem | undefined {
  if (wanted === '') return undefined;
  const parent = units.find((unit) => unit.id === wanted);
  const stayed = units.find((unit) => unit.id === id)?.parentId === wanted;
  if (!parent || !(isStanding(parent) || stayed)) return setUpProblem('parent_not_standing', {});
  if (id !== undefined && isWithin(parent, id, units)) return setUpProblem('parent_is_below', { name: parent.name });
  return mayStandAbove(parent.level, level) ? undefined : setUpProblem('parent_not_higher', { name: parent.name });
}

/** The unit `id` itself, or one somewhere below it. */
function isWithin(unit: SetupUnit, id: string, units: readonly SetupUnit[]): boolean {
  const byId = new Map(units.map((one) => [one.id, one]));
  for (let at: SetupUnit | undefined = unit; at; at = at.parentId === undefined ? undefined : byId.get(at.parentId)) {
    if (at.id === id) return true;
  }
  return false;
}

/** What is wrong with a level for the units that stand below: they would stand as high as their parent. */
export function levelProblem(id: string, level: UnitLevel, units: readonly SetupUnit[]): SetUpProblem | undefined {
  const child = units.find((unit) => unit.parentId === id && !mayStandAbove(level, unit.level));
  return child && setUpProblem('children_not_lower', { name: child.name });
}

/** How often a unit is named, by what names it. */
export type UnitUses = {
  clusters: number;
  /** Events it leads. */
  events: number;
  delegates: number;
  accounts: number;
  children: number;
  /** Units it took over from. */
  predecessors: number;
};

/** A unit that anything names is somebody's paper and stays. */
export const isUsed = (uses: UnitUses): boolean => Object.values(uses).some((count) => count > 0);
