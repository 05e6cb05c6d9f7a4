/** Putting a unit's list in order by hand: step by step, or by writing the wanted places beside the names. */

/** Moves one up or down by one place; at the end it stays where it is. */
export function moveOne(ids: readonly string[], { id, direction }: { id: string; direction: 'up' | 'down' }): string[] {
  const from = ids.indexOf(id);
  const to = from + (direction === 'up' ? -1 : 1);
  if (from < 0 || to < 0 || to >= ids.length) return [...ids];
  const moved = ids.filter((other) => other !== id);
  moved.splice(to, 0, id);
  return moved;
}

/**
 * Gives each id the place that was written for it, counted from 1. Ids without a place, or whose place is the one they
 * have, keep their order and fill what is left. Of two who want one place the one further up comes first.
 */
export function placeByNumber(ids: readonly string[], wanted: ReadonlyMap<string, number>): string[] {
  const placeOf = (id: string, index: number) => wanted.get(id) ?? index + 1;
  const isMoved = (id: string, index: number) => placeOf(id, index) !== index + 1;
  const others = ids.filter((id, index) => !isMoved(id, index));
  const moved = ids
    .filter(isMoved)
    .map((id) => ({ id, place: wanted.get(id) ?? 0 }))
    .sort((left, right) => left.place - right.place);
  const arranged: string[] = [];
  while (arranged.length < ids.length) {
    const isDue = moved[0] !== undefined && (moved[0].place <= arranged.length + 1 || others.length === 0);
    const next = isDue ? moved.shift()?.id : others.shift();
    if (next !== undefined) arranged.push(next);
  }
  return arranged;
}

/** The order a page was sent in, brought up to date: who left since then is out, who came since is at the end. */
export function upToDate(shown: readonly string[], present: readonly string[]): string[] {
  const here = new Set(present);
  const seen = new Set(shown);
  return [...[...seen].filter((id) => here.has(id)), ...present.filter((id) => !seen.has(id))];
}
