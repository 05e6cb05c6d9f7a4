/** One person entered twice in one list: what differs, whose place stays, and the row that comes out. */
import { type RowField, rowFields, type TypedRow } from '../list/row.ts';
import type { Seat } from '../seats/seating.ts';

export type Entry = {
  registrationId: string;
  seat: Seat;
  submittedAt: string;
  listOrder: number;
  /** The door has let this one in. */
  isPresent: boolean;
};

/**
 * Keeps a seated entry before a waiting one, then the one handed in first. An entry that was admitted at the door is
 * evidence and is always kept; undefined when both were admitted, because then they were two people.
 */
export function whichIsKept<One extends Entry>(left: One, right: One): { kept: One; duplicate: One } | undefined {
  if (left.isPresent && right.isPresent) return undefined;
  const [kept, duplicate] = isBefore(left, right) ? [left, right] : [right, left];
  return { kept, duplicate };
}

function isBefore(left: Entry, right: Entry): boolean {
  if (left.isPresent !== right.isPresent) return left.isPresent;
  if (left.seat !== right.seat) return left.seat === 'seated';
  if (left.submittedAt !== right.submittedAt) return left.submittedAt < right.submittedAt;
  return left.listOrder < right.listOrder;
}

export const mergeChoices = ['stays', 'goes', 'both'] as const;
export type MergeChoice = (typeof mergeChoices)[number];

export type Difference = { field: RowField; kept: string; duplicate: string; isSame: boolean };

export const differences = (kept: TypedRow, duplicate: TypedRow): Difference[] =>
  rowFields.map((field) => ({
    field,
    kept: kept[field],
    duplicate: duplicate[field],
    isSame: kept[field] === duplicate[field],
  }));

/** What is chosen unless a person says otherwise: the entry that stays, and the other where that one has nothing. */
export const firstChoice = ({ kept }: Pick<Difference, 'kept'>): MergeChoice => (kept === '' ? 'goes' : 'stays');

/** The same choices of values after the two have changed sides. */
export const turned = (choices: ReadonlyMap<RowField, MergeChoice>): Map<RowField, MergeChoice> =>
  new Map([...choices].map(([field, choice]) => [field, OTHER_SIDE[choice]]));

const OTHER_SIDE: Record<MergeChoice, MergeChoice> = { stays: 'goes', goes: 'stays', both: 'both' };

/** `both` joins the categories: one head that was entered once for each of them. */
export function mergedRow(kept: TypedRow, duplicate: TypedRow, choices: ReadonlyMap<RowField, MergeChoice>): TypedRow {
  const row: TypedRow = { ...kept };
  for (const difference of differences(kept, duplicate)) {
    const { field } = difference;
    const choice = choices.get(field) ?? firstChoice(difference);
    if (choice === 'both' && field === 'category') row.category = `${kept.category}, ${duplicate.category}`;
    else row[field] = choice === 'goes' ? duplicate[field] : kept[field];
  }
  // They are the same person: that is what merging says.
  row.anotherPerson = true;
  return row;
}
