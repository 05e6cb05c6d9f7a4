/** The whole application on a port of its own, over a temporary database, with the cast in it. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'better-sqlite3';
import { createApp, routesOf } from '../../server/app.ts';
import type { Route } from '../../server/http/route.ts';
import { type Cast, loginOf, makeCastContext, PASSWORD, type Person, type Phone } from './cast.ts';
import type { TestContext, TestSettings } from './context.ts';
import { readViewsStrictly } from './strict-views.ts';

readViewsStrictly();

export type Answer = {
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
  /** Where a redirect leads; undefined when there is none. */
  location: string | undefined;
  /** The body as JSON; the test says what it expects to find. */
  json: <T>() => T;
};

export type Sending = { method?: string; headers?: Record<string, string>; body?: string | Buffer };
type Form = Record<string, string>;

/** One browser or script: it keeps its cookies and follows no redirect by itself. */
export type Client = {
  send: (path: string, sending?: Sending) => Promise<Answer>;
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>;
  /** A form, as a browser posts it. */
  post: (path: string, form?: Form | string, headers?: Record<string, string>) => Promise<Answer>;
  postJson: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Answer>;
  cookies: Map<string, string>;
};

export type TestApp = {
  context: TestContext;
  cast: Cast;
  url: string;
  /** Somebody who is not signed in. */
  visitor: () => Client;
  /** Signed in through the form. */
  as: (person: Person, password?: string) => Promise<Client>;
  /** A phone with its credential. */
  with: (phone: Phone) => Client;
  close: () => Promise<void>;
};

/**
 * Before the registration deadline of every cluster unless `at` says otherwise; a door test starts on the day.
 * `more` adds routes that only a test needs, such as one that breaks.
 */
export async function startApp({ more = [], ...settings }: TestSettings & { more?: Route[] } = {}): Promise<TestApp> {
  const { context, cast } = await makeCastContext(settings);
  const { url, stop } = await listen(context, more);
  const visitor = () => makeClient(url);
  return {
    context,
    cast,
    url,
    visitor,
    async as(person, password = PASSWORD) {
      const client = visitor();
      const answer = await client.post('/login', { login: loginOf(person), password });
      if (answer.status !== 303) throw new Error(`${person} could not sign in: ${answer.status}`);
      return client;
    },
    with: ({ credential }) => makeClient(url, { authorization: `Bearer ${credential}` }),
    async close() {
      await stop();
      await context.close();
    },
  };
}

/** The application over a context as it is, even an empty one. */
export async function listen(
  context: TestContext,
  more: Route[] = [],
): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer(createApp(context, [...routesOf(context), ...more]));
  // A test may think longer than the five seconds after which Node closes a quiet connection.
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function makeClient(url: string, always: Record<string, string> = {}): Client {
  const cookies = new Map<string, string>();
  async function send(path: string, { method = 'GET', headers = {}, body }: Sending = {}): Promise<Answer> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: { ...always, ...(cookie && { cookie }), ...headers },
      ...(body !== undefined && { body }),
    });
    for (const line of response.headers.getSetCookie()) keep(cookies, line);
    const bytes = Buffer.from(await response.arrayBuffer());
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    const decoded = new TextDecoder().decode(bytes);
    const text = isPage ? inOneLine(decoded) : decoded;
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      text,
      location: response.headers.get('location') ?? undefined,
      json: <T>() => JSON.parse(text) as T,
    };
  }
  return {
    send,
    get: (path, headers) => send(path, { ...(headers && { headers }) }),
    post: (path, form = {}, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: typeof form === 'string' ? form : new URLSearchParams(form).toString(),
      }),
    postJson: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    cookies,
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const match = /^([^=;]+)=([^;]*)/.exec(line);
  if (!match?.[1]) return;
  const isGone = match[2] === '' || /expires=Thu, 01 Jan 1970/i.test(line);
  if (isGone) cookies.delete(match[1]);
  else cookies.set(match[1], match[2] ?? '');
}

/**
 * The page without the lines of its view: a break beside a tag or inside one is nothing that a reader sees. What a text
 * field holds stays as it is.
 */
const inOneLine = (html: string): string =>
  html
    .split(/(<textarea\b[^>]*>[^]*?<\/textarea>)/)
    .map((part, index) =>
      index % 2 === 1
        ? part.replace(/^<[^>]*>/, oneSpaceInTags)
        : oneSpaceInTags(part)
            .replace(/>\s*\n\s*/g, '>')
            .replace(/\s*\n\s*</g, '<'),
    )
    .join('');

const oneSpaceInTags = (html: string): string =>
  html.replace(/<[a-z](?:"[^"]*"|[^">])*>/g, (tag) =>
    tag.replace(/("[^"]*")|\s+/g, (_, quoted?: string) => quoted ?? ' ').replace(/ (\/?>)$/, '$1'),
  );

/** The page as a reader hears it: words only, entities read. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(#\d+|amp|lt|gt|quot);/g, (whole, name: string) => ENTITIES[name] ?? readNumber(name) ?? whole)
    .replace(/\s+/g, ' ')
    .trim();

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const readNumber = (name: string) => (name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : undefined);

/** Another process holds the file for writing, as a backup or a stuck tool would; `release` lets go. */
export function lockDatabase({ config }: TestContext): { release: () => void } {
  const other = new Database(config.databaseFile);
  other.prepare('begin immediate').run();
  return {
    release() {
      other.prepare('rollback').run();
      other.close();
    },
  };
}
