/**
 * One line per route: how it ends for a caller whom its policy lets in, with ids that are the caller's own. Everything
 * else (who is refused and how, what a foreign or unknown id gives) follows from the policy and from `matrix-world.ts`.
 * A new route needs its line here, or the matrix fails.
 */
import { inventedRow } from '../support/cast.ts';
import type { Caller, World } from './matrix-world.ts';

export type Line = {
  /** The status, for everybody or by caller. */
  ends: number | ((caller: Caller) => number);
  form?: (world: World, caller: Caller) => Record<string, string>;
  json?: (world: World, caller: Caller) => unknown;
  /** What stands behind the path of a page that shows what is asked for. */
  query?: string;
  /** Only who runs the door of the cluster: the organiser, the admin, the host's clerk. Other registrars hear 403. */
  isDoor?: true;
  /** The request uses a row up, so every caller needs another one. */
  usesUp?: true;
  /** The request ends the caller's session. */
  endsSession?: true;
  /** The path parameter `:token` is an account's one-time link, not an invitation. */
  isJoin?: true;
};

const isSignedIn = (caller: Caller) => !['visitor', 'phone', 'otherPhone'].includes(caller);

let rows = 500;
const nextRow = () => {
  rows += 1;
  return inventedRow(rows);
};
const unitOf = (world: World, caller: Caller) => world.own(caller, 'unitId', false);

const pasted: Line['form'] = (world, caller) => ({
  text: Object.values(nextRow()).join('\t'),
  unit: unitOf(world, caller),
});

const carried: Line['form'] = (world, caller) => ({
  table: JSON.stringify([{ row: 1, cells: Object.values(nextRow()) }]),
  unit: unitOf(world, caller),
});

const unitAlone: Line['form'] = (world, caller) => ({ unit: unitOf(world, caller) });
const reason = () => ({ reason: 'bận họp' });

const scan = (world: World) => ({
  id: world.app.context.newId(),
  seq: 1,
  code: 'khong-co',
  method: 'camera',
  at: world.app.context.now().toISO(),
  ageMs: 0,
});

export const table: Record<string, Line> = {
  // The door
  'POST /api/v1/door/scans': { ends: 200, json: (world) => ({ scans: [scan(world)] }) },
  'GET /api/v1/door/roster': { ends: 200 },
  'POST /api/v1/door/pair': { ends: 400, json: () => ({ code: 'CFGHKLMNPQ' }) },
  'GET /door': { ends: 200 },
  'GET /door/pair/:code': { ends: 200 },
  'GET /welcome': { ends: 302 },
  'GET /clusters/:clusterId/door': { ends: 200, isDoor: true },
  'GET /clusters/:clusterId/board': { ends: 200 },
  'POST /clusters/:clusterId/devices': { ends: 200, isDoor: true, form: () => ({ gate: 'Cửa sau' }) },
  'POST /clusters/:clusterId/devices/:deviceId/revoke': { ends: 303, isDoor: true, usesUp: true },

  // Accounts
  'GET /healthz': { ends: 200 },
  'GET /login': { ends: (caller) => (isSignedIn(caller) ? 303 : 200) },
  'POST /login': { ends: 422, form: (_world, caller) => ({ login: `ai.do.${caller}`, password: 'sai' }) },
  'POST /logout': { ends: 303, endsSession: true },
  'GET /join/:token': { ends: 200, isJoin: true },
  'POST /join/:token': {
    ends: 303,
    isJoin: true,
    usesUp: true,
    endsSession: true,
    form: () => ({ password: 'cá linh về đồng', repeat: 'cá linh về đồng' }),
  },
  'GET /account/password': { ends: 200 },
  'POST /account/password': { ends: 422, form: () => ({ current: 'sai' }) },
  'GET /accounts': { ends: 200 },
  'POST /accounts': {
    ends: 200,
    form: (world, caller) => ({
      login: `moi.${caller}`,
      fullName: 'Hồ Út',
      role: 'registrar',
      unit: unitOf(world, caller),
    }),
  },
  'POST /accounts/:accountId/link': { ends: 200 },
  'GET /accounts/:accountId/unit': { ends: 200 },
  'POST /accounts/:accountId/unit': { ends: 422 },
  'POST /accounts/:accountId/disable': { ends: 303, usesUp: true },
  'POST /accounts/:accountId/enable': { ends: 303 },
  'POST /preferences/language': { ends: 303, form: () => ({ value: 'vi' }) },
  'POST /preferences/text-size': { ends: 303, form: () => ({ value: 'normal' }) },

  // Registration
  'GET /': { ends: 200 },
  'GET /events': { ends: 200 },
  'GET /registration': { ends: 302 },
  'GET /clusters/:clusterId/registrations': { ends: 200 },
  'POST /clusters/:clusterId/registrations/check': { ends: 200, form: pasted },
  'POST /clusters/:clusterId/registrations': { ends: 303, form: pasted },
  'GET /clusters/:clusterId/registrations/template.xlsx': { ends: 200 },
  'POST /clusters/:clusterId/registrations/file': { ends: 422 },
  'POST /clusters/:clusterId/registrations/table': { ends: 200, form: carried },
  'POST /clusters/:clusterId/registrations/error-rows': { ends: 200, form: pasted },
  'POST /clusters/:clusterId/registrations/differences': {
    ends: 422,
    form: (world, caller) => ({ ...pasted(world, caller), table: '[]' }),
  },
  'POST /clusters/:clusterId/units/:unitId/accept': { ends: 303 },
  'GET /registrations/:registrationId/withdraw': { ends: 200 },
  'POST /registrations/:registrationId/withdraw': { ends: 303, usesUp: true, form: reason },
  'GET /api/v1/clusters': { ends: 200 },
  'POST /api/v1/clusters/:clusterId/registrations': {
    ends: 200,
    json: (world, caller) => ({ rows: [nextRow()], unitId: unitOf(world, caller) }),
  },

  // The life of a list, its places, requests for change
  // Bình and Cúc do not know that the organiser has saved a draft of their lists meanwhile: nothing is written over.
  'POST /clusters/:clusterId/draft': { ends: (caller) => (['binh', 'cuc'].includes(caller) ? 409 : 303), form: pasted },
  'POST /clusters/:clusterId/draft/discard': { ends: 303, form: unitAlone },
  'GET /clusters/:clusterId/units/:unitId/return': { ends: 200 },
  'POST /clusters/:clusterId/units/:unitId/return': { ends: 303, form: reason },
  'POST /clusters/:clusterId/units/:unitId/hand-in': { ends: 303 },
  'GET /clusters/:clusterId/places': { ends: 200 },
  'POST /clusters/:clusterId/places/move': { ends: 422 },
  'POST /clusters/:clusterId/places/quota': { ends: 422 },
  'POST /clusters/:clusterId/places/max': { ends: 303, form: () => ({ max: '60', reason: 'đủ ghế' }) },
  'GET /registrations/:registrationId/seat': { ends: 200 },
  'POST /registrations/:registrationId/seat': { ends: 422, form: reason },
  'POST /clusters/:clusterId/change-requests': { ends: 422, form: pasted },
  'GET /change-requests/:requestId': { ends: 200 },
  'POST /change-requests/:requestId/approve': { ends: 303, usesUp: true },
  'POST /change-requests/:requestId/refuse': { ends: 303, usesUp: true, form: reason },
  'GET /clusters/:clusterId/history': { ends: 200 },

  // People
  'GET /search': { ends: 200, query: '?q=truong+phong' },
  'GET /registrations/:registrationId': { ends: 200 },
  'POST /registrations/:registrationId/correct': { ends: 422 },
  'GET /registrations/:registrationId/change-request': { ends: 303 },
  'POST /registrations/:registrationId/change-request': { ends: 422 },
  'GET /registrations/:registrationId/substitute': { ends: 200 },
  'POST /registrations/:registrationId/substitute': { ends: 422 },
  'GET /registrations/:registrationId/merge': { ends: 200 },
  'POST /registrations/:registrationId/merge': { ends: 422 },
  'POST /registrations/:registrationId/clusters': { ends: 404 },
  'GET /clusters/:clusterId/elsewhere': { ends: 200 },
  'POST /clusters/:clusterId/elsewhere': { ends: 422 },
  'GET /clusters/:clusterId/units/:unitId/order': { ends: 200 },
  'POST /clusters/:clusterId/units/:unitId/order': { ends: 303 },

  // Invitations
  'GET /letters': { ends: 302 },
  'GET /clusters/:clusterId/letters': { ends: 200 },
  'POST /clusters/:clusterId/letters': { ends: 303 },
  'POST /registrations/:registrationId/letters': { ends: 303 },
  'GET /registrations/:registrationId/pass': { ends: 200 },
  'GET /letters/:letterId': { ends: 200 },
  'GET /letters/:letterId/letter.eml': { ends: 200 },
  'POST /api/v1/clusters/:clusterId/invitations': { ends: 200, json: () => ({ send: 'unsent' }) },
  'GET /I/:token': { ends: 200 },
  'POST /I/:token/confirm': { ends: 303 },
  'POST /I/:token/decline': { ends: 303, form: reason },

  // Events. A form without the version it was filled from is out of date: 409, and nothing is written over.
  'GET /setup': { ends: 200 },
  'GET /events/new': { ends: 200 },
  'POST /events': { ends: 422 },
  'GET /events/:eventId/clone': { ends: 200 },
  'POST /events/:eventId/clone': { ends: 422 },
  'GET /events/:eventId/remove': { ends: 200 },
  'POST /events/:eventId/remove': { ends: 422 },
  'GET /events/:eventId/setup': { ends: 200 },
  'GET /events/:eventId/history': { ends: 200 },
  'POST /events/:eventId/setup': { ends: 409 },
  'POST /events/:eventId/clusters': { ends: 409 },
  'POST /events/:eventId/clusters/:clusterId': { ends: 409 },
  'POST /events/:eventId/clusters/:clusterId/remove': { ends: 409 },
  'POST /events/:eventId/clusters/:clusterId/participants': { ends: 409 },
  'POST /events/:eventId/categories': { ends: 409 },
  'POST /events/:eventId/agenda': { ends: 409 },
  'POST /events/:eventId/units': { ends: 422 },
  'POST /events/:eventId/units/many': { ends: 422 },
  'GET /events/:eventId/units/:unitId': { ends: 200 },
  'POST /events/:eventId/units/:unitId/name': { ends: 409 },
  'POST /events/:eventId/units/:unitId/merge': { ends: 409 },
  'POST /events/:eventId/units/:unitId/facts': { ends: 409 },
  'POST /events/:eventId/units/:unitId/end': { ends: 409 },
  'POST /events/:eventId/units/:unitId/remove': { ends: 409 },
  'POST /events/:eventId/units/:unitId/restore': { ends: 409 },

  // Lists
  'GET /lists': { ends: 302 },
  'GET /clusters/:clusterId/lists': { ends: 200 },
  'GET /clusters/:clusterId/lists/:file': { ends: 200 },
  'GET /clusters/:clusterId/lists/:kind/print': { ends: 200 },
  'GET /api/openapi.json': { ends: 200 },
};
