/**
 * The order of official lists: the delegates of the city (the list of the unit that holds the event) first, then the
 * units as the plan names them; within a unit by rank of the category, then as the unit ordered its own list.
 * Never by name: an official list puts the chairman before the clerk.
 */
import type { UnitLevel } from './unit.ts';

export type ListedUnit = { id: string; name: string; level: UnitLevel; isLead: boolean; position: number };

/** What the order needs to know of a person on the list. `unitName` is the name at the time of registration. */
export type Listed = { id: string; unitId: string; unitName: string; categoryRank: number; listOrder: number };

export type ListGroup<Person> = {
  unit: ListedUnit;
  /** The unit's name as it was when its delegates were registered: a later rename must not change old papers. */
  name: string;
  people: Person[];
};

/** One group per unit, also for a unit that has nobody: its absence must show on paper. */
export function inListOrder<Person extends Listed>(
  units: readonly ListedUnit[],
  people: readonly Person[],
): ListGroup<Person>[] {
  return [...units].sort(byPlace).map((unit) => {
    const own = people.filter((person) => person.unitId === unit.id).sort(byRank);
    return { unit, name: own[0]?.unitName ?? unit.name, people: own };
  });
}

const byPlace = (left: ListedUnit, right: ListedUnit): number =>
  Number(right.isLead) - Number(left.isLead) || left.position - right.position;

const byRank = (left: Listed, right: Listed): number =>
  left.categoryRank - right.categoryRank || left.listOrder - right.listOrder || (left.id < right.id ? -1 : 1);
