export const accountProblems = {
  refused: 'Tên đăng nhập hoặc mật khẩu không đúng. Vui lòng kiểm tra lại.',
  paused: (minutes: number) => `Đã nhập sai quá nhiều lần. Vui lòng thử lại sau ${minutes} phút.`,
  missing: 'Vui lòng nhập nội dung này.',
  login_shape: 'Tên đăng nhập gồm chữ không dấu, số, dấu chấm, gạch nối (từ 3 ký tự), hoặc là địa chỉ email.',
  login_taken: 'Tên đăng nhập này đã có người dùng.',
  too_short: 'Mật khẩu cần ít nhất 12 ký tự.',
  too_long: 'Mật khẩu dài quá 200 ký tự.',
  too_common: 'Mật khẩu này dễ đoán. Vui lòng chọn một câu dài hơn, ít người nghĩ tới.',
  contains_login: 'Mật khẩu không được chứa tên đăng nhập.',
  not_repeated: 'Hai lần nhập mật khẩu chưa giống nhau.',
  wrong_password: 'Mật khẩu hiện tại không đúng.',
  unit_missing: 'Vui lòng chọn đơn vị cho đầu mối.',
  unit_ended: 'Đơn vị này đã sáp nhập hoặc kết thúc hoạt động. Vui lòng chọn đơn vị khác.',
  unit_same: 'Tài khoản đang thuộc đơn vị này.',
  role_unknown: 'Vui lòng chọn vai trò trong danh sách.',
};
export type AccountProblemsWords = typeof accountProblems;
