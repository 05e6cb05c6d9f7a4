import type { Request, Response } from 'express';
import { z } from 'zod';
import { type Registration, registrationById } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import { scopeOf, isRegistrar } from '../../domain/account.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { clusterOfTheMoment } from '../shared/cluster-tabs.ts';
import { found, NotFound } from '../../errors.ts';
import { clustersMeant, eventAsked, withEvent } from '../../http/event-asked.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, get, param, post, type Route, registers } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { changeRoutes } from './requests/change-routes.ts';
import { showDesk } from './desk-page.ts';
import { showOrder, submitOrder } from './order-page.ts';
import { draftRoutes } from './draft-routes.ts';
import { fileRoutes } from './review/file-routes.ts';
import { LONGEST_REASON, withdrawForm } from './forms.ts';
import { showChecked, submitList } from './review/hand-in-form.ts';
import { listStatusRoutes } from './list-status-routes.ts';
import { fingerprintOf } from '../../actions/people/judge-person.ts';
import { promotedNames } from '../shared/promoted-names.ts';
import { withdrawDelegate } from '../../actions/people/withdraw-delegate.ts';

export const registrationRoutes = (context: Context): Route[] => [
  get('/registration', registers, async (req, res) => {
    const clusters = await clustersMeant(context, req, actorOf(res));
    const cluster = clusterOfTheMoment(clusters, instant(context));
    if (!cluster) return res.redirect(302, withEvent(links.overview, eventAsked(req)));
    res.redirect(302, links.desk({ clusterId: cluster.id }));
  }),
  get('/clusters/:clusterId/registrations', registers, (req, res) => showDesk(context, req, res)),
  post('/clusters/:clusterId/registrations/check', registers, (req, res) => showChecked(context, req, res)),
  post('/clusters/:clusterId/registrations', registers, (req, res) => submitList(context, req, res)),
  get('/registrations/:registrationId/withdraw', registers, (req, res) => showWithdraw(context, req, res)),
  post('/registrations/:registrationId/withdraw', registers, (req, res) => submitWithdraw(context, req, res)),
  get('/clusters/:clusterId/units/:unitId/order', registers, (req, res) => showOrder(context, req, res)),
  post('/clusters/:clusterId/units/:unitId/order', registers, (req, res) => submitOrder(context, req, res)),
  ...draftRoutes(context),
  ...fileRoutes(context),
  ...listStatusRoutes(context),
  ...changeRoutes(context),
];

async function loadOwn(context: Context, req: Request, res: Response): Promise<Registration> {
  const id = param(req, 'registrationId');
  if (!z.uuid().safeParse(id).success) throw new NotFound();
  return found(await registrationById(context.db.read, scopeOf(actorOf(res)), id));
}

const deskOf = (registration: Registration, isRegistrar: boolean) =>
  links.desk({ clusterId: registration.clusterId, unitId: isRegistrar ? undefined : registration.unitId });

async function showWithdraw(
  context: Context,
  req: Request,
  res: Response,
  {
    status = 200,
    reason = '',
    problem,
    note,
  }: { status?: number; reason?: string; problem?: string; note?: string } = {},
) {
  const registration = await loadOwn(context, req, res);
  const words = wordsIn(languageOf(req)).registration;
  await sendPage(req, res, 'people/withdraw', {
    status,
    tab: 'registration',
    title: words.withdrawTitle(addressed(registration)),
    position: registration.position,
    workplace: registration.workplace,
    action: links.withdraw(registration.id),
    backHref: deskOf(registration, isRegistrar(actorOf(res))),
    version: fingerprintOf(registration),
    note,
    reason,
    problem,
  });
}

async function submitWithdraw(context: Context, req: Request, res: Response) {
  const { reason, seen: version } = withdrawForm.parse(req.body ?? {});
  const registration = await loadOwn(context, req, res);
  const words = wordsIn(languageOf(req)).registration;
  const isMissing = reason.trim() === '';
  if (isMissing || reason.trim().length > LONGEST_REASON) {
    const tooLong = words.problems.text_too_long({ most: String(LONGEST_REASON) });
    const problem = isMissing ? words.withdrawReasonMissing : tooLong;
    return showWithdraw(context, req, res, { status: 422, reason, problem });
  }
  const result = await withdrawDelegate(context, actorOf(res), {
    registrationId: registration.id,
    reason: reason.trim(),
    version,
  });
  if (result.kind !== 'withdrawn') {
    return showWithdraw(context, req, res, { status: 409, reason, note: words.withdrawRefused[result.kind] });
  }
  const { promoted } = result;
  const name = addressed(registration);
  if (promoted.length === 0) setFlash(res, 'withdrawn', name);
  else setFlash(res, 'withdrawn_promoted', name, promotedNames(promoted, actorOf(res), wordsIn(languageOf(req))));
  res.redirect(303, deskOf(registration, isRegistrar(actorOf(res))));
}
