/** Enforces what a route's policy says, before its handler runs. */
import type { Request, RequestHandler, Response } from 'express';
import { devicesByCredential } from '../../db/door/devices.ts';
import { type Context, instant } from '../context.ts';
import type { Actor } from '../domain/account.ts';
import { sha256 } from '../keys.ts';
import { Forbidden, Unauthorised } from '../errors.ts';
import { eventAsked } from './event-asked.ts';
import type { Policy } from './route.ts';
import { actorOfSession } from './session.ts';
import { loadShell } from './page/shell.ts';

export class DeviceUnauthorised extends Unauthorised {}

/** The bearer credential of a request, as the hash it is stored under. */
export function credentialHash(req: Request): string {
  const match = /^Bearer ([\w-]{20,100})$/.exec(req.headers.authorization ?? '');
  if (!match?.[1]) throw new DeviceUnauthorised();
  return sha256(match[1]);
}

export function enforce(policy: Policy, context: Context): RequestHandler {
  return async (req, res, next) => {
    switch (policy.kind) {
      case 'holder':
        return next();
      case 'public':
        signIn(context, req, res, await actorOfSession(context, req));
        return next();
      case 'device_in_batch':
        return next();
      case 'device':
        await requireDevice(context, req, res);
        return next();
      case 'account': {
        const actor = await actorOfSession(context, req);
        if (!actor) throw new Unauthorised();
        signIn(context, req, res, actor);
        if (!policy.roles.includes(actor.role)) throw new Forbidden();
        return next();
      }
      default:
        throw new Error(`No such policy: ${JSON.stringify(policy satisfies never)}`);
    }
  };
}

/** Who asks, and what stands around their pages. The path is read now: an error page is shown outside of its route. */
function signIn(context: Context, req: Request, res: Response, actor: Actor | undefined): void {
  res.locals.actor = actor;
  const page = { path: req.params, asked: eventAsked(req) };
  if (actor) res.locals.loadShell = () => loadShell(context, actor, page);
}

async function requireDevice(context: Context, req: Request, res: Response): Promise<void> {
  const hash = credentialHash(req);
  const device = (await devicesByCredential(context.db.read, [hash], instant(context))).get(hash);
  if (!device) throw new DeviceUnauthorised();
  res.locals.device = device;
}
