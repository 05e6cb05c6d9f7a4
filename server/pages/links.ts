/**
 * The addresses of the house, each spelt once. Route tables spell them a second time, with `:parameters`; a test
 * compares the two. This file imports nothing, so that the shell in `http/page` may use it too.
 */

type ListPath = { clusterId: string; unitId: string };

const cluster = (id: string): string => `/clusters/${id}`;
const registration = (id: string): string => `/registrations/${id}`;
const request = (id: string): string => `/change-requests/${id}`;
const event = (id: string): string => `/events/${id}`;
const account = (id: string): string => `/accounts/${id}`;
const list = ({ clusterId, unitId }: ListPath): string => `${cluster(clusterId)}/units/${unitId}`;
/** A registrar has one unit: an address without it means theirs. */
const ofUnit = (unitId: string | undefined): string => (unitId === undefined ? '' : `?unit=${unitId}`);

/** The desk, where units register. */
const desk = {
  registration: '/registration',
  desk: ({ clusterId, unitId }: { clusterId: string; unitId?: string | undefined }) =>
    `${cluster(clusterId)}/registrations${ofUnit(unitId)}`,
  template: ({ clusterId, unitId }: { clusterId: string; unitId: string | undefined }) =>
    `${cluster(clusterId)}/registrations/template.xlsx${ofUnit(unitId)}`,
  file: (clusterId: string) => `${cluster(clusterId)}/registrations/file`,
  table: (clusterId: string) => `${cluster(clusterId)}/registrations/table`,
  differences: (clusterId: string) => `${cluster(clusterId)}/registrations/differences`,
  errorRows: (clusterId: string) => `${cluster(clusterId)}/registrations/error-rows`,
  draft: (clusterId: string) => `${cluster(clusterId)}/draft`,
  changeRequests: (clusterId: string) => `${cluster(clusterId)}/change-requests`,
  changeRequest: request,
  approveRequest: (id: string) => `${request(id)}/approve`,
  refuseRequest: (id: string) => `${request(id)}/refuse`,
  acceptList: (path: ListPath) => `${list(path)}/accept`,
  returnList: (path: ListPath) => `${list(path)}/return`,
  handInAgain: (path: ListPath) => `${list(path)}/hand-in`,
  order: (path: ListPath) => `${list(path)}/order`,
};

/** A delegate in a cluster, and what can be done there. */
const people = {
  search: '/search',
  person: registration,
  correct: (id: string) => `${registration(id)}/correct`,
  askCorrection: (id: string) => `${registration(id)}/change-request`,
  substitute: (id: string) => `${registration(id)}/substitute`,
  withdraw: (id: string) => `${registration(id)}/withdraw`,
  merge: (id: string) => `${registration(id)}/merge`,
  personsClusters: (id: string) => `${registration(id)}/clusters`,
  /** The lead office's people in the other clusters. */
  otherClusters: (clusterId: string) => `${cluster(clusterId)}/elsewhere`,
};

const places = {
  places: (clusterId: string) => `${cluster(clusterId)}/places`,
  waiting: (clusterId: string) => `${cluster(clusterId)}/places#waiting`,
  movePlaces: (clusterId: string) => `${cluster(clusterId)}/places/move`,
  quota: (clusterId: string) => `${cluster(clusterId)}/places/quota`,
  capacity: (clusterId: string) => `${cluster(clusterId)}/places/max`,
  seat: (registrationId: string) => `${registration(registrationId)}/seat`,
};

const letters = {
  allLetters: '/letters',
  letters: (clusterId: string) => `${cluster(clusterId)}/letters`,
  returnedLetters: (clusterId: string) => `${cluster(clusterId)}/letters?show=returned`,
  lettersTo: (registrationId: string) => `${registration(registrationId)}/letters`,
  pass: (registrationId: string) => `${registration(registrationId)}/pass`,
  letter: (id: string) => `/letters/${id}`,
  letterFile: (id: string) => `/letters/${id}/letter.eml`,
  /** The page of an invitation, as its code leads there; `domain/letters/invitation-link.ts` makes the code's text. */
  invitation: (token: string) => `/I/${encodeURIComponent(token)}`,
};

const doorAndLists = {
  welcome: '/welcome',
  door: (clusterId: string) => `${cluster(clusterId)}/door`,
  board: (clusterId: string) => `${cluster(clusterId)}/board`,
  devices: (clusterId: string) => `${cluster(clusterId)}/devices`,
  revokeDevice: ({ clusterId, deviceId }: { clusterId: string; deviceId: string }) =>
    `${cluster(clusterId)}/devices/${deviceId}/revoke`,
  allLists: '/lists',
  lists: (clusterId: string) => `${cluster(clusterId)}/lists`,
  /** `format` is the ending of the file. */
  listFile: ({ clusterId, kind, format }: { clusterId: string; kind: string; format: string }) =>
    `${cluster(clusterId)}/lists/${kind}.${format}`,
  printedList: ({ clusterId, kind }: { clusterId: string; kind: string }) =>
    `${cluster(clusterId)}/lists/${kind}/print`,
};

const history = {
  clusterHistory: ({ clusterId, unitId }: { clusterId: string; unitId?: string | undefined }) =>
    `${cluster(clusterId)}/history${ofUnit(unitId)}`,
  eventHistory: (eventId: string) => `${event(eventId)}/history`,
};

/** Setting up an event. */
const setUp = {
  overview: '/',
  allEvents: '/events',
  setUp: '/setup',
  setUpOf: (eventId: string) => `${event(eventId)}/setup`,
  /** A part of the page, opened where it is folded. */
  setUpPart: (eventId: string, { section, id }: { section: string; id: string }) =>
    `${event(eventId)}/setup?open=${encodeURIComponent(section)}#${id}`,
  pickUnits: (eventId: string, { clusterId, section, id }: { clusterId: string; section: string; id: string }) =>
    `${event(eventId)}/setup?open=${section}&pick=${clusterId}#${id}`,
  clone: (eventId: string) => `${event(eventId)}/clone`,
  removeEvent: (eventId: string) => `${event(eventId)}/remove`,
  clusters: (eventId: string) => `${event(eventId)}/clusters`,
  cluster: ({ eventId, clusterId }: { eventId: string; clusterId: string }) =>
    `${event(eventId)}/clusters/${clusterId}`,
  removeCluster: ({ eventId, clusterId }: { eventId: string; clusterId: string }) =>
    `${event(eventId)}/clusters/${clusterId}/remove`,
  participants: ({ eventId, clusterId }: { eventId: string; clusterId: string }) =>
    `${event(eventId)}/clusters/${clusterId}/participants`,
  categories: (eventId: string) => `${event(eventId)}/categories`,
  agenda: (eventId: string) => `${event(eventId)}/agenda`,
  units: (eventId: string) => `${event(eventId)}/units`,
  manyUnits: (eventId: string) => `${event(eventId)}/units/many`,
  unit: ({ eventId, unitId }: { eventId: string; unitId: string }) => `${event(eventId)}/units/${unitId}`,
  /** One form of a unit's page. */
  changeUnit: ({ eventId, unitId, change }: { eventId: string; unitId: string; change: string }) =>
    `${event(eventId)}/units/${unitId}/${change}`,
};

const accounts = {
  signIn: '/login',
  signInFor: (next: string) => `/login?next=${encodeURIComponent(next)}`,
  accounts: '/accounts',
  moveAccount: (id: string) => `${account(id)}/unit`,
};

export const links = {
  ...desk,
  ...people,
  ...places,
  ...letters,
  ...doorAndLists,
  ...history,
  ...setUp,
  ...accounts,
};
