/** What is wrong, or deserves a look, on the set-up screens. The sentence stands beside its field or names its place. */
import { clock, shortDate, weekday } from '../../domain/words/document-date.ts';
import type { SetUpProblemCode, SetUpProblemDetail } from '../../domain/plan/set-up-problem.ts';
import type { PlanProblemWords } from '../plan-sentence.ts';
import { plan } from './plan.ts';

export type SetUpProblemWords = { [C in SetUpProblemCode]: (detail: SetUpProblemDetail[C]) => string };

const inPlan: PlanProblemWords = {
  ...plan.problems,
  missing: () => 'mục này cần được ghi.',
  empty: () => 'mục này cần được ghi.',
  wrong_type: () => 'mục này phải là một số nguyên.',
  not_one_of: () => 'vui lòng chọn một mục trong danh sách.',
  not_a_date: ({ found }) => `“${found}” không phải là ngày có thật; ghi theo dạng 05/4/2023.`,
  not_a_document_date: ({ found }) => `“${found}” không phải là ngày; ghi theo dạng 15/3/2023 hoặc 3/2023.`,
  not_a_time: ({ found }) => `“${found}” không phải là giờ; ghi theo dạng 13:30.`,
  not_a_moment: ({ found }) => `“${found}” không phải là thời điểm; ghi theo dạng 17:00 29/3/2023.`,
  not_a_day_off: ({ found }) =>
    `“${found}” không phải là ngày nghỉ; ghi theo dạng 02/9/2026 hoặc 16/02/2026 đến 20/02/2026.`,
  duplicate_code: ({ code }) => `mã “${code}” đã dùng ở dòng khác.`,
  duplicate_number: ({ number }) => `sự kiện đã có Cụm ${number}.`,
  unit_unknown: () => 'vui lòng chọn đơn vị.',
  hours_out_of_order: ({ earlier, later }) => `${later} không được trước ${earlier}.`,
  host_not_taking_part: ({ number, host }) =>
    `${host} đăng cai Cụm ${number ?? ''} nhưng không có trong các đơn vị tham dự.`,
  min_above_max: ({ min, max }) => `số tối thiểu ${min} lớn hơn số tối đa ${max}.`,
  quotas_above_max: ({ number, sum, max }) =>
    `Cụm ${number ?? ''}: tổng chỉ tiêu ${sum} vượt số tối đa ${max} đại biểu.`,
  quotas_below_min: ({ number, sum, min }) =>
    `Cụm ${number ?? ''}: tổng chỉ tiêu ${sum} chưa đủ số tối thiểu ${min} đại biểu.`,
  answers_before_registration: ({ answer, registration }) =>
    `${clock(answer)} ngày ${shortDate(answer)} là trước hạn đăng ký (${clock(registration)} ngày ${shortDate(registration)}).`,
  deadline_after_start: ({ deadline, start }) =>
    `${clock(deadline)} ngày ${shortDate(deadline)} là sau giờ bắt đầu của cụm (${clock(start)} ${weekday(start)}, ${shortDate(start)}).`,
};

const ofScreen: SetUpProblemWords = {
  code_taken: ({ code }) => `mã “${code}” đã có; vui lòng ghi mã khác.`,
  code_unreadable: ({ found }) => `“${found}” không dùng làm mã được; mã chỉ gồm chữ không dấu, số và dấu gạch nối.`,
  unit_name_missing: () => 'vui lòng ghi tên đơn vị.',
  unit_name_too_long: ({ most }) => `tên đơn vị dài quá ${most} ký tự.`,
  unit_exists: ({ name }) => `đã có đơn vị ${name} ở cấp này.`,
  successor_missing: () => 'vui lòng chọn đơn vị tiếp nhận.',
  successor_is_itself: () => 'đơn vị tiếp nhận phải là một đơn vị khác.',
  successor_was_merged: ({ name }) => `${name} cũng đã sáp nhập; vui lòng chọn đơn vị đang hoạt động.`,
  successor_ended: ({ name }) => `${name} đã kết thúc hoạt động; vui lòng chọn đơn vị đang hoạt động.`,
  code_missing: () => 'vui lòng ghi mã đơn vị.',
  code_too_long: ({ most }) => `mã dài quá ${most} ký tự.`,
  parent_not_standing: () => 'vui lòng chọn đơn vị cấp trên đang hoạt động.',
  parent_is_below: ({ name }) => `${name} là chính đơn vị này hoặc thuộc đơn vị này; vui lòng chọn đơn vị khác.`,
  parent_not_higher: ({ name }) => `${name} không ở cấp cao hơn; vui lòng chọn đơn vị cấp trên.`,
  children_not_lower: ({ name }) => `${name} đang trực thuộc đơn vị này nên đơn vị này phải ở cấp cao hơn.`,
  unit_lines_missing: () => 'vui lòng ghi ít nhất một tên đơn vị.',
  unit_lines_too_many: ({ count, most }) => `có ${count} dòng; mỗi lần thêm được nhiều nhất ${most} đơn vị.`,
  unit_line_has_columns: () => 'dòng có nhiều cột; vui lòng chỉ để lại tên đơn vị.',
  unit_line_twice: ({ name, line }) => `${name} đã ghi ở dòng ${line}.`,
  unit_used: () => 'đơn vị đang được dùng nên không xóa được.',
  day_unreadable: ({ found }) => `“${found}” không phải là ngày có thật; ghi theo dạng 01/7/2025.`,
  day_ahead: ({ day }) =>
    `ngày ${day} chưa đến; thay đổi có hiệu lực ngay khi lưu nên chỉ ghi từ hôm nay trở về trước.`,
  days_unreadable: ({ found }) => `“${found}” không phải là số ngày; ghi một số nguyên, ví dụ 364.`,
  year_unreadable: ({ found }) => `“${found}” không phải là năm; ghi bốn chữ số.`,
  reason_missing: ({ from, to }) => `đã có đơn vị đăng ký nên đổi số tối đa từ ${from} thành ${to} cần ghi lý do.`,
  quota_reason_missing: () => 'đã có đơn vị đăng ký nên đổi chỉ tiêu cần ghi lý do.',
  max_below_quotas: ({ number, sum, max }) =>
    `Cụm ${number}: tổng chỉ tiêu ${sum} vượt số tối đa ${max} đại biểu. Vui lòng giảm chỉ tiêu của các đơn vị trước.`,
  max_below_seated: ({ seated, max }) =>
    `đã có ${seated} đại biểu được xếp chỗ, không giảm xuống ${max} được. Vui lòng rút bớt đại biểu ở bàn đăng ký trước.`,
  quota_below_seated: ({ unit, seated, quota }) =>
    `${unit} đã có ${seated} đại biểu được xếp chỗ, không giảm xuống ${quota} được. Vui lòng rút bớt đại biểu trước.`,
  cluster_has_delegates: ({ number, count }) =>
    count > 0
      ? `Cụm ${number} đang có ${count} đại biểu đăng ký nên không xóa được.`
      : `Cụm ${number} đã từng có đại biểu đăng ký nên được giữ lại trong hồ sơ.`,
  cluster_in_use: ({ number }) => `Cụm ${number} đã có máy đón tiếp hoặc hồ sơ đi kèm nên không xóa được.`,
  cluster_closed: ({ number }) => `Cụm ${number} đã kết thúc điểm danh; thông tin của cụm không thay đổi được nữa.`,
  unit_has_delegates: ({ unit, count }) =>
    count > 0
      ? `${unit} đang có ${count} đại biểu đăng ký nên không bỏ khỏi cụm được.`
      : `${unit} đã từng đăng ký đại biểu nên được giữ lại trong hồ sơ của cụm.`,
  unit_in_use: () => 'có đơn vị đã có hồ sơ trong cụm này nên không bỏ được.',
  category_in_use: ({ code, count }) => `thành phần ${code} đang có ${count} lượt đăng ký nên không bỏ được.`,
  event_has_delegates: ({ count }) => `sự kiện đã có ${count} lượt đăng ký, kể cả lượt đã rút.`,
  event_has_letters: ({ count }) => `sự kiện đã có ${count} thư mời.`,
  event_has_requests: ({ count }) => `sự kiện đã có ${count} đề nghị điều chỉnh của đơn vị.`,
  event_has_phones: ({ count }) => `đã ghép ${count} máy đón tiếp với các cụm của sự kiện.`,
  event_in_use: () => 'sự kiện đã có hồ sơ đi kèm.',
  order_unreadable: ({ found }) => `“${found}” không phải là số thứ tự; ghi 2, hoặc 2,5 để chen giữa 2 và 3.`,
};

const day = (time: Parameters<typeof shortDate>[0]) => `${weekday(time)}, ${shortDate(time)}`;

/** Few units by name; a hundred communes by their number. */
export const unitsInWords = (units: readonly string[]): string =>
  units.length > 4 ? `${units.length} đơn vị` : units.join(', ');

type Time = Parameters<typeof day>[0];
type AgendaOutside = { number: number; rows: number[]; starts: Time; ends: Time };
type NotAllowed = { number: number; unit: string; people: { category: string; count: number }[] };
type NobodySpeaks = { number: number; item: string; owner: string; units: string[]; categories: string[] };

export const setupProblems = {
  inPlan,
  ofScreen,
  inviteBy: (number: number, time: Parameters<typeof day>[0]) =>
    `Cụm ${number}: thư mời gửi chậm nhất ${day(time)} (trước 3 ngày làm việc).`,
  inviteByPast: (number: number, time: Parameters<typeof day>[0]) =>
    `Cụm ${number}: đã qua ngày gửi thư mời chậm nhất (${day(time)}).`,
  registersTooLate: (number: number, deadline: Parameters<typeof day>[0], time: Parameters<typeof day>[0]) =>
    `Cụm ${number}: hạn đăng ký ${day(deadline)} sau ngày gửi thư mời chậm nhất (${day(time)}).`,
  mergedUnit: (number: number, unit: string, successor: string) =>
    `Cụm ${number}: ${unit} đã sáp nhập vào ${successor} nhưng còn trong các đơn vị tham dự.`,
  waitingWithSeats: (number: number, unit: string, waiting: number, spots: number) =>
    `Cụm ${number}: ${unit} còn ${spots} chỗ trong khi ${waiting} đại biểu đang chờ.`,
  nobodySpeaks: ({ number, item, owner, units, categories }: NobodySpeaks) =>
    `Cụm ${number}: nội dung “${item}” do ${owner} thực hiện, nhưng danh sách của ${unitsInWords(units)} chưa có đại biểu thuộc thành phần ${categories.join(', ')}.`,
  overUnseen: (number: number, time: Time) =>
    `Cụm ${number} đã qua (${day(time)}) mà chưa có lượt điểm danh nào: vui lòng xem lại ngày.`,
  registrationOver: (number: number, deadline: Time) =>
    `Cụm ${number}: hạn đăng ký ${clock(deadline)} ${day(deadline)} đã qua; đơn vị không đăng ký được nữa.`,
  agendaOutside: ({ number, rows, starts, ends }: AgendaOutside) =>
    `Cụm ${number}: ${rows.length} nội dung chương trình nằm ngoài giờ của cụm (${clock(starts)} đến ${clock(ends)}): dòng ${rows.join(', ')}.`,
  holidaysNotNoted: (days: Time[]) =>
    `Thời gian đăng ký và gửi thư mời có ngày lễ ${days.map(shortDate).join(', ')} chưa ghi vào Ngày nghỉ: các hạn tính theo ngày làm việc có thể chưa đúng.`,
  announcedOtherwise: (number: number, count: number) =>
    `Cụm ${number}: ${count} thư mời đã gửi ghi thời gian hoặc địa điểm cũ; vui lòng gửi lại.`,
  notAllowed: ({ number, unit, people }: NotAllowed) =>
    `Cụm ${number}: danh sách ${unit} có ${people.map(({ category, count }) => `${count} đại biểu thuộc thành phần ${category}`).join(', ')}, nay không dành cho đơn vị này.`,
  /** Where a sentence belongs that does not say so itself. */
  spots: {
    event: 'Sự kiện',
    clusters: 'Các cụm',
    cluster: (number: number) => `Cụm ${number}`,
    participants: (number: number) => `Đơn vị tham dự Cụm ${number}`,
    categories: 'Thành phần tham dự',
    agenda: 'Chương trình',
    units: 'Đơn vị',
    row: (row: number) => `dòng ${row}`,
  },
  noClusters: 'Chưa có cụm nào: vui lòng thêm cụm đầu tiên.',
  noCategories: 'Chưa có thành phần tham dự: vui lòng thêm ít nhất một thành phần.',
  noUnits: (number: number) => `Cụm ${number} chưa có đơn vị tham dự.`,
};
export type SetupProblemWords = typeof setupProblems;
