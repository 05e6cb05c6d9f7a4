/** The clerk's desk: paste box, quota and places left, and the list as it stands. */
import { isPastDeadline } from '../../domain/cluster-clock.ts';
import type { Request, Response } from 'express';
import type { DateTime } from 'luxon';
import { clustersOfEvent, participantsOf } from '../../../db/events/clusters.ts';
import { type Draft, draftOf } from '../../../db/lists/drafts.ts';
import { type Registration, registrationsOf } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import { type Actor, scopeOf, isOrganiser, isRegistrar } from '../../domain/account.ts';
import { emptyRow, rowAnswers, rowFields, type TypedRow } from '../../domain/list/row.ts';
import { clock, clockInWords, dayMonth, inZone, longDate } from '../../domain/words/document-date.ts';
import { outlookOf } from '../../domain/seats/outlook.ts';
import { seatsLeft } from '../../domain/seats/seating.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { showPhone } from '../../domain/vietnamese/phone.ts';
import { clusterTabs } from '../shared/cluster-tabs.ts';
import { listChip } from '../shared/list-chip.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { type Words, wordsIn } from '../../i18n/catalogue.ts';
import type { DeskWords } from '../../i18n/vi/desk.ts';
import { listFingerprint } from '../../actions/lists/accept-list.ts';
import { links } from '../links.ts';
import { listStatusNotes } from './list-status-notes.ts';
import type { DeskForm } from './forms.ts';
import { countByCategory, gridFacts, gridTexts } from './grid-facts.ts';
import { type ListFacts, loadListFacts, wayInto } from '../../actions/lists/list-facts.ts';
import { sortAsked, sortedList, sortLinks } from './list-sorting.ts';

/** What a form that could not be carried out comes back with. */
export type DeskAnswer = {
  status?: number;
  typed?: Pick<DeskForm, 'text' | 'tableRows'>;
  problem?: string;
  /** What keeps something else on the page from being done. */
  note?: string;
  /** Why the uploaded file could not be read. */
  fileProblem?: string;
  /** The unit an organiser works for, when the body was no ordinary form. */
  unitId?: string | undefined;
  /** The draft moved on meanwhile; what was typed is shown, and saving it again replaces the other one. */
  isStale?: boolean;
};

const EMPTY_LINES = 3;

export async function showDesk(
  context: Context,
  req: Request,
  res: Response,
  { status = 200, typed, problem, note, fileProblem, unitId: wanted, isStale = false }: DeskAnswer = {},
): Promise<void> {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const { read } = context.db;
  const asked = typeof req.query['unit'] === 'string' ? req.query['unit'] : (req.body?.unit as string | undefined);
  const unitId = wanted ?? asked;
  const facts = await loadListFacts(read, actor, { clusterId: param(req, 'clusterId'), unitId: unitId || undefined });
  const { cluster, unit, event } = facts;
  const clusters = await clustersOfEvent(read, scopeOf(actor), event.id);
  const registrations = await registrationsOf(read, {
    clusterId: cluster.id,
    scope: scopeOf(actor),
    unitId: unit.unitId,
  });
  const sort = sortAsked(req);
  const draft = await draftOf(read, { clusterId: cluster.id, unitId: unit.unitId });
  const isForOwnUnit = isRegistrar(actor);
  const deskUrl = links.desk({ clusterId: cluster.id, unitId: isForOwnUnit ? undefined : unit.unitId });
  await sendPage(req, res, 'desk/desk', {
    status,
    tab: 'registration',
    title: t.registration.title(cluster.number),
    clusterTabs: clusterTabs(clusters, {
      current: cluster.id,
      href: ({ id }) => links.desk({ clusterId: id }),
      words: t,
    }),
    ...deskHead(context, req, actor, facts),
    units: isForOwnUnit ? [] : await unitChoices(context, cluster.id, unit.unitId),
    text: typed?.text ?? '',
    problem,
    note,
    fileProblem,
    fileAction: links.file(cluster.id),
    templateHref: links.template({ clusterId: cluster.id, unitId: isForOwnUnit ? undefined : unit.unitId }),
    orderHref: links.order({ clusterId: cluster.id, unitId: unit.unitId }),
    otherClustersHref:
      !isForOwnUnit && unit.unitId === event.leadUnit.id && clusters.length > 1
        ? links.otherClusters(cluster.id)
        : undefined,
    sortLinks: sortLinks(req.method === 'GET' ? req.originalUrl : deskUrl, sort, t.people),
    fields: rowFields,
    typedLines: typedLines(typed?.tableRows ?? draft.rows),
    draft: shownDraft(draft, {
      isStale,
      zone: cluster.zone,
      now: context.now(),
      reader: actor.fullName,
      words: t.desk,
    }),
    deskUrl,
    grid: gridFacts(facts, { registrations, deskUrl }),
    gridTexts: gridTexts(t),
    categoryCounts: countByCategory(registrations),
    registrations: sortedList(registrations, sort).map((registration) => listedDelegate(registration, t)),
    canAccept: !isForOwnUnit && unit.listState === 'submitted',
    acceptAction: links.acceptList({ clusterId: cluster.id, unitId: unit.unitId }),
    version: listFingerprint(registrations),
    listStatus: await listStatusNotes(context, actor, facts, t),
  });
}

/** The rows as fields of the plain form, and a few empty ones below. */
function typedLines(rows: readonly TypedRow[]) {
  const all = [...rows, ...Array.from({ length: EMPTY_LINES }, emptyRow)];
  return all.map((row, index) => ({
    line: index + 1,
    cells: rowFields.map((field) => ({ field, value: row[field] })),
    answers: rowAnswers.filter((answer) => row[answer]),
  }));
}

function shownDraft(
  { rows, version, saved }: Draft,
  {
    isStale,
    zone,
    now,
    reader,
    words,
  }: { isStale: boolean; zone: string; now: DateTime; reader: string; words: DeskWords },
) {
  const time = saved && shortMoment(inZone(saved.at, zone), now);
  return {
    version,
    rows: rows.length,
    saved: saved && time && (saved.by === reader ? words.savedAt(time) : words.savedBy(saved.by, time)),
    stale: isStale ? (saved && time ? words.stale(saved.by, time) : words.staleGone) : undefined,
  };
}

/** 08:47, and the day when it is another one. */
const shortMoment = (time: DateTime, now: DateTime): string =>
  time.hasSame(now.setZone(time.zone), 'day') ? clock(time) : `${clock(time)}, ${dayMonth(time)}`;

async function unitChoices(context: Context, clusterId: string, current: string) {
  const units = await participantsOf(context.db.read, clusterId);
  return units.map((unit) => ({ value: unit.unitId, label: unit.unitName, isCurrent: unit.unitId === current }));
}

/** What the desk and the review page show alike: where, until when, how many places. */
export function deskHead(context: Context, req: Request, actor: Actor, facts: ListFacts) {
  const { cluster, unit, capacity } = facts;
  const language = languageOf(req);
  const { registration: words, desk } = wordsIn(language);
  const outlook = outlookOf(capacity.seatedInCluster, cluster);
  const starts = inZone(cluster.startsAt, cluster.zone);
  const deadline = inZone(cluster.registrationDeadline, cluster.zone);
  const left = deadline.diff(context.now(), ['days', 'hours']);
  const isPast = isPastDeadline(cluster, instant(context));
  return {
    cluster: { id: cluster.id, number: cluster.number },
    unit: { id: unit.unitId, name: unit.unitName, isHost: unit.isHost },
    action: links.desk({ clusterId: cluster.id }),
    when: `${clockInWords(starts, language)}, ${longDate(starts, language)}`,
    venue: cluster.venue,
    deadline: `${clockInWords(deadline, language)}, ${longDate(deadline, language)}`,
    deadlineLeft: isPast ? words.deadlinePassed : words.deadlineLeft(left.days, Math.floor(left.hours)),
    isByRequest: wayInto(actor, facts, instant(context)).kind === 'request',
    quota: {
      used: words.quotaUsed(capacity.seatedInUnit, capacity.quota),
      seated: capacity.seatedInUnit,
      of: capacity.quota,
      left: words.seatsLeft(seatsLeft(capacity)),
      hasSeats: seatsLeft(capacity) > 0,
      waiting: capacity.waitingInUnit > 0 ? words.waitingCount(capacity.waitingInUnit) : undefined,
    },
    whole: {
      title: words.wholeCluster(cluster.number),
      said: desk.whole(capacity.seatedInCluster, facts.waitingInCluster),
      outlook: desk.grid.outlook[outlook.kind].replace('{count}', String(outlook.count)),
      isEnough: outlook.kind === 'enough',
      seated: capacity.seatedInCluster,
      waiting: facts.waitingInCluster,
      min: cluster.min,
      max: cluster.max,
    },
    categories: facts.categories.map(({ code, name }) => ({ code, name })),
    hostOnlyNote: hostOnlyNote(facts, words),
    canOverride: isOrganiser(actor),
    listState: listChip(unit.listState, wordsIn(language)),
  };
}

/** Which categories only the host registers, as this event has them; nothing where there are none. */
function hostOnlyNote({ unit, cluster, rules }: ListFacts, words: Words['registration']): string | undefined {
  const codes = rules.categories.filter(({ hostOnly }) => hostOnly).map(({ code }) => code);
  if (unit.isHost || rules.level === 'city' || codes.length === 0) return undefined;
  return words.hostOnlyNote(cluster.hostUnit.name, codes.join(', '));
}

function listedDelegate(registration: Registration, t: Words) {
  const name = addressed(registration);
  return {
    id: registration.id,
    name,
    position: registration.position,
    workplace: registration.workplace,
    category: registration.categoryCodes.join(', '),
    phone: registration.phone ? showPhone(registration.phone) : t.layout.none,
    email: registration.email,
    isSeated: registration.seat === 'seated',
    seat: t.registration.seat[registration.seat],
    href: links.person(registration.id),
    withdrawHref: links.withdraw(registration.id),
    withdrawLabel: t.registration.withdrawPerson(name),
  };
}
