import type { CellProblem, RefusalCode } from '../../domain/sheet/reading-problem.ts';
import type { ColumnUse } from '../../domain/sheet/column.ts';
import type { SkippedRow } from '../../domain/sheet/read-sheet-table.ts';
import type { LegacyEncoding } from '../../domain/vietnamese/legacy-encodings.ts';

/** A list that comes as a file, and the files handed out for it. */
export const files = {
  refused: {
    empty_file: 'Tệp không có dòng nào. Vui lòng kiểm tra lại tệp.',
    file_too_large: 'Tệp lớn hơn 2 MB. Vui lòng chỉ giữ lại trang danh sách, bỏ hình ảnh rồi tải lại.',
    xls_old: 'Tệp ở dạng Excel cũ (.xls). Vui lòng mở bằng Excel, lưu lại dạng .xlsx rồi tải lại.',
    ods: 'Tệp ở dạng OpenDocument (.ods). Vui lòng mở bằng LibreOffice hoặc Excel, lưu lại dạng .xlsx rồi tải lại.',
    password_protected: 'Tệp có mật khẩu nên không đọc được. Vui lòng bỏ mật khẩu, lưu lại rồi tải lại.',
    not_a_workbook: 'Tệp này không phải là tệp Excel (.xlsx) hoặc CSV.',
    broken_file: 'Tệp bị hỏng, không đọc được. Vui lòng mở bằng Excel, lưu lại dạng .xlsx rồi tải lại.',
    inflates_too_much:
      'Nội dung trong tệp quá lớn so với một danh sách đại biểu. Vui lòng chép danh sách sang tệp mới.',
    unsafe_xml: 'Tệp chứa nội dung không an toàn nên không được đọc. Vui lòng chép danh sách sang tệp mới.',
    too_many_rows: 'Tệp có quá nhiều dòng. Vui lòng chỉ giữ lại danh sách đại biểu của đơn vị.',
    no_such_sheet: 'Tệp không có trang này. Vui lòng chọn trang khác.',
    too_slow: 'Đọc tệp quá lâu nên đã dừng lại. Vui lòng chép danh sách sang tệp mới rồi tải lại.',
    too_busy: 'Hệ thống đang đọc nhiều tệp. Vui lòng chờ một phút rồi tải lại.',
  } satisfies Record<RefusalCode, string>,
  problems: {
    cell_too_long: (cell: string) => `Ô ${cell} dài quá 4.000 ký tự, phần sau bị bỏ`,
  } satisfies Record<CellProblem['code'], (cell: string) => string>,
  /** "Họ và tên ← “HỌ TÊN” (B)" */
  column: (field: string, heading: string, letter: string) =>
    heading === '' ? `${field} ← cột ${letter}` : `${field} ← “${heading}” (${letter})`,
  uses: { counter: 'Số thứ tự', ignored: 'Không dùng', unknown: 'Chưa nhận ra' } satisfies Partial<
    Record<ColumnUse, string>
  >,
  skipped: {
    above: 'tiêu đề của danh sách',
    heading: 'dòng tiêu đề cột lặp lại',
    numbering: 'dòng đánh số cột',
    group: 'tên nhóm hoặc đơn vị',
    total: 'dòng tổng cộng',
    signatures: 'phần ký',
    below: 'sau phần cuối danh sách',
    other: 'không có dữ liệu ở các cột đã nhận',
  } satisfies Record<SkippedRow['why'], string>,
  converted: (encoding: string) =>
    `Danh sách dán được gõ bằng bảng mã cũ ${encoding}, đã chuyển sang Unicode: vui lòng xem lại tên.`,
  passedOver: (texts: readonly string[]) =>
    `Đã bỏ qua ${texts.length} dòng không phải đại biểu: ${texts
      .slice(0, 3)
      .map((text) => `“${text.slice(0, 60)}”`)
      .join(', ')}${texts.length > 3 ? '…' : '.'}`,
  skippedRow: (row: number, text: string, why: string) => `Dòng ${row}: “${text}” (${why})`,
  encodings: {
    tcvn3: 'TCVN3 (ABC)',
    vni: 'VNI',
    combining: 'Unicode tổ hợp',
  } satisfies Record<LegacyEncoding, string>,
  convertQuestion: (encoding: string) =>
    `Danh sách có thể được gõ bằng bảng mã cũ ${encoding}. Vui lòng xem thử rồi chuyển mã.`,
  convert: 'Chuyển mã',
  keepEncoding: 'Giữ nguyên',
  upload: 'Tải tệp lên',
  uploadLabel: 'Tệp Excel (.xlsx) hoặc CSV',
  uploadHint: 'Hệ thống đọc tệp rồi cho xem lại từng dòng; chưa có gì được lưu.',
  downloadTemplate: 'Tải mẫu Excel',
  downloadErrors: 'Tải bảng lỗi',
  noDelegates: 'Không tìm thấy đại biểu nào trong tệp. Vui lòng kiểm tra trang danh sách và dòng tiêu đề cột.',
  noHeading:
    'Không thấy dòng tiêu đề trong 15 dòng đầu nên chưa đọc dòng nào. Vui lòng chọn cột ở mục Sửa cột rồi đọc lại, hoặc đặt dòng tiêu đề (Họ và tên, Chức vụ, Thành phần) ngay trên danh sách rồi tải lại tệp.',
  noColumns:
    'Tệp này không có các cột của một danh sách. Vui lòng dùng mẫu Excel, hoặc lưu danh sách dạng .xlsx rồi tải lại.',
  sheetHasNoHeading: (name: string) =>
    `Trang tính “${name}”: không thấy dòng tiêu đề trong 15 dòng đầu nên chưa thêm dòng nào.`,
  recognised: 'Đã nhận cột',
  fromFile: (name: string) => `Tệp “${name}”`,
  sheet: (name: string) => `trang tính “${name}”`,
  headingRow: (row: number) => `dòng tiêu đề ${row}`,
  addedSheet: (name: string, from: number) => `thêm trang tính “${name}” (đánh số từ ${from})`,
  otherSheets: 'Trang tính khác trong tệp, chưa đọc',
  otherSheet: (name: string, rows: number) => `“${name}” (${rows} dòng)`,
  longSheet: (name: string) =>
    `“${name}”: quá dài để đọc cùng. Nếu là danh sách, vui lòng chép trang tính này sang tệp riêng rồi tải lên.`,
  addSheet: 'Thêm vào danh sách',
  addSheetOf: (name: string) => `Thêm vào danh sách: “${name}”`,
  readSheet: 'Đọc trang này thay thế',
  readSheetOf: (name: string) => `Đọc trang này thay thế: “${name}”`,
  sheetsHint: 'Đọc thay thế thì những gì đã sửa trên trang này sẽ mất; thêm vào thì giữ nguyên.',
  sheetLacks: (name: string, columns: string) =>
    `Trang tính “${name}” không có cột: ${columns}. Có thể đọc riêng trang này để chọn cột.`,
  correctColumns: 'Sửa cột',
  columnLabel: (letter: string, heading: string) => (heading === '' ? `Cột ${letter}` : `Cột ${letter}: “${heading}”`),
  readAgain: 'Đọc lại theo các cột này',
  readAgainHint: 'Đọc lại từ tệp: những gì đã sửa trên trang này sẽ mất.',
  missing: (columns: string) => `Chưa thấy cột: ${columns}. Bấm Sửa cột để chọn.`,
  /** "“Số liên lạc” (F)" */
  unusedColumn: (heading: string, letter: string) => (heading === '' ? `cột ${letter}` : `“${heading}” (${letter})`),
  unused: (columns: readonly string[]) => `Chưa dùng: ${columns.join(', ')}.`,
  unusedInFile: 'Nếu có cột cần dùng, chọn ở mục Sửa cột.',
  unusedInText: 'Nếu có cột cần dùng, vui lòng đặt tiêu đề cho cột như trong mẫu Excel rồi dán lại.',
  besideName: (letter: string, sample: string) =>
    `Cột ${letter} cạnh họ và tên không có tiêu đề và chưa được dùng, ví dụ “${sample}”: vui lòng kiểm tra tên có bị thiếu chữ không.`,
  skippedTitle: (count: number) => `${count} dòng không phải đại biểu, đã bỏ qua`,
  before: 'Trong tệp',
  after: 'Sau khi chuyển mã',
  compared: (added: number, changed: number, gone: number) =>
    `So với danh sách đã gửi: ${added} người mới, ${changed} người thay đổi, ${gone} người không còn trong tệp.`,
  comparedPart: (added: number, changed: number) =>
    `So với danh sách đã gửi: ${added} người mới, ${changed} người thay đổi.`,
  notInFile: (count: number) =>
    `${count} người trong danh sách đã gửi không có trong tệp. Nếu tệp là cả danh sách thì có thể rút những người này.`,
  onlyErrors: 'Tệp chỉ có các dòng cần sửa, nên không ai bị coi là không còn trong danh sách.',
  isWhole: 'Tệp này là cả danh sách',
  isPart: 'Tệp này chỉ là phần bổ sung',
  notYet: (count: number) => `${count} khác biệt với danh sách đã gửi chưa thực hiện; bấm Gửi chỉ thêm người mới.`,
  differencesTitle: 'Khác với danh sách đã gửi.',
  comparedHow: 'Chưa có gì thay đổi. Chọn những gì cần làm theo tệp rồi bấm Thực hiện; phần không chọn giữ nguyên.',
  changedTitle: (count: number) => `Thay đổi (${count})`,
  renamedTitle: (count: number) => `Có thể là cùng một người, sửa họ tên (${count})`,
  renamedHow:
    'Cùng số điện thoại, email hoặc cùng chức vụ và đơn vị. Nếu đúng là một người thì chọn để sửa họ tên; không chọn thì dòng trong tệp là người mới.',
  renamePerson: (name: string, row: number) => `${name} và dòng ${row} là một người, sửa theo tệp`,
  goneTitle: (count: number) => `Không còn trong tệp (${count})`,
  correctPerson: (name: string) => `Sửa ${name} theo tệp`,
  withdraw: 'Rút',
  goneReason: 'Không còn trong danh sách đơn vị gửi lại',
  goneReasonLabel: 'Lý do rút',
  carryOut: 'Thực hiện phần đã chọn',
  nothingTicked: 'Chưa chọn người nào để sửa hoặc rút.',
  carriedOut: (corrected: number, withdrawn: number) =>
    corrected + withdrawn === 0
      ? 'Không có gì thay đổi: danh sách đã đúng như phần được chọn.'
      : `Đã sửa ${corrected} người, rút ${withdrawn} người.`,
  promoted: (names: string) => `Được lên từ danh sách chờ: ${names}.`,
  notCarriedOut: {
    overtaken: (names: string) => `Chưa sửa ${names}: có người vừa sửa ở nơi khác. Vui lòng xem lại.`,
    present: (names: string) => `Chưa rút ${names}: đã điểm danh.`,
    over: (names: string) => `Chưa rút ${names}: cụm này đã kết thúc.`,
    locked: (names: string) =>
      `Chưa sửa ${names}: danh sách không còn sửa trực tiếp được. Vui lòng mở từng người để đổi số liên hệ, hoặc gửi đề nghị điều chỉnh.`,
    problems: (names: string) =>
      `Chưa sửa ${names}: có ô chưa hợp lệ hoặc tên trùng với người khác trong danh sách. Vui lòng mở từng người để sửa.`,
  },
  template: {
    sheetName: 'Đại biểu',
    title: 'DANH SÁCH ĐẠI BIỂU ĐĂNG KÝ',
    counter: 'STT',
    categoryPrompt:
      'Chọn mã thành phần. Một người thuộc nhiều thành phần thì ghi các mã cách nhau bằng dấu phẩy, mã chính trước.',
    guideSheet: 'Mã thành phần',
    guideTitle: 'Mã thành phần dùng cho đơn vị',
    guideCode: 'Mã',
    guideName: 'Thành phần tham dự',
    guideNote: 'Lưu ý',
    hostOnly: 'Chỉ đơn vị đăng cai',
    guide: [
      'Mỗi đại biểu một dòng; không gộp ô; có thể thêm hoặc bớt dòng.',
      'Bắt buộc: Họ và tên, Chức vụ, Thành phần. Các cột khác để trống nếu không có.',
      'Không có email thì hệ thống in thẻ cho đại biểu.',
      'Ví dụ: Ông | Bùi Nhựt Thoại | Trưởng phòng | Phòng Nội vụ | B2 | 0900000011 | thoai@example.gov.vn',
    ],
  },
  errorSheet: {
    sheetName: 'Dòng cần sửa',
    title: 'CÁC DÒNG CẦN SỬA',
    row: 'Dòng',
    problems: 'Lỗi',
    hint: 'Sửa các ô bị lỗi rồi tải tệp này lên lại. Hai cột Dòng và Lỗi không được đọc.',
  },
};
export type FilesWords = typeof files;
