/** Rows in the order their numbers ask for: plain number fields, because dragging needs a script and a steady hand. */

/** `2`, or `2,5` to come between two and three; empty keeps the place. Undefined when it is no such number. */
export function readOrder(text: string, place: number): number | undefined {
  if (text === '') return place;
  return /^\d{1,4}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
}

/** A row that takes the number of another goes before it when it moves up, and behind it when it moves down. */
export function inWantedOrder<Row extends { place: number; order: number }>(rows: readonly Row[]): Row[] {
  const key = ({ place, order }: Row) => order + Math.sign(order - place) / 1000;
  return [...rows].sort((left, right) => key(left) - key(right));
}
