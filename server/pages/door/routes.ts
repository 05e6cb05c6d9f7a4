import type { Request, Response } from 'express';
import { z } from 'zod';
import { type Cluster, clusterById, clustersOfEvent } from '../../../db/events/clusters.ts';
import { deviceOfCluster, type ListedDevice, listDevices } from '../../../db/door/devices.ts';
import { clusterHeadCounts } from '../../../db/door/cluster-head-counts.ts';
import { type Context, instant } from '../../context.ts';
import { qrSvgDataUri } from '../../documents/qr.ts';
import { type Actor, scopeOf, isOrganiser } from '../../domain/account.ts';
import { clock, fullMoment, inZone, longDate } from '../../domain/words/document-date.ts';
import { tidy } from '../../domain/vietnamese/person-name.ts';
import { clusterOfTheMoment, clusterTabs } from '../shared/cluster-tabs.ts';
import { Forbidden, found } from '../../errors.ts';
import { clustersMeant, eventAsked, withEvent } from '../../http/event-asked.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, everyone, get, param, post, type Route, registers } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { loadBoard } from './board.ts';
import { offerPairing, PAIRING_MINUTES, type Pairing } from '../../actions/door/pair-device.ts';
import { revokeDevice } from '../../actions/door/revoke-device.ts';

export const checkinRoutes = (context: Context): Route[] => [
  get('/door', everyone, (req, res) => showDoor(req, res)),
  get('/door/pair/:code', everyone, (req, res) => showPair(req, res)),
  get('/welcome', registers, async (req, res) => {
    const actor = actorOf(res);
    const clusters = await clustersMeant(context, req, actor);
    const own = clusters.filter((cluster) => runsDoor(actor, cluster));
    const cluster = clusterOfTheMoment(own.length > 0 ? own : clusters, instant(context));
    if (!cluster) return res.redirect(302, withEvent(links.overview, eventAsked(req)));
    res.redirect(302, runsDoor(actor, cluster) ? links.door(cluster.id) : links.board(cluster.id));
  }),
  get('/clusters/:clusterId/door', registers, (req, res) => showWelcome(context, req, res)),
  get('/clusters/:clusterId/board', registers, (req, res) => showBoard(context, req, res)),
  post('/clusters/:clusterId/devices', registers, (req, res) => submitPairing(context, req, res)),
  post('/clusters/:clusterId/devices/:deviceId/revoke', registers, async (req, res) => {
    const cluster = await ownDoor(context, req, res);
    const device = found(await deviceOfCluster(context.db.read, cluster.id, param(req, 'deviceId')));
    await revokeDevice(context, actorOf(res), device.id);
    setFlash(res, 'device_revoked', device.gate);
    res.redirect(303, links.door(cluster.id));
  }),
];

/** The host unit's clerk runs the door of its own cluster; the organiser runs them all. */
const runsDoor = (actor: Actor, cluster: Cluster): boolean =>
  isOrganiser(actor) || cluster.hostUnit.id === actor.unitId;

async function clusterOfPath(context: Context, req: Request, res: Response): Promise<Cluster> {
  return found(await clusterById(context.db.read, scopeOf(actorOf(res)), param(req, 'clusterId')));
}

async function ownDoor(context: Context, req: Request, res: Response): Promise<Cluster> {
  const cluster = await clusterOfPath(context, req, res);
  if (!runsDoor(actorOf(res), cluster)) throw new Forbidden();
  return cluster;
}

async function showDoor(req: Request, res: Response) {
  const { scanner } = wordsIn(languageOf(req)).door;
  await sendPage(req, res, 'door/door', {
    title: scanner.title,
  });
}

async function showPair(req: Request, res: Response) {
  const { scanner } = wordsIn(languageOf(req)).door;
  const code = param(req, 'code');
  await sendPage(req, res, 'door/pair', {
    title: scanner.pairing.heading,
    code,
  });
}

type WelcomePage = { status?: number; pairing?: Pairing; gate?: string; problem?: 'gate_missing' | 'gate_too_long' };

async function showWelcome(context: Context, req: Request, res: Response, page: WelcomePage = {}) {
  const actor = actorOf(res);
  const language = languageOf(req);
  const t = wordsIn(language);
  const { read } = context.db;
  const cluster = await ownDoor(context, req, res);
  const clusters = (await clustersOfEvent(read, scopeOf(actor), cluster.eventId)).filter((one) => runsDoor(actor, one));
  const devices = await listDevices(read, cluster.id);
  const { present, expected } = (await clusterHeadCounts(read, [cluster.id])).get(cluster.id) ?? {
    present: 0,
    expected: 0,
  };
  await sendPage(req, res, 'door/welcome', {
    status: page.status ?? 200,
    tab: 'door',
    title: t.door.welcome.title,
    when: fullMoment(inZone(cluster.startsAt, cluster.zone), language),
    venue: cluster.venue,
    clusters: clusterTabs(clusters, { current: cluster.id, href: ({ id }) => links.door(id), words: t }),
    present,
    expected,
    doorHref: links.door(cluster.id),
    boardHref: links.board(cluster.id),
    pairedCount: devices.filter((device) => device.pairedAt && !device.revokedAt).length,
    devices: devices.map((device) =>
      listedDevice(device, { cluster, at: instant(context), words: t.door.welcome.states }),
    ),
    createAction: links.devices(cluster.id),
    gate: page.gate ?? '',
    problem: page.problem && t.door.welcome.problems[page.problem],
    pairing: page.pairing && {
      gate: page.gate,
      qr: qrSvgDataUri(page.pairing.link),
      link: page.pairing.link,
      code: page.pairing.code,
      minutes: PAIRING_MINUTES,
      expires: clock(inZone(page.pairing.expiresAt, cluster.zone)),
    },
  });
}

type DeviceStates = Record<'paired' | 'waiting' | 'expired' | 'revoked', string>;

function listedDevice(
  device: ListedDevice,
  { cluster, at, words }: { cluster: Cluster; at: string; words: DeviceStates },
) {
  const looks = {
    paired: { tone: 'ok', icon: 'check' },
    waiting: { tone: 'info', icon: 'clock' },
    expired: { tone: 'none', icon: 'clock' },
    revoked: { tone: 'bad', icon: 'stop' },
  } as const;
  const state = stateOf(device, at);
  return {
    id: device.id,
    gate: device.gate,
    scans: device.scans,
    state: { word: words[state], ...looks[state] },
    canRevoke: state === 'paired' || state === 'waiting',
    revokeAction: links.revokeDevice({ clusterId: cluster.id, deviceId: device.id }),
  };
}

function stateOf(device: ListedDevice, at: string): keyof DeviceStates {
  if (device.revokedAt) return 'revoked';
  if (device.pairedAt) return 'paired';
  return device.pairingExpiresAt > at ? 'waiting' : 'expired';
}

const MOST_GATE = 60;
const pairingForm = z.object({ gate: z.string().catch('') });

async function submitPairing(context: Context, req: Request, res: Response) {
  const cluster = await ownDoor(context, req, res);
  const gate = tidy(pairingForm.parse(req.body ?? {}).gate);
  if (gate === '') return showWelcome(context, req, res, { status: 422, problem: 'gate_missing' });
  if (gate.length > MOST_GATE) return showWelcome(context, req, res, { status: 422, gate, problem: 'gate_too_long' });
  const pairing = await offerPairing(context, actorOf(res), { clusterId: cluster.id, gate });
  await showWelcome(context, req, res, { pairing, gate });
}

async function showBoard(context: Context, req: Request, res: Response) {
  const language = languageOf(req);
  const t = wordsIn(language);
  const cluster = await clusterOfPath(context, req, res);
  await sendPage(req, res, 'door/board', {
    tab: 'door',
    title: t.door.board.title(cluster.number),
    venue: cluster.venue,
    when: longDate(inZone(cluster.startsAt, cluster.zone), language),
    board: { ...(await loadBoard(context.db.read, cluster)), updatedAt: clock(inZone(instant(context), cluster.zone)) },
  });
}
