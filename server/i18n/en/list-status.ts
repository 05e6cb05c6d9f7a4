import type { ListStatusWords } from '../vi/list-status.ts';

export const listStatus: ListStatusWords = {
  reason: 'Reason',
  reasonHint: 'The reason is kept in the history. Please leave out names and phone numbers of delegates.',
  reasonMissing: 'Please give a reason.',
  reasonTooLong: 'The reason is longer than 300 characters.',

  returnList: 'Return',
  acceptRefused: {
    not_handed_in: 'Not accepted: this list has not been submitted, or went back to its unit.',
    changed: 'Not accepted: the list has changed since this page was opened. Please look again, then accept.',
  },
  returnTitle: (unit) => `Return the list of ${unit}?`,
  returnSub: (number, count) => `Cluster ${number} · ${count} delegates`,
  returnWhat:
    'The unit sees the reason until it hands the list in again. Delegates keep their places; invitations stop until the list is accepted again.',
  returnReason: 'Reason for returning it',
  returnConfirm: 'Return the list',
  returnRefused: {
    returned_before: 'This list was returned before; nothing has changed.',
    not_handed_in: 'The unit has not handed in a list, so there is nothing to return.',
  },
  returnedNote: (time) => `The organiser returned this list at ${time}.`,
  returnedWhat: 'Correct it as asked and hand it in again. If nobody has to be added, just press Hand in again.',
  handInAgain: 'Hand in again',
  lockedNote:
    'The list was accepted and cannot be changed directly. More delegates become a request to the organiser; delegates can still be withdrawn.',
  lateNote:
    'The deadline has passed. More delegates become a request to the organiser; delegates can still be withdrawn.',
  history: 'History',

  ask: (count) => `Send a request for ${count} delegates`,
  askReason: 'Reason for the request',
  askHint: 'These rows are kept with the request. Nobody has a place until the organiser approves.',
  askProblem: {
    not_needed: 'The list still takes rows directly; no request is needed. Please press Submit.',
    problems: 'Please correct the lines with errors before sending the request, or leave them out.',
    nothing_new: 'Everybody in these lines is on the list already.',
  },
  requests: 'Requests for change',
  requestLine: (count, time) => `${count} delegates, sent at ${time}`,
  requestCorrectionLine: (name, time) => `Correct ${name}, sent at ${time}`,
  requestCorrectionTitle: (name) => `Request for a correction: ${name}`,
  requestCorrectionSub: (number, unit, by, time) => `Cluster ${number} · ${unit} · sent by ${by} at ${time}`,
  requestFields: 'What is asked to be corrected',
  requestColumns: { field: 'Field', now: 'Now', before: 'When asked', wanted: 'Asked for' },
  requestPerson: 'Open the page of the delegate',
  correctionOvertaken:
    'The delegate has just been corrected. Below are the details as they are now: please look again and decide.',
  correctionWithdrawn:
    'This delegate is no longer on the list and cannot be corrected. Please refuse and give a reason.',
  correctionBlocked: (sentence) => `Not corrected as asked: ${sentence}`,
  namesakes: (names) =>
    `Somebody of the same name is on the list: ${names}. To correct them, please open their page and ask for a correction there. If it is somebody else, please say “Two different people” on that line.`,
  requestTitle: (unit) => `Request for change of ${unit}`,
  requestSub: (number, count, by, time) => `Cluster ${number} · ${count} delegates · sent by ${by} at ${time}`,
  requestState: { open: 'Waits for the organiser', approved: 'Approved', refused: 'Refused' },
  requestWhy: 'Reason given by the unit',
  requestRows: 'The delegates asked for',
  ifApproved: (seated, waiting) =>
    waiting === 0
      ? `If approved now: ${seated} delegates seated.`
      : `If approved now: ${seated} delegates seated, ${waiting} on the waiting list.`,
  approve: 'Approve',
  refuse: 'Refuse',
  refuseReason: 'Reason for refusing',
  approveBlocked:
    'Some lines no longer follow the rules, so nothing was written. Please look at the lines with errors, or refuse with a reason.',
  decidedBefore: 'This request was decided before; nothing has changed.',
  decision: (verdict, by, time) => `${verdict} by ${by} at ${time}`,
  decisionSeats: (seated, waiting) => `${seated} seated, ${waiting} on the waiting list`,

  placesTitle: (number) => `Places of cluster ${number}`,
  placesSub: ({ quotas, max }) => `Quotas add up to ${quotas}, the maximum is ${max}`,
  placesTable: (number) => `Places by unit, cluster ${number}`,
  columns: { unit: 'Unit', quota: 'Quota', seated: 'Seated', waiting: 'Waiting', free: 'Free', list: 'List' },
  total: 'Whole cluster',
  totalQuota: (quotas, max) => `${quotas} (maximum ${max})`,
  aboveQuota: (count) => `${count} above`,
  capped: 'Free places follow the quota of the unit and the maximum of the cluster, whichever is less.',
  waitingTitle: (count) => `Waiting list (${count})`,
  waitingNone: 'Nobody is waiting.',
  waitingColumns: { order: 'Order', delegate: 'Delegate', unit: 'Unit', since: 'Sent at', action: 'Action' },
  order: (order) => `No. ${order}`,
  seat: 'Seat',
  seatPerson: (name) => `Seat ${name}`,
  seatTitle: (name) => `Seat ${name} by hand?`,
  seatWithin: (unit, seated, quota) => `${unit} has ${seated} of ${quota} places.`,
  seatAbove: (unit, seated, quota) =>
    `${unit} already has ${seated} of ${quota} places: this delegate will be above its quota.`,
  seatCluster: (seated, max) => `The whole cluster has ${seated} of ${max} places.`,
  seatReason: 'Reason for seating',
  seatConfirm: 'Seat the delegate',
  promotes: 'A free place goes at once to the first who waits within the quota of the unit.',
  promotesNot: 'This event does not seat those who wait by itself: the organiser seats them by hand.',
  waitingWhileFree: (waiting, free) =>
    `${waiting} are waiting while the cluster has ${free} free places. Move places to their unit, or seat them by hand.`,

  move: 'Move places between units',
  moveFrom: 'From unit',
  moveTo: 'To unit',
  moveCount: 'How many',
  moveDo: 'Move places',
  chooseUnit: 'Choose a unit',
  unitFree: (unit, free) => `${unit} (${free} free)`,
  unitWaiting: (unit, waiting) => (waiting > 0 ? `${unit} (${waiting} waiting)` : unit),
  unitQuota: (unit, quota) => `${unit} (${quota})`,
  quota: 'Change the quota of a unit',
  quotaNew: 'New quota',
  quotaDo: 'Change quota',
  capacity: 'Raise the maximum of the cluster',
  capacityNew: 'New maximum',
  capacityHint: (seated) => `${seated} delegates are seated.`,
  capacityDo: 'Raise maximum',
  unitMissing: 'Please choose a unit.',
  countInvalid: 'Please enter a number from 1 to 1000.',
  quotaInvalid: 'Please enter a number from 0 to 1000.',
  refused: {
    more_than_free: (limit) =>
      limit === 0 ? 'This unit has no free place to give.' : `This unit has only ${limit} free places to give.`,
    same_unit: () => 'Please choose two different units.',
    below_seated: (limit) => `${limit} delegates are seated; it cannot go lower.`,
    below_minimum: (limit) => `The maximum cannot be lower than the minimum of the cluster, ${limit}.`,
    shares_above_max: (limit) =>
      `The quotas together would be ${limit} above the maximum. Move places from another unit, or change the maximum first.`,
    overtaken: (limit) =>
      `Somebody else has just changed the places; it is ${limit} now. Please look again, then save.`,
    cluster_full: (limit) =>
      `The cluster is full with ${limit} places. Raise its maximum first, or wait for a free place; seating by hand never exceeds the maximum either.`,
    already_seated: () => 'This delegate is seated already; nothing has changed.',
    cluster_closed: () => 'Attendance of this cluster is closed; its places can no longer change.',
    reason_missing: () => 'Registration has begun; please give the reason for the change.',
  },
};
