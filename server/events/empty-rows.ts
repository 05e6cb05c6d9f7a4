/** The rows of a table form: what is stored, what somebody added and must mend, and a few empty ones to add with. */
import type { Attempt } from './fields.ts';
import { rowKeys } from './typed.ts';

const EMPTY_ROWS = 3;

/** `typed` is there for the rows of a form that came back; a row that somebody else added meanwhile shows as stored. */
export function rowsToShow(
  stored: readonly string[],
  attempt: Attempt | undefined,
): { key: string; typed: Attempt | undefined }[] {
  const sent = attempt ? rowKeys(attempt.typed, 'row') : [];
  const added = sent.filter((key) => !stored.includes(key));
  const fresh = Array.from({ length: EMPTY_ROWS }, (_, index) => `new${index + 1}`).filter(
    (key) => !added.includes(key),
  );
  return [
    ...stored.map((key) => ({ key, typed: sent.includes(key) ? attempt : undefined })),
    ...added.map((key) => ({ key, typed: attempt })),
    ...fresh.map((key) => ({ key, typed: undefined })),
  ];
}
