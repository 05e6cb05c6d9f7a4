/** How the shares of a cluster stand against its frame: said by the page, and by the script while somebody types. */
export type QuotaWords = Record<'total' | 'left' | 'full' | 'over' | 'under', string>;

export type QuotaSummary = { tone: 'ok' | 'warn' | 'bad'; total: string; note: string };

const fill = (sentence: string, values: Record<string, number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));

/** `words` are templates with `{sum}`, `{max}`, `{min}` and `{count}`. Too few is a warning, too many cannot be saved. */
export function quotaSummary(
  { sum, min, max }: { sum: number; min: number; max: number },
  words: QuotaWords,
): QuotaSummary {
  const total = fill(words.total, { sum, max });
  if (sum > max) return { tone: 'bad', total, note: fill(words.over, { count: sum - max }) };
  if (sum < min) return { tone: 'warn', total, note: fill(words.under, { count: min - sum, min }) };
  return { tone: 'ok', total, note: sum === max ? words.full : fill(words.left, { count: max - sum }) };
}

/** The lengths of the gauge, in percent of a track that ends a little past the maximum. */
export function quotaLengths({ sum, min, max }: { sum: number; min: number; max: number }) {
  const end = Math.max(max * 1.15, sum, 1);
  const percent = (count: number) => `${((Math.max(0, count) / end) * 100).toFixed(2)}%`;
  return {
    shared: percent(Math.min(sum, max)),
    over: percent(sum),
    min: percent(min),
    max: percent(max),
    frame: percent(max - min),
  };
}
