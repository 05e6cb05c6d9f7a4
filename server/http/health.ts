import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ping } from '../../db/open.ts';
import type { Context } from '../context.ts';
import { root } from '../root.ts';
import { everyone, get, type Route } from './route.ts';

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

/** 200 only when the database answers; a monitor needs to know nothing else. */
export const healthRoutes = ({ db }: Context): Route[] => [
  get('/healthz', everyone, async (_req, res) => {
    await ping(db);
    res.set('Cache-Control', 'no-store').json({ ok: true, version, engine: db.engine });
  }),
];
