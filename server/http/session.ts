/**
 * Sessions: a random secret in the cookie, its SHA-256 in the database. 30 minutes idle, 12 hours at the most.
 * The account is read with every request, so a disabled one is out at once.
 */
import type { Request, Response } from 'express';
import { toActor } from '../../db/accounts/accounts.ts';
import { deleteLogin, deleteLoginsBefore, insertLogin, sessionByHash, touchLogin } from '../../db/accounts/logins.ts';
import { isUnavailable } from '../../db/engine/index.ts';
import { type Context, instant } from '../context.ts';
import type { Actor } from '../domain/account.ts';
import { sha256 } from '../keys.ts';
import { cookiesOf } from './reader.ts';

const IDLE_MINUTES = 30;
const ABSOLUTE_HOURS = 12;
/** Writing the last sight with every click would queue pages behind each other; a minute is close enough. */
const TOUCH_SECONDS = 60;

/** The `__Host-` prefix needs HTTPS; a plain http address is for trying out on one machine. */
const cookieName = (isHttps: boolean) => (isHttps ? '__Host-sid' : 'sid');

const cookieOptions = (isHttps: boolean) =>
  ({ httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/', maxAge: ABSOLUTE_HOURS * 3_600_000 }) as const;

/** Starts a session for the account and gives the browser its secret. A session that was open before is ended. */
export async function startSession(context: Context, req: Request, res: Response, accountId: string): Promise<void> {
  const secret = context.newSecret();
  const at = instant(context);
  const old = secretOf(context, req);
  await context.db.write(async (tx) => {
    if (old) await deleteLogin(tx, sha256(old));
    await deleteLoginsBefore(tx, oldestStart(context));
    await insertLogin(tx, { idHash: sha256(secret), accountId, createdAt: at, lastSeenAt: at });
  });
  res.cookie(cookieName(context.config.isHttps), secret, cookieOptions(context.config.isHttps));
}

export async function endSession(context: Context, req: Request, res: Response): Promise<void> {
  const secret = secretOf(context, req);
  if (secret) await context.db.write((tx) => deleteLogin(tx, sha256(secret)));
  res.clearCookie(cookieName(context.config.isHttps), { ...cookieOptions(context.config.isHttps), maxAge: 0 });
  res.set('Clear-Site-Data', '"cache"');
}

/** The hash under which this request's session is stored. */
export const sessionHash = (context: Context, req: Request): string | undefined => {
  const secret = secretOf(context, req);
  return secret === undefined ? undefined : sha256(secret);
};

/** Sessions that began before this are over; the next sign-in sweeps them out. */
const oldestStart = (context: Context): string => context.now().minus({ hours: ABSOLUTE_HOURS }).toUTC().toISO();

const secretOf = (context: Context, req: Request): string | undefined =>
  cookiesOf(req)[cookieName(context.config.isHttps)];

/** The person behind the request, when the session is alive and the account not disabled. */
export async function actorOfSession(context: Context, req: Request): Promise<Actor | undefined> {
  const idHash = sessionHash(context, req);
  if (!idHash) return undefined;
  const session = await sessionByHash(context.db.read, idHash);
  if (!session || session.account.disabledAt) return undefined;
  const now = context.now();
  const idleSince = now.minus({ minutes: IDLE_MINUTES }).toUTC().toISO();
  const oldest = oldestStart(context);
  if (session.lastSeenAt < idleSince || session.createdAt < oldest) return undefined;
  if (session.lastSeenAt < now.minus({ seconds: TOUCH_SECONDS }).toUTC().toISO()) {
    await noteSight(context, idHash);
  }
  return toActor(session.account);
}

/** On a full disk or behind a lock people can still read; the next request tries again. */
async function noteSight(context: Context, idHash: string): Promise<void> {
  try {
    await context.db.write((tx) => touchLogin(tx, idHash, instant(context)));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    context.log.warn({ err: error }, 'a session was not marked as seen');
  }
}
