/**
 * The order of official lists: the delegates of the city (the list of the unit that holds the event) first, then the
 * units as the plan names them; within a unit as the unit put them by hand, else by rank of the category and as they
 * were handed in. Never by name: an official list puts the chairman before the clerk. Pages, files, letters and the
 * door all sort here.
 */
import type { UnitLevel } from '../unit.ts';

export type ListedUnit = { id: string; name: string; level: UnitLevel; isLead: boolean; position: number };

/** What decides somebody's place within the unit. */
export type Ranked = {
  id: string;
  categoryRank: number;
  listOrder: number;
  /** Set when the unit ordered its list by hand; delegates added after that follow by rank. */
  manualOrder?: number | undefined;
};

/** What the order needs to know of a person on the list. `unitName` is the name at the time of registration. */
export type Listed = Ranked & { unitId: string; unitName: string };

export type ListGroup<Person> = {
  unit: ListedUnit;
  /** The unit's name as it was when its delegates were registered: a later rename must not change old papers. */
  name: string;
  people: Person[];
};

/** One group per unit, also for a unit without delegates: its absence must show on paper. */
export function inListOrder<Person extends Listed>(
  units: readonly ListedUnit[],
  people: readonly Person[],
): ListGroup<Person>[] {
  return [...units].sort(byPlace).map((unit) => {
    const own = people.filter((person) => person.unitId === unit.id).sort(byRank);
    return { unit, name: own[0]?.unitName ?? unit.name, people: own };
  });
}

export const byPlace = (
  left: Pick<ListedUnit, 'isLead' | 'position'>,
  right: Pick<ListedUnit, 'isLead' | 'position'>,
): number => Number(right.isLead) - Number(left.isLead) || left.position - right.position;

const LAST = Number.MAX_SAFE_INTEGER;

export const byRank = (left: Ranked, right: Ranked): number =>
  (left.manualOrder ?? LAST) - (right.manualOrder ?? LAST) ||
  left.categoryRank - right.categoryRank ||
  left.listOrder - right.listOrder ||
  (left.id < right.id ? -1 : 1);
