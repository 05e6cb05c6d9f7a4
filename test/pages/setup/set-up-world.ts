/** An at the set-up screens of the plan of 2023, with what she sees, sends and leaves behind in the audit. */
import { loadEventSetup } from '../../../db/events/event-setup.ts';
import type { EventSetup } from '../../../server/domain/plan/event-setup.ts';
import { type Answer, type Client, startApp, type TestApp, wordsOf } from '../../support/app.ts';
import { type Form, formIn } from './form-in.ts';

export type SetUpWorld = {
  app: TestApp;
  an: Client;
  /** `/events/<id>` */
  base: string;
  /** The words of the set-up page. */
  words: () => Promise<string>;
  /** The form that goes to this address below the event's, as the page shows it now. */
  form: (path: string) => Promise<Form>;
  /** The same, with some fields changed, sent. `undefined` takes a field out, as an unticked box is. */
  send: (path: string, changes: Record<string, string | undefined>, form?: Form) => Promise<Answer>;
  stored: () => Promise<EventSetup>;
  /** What the audit says since the world began, newest last. */
  audit: () => Promise<{ action: string; subject: string; detail: Record<string, unknown> }[]>;
  close: () => Promise<void>;
};

export async function makeSetUpWorld(at = '2023-03-20T08:30'): Promise<SetUpWorld> {
  const app = await startApp({ at });
  const an = await app.as('an');
  const base = `/events/${app.cast.eventId}`;
  const read = app.context.db.read;
  const lastSeq = async () =>
    (await read.selectFrom('audit_entry').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst())?.seq ?? 0;
  const start = await lastSeq();
  const page = async () => (await an.get(`${base}/setup`)).text;
  const form = async (path: string) => formIn(await page(), base + path);
  return {
    app,
    an,
    base,
    words: async () => wordsOf(await page()),
    form,
    async send(path, changes, given) {
      const fields = { ...(given ?? (await form(path))), ...changes };
      const kept = Object.entries(fields).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      );
      return await an.post(base + path, Object.fromEntries(kept));
    },
    async stored() {
      const setup = await loadEventSetup(read, app.cast.eventId);
      if (!setup) throw new Error('The event is gone.');
      return setup;
    },
    async audit() {
      const rows = await read.selectFrom('audit_entry').selectAll().where('seq', '>', start).orderBy('seq').execute();
      return rows.map(({ action, subject, detail }) => ({ action, subject, detail: JSON.parse(detail) }));
    },
    close: () => app.close(),
  };
}
