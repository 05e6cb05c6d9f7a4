/** What a card and a row of the overview show, words and links ready. */
import { type Actor, isOrganiser, isRegistrar } from '../../domain/account.ts';
import { clockInWords, inZone, type Language, longDate } from '../../domain/words/document-date.ts';
import { listChip } from '../shared/list-chip.ts';
import type { Words } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import type { ClusterState, UnitState } from './cluster-state.ts';
import { countedHref } from './filter.ts';

export type Reading = {
  language: Language;
  t: Words;
  actor: Actor;
  /** The event in the address, which links to this page keep. */
  event?: string | undefined;
};

/** Who keeps the accounts reads the numbers and opens nothing behind them. */
const opens = (actor: Actor): boolean => isOrganiser(actor) || isRegistrar(actor);

/** A number in words that opens the rows behind it; ears get its cluster as well. */
const linkIn =
  (number: number, t: Words) =>
  (text: string, href: string): { text: string; href: string | undefined; label: string } => ({
    text,
    href,
    label: t.overview.numberIn(text, number),
  });

export function clusterCard(state: ClusterState, { language, t, actor, event }: Reading) {
  const { cluster, seated, waiting, drafts, present, units } = state;
  const starts = inZone(cluster.startsAt, cluster.zone);
  const isBelow = seated < cluster.min;
  const submitted = units.filter((unit) => unit.listState === 'submitted' || unit.listState === 'accepted').length;
  const { number } = cluster;
  const link = linkIn(number, t);
  return {
    href: opens(actor) ? links.desk({ clusterId: cluster.id }) : undefined,
    placesHref: isOrganiser(actor) ? links.places(cluster.id) : undefined,
    waitingHref: isOrganiser(actor) ? links.waiting(cluster.id) : undefined,
    name: t.layout.cluster(cluster.number),
    placesLabel: t.overview.places(cluster.number),
    when: `${longDate(starts, language)} · ${clockInWords(starts, language)}`,
    where: cluster.venue,
    seated,
    waiting,
    drafts,
    waitingText: waiting > 0 ? t.overview.waiting(waiting) : undefined,
    draftsLink: drafts > 0 ? link(t.overview.inDrafts(drafts), countedHref(event, number, 'with_drafts')) : undefined,
    presentLink:
      present > 0
        ? link(t.overview.present(present, seated), links.printedList({ clusterId: cluster.id, kind: 'attendance' }))
        : undefined,
    min: cluster.min,
    max: cluster.max,
    isBelow,
    sentence: isBelow ? t.overview.below(cluster.min - seated) : t.overview.within(cluster.max - seated),
    unitsIn: link(t.overview.unitsIn(submitted, units.length), countedHref(event, number, 'handed_in')),
  };
}

export function unitRow(state: ClusterState, unit: UnitState, { isFirst, t, actor }: Reading & { isFirst: boolean }) {
  const { cluster } = state;
  const desk = opens(actor) ? links.desk({ clusterId: cluster.id, unitId: unit.unitId }) : undefined;
  const letters = (column: 'invited' | 'confirmed' | 'declined') => {
    if (unit.invited === 0) return { number: t.layout.none, href: undefined, label: undefined };
    const search = new URLSearchParams({ show: column, unit: unit.unitId });
    const number = String(unit[column]);
    return {
      number,
      href: opens(actor) ? `${links.letters(cluster.id)}?${search}` : undefined,
      label: t.overview.toLetters(number, t.overview.columns[column], unit.unitName),
    };
  };
  return {
    isFirst,
    clusterNumber: cluster.number,
    clusterName: t.layout.cluster(cluster.number),
    name: unit.unitName,
    isHost: unit.isHost,
    href: desk,
    seated: unit.seated,
    quota: unit.quota,
    waiting: unit.waiting > 0 ? t.overview.waiting(unit.waiting) : undefined,
    waitingHref: isOrganiser(actor) ? links.waiting(cluster.id) : undefined,
    waitingLabel: t.overview.numberIn(t.overview.waiting(unit.waiting), cluster.number),
    drafts: unit.drafts > 0 ? t.overview.inDraft(unit.drafts) : undefined,
    draftsLabel: `${t.overview.inDraft(unit.drafts)}, ${unit.unitName}`,
    label: t.overview.ofQuota(unit.seated, unit.quota),
    isLow: unit.seated < unit.quota,
    list: listChip(unit.listState, t),
    numbers: [letters('invited'), letters('confirmed'), letters('declined')],
  };
}

/** What a registrar sees of a cluster: the own share first, and the reason when the list came back. */
export function unitCard(state: ClusterState, { language, t, actor }: Reading) {
  const own = state.units.find((unit) => unit.unitId === actor.unitId);
  const { number } = state.cluster;
  const desk = links.desk({ clusterId: state.cluster.id });
  const card = clusterCard(state, { language, t, actor });
  const deadline = inZone(state.cluster.registrationDeadline, state.cluster.zone);
  return {
    ...card,
    // Which of the others have handed in is theirs and the organiser's to know.
    unitsIn: { ...card.unitsIn, href: undefined },
    quota: t.overview.quotaOf(own?.seated ?? 0, own?.quota ?? 0),
    ownWaiting: own && own.waiting > 0 ? t.registration.waitingCount(own.waiting) : undefined,
    list: own && listChip(own.listState, t),
    returned: own?.listState === 'returned' ? t.overview.returnedReason(own.returnReason) : undefined,
    // The drafts of other units are theirs alone; the head counts of the cluster are everybody's.
    drafts: own?.drafts ?? 0,
    draftsLink: own && own.drafts > 0 ? linkIn(number, t)(t.overview.inDrafts(own.drafts), desk) : undefined,
    deadline: t.overview.deadline(`${clockInWords(deadline, language)}, ${longDate(deadline, language)}`),
    lettersHref: links.letters(state.cluster.id),
    doorHref: own?.isHost ? links.door(state.cluster.id) : undefined,
  };
}
