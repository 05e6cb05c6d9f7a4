import type { Request, Response } from 'express';
import { accountById, toActor } from '../../../db/accounts/accounts.ts';
import { clustersOfEvent, participantsOf } from '../../../db/events/clusters.ts';
import { eventById, eventOfTheMoment } from '../../../db/events/events.ts';
import { type Context, instant } from '../../context.ts';
import { inZone, shortDate, weekday } from '../../domain/words/document-date.ts';
import { tidy } from '../../domain/vietnamese/person-name.ts';
import { found } from '../../errors.ts';
import { type KeptForm, readKeptForm } from '../../http/kept-form.ts';
import { localPath } from '../../http/local-path.ts';
import { sendPage } from '../../http/page/page.ts';
import { addressOf, languageOf } from '../../http/reader.ts';
import { startSession } from '../../http/session.ts';
import { wordsIn } from '../../i18n/catalogue.ts';
import { signInForm } from './forms.ts';
import { signIn } from '../../actions/accounts/sign-in.ts';

export async function showSignIn(
  context: Context,
  req: Request,
  res: Response,
  {
    status = 200,
    login = '',
    next = req.query['next'],
    problem = '',
    kept,
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
    kept,
    event: await eventForSignIn(context, req),
  });
}

/** What the plan itself makes public: the event, its clusters and the units that take part. */
async function eventForSignIn(context: Context, req: Request) {
  const { read } = context.db;
  const id = await eventOfTheMoment(read, { kind: 'all' }, instant(context));
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

export async function submitSignIn(context: Context, req: Request, res: Response) {
  const { login, password, next, kept: text } = signInForm.parse(req.body ?? {});
  const words = wordsIn(languageOf(req)).accountProblems;
  const form = readKeptForm(text);
  const kept = form && text;
  const outcome = await signIn(context, { login: tidy(login), password, address: addressOf(req) });
  switch (outcome.kind) {
    case 'signed_in':
      await startSession(context, req, res, outcome.accountId);
      if (form) return showResume(context, req, res, { accountId: outcome.accountId, form });
      return res.redirect(303, localPath(next));
    case 'paused':
      res.set('Retry-After', String(outcome.minutes * 60));
      return showSignIn(context, req, res, { status: 429, login, next, kept, problem: words.paused(outcome.minutes) });
    case 'refused':
      return showSignIn(context, req, res, { status: 422, login, next, kept, problem: words.refused });
    default:
      throw new Error(`No such outcome: ${JSON.stringify(outcome satisfies never)}`);
  }
}

/**
 * The form that came too late, to be sent again by a button: it was not carried out, and whoever is signed in now may be
 * somebody else.
 */
async function showResume(
  context: Context,
  req: Request,
  res: Response,
  { accountId, form }: { accountId: string; form: KeptForm },
): Promise<void> {
  const account = found(await accountById(context.db.read, accountId));
  res.locals.actor = toActor(account);
  const { title } = wordsIn(languageOf(req)).accounts.resume;
  await sendPage(req, res, 'accounts/resume', { title, action: form.path, fields: form.fields });
}
