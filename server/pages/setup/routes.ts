import type { Request, Response } from 'express';
import type { DateTime } from 'luxon';
import type { Context } from '../../context.ts';
import { clock, shortDate } from '../../domain/words/document-date.ts';
import { setFlash } from '../../http/page/flash.ts';
import { actorOf, get, organisers, param, post, type Route } from '../../http/route.ts';
import { addCluster } from '../../actions/events/add-cluster.ts';
import { links } from '../links.ts';
import { showClone, submitClone } from './clone-page.ts';
import { clusterSection } from './cluster-form.ts';
import { showEvents } from './events-page.ts';
import { returnedForm } from './form.ts';
import { showNewEvent, submitNewEvent } from './new-event-page.ts';
import { participantsSection } from './participants-table.ts';
import { showRemoval, submitRemoval } from './removal-page.ts';
import { removeCluster } from '../../actions/events/remove-cluster.ts';
import { saveAgenda } from '../../actions/events/save-agenda.ts';
import { saveCategories } from '../../actions/events/save-categories.ts';
import { saveCluster } from '../../actions/events/save-cluster.ts';
import { saveEvent } from '../../actions/events/save-event.ts';
import { saveParticipants } from '../../actions/events/save-participants.ts';
import { showSetup } from './setup-page.ts';
import { readTyped, type Typed, textOf } from '../../domain/words/typed-fields.ts';
import { unitRoutes } from './units/routes.ts';

export const eventRoutes = (context: Context): Route[] => [
  get('/setup', organisers, (req, res) => showEvents(context, req, res)),
  get('/events/new', organisers, (req, res) => showNewEvent(context, req, res)),
  post('/events', organisers, (req, res) => submitNewEvent(context, req, res)),
  get('/events/:eventId/clone', organisers, (req, res) => showClone(context, req, res)),
  post('/events/:eventId/clone', organisers, (req, res) => submitClone(context, req, res)),
  get('/events/:eventId/remove', organisers, (req, res) => showRemoval(context, req, res)),
  post('/events/:eventId/remove', organisers, (req, res) => submitRemoval(context, req, res)),
  get('/events/:eventId/setup', organisers, (req, res) => showSetup(context, req, res)),
  post('/events/:eventId/setup', organisers, (req, res) => submitEvent(context, req, res)),
  post('/events/:eventId/clusters', organisers, (req, res) => submitNewCluster(context, req, res)),
  post('/events/:eventId/clusters/:clusterId', organisers, (req, res) => submitCluster(context, req, res)),
  post('/events/:eventId/clusters/:clusterId/remove', organisers, (req, res) =>
    submitClusterRemoval(context, req, res),
  ),
  post('/events/:eventId/clusters/:clusterId/participants', organisers, (req, res) => submitUnits(context, req, res)),
  post('/events/:eventId/categories', organisers, (req, res) => submitCategories(context, req, res)),
  post('/events/:eventId/agenda', organisers, (req, res) => submitAgenda(context, req, res)),
  ...unitRoutes(context),
];

const setupOf = (req: Request) => links.setUpOf(param(req, 'eventId'));

async function submitEvent(context: Context, req: Request, res: Response) {
  const typed = readTyped(req.body);
  const outcome = await saveEvent(context, actorOf(res), { eventId: param(req, 'eventId'), typed });
  if (outcome.kind !== 'saved') return showSetup(context, req, res, returnedForm(outcome, 'event', typed));
  setFlash(res, 'event_saved', String(outcome.promoted), String(outcome.recounted));
  res.redirect(303, setupOf(req));
}

async function submitNewCluster(context: Context, req: Request, res: Response) {
  const typed = readTyped(req.body);
  const outcome = await addCluster(context, actorOf(res), { eventId: param(req, 'eventId'), typed });
  if (outcome.kind !== 'saved') return showSetup(context, req, res, returnedForm(outcome, 'new-cluster', typed));
  setFlash(res, 'cluster_added', textOf(typed, 'number'), momentOf(outcome.deadlineOver));
  const open = participantsSection({ id: outcome.clusterId });
  res.redirect(303, `${setupOf(req)}?open=${encodeURIComponent(open)}#part-units-${textOf(typed, 'number')}`);
}

/** `17:00 31/3/2023`, read alike in both languages; empty when there is none. */
const momentOf = (time: DateTime | undefined): string => (time ? `${clock(time)} ${shortDate(time)}` : '');

const clusterForm = (req: Request, typed: Typed) => ({
  eventId: param(req, 'eventId'),
  clusterId: param(req, 'clusterId'),
  typed,
});

async function submitCluster(context: Context, req: Request, res: Response) {
  const typed = readTyped(req.body);
  const form = clusterForm(req, typed);
  const outcome = await saveCluster(context, actorOf(res), form);
  if (outcome.kind !== 'saved') {
    return showSetup(context, req, res, returnedForm(outcome, clusterSection({ id: form.clusterId }), typed));
  }
  const number = textOf(typed, 'number');
  const promoted = String(outcome.promoted);
  const over = momentOf(outcome.deadlineOver);
  if (outcome.wronglyInvited === 0) setFlash(res, 'cluster_saved', number, promoted, over);
  else setFlash(res, 'cluster_saved_invited', number, String(outcome.wronglyInvited), promoted, over);
  res.redirect(303, `${setupOf(req)}#cluster-${form.clusterId}`);
}

async function submitClusterRemoval(context: Context, req: Request, res: Response) {
  const typed = readTyped(req.body);
  const form = clusterForm(req, typed);
  const outcome = await removeCluster(context, actorOf(res), form);
  if (outcome.kind !== 'saved') {
    return showSetup(context, req, res, returnedForm(outcome, `remove:${form.clusterId}`, typed));
  }
  setFlash(res, 'cluster_removed', String(outcome.number));
  res.redirect(303, setupOf(req));
}

async function submitUnits(context: Context, req: Request, res: Response) {
  const typed = readTyped(req.body);
  const form = clusterForm(req, typed);
  const outcome = await saveParticipants(context, actorOf(res), form);
  const section = participantsSection({ id: form.clusterId });
  if (outcome.kind !== 'saved') return showSetup(context, req, res, returnedForm(outcome, section, typed));
  setFlash(res, 'shares_saved', String(outcome.number), String(outcome.promoted));
  res.redirect(303, `${setupOf(req)}?open=${encodeURIComponent(section)}#cluster-${form.clusterId}`);
}

async function submitCategories(context: Context, req: Request, res: Response) {
  const typed = readTyped(req.body);
  const outcome = await saveCategories(context, actorOf(res), { eventId: param(req, 'eventId'), typed });
  const returned = returnedForm(outcome, 'categories', typed);
  if (returned) return showSetup(context, req, res, returned);
  setFlash(res, 'categories_saved');
  res.redirect(303, `${setupOf(req)}?open=categories#part-category`);
}

async function submitAgenda(context: Context, req: Request, res: Response) {
  const typed = readTyped(req.body);
  const outcome = await saveAgenda(context, actorOf(res), { eventId: param(req, 'eventId'), typed });
  const returned = returnedForm(outcome, 'agenda', typed);
  if (returned) return showSetup(context, req, res, returned);
  setFlash(res, 'agenda_saved');
  res.redirect(303, `${setupOf(req)}?open=agenda#part-agenda`);
}
