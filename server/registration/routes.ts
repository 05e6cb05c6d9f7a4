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
import { type Words, wordsIn } from '../i18n/catalogue.ts';
import { acceptList } from './accept-list.ts';
import { registrationsApi } from './api.ts';
import { changeRoutes } from './change-routes.ts';
import { showDesk } from './desk-page.ts';
import { draftRoutes } from './draft-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { type DeskForm, LONGEST_REASON, MOST_ROWS, readDeskForm, withdrawForm } from './forms.ts';
import { historyRoutes } from './history-page.ts';
import { lifeRoutes } from './life-routes.ts';
import { placesRoutes } from './places-routes.ts';
import { type HandInResult, previewRegistration, registerDelegates } from './register-delegates.ts';
import { showReview } from './review-page.ts';
import { saveDraft } from './save-draft.ts';
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
  ...draftRoutes(context),
  ...fileRoutes(context),
  ...lifeRoutes(context),
  ...placesRoutes(context),
  ...changeRoutes(context),
  ...historyRoutes(context),
  ...registrationsApi(context),
];

async function checkList(context: Context, req: Request, res: Response) {
  const form = readDeskForm(req.body);
  const words = wordsIn(languageOf(req));
  if (form.rows.length === 0) {
    return showDesk(context, req, res, { status: 422, typed: form, problem: words.registration.noRows });
  }
  if (form.rows.length > MOST_ROWS) {
    return showDesk(context, req, res, { status: 422, typed: form, problem: words.errors.too_many_rows });
  }
  const clusterId = param(req, 'clusterId');
  const kept = await keepTyped(context, res, { clusterId, form });
  const result = await previewRegistration(context, actorOf(res), { ...form, clusterId });
  const isStale = form.draftVersion !== undefined && kept.draftVersion === undefined;
  const staleNote = isStale ? { note: words.errors.draft_stale } : {};
  const note = isByRequest(result) ? { note: keptBack(result.kind, words) } : staleNote;
  await showReview(context, req, res, { status: 200, form: kept, plan: result.plan, ...note });
}

/**
 * Checking keeps the rows as they are now, so nothing typed here or mended on the review page is lost on the way back.
 * Where the draft moved on meanwhile it is left alone, and the rows go on as rows of no draft.
 */
async function keepTyped(
  context: Context,
  res: Response,
  { clusterId, form }: { clusterId: string; form: DeskForm },
): Promise<DeskForm> {
  const { unitId, rows, draftVersion: version } = form;
  if (version === undefined) return form;
  const saved = await saveDraft(context, actorOf(res), { clusterId, unitId, rows, version });
  return { ...form, draftVersion: saved.kind === 'saved' ? saved.version : undefined };
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
    case 'list_locked':
      return showReview(context, req, res, {
        status: 422,
        form,
        plan: result.plan,
        note: keptBack(result.kind, words),
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

type KeptBack = Extract<HandInResult, { kind: 'deadline_passed' | 'list_locked' }>;

const isByRequest = (result: HandInResult): result is KeptBack =>
  result.kind === 'deadline_passed' || result.kind === 'list_locked';

const keptBack = (kind: KeptBack['kind'], { life }: Words): string =>
  kind === 'list_locked' ? life.lockedNote : life.lateNote;

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
  const words = wordsIn(languageOf(req)).registration;
  const isMissing = reason.trim() === '';
  if (isMissing || reason.trim().length > LONGEST_REASON) {
    const tooLong = words.problems.text_too_long({ most: String(LONGEST_REASON) });
    const problem = isMissing ? words.withdrawReasonMissing : tooLong;
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
