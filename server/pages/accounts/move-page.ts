import { isRegistrar } from '../../domain/account.ts';
import type { Request, Response } from 'express';
import type { Account } from '../../../db/accounts/accounts.ts';
import { participatingUnits, successorOf, type Unit } from '../../../db/units/units.ts';
import type { Context } from '../../context.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { links } from '../links.ts';
import { moveForm, type Problems } from './forms.ts';
import { managedAccount } from './list-page.ts';
import { moveAccount } from '../../actions/accounts/move-account.ts';
import { sentences } from './sentences.ts';

type Returned = { problems: Problems; unit: string };

/** Offers the unit that took over first; it may not take part in any cluster yet. */
export async function showMove(context: Context, req: Request, res: Response, returned?: Returned): Promise<void> {
  const account = await managedAccount(context, req, res);
  const t = wordsIn(languageOf(req));
  const successor = account.unitId === undefined ? undefined : await successorOf(context.db.read, account.unitId);
  const units = await offeredUnits(context, account, successor);
  await sendPage(req, res, 'accounts/move', {
    status: returned ? 422 : 200,
    tab: 'accounts',
    title: t.accounts.moveTitle(account.fullName),
    action: links.moveAccount(account.id),
    now: t.accounts.moveNow(account.unitName ?? t.layout.none),
    hasEnded: account.hasEndedUnit,
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    empty: isRegistrar(account) ? t.accounts.chooseUnit : t.accounts.noUnit,
    unit: returned?.unit ?? successor?.id ?? '',
    problems: sentences(req, returned?.problems ?? {}),
  });
}

async function offeredUnits(context: Context, account: Account, successor: Unit | undefined): Promise<Unit[]> {
  const others = await participatingUnits(context.db.read);
  const first = successor ? [successor] : [];
  return [...first, ...others.filter(({ id }) => id !== successor?.id && id !== account.unitId)];
}

export async function submitMove(context: Context, req: Request, res: Response): Promise<void> {
  const account = await managedAccount(context, req, res);
  const { unit: typed } = moveForm.parse(req.body ?? {});
  const result = await moveAccount(context, actorOf(res), { accountId: account.id, unitId: typed });
  if (result.kind === 'refused') {
    return showMove(context, req, res, { problems: { unit: result.problem }, unit: typed });
  }
  const none = wordsIn(languageOf(req)).accounts.noUnit;
  setFlash(res, 'account_moved', account.login, (result.unit?.name ?? none).slice(0, 150));
  res.redirect(303, links.accounts);
}
