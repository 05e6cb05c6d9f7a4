import type { ProblemCode } from '../../domain/list/problem.ts';

/** Equal faults fixed together on the review page, and lines left out of it. */
export const quickFixes = {
  title: 'Sửa nhanh',
  jump: (count: number) => `Sửa nhanh (${count})`,
  titles: {
    name_capitals: 'Viết hoa chữ đầu họ tên',
    name_small_letters: 'Viết hoa chữ đầu họ tên',
    name_hidden: 'Bỏ ký tự ẩn trong họ tên',
    name_old_letters: 'Chuyển họ tên sang Unicode',
    name_brackets: 'Bỏ phần trong ngoặc ở họ tên',
    name_title: 'Bỏ “Ông”, “Bà”, “Đ/c”, học vị trước họ tên',
    honorific_unknown: 'Sửa cột Ông/Bà',
    phone_old_prefix: 'Đổi đầu số cũ 11 số',
    phone_two: 'Chỉ giữ số điện thoại đầu',
    email_two: 'Chỉ giữ email đầu',
    email_invalid: 'Sửa email gõ nhầm',
    category_left_out: 'Thêm thành phần của dòng trùng vào dòng được ghi',
  } as Partial<Record<ProblemCode, string>>,
  changeCategory: (from: string, to: string) =>
    from.trim() === '' ? `Điền thành phần ${to}` : `Đổi thành phần “${from}” thành ${to}`,
  rows: (count: number, example: string) => `${count} dòng · ${example}`,
  take: (count: number) => (count === 1 ? 'Nhận' : `Nhận cả ${count}`),
  see: (count: number) => `Xem ${count} dòng`,
  edit: (row: number, change: string) => `Dòng ${row}: ${change}`,
  done: (count: number) => `Đã làm với ${count} dòng`,
  undo: 'Hoàn lại',
  undoOf: (title: string) => `Hoàn lại: ${title}`,
  right: 'Đúng',
  changeTo: (to: string) => (to === '' ? 'Để trống ô này' : `Đổi thành ${to}`),
  addCategory: (categories: string, line: string) => `Thêm ${categories} vào dòng ${line}`,
  keepName: 'Giữ như đã nhập',
  keptName: 'Giữ tên như đã nhập',
  omitted: (row: number, who: string) => `Dòng ${row}: ${who}`,
  omittedTitle: (count: number) => `${count} dòng đã bỏ, không gửi`,
  takeBack: 'Lấy lại',
  takeBackOf: (row: number) => `Lấy lại dòng ${row}`,
};
export type QuickFixesWords = typeof quickFixes;
