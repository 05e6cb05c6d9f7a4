/** One person on two lines, a line for each category: only the first is written, so what the second says more is pointed out. */
import type { Category } from '../category.ts';
import { isTwin } from './duplicates.ts';
import type { Problem } from './problem.ts';

/** The categories of the lines above that will be written, by the number people know a line by. */
export type CategoriesAbove = ReadonlyMap<string, readonly string[]>;

/** Warns when a duplicate line lists a category missing from the line it duplicates. */
export function checkLeftOut(
  problems: readonly Problem[],
  categoryIds: readonly string[],
  {
    above,
    categories,
    add,
  }: { above: CategoriesAbove; categories: readonly Category[]; add: (problem: Problem) => void },
): void {
  const twin = problems.find(({ code, detail }) => isTwin(code) && detail?.['where'] === 'list');
  const line = twin?.detail?.['line'];
  const held = line === undefined ? undefined : above.get(line);
  if (line === undefined || !held) return;
  const more = categoryIds.filter((id) => !held.includes(id));
  if (more.length === 0) return;
  const codesOf = (ids: readonly string[]) =>
    ids.flatMap((id) => categories.find((category) => category.id === id)?.code ?? []).join(', ');
  const detail = { line, categories: codesOf(more), joined: codesOf([...held, ...more]) };
  add({ field: 'category', code: 'category_left_out', severity: 'warning', detail });
}
