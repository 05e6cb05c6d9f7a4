import type { ListState } from '../../domain/list/list-status.ts';

type Detail = Record<string, string>;
type Tally = Record<'rows' | 'good' | 'warnings' | 'problems' | 'known', number>;

export const registration = {
  title: (number: number) => `Đăng ký đại biểu dự Cụm ${number}`,
  deadline: 'Hạn gửi',
  deadlineLeft: (days: number, hours: number) => (days > 0 ? `còn ${days} ngày ${hours} giờ` : `còn ${hours} giờ`),
  deadlinePassed: 'đã quá hạn, chỉ còn rút đại biểu',
  deadlineNote:
    'Đã quá hạn đăng ký của cụm này. Đơn vị vẫn có thể rút đại biểu; cần bổ sung, vui lòng liên hệ Ban Tổ chức.',
  steps: { enter: 'Nhập danh sách', check: 'Kiểm tra', send: 'Gửi Ban Tổ chức' },
  stepsLabel: 'Các bước đăng ký',
  unit: 'Đơn vị',
  show: 'Xem',
  pasteLabel: 'Dán danh sách từ Excel',
  pasteHint:
    'Chọn các dòng trong Excel, sao chép (Ctrl C) rồi dán (Ctrl V) vào ô này. Có dòng tiêu đề thì hệ thống nhận cột theo tiêu đề; không có thì theo thứ tự: Ông/Bà, Họ và tên, Chức vụ, Đơn vị công tác, Thành phần, Điện thoại, Email, Ghi chú.',
  addRows: 'Hoặc nhập từng dòng',
  check: 'Kiểm tra danh sách',
  checkAgain: 'Kiểm tra lại',
  save: (count: number) => `Gửi ${count} đại biểu`,
  saveValid: (count: number) => `Chỉ gửi ${count} dòng không lỗi`,
  backToPaste: 'Về bảng nhập',
  reviewTitle: 'Kiểm tra danh sách nhập',
  reviewSub: (number: number, unit: string) => `Cụm ${number} · ${unit}`,
  tally: { rows: 'dòng', good: 'hợp lệ', warnings: 'cảnh báo', problems: 'lỗi', known: 'đã có' },
  tallyLine: ({ rows, good, warnings, problems, known }: Tally) =>
    `${rows} dòng: ${good} hợp lệ, ${warnings} cảnh báo, ${problems} lỗi${known > 0 ? `, ${known} đã có trong danh sách` : ''}.`,
  errorsNotSent: 'Các dòng lỗi được giữ trong bảng nhập.',
  nothingToSend: 'Không có dòng mới để gửi.',
  views: {
    label: 'Lọc dòng',
    fresh: (count: number) => `Mới, thay đổi ${count}`,
    all: (count: number) => `Tất cả ${count}`,
    look: (count: number) => `Cần xem ${count}`,
    good: (count: number) => `Hợp lệ ${count}`,
    known: (count: number) => `Đã có ${count}`,
  },
  nothingSaved: 'Chưa có gì được lưu: danh sách hiện có giữ nguyên đến khi bấm Gửi.',
  saveBlocked: 'Các dòng lỗi cần sửa trước khi gửi, hoặc bỏ khỏi danh sách.',
  draftFull:
    'Bảng nhập không còn chỗ để giữ các dòng lỗi. Vui lòng sửa hoặc bỏ các dòng lỗi, hoặc gửi bớt bản nháp trước.',
  draftFullToJoin:
    'Bảng nhập không còn chỗ cho các dòng này (tối đa 500 dòng). Vui lòng gửi bớt bản nháp trước, hoặc gửi ngay từ trang này.',
  noRows: 'Chưa có dòng nào. Vui lòng dán danh sách hoặc nhập ít nhất một dòng.',
  seatsPlanned: (seated: number, waiting: number) =>
    waiting === 0
      ? `Nếu gửi bây giờ: ${seated} đại biểu có chỗ.`
      : `Nếu gửi bây giờ: ${seated} đại biểu có chỗ, ${waiting} vào danh sách chờ.`,
  line: 'Dòng',
  columns: {
    honorific: 'Ông/Bà',
    fullName: 'Họ và tên',
    position: 'Chức vụ',
    workplace: 'Đơn vị công tác',
    category: 'T. phần',
    phone: 'Điện thoại',
    email: 'Email',
    note: 'Ghi chú',
  },
  cell: (column: string, line: number) => `${column}, dòng ${line}`,
  omitLine: 'Bỏ dòng này',
  anotherPerson: 'Là hai người khác nhau',
  isAnother: 'Là hai người',
  isAgain: 'Đăng ký lại',
  comesAgain: 'Đăng ký lại người đã rời danh sách',
  sameElsewhere: 'Cùng một người đã có ở cụm khác, không nhập lại',
  isSameElsewhere: 'Là cùng một người',
  outcome: { seated: 'Có chỗ', waiting: 'Chờ', duplicate: 'Đã có, không ghi thêm', problem: 'Cần sửa' },
  changedOutcome: 'Đã có, có thay đổi',
  leftOutcome: 'Đã rời danh sách, không ghi lại',
  registered: 'Danh sách đã gửi',
  registeredEmpty: 'Chưa có đại biểu nào. Danh sách đã gửi sẽ hiện ở đây.',
  seat: { seated: 'Có chỗ', waiting: 'Danh sách chờ' },
  noEmail: 'không có email, cần in thẻ',
  state: 'Tình trạng',
  action: 'Thao tác',
  withdraw: 'Rút',
  withdrawPerson: (name: string) => `Rút ${name}`,
  withdrawTitle: (name: string) => `Rút đại biểu: ${name}?`,
  withdrawWhat: 'Mã QR của đại biểu sẽ hết hiệu lực ngay. Chỗ trống được chuyển cho người đầu danh sách chờ (nếu có).',
  withdrawReason: 'Lý do rút',
  withdrawReasonMissing: 'Vui lòng ghi lý do rút đại biểu.',
  withdrawRefused: {
    present: 'Chưa rút: đại biểu này đã điểm danh, danh sách tham dự phải giữ nguyên.',
    over: 'Chưa rút: cụm này đã kết thúc, danh sách không thay đổi nữa.',
    overtaken: 'Chưa rút: thông tin của đại biểu vừa được sửa. Vui lòng xem lại rồi mới rút.',
  },
  withdrawConfirm: 'Rút đại biểu',
  othersPromoted: (count: number) => `${count} đại biểu của đơn vị khác`,
  quota: 'Chỉ tiêu của đơn vị',
  quotaUsed: (seated: number, quota: number) => `${seated}/${quota}`,
  seatsLeft: (left: number) => (left > 0 ? `Còn ${left} chỗ` : 'Đã hết chỗ, người gửi thêm vào danh sách chờ'),
  waitingCount: (count: number) => `${count} người trong danh sách chờ`,
  wholeCluster: (number: number) => `Cả Cụm ${number}`,
  categories: 'Mã thành phần',
  hostOnlyNote: (host: string, codes: string) => `Thành phần ${codes} chỉ đơn vị đăng cai (${host}) đăng ký.`,
  overrideReason: 'Lý do đăng ký ngoài thành phần (chỉ Ban Tổ chức)',
  overrideHint:
    'Để trống nếu mọi dòng đúng thành phần của đơn vị. Có lý do thì hệ thống cho ghi thành phần của đơn vị khác và lưu lý do lại.',
  listStates: {
    not_started: 'Chưa bắt đầu',
    draft: 'Bản nháp',
    submitted: 'Đã gửi',
    accepted: 'Đã tiếp nhận',
    returned: 'Trả lại',
  } satisfies Record<ListState, string>,
  accept: 'Tiếp nhận danh sách',
  acceptNote:
    'Danh sách còn người chờ hoặc tên trùng nên chưa tự tiếp nhận; thư mời chỉ gửi cho danh sách đã tiếp nhận.',
  privacy: 'Đơn vị bảo đảm đã thông báo cho đại biểu về việc cung cấp thông tin.',
  problems: {
    name_missing: () => 'Thiếu họ và tên',
    name_too_long: (d: Detail) => `Họ và tên dài quá ${d['most']} ký tự`,
    name_not_a_name: () => 'Ô này không giống họ và tên (có chữ số hoặc ký hiệu)',
    name_damaged: () =>
      'Họ và tên bị hỏng chữ: vui lòng gõ lại, hoặc mở danh sách gốc, lưu lại dạng .xlsx hoặc CSV UTF-8 rồi tải lại',
    name_hidden: () => 'Họ và tên có ký tự ẩn: vui lòng bỏ ký tự ẩn hoặc gõ lại tên',
    name_old_letters: (d: Detail) =>
      `Tên có vẻ còn ở bảng mã cũ (TCVN3, VNI), nên đọc là ${d['name']}: vui lòng kiểm tra`,
    name_two: () =>
      'Ô này có vẻ ghi hai người hoặc ghi kèm chức vụ: vui lòng ghi mỗi người một dòng, chức vụ ở cột riêng',
    name_brackets: (d: Detail) => `Tên có phần trong ngoặc, nên ghi ở cột khác và để tên là ${d['name']}`,
    name_capitals: (d: Detail) => `Tên viết hoa toàn bộ, sẽ ghi là ${d['name']}`,
    name_small_letters: (d: Detail) => `Tên viết thường toàn bộ, sẽ ghi là ${d['name']}`,
    name_title: (d: Detail) => `Bỏ “${d['title']}” trước tên, sẽ ghi là ${d['name']}`,
    honorific_unknown: () => 'Cột Ông/Bà chỉ nhận Ông, Bà hoặc để trống',
    position_missing: () => 'Thiếu chức vụ',
    text_too_long: (d: Detail) => `Nội dung dài quá ${d['most']} ký tự`,
    category_missing: () => 'Thiếu mã thành phần (ví dụ B2)',
    category_unknown: (d: Detail) => `Không có thành phần “${d['typed']}” trong sự kiện này`,
    category_too_many: (d: Detail) => `Ô này ghi quá ${d['most']} thành phần`,
    category_host_only: (d: Detail) => `Thành phần ${d['code']} chỉ dành cho đơn vị đăng cai`,
    category_not_of_unit: (d: Detail) => `Thành phần ${d['code']} không thuộc đơn vị này đăng ký`,
    category_left_out: (d: Detail) =>
      `Thành phần ${d['categories']} của dòng này không được ghi, vì người này ghi theo dòng ${d['line']}`,
    phone_unusual: () => 'Số điện thoại khác thường, vẫn lưu như đã nhập',
    phone_two: (d: Detail) => `Ô có nhiều số điện thoại, vẫn lưu như đã nhập; số đầu là ${d['first']}`,
    phone_old_prefix: (d: Detail) => `Số điện thoại có 11 số, đã đổi đầu số ${d['from']} → ${d['to']}`,
    phone_rounded: () => 'Excel đã rút gọn số điện thoại nên mất chữ số, vui lòng nhập lại',
    email_invalid: () => 'Email không đúng định dạng',
    email_two: (d: Detail) => `Ô có hai email: lấy ${d['kept']}, bỏ ${d['left']}`,
    email_missing: () => 'Không có email, sẽ in thẻ',
    duplicate: (d: Detail) =>
      d['where'] === 'list'
        ? `Trùng với dòng ${d['line']}: ${d['name']}, ${d['position']}`
        : `Đã có trong danh sách: ${d['name']}, ${d['position']}`,
    identical: (d: Detail) =>
      d['where'] === 'list'
        ? `Giống hệt dòng ${d['line']}: nếu là hai người, vui lòng ghi thêm điều phân biệt (điện thoại, email, ghi chú)`
        : `Giống hệt ${d['name']} đã có trong danh sách: nếu là hai người, vui lòng ghi thêm điều phân biệt (điện thoại, email, ghi chú)`,
    possible_duplicate: (d: Detail) =>
      d['where'] === 'list'
        ? `Cùng tên với dòng ${d['line']} (${d['position']}): vui lòng kiểm tra lại`
        : `Cùng tên với ${d['name']}, ${d['position']} đã đăng ký: vui lòng kiểm tra lại`,
    left_withdrawn: (d: Detail) =>
      `${d['name']} đã được rút khỏi danh sách ngày ${d['day']} (${d['reason']}), không ghi lại`,
    left_replaced: (d: Detail) => `${d['name']} đã cử ${d['by']} đi thay ngày ${d['day']}, không ghi lại`,
    known_elsewhere: (d: Detail) =>
      `Đã có trong Cụm ${d['cluster']} (${d['position']}): cùng một người thì chỉ nhập một lần, thông tin giữ như ở cụm đó`,
  },
};
export type RegistrationWords = typeof registration;
