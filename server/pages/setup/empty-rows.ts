/** The rows of a table form: what is stored, what somebody added and must fix, and a few empty ones to add with. */
import { type Attempt, unstored } from './fields.ts';
import { rowKeys } from '../../domain/words/typed-fields.ts';

const EMPTY_ROWS = 3;

export type RowToShow = {
  key: string;
  /** There for the rows of a form that came back; a row that somebody else added meanwhile shows as stored. */
  typed: Attempt | undefined;
  /** Somebody else took the row out meanwhile: saving the form again brings it back. */
  isGone: boolean;
};

export function rowsToShow(stored: readonly string[], attempt: Attempt | undefined): RowToShow[] {
  const sent = attempt ? rowKeys(attempt.typed, 'row') : [];
  const added = sent.filter((key) => !stored.includes(key));
  const fresh = Array.from({ length: EMPTY_ROWS }, (_, index) => `new${index + 1}`).filter(
    (key) => !added.includes(key),
  );
  return [
    ...stored.map((key) => ({ key, typed: sent.includes(key) ? attempt : undefined, isGone: false })),
    ...added.map((key) => ({
      key,
      typed: unstored(attempt),
      isGone: !/^new\d+$/.test(key) && attempt?.now !== undefined,
    })),
    ...fresh.map((key) => ({ key, typed: undefined, isGone: false })),
  ];
}
