/**
 * Refuses unsafe requests that another site started. Browsers say so themselves (Sec-Fetch-Site, else Origin); a client
 * that sends neither is no browser and carries nobody's cookies by itself. The same rule as Go's CrossOriginProtection.
 */
import type { RequestHandler } from 'express';
import { Forbidden } from '../errors.ts';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

export class CrossSite extends Forbidden {}

export const sameSite =
  (publicBaseUrl: string): RequestHandler =>
  (req, _res, next) => {
    if (SAFE.includes(req.method)) return next();
    const site = req.headers['sec-fetch-site'];
    if (site === 'same-origin' || site === 'none') return next();
    const origin = req.headers.origin;
    if (site === undefined && (origin === undefined || origin === publicBaseUrl)) return next();
    next(new CrossSite());
  };
