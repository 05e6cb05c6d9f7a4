/** The house in which the journey is made: every change goes through a form or the API, a minute after the one before. */
import type { TypedRow } from '../../server/domain/list/row.ts';
import { type Answer, type Client, listen, makeClient } from '../support/app.ts';
import { assemble, type Cast, cellsOf, loginOf, PASSWORD, type Person, type Phone } from '../support/cast.ts';
import type { TestContext } from '../support/context.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Changes, fieldsOf, withChanges } from './forms.ts';
import { makeProofContext } from './proof-context.ts';

export type Journey = {
  context: TestContext;
  cast: Cast;
  visitor: () => Client;
  as: (person: Person) => Promise<Client>;
  with: (phone: Phone) => Client;
  /** Opens the page, changes the form that goes to `action` and sends it. Anything but `status` (303) is an error. */
  submit: (who: Person | Client, sending: Submission) => Promise<Answer>;
  /** Sends fields that no page was asked for. */
  post: (who: Person | Client, action: string, form?: Record<string, string>, status?: number) => Promise<Answer>;
  /** Sessions end over night: everybody signs in again. */
  moveTo: (local: string) => void;
  close: () => Promise<void>;
};

export type Submission = { page: string; action?: string; changes?: Changes; status?: number };

/** `before` sees the house while it is still empty. */
export async function startJourney(
  at: string,
  before: (context: TestContext, visitor: Client) => Promise<void>,
): Promise<Journey> {
  const context = await makeProofContext({ at, folder: scratchFolder() });
  const { url, stop } = await listen(context);
  await before(context, makeClient(url));
  const cast = await assemble(context);
  const clients = new Map<Person, Client>();

  async function as(person: Person): Promise<Client> {
    const known = clients.get(person);
    if (known) return known;
    const client = makeClient(url);
    await post(client, '/login', { login: loginOf(person), password: PASSWORD });
    clients.set(person, client);
    return client;
  }

  async function post(who: Person | Client, action: string, form: Record<string, string> | string = {}, status = 303) {
    const client = typeof who === 'string' ? await as(who) : who;
    context.clock.advance({ minutes: 1 });
    return expectStatus(await client.post(action, form), status, action);
  }

  return {
    context,
    cast,
    visitor: () => makeClient(url),
    as,
    with: ({ credential }) => makeClient(url, { authorization: `Bearer ${credential}` }),
    post,
    async submit(who, { page, action = page, changes = {}, status }) {
      const client = typeof who === 'string' ? await as(who) : who;
      const { text } = expectStatus(await client.get(page), 200, page);
      const fields = withChanges(fieldsOf(text, action), changes);
      return await post(client, action, new URLSearchParams(fields).toString(), status);
    },
    moveTo(local) {
      context.clock.set(local);
      clients.clear();
    },
    async close() {
      await stop();
      await context.close();
    },
  };
}

export function expectStatus(answer: Answer, status: number, what: string): Answer {
  if (answer.status === status) return answer;
  const seen = answer.text.replace(/.*<main[^>]*>/s, '').replace(/<[^>]+>|\s+/g, ' ');
  throw new Error(`${what} was answered with ${answer.status}, not ${status}: ${seen.slice(0, 1500)}`);
}

export const pasted = (rows: readonly TypedRow[]): string =>
  rows.map((row) => Object.values(cellsOf(row)).join('\t')).join('\n');

/** Pastes a list, has it checked and hands in what the review page shows, with `answers` to its questions. */
export async function handIn(
  journey: Journey,
  who: Person,
  {
    clusterId,
    rows,
    unit = '',
    answers = {},
  }: { clusterId: string; rows: readonly TypedRow[]; unit?: string; answers?: Changes },
): Promise<void> {
  const desk = `/clusters/${clusterId}/registrations`;
  const review = await journey.post(who, `${desk}/check`, { text: pasted(rows), unit }, 200);
  const fields = withChanges(fieldsOf(review.text, desk), answers);
  const client = await journey.as(who);
  expectStatus(await client.post(desk, new URLSearchParams(fields).toString()), 303, desk);
}

/** The registration of somebody by name, in a cluster. */
export async function registrationOf({ context }: Journey, clusterId: string, fullName: string): Promise<string> {
  const row = await context.db.read
    .selectFrom('registration')
    .innerJoin('delegate', 'delegate.id', 'registration.delegate_id')
    .select('registration.id')
    .where('registration.cluster_id', '=', clusterId)
    .where('delegate.full_name', '=', fullName)
    .orderBy('registration.id', 'desc')
    .executeTakeFirst();
  if (!row) throw new Error(`${fullName} is not in that cluster.`);
  return row.id;
}

export const lastPart = (location = ''): string => location.replace(/[?#].*/, '').replace(/.*\//, '');
