/** Invented names that stay different when folded, so that no two people can be taken for one. */
const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Phan', 'Trương', 'Bùi', 'Đặng', 'Ngô', 'Dương'];
const MIDDLE = ['Văn', 'Phước', 'Nhựt', 'Minh', 'Vĩnh', 'Hữu', 'Ngọc', 'Kim', 'Mỹ', 'Thanh', 'Quốc', 'Đức'];
const GIVEN = [
  ...['An', 'Bình', 'Cúc', 'Dũng', 'Em', 'Giang', 'Hạnh', 'Khởi', 'Lộc', 'Mai', 'Nhơn', 'Oanh', 'Phú', 'Quyên', 'Sen'],
  ...[
    'Tài',
    'Út',
    'Vinh',
    'Xuyến',
    'Yến',
    'Thoại',
    'Trúc',
    'Đạt',
    'Hùng',
    'Lan',
    'Ngoan',
    'Duyên',
    'Khánh',
    'Lễ',
    'Tâm',
  ],
];

/** Names one after another: 4,320 of three syllables, then twelve times as many of four. */
export function nameSource(): () => string {
  let next = 0;
  return () => {
    let rest = next;
    next += 1;
    const take = (list: readonly string[]) => {
      const word = list[rest % list.length] ?? '';
      rest = Math.floor(rest / list.length);
      return word;
    };
    const given = take(GIVEN);
    const middle = take(MIDDLE);
    const family = take(FAMILY);
    return [family, ...(rest > 0 ? [MIDDLE[(rest - 1) % MIDDLE.length]] : []), middle, given].join(' ');
  };
}
