/** One sentence after an action, shown once on the page that follows. */
const passed = (count: string): string =>
  count === '0' ? '' : ` ${count} dòng dán không phải đại biểu đã được bỏ qua.`;
const moved = (promoted: string): string =>
  promoted === '0' ? '' : ` ${promoted} người từ danh sách chờ được xếp chỗ.`;
const closed = (deadline: string): string =>
  deadline === '' ? '' : ` Hạn đăng ký ${deadline} đã qua: đơn vị không đăng ký được.`;
const recountedIn = (clusters: string): string =>
  clusters === '0' ? '' : ` Hạn đăng ký, hạn trả lời của ${clusters} cụm được tính lại theo ngày nghỉ.`;

export const flash = {
  password_changed: () => 'Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc.',
  signed_out: () => 'Đã đăng xuất.',
  account_disabled: (name: string) => `Đã khóa tài khoản ${name}. Mọi phiên đăng nhập của tài khoản này đã kết thúc.`,
  account_moved: (name: string, unit: string) =>
    `Đã chuyển tài khoản ${name} sang đơn vị: ${unit}. Mọi phiên đăng nhập của tài khoản này đã kết thúc.`,
  account_enabled: (name: string) => `Đã mở lại tài khoản ${name}.`,
  registered: (seated: string, waiting: string, problems: string, passedOver: string) =>
    (waiting === '0'
      ? `Đã ghi ${seated} đại biểu, tất cả có chỗ.`
      : `Đã ghi: ${seated} đại biểu có chỗ, ${waiting} trong danh sách chờ.`) +
    (problems === '0' ? '' : ` ${problems} dòng lỗi được giữ trong bảng nhập để sửa.`) +
    passed(passedOver),
  draft_saved: (rows: string, passedOver: string) =>
    `Đã lưu nháp ${rows} dòng. Danh sách chưa được gửi.${passed(passedOver)}`,
  draft_joined: (joined: string, there: string) =>
    `Đã đưa ${joined} dòng vào bảng nhập. Danh sách chưa được gửi.` +
    (there === '0' ? '' : ` ${there} dòng không đưa thêm vì đã có ở đó hoặc trong danh sách đã gửi.`),
  draft_discarded: () => 'Đã bỏ bản nháp.',
  withdrawn: (name: string) => `Đã rút ${name}.`,
  withdrawn_promoted: (name: string, promoted: string) => `Đã rút ${name}. ${promoted} từ danh sách chờ được xếp chỗ.`,
  list_accepted: (unit: string) => `Đã tiếp nhận danh sách của ${unit}.`,
  list_accepted_before: (unit: string) => `Danh sách của ${unit} đã được tiếp nhận trước đó.`,
  list_returned: (unit: string) => `Đã trả lại danh sách của ${unit}.`,
  list_handed_in_again: () => 'Đã gửi lại danh sách.',
  change_requested: (count: string) => `Đã gửi đề nghị điều chỉnh (${count} đại biểu). Ban Tổ chức sẽ xem và trả lời.`,
  correction_requested: () => 'Đã gửi đề nghị sửa thông tin. Ban Tổ chức sẽ xem và trả lời.',
  correction_approved: (name: string) => `Đã đồng ý và sửa thông tin của ${name}.`,
  change_approved: (seated: string, waiting: string) =>
    waiting === '0'
      ? `Đã đồng ý: ${seated} đại biểu có chỗ.`
      : `Đã đồng ý: ${seated} đại biểu có chỗ, ${waiting} trong danh sách chờ.`,
  change_refused: (unit: string) => `Đã trả lời ${unit} là không đồng ý.`,
  change_decided_before: () => 'Đề nghị này đã có quyết định trước đó; không có gì thay đổi.',
  places_moved: (count: string, from: string, to: string, promoted: string) =>
    `Đã chuyển ${count} chỗ từ ${from} sang ${to}.${moved(promoted)}`,
  quota_changed: (unit: string, quota: string, promoted: string) =>
    `Chỉ tiêu của ${unit} nay là ${quota}.${moved(promoted)}`,
  capacity_changed: (max: string, promoted: string) => `Số tối đa của cụm nay là ${max}.${moved(promoted)}`,
  nothing_changed: () => 'Số mới giống số cũ; không có gì thay đổi.',
  delegate_seated: (name: string) => `Đã xếp chỗ cho ${name}.`,
  letters_queued: (count: string) => `Đã xếp ${count} thư mời vào hàng gửi. Có thể đóng trang này.`,
  letters_none: () => 'Không có thư mời mới cần gửi.',
  letters_and_cards: (letters: string, cards: string) =>
    `Đã xếp ${letters} thư mời vào hàng gửi. ${cards} đại biểu không có email: thẻ đã sẵn sàng để in.`,
  cards_ready: (cards: string) => `Đã tạo ${cards} thẻ đại biểu, sẵn sàng để in.`,
  card_ready: (name: string) => `${name} không có email; thẻ đại biểu đã sẵn sàng để in.`,
  letter_requeued: (name: string) => `Sẽ gửi lại thư cho ${name}.`,
  device_revoked: (gate: string) => `Đã thu hồi máy ở ${gate}.`,
  event_created: (title: string) => `Đã tạo sự kiện ${title}. Tiếp theo: thêm cụm, thành phần và chương trình.`,
  event_cloned: (title: string) => `Đã tạo ${title} từ sự kiện trước. Vui lòng xem lại ngày, chỉ tiêu và chương trình.`,
  event_there: () =>
    'Sự kiện đã được tạo ở lần gửi trước; lần này không ghi gì. Để tạo sự kiện khác, vui lòng mở lại trang tạo sự kiện.',
  event_removed: (title: string) => `Đã xóa sự kiện ${title}.`,
  event_saved: (promoted: string, recounted: string) =>
    `Đã lưu thông tin chung.${moved(promoted)}${recountedIn(recounted)}`,
  cluster_saved: (number: string, promoted: string, deadline: string) =>
    `Đã lưu Cụm ${number}.${moved(promoted)}${closed(deadline)}`,
  cluster_saved_invited: (number: string, count: string, promoted: string, deadline: string) =>
    `Đã lưu Cụm ${number}.${moved(promoted)} ${count} thư mời đã lập ghi thời gian, địa điểm cũ: vui lòng báo lại cho đại biểu.${closed(deadline)}`,
  cluster_added: (number: string, deadline: string) =>
    `Đã thêm Cụm ${number}. Vui lòng thêm đơn vị tham dự và chia chỉ tiêu.${closed(deadline)}`,
  cluster_removed: (number: string) => `Đã xóa Cụm ${number}.`,
  shares_saved: (number: string, promoted: string) =>
    `Đã lưu đơn vị tham dự và chỉ tiêu Cụm ${number}.${moved(promoted)}`,
  categories_saved: () => 'Đã lưu thành phần tham dự.',
  agenda_saved: () => 'Đã lưu chương trình.',
  unit_added: (unit: string) => `Đã thêm đơn vị ${unit}.`,
  unit_renamed: (unit: string) => `Đã đổi tên thành ${unit}.`,
  units_added: (count: string) => `Đã thêm ${count} đơn vị.`,
  unit_ended: (unit: string) => `Đã ghi nhận ${unit} kết thúc hoạt động.`,
  unit_corrected: (unit: string) => `Đã lưu cấp, trực thuộc và mã của ${unit}.`,
  unit_removed: (unit: string) => `Đã xóa đơn vị ${unit}.`,
  unit_merged: (unit: string) => `Đã ghi nhận sáp nhập ${unit}.`,
  unit_restored: (unit: string) => `${unit} lại đang hoạt động: đã bỏ ghi nhận trước đó.`,
  corrected: (name: string) => `Đã lưu thông tin của ${name}.`,
  corrected_nothing: () => 'Không có thay đổi nào để lưu.',
  substituted: (name: string, old: string) => `Đã cử ${name} đi thay ${old}.`,
  substituted_letter: (name: string, old: string) =>
    `Đã cử ${name} đi thay ${old}. Thư mời mới đã xếp vào hàng gửi; mã QR cũ không còn hiệu lực.`,
  substituted_card: (name: string, old: string) =>
    `Đã cử ${name} đi thay ${old}. Không có email: thẻ đại biểu đã sẵn sàng để in; mã QR cũ không còn hiệu lực.`,
  substituted_held: (name: string, old: string) =>
    `Đã cử ${name} đi thay ${old}; mã QR cũ không còn hiệu lực. Thư mời mới chưa gửi vì ngày, giờ của cụm còn điểm phải sửa.`,
  substituted_over: (name: string, old: string) =>
    `Đã cử ${name} đi thay ${old}; mã QR cũ không còn hiệu lực. Cụm đã kết thúc nên không gửi thư mời.`,
  substituted_already: (name: string) => `Chỗ này đã có người đi thay: ${name}. Không có gì thay đổi.`,
  person_withdrawn: () => 'Đại biểu này đã được rút trước đó; không có gì thay đổi.',
  merged: (name: string) => `Đã gộp hai dòng của ${name}.`,
  merged_promoted: (name: string, promoted: string) =>
    `Đã gộp hai dòng của ${name}. ${promoted} từ danh sách chờ được xếp chỗ.`,
  merged_already: () => 'Hai dòng này đã được gộp trước đó; không có gì thay đổi.',
  list_reordered: () => 'Đã lưu thứ tự danh sách.',
  list_order_same: () => 'Thứ tự không thay đổi.',
  placed_elsewhere: (cluster: string) => `Đã đăng ký thêm vào Cụm ${cluster}.`,
  placed_elsewhere_waiting: (cluster: string) =>
    `Cụm ${cluster} đã hết chỗ của danh sách này: đại biểu vào danh sách chờ.`,
  placed_in_clusters: (sentence: string) => `Đã đăng ký thêm. ${sentence}`,
  placed_nothing: () => 'Các đại biểu đã chọn đều đã có trong các cụm đó; không có gì thay đổi.',
  placed_already: (cluster: string) => `Đại biểu đã có trong Cụm ${cluster}.`,
};
export type FlashWords = typeof flash;
