/** A unit's list in its present order, with the means to change it. */
import type { Request, Response } from 'express';
import { registrationsOf } from '../../../db/people/registrations.ts';
import { type Context, instant } from '../../context.ts';
import { scopeOf, isRegistrar } from '../../domain/account.ts';
import { addressed } from '../../domain/vietnamese/person-name.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { isListClosedFor } from '../../actions/lists/list-facts.ts';
import { links } from '../links.ts';
import { readOrderForm } from './order-form.ts';
import { ownList, reorderList } from '../../actions/lists/reorder-list.ts';

export async function showOrder(context: Context, req: Request, res: Response, status = 200): Promise<void> {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req)).people;
  const [clusterId, unitId] = [param(req, 'clusterId'), param(req, 'unitId')];
  const { cluster, unit } = await ownList(context.db.read, actor, { clusterId, unitId });
  const list = await registrationsOf(context.db.read, { clusterId, scope: scopeOf(actor), unitId });
  const isClosed = isListClosedFor(actor, cluster, instant(context));
  await sendPage(req, res, 'desk/order', {
    status,
    tab: 'registration',
    title: t.orderTitle(unit.unitName),
    subtitle: wordsIn(languageOf(req)).layout.cluster(cluster.number),
    action: links.order({ clusterId, unitId }),
    backHref: links.desk({ clusterId, unitId: isRegistrar(actor) ? undefined : unitId }),
    isClosed,
    isByHand: list.some(({ manualOrder }) => manualOrder !== undefined),
    people: list.map((one, index) => ({
      id: one.id,
      place: index + 1,
      name: addressed(one),
      href: links.person(one.id),
      position: one.position,
      workplace: one.workplace,
      category: one.categoryCodes.join(', '),
      isWaiting: one.seat === 'waiting',
      placeLabel: t.orderPlace(addressed(one)),
      upLabel: t.orderUp(addressed(one)),
      downLabel: t.orderDown(addressed(one)),
      isFirst: index === 0,
      isLast: index === list.length - 1,
    })),
  });
}

export async function submitOrder(context: Context, req: Request, res: Response): Promise<void> {
  const [clusterId, unitId] = [param(req, 'clusterId'), param(req, 'unitId')];
  const form = readOrderForm(req.body);
  const { kind } = await reorderList(context, actorOf(res), { clusterId, unitId, ...form });
  if (kind === 'deadline_passed') return showOrder(context, req, res, 422);
  if (form.change.kind !== 'move') setFlash(res, kind === 'reordered' ? 'list_reordered' : 'list_order_same');
  const row = form.change.kind === 'move' ? `#row-${form.change.id}` : '';
  res.redirect(303, `${links.order({ clusterId, unitId })}${row}`);
}
