import type { Context } from '../context.ts';
import type { Route } from '../http/route.ts';

export const reportRoutes = (_context: Context): Route[] => [];
