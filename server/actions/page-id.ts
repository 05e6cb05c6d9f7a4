/**
 * A page that makes something carries the id of what it will make. However often it is sent (a double click, a slow
 * line, the back button), there is one.
 */
import type { Context } from '../context.ts';
import type { Typed } from '../domain/words/typed-fields.ts';

export const PAGE_ID = 'newId';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The id that the page carried; a fresh one for a script that sends none. */
export function pageIdOf(context: Context, typed: Typed): string {
  const id = typed.get(PAGE_ID) ?? '';
  return UUID.test(id) ? id : context.newId();
}
