/** Invented delegates for the demo. Names, posts and mailboxes belong to nobody. */
import type { TypedRow } from '../../server/domain/list/row.ts';
import { fold } from '../../server/domain/vietnamese/fold.ts';

const SURNAMES = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Huỳnh',
  'Võ',
  'Phan',
  'Trương',
  'Bùi',
  'Đặng',
  'Đỗ',
  'Ngô',
  'Hồ',
  'Dương',
  'Lý',
  'Quách',
  'Lâm',
  'Châu',
  'Thạch',
  'Sơn',
  'Danh',
  'Kim',
];
const MIDDLES = {
  Ông: ['Văn', 'Phước', 'Nhựt', 'Minh', 'Vĩnh', 'Hữu'],
  Bà: ['Thị', 'Thị Mỹ', 'Ngọc', 'Thị Kim', 'Mỹ', 'Thị Ngọc'],
};
const GIVEN = {
  Ông: ['Nhơn', 'Út', 'Ẩn', 'Khởi', 'Thoại', 'Phước', 'Vĩnh', 'Đạt', 'Hùng', 'Lộc', 'Tài'],
  Bà: ['Quyên', 'Xuyến', 'Ngoan', 'Ý', 'Nhơn', 'Duyên', 'Hạnh', 'Lan', 'Mai', 'Trúc', 'Yến'],
};

const DEPARTMENTS = [
  'Phòng Nội vụ',
  'Phòng Tư pháp',
  'Phòng Tài chính - Kế hoạch',
  'Phòng Tài nguyên và Môi trường',
  'Phòng Giáo dục và Đào tạo',
  'Phòng Văn hóa và Thông tin',
  'Phòng Y tế',
  'Phòng Kinh tế',
  'Phòng Quản lý đô thị',
  'Thanh tra',
];

type Post = { position: string; workplace: string; category: string };

/** The posts a list of `count` delegates of this kind usually holds, most senior first. */
function postsOf({ kind, place, communes, count }: PeopleWanted): Post[] {
  if (kind === 'city') return cityPosts(count);
  const posts: Post[] = [
    { position: 'Chủ tịch UBND', workplace: `UBND ${place}`, category: 'B1' },
    { position: 'Chánh Văn phòng HĐND và UBND', workplace: `Văn phòng HĐND và UBND ${place}`, category: 'B3' },
    { position: 'Trưởng phòng', workplace: `Phòng Nội vụ ${place}`, category: 'B2, B4' },
  ];
  for (const commune of communes)
    posts.push({ position: 'Chủ tịch UBND', workplace: `UBND ${commune}`, category: 'B6' });
  for (const department of DEPARTMENTS.slice(1)) {
    posts.push({ position: 'Trưởng phòng', workplace: `${department} ${place}`, category: 'B2' });
  }
  for (const commune of communes) {
    posts.push({ position: 'Công chức Văn phòng - Thống kê', workplace: `UBND ${commune}`, category: 'B7' });
  }
  while (posts.length < count)
    posts.push({ position: 'Chuyên viên', workplace: `Phòng Nội vụ ${place}`, category: 'B4' });
  return posts.slice(0, count);
}

function cityPosts(count: number): Post[] {
  const posts: Post[] = [
    { position: 'Phó Giám đốc', workplace: 'Sở Tư pháp', category: 'A1' },
    { position: 'Phó Giám đốc', workplace: 'Sở Tài chính', category: 'A1' },
    { position: 'Chánh Văn phòng', workplace: 'Sở Nội vụ', category: 'A2' },
    { position: 'Phó Giám đốc', workplace: 'Sở Thông tin và Truyền thông', category: 'A5' },
    { position: 'Trưởng phòng', workplace: 'Phòng Cải cách hành chính - Văn thư, lưu trữ', category: 'A3' },
    { position: 'Phó Trưởng phòng', workplace: 'Phòng Cải cách hành chính - Văn thư, lưu trữ', category: 'A3' },
  ];
  while (posts.length < count) posts.push({ position: 'Chuyên viên', workplace: 'Sở Nội vụ', category: 'A4' });
  return posts.slice(0, count);
}

export type PeopleWanted = {
  kind: 'city' | 'district';
  /** "huyện Thới Lai", as it stands inside a sentence. */
  place: string;
  /** Communes of a host, whose people it registers too. */
  communes: readonly string[];
  count: number;
  /** Where in the endless row of invented people to begin, so that no two lists share one. */
  from: number;
};

/** `count` delegates as a clerk would paste them. Every seventh has no mailbox and needs a printed card. */
export function inventPeople(wanted: PeopleWanted): TypedRow[] {
  return postsOf(wanted).map((post, index) => {
    const number = wanted.from + index;
    const honorific = number % 3 === 1 ? 'Bà' : 'Ông';
    const pick = <T>(list: readonly T[], step: number): T => list[Math.floor(number / step) % list.length] as T;
    const surname = pick(SURNAMES, 1);
    const given = pick(GIVEN[honorific], 2);
    const fullName = `${surname} ${pick(MIDDLES[honorific], 5)} ${given}`;
    const mailbox = fold(`${given}.${surname}`).replaceAll(' ', '');
    return {
      honorific,
      fullName,
      position: post.position,
      workplace: post.workplace,
      category: post.category,
      phone: `0900 000 0${String(number % 100).padStart(2, '0')}`,
      email: number % 7 === 3 ? '' : `${mailbox}${number}@example.gov.vn`,
      note: '',
    };
  });
}
