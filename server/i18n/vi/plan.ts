/** What `npm run plan` says. */

import { clock, shortDate, weekday } from '../../domain/words/document-date.ts';
import type { Expected } from '../../domain/plan/plan-problem.ts';
import type { PlanProblemWords } from '../plan-sentence.ts';

const expected: Record<Expected, string> = {
  text: 'một dòng chữ đặt trong dấu ngoặc kép',
  number: 'một số',
  whole_number: 'một số nguyên',
  yes_no: 'true hoặc false',
  list: 'một danh sách đặt trong [ ]',
  group: 'một nhóm mục đặt trong { }',
};

const cluster = (number: number | undefined) => (number === undefined ? 'Cụm này' : `Cụm ${number}`);

const problems: PlanProblemWords = {
  json_syntax: ({ line, column, near }) =>
    near === ''
      ? `Tệp không phải là JSON hợp lệ: nội dung bị thiếu ở dòng ${line}, cột ${column}.`
      : `Tệp không phải là JSON hợp lệ: sai ở dòng ${line}, cột ${column}, chỗ "${near}".`,
  missing: () => 'thiếu mục này.',
  wrong_type: (detail) => `phải là ${expected[detail.expected]}.`,
  not_one_of: ({ found, allowed }) => `"${found}" không dùng được; hãy chọn một trong: ${allowed.join(', ')}.`,
  empty: () => 'không được để trống.',
  too_long: ({ most }) => `dài quá ${most} ký tự.`,
  too_small: ({ least }) => `phải từ ${least} trở lên.`,
  too_large: ({ most }) => `không được quá ${most}.`,
  unknown_field: () => 'tệp kế hoạch không có mục tên này; hãy kiểm tra lại chính tả.',
  not_a_date: ({ found }) => `"${found}" không phải là ngày có thật viết theo dạng 2023-04-05.`,
  not_a_document_date: ({ found }) => `"${found}" không phải là ngày viết theo dạng 2023-03-15 hoặc tháng 2023-03.`,
  not_a_time: ({ found }) => `"${found}" không phải là giờ viết theo dạng 13:30.`,
  not_a_moment: ({ found }) => `"${found}" không phải là thời điểm viết theo dạng 2023-03-29T17:00.`,
  not_a_day_off: ({ found }) =>
    `"${found}" không phải là ngày nghỉ viết theo dạng 2026-09-02 hoặc 2026-02-16/2026-02-20.`,
  not_a_code: ({ found }) => `"${found}" không phải là mã; mã chỉ gồm chữ không dấu, số và dấu gạch nối.`,
  not_an_email: ({ found }) => `"${found}" không phải là địa chỉ email.`,
  zone_unknown: ({ found }) => `không có múi giờ "${found}"; ở Việt Nam là Asia/Ho_Chi_Minh.`,
  duplicate_code: ({ code, firstPath }) => `mã "${code}" đã dùng ở ${firstPath}.`,
  duplicate_number: ({ number, firstPath }) => `số ${number} đã dùng ở ${firstPath}.`,
  unit_unknown: ({ code }) => `không có đơn vị mang mã "${code}" trong mục units.`,
  parent_below: ({ code }) => `đơn vị cấp trên "${code}" phải đứng trước đơn vị này trong mục units.`,
  last_year_before_year: ({ year, lastYear }) => `năm cuối ${lastYear} trước năm kế hoạch ${year}.`,
  cluster_wrong_year: ({ number, date, year, likely }) => {
    const hint = likely ? `; có thể là ${shortDate(likely)} (${weekday(likely)})` : '';
    return `${cluster(number)} ngày ${shortDate(date)} không khớp năm kế hoạch ${year}${hint}.`;
  },
  cluster_before_document: ({ number, date, document }) =>
    `${cluster(number)} ngày ${shortDate(date)} (${weekday(date)}) trước ngày của kế hoạch (${shortDate(document)}).`,
  cluster_at_weekend: ({ number, date }) => `${cluster(number)} rơi vào ${weekday(date)}, ${shortDate(date)}.`,
  hours_out_of_order: ({ earlier, later }) => `${later} không được trước ${earlier}.`,
  deadline_before_document: ({ deadline, document }) =>
    `hạn ${shortDate(deadline)} trước ngày của kế hoạch (${shortDate(document)}).`,
  deadline_after_start: ({ deadline, start }) =>
    `hạn ${clock(deadline)} ngày ${shortDate(deadline)} sau giờ bắt đầu của cụm (${clock(start)} ngày ${shortDate(start)}).`,
  answers_before_registration: ({ answer, registration }) =>
    `hạn trả lời ${clock(answer)} ngày ${shortDate(answer)} trước hạn đăng ký (${clock(registration)} ngày ${shortDate(registration)}).`,
  host_not_taking_part: ({ number, host }) =>
    `đơn vị đăng cai "${host}" không có trong các đơn vị tham dự của ${cluster(number)}.`,
  min_above_max: ({ min, max }) => `số đại biểu ít nhất ${min} lớn hơn số nhiều nhất ${max}.`,
  quotas_above_max: ({ number, sum, max }) =>
    `${cluster(number)}: tổng chỉ tiêu ${sum} đại biểu vượt số nhiều nhất ${max}.`,
  quotas_below_min: ({ number, sum, min }) =>
    `${cluster(number)}: tổng chỉ tiêu ${sum} đại biểu chưa đủ số ít nhất ${min}.`,
  agenda_item_ends_early: ({ startsAt, endsAt }) => `giờ kết thúc ${endsAt} không sau giờ bắt đầu ${startsAt}.`,
  agenda_gap: ({ startsAt, previousEndsAt }) =>
    `để trống từ ${previousEndsAt} (mục trước kết thúc) đến ${startsAt} (mục này bắt đầu).`,
  agenda_overlap: ({ startsAt, previousEndsAt }) =>
    `bắt đầu lúc ${startsAt}, trong khi mục trước đến ${previousEndsAt} mới kết thúc.`,
  agenda_outside_cluster: ({ clusters }) => `nằm ngoài giờ của cụm ${clusters.join(', ')}.`,
  agenda_without_owner: ({ title }) => `chưa ghi người thực hiện${title === '' ? '' : ` nội dung "${title}"`}.`,
  agenda_owner_not_invited: ({ owner }) => `"${owner}" không thuộc thành phần nào được mời.`,
};

export const plan = {
  problems,
  usage: 'Hãy nêu tệp kế hoạch: npm run plan -- TỆP.json',
  unreadable: (file: string) => `Không đọc được tệp ${file}.`,
  refused: (blocks: number, warnings: number) =>
    `Kế hoạch chưa được nạp: ${blocks} lỗi phải sửa, ${warnings} điểm cần lưu ý. Chưa ghi gì vào cơ sở dữ liệu.`,
  eventExists: (code: string) =>
    `Sự kiện có mã "${code}" đã có trong hệ thống nên kế hoạch không được nạp lần nữa. Chưa ghi gì vào cơ sở dữ liệu.`,
  block: 'Lỗi',
  warning: 'Lưu ý',
  loaded: (title: string, code: string) => `Đã nạp kế hoạch: ${title} (${code})`,
  cluster: (number: number, when: string, hours: string, venue: string) => `Cụm ${number}: ${when}, ${hours}, ${venue}`,
  quotas: (units: string, sum: number, min: number, max: number) => `${units} = ${sum} đại biểu (từ ${min} đến ${max})`,
  host: 'đăng cai',
  deadlines: (registration: string, answer: string) => `hạn đăng ký ${registration}; hạn trả lời ${answer}`,
  units: (counts: { city: number; district: number; commune: number; other: number }, reused: number) => {
    const other = counts.other > 0 ? `, ${counts.other} đơn vị khác` : '';
    const kept = reused > 0 ? `; ${reused} đơn vị đã có từ trước, giữ nguyên tên` : '';
    return `Đơn vị: ${counts.city} cấp thành phố, ${counts.district} cấp huyện, ${counts.commune} cấp xã${other}${kept}`;
  },
  categories: (count: number, codes: string) => `Thành phần tham dự: ${count} (${codes})`,
  agenda: (count: number) => `Chương trình: ${count} mục`,
};
export type PlanWords = typeof plan;
