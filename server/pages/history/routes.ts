import type { Context } from '../../context.ts';
import { get, organisers, type Route, registers } from '../../http/route.ts';
import { showHistory } from './cluster-history-page.ts';
import { showEventHistory } from './event-history-page.ts';

export const historyRoutes = (context: Context): Route[] => [
  get('/clusters/:clusterId/history', registers, (req, res) => showHistory(context, req, res)),
  get('/events/:eventId/history', organisers, (req, res) => showEventHistory(context, req, res)),
];
