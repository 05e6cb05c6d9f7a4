/** A unit of the house: what was typed wrong is fixed, it ends, it is removed. */
export const unitPage = {
  ended: (until: string) => `Đã kết thúc hoạt động (đến hết ${until})`,
  endedSince: (until: string) => `Đã kết thúc hoạt động, không có đơn vị tiếp nhận; hoạt động đến hết ${until}.`,
  endHeading: 'Kết thúc hoạt động',
  endText:
    'Dùng khi đơn vị không còn và không có một đơn vị tiếp nhận duy nhất. Những gì đã đăng ký vẫn giữ nguyên; đơn vị không còn trong các ô chọn đơn vị.',
  endedFrom: 'Kết thúc hoạt động từ ngày',
  end: 'Ghi nhận kết thúc',
  restoreEnd: 'Bỏ ghi nhận kết thúc',
  endOf: 'Sáp nhập hoặc kết thúc',
  factsHeading: 'Cấp, trực thuộc, mã',
  factsText: 'Để sửa chỗ ghi sai lúc thêm đơn vị. Tên được đổi ở mục Đổi tên.',
  parentHint: 'Đơn vị cấp trên phải ở cấp cao hơn.',
  saveFacts: 'Lưu cấp, trực thuộc, mã',
  removeHeading: 'Xóa đơn vị',
  removeText:
    'Đơn vị chưa được dùng ở đâu: không có trong cụm, danh sách, tài khoản nào và không có đơn vị trực thuộc.',
  removeQuestion: (name: string) => `Xóa đơn vị ${name}?`,
  remove: 'Xóa đơn vị',
  many: {
    heading: 'Thêm nhiều đơn vị một lần',
    names: 'Tên các đơn vị',
    hint: 'Mỗi dòng một đơn vị; dán được từ Excel hoặc văn bản. Cấp và đơn vị cấp trên dùng chung cho mọi dòng, mã do hệ thống đặt.',
    line: (line: number) => `Dòng ${line}`,
    wrong: (count: number) => `${count} dòng cần sửa; chưa ghi đơn vị nào:`,
    add: 'Thêm các đơn vị',
  },
};
export type UnitPageWords = typeof unitPage;
