/** Sentences by machine code. API clients get the code and the sentence; pages show the sentence. */
export const errors = {
  title: 'Chưa thực hiện được',
  home: 'Về trang chính',
  signIn: 'Đăng nhập',
  reference: (id: string) => `Mã tra cứu: ${id}`,
  not_found: 'Không tìm thấy trang hoặc dữ liệu này. Đường dẫn có thể đã cũ hoặc gõ thiếu.',
  forbidden: 'Tài khoản này không có quyền mở trang này. Vui lòng liên hệ Ban Tổ chức nếu cần.',
  signInAgain: 'Phiên làm việc đã hết, vui lòng đăng nhập lại. Nội dung vừa nhập được giữ nguyên.',
  signInInAnotherWindow:
    'Phiên làm việc đã hết và nội dung vừa gửi chưa được lưu. Vui lòng đăng nhập ở một thẻ khác, quay lại trang trước rồi bấm lại.',
  unauthorised: 'Vui lòng đăng nhập để tiếp tục.',
  device_unauthorised: 'Máy này chưa được ghép hoặc đã bị thu hồi. Vui lòng ghép lại máy.',
  cross_site: 'Yêu cầu đến từ một trang khác nên đã bị từ chối. Vui lòng mở lại trang và thực hiện lại.',
  too_many: 'Đã thử quá nhiều lần. Vui lòng chờ một lúc rồi thử lại.',
  unavailable: 'Hệ thống tạm thời chưa ghi được dữ liệu. Chưa có gì bị mất; vui lòng thử lại sau ít phút.',
  unexpected: 'Có lỗi ngoài dự kiến. Dữ liệu chưa bị thay đổi; vui lòng thử lại hoặc báo Ban Tổ chức.',
  malformed_json: 'Nội dung gửi lên không phải là JSON hợp lệ.',
  malformed_body: 'Nội dung gửi lên không đúng khuôn dạng.',
  malformed_form: 'Biểu mẫu gửi lên không đọc được. Vui lòng tải lại trang và nhập lại.',
  too_large: 'Nội dung gửi lên quá lớn.',
  too_many_rows: 'Mỗi lần chỉ gửi được tối đa 500 dòng.',
  draft_stale: 'Bản nháp đã được lưu, gửi hoặc bỏ ở nơi khác; chưa có gì bị ghi đè.',
  deadline_passed: 'Đã quá hạn đăng ký, vui lòng liên hệ Ban Tổ chức. Đơn vị vẫn có thể rút đại biểu.',
  list_locked:
    'Danh sách đã được tiếp nhận, không sửa trực tiếp được. Thêm đại biểu: gửi đề nghị điều chỉnh trên trang đăng ký.',
  pairing_invalid: 'Mã ghép máy không đúng, đã dùng hoặc đã hết hạn. Vui lòng tạo mã mới.',
  link_invalid: 'Đường dẫn này không đúng, đã dùng hoặc đã hết hạn. Vui lòng xin đường dẫn mới.',
  format_unavailable: 'Danh sách này chưa có ở dạng tệp đó. Hiện có Excel (xlsx) và CSV.',
  dates_wrong: 'Chưa gửi thư mời được: ngày, giờ của cụm trong thiết lập còn điểm phải sửa.',
  delegate_gone: 'Đại biểu này đã được rút trước đó; không có gì thay đổi.',
};
export type ErrorWords = typeof errors;
export type ErrorCode = Exclude<
  keyof ErrorWords,
  'title' | 'home' | 'signIn' | 'signInAgain' | 'signInElsewhere' | 'reference'
>;
