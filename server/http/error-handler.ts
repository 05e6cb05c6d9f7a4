/**
 * The one place where errors become answers: a page for people, a code and a sentence for API clients. Details of our
 * own mistakes go to the log under a reference, never to the reader.
 */
import type { ErrorRequestHandler, Request, Response } from 'express';
import { isUnavailable } from '../../db/engine/index.ts';
import type { Context } from '../context.ts';
import { wordsIn } from '../i18n/catalogue.ts';
import type { ErrorCode } from '../i18n/vi/errors.ts';
import { BadRequest, Forbidden, NotAvailable, NotFound, TooMany, Unauthorised } from '../errors.ts';
import { links } from '../pages/links.ts';
import { keepForm } from './kept-form.ts';
import { sendPage } from './page/page.ts';
import { DeviceUnauthorised } from './policy.ts';
import { languageOf } from './reader.ts';
import { CrossSite } from './same-site.ts';

type Ending = { status: number; code: ErrorCode; retryAfter?: number };

export const isApi = (req: Request): boolean => req.originalUrl.startsWith('/api/');

function endingOf(error: unknown, req: Request): Ending {
  if (error instanceof NotFound) return { status: 404, code: 'not_found' };
  if (error instanceof NotAvailable) return { status: 404, code: 'format_unavailable' };
  if (error instanceof CrossSite) return { status: 403, code: 'cross_site' };
  if (error instanceof Forbidden) return { status: 403, code: 'forbidden' };
  if (error instanceof DeviceUnauthorised) return { status: 401, code: 'device_unauthorised' };
  if (error instanceof Unauthorised) return { status: 401, code: 'unauthorised' };
  if (error instanceof TooMany) return { status: 429, code: 'too_many', retryAfter: error.retryAfter };
  if (error instanceof BadRequest) return { status: 400, code: error.code as ErrorCode };
  if (isUnavailable(error)) return { status: 503, code: 'unavailable', retryAfter: 5 };
  const status = statusOf(error);
  if (status === 413) return { status, code: 'too_large' };
  if (status !== undefined && status >= 400 && status < 500) {
    if (!isApi(req)) return { status, code: 'malformed_form' };
    return { status, code: error instanceof SyntaxError ? 'malformed_json' : 'malformed_body' };
  }
  return { status: 500, code: 'unexpected' };
}

/** Errors of the body parser and the router carry a status of their own. */
function statusOf(error: unknown): number | undefined {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

export function sendApiError(req: Request, res: Response, { status, code }: Ending): void {
  const message = wordsIn(languageOf(req)).errors[code];
  res.status(status).json({ error: { code, message } });
}

export function errorHandler(context: Context): ErrorRequestHandler {
  return async (error, req, res, next) => {
    if (res.headersSent) return next(error);
    const ending = endingOf(error, req);
    const reference = context.newId();
    if (ending.status >= 500) {
      context.log.error({ err: error, reference, method: req.method, route: req.route?.path }, 'request failed');
    }
    if (ending.retryAfter !== undefined) res.set('Retry-After', String(ending.retryAfter));
    if (isApi(req)) return sendApiError(req, res, ending);
    const wantsSignIn = ending.code === 'unauthorised' && req.method === 'GET';
    if (wantsSignIn) return res.redirect(303, links.signInFor(req.originalUrl));
    const t = wordsIn(languageOf(req));
    const kept = ending.code === 'unauthorised' ? keepForm(req) : undefined;
    if (kept !== undefined) return await askToSignInAgain(req, res, kept);
    await sendPage(req, res, 'layout/error', {
      status: ending.status,
      title: t.errors.title,
      message: ending.code === 'unauthorised' ? t.errors.signInInAnotherWindow : t.errors[ending.code],
      reference: ending.status >= 500 ? t.errors.reference(reference) : undefined,
      offersSignIn: ending.code === 'unauthorised',
    });
  };
}

/** The form is carried over the sign-in (see kept-form). */
async function askToSignInAgain(req: Request, res: Response, kept: string): Promise<void> {
  const t = wordsIn(languageOf(req));
  const title = t.accounts.title;
  const problem = t.errors.signInAgain;
  await sendPage(req, res, 'accounts/sign-in', { status: 401, title, login: '', next: '/', problem, kept });
}
