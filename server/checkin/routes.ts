import type { Context } from '../context.ts';
import type { Route } from '../http/route.ts';

export const checkinRoutes = (_context: Context): Route[] => [];
