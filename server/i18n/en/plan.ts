import { clock, longDate } from '../../domain/words/document-date.ts';
import type { Expected } from '../../domain/plan/plan-problem.ts';
import type { PlanProblemWords } from '../plan-sentence.ts';
import type { PlanWords } from '../vi/plan.ts';

const expected: Record<Expected, string> = {
  text: 'text in quotation marks',
  number: 'a number',
  whole_number: 'a whole number',
  yes_no: 'true or false',
  list: 'a list in [ ]',
  group: 'a group of fields in { }',
};

const moment = (time: Parameters<typeof clock>[0]) => `${clock(time)}, ${longDate(time, 'en')}`;
const cluster = (number: number | undefined) => (number === undefined ? 'this cluster' : `cluster ${number}`);

const problems: PlanProblemWords = {
  json_syntax: ({ line, column, near }) =>
    near === ''
      ? `The file is not valid JSON: something is missing at line ${line}, column ${column}.`
      : `The file is not valid JSON: it goes wrong at line ${line}, column ${column}, at "${near}".`,
  missing: () => 'this field is missing.',
  wrong_type: (detail) => `must be ${expected[detail.expected]}.`,
  not_one_of: ({ found, allowed }) => `"${found}" is not possible here; choose one of: ${allowed.join(', ')}.`,
  empty: () => 'must not be empty.',
  too_long: ({ most }) => `is longer than ${most} characters.`,
  too_small: ({ least }) => `must be ${least} or more.`,
  too_large: ({ most }) => `must be ${most} or less.`,
  unknown_field: () => 'a plan file has no field of this name; please check the spelling.',
  not_a_date: ({ found }) => `"${found}" is not a real date written like 2023-04-05.`,
  not_a_document_date: ({ found }) => `"${found}" is not a date written like 2023-03-15 or a month like 2023-03.`,
  not_a_time: ({ found }) => `"${found}" is not a time written like 13:30.`,
  not_a_moment: ({ found }) => `"${found}" is not a moment written like 2023-03-29T17:00.`,
  not_a_day_off: ({ found }) => `"${found}" is not a day off written like 2026-09-02 or 2026-02-16/2026-02-20.`,
  not_a_code: ({ found }) => `"${found}" is not a code; codes have plain letters, digits and hyphens only.`,
  not_an_email: ({ found }) => `"${found}" is not an e-mail address.`,
  zone_unknown: ({ found }) => `there is no time zone "${found}"; Vietnam's is Asia/Ho_Chi_Minh.`,
  duplicate_code: ({ code, firstPath }) => `the code "${code}" is already used at ${firstPath}.`,
  duplicate_number: ({ number, firstPath }) => `the number ${number} is already used at ${firstPath}.`,
  unit_unknown: ({ code }) => `there is no unit with the code "${code}" under units.`,
  parent_below: ({ code }) => `the parent unit "${code}" must stand above this unit under units.`,
  last_year_before_year: ({ year, lastYear }) => `the last year ${lastYear} is before the plan year ${year}.`,
  cluster_wrong_year: ({ number, date, year, likely }) => {
    const hint = likely ? `; it may be ${longDate(likely, 'en')}` : '';
    return `${cluster(number)} on ${longDate(date, 'en')} does not match the plan year ${year}${hint}.`;
  },
  cluster_before_document: ({ number, date, document }) =>
    `${cluster(number)} on ${longDate(date, 'en')} is before the date of the plan (${longDate(document, 'en')}).`,
  cluster_at_weekend: ({ number, date }) => `${cluster(number)} falls on a weekend: ${longDate(date, 'en')}.`,
  hours_out_of_order: ({ earlier, later }) => `${later} must not be before ${earlier}.`,
  deadline_before_document: ({ deadline, document }) =>
    `the deadline ${longDate(deadline, 'en')} is before the date of the plan (${longDate(document, 'en')}).`,
  deadline_after_start: ({ deadline, start }) =>
    `the deadline ${clock(deadline)}, ${longDate(deadline, 'en')} is after the cluster starts (${clock(start)}, ${longDate(start, 'en')}).`,
  answers_before_registration: ({ answer, registration }) =>
    `the answer deadline ${moment(answer)} is before the registration deadline (${moment(registration)}).`,
  host_not_taking_part: ({ number, host }) => `the host "${host}" is not among the units of ${cluster(number)}.`,
  min_above_max: ({ min, max }) => `the least number of delegates ${min} is above the most ${max}.`,
  quotas_above_max: ({ number, sum, max }) => `${cluster(number)}: the quotas add up to ${sum}, above the most ${max}.`,
  quotas_below_min: ({ number, sum, min }) =>
    `${cluster(number)}: the quotas add up to ${sum}, below the least ${min}.`,
  agenda_item_ends_early: ({ startsAt, endsAt }) => `ends at ${endsAt}, which is not after its start at ${startsAt}.`,
  agenda_gap: ({ startsAt, previousEndsAt }) =>
    `leaves a gap from ${previousEndsAt} (end of the item before) to ${startsAt}.`,
  agenda_overlap: ({ startsAt, previousEndsAt }) =>
    `starts at ${startsAt}, while the item before ends at ${previousEndsAt}.`,
  agenda_outside_cluster: ({ clusters }) => `lies outside the hours of cluster ${clusters.join(', ')}.`,
  agenda_without_owner: ({ title }) => `nobody is named for this item${title === '' ? '' : ` ("${title}")`}.`,
  agenda_owner_not_invited: ({ owner }) => `"${owner}" belongs to no invited category.`,
};

export const plan: PlanWords = {
  problems,
  usage: 'Please name the plan file: npm run plan -- FILE.json',
  unreadable: (file) => `The file ${file} cannot be read.`,
  refused: (blocks, warnings) =>
    `The plan was not loaded: ${blocks} to correct, ${warnings} to look at. Nothing was written to the database.`,
  eventExists: (code) =>
    `The event "${code}" is already in the system, so the plan was not loaded again. Nothing was written to the database.`,
  block: 'To correct',
  warning: 'Look at',
  loaded: (title, code) => `Plan loaded: ${title} (${code})`,
  cluster: (number, when, hours, venue) => `Cluster ${number}: ${when}, ${hours}, ${venue}`,
  quotas: (units, sum, min, max) => `${units} = ${sum} delegates (from ${min} to ${max})`,
  host: 'host',
  deadlines: (registration, answer) => `registration until ${registration}; answers until ${answer}`,
  units: (counts, reused) => {
    const other = counts.other > 0 ? `, ${counts.other} others` : '';
    const kept = reused > 0 ? `; ${reused} were there before and keep their name` : '';
    return `Units: ${counts.city} of the city, ${counts.district} districts, ${counts.commune} communes${other}${kept}`;
  },
  categories: (count, codes) => `Delegate categories: ${count} (${codes})`,
  agenda: (count) => `Agenda: ${count} items`,
};
