import type { Context } from '../context.ts';
import type { Route } from '../http/route.ts';

export const overviewRoutes = (_context: Context): Route[] => [];
