import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { openEngine } from '../../../db/engine/index.ts';
import { migrations } from '../../../db/migrations/index.ts';
import { insertSubstitution, predecessorsIn, presentHolder } from '../../../db/people/substitutions.ts';
import { type Cast, inventedRows, makeCastContext, register } from '../../support/cast.ts';
import type { TestContext } from '../../support/context.ts';
import { scratchFolder } from '../../support/scratch.ts';

describe('substitutions', () => {
  let context: TestContext;
  let cast: Cast;
  let ids: string[];
  beforeEach(async () => {
    ({ context, cast } = await makeCastContext());
    ids = await register(context, cast.actor('binh'), { clusterId: cast.cluster(2), rows: inventedRows(4) });
  });
  afterEach(() => context.close());

  const substitute = (from: string, to: string, unit = '927', cluster = 2) =>
    context.db
      .write((tx) =>
        insertSubstitution(tx, {
          oldRegistrationId: from,
          newRegistrationId: to,
          clusterId: cast.cluster(cluster),
          unitId: cast.unit(unit),
          at: '2023-04-01T01:00:00.000Z',
          by: undefined,
          reason: '',
        }),
      )
      .then(
        () => 'written',
        (error: { code?: string }) => error.code,
      );
  const [a, b, c] = [0, 1, 2].map((place) => () => ids[place] ?? '') as [() => string, () => string, () => string];

  it('lead from the first holder to the present one, and back', async () => {
    expect(await substitute(a(), b())).to.equal('written');
    expect(await substitute(b(), c())).to.equal('written');
    expect(await presentHolder(context.db.read, a())).to.equal(c());
    expect(await presentHolder(context.db.read, c())).to.equal(undefined);
    const predecessors = await predecessorsIn(context.db.read, cast.cluster(2));
    expect([...predecessors].map(([id, before]) => [id, before.registrationId])).to.have.deep.members([
      [b(), a()],
      [c(), b()],
    ]);
    expect(await predecessorsIn(context.db.read, cast.cluster(1))).to.have.property('size', 0);
  });

  const refused: [what: string, write: () => Promise<string | undefined>, code: string][] = [
    ['a second substitute for one person', () => substitute(a(), c()), 'SQLITE_CONSTRAINT_PRIMARYKEY'],
    ['one substitute for two people', () => substitute(c(), b()), 'SQLITE_CONSTRAINT_UNIQUE'],
    ['somebody for himself', () => substitute(c(), c()), 'SQLITE_CONSTRAINT_CHECK'],
    ['a place of another unit', () => substitute(b(), c(), '917'), 'SQLITE_CONSTRAINT_FOREIGNKEY'],
    ['a place in another cluster', () => substitute(b(), c(), '927', 1), 'SQLITE_CONSTRAINT_FOREIGNKEY'],
    ['somebody who is not there', () => substitute(b(), 'nobody'), 'SQLITE_CONSTRAINT_FOREIGNKEY'],
  ];
  for (const [what, write, code] of refused) {
    it(`are refused by the schema: ${what}`, async () => {
      await substitute(a(), b());
      expect(await write()).to.equal(code);
    });
  }
});

describe('the migration for people', () => {
  it('folds the posts of the delegates that are here already, so that the search finds them', async () => {
    const folder = scratchFolder();
    const engine = openEngine({ file: join(folder, 'old.sqlite') });
    const { writer, close } = engine;
    const isNew = ({ name }: { name: string }) => name >= '0004';
    for (const { up } of migrations.filter((one) => !isNew(one)))
      await writer.transaction().execute((tx) => up(tx, engine));
    await writer.transaction().execute(async (tx) => {
      const none = { parent_id: null, valid_from: null, valid_to: null, successor_id: null };
      const unit = { id: 'u', code: 'u', name: 'Huyện Thới Lai', level: 'district', position: 1, ...none } as const;
      await tx.insertInto('unit').values(unit).execute();
      const contact = { contact_name: '', contact_office: '', contact_phone: '', contact_email: '' };
      const event = { id: 'e', code: 'e', title: '', kind: '', year: 2023, zone: 'UTC', lead_unit_id: 'u', place: '' };
      const flags = { promotes_freed_places: 1, accepts_by_hand: 0, created_at: '' } as const;
      await tx
        .insertInto('event')
        .values({ ...event, ...contact, ...flags })
        .execute();
      const person = {
        honorific: '',
        full_name: 'Hồ Út',
        name_folded: 'ho ut',
        position: 'Chủ tịch',
        workplace: 'UBND',
      };
      const rest = { email: null, phone: null, note: '', created_at: '', created_by: null };
      await tx
        .insertInto('delegate')
        .values({ id: 'd', event_id: 'e', unit_id: 'u', ...person, ...rest })
        .execute();
    });
    for (const { up } of migrations.filter(isNew)) await writer.transaction().execute((tx) => up(tx, engine));
    const row = await writer.selectFrom('delegate').select('post_folded').executeTakeFirstOrThrow();
    expect(row.post_folded).to.equal('chu tich ubnd huyen thoi lai');
    await close();
    rmSync(folder, { recursive: true });
  });
});
