/** What the audit writes about every kind of change, made through forms and API as people make it. */
import { expect } from 'chai';
import { verifyAudit } from '../../db/audit/verify-audit.ts';
import { expectGolden } from './golden.ts';
import { makeJourney } from './journey.ts';
import type { Journey } from './journey-world.ts';

/** Ids differ when another one is drawn before them: what counts is which entries speak of the same thing. */
function namedIds(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) =>
    text.replace(/\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/g, (id) => {
      if (!names.has(id)) names.set(id, `#${names.size + 1}`);
      return names.get(id) ?? '';
    });
}

describe('the entries of the audit', function () {
  this.timeout(180_000);
  let journey: Journey;
  before(async () => {
    journey = await makeJourney(async () => undefined);
  });
  after(() => journey.close());

  const entries = () =>
    journey.context.db.read
      .selectFrom('audit_entry')
      .select(['action', 'actor', 'subject', 'detail'])
      .orderBy('seq')
      .execute();

  it('have the same names', async () => {
    const names = new Set((await entries()).map(({ action }) => action));
    expectGolden('audit-actions.txt', [...names].sort().join('\n'));
  });

  it('say the same of the same acts, in the same order', async () => {
    const named = namedIds();
    const lines = (await entries()).map(({ action, actor, subject, detail }) =>
      named(`${action}  ${subject}  by ${actor}  ${detail}`),
    );
    expectGolden('audit.txt', lines.join('\n'));
  });

  it('form a whole chain', async () => {
    const { db, keys } = journey.context;
    expect(await verifyAudit(db.read, keys.auditMac)).to.include({ kind: 'intact' });
  });
});
