/** An agenda with holes can still be printed, so all it brings is warnings; only an item that ends before it starts is refused. */
import { type PlanProblem, problemAt } from './plan-problem.ts';
import type { Placed, ReadableAgendaItem, ReadablePlan } from './readable-plan.ts';

/** Who needs no place on a list of delegates: the organisers themselves, and everybody at once (a break). */
export const NEEDS_NO_INVITATION: readonly string[] = ['organiser', 'everyone'];

export function checkAgenda({ agenda, categories, clusters }: ReadablePlan): PlanProblem[] {
  const invited = new Set([...NEEDS_NO_INVITATION, ...categories.flatMap((category) => category.value.code ?? [])]);
  const hours = clusters.map((cluster) => cluster.value);
  return agenda.flatMap((item, index) => [
    ...checkTimes(item, agenda[index - 1]?.value),
    ...checkInside(item, hours),
    ...checkOwner(item, invited),
  ]);
}

type PlacedItem = Placed<ReadableAgendaItem>;

function checkTimes({ path, value }: PlacedItem, previous: ReadableAgendaItem | undefined): PlanProblem[] {
  const { startsAt, endsAt } = value;
  const problems: PlanProblem[] = [];
  if (startsAt !== undefined && endsAt !== undefined && endsAt <= startsAt) {
    problems.push(problemAt(`${path}.endsAt`, 'agenda_item_ends_early', { startsAt, endsAt }));
  }
  const previousEndsAt = previous?.endsAt;
  if (startsAt === undefined || previousEndsAt === undefined || startsAt === previousEndsAt) return problems;
  const code = startsAt > previousEndsAt ? 'agenda_gap' : 'agenda_overlap';
  return [...problems, problemAt(`${path}.startsAt`, code, { startsAt, previousEndsAt })];
}

function checkInside(
  { path, value: { startsAt, endsAt } }: PlacedItem,
  clusters: readonly { number?: number | undefined; startsAt?: string | undefined; endsAt?: string | undefined }[],
): PlanProblem[] {
  const outside = clusters.filter(
    (cluster) =>
      (startsAt !== undefined && cluster.startsAt !== undefined && startsAt < cluster.startsAt) ||
      (endsAt !== undefined && cluster.endsAt !== undefined && endsAt > cluster.endsAt),
  );
  if (outside.length === 0) return [];
  const numbers = outside.flatMap((cluster) => cluster.number ?? []);
  return [problemAt(`${path}.startsAt`, 'agenda_outside_cluster', { clusters: numbers })];
}

/** In the plan of 2023 a speaker of another department stood in the agenda and in no category: nobody would invite them. */
function checkOwner({ path, value }: PlacedItem, invited: ReadonlySet<string>): PlanProblem[] {
  const { title = '', owner = '', from = [] } = value;
  if (owner === '') return [problemAt(`${path}.owner`, 'agenda_without_owner', { title })];
  if (from.some((code) => invited.has(code))) return [];
  return [problemAt(`${path}.from`, 'agenda_owner_not_invited', { owner })];
}
