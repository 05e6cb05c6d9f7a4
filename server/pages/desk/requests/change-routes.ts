/** Requests for change: a unit asks for rows or corrections its list no longer takes, the organiser decides. */
import type { Request, Response } from 'express';
import { z } from 'zod';
import { changeRequestById } from '../../../../db/lists/change-requests.ts';
import { clusterById } from '../../../../db/events/clusters.ts';
import { type Context, instant } from '../../../context.ts';
import { isOrganiser, isRegistrar, scopeOf } from '../../../domain/account.ts';
import { clock, inZone, shortDate } from '../../../domain/words/document-date.ts';
import { planRegistration, type RegistrationPlan } from '../../../domain/list/registration-plan.ts';
import { found, NotFound } from '../../../errors.ts';
import { setFlash } from '../../../http/page/flash.ts';
import { sendPage } from '../../../http/page/page.ts';
import { languageOf } from '../../../http/reader.ts';
import { actorOf, get, organisers, param, post, type Route, registers } from '../../../http/route.ts';
import { wordsIn } from '../../../i18n/catalogue.ts';
import { approveChange } from '../../../actions/lists/approve-change.ts';
import { loadAndTellApart, loadReview } from '../review/file-facts.ts';
import { readDeskForm } from '../forms.ts';
import { MOST_ROWS } from '../../../domain/list/row-limits.ts';
import { readReasonForm } from '../../../http/reason-form.ts';
import { links } from '../../links.ts';
import {
  nameOfWanted,
  type RefusedApproval,
  submitCorrectionApproval,
  wantedCorrection,
} from './correction-request-page.ts';
import { loadListFacts } from '../../../actions/lists/list-facts.ts';
import { refuseChange } from '../../../actions/lists/refuse-change.ts';
import { judgeHandIn } from '../../../actions/lists/register-delegates.ts';
import { requestChange } from '../../../actions/lists/request-change.ts';
import { requestedLines } from './requested-lines.ts';
import { type ShownReview, showReview } from '../review/review-page.ts';

export const changeRoutes = (context: Context): Route[] => [
  post('/clusters/:clusterId/change-requests', registers, (req, res) => submitRequest(context, req, res)),
  get('/change-requests/:requestId', registers, (req, res) => showRequest(context, req, res)),
  post('/change-requests/:requestId/approve', organisers, (req, res) => submitApproval(context, req, res)),
  post('/change-requests/:requestId/refuse', organisers, (req, res) => submitRefusal(context, req, res)),
];

async function submitRequest(context: Context, req: Request, res: Response) {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const clusterId = param(req, 'clusterId');
  const form = await loadAndTellApart(context.db.read, actor, { clusterId, form: readDeskForm(req.body) });
  const show = async (refused: Omit<ShownReview, 'status' | 'form' | 'review' | 'plan'>, plan?: RegistrationPlan) => {
    const review = await loadReview(context.db.read, actor, { clusterId, form });
    const judged = plan ?? judgeHandIn(actor, review.facts, { rows: form.rows, at: instant(context) }).plan;
    await showReview(context, req, res, { status: 422, form, review, plan: judged, ...refused });
  };
  const { reason, problem } = readReasonForm(req.body, t.listStatus);
  const ask = { reason, problem };
  if (form.rows.length === 0 || form.rows.length > MOST_ROWS || problem !== undefined) {
    const note = form.rows.length > MOST_ROWS ? t.errors.too_many_rows : t.registration.noRows;
    const isRows = form.rows.length === 0 || form.rows.length > MOST_ROWS;
    return show({ ask, ...(isRows && { note }) });
  }
  const result = await requestChange(context, actor, { ...form, clusterId, reason });
  if (result.kind === 'namesakes') {
    const note = t.listStatus.namesakes(result.people.map(({ fullName }) => fullName).join(', '));
    const alike = result.people.map((person) => ({
      href: links.person(person.registrationId),
      label: `${person.fullName}, ${person.position}`,
    }));
    return show({ ask, note, links: alike }, result.plan);
  }
  if (result.kind !== 'asked') {
    const note = t.listStatus.askProblem[result.kind];
    return show({ ask, note }, result.plan);
  }
  setFlash(res, 'change_requested', String(result.plan.seated + result.plan.waiting));
  res.redirect(303, links.changeRequest(result.id));
}

async function loadRequest(context: Context, req: Request, res: Response) {
  const id = param(req, 'requestId');
  if (!z.uuid().safeParse(id).success) throw new NotFound();
  return found(await changeRequestById(context.db.read, scopeOf(actorOf(res)), id));
}

type Refused = {
  status?: number;
  note?: string;
  reason?: string;
  problem?: string | undefined;
  asksSamePerson?: boolean;
};

async function showRequest(
  context: Context,
  req: Request,
  res: Response,
  { status = 200, note, reason = '', problem, asksSamePerson = false }: Refused = {},
) {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const { listStatus } = t;
  const request = await loadRequest(context, req, res);
  const { decision } = request;
  const cluster = found(await clusterById(context.db.read, scopeOf(actor), request.clusterId));
  const facts = await loadListFacts(context.db.read, actor, request);
  const correction = await wantedCorrection(context, req, res, { request, asksSamePerson });
  const plan = planRegistration(correction ? [] : request.rows, facts.rules, facts.capacity);
  const time = (instant: string) => {
    const local = inZone(instant, cluster.zone);
    return `${clock(local)}, ${shortDate(local)}`;
  };
  const state = decision?.verdict ?? 'open';
  const asked = [request.askedBy, time(request.askedAt)] as const;
  await sendPage(req, res, 'desk/change-request', {
    status,
    tab: 'registration',
    title: correction
      ? listStatus.requestCorrectionTitle(nameOfWanted(request))
      : listStatus.requestTitle(request.unitName),
    sub: correction
      ? listStatus.requestCorrectionSub(cluster.number, request.unitName, ...asked)
      : listStatus.requestSub(cluster.number, request.rowCount, ...asked),
    correction,
    why: request.reason,
    note,
    chip: {
      word: listStatus.requestState[state],
      tone: state === 'open' ? 'info' : state === 'approved' ? 'ok' : 'bad',
      icon: state === 'open' ? 'inbox' : state === 'approved' ? 'check' : 'x',
    },
    decided: decision && {
      line: listStatus.decision(listStatus.requestState[state], decision.by, time(decision.at)),
      seats:
        decision.verdict === 'approved' && !correction
          ? listStatus.decisionSeats(decision.seated, decision.waiting)
          : undefined,
      reason: decision.reason,
    },
    // Once decided, what the rule would say today says nothing about what happened.
    lines: requestedLines(plan, t, { showsOutcome: decision === undefined }),
    plannedSeats: decision || correction ? undefined : listStatus.ifApproved(plan.seated, plan.waiting),
    canDecide: decision === undefined && isOrganiser(actor),
    approveAction: links.approveRequest(request.id),
    refuseAction: links.refuseRequest(request.id),
    reason,
    problem,
    backHref: links.desk({ clusterId: request.clusterId, unitId: isRegistrar(actor) ? undefined : request.unitId }),
  });
}

async function submitApproval(context: Context, req: Request, res: Response) {
  const request = await loadRequest(context, req, res);
  const { id } = request;
  if (request.correction) {
    const refuse = (why: RefusedApproval) => showRequest(context, req, res, why);
    return submitCorrectionApproval(context, req, res, { request, refuse });
  }
  const result = await approveChange(context, actorOf(res), id);
  switch (result.kind) {
    case 'problems':
      return showRequest(context, req, res, { status: 422, note: wordsIn(languageOf(req)).listStatus.approveBlocked });
    case 'decided_before':
      setFlash(res, 'change_decided_before');
      return res.redirect(303, links.changeRequest(id));
    case 'approved':
      setFlash(res, 'change_approved', String(result.plan.seated), String(result.plan.waiting));
      return res.redirect(303, links.desk(result.request));
    default:
      throw new Error(`No such result: ${JSON.stringify(result satisfies never)}`);
  }
}

async function submitRefusal(context: Context, req: Request, res: Response) {
  const { listStatus } = wordsIn(languageOf(req));
  const { id } = await loadRequest(context, req, res);
  const { reason, problem } = readReasonForm(req.body, listStatus);
  if (problem !== undefined) return showRequest(context, req, res, { status: 422, reason, problem });
  const result = await refuseChange(context, actorOf(res), { requestId: id, reason });
  if (result.kind === 'refused') setFlash(res, 'change_refused', result.request.unitName);
  else setFlash(res, 'change_decided_before');
  res.redirect(303, links.changeRequest(id));
}
