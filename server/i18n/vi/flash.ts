/** One sentence after an action, shown once on the page that follows. */
export const flash = {
  password_changed: () => 'Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc.',
  signed_out: () => 'Đã đăng xuất.',
  account_disabled: (name: string) => `Đã khóa tài khoản ${name}. Mọi phiên đăng nhập của tài khoản này đã kết thúc.`,
  account_enabled: (name: string) => `Đã mở lại tài khoản ${name}.`,
  registered: (seated: string, waiting: string) =>
    waiting === '0'
      ? `Đã ghi ${seated} đại biểu, tất cả có chỗ.`
      : `Đã ghi: ${seated} đại biểu có chỗ, ${waiting} trong danh sách chờ.`,
  withdrawn: (name: string) => `Đã rút ${name}.`,
  withdrawn_promoted: (name: string, promoted: string) => `Đã rút ${name}. ${promoted} từ danh sách chờ được xếp chỗ.`,
  list_accepted: (unit: string) => `Đã tiếp nhận danh sách của ${unit}.`,
  letters_queued: (count: string) => `Đã xếp ${count} thư mời vào hàng gửi. Có thể đóng trang này.`,
  letters_none: () => 'Không có thư mời mới cần gửi.',
  letters_and_cards: (letters: string, cards: string) =>
    `Đã xếp ${letters} thư mời vào hàng gửi. ${cards} đại biểu không có email: thẻ đã sẵn sàng để in.`,
  cards_ready: (cards: string) => `Đã tạo ${cards} thẻ đại biểu, sẵn sàng để in.`,
  card_ready: (name: string) => `${name} không có email; thẻ đại biểu đã sẵn sàng để in.`,
  letter_requeued: (name: string) => `Sẽ gửi lại thư cho ${name}.`,
  device_revoked: (gate: string) => `Đã thu hồi máy ở ${gate}.`,
};
export type FlashWords = typeof flash;
