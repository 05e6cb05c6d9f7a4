/** Where the places of a cluster are, who waits for one, and the three ways to make room. */
import type { Request, Response } from 'express';
import { clustersOfEvent } from '../../../db/events/clusters.ts';
import { eventById } from '../../../db/events/events.ts';
import { type Registration, waitingDelegates } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import { scopeOf } from '../../domain/account.ts';
import { clock, inZone, shortDate } from '../../domain/words/document-date.ts';
import { freeSeats, waitingWhileFree } from '../../domain/seats/seating.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { clusterTabs } from '../shared/cluster-tabs.ts';
import { found } from '../../errors.ts';
import { listChip } from '../shared/list-chip.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { type Words, wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import type { CapacityField, CapacityTyped, MoveField, MoveTyped, Problems, QuotaField, QuotaTyped } from './forms.ts';
import { loadSeatFacts, type SeatFacts, type UnitWithSeats } from '../../actions/places/seat-facts.ts';

type Filled<Typed, Field extends string> = { typed: Typed; problems: Problems<Field> };

/** A form that was refused, as it was typed; the others stand empty. */
export type RefusedForm = {
  move?: Filled<MoveTyped, MoveField>;
  quota?: Filled<QuotaTyped, QuotaField>;
  capacity?: Filled<CapacityTyped, CapacityField>;
};

export async function showPlaces(
  context: Context,
  req: Request,
  res: Response,
  { status = 200, ...refused }: RefusedForm & { status?: number } = {},
): Promise<void> {
  const actor = actorOf(res);
  const { read } = context.db;
  const t = wordsIn(languageOf(req));
  const facts = await loadSeatFacts(read, actor, param(req, 'clusterId'));
  const { cluster } = facts;
  const event = found(await eventById(read, cluster.eventId));
  const clusters = await clustersOfEvent(read, scopeOf(actor), cluster.eventId);
  const waiting = await waitingDelegates(read, cluster.id);
  const { version } = facts;
  const { quotas } = facts.numbers;
  const free = Math.max(0, cluster.max - facts.seated);
  const stuck = waitingWhileFree(cluster, facts.units, instant(context));
  await sendPage(req, res, 'places/places', {
    status,
    tab: 'registration',
    title: t.listStatus.placesTitle(cluster.number),
    sub: t.listStatus.placesSub({ quotas, max: cluster.max }),
    clusterTabs: clusterTabs(clusters, { current: cluster.id, href: ({ id }) => links.places(id), words: t }),
    historyHref: links.clusterHistory({ clusterId: cluster.id }),
    gauge: { seated: facts.seated, waiting: facts.waiting, min: cluster.min, max: cluster.max },
    caption: t.listStatus.placesTable(cluster.number),
    rows: facts.units.map((unit) => unitRow(unit, facts, t)),
    total: { quotas: t.listStatus.totalQuota(quotas, cluster.max), seated: facts.seated, waiting: facts.waiting, free },
    promotes: event.promotesFreedPlaces ? t.listStatus.promotes : t.listStatus.promotesNot,
    stuck: stuck && t.listStatus.waitingWhileFree(stuck.waiting, stuck.free),
    waitingTitle: t.listStatus.waitingTitle(waiting.length),
    waiting: waiting.map((registration, index) => waitingRow(registration, index + 1, cluster.zone, t)),
    version,
    move: {
      action: links.movePlaces(cluster.id),
      typed: refused.move?.typed ?? { from: '', to: '', count: '', reason: '' },
      problems: refused.move?.problems ?? {},
      from: choices(facts, (unit) => t.listStatus.unitFree(unit.unitName, freeOf(unit))),
      to: choices(facts, (unit) => t.listStatus.unitWaiting(unit.unitName, unit.waiting)),
    },
    quota: {
      action: links.quota(cluster.id),
      typed: refused.quota?.typed ?? { unit: '', quota: '', reason: '' },
      problems: refused.quota?.problems ?? {},
      units: choices(facts, (unit) => t.listStatus.unitQuota(unit.unitName, unit.quota)),
    },
    capacity: {
      action: links.capacity(cluster.id),
      typed: refused.capacity?.typed ?? { max: String(cluster.max), reason: '' },
      problems: refused.capacity?.problems ?? {},
      hint: t.listStatus.capacityHint(facts.seated),
    },
  });
}

/** What a unit could give away: its own places nobody sits on. */
const freeOf = (unit: UnitWithSeats): number => Math.max(0, unit.quota - unit.seated);

const choices = ({ units }: SeatFacts, label: (unit: UnitWithSeats) => string) =>
  units.map((unit) => ({ value: unit.unitId, label: label(unit) }));

function unitRow(unit: UnitWithSeats, { cluster, seated }: SeatFacts, t: Words) {
  const above = unit.seated - unit.quota;
  const left = freeSeats({
    max: cluster.max,
    quota: unit.quota,
    seatedInCluster: seated,
    seatedInUnit: unit.seated,
  });
  return {
    name: unit.unitName,
    isHost: unit.isHost,
    href: links.desk({ clusterId: cluster.id, unitId: unit.unitId }),
    quota: unit.quota,
    seated: unit.seated,
    above: above > 0 ? t.listStatus.aboveQuota(above) : undefined,
    waiting: unit.waiting,
    free: left,
    list: listChip(unit.listState, t),
  };
}

function waitingRow(registration: Registration, order: number, zone: string, t: Words) {
  const name = addressed(registration);
  const sent = inZone(registration.submittedAt, zone);
  return {
    order,
    name,
    post: [registration.position, registration.workplace].filter((part) => part !== '').join(', '),
    unit: registration.unitName,
    since: `${clock(sent)}, ${shortDate(sent)}`,
    seatHref: links.seat(registration.id),
    seatLabel: t.listStatus.seatPerson(name),
  };
}
