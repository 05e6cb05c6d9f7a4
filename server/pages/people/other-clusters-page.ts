/** The guests of the city in one cluster, with the other clusters beside them: who comes there too is ticked. */
import type { Request, Response } from 'express';
import { type Cluster, clusterById, clustersOfEvent, participantsIn } from '../../../db/events/clusters.ts';
import { eventById } from '../../../db/events/events.ts';
import { type Registration, registrationsOf } from '../../../db/people/registrations.ts';
import type { Context } from '../../context.ts';
import { scopeOf } from '../../domain/account.ts';
import { dayMonth, inZone } from '../../domain/words/document-date.ts';
import { seatsLeft } from '../../domain/seats/seating.ts';
import { fold } from '../../domain/vietnamese/fold.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { found } from '../../errors.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { type Words, wordsIn } from '../../i18n/catalogue.ts';
import { loadListFacts } from '../../actions/lists/list-facts.ts';
import { links } from '../links.ts';
import { readPlacesForm } from './people-forms.ts';
import { type ClusterOutcome, registerAllInClusters } from '../../actions/people/register-all-in-clusters.ts';

type Column = { cluster: Cluster; guests: readonly Registration[] };

export async function showOtherClusters(
  context: Context,
  req: Request,
  res: Response,
  { status = 200, note }: { status?: number; note?: string } = {},
): Promise<void> {
  const t = wordsIn(languageOf(req));
  const { cluster, leadUnit, guests, columns } = await loadGuests(context, req, res);
  const deskHref = links.desk({ clusterId: cluster.id, unitId: leadUnit.id });
  await sendPage(req, res, 'people/other-clusters', {
    status,
    tab: 'registration',
    title: t.people.otherClustersTitle,
    subtitle: t.people.otherClustersSub(cluster.number, leadUnit.name),
    note,
    action: links.otherClusters(cluster.id),
    deskHref,
    columns: await Promise.all(columns.map((column) => columnHead(context, res, column, t))),
    guests: guests.map((guest) => ({
      name: addressed(guest),
      href: links.person(guest.id),
      post: [guest.position, guest.workplace].filter((part) => part !== '').join(', '),
      cells: columns.map((column) => cellOf(guest, column, t)),
    })),
    canTick: guests.some((guest) => columns.some((column) => cellOf(guest, column, t).isTick)),
  });
}

/** The city's list of the cluster, and its lists in the other clusters it takes part in. */
async function loadGuests(context: Context, req: Request, res: Response) {
  const { read } = context.db;
  const scope = scopeOf(actorOf(res));
  const cluster = found(await clusterById(read, scope, param(req, 'clusterId')));
  const { leadUnit } = found(await eventById(read, cluster.eventId));
  const clusters = await clustersOfEvent(read, scope, cluster.eventId);
  const participants = await participantsIn(
    read,
    clusters.map(({ id }) => id),
  );
  const takesPart = ({ id }: Cluster) => participants.get(id)?.some(({ unitId }) => unitId === leadUnit.id) ?? false;
  found(takesPart(cluster) ? cluster : undefined);
  const listIn = (clusterId: string) => registrationsOf(read, { clusterId, scope, unitId: leadUnit.id });
  const columns: Column[] = [];
  for (const other of clusters.filter((one) => one.id !== cluster.id && takesPart(one))) {
    columns.push({ cluster: other, guests: await listIn(other.id) });
  }
  return { cluster, leadUnit, guests: await listIn(cluster.id), columns };
}

async function columnHead(context: Context, res: Response, { cluster }: Column, t: Words) {
  const { capacity } = await loadListFacts(context.db.read, actorOf(res), { clusterId: cluster.id, unitId: undefined });
  return {
    name: t.people.placeOn(cluster.number, dayMonth(inZone(cluster.startsAt, cluster.zone))),
    left: t.registration.seatsLeft(seatsLeft(capacity)),
  };
}

/** A tick, or in words why there is none: registered there already, or a namesake somebody has to look at. */
function cellOf(guest: Registration, { cluster, guests }: Column, t: Words) {
  const held = guests.find(({ delegateId }) => delegateId === guest.delegateId);
  if (held) return { isTick: false as const, text: t.people[held.seat], href: links.person(held.id) };
  const namesake = guests.find(({ fullName }) => fold(fullName) === fold(guest.fullName));
  if (namesake) {
    return { isTick: false as const, text: t.people.otherClustersNamesake, href: links.person(namesake.id) };
  }
  const label = t.people.otherClustersTick(addressed(guest), cluster.number);
  return { isTick: true as const, value: `${guest.id}:${cluster.id}`, label };
}

export async function submitOtherClusters(context: Context, req: Request, res: Response): Promise<void> {
  const t = wordsIn(languageOf(req));
  const ticked = new Set(
    readPlacesForm(req.body).map(({ registrationId, clusterId }) => `${registrationId}:${clusterId}`),
  );
  if (ticked.size === 0) return showOtherClusters(context, req, res, { status: 422, note: t.people.otherClustersNone });
  const { cluster, guests, columns } = await loadGuests(context, req, res);
  // In the order of the list, not of the ticks: seats are given in that order.
  const wanted = columns.flatMap((column) =>
    guests
      .map(({ id }) => ({ registrationId: id, clusterId: column.cluster.id }))
      .filter(({ registrationId, clusterId }) => ticked.has(`${registrationId}:${clusterId}`)),
  );
  const outcomes = await registerAllInClusters(context, actorOf(res), wanted);
  if (outcomes.length === 0) setFlash(res, 'placed_nothing');
  else setFlash(res, 'placed_in_clusters', sayOutcomes(outcomes, t));
  res.redirect(303, links.otherClusters(cluster.id));
}

/** What fits into a flash: a sentence for each of some six clusters, and of no cluster half a one. */
const LONGEST_FLASH = 200;

const sayOutcomes = (outcomes: readonly ClusterOutcome[], t: Words): string =>
  outcomes
    .map(({ clusterNumber, ...counts }) => t.people.otherClustersOutcome(clusterNumber, counts))
    .reduce((said, sentence) => {
      const more = said === '' ? sentence : `${said} ${sentence}`;
      return more.length > LONGEST_FLASH ? said : more;
    }, '');
