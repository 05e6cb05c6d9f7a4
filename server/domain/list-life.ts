import type { ListState } from './delegate-list.ts';

/**
 * Where a unit's list stands after a hand-in. A list in which nobody waits and nothing is doubtful is accepted by
 * itself, unless the event wants to look at every one; letters go to the seated delegates of accepted lists only.
 */
export function listStateAfterSubmit({
  waiting,
  doubts,
  acceptsByHand,
}: {
  waiting: number;
  doubts: number;
  acceptsByHand: boolean;
}): ListState {
  return waiting === 0 && doubts === 0 && !acceptsByHand ? 'accepted' : 'submitted';
}

/** People of one list who share a folded name with somebody above them: each is a doubt for a person to settle. */
export const countNamesakes = (people: readonly { nameFolded: string }[]): number =>
  people.length - new Set(people.map((person) => person.nameFolded)).size;
