import type { Request, Response } from 'express';
import { openLink } from '../../db/account-links.ts';
import { type Account, accountById, hasAccounts, listAccounts } from '../../db/accounts.ts';
import { clustersOfEvent, participantsOf } from '../../db/clusters.ts';
import { eventById, latestEventId } from '../../db/events.ts';
import { participatingUnits, unitById } from '../../db/units.ts';
import { type Context, instant } from '../context.ts';
import { type Actor, mayManage, type Role } from '../domain/account.ts';
import { fullMoment, inZone, shortDate, weekday } from '../domain/document-date.ts';
import { tidy } from '../domain/vietnamese/person-name.ts';
import { found, NotFound } from '../http/errors.ts';
import { setFlash } from '../http/flash.ts';
import { localPath } from '../http/local-path.ts';
import { sendPage } from '../http/page.ts';
import { addressOf, languageOf } from '../http/reader.ts';
import { actorOf, everyone, get, holder, organisers, param, post, type Route, signedIn } from '../http/route.ts';
import { endSession, sessionHash, startSession } from '../http/session.ts';
import { wordsIn } from '../i18n/catalogue.ts';
import { sha256 } from '../keys.ts';
import { changePassword } from './change-password.ts';
import {
  inviteForm,
  joinForm,
  loginProblem,
  newPasswordProblems,
  type Problems,
  passwordForm,
  signInForm,
} from './forms.ts';
import { inviteAccount, type OneTimeLink, renewLink } from './invite-account.ts';
import { joinAccount, joinAsFirstAdmin } from './join.ts';
import { disableAccount, enableAccount } from './set-disabled.ts';
import { signIn } from './sign-in.ts';

const ROLES: readonly Role[] = ['admin', 'organiser', 'registrar', 'accountant'];

export const accountRoutes = (context: Context): Route[] => [
  get('/login', everyone, (req, res) => showSignIn(context, req, res)),
  post('/login', everyone, (req, res) => submitSignIn(context, req, res)),
  post('/logout', everyone, async (req, res) => {
    await endSession(context, req, res);
    setFlash(res, 'signed_out');
    res.redirect(303, '/login');
  }),
  get('/join/:token', holder, (req, res) => showJoin(context, req, res)),
  post('/join/:token', holder, (req, res) => submitJoin(context, req, res)),
  get('/account/password', signedIn, (req, res) => showPassword(req, res, {})),
  post('/account/password', signedIn, (req, res) => submitPassword(context, req, res)),
  get('/accounts', organisers, (req, res) => showAccounts(context, req, res)),
  post('/accounts', organisers, (req, res) => submitInvitation(context, req, res)),
  post('/accounts/:accountId/link', organisers, (req, res) => submitLink(context, req, res)),
  post('/accounts/:accountId/disable', organisers, async (req, res) => {
    const account = await managedAccount(context, req, res);
    await disableAccount(context, actorOf(res), account.id);
    setFlash(res, 'account_disabled', account.login);
    res.redirect(303, '/accounts');
  }),
  post('/accounts/:accountId/enable', organisers, async (req, res) => {
    const account = await managedAccount(context, req, res);
    await enableAccount(context, actorOf(res), account.id);
    setFlash(res, 'account_enabled', account.login);
    res.redirect(303, '/accounts');
  }),
];

async function showSignIn(
  context: Context,
  req: Request,
  res: Response,
  {
    status = 200,
    login = '',
    next = req.query['next'],
    problem = '',
  }: Partial<Record<string, unknown>> & { status?: number } = {},
) {
  if (res.locals.actor && status === 200) return res.redirect(303, localPath(next));
  const t = wordsIn(languageOf(req));
  await sendPage(req, res, 'accounts/sign-in', {
    status,
    title: t.accounts.title,
    login,
    next: localPath(next),
    problem,
    event: await eventForSignIn(context, req),
  });
}

/** What the plan itself makes public: the event, its clusters and the units that take part. */
async function eventForSignIn(context: Context, req: Request) {
  const { read } = context.db;
  const id = await latestEventId(read);
  const event = id && (await eventById(read, id));
  if (!event) return undefined;
  const language = languageOf(req);
  const clusters = await clustersOfEvent(read, { kind: 'all' }, event.id);
  return {
    office: event.leadUnit.name,
    title: event.title,
    clusters: await Promise.all(
      clusters.map(async (cluster) => {
        const time = inZone(cluster.startsAt, cluster.zone);
        const units = (await participantsOf(read, cluster.id)).filter((unit) => unit.unitId !== event.leadUnit.id);
        return {
          date: shortDate(time),
          weekday: weekday(time, language),
          name: `${wordsIn(language).layout.cluster(cluster.number)} · ${cluster.hostUnit.name}`,
          units: units.map((unit) => unit.unitName).join(', '),
        };
      }),
    ),
  };
}

async function submitSignIn(context: Context, req: Request, res: Response) {
  const { login, password, next } = signInForm.parse(req.body ?? {});
  const words = wordsIn(languageOf(req)).accountProblems;
  const outcome = await signIn(context, { login: tidy(login), password, address: addressOf(req) });
  switch (outcome.kind) {
    case 'signed_in':
      await startSession(context, req, res, outcome.accountId);
      return res.redirect(303, localPath(next));
    case 'paused':
      res.set('Retry-After', String(outcome.minutes * 60));
      return showSignIn(context, req, res, { status: 429, login, next, problem: words.paused(outcome.minutes) });
    case 'refused':
      return showSignIn(context, req, res, { status: 422, login, next, problem: words.refused });
    default:
      throw new Error(`No such outcome: ${JSON.stringify(outcome satisfies never)}`);
  }
}

async function linkOf(context: Context, req: Request) {
  const link = await openLink(context.db.read, sha256(param(req, 'token')), instant(context));
  if (!link) return undefined;
  if (link.purpose === 'first_admin') {
    return (await hasAccounts(context.db.read)) ? undefined : { purpose: link.purpose, account: undefined };
  }
  const account = link.accountId && (await accountById(context.db.read, link.accountId));
  return account && !account.disabledAt ? { purpose: link.purpose, account } : undefined;
}

type JoinFields = { login?: string; fullName?: string };

async function showJoin(
  context: Context,
  req: Request,
  res: Response,
  { problems = {}, typed = {} }: { problems?: Problems; typed?: JoinFields } = {},
) {
  const link = await linkOf(context, req);
  const t = wordsIn(languageOf(req));
  if (!link) {
    return sendPage(req, res, 'layout/error', { status: 404, title: t.errors.title, message: t.errors.link_invalid });
  }
  await sendPage(req, res, 'accounts/join', {
    status: Object.keys(problems).length > 0 ? 422 : 200,
    title: t.accounts.title,
    purpose: link.purpose,
    login: link.account?.login ?? typed.login ?? '',
    fullName: link.account?.fullName ?? typed.fullName ?? '',
    problems: sentences(req, problems),
    action: req.originalUrl,
  });
}

async function submitJoin(context: Context, req: Request, res: Response) {
  const form = joinForm.parse(req.body ?? {});
  const link = await linkOf(context, req);
  if (!link) return showJoin(context, req, res);
  const token = param(req, 'token');
  const login = link.account?.login ?? tidy(form.login);
  const problems: Problems = newPasswordProblems({ ...form, login });
  if (!link.account) {
    const problem = loginProblem(login);
    if (problem) problems.login = problem;
    if (tidy(form.fullName) === '') problems.fullName = 'missing';
  }
  if (Object.keys(problems).length > 0) return showJoin(context, req, res, { problems, typed: form });
  const joined = link.account
    ? await joinAccount(context, { token, accountId: link.account.id, password: form.password })
    : await joinAsFirstAdmin(context, { token, login, fullName: tidy(form.fullName), password: form.password });
  if (joined.kind === 'link_invalid') return showJoin(context, req, res);
  await startSession(context, req, res, joined.accountId);
  res.redirect(303, '/');
}

function sentences(req: Request, problems: Problems): Partial<Record<keyof Problems, string>> {
  const words = wordsIn(languageOf(req)).accountProblems;
  return Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, words[code]]));
}

async function showPassword(req: Request, res: Response, problems: Problems) {
  const t = wordsIn(languageOf(req));
  await sendPage(req, res, 'accounts/password', {
    status: Object.keys(problems).length > 0 ? 422 : 200,
    title: t.layout.password,
    problems: sentences(req, problems),
  });
}

async function submitPassword(context: Context, req: Request, res: Response) {
  const form = passwordForm.parse(req.body ?? {});
  const actor = actorOf(res);
  const problems = newPasswordProblems({ ...form, login: actor.login });
  if (form.current === '') problems.current = 'missing';
  if (Object.keys(problems).length > 0) return showPassword(req, res, problems);
  const change = await changePassword(context, {
    accountId: actor.accountId,
    current: form.current,
    next: form.password,
    keepSession: sessionHash(context, req),
  });
  if (change.kind === 'wrong_password') return showPassword(req, res, { current: 'wrong_password' });
  setFlash(res, 'password_changed');
  res.redirect(303, '/');
}

type InviteFields = { login: string; fullName: string; role: string; unit: string };
type AccountsPage = { problems?: Problems; typed?: InviteFields; newLink?: OneTimeLink & { name: string } };

async function showAccounts(
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

async function submitInvitation(context: Context, req: Request, res: Response) {
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
  if (!role || Object.keys(problems).length > 0) return showAccounts(context, req, res, { problems, typed });
  const wanted = { login: tidy(typed.login), fullName: tidy(typed.fullName), role, unitId: unit?.id };
  const outcome = await inviteAccount(context, actor, wanted);
  if (outcome.kind === 'login_taken') {
    return showAccounts(context, req, res, { problems: { login: 'login_taken' }, typed });
  }
  await showAccounts(context, req, res, { newLink: { ...outcome, name: wanted.fullName } });
}

/** The account in the path, if this person may manage it; otherwise it does not exist. */
async function managedAccount(context: Context, req: Request, res: Response): Promise<Account> {
  const actor: Actor = actorOf(res);
  const account = found(await accountById(context.db.read, param(req, 'accountId')));
  if (!mayManage(actor, account.role) || account.id === actor.accountId) throw new NotFound();
  return account;
}

async function submitLink(context: Context, req: Request, res: Response) {
  const account = await managedAccount(context, req, res);
  const purpose = account.passwordHash === undefined ? 'join' : 'reset';
  const link = await renewLink(context, actorOf(res), account.id, purpose);
  await showAccounts(context, req, res, { newLink: { ...link, name: account.fullName } });
}
