import type { Request, Response } from 'express';
import { z } from 'zod';
import { allClusters } from '../../db/clusters.ts';
import { type Registration, registrationById } from '../../db/registrations.ts';
import { type Context, instant } from '../context.ts';
import { scopeOf } from '../domain/account.ts';
import { addressed } from '../domain/vietnamese/person-name.ts';
import { clusterOfTheMoment } from '../http/cluster-tabs.ts';
import { found, NotFound } from '../http/errors.ts';
import { setFlash } from '../http/flash.ts';
import { sendPage } from '../http/page.ts';
import { languageOf } from '../http/reader.ts';
import { actorOf, get, organisers, param, post, type Route, registers } from '../http/route.ts';
import { wordsIn } from '../i18n/catalogue.ts';
import { acceptList } from './accept-list.ts';
import { registrationsApi } from './api.ts';
import { showDesk } from './desk-page.ts';
import { MOST_ROWS, readDeskForm, withdrawForm } from './forms.ts';
import { previewRegistration, registerDelegates } from './register-delegates.ts';
import { showReview } from './review-page.ts';
import { withdrawDelegate } from './withdraw-delegate.ts';

export const registrationRoutes = (context: Context): Route[] => [
  get('/registration', registers, async (_req, res) => {
    const clusters = await allClusters(context.db.read, scopeOf(actorOf(res)));
    const cluster = clusterOfTheMoment(clusters, instant(context));
    if (!cluster) return res.redirect(302, '/');
    res.redirect(302, `/clusters/${cluster.id}/registrations`);
  }),
  get('/clusters/:clusterId/registrations', registers, (req, res) => showDesk(context, req, res)),
  post('/clusters/:clusterId/registrations/check', registers, (req, res) => checkList(context, req, res)),
  post('/clusters/:clusterId/registrations', registers, (req, res) => submitList(context, req, res)),
  post('/clusters/:clusterId/units/:unitId/accept', organisers, async (req, res) => {
    const clusterId = param(req, 'clusterId');
    const unit = await acceptList(context, actorOf(res), { clusterId, unitId: param(req, 'unitId') });
    setFlash(res, 'list_accepted', unit.unitName);
    res.redirect(303, `/clusters/${clusterId}/registrations?unit=${unit.unitId}`);
  }),
  get('/registrations/:registrationId/withdraw', registers, (req, res) => showWithdraw(context, req, res)),
  post('/registrations/:registrationId/withdraw', registers, (req, res) => submitWithdraw(context, req, res)),
  ...registrationsApi(context),
];

async function checkList(context: Context, req: Request, res: Response) {
  const form = readDeskForm(req.body);
  const words = wordsIn(languageOf(req));
  if (form.rows.length === 0) {
    return showDesk(context, req, res, { status: 422, text: form.text, problem: words.registration.noRows });
  }
  if (form.rows.length > MOST_ROWS) {
    return showDesk(context, req, res, { status: 422, text: form.text, problem: words.errors.too_many_rows });
  }
  const result = await previewRegistration(context, actorOf(res), { ...form, clusterId: param(req, 'clusterId') });
  const note = result.kind === 'deadline_passed' ? { note: words.registration.deadlineNote } : {};
  await showReview(context, req, res, { status: 200, form, plan: result.plan, ...note });
}

async function submitList(context: Context, req: Request, res: Response) {
  const form = readDeskForm(req.body);
  const words = wordsIn(languageOf(req));
  if (form.rows.length === 0 || form.rows.length > MOST_ROWS) return checkList(context, req, res);
  const clusterId = param(req, 'clusterId');
  const result = await registerDelegates(context, actorOf(res), { ...form, clusterId });
  switch (result.kind) {
    case 'problems':
      return showReview(context, req, res, {
        status: 422,
        form,
        plan: result.plan,
        note: words.registration.saveBlocked,
      });
    case 'deadline_passed':
      return showReview(context, req, res, {
        status: 422,
        form,
        plan: result.plan,
        note: words.registration.deadlineNote,
      });
    case 'registered': {
      setFlash(res, 'registered', String(result.plan.seated), String(result.plan.waiting));
      const unit = form.unitId ? `?unit=${form.unitId}` : '';
      return res.redirect(303, `/clusters/${clusterId}/registrations${unit}`);
    }
    default:
      throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
  }
}

async function loadOwn(context: Context, req: Request, res: Response): Promise<Registration> {
  const id = param(req, 'registrationId');
  if (!z.uuid().safeParse(id).success) throw new NotFound();
  return found(await registrationById(context.db.read, scopeOf(actorOf(res)), id));
}

const deskOf = (registration: Registration, isRegistrar: boolean) =>
  `/clusters/${registration.clusterId}/registrations${isRegistrar ? '' : `?unit=${registration.unitId}`}`;

async function showWithdraw(
  context: Context,
  req: Request,
  res: Response,
  { status = 200, reason = '', problem }: { status?: number; reason?: string; problem?: string } = {},
) {
  const registration = await loadOwn(context, req, res);
  const words = wordsIn(languageOf(req)).registration;
  await sendPage(req, res, 'registration/withdraw', {
    status,
    tab: 'registration',
    title: words.withdrawTitle(addressed(registration)),
    position: registration.position,
    workplace: registration.workplace,
    action: `/registrations/${registration.id}/withdraw`,
    backHref: deskOf(registration, actorOf(res).role === 'registrar'),
    reason,
    problem,
  });
}

async function submitWithdraw(context: Context, req: Request, res: Response) {
  const { reason } = withdrawForm.parse(req.body ?? {});
  const registration = await loadOwn(context, req, res);
  if (reason.trim() === '') {
    const problem = wordsIn(languageOf(req)).registration.withdrawReasonMissing;
    return showWithdraw(context, req, res, { status: 422, reason, problem });
  }
  const { promoted } = await withdrawDelegate(context, actorOf(res), {
    registrationId: registration.id,
    reason: reason.trim(),
  });
  const name = addressed(registration);
  if (promoted.length === 0) setFlash(res, 'withdrawn', name);
  else setFlash(res, 'withdrawn_promoted', name, promoted.map(addressed).join(', '));
  res.redirect(303, deskOf(registration, actorOf(res).role === 'registrar'));
}
