import type { Request, Response } from 'express';
import { openLink } from '../../../db/accounts/account-links.ts';
import { accountById, hasAccounts } from '../../../db/accounts/accounts.ts';
import { type Context, instant } from '../../context.ts';
import { tidy } from '../../domain/vietnamese/person-name.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { param } from '../../http/route.ts';
import { startSession } from '../../http/session.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { sha256 } from '../../keys.ts';
import { links } from '../links.ts';
import { joinForm, loginProblem, newPasswordProblems, type Problems } from './forms.ts';
import { joinAccount, joinAsFirstAdmin } from '../../actions/accounts/join.ts';
import { sentences } from './sentences.ts';

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

export async function showJoin(
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

export async function submitJoin(context: Context, req: Request, res: Response) {
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
  res.redirect(303, links.overview);
}
