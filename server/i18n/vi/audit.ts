/** What `npm run verify-audit` says. */
export const audit = {
  usage: 'Cách dùng: npm run verify-audit [-- SỐ:MÃ], với SỐ:MÃ là dòng cuối của lần kiểm tra trước.',
  missing: (file: string) => `Không có tệp ${file}; chưa kiểm tra được gì.`,
  intact: (entries: number, hasAnchor: boolean) =>
    `Nhật ký còn nguyên vẹn: ${entries} mục${hasAnchor ? ', có đủ đến mục đã ghi lại lần trước' : ''}.`,
  keep: 'Hãy cất dòng dưới đây ở nơi khác để lần sau biết nhật ký có bị cắt cuối hay không.',
  broken: {
    gap: (seq: number) => `Nhật ký bị sửa: thiếu mục số ${seq}.`,
    link: (seq: number) => `Nhật ký bị sửa: mục số ${seq} không nối tiếp mục đứng trước.`,
    changed: (seq: number) => `Nhật ký bị sửa: nội dung mục số ${seq} đã thay đổi.`,
    anchor: (seq: number) => `Nhật ký bị ghi lại: mục số ${seq} khác với mã đã cất.`,
    cut: (seq: number) => `Nhật ký bị cắt cuối: không còn mục số ${seq} trở đi.`,
  },
};
