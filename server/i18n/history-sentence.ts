/** One entry of the history as a person reads it: when, who, what in a sentence, and why. */
import { type HistoryEntry, type HistoryNames, mayTellWhy, namedRegistrations } from '../domain/history-entry.ts';
import type { Scope } from '../domain/account.ts';
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

function sentenceOf(entry: HistoryEntry, names: HistoryNames, words: HistoryWords): string {
  const unitAt = (key: string) => names.units.get(text(entry, key) ?? '') ?? words.anotherUnit;
  const unit = names.units.get(entry.unitIds[0] ?? '') ?? words.anotherUnit;
  const name = names.delegates.get(entry.registrationId ?? '') ?? words.someDelegate;
  switch (entry.action) {
    case 'delegates_registered': {
      const counts = { seated: number(entry, 'seated'), waiting: number(entry, 'waiting') };
      if (isOfPerson(entry))
        return words.registeredElsewhere({ unit, ...counts, names: othersOf(entry, names, words) });
      return words.registered({ unit, ...counts, byRequest: text(entry, 'request') !== undefined });
    }
    case 'list_accepted':
      return words.accepted(unit);
    case 'list_reopened':
      return words.reopened(unit);
    case 'list_returned':
      return words.returned(unit);
    case 'list_handed_in_again':
      return words.handedInAgain(unit);
    case 'change_requested':
      if (isOfPerson(entry)) return words.askedCorrection(unit, othersOf(entry, names, words));
      return words.asked(unit, number(entry, 'rows'));
    case 'change_approved':
      if (isOfPerson(entry)) return words.approvedCorrection(unit, othersOf(entry, names, words));
      return words.approved(unit, number(entry, 'seated'), number(entry, 'waiting'));
    case 'change_refused':
      return words.refused(unit);
    case 'places_moved':
      return words.moved(number(entry, 'count'), unitAt('from'), unitAt('to'));
    case 'quota_changed':
      return words.quota(unit, number(entry, 'before'), number(entry, 'quota'));
    case 'capacity_changed':
      return words.capacity(number(entry, 'before'), number(entry, 'max'));
    case 'capacity_raised':
      return words.capacity(number(entry, 'from'), number(entry, 'to'));
    case 'delegate_seated':
      return words.seated(name, unit, entry.detail['aboveQuota'] === true);
    case 'delegates_promoted':
      return words.promoted(othersOf(entry, names, words), unit);
    case 'delegate_withdrawn':
      return words.withdrawn(name, unit);
    case 'delegate_substituted':
      return words.substituted(name, othersOf(entry, names, words), unit);
    case 'delegates_merged':
      return words.merged(name, unit);
    case 'delegate_corrected':
      return words.corrected(name, unit);
    case 'list_reordered':
      return words.reordered(unit);
    case 'draft_discarded':
      return words.draftDiscarded(unit, number(entry, 'rows'));
    case 'invitation_confirmed':
      return words.confirmed(name);
    case 'invitation_declined':
      return words.declined(name);
    case 'invitations_sent':
      return words.invited(number(entry, 'letters'), number(entry, 'toPrint'));
    case 'cluster_changed':
      return withChanges(entry, words, words.clusterChanged(), words.fields.cluster);
    case 'cluster_added':
      return words.clusterAdded();
    case 'cluster_removed':
      return words.clusterRemoved(number(entry, 'number'));
    case 'shares_changed':
      return withChanges(entry, words, words.sharesChanged(), words.fields.shares);
    case 'event_created':
      return words.eventCreated();
    case 'event_cloned':
      return words.eventCloned();
    case 'plan_loaded':
      return words.planLoaded();
    case 'event_changed':
      return withChanges(entry, words, words.eventChanged(), words.fields.event);
    case 'categories_changed':
      return withChanges(entry, words, words.categoriesChanged(), words.fields.categories);
    case 'agenda_changed':
      return withChanges(entry, words, words.agendaChanged(), words.fields.agenda);
    case 'unit_added':
      return words.unitAdded(unit);
    case 'unit_renamed':
      return withChanges(entry, words, words.unitRenamed(unit), words.fields.unit);
    case 'unit_merged':
      return words.unitMerged(unit, unitAt('successor'));
    case 'unit_corrected':
      return withChanges(entry, words, words.unitCorrected(unit), words.fields.unit);
    case 'unit_ended':
      return words.unitEnded(unit);
    case 'unit_restored':
      return words.unitRestored(unit);
    default:
      return words.other(entry.action);
  }
}

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
