import type { Request, Response } from 'express';
import { type Account, accountById, listAccounts } from '../../../db/accounts/accounts.ts';
import { participatingUnits, unitById } from '../../../db/units/units.ts';
import type { Context } from '../../context.ts';
import { type Actor, mayManage, type Role } from '../../domain/account.ts';
import { fullMoment, inZone } from '../../domain/words/document-date.ts';
import { tidy } from '../../domain/vietnamese/person-name.ts';
import { found, NotFound } from '../../errors.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf, param } from '../../http/route.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { inviteForm, loginProblem, type Problems } from './forms.ts';
import { inviteAccount, type OneTimeLink, renewLink } from '../../actions/accounts/invite-account.ts';
import { sentences } from './sentences.ts';

const ROLES: readonly Role[] = ['admin', 'organiser', 'registrar', 'accountant'];

type InviteFields = { login: string; fullName: string; role: string; unit: string };
type AccountsPage = { problems?: Problems; typed?: InviteFields; newLink?: OneTimeLink & { name: string } };

export async function showAccounts(
  context: Context,
  req: Request,
  res: Response,
  { problems = {}, typed, newLink }: AccountsPage = {},
) {
  const actor = actorOf(res);
  const t = wordsIn(languageOf(req));
  const roles = ROLES.filter((role) => mayManage(actor, role));
  const accounts = await listAccounts(context.db.read, roles);
  await sendPage(req, res, 'accounts/list', {
    status: Object.keys(problems).length > 0 ? 422 : 200,
    tab: 'accounts',
    title: t.layout.accounts,
    accounts: accounts.map((account) => ({
      id: account.id,
      fullName: account.fullName,
      login: account.login,
      role: t.layout.roles[account.role],
      unit: account.unitName ?? t.layout.none,
      hasEndedUnit: account.hasEndedUnit,
      isDisabled: account.disabledAt !== undefined,
      hasPassword: account.passwordHash !== undefined,
      isSelf: account.id === actor.accountId,
    })),
    roles: roles.map((role) => ({ value: role, label: t.layout.roles[role] })),
    units: (await participatingUnits(context.db.read)).map((unit) => ({ value: unit.id, label: unit.name })),
    typed: typed ?? { login: '', fullName: '', role: 'registrar', unit: '' },
    problems: sentences(req, problems),
    newLink: newLink && {
      name: newLink.name,
      link: newLink.link,
      expires: fullMoment(inZone(newLink.expiresAt, 'Asia/Ho_Chi_Minh'), languageOf(req)),
    },
  });
}

export async function submitInvitation(context: Context, req: Request, res: Response) {
  const actor = actorOf(res);
  const typed = inviteForm.parse(req.body ?? {});
  const role = ROLES.find((known) => known === typed.role && mayManage(actor, known));
  const unit = typed.unit === '' ? undefined : await unitById(context.db.read, typed.unit);
  const problems: Problems = {};
  const login = loginProblem(typed.login);
  if (login) problems.login = login;
  if (tidy(typed.fullName) === '') problems.fullName = 'missing';
  if (!role) problems.role = 'role_unknown';
  if ((role === 'registrar' && !unit) || (typed.unit !== '' && !unit)) problems.unit = 'unit_missing';
  if (unit?.hasEnded) problems.unit = 'unit_ended';
  if (!role || Object.keys(problems).length > 0) return showAccounts(context, req, res, { problems, typed });
  const wanted = { login: tidy(typed.login), fullName: tidy(typed.fullName), role, unitId: unit?.id };
  const outcome = await inviteAccount(context, actor, wanted);
  if (outcome.kind === 'login_taken') {
    return showAccounts(context, req, res, { problems: { login: 'login_taken' }, typed });
  }
  await showAccounts(context, req, res, { newLink: { ...outcome, name: wanted.fullName } });
}

/** The account in the path, if this person may manage it; otherwise it does not exist. */
export async function managedAccount(context: Context, req: Request, res: Response): Promise<Account> {
  const actor: Actor = actorOf(res);
  const account = found(await accountById(context.db.read, param(req, 'accountId')));
  if (!mayManage(actor, account.role) || account.id === actor.accountId) throw new NotFound();
  return account;
}

export async function submitLink(context: Context, req: Request, res: Response) {
  const account = await managedAccount(context, req, res);
  const purpose = account.passwordHash === undefined ? 'join' : 'reset';
  const link = await renewLink(context, actorOf(res), account.id, purpose);
  await showAccounts(context, req, res, { newLink: { ...link, name: account.fullName } });
}
