import type { Request, Response } from 'express';
import type { Context } from '../context.ts';
import { localPath } from './local-path.ts';
import { everyone, post, type Route } from './route.ts';

const YEAR = 365 * 24 * 3600 * 1000;

/** Language and text size are the reader's own; a cookie remembers them, a POST changes them. */
export const preferenceRoutes = ({ config }: Context): Route[] => {
  const remember = (name: string, allowed: readonly string[]) => (req: Request, res: Response) => {
    const value = String(req.body?.value ?? '');
    if (allowed.includes(value)) {
      res.cookie(name, value, { sameSite: 'lax', httpOnly: true, secure: config.isHttps, path: '/', maxAge: YEAR });
    }
    res.redirect(303, localPath(req.body?.back));
  };
  return [
    post('/preferences/language', everyone, remember('lang', ['vi', 'en'])),
    post('/preferences/text-size', everyone, remember('text', ['normal', 'large'])),
  ];
};
