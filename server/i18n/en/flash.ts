import type { FlashWords } from '../vi/flash.ts';

const passed = (count: string): string =>
  count === '0' ? '' : ` ${count} pasted lines that are no delegates were passed over.`;
const moved = (promoted: string): string => (promoted === '0' ? '' : ` ${promoted} from the waiting list were seated.`);
const closed = (deadline: string): string =>
  deadline === '' ? '' : ` The registration deadline ${deadline} has passed: units cannot register.`;
const recountedIn = (clusters: string): string =>
  clusters === '0' ? '' : ` Deadlines of ${clusters} clusters were counted anew by the days off.`;

export const flash: FlashWords = {
  password_changed: () => 'Password changed. All other sessions have ended.',
  signed_out: () => 'Signed out.',
  account_disabled: (name) => `Account ${name} is disabled. All its sessions have ended.`,
  account_moved: (name, unit) => `Account ${name} was moved to: ${unit}. All its sessions have ended.`,
  account_enabled: (name) => `Account ${name} is enabled again.`,
  registered: (seated, waiting, problems, passedOver) =>
    (waiting === '0'
      ? `${seated} delegates saved, all seated.`
      : `Saved: ${seated} delegates seated, ${waiting} on the waiting list.`) +
    (problems === '0' ? '' : ` ${problems} rows with errors are kept in the grid to be fixed.`) +
    passed(passedOver),
  draft_saved: (rows, passedOver) =>
    `${rows} rows saved as a draft. The list is not submitted yet.${passed(passedOver)}`,
  draft_joined: (joined, there) =>
    `${joined} rows were taken to the desk. The list is not submitted yet.` +
    (there === '0' ? '' : ` ${there} rows were there or on the submitted list already.`),
  draft_discarded: () => 'The draft was thrown away.',
  withdrawn: (name) => `${name} was withdrawn.`,
  withdrawn_promoted: (name, promoted) => `${name} was withdrawn. ${promoted} moved up from the waiting list.`,
  list_accepted: (unit) => `The list of ${unit} was accepted.`,
  list_accepted_before: (unit) => `The list of ${unit} had been accepted before.`,
  list_returned: (unit) => `List of ${unit} returned.`,
  list_handed_in_again: () => 'List handed in again.',
  change_requested: (count) => `Request for ${count} delegates sent. The organiser will decide and answer.`,
  correction_requested: () => 'Request for a correction sent. The organiser will decide and answer.',
  correction_approved: (name) => `Approved; the details of ${name} were corrected.`,
  change_approved: (seated, waiting) =>
    waiting === '0' ? `Approved: ${seated} delegates seated.` : `Approved: ${seated} seated, ${waiting} waiting.`,
  change_refused: (unit) => `${unit} has been informed that the request is refused.`,
  change_decided_before: () => 'This request was decided before; nothing has changed.',
  places_moved: (count, from, to, promoted) => `${count} places moved from ${from} to ${to}.${moved(promoted)}`,
  quota_changed: (unit, quota, promoted) => `The quota of ${unit} is now ${quota}.${moved(promoted)}`,
  capacity_changed: (max, promoted) => `The maximum of the cluster is now ${max}.${moved(promoted)}`,
  nothing_changed: () => 'The new number is the old one; nothing has changed.',
  delegate_seated: (name) => `${name} is seated now.`,
  letters_queued: (count) => `${count} letters were queued. You may close this page.`,
  letters_none: () => 'No new letters to send.',
  letters_and_cards: (letters, cards) =>
    `${letters} invitations are waiting to be sent. ${cards} delegates without e-mail: their cards are ready to print.`,
  cards_ready: (cards) => `${cards} delegate cards are ready to print.`,
  card_ready: (name) => `${name} has no e-mail; the delegate card is ready to print.`,
  letter_requeued: (name) => `The letter to ${name} will be sent again.`,
  device_revoked: (gate) => `The phone at ${gate} was revoked.`,
  event_created: (title) => `The event ${title} was created. Next: clusters, categories and agenda.`,
  event_cloned: (title) => `${title} was made from the event before. Please look at days, quotas and agenda.`,
  event_there: () =>
    'The event was made when the page was sent before; nothing was written this time. To make another one, please open the page anew.',
  event_removed: (title) => `The event ${title} was removed.`,
  event_saved: (promoted, recounted) => `General facts saved.${moved(promoted)}${recountedIn(recounted)}`,
  cluster_saved: (number, promoted, deadline) => `Cluster ${number} saved.${moved(promoted)}${closed(deadline)}`,
  cluster_saved_invited: (number, count, promoted, deadline) =>
    `Cluster ${number} saved.${moved(promoted)} ${count} invitations name the old time or place: please tell the delegates.${closed(deadline)}`,
  cluster_added: (number, deadline) =>
    `Cluster ${number} added. Please add its units and share out the quotas.${closed(deadline)}`,
  cluster_removed: (number) => `Cluster ${number} removed.`,
  shares_saved: (number, promoted) => `Units and quotas of cluster ${number} saved.${moved(promoted)}`,
  categories_saved: () => 'Categories saved.',
  agenda_saved: () => 'Agenda saved.',
  unit_added: (unit) => `The unit ${unit} was added.`,
  unit_renamed: (unit) => `The unit is now called ${unit}.`,
  units_added: (count) => (count === '1' ? 'One unit was added.' : `${count} units were added.`),
  unit_ended: (unit) => `The end of ${unit} was noted.`,
  unit_corrected: (unit) => `Level, parent and code of ${unit} saved.`,
  unit_removed: (unit) => `The unit ${unit} was removed.`,
  unit_merged: (unit) => `The merger of ${unit} was noted.`,
  unit_restored: (unit) => `${unit} stands again: what was noted before was taken back.`,
  corrected: (name) => `Details of ${name} saved.`,
  corrected_nothing: () => 'There was nothing to save.',
  substituted: (name, old) => `${name} stands in for ${old}.`,
  substituted_letter: (name, old) =>
    `${name} stands in for ${old}. A new letter is queued; the old QR code no longer works.`,
  substituted_card: (name, old) =>
    `${name} stands in for ${old}. There is no email: the pass is ready to print; the old QR code no longer works.`,
  substituted_held: (name, old) =>
    `${name} stands in for ${old}; the old QR code no longer works. The new letter is held until the dates or hours of the cluster are fixed.`,
  substituted_over: (name, old) =>
    `${name} stands in for ${old}; the old QR code no longer works. The cluster is over, so no letter goes out.`,
  substituted_already: (name) => `This place has a substitute already: ${name}. Nothing was changed.`,
  person_withdrawn: () => 'This delegate was withdrawn before; nothing was changed.',
  merged: (name) => `The two entries of ${name} are one now.`,
  merged_promoted: (name, promoted) => `The two entries of ${name} are one now. From the waiting list: ${promoted}.`,
  merged_already: () => 'The two entries were merged before; nothing was changed.',
  list_reordered: () => 'The order of the list is saved.',
  list_order_same: () => 'The order is as it was.',
  placed_elsewhere: (cluster) => `Registered in cluster ${cluster} as well.`,
  placed_elsewhere_waiting: (cluster) =>
    `Cluster ${cluster} has no place left for this list: on the waiting list there.`,
  placed_in_clusters: (sentence) => `Registered there too. ${sentence}`,
  placed_nothing: () => 'Everybody chosen is in those clusters already; nothing was changed.',
  placed_already: (cluster) => `The delegate is in cluster ${cluster} already.`,
};
