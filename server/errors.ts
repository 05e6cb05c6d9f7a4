/**
 * What a loader throws when a row is not there for this actor, and the few other endings that are nobody's bug.
 * A stranger's row is "not found": an id must not tell whether it exists.
 */
export class NotFound extends Error {}
export class Forbidden extends Error {}
export class Unauthorised extends Error {}

/** A request that no form could have sent. The code goes to API clients, the sentence is looked up by it. */
export class BadRequest extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Promised by the contract and not built yet: a 404 with a sentence of its own. */
export class NotAvailable extends Error {}

/** Too many tries; `retryAfter` in seconds. */
export class TooMany extends Error {
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super('too_many');
    this.retryAfter = retryAfter;
  }
}

/** The row, or NotFound. */
export function found<T>(row: T | undefined): T {
  if (row === undefined) throw new NotFound();
  return row;
}
