/** The OpenAPI document is made from the routes themselves, so it cannot fall behind them. */

import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { everyone, get, type Policy, type Route } from '../http/route.ts';

const apiError = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

const securityOf = (policy: Policy) => {
  if (policy.kind === 'account') return [{ session: [] }];
  if (policy.kind === 'device' || policy.kind === 'device_in_batch') return [{ device: [] }];
  return [];
};

export function openApiRoute(routes: readonly Route[]): Route {
  const paths: ZodOpenApiPathsObject = {};
  for (const { method, path, policy, api } of routes) {
    if (!api) continue;
    const names = [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string);
    const refusals = {
      description: 'A stable code and a sentence',
      content: { 'application/json': { schema: apiError } },
    };
    paths[path.replace(/:(\w+)/g, '{$1}')] = {
      [method.toLowerCase()]: {
        summary: api.summary,
        security: securityOf(policy),
        ...(names.length > 0 && {
          requestParams: { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) },
        }),
        ...(api.body && { requestBody: { content: { 'application/json': { schema: api.body } } } }),
        responses: {
          200: { description: 'Done', content: { 'application/json': { schema: api.response } } },
          '4XX': refusals,
          503: refusals,
        },
      },
    };
  }
  const document = createDocument({
    openapi: '3.1.0',
    info: { title: 'Đón tiếp', version: '1', description: 'Registration, invitations and the door.' },
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-sid', description: 'The cookie of POST /login' },
        device: { type: 'http', scheme: 'bearer', description: 'The credential of POST /api/v1/door/pair' },
      },
    },
  });
  return get('/api/openapi.json', everyone, (_req, res) => {
    res.json(document);
  });
}
