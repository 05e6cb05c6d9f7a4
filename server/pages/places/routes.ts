/** The organiser's acts on the places of a cluster. A refusal stands beside the field it is about. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import { registrationById } from '../../../db/people/registrations.ts';
import type { Context } from '../../context.ts';
import { scopeOf } from '../../domain/account.ts';
import type { SeatsRefusal } from '../../domain/seats/capacity.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { found, NotFound } from '../../errors.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, get, organisers, param, post, type Route } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import type { ListStatusWords } from '../../i18n/vi/list-status.ts';
import { changeQuota } from '../../actions/places/change-quota.ts';
import { links } from '../links.ts';
import { type MoveField, readCapacityForm, readMoveForm, readQuotaForm } from './forms.ts';
import { readReasonForm } from '../../http/reason-form.ts';
import { moveSeats } from '../../actions/places/move-seats.ts';
import { loadSeatFacts, unitIn } from '../../actions/places/seat-facts.ts';
import { showPlaces } from './places-page.ts';
import { changeCapacity } from '../../actions/places/change-capacity.ts';
import { seatByHand } from '../../actions/places/seat-by-hand.ts';

export const placesRoutes = (context: Context): Route[] => [
  get('/clusters/:clusterId/places', organisers, (req, res) => showPlaces(context, req, res)),
  post('/clusters/:clusterId/places/move', organisers, (req, res) => submitMove(context, req, res)),
  post('/clusters/:clusterId/places/quota', organisers, (req, res) => submitQuota(context, req, res)),
  post('/clusters/:clusterId/places/max', organisers, (req, res) => submitCapacity(context, req, res)),
  get('/registrations/:registrationId/seat', organisers, (req, res) => showSeat(context, req, res)),
  post('/registrations/:registrationId/seat', organisers, (req, res) => submitSeat(context, req, res)),
];

const listStatusWords = (req: Request): ListStatusWords => wordsIn(languageOf(req)).listStatus;

const placesOf = (clusterId: string): string => links.places(clusterId);

const MOVE_FIELD: Partial<Record<SeatsRefusal, MoveField>> = { more_than_free: 'count', same_unit: 'to' };

const fieldOf = <Field extends string>(why: SeatsRefusal, field: Field): Field | 'reason' =>
  why === 'reason_missing' ? 'reason' : field;

async function submitMove(context: Context, req: Request, res: Response) {
  const words = listStatusWords(req);
  const clusterId = param(req, 'clusterId');
  const form = readMoveForm(req.body, words);
  if (form.kind === 'bad') return showPlaces(context, req, res, { status: 422, move: form });
  const result = await moveSeats(context, actorOf(res), { clusterId, ...form.meaning });
  if (result.kind === 'refused') {
    const problems = { [MOVE_FIELD[result.why] ?? 'count']: words.refused[result.why](result.limit) };
    return showPlaces(context, req, res, { status: 422, move: { typed: form.typed, problems } });
  }
  const { from, to, promoted } = result;
  setFlash(res, 'places_moved', String(form.meaning.count), from.unitName, to.unitName, String(promoted.length));
  res.redirect(303, placesOf(clusterId));
}

async function submitQuota(context: Context, req: Request, res: Response) {
  const words = listStatusWords(req);
  const clusterId = param(req, 'clusterId');
  const form = readQuotaForm(req.body, words);
  if (form.kind === 'bad') return showPlaces(context, req, res, { status: 422, quota: form });
  const result = await changeQuota(context, actorOf(res), { clusterId, ...form.meaning });
  if (result.kind === 'refused') {
    const problems = { [fieldOf(result.why, 'quota')]: words.refused[result.why](result.limit) };
    return showPlaces(context, req, res, { status: 422, quota: { typed: form.typed, problems } });
  }
  if (result.kind === 'unchanged') setFlash(res, 'nothing_changed');
  else {
    const promoted = String(result.promoted.length);
    setFlash(res, 'quota_changed', result.unit.unitName, String(form.meaning.quota), promoted);
  }
  res.redirect(303, placesOf(clusterId));
}

async function submitCapacity(context: Context, req: Request, res: Response) {
  const words = listStatusWords(req);
  const clusterId = param(req, 'clusterId');
  const form = readCapacityForm(req.body, words);
  if (form.kind === 'bad') return showPlaces(context, req, res, { status: 422, capacity: form });
  const result = await changeCapacity(context, actorOf(res), { clusterId, ...form.meaning });
  if (result.kind === 'refused') {
    const problems = { [fieldOf(result.why, 'max')]: words.refused[result.why](result.limit) };
    return showPlaces(context, req, res, { status: 422, capacity: { typed: form.typed, problems } });
  }
  if (result.kind === 'unchanged') setFlash(res, 'nothing_changed');
  else setFlash(res, 'capacity_changed', String(form.meaning.max), String(result.promoted.length));
  res.redirect(303, placesOf(clusterId));
}

async function loadRegistration(context: Context, req: Request, res: Response) {
  const id = param(req, 'registrationId');
  if (!z.uuid().safeParse(id).success) throw new NotFound();
  return found(await registrationById(context.db.read, scopeOf(actorOf(res)), id));
}

async function showSeat(
  context: Context,
  req: Request,
  res: Response,
  { status = 200, reason = '', problem }: { status?: number; reason?: string; problem?: string | undefined } = {},
) {
  const words = listStatusWords(req);
  const registration = await loadRegistration(context, req, res);
  const facts = await loadSeatFacts(context.db.read, actorOf(res), registration.clusterId);
  const { unitName, seated, quota } = unitIn(facts, registration.unitId);
  const ofUnit = seated < quota ? words.seatWithin : words.seatAbove;
  await sendPage(req, res, 'desk/with-reason', {
    status,
    tab: 'registration',
    title: words.seatTitle(addressed(registration)),
    sub: [registration.position, registration.workplace].filter((part) => part !== '').join(', '),
    explains: [ofUnit(unitName, seated, quota), words.seatCluster(facts.seated, facts.cluster.max)],
    action: links.seat(registration.id),
    backHref: placesOf(registration.clusterId),
    label: words.seatReason,
    reason,
    problem,
    confirm: words.seatConfirm,
    isStop: false,
  });
}

async function submitSeat(context: Context, req: Request, res: Response) {
  const words = listStatusWords(req);
  const { id, clusterId } = await loadRegistration(context, req, res);
  const { reason, problem } = readReasonForm(req.body, words);
  if (problem !== undefined) return showSeat(context, req, res, { status: 422, reason, problem });
  const result = await seatByHand(context, actorOf(res), { registrationId: id, reason });
  if (result.kind === 'refused') {
    const refusal = words.refused[result.why](result.limit);
    return showSeat(context, req, res, { status: 422, reason, problem: refusal });
  }
  setFlash(res, 'delegate_seated', addressed(result.registration));
  res.redirect(303, placesOf(clusterId));
}
