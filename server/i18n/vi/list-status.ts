import type { ChangeVerdict } from '../../domain/list/list-status.ts';
import type { SeatsRefusal } from '../../domain/seats/capacity.ts';

/** A list after it was handed in, the places it is seated by, and what a unit asks for once its list is locked. */
export const listStatus = {
  reason: 'Lý do',
  reasonHint: 'Lý do được lưu trong lịch sử. Xin không ghi họ tên, số điện thoại của đại biểu.',
  reasonMissing: 'Vui lòng ghi lý do.',
  reasonTooLong: 'Lý do dài quá 300 ký tự.',

  returnList: 'Trả lại',
  acceptRefused: {
    not_handed_in: 'Chưa tiếp nhận: danh sách này chưa được gửi, hoặc đã trả lại đơn vị.',
    changed: 'Chưa tiếp nhận: danh sách đã thay đổi từ lúc trang được mở. Vui lòng xem lại rồi tiếp nhận.',
  },
  returnTitle: (unit: string) => `Trả lại danh sách: ${unit}?`,
  returnSub: (number: number, count: number) => `Cụm ${number} · ${count} đại biểu`,
  returnWhat:
    'Đơn vị thấy lý do cho đến khi gửi lại danh sách. Đại biểu giữ nguyên chỗ; thư mời tạm dừng đến khi danh sách được tiếp nhận lại.',
  returnReason: 'Lý do trả lại',
  returnConfirm: 'Trả lại danh sách',
  returnRefused: {
    returned_before: 'Danh sách này đã được trả lại trước đó; không có gì thay đổi.',
    not_handed_in: 'Đơn vị chưa gửi danh sách nên chưa có gì để trả lại.',
  },
  returnedNote: (time: string) => `Ban Tổ chức trả lại danh sách lúc ${time}.`,
  returnedWhat: 'Sửa theo lý do trên rồi gửi lại. Nếu không cần thêm người, chỉ cần bấm Gửi lại danh sách.',
  handInAgain: 'Gửi lại danh sách',
  lockedNote:
    'Danh sách đã được tiếp nhận, không sửa trực tiếp được. Thêm đại biểu là đề nghị điều chỉnh gửi Ban Tổ chức; vẫn rút được đại biểu.',
  lateNote:
    'Đã quá hạn đăng ký của cụm này. Thêm đại biểu là đề nghị điều chỉnh gửi Ban Tổ chức; đơn vị vẫn rút được đại biểu.',
  history: 'Lịch sử',

  ask: (count: number) => `Gửi đề nghị điều chỉnh (${count} đại biểu)`,
  askReason: 'Lý do đề nghị',
  askHint: 'Các dòng này được giữ lại cùng đề nghị. Chưa ai có chỗ cho đến khi Ban Tổ chức đồng ý.',
  askProblem: {
    not_needed: 'Danh sách đang nhận trực tiếp, không cần đề nghị: vui lòng bấm Gửi.',
    problems: 'Các dòng lỗi cần sửa trước khi gửi đề nghị, hoặc bỏ khỏi danh sách.',
    nothing_new: 'Mọi người trong các dòng này đã có trong danh sách.',
  },
  requests: 'Đề nghị điều chỉnh',
  requestLine: (count: number, time: string) => `${count} đại biểu, gửi lúc ${time}`,
  requestCorrectionLine: (name: string, time: string) => `Sửa thông tin ${name}, gửi lúc ${time}`,
  requestCorrectionTitle: (name: string) => `Đề nghị sửa thông tin: ${name}`,
  requestCorrectionSub: (number: number, unit: string, by: string, time: string) =>
    `Cụm ${number} · ${unit} · ${by} gửi lúc ${time}`,
  requestFields: 'Các mục được đề nghị sửa',
  requestColumns: { field: 'Mục', now: 'Hiện nay', before: 'Khi đề nghị', wanted: 'Đề nghị' },
  requestPerson: 'Mở trang của đại biểu',
  correctionOvertaken:
    'Thông tin của đại biểu vừa được sửa. Dưới đây là thông tin hiện nay: vui lòng xem lại rồi quyết định.',
  correctionWithdrawn: 'Đại biểu này không còn trong danh sách nên không sửa được. Vui lòng không đồng ý và nêu lý do.',
  correctionBlocked: (sentence: string) => `Chưa sửa được theo đề nghị: ${sentence}`,
  namesakes: (names: string) =>
    `Trong danh sách đã có người cùng tên: ${names}. Để sửa thông tin của người đó, vui lòng mở trang của người đó và gửi đề nghị điều chỉnh. Nếu là người khác, vui lòng chọn “Là hai người khác nhau” ở dòng đó.`,
  requestTitle: (unit: string) => `Đề nghị điều chỉnh của ${unit}`,
  requestSub: (number: number, count: number, by: string, time: string) =>
    `Cụm ${number} · ${count} đại biểu · ${by} gửi lúc ${time}`,
  requestState: { open: 'Chờ Ban Tổ chức', approved: 'Đã đồng ý', refused: 'Không đồng ý' } satisfies Record<
    ChangeVerdict | 'open',
    string
  >,
  requestWhy: 'Lý do đơn vị nêu',
  requestRows: 'Các đại biểu được đề nghị',
  ifApproved: (seated: number, waiting: number) =>
    waiting === 0
      ? `Nếu đồng ý bây giờ: ${seated} đại biểu có chỗ.`
      : `Nếu đồng ý bây giờ: ${seated} đại biểu có chỗ, ${waiting} vào danh sách chờ.`,
  approve: 'Đồng ý',
  refuse: 'Không đồng ý',
  refuseReason: 'Lý do không đồng ý',
  approveBlocked:
    'Có dòng không còn đúng quy định hiện nay nên chưa ghi gì cả. Vui lòng xem các dòng lỗi, hoặc không đồng ý và nêu lý do.',
  decidedBefore: 'Đề nghị này đã có quyết định trước đó; không có gì thay đổi.',
  decision: (verdict: string, by: string, time: string) => `${verdict}: ${by}, lúc ${time}`,
  decisionSeats: (seated: number, waiting: number) => `${seated} có chỗ, ${waiting} vào danh sách chờ`,

  placesTitle: (number: number) => `Chỗ của Cụm ${number}`,
  placesSub: ({ quotas, max }: { quotas: number; max: number }) => `Tổng chỉ tiêu ${quotas}, số tối đa ${max}`,
  placesTable: (number: number) => `Chỗ theo đơn vị, Cụm ${number}`,
  columns: {
    unit: 'Đơn vị',
    quota: 'Chỉ tiêu',
    seated: 'Có chỗ',
    waiting: 'Chờ',
    free: 'Còn trống',
    list: 'Danh sách',
  },
  total: 'Cả cụm',
  totalQuota: (quotas: number, max: number) => `${quotas} (tối đa ${max})`,
  aboveQuota: (count: number) => `vượt ${count}`,
  capped: 'Chỗ còn trống tính theo chỉ tiêu của đơn vị và số tối đa của cụm, lấy số nhỏ hơn.',
  waitingTitle: (count: number) => `Danh sách chờ (${count})`,
  waitingNone: 'Không có ai trong danh sách chờ.',
  waitingColumns: { order: 'Thứ tự', delegate: 'Đại biểu', unit: 'Đơn vị', since: 'Gửi lúc', action: 'Thao tác' },
  order: (order: number) => `Thứ ${order}`,
  seat: 'Xếp chỗ',
  seatPerson: (name: string) => `Xếp chỗ cho ${name}`,
  seatTitle: (name: string) => `Xếp chỗ bằng tay: ${name}?`,
  seatWithin: (unit: string, seated: number, quota: number) => `${unit} đang có ${seated}/${quota} chỗ.`,
  seatAbove: (unit: string, seated: number, quota: number) =>
    `${unit} đã có ${seated}/${quota} chỗ: đại biểu này sẽ vượt chỉ tiêu của đơn vị.`,
  seatCluster: (seated: number, max: number) => `Cả cụm đang có ${seated}/${max} chỗ.`,
  seatReason: 'Lý do xếp chỗ',
  seatConfirm: 'Xếp chỗ',
  promotes: 'Chỗ trống được chuyển ngay cho người đầu danh sách chờ còn chỉ tiêu.',
  promotesNot: 'Sự kiện này không tự xếp chỗ cho người chờ: Ban Tổ chức xếp bằng tay.',
  waitingWhileFree: (waiting: number, free: number) =>
    `${waiting} người đang chờ trong khi cụm còn ${free} chỗ. Chuyển chỗ cho đơn vị của họ, hoặc xếp chỗ bằng tay.`,

  move: 'Chuyển chỗ giữa hai đơn vị',
  moveFrom: 'Từ đơn vị',
  moveTo: 'Sang đơn vị',
  moveCount: 'Số chỗ',
  moveDo: 'Chuyển chỗ',
  chooseUnit: 'Chọn đơn vị',
  unitFree: (unit: string, free: number) => `${unit} (trống ${free})`,
  unitWaiting: (unit: string, waiting: number) => (waiting > 0 ? `${unit} (${waiting} chờ)` : unit),
  unitQuota: (unit: string, quota: number) => `${unit} (${quota})`,
  quota: 'Đổi chỉ tiêu của một đơn vị',
  quotaNew: 'Chỉ tiêu mới',
  quotaDo: 'Đổi chỉ tiêu',
  capacity: 'Nâng số tối đa của cụm',
  capacityNew: 'Số tối đa mới',
  capacityHint: (seated: number) => `Đang có ${seated} đại biểu có chỗ.`,
  capacityDo: 'Nâng số tối đa',
  unitMissing: 'Vui lòng chọn đơn vị.',
  countInvalid: 'Vui lòng nhập một số từ 1 đến 1000.',
  quotaInvalid: 'Vui lòng nhập một số từ 0 đến 1000.',
  refused: {
    more_than_free: (limit) =>
      limit === 0 ? 'Đơn vị này không còn chỗ trống để chuyển.' : `Đơn vị này chỉ còn ${limit} chỗ trống để chuyển.`,
    same_unit: () => 'Vui lòng chọn hai đơn vị khác nhau.',
    below_seated: (limit) => `Đã có ${limit} đại biểu có chỗ, không hạ thấp hơn được.`,
    below_minimum: (limit) => `Số tối đa không được thấp hơn mức tối thiểu ${limit} của cụm.`,
    shares_above_max: (limit) =>
      `Tổng chỉ tiêu các đơn vị sẽ vượt số tối đa của cụm ${limit} chỗ. Chuyển chỗ từ đơn vị khác sang, hoặc đổi số tối đa trước.`,
    overtaken: (limit) => `Số chỗ của cụm vừa được người khác thay đổi, hiện là ${limit}. Vui lòng xem lại rồi ghi.`,
    cluster_full: (limit) =>
      `Cụm đã đủ ${limit} chỗ. Nâng số tối đa của cụm trước, hoặc chờ có chỗ trống; xếp bằng tay cũng không vượt số tối đa.`,
    already_seated: () => 'Đại biểu này đã có chỗ; không có gì thay đổi.',
    cluster_closed: () => 'Cụm đã kết thúc điểm danh nên không đổi số chỗ được nữa.',
    reason_missing: () => 'Đơn vị đã bắt đầu đăng ký; vui lòng ghi lý do của việc thay đổi.',
  } satisfies Record<SeatsRefusal, (limit: number) => string>,
};
export type ListStatusWords = typeof listStatus;
