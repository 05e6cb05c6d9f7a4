/** What a unit may be called and where it may stand. The screens that add, rename, move and merge units share these. */
import type { SetupUnit } from './event-setup.ts';
import { type SetUpProblem, setUpProblem } from './set-up-problem.ts';

/** As the plan's shape has it: a name fits on one line of every paper. */
const NAME_MOST = 300;

/** Neither merged nor ended: it can be chosen, renamed to, and merged into. */
export const isStanding = ({ successorId, validTo }: Pick<SetupUnit, 'successorId' | 'validTo'>): boolean =>
  successorId === undefined && validTo === undefined;

/** With its marks: An Bình and Ân Bình are two places. */
export const isSameName = (left: string, right: string): boolean =>
  left.toLocaleLowerCase('vi') === right.toLocaleLowerCase('vi');

export type NamedPlace = { name: string; parentId: string | undefined };

/** What is wrong with a name below a parent: two units that stand side by side are told apart by their names. */
export function nameProblem(place: NamedPlace, others: readonly SetupUnit[]): SetUpProblem | undefined {
  const { name, parentId } = place;
  if (name === '') return setUpProblem('unit_name_missing', {});
  if (name.length > NAME_MOST) return setUpProblem('unit_name_too_long', { most: NAME_MOST });
  const twin = others.find((unit) => isSameName(unit.name, name) && unit.parentId === parentId && isStanding(unit));
  return twin && setUpProblem('unit_exists', { name: twin.name });
}
