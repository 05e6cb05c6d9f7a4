/** Puts values into a sentence: `fill('{count} lượt chờ gửi', { count: 3 })`. A name without a value stays as it is. */
export const fill = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole));
