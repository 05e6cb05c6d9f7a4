/** What is asked for of every address that answers a GET: by whom, with which ids, at which of the two moments. */
import { inventedRow } from '../support/cast.ts';
import type { Caller, Moment, StoredHouse } from './stored-house.ts';

export type Sample = {
  path: string;
  who: Caller[];
  /** Tells samples of one address apart. */
  as?: string;
  /** Both unless said otherwise. */
  at?: Moment;
};

export type Found = {
  house: StoredHouse;
  eventId: string;
  nextEventId: string;
  cluster: (number: number) => string;
  unit: (code: string) => string;
  /** The registration of an invented delegate, or of somebody by name. */
  registration: (cluster: number, who: number | string) => string;
  requests: string[];
  letter: (registrationId: string) => string;
  account: (login: string) => string;
  token: (registrationId: string) => string;
};

export async function findIds(house: StoredHouse): Promise<Found> {
  const { read } = house.context.db;
  const events = await read.selectFrom('event').select(['id', 'code']).execute();
  const clusters = await read.selectFrom('cluster').select(['id', 'number', 'event_id']).execute();
  const units = await read.selectFrom('unit').select(['id', 'code']).execute();
  const people = await read
    .selectFrom('registration')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .select(['registration.id', 'cluster_id', 'full_name'])
    .orderBy('registration.id')
    .execute();
  const requests = await read.selectFrom('change_request').select('id').orderBy('id').execute();
  const invited = await read.selectFrom('invitation').selectAll().execute();
  const letters = await read.selectFrom('letter').select(['id', 'invitation_id']).orderBy('id').execute();
  const accounts = await read.selectFrom('account').select(['id', 'login']).execute();
  const eventId = idOf(events, ({ code }) => code === 'cchc-2023');
  const cluster = (number: number) => idOf(clusters, (row) => row.event_id === eventId && row.number === number);
  const invitation = (registrationId: string) =>
    must(
      invited.find((row) => row.registration_id === registrationId),
      'invitation',
    );
  return {
    house,
    eventId,
    nextEventId: idOf(events, ({ code }) => code === 'cchc-2024'),
    cluster,
    unit: (code) => idOf(units, (row) => row.code === code),
    registration(number, who) {
      const name = typeof who === 'number' ? inventedRow(who).fullName : who;
      return idOf(people, (row) => row.cluster_id === cluster(number) && row.full_name === name);
    },
    requests: requests.map(({ id }) => id),
    letter: (registrationId) => idOf(letters, (row) => row.invitation_id === invitation(registrationId).id),
    account: (login) => idOf(accounts, (row) => row.login === login),
    token: (registrationId) => house.context.keys.passCodes(invitation(registrationId)).token,
  };
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`The stored house has no such ${what}.`);
  return value;
}

const idOf = <Row extends { id: string }>(rows: readonly Row[], isMeant: (row: Row) => boolean): string =>
  must(rows.find(isMeant), 'row').id;

const MEMBERS: Caller[] = ['an', 'binh', 'em'];
const DESKS: Caller[] = ['an', 'binh', 'phong'];

/** By route. An address may have several samples, each with a name of its own. */
export function samplesOf(found: Found): Record<string, Sample[]> {
  return {
    ...doorSamples(found),
    ...accountSamples(found),
    ...overviewSamples(found),
    ...listSamples(found),
    ...personSamples(found),
    ...letterSamples(found),
    ...setUpSamples(found),
    ...reportSamples(found),
  };
}

const doorSamples = ({ cluster }: Found): Record<string, Sample[]> => ({
  'GET /api/v1/door/roster': [{ path: '/api/v1/door/roster', who: ['phone', 'visitor'], at: 'day' }],
  'GET /door': [{ path: '/door', who: ['visitor', 'an'], at: 'day' }],
  'GET /door/pair/:code': [{ path: '/door/pair/CFGHKLMNPQ', who: ['visitor'], at: 'day' }],
  'GET /welcome': [{ path: '/welcome', who: ['an', 'binh', 'phong', 'em'] }],
  'GET /clusters/:clusterId/door': [
    { path: `/clusters/${cluster(2)}/door`, who: ['an', 'phong', 'binh'] },
    { path: `/clusters/${cluster(1)}/door`, who: ['an', 'phong'], as: 'first' },
  ],
  'GET /clusters/:clusterId/board': [
    { path: `/clusters/${cluster(2)}/board`, who: ['an', 'phong', 'binh'] },
    { path: `/clusters/${cluster(1)}/board`, who: ['an'], as: 'first' },
  ],
});

const accountSamples = ({ house, account }: Found): Record<string, Sample[]> => ({
  'GET /healthz': [{ path: '/healthz', who: ['visitor'], at: 'day' }],
  'GET /login': [
    { path: '/login', who: ['visitor', 'an'], at: 'before' },
    { path: '/login?next=/lists', who: ['visitor'], as: 'next', at: 'before' },
  ],
  'GET /join/:token': [
    { path: `/join/${house.secrets.joinToken}`, who: ['visitor'], at: 'before' },
    { path: '/join/khong-co', who: ['visitor'], as: 'wrong', at: 'before' },
  ],
  'GET /account/password': [{ path: '/account/password', who: ['binh'], at: 'before' }],
  'GET /accounts': [{ path: '/accounts', who: ['an', 'quan', 'binh'], at: 'before' }],
  'GET /accounts/:accountId/unit': [
    { path: `/accounts/${account('cuc.omon')}/unit`, who: ['an', 'quan'], at: 'before' },
    { path: `/accounts/${account('em.ketoan')}/unit`, who: ['an', 'quan'], as: 'accountant', at: 'before' },
  ],
});

const overviewSamples = ({ eventId, nextEventId }: Found): Record<string, Sample[]> => ({
  'GET /': [
    { path: '/', who: ['an', 'binh', 'cuc', 'phong', 'em', 'quan', 'visitor'] },
    { path: '/?cluster=2&list=submitted', who: ['an'], as: 'submitted' },
    { path: '/?list=with_drafts', who: ['an'], as: 'drafts', at: 'before' },
    { path: `/?event=${nextEventId}`, who: ['an'], as: 'next', at: 'before' },
    { path: `/?event=${eventId}&list=returned`, who: ['an'], as: 'returned', at: 'before' },
  ],
  'GET /events': [{ path: '/events', who: MEMBERS, at: 'before' }],
  'GET /api/v1/clusters': [{ path: '/api/v1/clusters', who: ['an', 'binh', 'em', 'visitor'] }],
  'GET /api/openapi.json': [{ path: '/api/openapi.json', who: ['visitor'], at: 'before' }],
});

function listSamples({ cluster, unit, requests }: Found): Record<string, Sample[]> {
  const desk = (number: number) => `/clusters/${cluster(number)}/registrations`;
  const requestSamples = requests.map((id, index): Sample => {
    return { path: `/change-requests/${id}`, who: ['an', 'binh'], as: `request-${index + 1}`, at: 'before' };
  });
  return {
    'GET /registration': [{ path: '/registration', who: ['an', 'binh', 'em'] }],
    'GET /clusters/:clusterId/registrations': [
      { path: desk(2), who: [...DESKS, 'cuc'] },
      { path: desk(1), who: ['an', 'binh'], as: 'first' },
      ...(['927', '926', '917', 'so-noi-vu'] as const).map((code): Sample => {
        return { path: `${desk(2)}?unit=${unit(code)}`, who: ['an'], as: `second-${code}` };
      }),
      ...(['918', '916', '923', 'so-noi-vu'] as const).map((code): Sample => {
        return { path: `${desk(3)}?unit=${unit(code)}`, who: ['an'], as: `third-${code}`, at: 'before' };
      }),
    ],
    'GET /clusters/:clusterId/registrations/template.xlsx': [
      { path: `${desk(2)}/template.xlsx`, who: ['binh', 'an'], at: 'before' },
    ],
    'GET /clusters/:clusterId/units/:unitId/return': [
      { path: `/clusters/${cluster(2)}/units/${unit('927')}/return`, who: ['an', 'binh'] },
      { path: `/clusters/${cluster(3)}/units/${unit('918')}/return`, who: ['an'], as: 'returned' },
    ],
    'GET /clusters/:clusterId/units/:unitId/order': [
      { path: `/clusters/${cluster(2)}/units/${unit('927')}/order`, who: ['an', 'binh', 'cuc'] },
      { path: `/clusters/${cluster(2)}/units/${unit('926')}/order`, who: ['phong'], as: 'host' },
      { path: `/clusters/${cluster(3)}/units/${unit('916')}/order`, who: ['an'], as: 'empty', at: 'before' },
    ],
    'GET /clusters/:clusterId/places': [1, 2, 3].map((number) => {
      return { path: `/clusters/${cluster(number)}/places`, who: ['an'], as: `cluster-${number}` };
    }),
    'GET /clusters/:clusterId/history': [
      { path: `/clusters/${cluster(2)}/history`, who: DESKS },
      { path: `/clusters/${cluster(2)}/history?unit=${unit('917')}`, who: ['an'], as: 'unit' },
      { path: `/clusters/${cluster(2)}/history?before=60`, who: ['an'], as: 'older' },
      { path: `/clusters/${cluster(3)}/history`, who: ['an', 'em'], as: 'third' },
    ],
    'GET /clusters/:clusterId/elsewhere': [
      { path: `/clusters/${cluster(2)}/elsewhere`, who: ['an', 'binh'] },
      { path: `/clusters/${cluster(3)}/elsewhere`, who: ['an'], as: 'third', at: 'before' },
    ],
    'GET /change-requests/:requestId': [
      ...requestSamples,
      { path: `/change-requests/${requests[2]}`, who: ['cuc'], as: 'stranger', at: 'before' },
    ],
  };
}

function personSamples({ registration, cluster }: Found): Record<string, Sample[]> {
  const page = (number: number, who: number | string) => `/registrations/${registration(number, who)}`;
  const merged = page(2, `${inventedRow(5).fullName} Hai`);
  return {
    'GET /registrations/:registrationId': [
      { path: page(2, 0), who: ['an', 'binh', 'cuc'] },
      { path: page(2, 1), who: ['an'], as: 'corrected' },
      { path: page(2, 2), who: ['an', 'binh'], as: 'withdrawn' },
      { path: page(2, 5), who: ['an'], as: 'kept' },
      { path: merged, who: ['an'], as: 'merged', at: 'before' },
      { path: page(2, 7), who: ['an', 'binh'], as: 'requested' },
      { path: page(2, 8), who: ['an'], as: 'substituted' },
      { path: page(2, 'Thạch Thị Sa Rây'), who: ['an', 'binh'], as: 'substitute' },
      { path: page(2, 9), who: ['an'], as: 'letter-returned' },
      { path: page(2, 12), who: ['binh'], as: 'twelve' },
      { path: page(2, 13), who: ['an'], as: 'declined' },
      { path: page(2, 40), who: ['phong', 'an'], as: 'host' },
      { path: page(2, 80), who: ['an'], as: 'two-clusters' },
      { path: page(2, 182), who: ['an', 'binh'], as: 'waiting' },
      { path: page(3, 140), who: ['an'], as: 'doubtful', at: 'before' },
      { path: page(1, 300), who: ['an'], as: 'first' },
    ],
    'GET /registrations/:registrationId/withdraw': [
      { path: `${page(2, 0)}/withdraw`, who: ['an', 'binh'] },
      { path: `${page(2, 2)}/withdraw`, who: ['an'], as: 'withdrawn', at: 'before' },
    ],
    'GET /registrations/:registrationId/change-request': [
      { path: `${page(2, 0)}/change-request`, who: ['an', 'binh'] },
      { path: `${page(2, 7)}/change-request`, who: ['binh'], as: 'requested', at: 'before' },
    ],
    'GET /registrations/:registrationId/substitute': [
      { path: `${page(2, 0)}/substitute`, who: ['an', 'binh'] },
      { path: `${page(2, 40)}/substitute`, who: ['phong'], as: 'host' },
    ],
    'GET /registrations/:registrationId/merge': [
      { path: `${page(2, 0)}/merge`, who: ['an', 'binh'] },
      { path: `${page(2, 0)}/merge?with=${registration(2, 6)}`, who: ['an', 'binh'], as: 'compared' },
      { path: `${page(2, 40)}/merge?with=${registration(2, 41)}`, who: ['an'], as: 'host', at: 'before' },
    ],
    'GET /registrations/:registrationId/seat': [
      { path: `${page(2, 182)}/seat`, who: ['an', 'binh'], at: 'before' },
      { path: `${page(2, 0)}/seat`, who: ['an'], as: 'seated', at: 'before' },
    ],
    'GET /search': [
      { path: '/search', who: ['an', 'binh'], at: 'before' },
      { path: '/search?q=huynh', who: ['an', 'binh', 'cuc'], as: 'name' },
      { path: '/search?q=0900%20000%20005', who: ['an'], as: 'phone', at: 'before' },
      { path: '/search?q=x', who: ['an'], as: 'short', at: 'before' },
      { path: '/search?q=khong%20co%20ai', who: ['an'], as: 'nobody', at: 'before' },
      { path: `/search?q=sa%20ray&from=${cluster(2)}`, who: ['binh'], as: 'substitute', at: 'before' },
    ],
  };
}

function letterSamples({ cluster, unit, registration, letter, token }: Found): Record<string, Sample[]> {
  const letters = (number: number, query = '') => `/clusters/${cluster(number)}/letters${query}`;
  const shows = ['invited', 'sent', 'confirmed', 'declined', 'returned', 'print'];
  const holder = (who: number) => `/I/${token(registration(2, who))}`;
  return {
    'GET /letters': [{ path: '/letters', who: ['an', 'binh', 'em'] }],
    'GET /clusters/:clusterId/letters': [
      { path: letters(2), who: [...DESKS, 'cuc'] },
      { path: letters(1), who: ['an'], as: 'first' },
      { path: letters(3), who: ['an'], as: 'third' },
      ...shows.map((show): Sample => ({ path: letters(2, `?show=${show}`), who: ['an'], as: show, at: 'day' })),
      { path: letters(2, `?unit=${unit('917')}&q=vo`), who: ['an'], as: 'found', at: 'before' },
      { path: letters(2, `?preview=${registration(2, 3)}`), who: ['an'], as: 'preview', at: 'before' },
    ],
    'GET /registrations/:registrationId/pass': [
      { path: `/registrations/${registration(2, 0)}/pass`, who: ['an', 'binh', 'cuc'] },
      { path: `/registrations/${registration(2, 182)}/pass`, who: ['an'], as: 'waiting', at: 'before' },
    ],
    'GET /letters/:letterId': [
      { path: `/letters/${letter(registration(2, 0))}`, who: ['an', 'binh', 'cuc'] },
      { path: `/letters/${letter(registration(1, 300))}`, who: ['an'], as: 'first', at: 'before' },
    ],
    'GET /letters/:letterId/letter.eml': [
      { path: `/letters/${letter(registration(2, 0))}/letter.eml`, who: ['an', 'cuc'], at: 'before' },
      { path: `/letters/${letter(registration(2, 9))}/letter.eml`, who: ['an'], as: 'none', at: 'before' },
    ],
    'GET /I/:token': [
      { path: holder(0), who: ['visitor'] },
      { path: holder(12), who: ['visitor'], as: 'twelve' },
      { path: holder(13), who: ['visitor'], as: 'thirteen' },
      { path: holder(14), who: ['visitor'], as: 'fourteen' },
      { path: '/I/CFGHKLMNPQRTVX346789CFG', who: ['visitor'], as: 'wrong', at: 'before' },
    ],
  };
}

function setUpSamples({ eventId, nextEventId, unit, cluster }: Found): Record<string, Sample[]> {
  const base = `/events/${eventId}`;
  return {
    'GET /setup': [{ path: '/setup', who: ['an', 'quan', 'binh'], at: 'before' }],
    'GET /events/new': [{ path: '/events/new', who: ['an'], at: 'before' }],
    'GET /events/:eventId/clone': [
      { path: `${base}/clone`, who: ['an'], at: 'before' },
      { path: `${base}/clone?year=2025&days=371`, who: ['an'], as: 'days', at: 'before' },
    ],
    'GET /events/:eventId/remove': [
      { path: `${base}/remove`, who: ['an'], at: 'before' },
      { path: `/events/${nextEventId}/remove`, who: ['an'], as: 'next', at: 'before' },
    ],
    'GET /events/:eventId/setup': [
      { path: `${base}/setup`, who: ['an'] },
      { path: `/events/${nextEventId}/setup`, who: ['an'], as: 'next', at: 'before' },
    ],
    'GET /events/:eventId/history': [
      { path: `${base}/history`, who: ['an', 'binh'] },
      { path: `${base}/history?cluster=${cluster(2)}`, who: ['an'], as: 'cluster', at: 'before' },
      { path: `${base}/history?before=40`, who: ['an'], as: 'older', at: 'before' },
    ],
    'GET /events/:eventId/units/:unitId': ['927', 'phuong-moi-hon', 'phuong-hai', 'phuong-mot'].map((code) => {
      return { path: `${base}/units/${unit(code)}`, who: ['an'], as: code, at: 'before' };
    }),
  };
}

function reportSamples({ cluster }: Found): Record<string, Sample[]> {
  const lists = (number: number) => `/clusters/${cluster(number)}/lists`;
  const readers: Caller[] = ['an', 'binh', 'em'];
  return {
    'GET /lists': [{ path: '/lists', who: readers }],
    'GET /clusters/:clusterId/lists': [
      { path: lists(2), who: [...readers, 'phong'] },
      { path: lists(1), who: ['an'], as: 'first', at: 'day' },
    ],
    'GET /clusters/:clusterId/lists/:file': ['registered', 'attendance'].flatMap((kind) =>
      ['csv', 'xlsx'].flatMap((format): Sample[] => [
        { path: `${lists(2)}/${kind}.${format}`, who: ['an', 'binh'], as: `${kind}.${format}` },
        { path: `${lists(1)}/${kind}.${format}`, who: ['em'], as: `first-${kind}.${format}`, at: 'day' },
      ]),
    ),
    'GET /clusters/:clusterId/lists/:kind/print': ['registered', 'attendance'].flatMap((kind): Sample[] => [
      { path: `${lists(2)}/${kind}/print`, who: ['an', 'binh'], as: kind },
      { path: `${lists(1)}/${kind}/print`, who: ['em'], as: `first-${kind}`, at: 'day' },
    ]),
  };
}
