/**
 * The life of a unit's list in a cluster: not started, draft, submitted, then accepted or returned. The list answers
 * two questions that every way in asks alike: where does it stand now, and may the unit still change it by itself.
 */
import { checkName, checkPhone } from './cells.ts';
import type { Problem, ProblemCode } from './problem.ts';
import { emptyRow } from './row.ts';
import type { Seat } from '../seats/seating.ts';

export type ListState = 'not_started' | 'draft' | 'submitted' | 'accepted' | 'returned';

export type ChangeVerdict = 'approved' | 'refused';

/** What there is to know about a list before somebody touches it. */
export type ListStanding = {
  state: ListState;
  /** A person of the organiser accepted it; false where it was accepted by itself. */
  isAcceptedByHand: boolean;
};

/** The standing of a list as it is stored: who decided is kept only where a person did. */
export const standingOf = (list: { listState: ListState; decidedBy: string | undefined }): ListStanding => ({
  state: list.listState,
  isAcceptedByHand: list.decidedBy !== undefined,
});

/**
 * Where a unit's list stands after a hand-in. A list in which nobody waits and nothing is doubtful is accepted by
 * itself, unless the event wants to look at every one; letters go to the seated delegates of accepted lists only.
 */
export function listStateAfterSubmit({
  waiting,
  toReview,
  acceptsByHand,
}: {
  waiting: number;
  toReview: number;
  acceptsByHand: boolean;
}): ListState {
  return waiting === 0 && toReview === 0 && !acceptsByHand ? 'accepted' : 'submitted';
}

type Listed = { fullName: string; nameFolded: string; phone: string | undefined; seat: Seat };

/** Warnings that a row deserves as it is kept; all others are settled when it is written. */
const LASTING: readonly ProblemCode[] = [
  'name_brackets',
  'name_two',
  'name_old_letters',
  'phone_unusual',
  'phone_two',
  'phone_rounded',
];

/** What a list is not accepted with unless a person has looked. */
export const isReviewProblem = ({ code }: Pick<Problem, 'code'>): boolean =>
  code === 'possible_duplicate' || LASTING.includes(code);

/**
 * What is open on a list and for a person to settle: people who share a folded name with somebody above them, and those
 * whose name or phone is kept although it looks like none.
 */
export function countToReview(people: readonly Omit<Listed, 'seat'>[]): number {
  const namesakes = people.length - new Set(people.map((person) => person.nameFolded)).size;
  return namesakes + people.filter(isOdd).length;
}

function isOdd({ fullName, phone = '' }: Omit<Listed, 'seat'>): boolean {
  const problems: Problem[] = [];
  const add = (problem: Problem) => problems.push(problem);
  checkName({ ...emptyRow(), fullName }, add);
  checkPhone(phone, add);
  return problems.some(({ code }) => LASTING.includes(code));
}

/** What was done to the rows of a list: handed in, changed so that a doubt came up, or anything else. */
export type RowsAct = 'handed_in' | 'made_doubtful' | 'changed';

/**
 * Where a list stands once its rows have changed. Handed in, or while it is only submitted, it is judged anew; accepted
 * by itself, it stays so until somebody makes it doubtful; returned, it waits for its unit.
 */
export function settledState({
  state,
  people,
  acceptsByHand,
  act,
}: {
  state: ListState;
  people: readonly Listed[];
  acceptsByHand: boolean;
  act: RowsAct;
}): ListState {
  if (act !== 'handed_in' && state !== 'submitted') {
    return state === 'accepted' && act === 'made_doubtful' ? 'submitted' : state;
  }
  if (people.length === 0) return 'submitted';
  const toReview = countToReview(people);
  const waiting = people.filter(({ seat }) => seat === 'waiting').length;
  return listStateAfterSubmit({ waiting, toReview, acceptsByHand });
}

/**
 * Accepting locks a list when a person did it, or when the event wants a person to do it. A list that the system
 * accepted by itself stays open until the deadline: no one reviewed it, so no review is bypassed.
 */
export const isLocked = ({ state, isAcceptedByHand }: ListStanding, { acceptsByHand }: { acceptsByHand: boolean }) =>
  state === 'accepted' && (isAcceptedByHand || acceptsByHand);

export type WayIn = { kind: 'direct' } | { kind: 'request'; why: 'deadline_passed' | 'list_locked' };

/**
 * How further rows and corrections reach a list: directly, or as a request the organiser decides on. The organiser
 * always goes directly; withdrawing and substituting are never asked about here, they stay possible to the end.
 */
export function wayIn({
  list,
  acceptsByHand,
  isOrganiser,
  isPastDeadline,
}: {
  list: ListStanding;
  acceptsByHand: boolean;
  isOrganiser: boolean;
  isPastDeadline: boolean;
}): WayIn {
  if (isOrganiser) return { kind: 'direct' };
  if (isPastDeadline) return { kind: 'request', why: 'deadline_passed' };
  if (isLocked(list, { acceptsByHand })) return { kind: 'request', why: 'list_locked' };
  return { kind: 'direct' };
}

/** Only a list that was handed in can go back to its unit; one that is back already stays as it is. */
export const mayReturn = (state: ListState): boolean => state === 'submitted' || state === 'accepted';
