/**
 * A route says who may call it, or the app does not start. The same table feeds the test that tries every route as
 * every role with every foreign id.
 */
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { PairedDevice } from '../../db/door/devices.ts';
import type { Actor, Role } from '../domain/account.ts';
import type { Shell } from './page/shell.ts';

export type Policy =
  /** Anyone, signed in or not. */
  | { kind: 'public' }
  /** Whoever holds the secret in the path (invitation, one-time link); a wrong one is 404. */
  | { kind: 'holder' }
  /** A signed-in account with one of the roles. */
  | { kind: 'account'; roles: readonly Role[] }
  /** A paired phone with its bearer credential. */
  | { kind: 'device' }
  /** The same, but looked up in one query with all requests of the same moment (see checkin/record-scans). */
  | { kind: 'device_in_batch' };

export const everyone: Policy = { kind: 'public' };
export const holder: Policy = { kind: 'holder' };
export const device: Policy = { kind: 'device' };
export const deviceInBatch: Policy = { kind: 'device_in_batch' };
export const signedIn: Policy = { kind: 'account', roles: ['admin', 'organiser', 'registrar', 'accountant'] };
export const organisers: Policy = { kind: 'account', roles: ['admin', 'organiser'] };
export const registers: Policy = { kind: 'account', roles: ['admin', 'organiser', 'registrar'] };
export const readsLists: Policy = { kind: 'account', roles: ['admin', 'organiser', 'registrar', 'accountant'] };

export type Method = 'GET' | 'POST';

/** What the OpenAPI document says of a route under /api. */
export type ApiDescription = {
  summary: string;
  body?: z.ZodType;
  response: z.ZodType;
};

export type Route = {
  method: Method;
  path: string;
  policy: Policy;
  handle: (req: Request, res: Response) => Promise<void> | void;
  api?: ApiDescription;
};

export const get = (path: string, policy: Policy, handle: Route['handle'], api?: ApiDescription): Route => ({
  method: 'GET',
  path,
  policy,
  handle,
  ...(api && { api }),
});

export const post = (path: string, policy: Policy, handle: Route['handle'], api?: ApiDescription): Route => ({
  method: 'POST',
  path,
  policy,
  handle,
  ...(api && { api }),
});

/** Set by `enforce` before the handler runs. */
declare module 'express-serve-static-core' {
  interface Locals {
    actor?: Actor | undefined;
    device?: PairedDevice;
    /** What stands around the page; asked for by pages alone. */
    loadShell?: () => Promise<Shell>;
  }
}

/** The signed-in person. Throws when the route's policy does not sign anybody in: that would be our mistake. */
export function actorOf(res: Response): Actor {
  if (!res.locals.actor) throw new Error('No actor: the policy of this route does not ask for an account.');
  return res.locals.actor;
}

export function deviceOf(res: Response): PairedDevice {
  if (!res.locals.device) throw new Error('No device: the policy of this route does not ask for one.');
  return res.locals.device;
}

/** A path parameter; Express has matched it, so it is there. */
export function param(req: Request, name: string): string {
  const value = req.params[name];
  if (typeof value !== 'string') throw new Error(`Route has no parameter ${name}.`);
  return value;
}
