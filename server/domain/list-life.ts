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
