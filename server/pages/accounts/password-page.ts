import type { Request, Response } from 'express';
import type { Context } from '../../context.ts';
import { setFlash } from '../../http/page/flash.ts';
import { sendPage } from '../../http/page/page.ts';
import { languageOf } from '../../http/reader.ts';
import { actorOf } from '../../http/route.ts';
import { sessionHash } from '../../http/session.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { changePassword } from '../../actions/accounts/change-password.ts';
import { links } from '../links.ts';
import { newPasswordProblems, type Problems, passwordForm } from './forms.ts';
import { sentences } from './sentences.ts';

export async function showPassword(req: Request, res: Response, problems: Problems) {
  const t = wordsIn(languageOf(req));
  await sendPage(req, res, 'accounts/password', {
    status: Object.keys(problems).length > 0 ? 422 : 200,
    title: t.layout.password,
    problems: sentences(req, problems),
  });
}

export async function submitPassword(context: Context, req: Request, res: Response) {
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
  res.redirect(303, links.overview);
}
