import type { ProblemCode } from '../../domain/list/problem.ts';
import type { RowField } from '../../domain/list/row.ts';
import type { OldEncoding } from '../../domain/sheet/pasted-rows.ts';

/** The grid of the registration desk, and drafts. What the browser says itself is a sentence with {places} to fill. */
export const desk = {
  saveDraft: 'Lưu nháp',
  savedAt: (time: string) => `Đã lưu lúc ${time}`,
  savedBy: (name: string, time: string) => `${name} lưu lúc ${time}`,
  discard: 'Bỏ bản nháp',
  discardText: 'Các dòng đang nhập sẽ bị xóa và không lấy lại được. Danh sách đã gửi giữ nguyên.',
  stale: (name: string, time: string) =>
    `${name} vừa lưu bản nháp này ở nơi khác lúc ${time}. Những gì nhập tại đây vẫn còn trên trang và chưa lưu.`,
  staleGone: 'Bản nháp này vừa được gửi hoặc bỏ ở nơi khác. Những gì nhập tại đây vẫn còn trên trang và chưa lưu.',
  staleHow: 'Bấm “Lưu nháp” lần nữa để thay bằng bản đang hiện ở đây, hoặc mở bản kia để làm tiếp.',
  openOther: 'Mở bản kia',
  keptAsDraft: 'Danh sách đang kiểm tra được giữ làm bản nháp; danh sách đã gửi giữ nguyên đến khi bấm Gửi.',
  enteredSoFar: 'Các dòng đã nhập',
  whole: (seated: number, waiting: number) =>
    waiting > 0 ? `${seated} đã có chỗ · ${waiting} trong danh sách chờ` : `${seated} đã có chỗ`,
  grid: {
    label: 'Danh sách đại biểu đang nhập',
    tools: 'Công cụ của bảng',
    paste: 'Dán từ Excel',
    pasteHow:
      'Chọn các dòng trong Excel, bấm Ctrl C, rồi bấm Ctrl V tại đây. Có dòng tiêu đề thì bảng nhận cột theo tiêu đề; không có thì điền từ ô đang chọn sang phải. Trên điện thoại: chạm giữ ô rồi chọn Dán.',
    addRow: 'Thêm dòng',
    removeRows: 'Xóa dòng',
    undo: 'Hoàn tác',
    redo: 'Làm lại',
    stateColumn: 'Kiểm tra',
    ghost: 'Đặt con trỏ vào ô bất kỳ rồi dán; bảng tự nhận cột theo tiêu đề hoặc theo thứ tự.',
    noEmail: 'không có, sẽ in thẻ',
    cell: '{column}, dòng {line}',
    hint: 'Gõ để nhập, F2 để sửa trong ô, Ctrl V để dán cả khối, Ctrl Z để hoàn tác.',
    howToLeave: 'Bấm Ctrl Shift và mũi tên xuống để rời bảng, đến các nút cuối trang.',
    shortcuts: 'Phím tắt',
    keys: [
      ['Ctrl V', 'dán một khối từ Excel'],
      ['Ctrl C, Ctrl X', 'chép, cắt khối đang chọn'],
      ['Ctrl Z, Ctrl Y', 'hoàn tác, làm lại cả khối'],
      ['Ctrl D', 'điền giá trị ô trên xuống dưới'],
      ['F2', 'sửa trong ô'],
      ['Esc', 'bỏ phần đang gõ trong ô'],
      ['Delete', 'xóa nội dung khối đang chọn'],
      ['Enter, Tab', 'sang ô dưới, ô phải'],
      ['Home, End', 'về đầu dòng, cuối dòng (thêm Ctrl: đầu bảng, cuối bảng)'],
      ['Shift và mũi tên', 'chọn một khối ô'],
      ['Shift và phím cách', 'chọn cả dòng'],
      ['Ctrl S', 'lưu nháp'],
      ['Ctrl Enter', 'kiểm tra danh sách'],
      ['Ctrl Shift ↓', 'rời bảng, đến các nút cuối trang'],
    ] as [string, string][],
    states: {
      entering: 'Đang nhập',
      ready: 'Hợp lệ',
      look: 'Cảnh báo',
      problem: 'Lỗi',
      waiting: 'Hợp lệ, vào danh sách chờ',
      duplicate: 'Trùng hoặc đã rời danh sách, không ghi',
    },
    anotherPerson: 'Là hai người khác nhau',
    comesAgain: 'Đăng ký lại',
    encodings: { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' } satisfies Record<OldEncoding, string>,
    said: {
      pasted: 'Đã dán {count} dòng.',
      pastedByHeading: 'Đã dán {count} dòng, cột nhận theo tiêu đề.',
      converted: 'Đã chuyển chữ {encoding} sang Unicode: vui lòng xem lại tên.',
      passedOver: 'Đã bỏ qua {count} dòng không phải đại biểu (tiêu đề, tên nhóm, tổng cộng, phần ký).',
      unused: 'Chưa dùng cột {columns}: nếu cần, vui lòng đặt tiêu đề như trong mẫu Excel rồi dán lại.',
      cutOff: '{count} dòng cuối không vừa: mỗi lần chỉ gửi được tối đa {most} dòng.',
      cutColumns: '{count} cột bên phải không có chỗ nên không dán.',
      copied: 'Đã chép {count} dòng.',
      removed: 'Đã xóa {count} dòng.',
      undone: 'Đã hoàn tác.',
      redone: 'Đã làm lại.',
      full: 'Mỗi lần chỉ gửi được tối đa {most} dòng.',
      noRows: 'Chưa có dòng nào để kiểm tra. Vui lòng dán danh sách hoặc nhập ít nhất một dòng.',
    },
    tally: {
      rows: '{count} đại biểu',
      ready: '{count} hợp lệ',
      look: '{count} cảnh báo',
      problem: '{count} lỗi',
      duplicate: '{count} trùng',
      waiting: '{count} vào danh sách chờ',
      entering: '{count} đang nhập',
    },
    checkRows: 'Kiểm tra {count} đại biểu',
    draft: {
      saving: 'Đang lưu',
      savedAt: 'Đã tự lưu lúc {time}',
      notSaved: 'Có thay đổi chưa lưu',
      away: 'Chưa lưu được vì mất kết nối; sẽ tự thử lại. Những gì đã nhập vẫn còn trên trang này.',
      signedOut: 'Phiên đăng nhập đã hết. Vui lòng đăng nhập lại ở một thẻ khác rồi bấm Lưu nháp; đừng đóng trang này.',
      refused: 'Bản nháp quá lớn nên chưa lưu được. Vui lòng kiểm tra và gửi bớt các dòng.',
      stale: '{name} vừa lưu bản nháp này ở nơi khác lúc {time}. Những gì nhập tại đây vẫn còn trên trang và chưa lưu.',
      staleGone: 'Bản nháp này vừa được gửi hoặc bỏ ở nơi khác. Những gì nhập tại đây vẫn còn trên trang và chưa lưu.',
      keepMine: 'Giữ bản ở đây',
      openOther: 'Mở bản kia',
    },
    meters: {
      used: '{used}/{quota}',
      left: 'Còn {left} chỗ',
      full: 'Vừa đủ chỉ tiêu',
      over: '{over} người cuối sẽ vào danh sách chờ',
      bar: '{seated} đã có chỗ, {rows} đang nhập, chỉ tiêu {quota}',
      whole: '{seated} đã có chỗ · {rows} đang nhập',
      gauge: '{seated} đại biểu có chỗ, thêm {rows} đang nhập; mức dự kiến {min} đến {max}',
    },
    outlook: {
      short: 'Còn thiếu {count} để đủ tối thiểu',
      enough: 'Đủ tối thiểu, còn {count} chỗ',
      over: 'Vượt tối đa {count}; số vượt vào danh sách chờ',
    },
  },
};
export type DeskWords = typeof desk;

/** A sentence per code; codes that name a twin say it one way of the list itself, another of people registered. */
export type ProblemTemplates = Record<ProblemCode, { list: string; registered: string }>;

export type GridTexts = DeskWords['grid'] & { columns: Record<RowField, string>; problems: ProblemTemplates };
