import { expect } from 'chai';
import type { Schema } from '../../db/schema.ts';
import { loadPlan } from '../../server/actions/events/load-plan.ts';
import { makeTestContext, type TestContext } from '../support/context.ts';
import { correctedPlan } from '../support/plan-files.ts';

const at = '2023-03-30T01:30:00.000Z';

/** Two events with the same clusters, units and categories: no row may point from one into the other. */
describe('foreign keys carry the tenant', () => {
  let context: TestContext;
  let one: Ids;
  let other: Ids;

  type Ids = { eventId: string; clusterId: string; otherClusterId: string; unitId: string; categoryId: string };

  async function loadEvent(code: string): Promise<Ids> {
    const plan = correctedPlan();
    const loading = await loadPlan(context, { raw: { ...plan, event: { ...plan.event, code } }, actor: 'system' });
    if (loading.kind !== 'loaded') throw new Error(loading.kind);
    const { eventId, clusterIds, unitIds } = loading;
    const category = await context.db.read
      .selectFrom('category')
      .select('id')
      .where('event_id', '=', eventId)
      .where('code', '=', 'B2')
      .executeTakeFirstOrThrow();
    return {
      eventId,
      clusterId: clusterIds.get(2) ?? '',
      otherClusterId: clusterIds.get(1) ?? '',
      unitId: unitIds.get('927') ?? '',
      categoryId: category.id,
    };
  }

  beforeEach(async () => {
    context = await makeTestContext();
    one = await loadEvent('su-kien-mot');
    other = await loadEvent('su-kien-hai');
    for (const { eventId, unitId } of [one, other]) await insertDelegate(`delegate-${eventId}`, eventId, unitId);
  });
  afterEach(() => context.close());

  const insertDelegate = (id: string, event_id: string, unit_id: string) =>
    context.db.write((tx) =>
      tx
        .insertInto('delegate')
        .values({
          id,
          event_id,
          unit_id,
          honorific: 'Ông',
          full_name: 'Bùi Nhựt Thoại',
          name_folded: 'bui nhut thoai',
          position: 'Trưởng phòng',
          workplace: '',
          email: null,
          phone: null,
          note: '',
          created_at: at,
          created_by: null,
        })
        .execute(),
    );

  /** A registration of the first event, with whatever a test puts wrong. */
  const insertRegistration = (changes: Partial<Schema['registration']> = {}) =>
    context.db
      .write((tx) =>
        tx
          .insertInto('registration')
          .values({
            id: 'registration',
            event_id: one.eventId,
            cluster_id: one.clusterId,
            unit_id: one.unitId,
            delegate_id: `delegate-${one.eventId}`,
            category_id: one.categoryId,
            unit_name: 'Huyện Thới Lai',
            seat: 'seated',
            list_order: 1,
            submitted_at: at,
            submitted_by: null,
            ...changes,
          })
          .execute(),
      )
      .then(
        () => 'written',
        (error: { code?: string }) => error.code,
      );

  it('takes a registration within one event', async () => {
    expect(await insertRegistration()).to.equal('written');
  });

  const refused: [what: string, changes: () => Partial<Schema['registration']>][] = [
    ["another event's delegate", () => ({ delegate_id: `delegate-${other.eventId}` })],
    ["another event's cluster", () => ({ cluster_id: other.clusterId })],
    ["another event's category", () => ({ category_id: other.categoryId })],
    ['another event altogether', () => ({ event_id: other.eventId })],
    ['a cluster in which the unit takes no part', () => ({ cluster_id: one.otherClusterId })],
    ['a delegate that does not exist', () => ({ delegate_id: 'nobody' })],
  ];
  for (const [what, changes] of refused) {
    it(`refuses ${what}`, async () => {
      expect(await insertRegistration(changes())).to.equal('SQLITE_CONSTRAINT_FOREIGNKEY');
    });
  }

  it('refuses the same delegate twice in a cluster', async () => {
    await insertRegistration();
    expect(await insertRegistration({ id: 'again' })).to.equal('SQLITE_CONSTRAINT_UNIQUE');
  });

  it('refuses a seat that is neither taken nor waited for', async () => {
    expect(await insertRegistration({ seat: 'standing' as never })).to.equal('SQLITE_CONSTRAINT_CHECK');
  });

  it('refuses a scan that names a device of another cluster', async () => {
    const device = (id: string, cluster_id: string) => ({
      id,
      cluster_id,
      gate: 'Cửa chính',
      pairing_hash: id,
      pairing_expires_at: at,
      credential_hash: null,
      paired_at: null,
      expires_at: null,
      revoked_at: null,
      created_at: at,
      created_by: null,
    });
    await context.db.write((tx) => tx.insertInto('device').values(device('phone', one.clusterId)).execute());
    const scan = (cluster_id: string) =>
      context.db.write((tx) =>
        tx
          .insertInto('scan')
          .values({
            id: cluster_id,
            device_id: 'phone',
            seq: 1,
            cluster_id,
            registration_id: null,
            code_hash: null,
            method: 'camera',
            claimed_at: at,
            age_ms: 0,
            received_at: at,
            scanned_at: at,
            digest: '',
            verdict: 'unknown',
            answer: '',
          })
          .execute(),
      );
    const refusal = await scan(one.otherClusterId).catch((error: { code?: string }) => error.code);
    expect(refusal).to.equal('SQLITE_CONSTRAINT_FOREIGNKEY');
    await scan(one.clusterId);
  });

  it('refuses a registrar without a unit', async () => {
    const refusal = await context.db
      .write((tx) =>
        tx
          .insertInto('account')
          .values({
            id: 'x',
            login: 'x',
            login_folded: 'x',
            full_name: 'x',
            role: 'registrar',
            unit_id: null,
            password_hash: null,
            disabled_at: null,
            created_at: at,
          })
          .execute(),
      )
      .catch((error: { code?: string }) => error.code);
    expect(refusal).to.equal('SQLITE_CONSTRAINT_CHECK');
  });
});
