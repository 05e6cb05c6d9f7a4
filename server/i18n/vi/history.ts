import { setup } from './setup.ts';

/** What happened, as sentences. `unit` and `name` are ready to be shown; counts come from the audit entry. */
type Seats = { unit: string; seated: number; waiting: number; byRequest: boolean };

const seats = ({ seated, waiting }: { seated: number; waiting: number }): string =>
  waiting > 0 ? `${seated} có chỗ, ${waiting} chờ` : `${seated} có chỗ`;

export const history = {
  title: (number: number) => `Lịch sử Cụm ${number}`,
  sub: 'Ai làm gì, lúc nào, vì sao. Mới nhất ở trên.',
  subUnit: (unit: string) => `Những gì liên quan đến ${unit}. Mới nhất ở trên.`,
  caption: 'Lịch sử',
  columns: { at: 'Lúc', who: 'Người làm', what: 'Việc', why: 'Lý do' },
  unit: 'Đơn vị',
  allUnits: 'Tất cả đơn vị',
  show: 'Xem',
  none: 'Chưa có gì được ghi lại.',
  older: 'Xem cũ hơn',
  newest: 'Về mới nhất',
  system: 'Hệ thống',
  delegate: 'Đại biểu',
  device: 'Máy ở cửa',
  formerAccount: 'Tài khoản không còn',
  otherUnit: 'Đơn vị khác',
  someDelegate: 'một đại biểu',
  someDelegates: (count: number) => `${count} đại biểu`,
  anotherUnit: 'một đơn vị khác',
  recent: 'Vừa diễn ra',
  recentNone: 'Chưa có gì được ghi lại.',
  all: (number: number) => `Lịch sử Cụm ${number}`,

  registered: ({ unit, byRequest, ...counts }: Seats) =>
    `${unit}: ghi ${counts.seated + counts.waiting} đại biểu${byRequest ? ' theo đề nghị' : ''} (${seats(counts)})`,
  registeredInCluster: ({ unit, names, ...counts }: Omit<Seats, 'byRequest'> & { names: string }) =>
    `${unit}: ghi thêm ${names}, đại biểu của cụm khác (${seats(counts)})`,
  accepted: (unit: string) => `Tiếp nhận danh sách ${unit}`,
  reopened: (unit: string) => `Danh sách ${unit} cần xem lại: có cảnh báo chưa xử lý`,
  returned: (unit: string) => `Trả lại danh sách ${unit}`,
  handedInAgain: (unit: string) => `${unit} gửi lại danh sách`,
  asked: (unit: string, rows: number) => `${unit} đề nghị bổ sung ${rows} đại biểu`,
  approved: (unit: string, seated: number, waiting: number) =>
    `Đồng ý đề nghị của ${unit} (${seats({ seated, waiting })})`,
  askedCorrection: (unit: string, name: string) => `${unit} đề nghị sửa thông tin của ${name}`,
  approvedCorrection: (unit: string, name: string) => `Đồng ý đề nghị của ${unit} sửa thông tin của ${name}`,
  refused: (unit: string) => `Không đồng ý đề nghị của ${unit}`,
  moved: (count: number, from: string, to: string) => `Chuyển ${count} chỗ từ ${from} sang ${to}`,
  quota: (unit: string, before: number, quota: number) => `Đổi chỉ tiêu của ${unit} từ ${before} thành ${quota}`,
  capacity: (before: number, max: number) => `Đổi số tối đa của cụm từ ${before} thành ${max}`,
  seated: (name: string, unit: string, isAboveQuota: boolean) =>
    `Xếp chỗ bằng tay cho ${name}, ${unit}${isAboveQuota ? ' (vượt chỉ tiêu)' : ''}`,
  promoted: (names: string, unit: string) => `Từ danh sách chờ được xếp chỗ: ${names}, ${unit}`,
  withdrawn: (name: string, unit: string) => `Rút ${name}, ${unit}`,
  substituted: (name: string, substitute: string, unit: string) => `${substitute} đi thay ${name}, ${unit}`,
  merged: (name: string, unit: string) => `Gộp hai dòng trùng của ${name}, ${unit}`,
  corrected: (name: string, unit: string) => `Sửa thông tin của ${name}, ${unit}`,
  reordered: (unit: string) => `Sắp xếp lại danh sách ${unit}`,
  draftDiscarded: (unit: string, rows: number) => `Bỏ bản nháp của ${unit} (${rows} dòng)`,
  confirmed: (name: string) => `${name} xác nhận tham dự`,
  declined: (name: string) => `${name} báo vắng`,
  invited: (letters: number, cards: number) =>
    cards > 0 ? `Gửi ${letters} thư mời, tạo ${cards} thẻ để in` : `Gửi ${letters} thư mời`,
  clusterChanged: () => 'Sửa thông tin cụm',
  clusterAdded: () => 'Thêm cụm',
  clusterRemoved: (number: number) => `Xóa Cụm ${number}`,
  quotasChanged: () => 'Sửa các đơn vị tham dự',
  eventCreated: () => 'Tạo sự kiện',
  eventCloned: () => 'Tạo sự kiện từ kỳ trước',
  planLoaded: () => 'Nạp sự kiện từ tệp kế hoạch',
  eventChanged: () => 'Sửa thông tin chung',
  categoriesChanged: () => 'Sửa thành phần tham dự',
  agendaChanged: () => 'Sửa chương trình',
  unitAdded: (unit: string) => `Thêm đơn vị ${unit}`,
  unitRenamed: (unit: string) => `Đổi tên đơn vị ${unit}`,
  unitMerged: (unit: string, successor: string) => `Ghi nhận sáp nhập ${unit} vào ${successor}`,
  unitCorrected: (unit: string) => `Sửa dữ liệu đơn vị ${unit}`,
  unitEnded: (unit: string) => `Ghi nhận ${unit} kết thúc hoạt động`,
  unitRestored: (unit: string) => `Bỏ ghi nhận sáp nhập hoặc kết thúc của ${unit}`,
  /** What was done and, after it, which fields changed. */
  withChanges: (what: string, changes: string) => `${what}: ${changes}`,

  /** Which fields a save changed; `of` is the label of the field, with its row in a table. */
  changes: {
    fromTo: (of: string, from: string, to: string) => `${of} từ ${from} thành ${to}`,
    set: (of: string, to: string) => `${of}: ${to}`,
    cleared: (of: string, from: string) => `bỏ ${of} (${from})`,
    changed: (of: string) => `${of} đã đổi`,
    inRow: (row: string, label: string) => `${row}, ${label}`,
    added: (row: string) => `thêm ${row}`,
    removed: (row: string) => `bỏ ${row}`,
    to: 'đến',
    yes: 'có',
    no: 'không',
    levels: setup.categories.levels,
  },
  fields: {
    event: setup.event.fields,
    cluster: setup.clusters.fields,
    shares: { host: setup.clusters.fields.host, order: 'Thứ tự các đơn vị' },
    categories: setup.categories.columns,
    agenda: { ...setup.agenda.columns, order: 'Thứ tự các nội dung' },
    unit: { name: 'Tên', level: 'Cấp', parent: 'Đơn vị cấp trên', code: 'Mã' },
  },

  // The page of a whole event
  ofEvent: 'Lịch sử sự kiện',
  cluster: 'Cụm',
  allClusters: 'Tất cả',
  back: 'Về thiết lập',
  noCluster: '–',
  other: (action: string) => `Việc khác (${action})`,
};
export type HistoryWords = typeof history;
