import { expect } from 'chai';
import { makeAppendOnly } from '../../../db/engine/index.ts';
import { mergedInto } from '../../../db/people/merges.ts';
import { up } from '../../../db/migrations/0008-entered-once.ts';
import { makePeopleWorld, type PeopleWorld } from '../../support/people-world.ts';

describe('merged entries', () => {
  let world: PeopleWorld;
  beforeEach(async () => {
    world = await makePeopleWorld();
  });
  afterEach(() => world.close());

  it('of before are read out of the audit chain by the migration', async () => {
    const { context } = world.app;
    const [first, second, third] = world.ids;
    await context.db.write(async (tx) => {
      for (const table of ['merge', 'delegate_change']) await tx.schema.dropTable(table).execute();
      await tx.schema.alterTable('change_request').dropColumn('registration_id').execute();
      const at = '2023-03-30T01:30:00.000Z';
      const entry = { at, actor: 'account:a', action: 'delegates_merged', previous_hash: '' };
      const rows = [
        { seq: 1001, subject: `registration:${second}`, detail: JSON.stringify({ registrations: third }), hash: 'x' },
        { seq: 1002, subject: `registration:${first}`, detail: JSON.stringify({ registrations: second }), hash: 'y' },
      ];
      await tx
        .insertInto('audit_entry')
        .values(rows.map((row) => ({ ...entry, ...row })))
        .execute();
      await up(tx, { makeAppendOnly });
    });
    expect(await mergedInto(context.db.read, third)).to.deep.equal([second, first]);
    expect(await mergedInto(context.db.read, first)).to.deep.equal([]);
  });
});
