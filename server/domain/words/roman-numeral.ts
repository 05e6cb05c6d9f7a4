const SIGNS = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

/** The numbers of groups on official lists: 1 is I, 4 is IV. */
export function romanNumeral(number: number): string {
  let rest = number;
  let numeral = '';
  for (const [value, sign] of SIGNS) {
    for (; rest >= value; rest -= value) numeral += sign;
  }
  return numeral;
}
