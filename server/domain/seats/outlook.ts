/** What a number of people means for a cluster that expects between `min` and `max` of them. */
export type Outlook = { kind: 'short' | 'enough' | 'over'; count: number };

export function outlookOf(people: number, { min, max }: { min: number; max: number }): Outlook {
  if (people < min) return { kind: 'short', count: min - people };
  if (people > max) return { kind: 'over', count: people - max };
  return { kind: 'enough', count: max - people };
}
