/** The words of letters. They are written in Vietnamese only: a letter speaks for the office, not to a chosen language. */
export const mail = {
  subject: (title: string, cluster: string, moment: string) => `[Giấy mời] ${title} - ${cluster}, ${moment}`,
  subjectMoment: (clock: string, date: string) => `${clock} ngày ${date}`,
  heading: (title: string) => `Giấy mời dự ${title}`,
  dear: 'Kính gửi:',
  invites: (issuer: string, honorific: string, title: string) =>
    `${issuer} trân trọng kính mời ${honorific} tham dự ${title}.`,
  unknownHonorific: 'Ông (Bà)',
  time: 'Thời gian',
  doorFrom: (clock: string) => `Đón tiếp từ ${clock}`,
  venue: 'Địa điểm',
  chair: 'Chủ trì',
  qr: (code: string) => `Mã QR điểm danh. Nếu không thấy hình, xin đọc mã ngắn ${code} tại bàn đón tiếp.`,
  shortCode: 'Mã ngắn',
  atTheDoor: 'Khi đến, xin xuất trình mã QR (trên điện thoại hoặc bản in) tại bàn đón tiếp.',
  answerBy: (clock: string, date: string) => `Vui lòng trả lời trước ${clock}, ngày ${date}`,
  open: 'Mở trang trả lời thư mời',
  there: (honorific: string) => `Tại trang này, ${honorific} có thể xác nhận tham dự hoặc báo vắng.`,
  personal: 'Đường dẫn và mã QR dành riêng cho người nhận thư, xin không chuyển tiếp.',
  contact: 'Đầu mối liên hệ',
  contactLine: (name: string, office: string, phone: string) =>
    `${[name, office].filter((part) => part !== '').join(', ')}${phone === '' ? '' : `, điện thoại ${phone}`}.`,
  closing: 'Trân trọng.',
  onBehalf: (lead: string, issuer: string) => `Thư do hệ thống Đón tiếp của ${lead} gửi thay mặt ${issuer}.`,
  privacy: (lead: string, title: string, contact: string) =>
    `${lead} thu thập họ tên, chức vụ, đơn vị, điện thoại, email của đại biểu để mời, đón tiếp, điểm danh và thanh quyết ` +
    `toán ${title}. Thông tin được chia sẻ với đơn vị đăng cai và bộ phận kế toán. Ông (Bà) có quyền xem, chỉnh sửa, ` +
    `yêu cầu xóa, hạn chế hoặc khiếu nại qua ${contact}.`,
};
