import type { RegistrationWords } from '../vi/registration.ts';

export const registration: RegistrationWords = {
  title: (number) => `Register delegates for cluster ${number}`,
  deadline: 'Deadline',
  deadlineLeft: (days, hours) => (days > 0 ? `${days} days ${hours} hours left` : `${hours} hours left`),
  deadlinePassed: 'passed; delegates can only be withdrawn',
  deadlineNote:
    'The deadline of this cluster has passed. You can still withdraw delegates; please ask the organiser for anything else.',
  steps: { enter: 'Enter the list', check: 'Check', send: 'Submit' },
  stepsLabel: 'Steps of registration',
  unit: 'Unit',
  show: 'Show',
  pasteLabel: 'Paste the list from Excel',
  pasteHint:
    'Select the rows in Excel, copy (Ctrl C) and paste (Ctrl V) here. With a heading row, columns are found by heading; without one, by order: Mr/Ms, full name, position, workplace, category, phone, e-mail, note.',
  addRows: 'Or type row by row',
  check: 'Check the list',
  checkAgain: 'Check again',
  save: (count) => `Submit ${count} delegates`,
  saveValid: (count) => `Submit only the ${count} rows without errors`,
  backToPaste: 'Back to the desk',
  reviewTitle: 'Check the pasted list',
  reviewSub: (number, unit) => `Cluster ${number} · ${unit}`,
  tally: { rows: 'rows', good: 'valid', warnings: 'warnings', problems: 'errors', known: 'on the list' },
  tallyLine: ({ rows, good, warnings, problems, known }) =>
    `${rows} rows: ${good} valid, ${warnings} warnings, ${problems} errors${known > 0 ? `, ${known} on the list already` : ''}.`,
  errorsNotSent: 'Rows with errors stay in the grid.',
  nothingToSend: 'There is no new row to submit.',
  views: {
    label: 'Rows shown',
    fresh: (count) => `New, changed ${count}`,
    all: (count) => `All ${count}`,
    look: (count) => `To look at ${count}`,
    good: (count) => `Valid ${count}`,
    known: (count) => `On the list ${count}`,
  },
  nothingSaved: 'Nothing is saved yet: the present list stays as it is until you submit.',
  saveBlocked: 'Rows with errors must be fixed or left out before submitting.',
  draftFull:
    'The grid has no room left to keep the rows with errors. Please fix them or leave them out, or submit some of the draft first.',
  draftFullToJoin:
    'The draft has no room for these rows (500 at most). Please submit some of the draft first, or submit from this page.',
  noRows: 'There are no rows yet. Please paste a list or type at least one row.',
  seatsPlanned: (seated, waiting) =>
    waiting === 0
      ? `If submitted now: ${seated} delegates seated.`
      : `If submitted now: ${seated} delegates seated, ${waiting} on the waiting list.`,
  line: 'Row',
  columns: {
    honorific: 'Mr/Ms',
    fullName: 'Full name',
    position: 'Position',
    workplace: 'Workplace',
    category: 'Category',
    phone: 'Phone',
    email: 'E-mail',
    note: 'Note',
  },
  cell: (column, line) => `${column}, row ${line}`,
  omitLine: 'Leave this row out',
  anotherPerson: 'These are two people',
  isAnother: 'Two people',
  isAgain: 'Register again',
  comesAgain: 'Register somebody who left the list again',
  sameElsewhere: 'The same person as in the other cluster, not entered again',
  isSameElsewhere: 'The same person',
  outcome: {
    seated: 'Seated',
    waiting: 'Waiting',
    duplicate: 'Already there, not saved again',
    problem: 'Needs fixing',
  },
  changedOutcome: 'On the list, changed',
  leftOutcome: 'Left the list, not saved again',
  registered: 'Submitted list',
  registeredEmpty: 'No delegates yet. The submitted list will show here.',
  seat: { seated: 'Seated', waiting: 'Waiting list' },
  noEmail: 'no e-mail, print a card',
  state: 'State',
  action: 'Action',
  withdraw: 'Withdraw',
  withdrawPerson: (name) => `Withdraw ${name}`,
  withdrawTitle: (name) => `Withdraw ${name}?`,
  withdrawWhat:
    "The delegate's QR code stops working at once. The free place goes to the first on the waiting list, if any.",
  withdrawReason: 'Reason',
  withdrawReasonMissing: 'Please give the reason for the withdrawal.',
  withdrawRefused: {
    present: 'Not withdrawn: this delegate has checked in, and attendance stays as it was.',
    over: 'Not withdrawn: this cluster is over, its list does not change any more.',
    overtaken: 'Not withdrawn: the details were corrected a moment ago. Please look again first.',
  },
  withdrawConfirm: 'Withdraw the delegate',
  othersPromoted: (count) => (count === 1 ? 'one delegate of another unit' : `${count} delegates of other units`),
  quota: 'Quota of the unit',
  quotaUsed: (seated, quota) => `${seated}/${quota}`,
  seatsLeft: (left) => (left > 0 ? `${left} places left` : 'No places left; further delegates go to the waiting list'),
  waitingCount: (count) => `${count} on the waiting list`,
  wholeCluster: (number) => `All of cluster ${number}`,
  categories: 'Category codes',
  hostOnlyNote: (host, codes) => `Categories ${codes} are registered by the host (${host}) only.`,
  overrideReason: 'Reason for registering outside the categories (organiser only)',
  overrideHint:
    'Leave empty if every row is within the unit’s categories. With a reason, categories of other units are accepted and the reason is kept.',
  listStates: {
    not_started: 'Not started',
    draft: 'Draft',
    submitted: 'Submitted',
    accepted: 'Accepted',
    returned: 'Returned',
  },
  accept: 'Accept the list',
  acceptNote:
    'Somebody waits or shares a name, so the list was not accepted by itself; letters go to accepted lists only.',
  privacy: 'The unit has told its delegates that their data is passed on.',
  problems: {
    name_missing: () => 'The name is missing',
    name_too_long: (d) => `The name is longer than ${d['most']} characters`,
    name_not_a_name: () => 'This does not look like a name (it has digits or signs)',
    name_damaged: () =>
      'Letters of the name are lost: please type it again, or open the original list, save it as .xlsx or CSV UTF-8 and upload that',
    name_hidden: () => 'The name has characters that cannot be seen: please remove them or type it again',
    name_old_letters: (d) =>
      `The name looks written in an old encoding (TCVN3, VNI) and would read ${d['name']}: please check`,
    name_two: () => 'Two people, or a post beside the name: please give each person a row and the post its own column',
    name_brackets: (d) =>
      `The name has something in brackets that belongs in another column; the name alone is ${d['name']}`,
    name_capitals: (d) => `All capitals; will be saved as ${d['name']}`,
    name_small_letters: (d) => `No capitals; will be saved as ${d['name']}`,
    name_title: (d) => `“${d['title']}” before the name is left out; will be saved as ${d['name']}`,
    honorific_unknown: () => 'Mr/Ms takes Ông, Bà or nothing',
    position_missing: () => 'The position is missing',
    text_too_long: (d) => `Longer than ${d['most']} characters`,
    category_missing: () => 'The category code is missing (e.g. B2)',
    category_unknown: (d) => `There is no category “${d['typed']}” in this event`,
    category_too_many: (d) => `More than ${d['most']} categories in one cell`,
    category_host_only: (d) => `Category ${d['code']} is for the host unit only`,
    category_not_of_unit: (d) => `Category ${d['code']} is not registered by this unit`,
    category_left_out: (d) =>
      `Category ${d['categories']} of this row is not saved, because this person is saved by row ${d['line']}`,
    phone_unusual: () => 'Unusual phone number; kept as typed',
    phone_two: (d) => `Several phone numbers, kept as typed; the first is ${d['first']}`,
    phone_old_prefix: (d) => `11-digit number; prefix changed ${d['from']} → ${d['to']}`,
    phone_rounded: () => 'The spreadsheet rounded this phone number and lost digits; please type it again',
    email_invalid: () => 'The e-mail address is not valid',
    email_two: (d) => `Two e-mail addresses: ${d['kept']} is kept, ${d['left']} left out`,
    email_missing: () => 'No e-mail; a card will be printed',
    duplicate: (d) =>
      d['where'] === 'list'
        ? `Same as row ${d['line']}: ${d['name']}, ${d['position']}`
        : `Already on the list: ${d['name']}, ${d['position']}`,
    identical: (d) =>
      d['where'] === 'list'
        ? `The very same as row ${d['line']}: if they are two people, please add what tells them apart (phone, e-mail, note)`
        : `The very same as ${d['name']} on the list: if they are two people, please add what tells them apart (phone, e-mail, note)`,
    possible_duplicate: (d) =>
      d['where'] === 'list'
        ? `Same name as row ${d['line']} (${d['position']}): please check`
        : `Same name as ${d['name']}, ${d['position']}, already registered: please check`,
    left_withdrawn: (d) => `${d['name']} was withdrawn on ${d['day']} (${d['reason']}); not registered again`,
    left_replaced: (d) => `${d['name']} was replaced by ${d['by']} on ${d['day']}; not registered again`,
    known_elsewhere: (d) =>
      `Already in cluster ${d['cluster']} (${d['position']}): the same person is entered once and keeps the details of there`,
  },
};
