/** The clerk's desk: paste box, quota and places left, and the list as it stands. */
import type { Request, Response } from 'express';
import { clustersOfEvent, participantsOf } from '../../db/clusters.ts';
import { type Registration, registrationsOf } from '../../db/registrations.ts';
import { type Context, instant } from '../context.ts';
import { type Actor, scopeOf } from '../domain/account.ts';
import { clockInWords, inZone, longDate } from '../domain/document-date.ts';
import { placesLeft } from '../domain/seating.ts';
import { addressed } from '../domain/vietnamese/person-name.ts';
import { showPhone } from '../domain/vietnamese/phone.ts';
import { clusterTabs } from '../http/cluster-tabs.ts';
import { listChip } from '../http/list-chip.ts';
import { sendPage } from '../http/page.ts';
import { languageOf } from '../http/reader.ts';
import { actorOf, param } from '../http/route.ts';
import { type Words, wordsIn } from '../i18n/catalogue.ts';
import { isPastDeadline, type ListFacts, loadListFacts } from './list-facts.ts';

export async function showDesk(
  context: Context,
  req: Request,
  res: Response,
  { status = 200, text = '', problem }: { status?: number; text?: string; problem?: string } = {},
): Promise<void> {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const { read } = context.db;
  const unitId = typeof req.query['unit'] === 'string' ? req.query['unit'] : (req.body?.unit as string | undefined);
  const facts = await loadListFacts(read, actor, { clusterId: param(req, 'clusterId'), unitId: unitId || undefined });
  const { cluster, unit, event } = facts;
  const clusters = await clustersOfEvent(read, scopeOf(actor), event.id);
  const registrations = await registrationsOf(read, {
    clusterId: cluster.id,
    scope: scopeOf(actor),
    unitId: unit.unitId,
  });
  await sendPage(req, res, 'registration/desk', {
    status,
    tab: 'registration',
    title: t.registration.title(cluster.number),
    clusterTabs: clusterTabs(clusters, {
      current: cluster.id,
      href: ({ id }) => `/clusters/${id}/registrations`,
      words: t,
    }),
    ...deskHead(context, req, actor, facts),
    units: actor.role === 'registrar' ? [] : await unitChoices(context, cluster.id, unit.unitId),
    text,
    problem,
    emptyLines: [1, 2, 3],
    registrations: registrations.map((registration) => listedDelegate(registration, t)),
    canAccept: actor.role !== 'registrar' && unit.listState === 'submitted',
    acceptAction: `/clusters/${cluster.id}/units/${unit.unitId}/accept`,
  });
}

async function unitChoices(context: Context, clusterId: string, current: string) {
  const units = await participantsOf(context.db.read, clusterId);
  return units.map((unit) => ({ value: unit.unitId, label: unit.unitName, isCurrent: unit.unitId === current }));
}

/** What the desk and the review page show alike: where, until when, how many places. */
export function deskHead(context: Context, req: Request, actor: Actor, facts: ListFacts) {
  const { cluster, unit, capacity } = facts;
  const language = languageOf(req);
  const words = wordsIn(language).registration;
  const starts = inZone(cluster.startsAt, cluster.zone);
  const deadline = inZone(cluster.registrationDeadline, cluster.zone);
  const left = deadline.diff(context.now(), ['days', 'hours']);
  const isPast = instant(context) > cluster.registrationDeadline;
  return {
    cluster: { id: cluster.id, number: cluster.number },
    unit: { id: unit.unitId, name: unit.unitName, isHost: unit.isHost },
    action: `/clusters/${cluster.id}/registrations`,
    when: `${clockInWords(starts, language)}, ${longDate(starts, language)}`,
    venue: cluster.venue,
    deadline: `${clockInWords(deadline, language)}, ${longDate(deadline, language)}`,
    deadlineLeft: isPast ? words.deadlinePassed : words.deadlineLeft(left.days, Math.floor(left.hours)),
    isClosed: isPastDeadline(actor, cluster, instant(context)),
    quota: {
      used: words.quotaUsed(capacity.seatedInUnit, capacity.quota),
      seated: capacity.seatedInUnit,
      of: capacity.quota,
      left: words.placesLeft(placesLeft(capacity)),
      hasPlaces: placesLeft(capacity) > 0,
      waiting: facts.waitingInUnit > 0 ? words.waitingCount(facts.waitingInUnit) : undefined,
    },
    whole: {
      title: words.wholeCluster(cluster.number),
      seated: capacity.seatedInCluster,
      waiting: facts.waitingInCluster,
      min: cluster.min,
      max: cluster.max,
    },
    categories: facts.categories.map(({ code, name }) => ({ code, name })),
    hostOnlyNote: unit.isHost || facts.rules.level === 'city' ? undefined : words.hostOnlyNote(cluster.hostUnit.name),
    canOverride: actor.role !== 'registrar',
    listState: listChip(unit.listState, wordsIn(language)),
  };
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
    withdrawHref: `/registrations/${registration.id}/withdraw`,
    withdrawLabel: t.registration.withdrawPerson(name),
  };
}
