import { clock, longDate } from '../../domain/words/document-date.ts';
import type { PlanProblemWords } from '../plan-sentence.ts';
import type { SetupProblemWords, SetUpProblemWords } from '../vi/setup-problems.ts';
import { plan } from './plan.ts';

const inPlan: PlanProblemWords = {
  ...plan.problems,
  missing: () => 'this field is needed.',
  empty: () => 'this field is needed.',
  wrong_type: () => 'this must be a whole number.',
  not_one_of: () => 'please choose one from the list.',
  not_a_date: ({ found }) => `"${found}" is not a real day; please write day/month/year, like 05/4/2023.`,
  not_a_document_date: ({ found }) => `"${found}" is not a day; please write 15/3/2023 or 3/2023.`,
  not_a_time: ({ found }) => `"${found}" is not a time; please write 13:30.`,
  not_a_moment: ({ found }) => `"${found}" is not a moment; please write 17:00 29/3/2023.`,
  not_a_day_off: ({ found }) => `"${found}" is not a day off; please write 02/9/2026 or 16/02/2026 to 20/02/2026.`,
  duplicate_code: ({ code }) => `the code "${code}" is used in another row.`,
  duplicate_number: ({ number }) => `the event already has cluster ${number}.`,
  unit_unknown: () => 'please choose a unit.',
  hours_out_of_order: ({ earlier, later }) => `${later} must not be before ${earlier}.`,
  host_not_taking_part: ({ number, host }) => `${host} hosts cluster ${number ?? ''} but does not take part in it.`,
  min_above_max: ({ min, max }) => `the minimum ${min} is above the maximum ${max}.`,
  quotas_above_max: ({ number, sum, max }) =>
    `Cluster ${number ?? ''}: the quotas add up to ${sum}, above the maximum of ${max} delegates.`,
  quotas_below_min: ({ number, sum, min }) =>
    `Cluster ${number ?? ''}: the quotas add up to ${sum}, below the minimum of ${min} delegates.`,
  answers_before_registration: ({ answer, registration }) =>
    `${clock(answer)}, ${longDate(answer, 'en')} is before the registration deadline (${clock(registration)}, ${longDate(registration, 'en')}).`,
  deadline_after_start: ({ deadline, start }) =>
    `${clock(deadline)}, ${longDate(deadline, 'en')} is after the cluster starts (${clock(start)}, ${longDate(start, 'en')}).`,
};

const ofScreen: SetUpProblemWords = {
  code_taken: ({ code }) => `the code "${code}" is taken; please choose another.`,
  code_unreadable: ({ found }) => `"${found}" cannot be a code; codes have plain letters, digits and hyphens only.`,
  unit_name_missing: () => 'please give the name of the unit.',
  unit_name_too_long: ({ most }) => `the name of the unit is longer than ${most} characters.`,
  unit_exists: ({ name }) => `the unit ${name} is already there at this level.`,
  successor_missing: () => 'please choose the unit that takes over.',
  successor_is_itself: () => 'the unit that takes over must be another one.',
  successor_was_merged: ({ name }) => `${name} was merged itself; please choose a unit that has not ended.`,
  successor_ended: ({ name }) => `${name} has ended; please choose a unit that has not ended.`,
  code_missing: () => 'please give the code of the unit.',
  code_too_long: ({ most }) => `the code is longer than ${most} characters.`,
  parent_not_standing: () => 'please choose a unit above this one that has not ended.',
  parent_is_below: ({ name }) => `${name} is this unit or is below it; please choose another one.`,
  parent_not_higher: ({ name }) => `${name} is not of a higher level; please choose a unit above this one.`,
  children_not_lower: ({ name }) => `${name} is below this unit, so this unit must be of a higher level.`,
  unit_lines_missing: () => 'please give the name of at least one unit.',
  unit_lines_too_many: ({ count, most }) => `there are ${count} lines; at most ${most} units are added at once.`,
  unit_line_has_columns: () => 'the line has several columns; please leave only the name of the unit.',
  unit_line_twice: ({ name, line }) => `${name} is on line ${line} already.`,
  unit_used: () => 'the unit is in use and cannot be removed.',
  day_unreadable: ({ found }) => `"${found}" is not a real day; please write day/month/year, like 01/7/2025.`,
  day_ahead: ({ day }) =>
    `${day} is still to come; the change holds as soon as it is saved, so please give today or an earlier day.`,
  days_unreadable: ({ found }) => `"${found}" is not a number of days; please write a whole number such as 364.`,
  year_unreadable: ({ found }) => `"${found}" is not a year; please write four digits.`,
  reason_missing: ({ from, to }) =>
    `registration has begun, so changing the maximum from ${from} to ${to} needs a reason.`,
  quota_reason_missing: () => 'registration has begun, so changing quotas needs a reason.',
  max_below_quotas: ({ number, sum, max }) =>
    `Cluster ${number}: the quotas add up to ${sum}, above the maximum of ${max} delegates. Please lower the quotas first.`,
  max_below_seated: ({ seated, max }) =>
    `${seated} delegates have a seat, so it cannot go down to ${max}. Please withdraw delegates at the desk first.`,
  quota_below_seated: ({ unit, seated, quota }) =>
    `${unit} has ${seated} seated delegates, so it cannot go down to ${quota}. Please withdraw delegates first.`,
  cluster_has_delegates: ({ number, count }) =>
    count > 0
      ? `Cluster ${number} has ${count} registered delegates and cannot be removed.`
      : `Cluster ${number} once had delegates and is kept for the record.`,
  cluster_in_use: ({ number }) => `Cluster ${number} has door phones or papers of its own and cannot be removed.`,
  cluster_closed: ({ number }) => `Attendance of cluster ${number} is closed; its facts can no longer change.`,
  unit_has_delegates: ({ unit, count }) =>
    count > 0
      ? `${unit} has ${count} registered delegates and cannot leave the cluster.`
      : `${unit} once registered delegates and is kept for the record of the cluster.`,
  unit_in_use: () => 'a unit has papers in this cluster and cannot leave it.',
  category_in_use: ({ code, count }) => `category ${code} is used by ${count} registrations and cannot be removed.`,
  event_has_delegates: ({ count }) => `the event has ${count} registrations, those withdrawn among them.`,
  event_has_letters: ({ count }) => `the event has ${count} invitation letters.`,
  event_has_requests: ({ count }) => `units have sent ${count} requests for change.`,
  event_has_phones: ({ count }) => `${count} phones were paired with clusters of the event.`,
  event_in_use: () => 'the event has papers of its own.',
  order_unreadable: ({ found }) => `"${found}" is not a position; write 2, or 2.5 to come between 2 and 3.`,
};

/** Few units by name; a hundred communes by their number. */
export const unitsInWords = (units: readonly string[]): string =>
  units.length > 4 ? `${units.length} units` : units.join(', ');

export const setupProblems: SetupProblemWords = {
  inPlan,
  ofScreen,
  inviteBy: (number, time) =>
    `Cluster ${number}: invitations go out by ${longDate(time, 'en')} at the latest (3 working days before).`,
  inviteByPast: (number, time) =>
    `Cluster ${number}: the last day to send invitations (${longDate(time, 'en')}) has passed.`,
  registersTooLate: (number, deadline, time) =>
    `Cluster ${number}: registration ends ${longDate(deadline, 'en')}, after the last day to send invitations (${longDate(time, 'en')}).`,
  mergedUnit: (number, unit, successor) =>
    `Cluster ${number}: ${unit} was merged into ${successor} but still takes part.`,
  waitingWithSeats: (number, unit, waiting, spots) =>
    `Cluster ${number}: ${unit} has ${spots} free places while ${waiting} delegates wait.`,
  nobodySpeaks: ({ number, item, owner, units, categories }) =>
    `Cluster ${number}: "${item}" is given by ${owner}, but the list of ${unitsInWords(units)} has no delegate of category ${categories.join(', ')}.`,
  overUnseen: (number, time) =>
    `Cluster ${number} is over (${longDate(time, 'en')}) and nobody was checked in: please look at its date.`,
  registrationOver: (number, deadline) =>
    `Cluster ${number}: the registration deadline ${clock(deadline)}, ${longDate(deadline, 'en')} has passed; units cannot register any more.`,
  agendaOutside: ({ number, rows, starts, ends }) =>
    `Cluster ${number}: ${rows.length} ${rows.length === 1 ? 'item' : 'items'} of the agenda outside its hours (${clock(starts)} to ${clock(ends)}): row ${rows.join(', ')}.`,
  holidaysNotNoted: (days) =>
    `Registering and inviting run over ${days.map((day) => longDate(day, 'en')).join(', ')}, not noted under days off: what is counted in working days may be wrong.`,
  announcedOtherwise: (number, count) =>
    `Cluster ${number}: ${count} invitations already sent tell an old time or place; please send them again.`,
  notAllowed: ({ number, unit, people }) =>
    `Cluster ${number}: the list of ${unit} has ${people.map(({ category, count }) => `${count} of category ${category}`).join(', ')}, which this unit may not register now.`,
  spots: {
    event: 'Event',
    clusters: 'Clusters',
    cluster: (number) => `Cluster ${number}`,
    participants: (number) => `Units of cluster ${number}`,
    categories: 'Categories',
    agenda: 'Agenda',
    units: 'Units',
    row: (row) => `row ${row}`,
  },
  noClusters: 'There is no cluster yet: please add the first one.',
  noCategories: 'There is no category yet: please add at least one.',
  noUnits: (number) => `No unit takes part in cluster ${number} yet.`,
};
