/** What happens to a list after it was handed in: returned, handed in again, asked to be changed, decided. */
import { isRegistrar } from '../../domain/account.ts';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, get, organisers, param, post, type Route, registers } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { acceptList } from '../../actions/lists/accept-list.ts';
import { links } from '../links.ts';
import { showDesk } from './desk-page.ts';
import { handInAgain } from '../../actions/lists/hand-in-again.ts';
import { readReasonForm } from '../../http/reason-form.ts';
import { loadSeatFacts, unitIn } from '../../actions/places/seat-facts.ts';
import { returnList } from '../../actions/lists/return-list.ts';

export const listStatusRoutes = (context: Context): Route[] => [
  post('/clusters/:clusterId/units/:unitId/accept', organisers, (req, res) => submitAccept(context, req, res)),
  get('/clusters/:clusterId/units/:unitId/return', organisers, (req, res) => showReturn(context, req, res)),
  post('/clusters/:clusterId/units/:unitId/return', organisers, (req, res) => submitReturn(context, req, res)),
  post('/clusters/:clusterId/units/:unitId/hand-in', registers, async (req, res) => {
    const actor = actorOf(res);
    const list = { clusterId: param(req, 'clusterId'), unitId: param(req, 'unitId') };
    const facts = await handInAgain(context, actor, list);
    if (facts.unit.listState === 'returned') setFlash(res, 'list_handed_in_again');
    res.redirect(303, links.desk(isRegistrar(actor) ? { clusterId: list.clusterId } : list));
  }),
];

async function submitAccept(context: Context, req: Request, res: Response) {
  const list = { clusterId: param(req, 'clusterId'), unitId: param(req, 'unitId') };
  const { seen: version } = seenForm.parse(req.body ?? {});
  const { kind, unit } = await acceptList(context, actorOf(res), { ...list, version });
  switch (kind) {
    case 'accepted':
      setFlash(res, 'list_accepted', unit.unitName);
      break;
    case 'accepted_before':
      setFlash(res, 'list_accepted_before', unit.unitName);
      break;
    case 'not_handed_in':
    case 'changed': {
      const note = wordsIn(languageOf(req)).listStatus.acceptRefused[kind];
      return showDesk(context, req, res, { status: 409, note, unitId: list.unitId });
    }
    default:
      throw new Error(`No such result: ${JSON.stringify(kind satisfies never)}`);
  }
  res.redirect(303, links.desk(list));
}

const seenForm = z.object({ seen: z.string().max(100).catch('') });

async function showReturn(
  context: Context,
  req: Request,
  res: Response,
  { status = 200, reason = '', problem }: { status?: number; reason?: string; problem?: string | undefined } = {},
) {
  const { listStatus } = wordsIn(languageOf(req));
  const facts = await loadSeatFacts(context.db.read, actorOf(res), param(req, 'clusterId'));
  const unit = unitIn(facts, param(req, 'unitId'));
  const list = { clusterId: facts.cluster.id, unitId: unit.unitId };
  await sendPage(req, res, 'desk/with-reason', {
    status,
    tab: 'registration',
    title: listStatus.returnTitle(unit.unitName),
    sub: listStatus.returnSub(facts.cluster.number, unit.seated + unit.waiting),
    explains: [listStatus.returnWhat],
    action: links.returnList({ clusterId: list.clusterId, unitId: list.unitId }),
    backHref: links.desk(list),
    label: listStatus.returnReason,
    reason,
    problem,
    confirm: listStatus.returnConfirm,
    isStop: true,
  });
}

async function submitReturn(context: Context, req: Request, res: Response) {
  const { listStatus } = wordsIn(languageOf(req));
  const { reason, problem } = readReasonForm(req.body, listStatus);
  if (problem !== undefined) return showReturn(context, req, res, { status: 422, reason, problem });
  const list = { clusterId: param(req, 'clusterId'), unitId: param(req, 'unitId') };
  const result = await returnList(context, actorOf(res), { ...list, reason });
  if (result.kind !== 'returned') {
    return showReturn(context, req, res, { status: 422, reason, problem: listStatus.returnRefused[result.kind] });
  }
  setFlash(res, 'list_returned', result.unit.unitName);
  res.redirect(303, links.desk(list));
}
