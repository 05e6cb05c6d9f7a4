/** One entry of the history as a person reads it: when, who, what in a sentence, and why. */
import { type HistoryEntry, type HistoryNames, mayTellWhy, namedRegistrations } from '../domain/history-entry.ts';
import type { Scope } from '../domain/account.ts';
import type { AuditAction } from '../domain/audit-action.ts';
import { clock, inZone, shortDate } from '../domain/words/document-date.ts';
import { changesInWords } from './change-words.ts';
import type { HistoryWords } from './vi/history.ts';

export type HistoryLine = { seq: number; at: string; who: string; what: string; why: string };

export function historyLine(
  entry: HistoryEntry,
  { names, scope, words, zone }: { names: HistoryNames; scope: Scope; words: HistoryWords; zone: string },
): HistoryLine {
  const time = inZone(entry.at, zone);
  return {
    seq: entry.seq,
    at: `${clock(time)}, ${shortDate(time)}`,
    who: whoOf(entry.actor, names, words),
    what: sentenceOf(entry, names, words),
    why: mayTellWhy(entry, scope) ? (entry.reason ?? text(entry, 'reason') ?? text(entry, 'override') ?? '') : '',
  };
}

function whoOf(actor: string, names: HistoryNames, words: HistoryWords): string {
  const [kind, id = ''] = actor.split(':');
  switch (kind) {
    case 'account':
      return names.accounts.get(id) ?? (names.strangers.has(id) ? words.otherUnit : words.formerAccount);
    case 'invitation':
      return words.delegate;
    case 'device':
      return words.device;
    default:
      return words.system;
  }
}

const text = ({ detail }: HistoryEntry, key: string): string | undefined =>
  typeof detail[key] === 'string' && detail[key] !== '' ? detail[key] : undefined;

const number = ({ detail }: HistoryEntry, key: string): number => (typeof detail[key] === 'number' ? detail[key] : 0);

/** An entry with the names most sentences need. */
type Told = { entry: HistoryEntry; names: HistoryNames; words: HistoryWords; unit: string; name: string };
type Sentence = (told: Told) => string;

/** An act of a later version than this one is named as it is stored. */
function sentenceOf(entry: HistoryEntry, names: HistoryNames, words: HistoryWords): string {
  const unit = names.units.get(entry.unitIds[0] ?? '') ?? words.anotherUnit;
  const name = names.delegates.get(entry.registrationId ?? '') ?? words.someDelegate;
  const sentence = isKnown(entry.action) ? sentences[entry.action] : byItsName;
  return sentence({ entry, names, words, unit, name });
}

const isKnown = (action: string): action is AuditAction => Object.hasOwn(sentences, action);

/** The neutral sentence. */
const byItsName: Sentence = ({ entry, words }) => words.other(entry.action);

const ofLists = {
  delegates_registered({ entry, names, words, unit }) {
    const counts = { seated: number(entry, 'seated'), waiting: number(entry, 'waiting') };
    if (isOfPerson(entry)) return words.registeredInCluster({ unit, ...counts, names: othersOf(entry, names, words) });
    return words.registered({ unit, ...counts, byRequest: text(entry, 'request') !== undefined });
  },
  list_accepted: ({ words, unit }) => words.accepted(unit),
  list_handed_in_again: ({ words, unit }) => words.handedInAgain(unit),
  list_reopened: ({ words, unit }) => words.reopened(unit),
  list_reordered: ({ words, unit }) => words.reordered(unit),
  list_returned: ({ words, unit }) => words.returned(unit),
  draft_discarded: ({ entry, words, unit }) => words.draftDiscarded(unit, number(entry, 'rows')),
  change_requested: ({ entry, names, words, unit }) =>
    isOfPerson(entry)
      ? words.askedCorrection(unit, othersOf(entry, names, words))
      : words.asked(unit, number(entry, 'rows')),
  change_approved: ({ entry, names, words, unit }) =>
    isOfPerson(entry)
      ? words.approvedCorrection(unit, othersOf(entry, names, words))
      : words.approved(unit, number(entry, 'seated'), number(entry, 'waiting')),
  change_refused: ({ words, unit }) => words.refused(unit),
} satisfies Partial<Record<AuditAction, Sentence>>;

const ofSeats = {
  capacity_changed: ({ entry, words }) => words.capacity(number(entry, 'before'), number(entry, 'max')),
  capacity_raised: ({ entry, words }) => words.capacity(number(entry, 'from'), number(entry, 'to')),
  delegate_seated: ({ entry, words, name, unit }) => words.seated(name, unit, entry.detail['aboveQuota'] === true),
  delegates_promoted: ({ entry, names, words, unit }) => words.promoted(othersOf(entry, names, words), unit),
  places_moved: (told) => told.words.moved(number(told.entry, 'count'), unitAt(told, 'from'), unitAt(told, 'to')),
  quota_changed: ({ entry, words, unit }) => words.quota(unit, number(entry, 'before'), number(entry, 'quota')),
} satisfies Partial<Record<AuditAction, Sentence>>;

const ofPeople = {
  delegate_corrected: ({ words, name, unit }) => words.corrected(name, unit),
  delegate_substituted: ({ entry, names, words, name, unit }) =>
    words.substituted(name, othersOf(entry, names, words), unit),
  delegate_withdrawn: ({ words, name, unit }) => words.withdrawn(name, unit),
  delegates_merged: ({ words, name, unit }) => words.merged(name, unit),
  invitation_confirmed: ({ words, name }) => words.confirmed(name),
  invitation_declined: ({ words, name }) => words.declined(name),
  invitations_sent: ({ entry, words }) => words.invited(number(entry, 'letters'), number(entry, 'toPrint')),
} satisfies Partial<Record<AuditAction, Sentence>>;

const ofEvents = {
  agenda_changed: ({ entry, words }) => withChanges(entry, words, words.agendaChanged(), words.fields.agenda),
  categories_changed: ({ entry, words }) =>
    withChanges(entry, words, words.categoriesChanged(), words.fields.categories),
  cluster_added: ({ words }) => words.clusterAdded(),
  cluster_changed: ({ entry, words }) => withChanges(entry, words, words.clusterChanged(), words.fields.cluster),
  cluster_removed: ({ entry, words }) => words.clusterRemoved(number(entry, 'number')),
  event_changed: ({ entry, words }) => withChanges(entry, words, words.eventChanged(), words.fields.event),
  event_cloned: ({ words }) => words.eventCloned(),
  event_created: ({ words }) => words.eventCreated(),
  event_removed: byItsName,
  plan_loaded: ({ words }) => words.planLoaded(),
  shares_changed: ({ entry, words }) => withChanges(entry, words, words.quotasChanged(), words.fields.shares),
} satisfies Partial<Record<AuditAction, Sentence>>;

const ofUnits = {
  unit_added: ({ words, unit }) => words.unitAdded(unit),
  unit_corrected: ({ entry, words, unit }) => withChanges(entry, words, words.unitCorrected(unit), words.fields.unit),
  unit_ended: ({ words, unit }) => words.unitEnded(unit),
  unit_merged: (told) => told.words.unitMerged(told.unit, unitAt(told, 'successor')),
  unit_removed: byItsName,
  unit_renamed: ({ entry, words, unit }) => withChanges(entry, words, words.unitRenamed(unit), words.fields.unit),
  unit_restored: ({ words, unit }) => words.unitRestored(unit),
} satisfies Partial<Record<AuditAction, Sentence>>;

/** What concerns an account or a phone is on no page of the history. */
const ofAccess = {
  account_disabled: byItsName,
  account_enabled: byItsName,
  account_invited: byItsName,
  account_moved: byItsName,
  device_offered: byItsName,
  device_paired: byItsName,
  device_revoked: byItsName,
  first_admin_created: byItsName,
  link_made: byItsName,
  password_changed: byItsName,
  password_set_by_link: byItsName,
  sign_in_refused: byItsName,
  signed_in: byItsName,
} satisfies Partial<Record<AuditAction, Sentence>>;

/** Every act has a sentence: one that is forgotten does not pass the types. */
const sentences: Record<AuditAction, Sentence> = {
  ...ofLists,
  ...ofSeats,
  ...ofPeople,
  ...ofEvents,
  ...ofUnits,
  ...ofAccess,
};

const unitAt = ({ entry, names, words }: Told, key: string): string =>
  names.units.get(text(entry, key) ?? '') ?? words.anotherUnit;

type Labels = Readonly<Record<string, string>>;

/** Earlier entries kept the names of the fields only, or nothing. */
function withChanges({ detail }: HistoryEntry, words: HistoryWords, what: string, fields: Labels): string {
  const { changes, changed } = detail;
  if (typeof changes === 'object') return words.withChanges(what, changesInWords(changes, { fields, words }));
  if (typeof changed !== 'string' || changed === '') return what;
  return words.withChanges(
    what,
    changed
      .split(',')
      .map((field) => fields[field] ?? field)
      .join(', '),
  );
}
/** The entry is about people of the list, not about rows to come. */
const isOfPerson = (entry: HistoryEntry): boolean => namedRegistrations(entry).length > 0;

/** Those whom an entry names besides the one it is about; a number where a name may not be seen. */
function othersOf(entry: HistoryEntry, names: HistoryNames, words: HistoryWords): string {
  const ids = namedRegistrations(entry).filter((id) => id !== entry.registrationId);
  const known = ids.flatMap((id) => names.delegates.get(id) ?? []);
  return known.length === ids.length ? known.join(', ') : words.someDelegates(ids.length);
}
