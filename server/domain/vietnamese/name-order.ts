const collator = new Intl.Collator('vi');

/** Orders Vietnamese names by given name (the last word), then by the rest: Đỗ An, Nguyễn Văn An, Bùi Ăn. */
export function compareNames(left: string, right: string): number {
  const given = (name: string) => name.slice(name.lastIndexOf(' ') + 1);
  return collator.compare(given(left), given(right)) || collator.compare(left, right);
}

export const compareText = (left: string, right: string): number => collator.compare(left, right);
