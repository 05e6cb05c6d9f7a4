import type { Column, Group, Sheet, SheetRow } from '../../server/documents/sheet.ts';

const columns: Column[] = [
  { key: 'number', title: 'STT', widthMm: 11, align: 'center' },
  { key: 'name', title: 'Họ và tên', widthMm: 52, align: 'left' },
  { key: 'position', title: 'Chức vụ', widthMm: 54, align: 'left' },
  { key: 'note', title: 'Ghi chú', widthMm: 27, align: 'left' },
];

export const group = (title: string, rows: SheetRow[]): Group => ({ title, rows, emptyLine: 'Không có đại biểu' });

/** A small list; whatever a test is about comes in `groups` or `heading`. */
export const sheetOf = (groups: Group[], heading: Partial<Sheet['heading']> = {}): Sheet => ({
  fileName: 'DS_dai_bieu_tham_du_Cum1_20230405',
  tabName: 'Cụm 1',
  orientation: 'landscape',
  heading: {
    superior: 'UBND THÀNH PHỐ CẦN THƠ',
    issuer: 'SỞ NỘI VỤ',
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    title: 'DANH SÁCH ĐẠI BIỂU THAM DỰ',
    subtitle: 'Tọa đàm chia sẻ kinh nghiệm',
    occasion: 'Cụm 1: 13 giờ 30 phút, Thứ Tư ngày 05/4/2023',
    ...heading,
  },
  groupTitle: 'Nhóm',
  columns,
  groups,
  totals: ['Tổng số: 1 đại biểu (Một đại biểu).'],
  signatures: [
    { placeAndDate: '', title: 'Người lập biểu', hint: '(Ký, họ tên)' },
    { placeAndDate: 'Cần Thơ, ngày 05 tháng 4 năm 2023', title: 'Xác nhận', hint: '(Ký, họ tên)' },
  ],
  meta: 'Kết xuất: An Nguyễn, 14:05 ngày 05/4/2023',
});
