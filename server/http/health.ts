import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ping } from '../../db/open.ts';
import type { Context } from '../context.ts';
import { root } from '../root.ts';
import { everyone, get, type Route } from './route.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** 200 only when the database answers; a monitor needs to know nothing else. */
export const healthRoutes = ({ db, log }: Context): Route[] => [
  get('/healthz', everyone, async (_req, res) => {
    const problem = await ping(db).catch((error: unknown) => error ?? 'no answer');
    if (problem) log.error({ err: problem }, 'the database does not answer');
    const status = problem ? 503 : 200;
    res.status(status).set('Cache-Control', 'no-store').json({ ok: !problem, version, engine: db.engine });
  }),
];
