/** The page of one person, the substitute, two entries made one, the order of a list, and the search. */
import type { RowField } from '../../domain/list/row.ts';

export const people = {
  // The search in the shell
  find: 'Tìm đại biểu',
  findHint: 'Tên, chức vụ, số điện thoại',
  findButton: 'Tìm',
  searchTitle: 'Tìm đại biểu',
  searchAbout: 'Không cần gõ dấu. Tìm theo họ tên, chức vụ, đơn vị hoặc số điện thoại.',
  tooShort: (least: number) => `Vui lòng gõ ít nhất ${least} ký tự.`,
  nobodyFound: (typed: string) => `Không có đại biểu nào khớp với “${typed}”.`,
  nobodyFoundHint: 'Vui lòng gõ ít chữ hơn, ví dụ chỉ tên hoặc ba số cuối điện thoại.',
  foundCount: (count: number) => `${count} đại biểu`,
  tooMany: (most: number) => `Có nhiều hơn ${most} kết quả. Vui lòng gõ thêm để thu hẹp.`,
  foundCaption: 'Đại biểu tìm thấy, khớp tên trước, rồi xếp theo tên',
  columns: { person: 'Đại biểu', unit: 'Đơn vị', registrations: 'Cụm' },

  // States
  seated: 'Có chỗ',
  waiting: 'Danh sách chờ',
  withdrawn: 'Đã rút',
  replaced: 'Đã cử người đi thay',
  place: (cluster: number, state: string) => `Cụm ${cluster}: ${state}`,
  placeOn: (cluster: number, day: string) => `Cụm ${cluster} · ${day}`,

  // The page of one person
  subtitle: (cluster: number, moment: string) => `Cụm ${cluster} · ${moment}`,
  details: 'Thông tin đại biểu',
  fields: {
    honorific: 'Ông/Bà',
    fullName: 'Họ và tên',
    position: 'Chức vụ',
    workplace: 'Đơn vị công tác',
    category: 'Thành phần chính',
    phone: 'Điện thoại',
    email: 'Email',
    note: 'Ghi chú',
  } satisfies Record<RowField, string>,
  otherCategories: 'Đồng thời thuộc thành phần',
  otherCategoriesHint: 'Một người thuộc nhiều thành phần vẫn chỉ tính một chỗ.',
  unknownHonorific: 'Chưa rõ',
  chooseCategory: 'Chọn thành phần',
  emailHint: 'Không có email thì in thẻ đại biểu.',
  anotherPerson: 'Là hai người khác nhau',
  overrideReason: 'Lý do ghi ngoài thành phần của đơn vị',
  overrideHint: 'Chỉ ghi khi Ban Tổ chức cho phép thành phần mà đơn vị này không được đăng ký.',
  save: 'Lưu thay đổi',
  lockedBy: {
    deadline_passed:
      'Đã quá hạn đăng ký: họ tên, chức vụ và thành phần chỉ Ban Tổ chức sửa được. Đơn vị vẫn sửa được điện thoại, email, ghi chú và cử người đi thay.',
    list_locked:
      'Danh sách đã được tiếp nhận: họ tên, chức vụ và thành phần chỉ Ban Tổ chức sửa được. Đơn vị vẫn sửa được điện thoại, email, ghi chú và cử người đi thay.',
  },
  lockedInOtherCluster: (cluster: number) =>
    `Đại biểu này cũng ở trong danh sách Cụm ${cluster}, nơi đã quá hạn hoặc đã được tiếp nhận: họ tên, chức vụ và thành phần chỉ Ban Tổ chức sửa được. Đơn vị vẫn sửa được điện thoại, email, ghi chú và cử người đi thay.`,
  overtaken: 'Có người vừa sửa thông tin này. Vui lòng xem lại rồi lưu một lần nữa; chưa có gì bị ghi đè.',
  everywhere: (clusters: string) => `Đại biểu này dự nhiều cụm (${clusters}); thông tin được sửa ở tất cả các cụm.`,
  problemInOtherCluster: (cluster: number) => `Chưa lưu được vì danh sách Cụm ${cluster} không nhận thay đổi này.`,
  anotherName:
    'Đại biểu này đã được mời và họ tên vừa nhập là tên khác. Nếu vẫn là người này, vui lòng đánh dấu bên dưới. Nếu là người khác, vui lòng cử người đi thay để mã QR cũ hết hiệu lực.',
  samePerson: 'Vẫn là người này, chỉ sửa cách ghi họ tên',
  substituteInstead: 'Là người khác: cử người đi thay',
  ask: 'Đề nghị điều chỉnh',
  askedFor: (moment: string) => `Đề nghị sửa thông tin gửi lúc ${moment} đang chờ Ban Tổ chức.`,
  askTitle: (name: string) => `Đề nghị sửa thông tin: ${name}`,
  askWhat: 'Thông tin giữ nguyên cho đến khi Ban Tổ chức đồng ý.',
  askSend: 'Gửi đề nghị sửa',
  askProblem: {
    not_needed: 'Các thay đổi này lưu được ngay trên trang của đại biểu, không cần đề nghị.',
    unchanged: 'Chưa có thay đổi nào để đề nghị.',
  },
  status: 'Tình trạng',
  seatLabel: 'Chỗ',
  invitationLabel: 'Thư mời',
  answerLabel: 'Trả lời',
  attendanceLabel: 'Điểm danh',
  invitation: {
    none: 'Chưa mời',
    card: 'Đã mời, cần in thẻ',
    queued: 'Đang chờ gửi thư',
    sent: (moment: string) => `Đã gửi thư lúc ${moment}`,
    returned: 'Thư bị trả lại',
    uncertain: 'Chưa rõ thư đã đến hay chưa',
  },
  noAnswer: 'Chưa trả lời',
  confirmed: 'Xác nhận tham dự',
  declined: (reason: string) => (reason === '' ? 'Báo vắng' : `Báo vắng: ${reason}`),
  notArrived: 'Chưa điểm danh',
  arrived: (moment: string, gate: string) => `Có mặt lúc ${moment}, ${gate}`,
  standsFor: (name: string) => `Đi thay ${name}`,
  goneWithReason: (reason: string) => `Lý do: ${reason}`,
  withdrawnNote: 'Đại biểu này đã được rút khỏi danh sách. Thông tin dưới đây chỉ để tra cứu.',
  replacedNote: (name: string) => `Đơn vị đã cử ${name} đi thay. Thông tin dưới đây chỉ để tra cứu.`,
  actions: 'Thao tác',
  substitute: 'Cử người đi thay',
  withdraw: 'Rút đại biểu',
  printPass: 'In thẻ đại biểu',
  resend: 'Gửi lại thư mời',
  sendFirst: 'Gửi thư mời',
  makeCard: 'Tạo thẻ để in',
  newAddress: (recipient: string) =>
    recipient === ''
      ? 'Đại biểu đã có email và đã được mời nhưng chưa có thư nào được gửi.'
      : `Thư gần nhất gửi đến ${recipient}, khác với email hiện nay.`,
  openList: 'Mở danh sách của đơn vị',
  arrange: 'Sắp xếp thứ tự',
  mergeWith: (name: string, position: string) => `Gộp với ${name}, ${position}`,
  namesakes: (count: number) =>
    count === 1 ? 'Trong danh sách có một người cùng tên.' : `Trong danh sách có ${count} người cùng tên.`,
  merge: 'Gộp hai dòng trùng',
  registrations: 'Các cụm tham dự',
  thisCluster: 'đang xem',
  otherClusters: 'Đăng ký thêm cụm khác',
  otherClustersChoose: 'Cụm',
  otherClustersAdd: 'Đăng ký thêm',
  otherClustersProblem: (cluster: number, sentence: string) => `Chưa đăng ký được vào Cụm ${cluster}: ${sentence}`,
  otherClustersLink: 'Dự thêm cụm',
  otherClustersTitle: 'Dự thêm cụm',
  otherClustersSub: (cluster: number, unit: string) => `Danh sách ${unit} của Cụm ${cluster}`,
  otherClustersAbout:
    'Đánh dấu cụm mà đại biểu dự thêm rồi bấm Đăng ký. Mỗi đại biểu chỉ nhập một lần; nơi hết chỗ thì vào danh sách chờ của cụm đó.',
  otherClustersCaption: 'Đại biểu và các cụm khác của sự kiện',
  otherClustersSave: 'Đăng ký các cụm đã chọn',
  otherClustersTick: (name: string, cluster: number) => `Đăng ký ${name} vào Cụm ${cluster}`,
  otherClustersNamesake: 'Có người trùng tên',
  otherClustersNone: 'Chưa chọn cụm nào. Vui lòng đánh dấu ít nhất một ô.',
  otherClustersEmpty: 'Danh sách của cụm này chưa có ai, hoặc sự kiện không có cụm nào khác.',
  otherClustersOutcome: (
    cluster: number,
    { seated, waiting, leftOut }: { seated: number; waiting: number; leftOut: number },
  ) =>
    `Cụm ${cluster}: ${seated} có chỗ${waiting > 0 ? `, ${waiting} chờ` : ''}${leftOut > 0 ? `, ${leftOut} chưa ghi vì trùng tên` : ''}.`,
  history: 'Lịch sử',
  holders: 'Những người đã giữ chỗ này',
  events: {
    registered: 'Đăng ký',
    stood_in: (name: string) => `Đi thay ${name}`,
    replaced: (name: string) => `Cử ${name} đi thay`,
    withdrawn: 'Rút khỏi danh sách',
    invited: (version: number) => (version === 1 ? 'Lập thư mời' : `Lập lại thư mời (lần ${version})`),
    letter_queued: (recipient: string) => `Xếp thư vào hàng gửi: ${recipient}`,
    letter_sent: (recipient: string) => `Gửi thư đến ${recipient}`,
    letter_returned: (recipient: string) => `Thư đến ${recipient} bị trả lại`,
    letter_stopped: (recipient: string) => `Thư đến ${recipient} không gửi nữa vì mã đã thu hồi`,
    confirmed: 'Đại biểu xác nhận tham dự',
    declined: 'Đại biểu báo vắng',
    admitted: (gate: string) => `Điểm danh tại ${gate}`,
    corrected: (fields: string) => `Sửa ${fields}`,
    merged: (fields: string) => (fields === '' ? 'Gộp với một dòng trùng' : `Gộp với một dòng trùng, sửa ${fields}`),
    change: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  },
  because: (reason: string) => `Lý do: ${reason}`,

  // Sending somebody else
  substituteTitle: (name: string) => `Cử người đi thay ${name}`,
  substituteWhat:
    'Chỗ được giữ nguyên. Mã QR cũ hết hiệu lực ngay; nếu người cũ đã được mời thì người đi thay nhận thư mời mới hoặc thẻ để in.',
  substituteReason: 'Lý do (nếu có)',
  substituteConfirm: 'Xác nhận cử người đi thay',
  cannotSubstitute: {
    present: 'Đại biểu này đã điểm danh nên không cử người đi thay được nữa.',
    over: 'Cụm này đã kết thúc nên không cử người đi thay được nữa.',
  },

  // Two entries of one person
  mergeTitle: 'Gộp hai dòng của một người',
  mergeWhat:
    'Dòng có chỗ trước được giữ lại. Dòng kia được rút với lý do “gộp”, mã QR của dòng đó hết hiệu lực và chỗ trống chuyển cho người đầu danh sách chờ (nếu có).',
  mergeChoose: 'Chọn dòng trùng với đại biểu này',
  mergeShow: 'So sánh',
  mergeNobody: 'Danh sách của đơn vị trong cụm này không còn ai khác.',
  mergeMissing: 'Vui lòng chọn dòng trùng.',
  mergeCaption: 'So sánh hai dòng',
  mergeField: 'Mục',
  mergeKept: 'Dòng giữ lại',
  mergeDuplicate: 'Dòng sẽ rút',
  mergeBoth: 'Cả hai',
  mergeSame: 'Giống nhau',
  mergeEmpty: '(trống)',
  mergeConfirm: 'Gộp hai dòng',
  mergeReason: 'Gộp: một người đăng ký hai lần',
  mergeBothPresent: 'Cả hai dòng đều đã điểm danh nên không gộp được.',
  mergeOtherClusters: (clusters: string) =>
    `Dòng sẽ rút còn có chỗ ở ${clusters}: các chỗ đó chuyển cho người được giữ lại; nơi người đó đã có chỗ thì hai chỗ thành một.`,
  cannotMerge: {
    over: (cluster: number) => `Cụm ${cluster} đã kết thúc nên không gộp được nữa: danh sách không thay đổi.`,
    two_substitutes: (cluster: number) =>
      `Ở Cụm ${cluster} cả hai dòng đều là người đi thay, mà một người chỉ đi thay được một người nên không gộp được. Vui lòng rút một dòng, hoặc cử người khác đi thay.`,
    present_elsewhere: (cluster: number) =>
      `Dòng sẽ rút đã điểm danh ở Cụm ${cluster} nên không gộp được. Vui lòng gộp từ trang của đại biểu ở Cụm ${cluster}.`,
  },
  mergedNote: (name: string) => `Dòng này đã được gộp vào dòng của ${name}. Thông tin dưới đây chỉ để tra cứu.`,
  mergeOvertaken:
    'Hai dòng này vừa thay đổi nên chưa gộp. Dưới đây là hai dòng hiện nay: vui lòng xem lại các mục đã chọn rồi gộp một lần nữa.',
  mergeLocked:
    'Đã quá hạn hoặc danh sách đã tiếp nhận: đơn vị không đổi được họ tên, chức vụ, thành phần của dòng giữ lại. Vui lòng chọn các mục đó theo dòng giữ lại, hoặc liên hệ Ban Tổ chức.',
  mergeOf: (position: string, moment: string) => `${position} · đăng ký ${moment}`,

  // The order of a list
  orderLink: 'Sắp xếp thứ tự',
  orderTitle: (unit: string) => `Sắp xếp danh sách ${unit}`,
  orderAbout:
    'Thứ tự này dùng cho mọi danh sách in và xuất tệp. Mặc định xếp theo thành phần rồi theo thứ tự gửi. Gõ số thứ tự mong muốn rồi bấm Lưu, hoặc dùng mũi tên.',
  orderSeats: 'Thứ tự không ảnh hưởng đến việc ai có chỗ, ai chờ.',
  orderByHand: 'Đang xếp theo thứ tự của đơn vị',
  orderByRank: 'Đang xếp theo thành phần',
  orderSave: 'Lưu thứ tự',
  orderReset: 'Xếp lại theo thành phần',
  orderCaption: 'Danh sách theo thứ tự hiện nay',
  orderPlace: (name: string) => `Thứ tự của ${name}`,
  orderUp: (name: string) => `Chuyển ${name} lên`,
  orderDown: (name: string) => `Chuyển ${name} xuống`,
  orderColumns: { place: 'Thứ tự', person: 'Đại biểu', move: 'Chuyển' },
  orderEmpty: 'Danh sách chưa có ai.',
  orderClosed: 'Đã quá hạn đăng ký. Cần đổi thứ tự, vui lòng liên hệ Ban Tổ chức.',

  // Sorting the desk's list
  sortLabel: 'Xếp theo',
  sortBy: { rank: 'Thứ tự danh sách', name: 'Tên A–Z' },
};
export type PeopleWords = typeof people;
