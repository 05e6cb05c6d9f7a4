/** Every middleware and every feature, in order, on one page. */
import { join } from 'node:path';
import express, { type Express } from 'express';
import { accountRoutes } from './pages/accounts/routes.ts';
import { checkinRoutes } from './pages/door/routes.ts';
import type { Context } from './context.ts';
import { eventRoutes } from './pages/setup/routes.ts';
import { errorHandler } from './http/error-handler.ts';
import { NotFound } from './errors.ts';
import { healthRoutes } from './http/health.ts';
import { openApiRoute } from './api/open-api.ts';
import { enforce } from './http/policy.ts';
import { preferenceRoutes } from './http/preferences.ts';
import type { Route } from './http/route.ts';
import { sameSite } from './http/same-site.ts';
import { securityHeaders } from './http/security-headers.ts';
import { invitationRoutes } from './pages/letters/routes.ts';
import { overviewRoutes } from './pages/overview/routes.ts';
import { peopleRoutes } from './pages/people/routes.ts';
import { registrationRoutes } from './pages/desk/routes.ts';
import { reportRoutes } from './pages/lists/routes.ts';
import { doorApi } from './api/door.ts';
import { registrationsApi } from './api/registrations.ts';
import { historyRoutes } from './pages/history/routes.ts';
import { placesRoutes } from './pages/places/routes.ts';
import { holderRoutes } from './pages/invitation/routes.ts';
import { root } from './root.ts';

/** All routes of the house. The door comes first: it is the one that may not wait. */
export function routesOf(context: Context): Route[] {
  const routes = [
    ...checkinRoutes(context),
    ...doorApi(context),
    ...healthRoutes(context),
    ...accountRoutes(context),
    ...preferenceRoutes(context),
    ...overviewRoutes(context),
    ...registrationRoutes(context),
    ...placesRoutes(context),
    ...historyRoutes(context),
    ...registrationsApi(context),
    ...peopleRoutes(context),
    ...invitationRoutes(context),
    ...holderRoutes(context),
    ...reportRoutes(context),
    ...eventRoutes(context),
  ];
  return [...routes, openApiRoute(routes)];
}

export function createApp(context: Context, routes: Route[] = routesOf(context)): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('case sensitive routing', false);
  app.set('trust proxy', 'loopback');

  app.use(securityHeaders(context.config));
  app.use('/build', express.static(join(root, 'public', 'build'), { immutable: true, maxAge: '365d', index: false }));
  app.use('/static', express.static(join(root, 'public', 'static'), { maxAge: '1h', index: false }));
  app.use(sameSite(context.config.publicBaseUrl));
  app.use(['/api', '/clusters/:clusterId/draft'], express.json({ limit: '256kb', strict: true }));
  app.use(express.urlencoded({ extended: false, limit: '2mb', parameterLimit: 12_000 }));
  for (const route of routes) mount(app, route, context);
  assertEveryRouteHasPolicy(app, routes);
  app.use((_req, _res, next) => next(new NotFound()));
  app.use(errorHandler(context));
  return app;
}

function mount(app: Express, route: Route, context: Context): void {
  const handlers = [enforce(route.policy, context), route.handle];
  if (route.method === 'GET') app.get(route.path, ...handlers);
  else app.post(route.path, ...handlers);
}

/** Deny by default: a route that nobody gave a policy stops the start, before the first request. */
export function assertEveryRouteHasPolicy(app: Express, routes: readonly Route[]): void {
  for (const route of routes) {
    if (!route.policy?.kind) throw new Error(`Route ${route.method} ${route.path} has no policy.`);
  }
  const known = new Set(routes.map((route) => route.path));
  for (const layer of app.router.stack) {
    if (layer.route && !known.has(layer.route.path)) throw new Error(`Route ${layer.route.path} has no policy.`);
  }
}
