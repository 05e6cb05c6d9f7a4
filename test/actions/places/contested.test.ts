/** Many hands at the same few places, through the actions themselves on a real database. */
import { expect } from 'chai';
import fc from 'fast-check';
import { participantsOf } from '../../../db/events/clusters.ts';
import { seatCounts, totalSeats } from '../../../db/seats/seats.ts';
import { freeSeats, planSeating } from '../../../server/domain/seats/seating.ts';
import { saveCluster } from '../../../server/actions/events/save-cluster.ts';
import { saveParticipants } from '../../../server/actions/events/save-participants.ts';
import { changeQuota } from '../../../server/actions/places/change-quota.ts';
import { loadListFacts } from '../../../server/actions/lists/list-facts.ts';
import { loadPair, mergeDelegates, versionOf } from '../../../server/actions/people/merge-delegates.ts';
import { moveSeats } from '../../../server/actions/places/move-seats.ts';
import { changeCapacity } from '../../../server/actions/places/change-capacity.ts';
import { carryOutPlan, registerDelegates } from '../../../server/actions/lists/register-delegates.ts';
import { seatByHand } from '../../../server/actions/places/seat-by-hand.ts';
import { substituteDelegate } from '../../../server/actions/people/substitute-delegate.ts';
import { withdrawDelegate } from '../../../server/actions/people/withdraw-delegate.ts';
import { planRegistration } from '../../../server/domain/list/registration-plan.ts';
import { typedMax, typedQuotas } from '../../pages/setup/typed-forms.ts';
import { type Cast, inventedRow, inventedRows, makeCastContext } from '../../support/cast.ts';
import type { TestContext } from '../../support/context.ts';

describe('places that many want at once', function () {
  this.timeout(120_000);
  let context: TestContext;
  let cast: Cast;
  let clusterId: string;
  beforeEach(async () => {
    ({ context, cast } = await makeCastContext());
    clusterId = cast.cluster(2);
  });
  afterEach(() => context.close());

  const clerks = ['binh', 'cuc', 'phong'] as const;
  const handIn = (person: (typeof clerks)[number], from: number, count: number) =>
    registerDelegates(context, cast.actor(person), {
      clusterId,
      unitId: undefined,
      rows: inventedRows(count, from).map((row) => ({ ...row, anotherPerson: true })),
      onlyValid: false,
      overrideReason: '',
    });
  type Outcome = { submitted: number; gone: number; byHand: ReadonlySet<string> };

  /** What must hold after every act, read from the tables. Who was seated by hand stands outside of queue and quota. */
  async function lookAt({ submitted, gone, byHand }: Outcome): Promise<void> {
    const { read } = context.db;
    const counts = await seatCounts(read, clusterId);
    const { seated, waiting } = totalSeats(counts);
    const { capacity_max: max } = await read
      .selectFrom('cluster')
      .select('capacity_max')
      .where('id', '=', clusterId)
      .executeTakeFirstOrThrow();
    expect(seated, 'seated in the cluster').to.be.at.most(max);
    expect(seated + waiting + gone, 'nobody lost').to.equal(submitted);
    const queue = await read
      .selectFrom('registration')
      .leftJoin('withdrawal', 'withdrawal.registration_id', 'registration.id')
      .select(['registration.id', 'registration.seat', 'registration.unit_id'])
      .where('registration.cluster_id', '=', clusterId)
      .where('withdrawal.registration_id', 'is', null)
      .orderBy('registration.submitted_at')
      .orderBy('registration.list_order')
      .execute();
    for (const { unitId, quota } of await participantsOf(read, clusterId)) {
      const own = queue.filter((row) => row.unit_id === unitId);
      const calm = own.filter(({ id, seat }) => seat === 'waiting' || !byHand.has(id));
      const inUnit = counts.get(unitId) ?? { seated: 0, waiting: 0 };
      expect(inUnit.seated, 'seated in the unit').to.be.at.most(quota + own.length - calm.length);
      const places = freeSeats({ max, quota, seatedInCluster: seated, seatedInUnit: inUnit.seated });
      if (inUnit.waiting > 0) expect(places, 'places beside those who wait').to.equal(0);
      expect(calm.map(({ seat }) => seat).join(' '), 'the queue of the unit').to.match(/^(seated ?)*(waiting ?)*$/);
    }
  }

  /** An empty cluster for the next round. */
  const clear = () =>
    context.db.write(async (tx) => {
      await tx.deleteFrom('registration').where('cluster_id', '=', clusterId).execute();
      await tx.deleteFrom('delegate').execute();
    });

  it('10,000 delegates in 200 lists want the last five places, twenty times: five sit each time, none is oversold', async () => {
    await context.db.write((tx) =>
      tx.updateTable('cluster_unit').set({ quota: 60 }).where('cluster_id', '=', clusterId).execute(),
    );
    let wanted = 0;
    for (let round = 0; round < 20; round += 1) {
      await handIn('binh', 0, 55);
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, index) => handIn(clerks[index % 3] ?? 'binh', 100 + index * 50, 50)),
      );
      wanted += results.reduce((sum, { plan }) => sum + plan.seated + plan.waiting, 0);
      expect(results.reduce((sum, { plan }) => sum + plan.seated, 0)).to.equal(5);
      expect(totalSeats(await seatCounts(context.db.read, clusterId))).to.deep.equal({ seated: 60, waiting: 495 });
      await clear();
    }
    expect(wanted).to.equal(10_000);
  });

  it('control: the same lists on counts read before the transaction are oversold', async () => {
    await handIn('binh', 0, 12);
    const actor = cast.actor('binh');
    const rows = Array.from({ length: 10 }, (_, index) => [inventedRow(100 + index)]);
    const stale = await Promise.all(
      rows.map(() => loadListFacts(context.db.read, actor, { clusterId, unitId: undefined })),
    );
    const at = context.now().toUTC().toISO();
    for (const [index, facts] of stale.entries()) {
      const plan = planRegistration(rows[index] ?? [], facts.rules, facts.capacity);
      await context.db.write((tx) => carryOutPlan(context, tx, { actor, facts, plan, at, detail: {} }));
    }
    const own = (await seatCounts(context.db.read, clusterId)).get(cast.unit('927'));
    expect(own).to.deep.equal({ seated: 22, waiting: 0 });
    expect(
      planSeating({ max: 60, quota: 15, seatedInCluster: 22, seatedInUnit: 22, waitingInUnit: 0 }, 1),
    ).to.deep.equal(['waiting']);
  });

  it('whatever is done at once, at the desk, the places or the set-up, nobody sits above the maximum or waits beside a place, nobody is lost and the queue keeps its order', async () => {
    type Act =
      | { do: 'submit'; clerk: number; count: number }
      | { do: 'withdraw' | 'substitute' | 'seat'; pick: number }
      | { do: 'merge'; pick: number; other: number }
      | { do: 'move'; from: number; to: number; count: number }
      | { do: 'quota'; unit: number; quota: number }
      | { do: 'max' | 'set up max'; max: number }
      | { do: 'set up shares'; unit: number; more: number };
    const clerk = fc.nat(2);
    const act: fc.Arbitrary<Act> = fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ do: fc.constant('submit' as const), clerk, count: fc.integer({ min: 1, max: 5 }) }),
      },
      fc.record({
        do: fc.constantFrom('withdraw' as const, 'substitute' as const, 'seat' as const),
        pick: fc.nat(100),
      }),
      fc.record({ do: fc.constant('merge' as const), pick: fc.nat(100), other: fc.nat(100) }),
      fc.record({ do: fc.constant('move' as const), from: clerk, to: clerk, count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ do: fc.constant('quota' as const), unit: clerk, quota: fc.nat(8) }),
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constantFrom('max' as const, 'set up max' as const),
          max: fc.integer({ min: 2, max: 14 }),
        }),
      },
      fc.record({ do: fc.constant('set up shares' as const), unit: clerk, more: fc.integer({ min: 1, max: 3 }) }),
    );
    const units = ['927', '917', '926'].map((code) => cast.unit(code));
    const unitAt = (index: number) => units[index] ?? '';
    const an = cast.actor('an');
    const place = () => ({ eventId: cast.eventId, clusterId });
    /** Some acts are overtaken, out of bounds or about two units, and some of each must have come to something. */
    const outcomes: string[] = [];

    async function play(acts: readonly Act[]) {
      await context.db.write(async (tx) => {
        await tx.updateTable('cluster').set({ capacity_min: 2, capacity_max: 8 }).where('id', '=', clusterId).execute();
        await tx.updateTable('cluster_unit').set({ quota: 2 }).where('cluster_id', '=', clusterId).execute();
      });
      const ids: string[] = [];
      let submitted = 0;
      let gone = 0;
      const byHand = new Set<string>();
      const handedOver: [from: string, to: string][] = [];
      const drawn = (pick: number) => ids.splice(pick % Math.max(1, ids.length), 1)[0];
      const carryOut = async (next: Act, index: number): Promise<void> => {
        context.clock.advance({ seconds: 1 });
        switch (next.do) {
          case 'submit': {
            const result = await handIn(clerks[next.clerk] ?? 'binh', 100 + index * 10, next.count);
            if (result.kind !== 'registered') throw new Error(`Not registered: ${result.kind}`);
            submitted += result.ids.size;
            ids.push(...result.ids.values());
            return;
          }
          case 'withdraw': {
            const leaving = drawn(next.pick);
            if (leaving === undefined) return;
            gone += 1;
            await withdrawDelegate(context, an, { registrationId: leaving, reason: 'x' });
            return;
          }
          case 'substitute': {
            const old = drawn(next.pick);
            if (old === undefined) return;
            const typed = inventedRow(500 + index);
            const order = { registrationId: old, typed, reason: 'x', overrideReason: '' };
            const result = await substituteDelegate(context, an, order);
            if (result.kind !== 'substituted') throw new Error(`Not substituted: ${result.kind}`);
            handedOver.push([old, result.registrationId]);
            ids.push(result.registrationId);
            submitted += 1;
            gone += 1;
            outcomes.push('substituted');
            return;
          }
          case 'merge': {
            const pair = [drawn(next.pick), drawn(next.other)];
            const [registrationId, withId] = pair;
            if (registrationId === undefined || withId === undefined) {
              ids.push(...pair.filter((id) => id !== undefined));
              return;
            }
            const shown = await loadPair(context.db.read, an, { registrationId, withId }).catch(() => undefined);
            const version = shown ? versionOf(shown) : { keptId: '', kept: '', duplicate: '' };
            const wish = { registrationId, withId, choices: new Map(), version, reason: 'x' };
            const result = await mergeDelegates(context, an, wish).catch(() => ({ kind: 'of_two_units' as const }));
            outcomes.push(result.kind);
            if (result.kind !== 'merged') return void ids.push(registrationId, withId);
            ids.push(result.pair.kept.registrationId);
            gone += 1;
            return;
          }
          case 'seat': {
            const picked = ids[next.pick % Math.max(1, ids.length)];
            if (picked === undefined) return;
            const result = await seatByHand(context, an, { registrationId: picked, reason: 'x' }).catch(
              () => undefined,
            );
            if (result?.kind === 'seated') byHand.add(picked);
            return;
          }
          case 'move':
            await moveSeats(context, an, {
              clusterId,
              from: unitAt(next.from),
              to: unitAt(next.to),
              count: next.count,
              reason: 'x',
            });
            return;
          case 'quota':
            await changeQuota(context, an, { clusterId, unitId: unitAt(next.unit), quota: next.quota, reason: 'x' });
            return;
          case 'max':
            await changeCapacity(context, an, { clusterId, max: next.max, reason: 'x' });
            return;
          case 'set up max':
            outcomes.push((await saveCluster(context, an, await typedMax(context, place(), next.max))).kind);
            return;
          case 'set up shares': {
            const form = await typedQuotas(context, place(), { unitId: unitAt(next.unit), more: next.more });
            outcomes.push((await saveParticipants(context, an, form)).kind);
            return;
          }
          default:
            throw new Error(`No such act: ${JSON.stringify(next satisfies never)}`);
        }
      };
      // Three at a time, as three clerks would: the transactions queue up in whatever order they come.
      for (let from = 0; from < acts.length; from += 3) {
        await Promise.all(acts.slice(from, from + 3).map((next, offset) => carryOut(next, from + offset)));
        for (const [old, substitute] of handedOver) if (byHand.has(old)) byHand.add(substitute);
        await lookAt({ submitted, gone, byHand });
      }
    }

    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 24, size: 'max' }), async (acts) => {
        try {
          await play(acts);
        } finally {
          await context.close();
          ({ context, cast } = await makeCastContext());
          clusterId = cast.cluster(2);
          units.splice(0, 3, ...['927', '917', '926'].map((code) => cast.unit(code)));
          Object.assign(an, cast.actor('an'));
        }
      }),
      { numRuns: 40, seed: 20_230_405, endOnFailure: true },
    );
    for (const kind of ['saved', 'substituted', 'merged']) {
      expect(outcomes.filter((outcome) => outcome === kind).length, kind).to.be.at.least(10);
    }
  });

  describe('control: what is looked at after every act is caught', () => {
    const nobody = new Set<string>();
    const seats = (ids: readonly string[], seat: 'seated' | 'waiting') =>
      context.db.write((tx) => tx.updateTable('registration').set({ seat }).where('id', 'in', ids).execute());
    let ids: string[];
    beforeEach(async () => {
      const result = await handIn('binh', 0, 17);
      if (result.kind !== 'registered') throw new Error(`Not registered: ${result.kind}`);
      ids = [...result.ids.values()];
      await lookAt({ submitted: 17, gone: 0, byHand: nobody });
    });
    const failure = async (outcome: Partial<Outcome> = {}) =>
      await lookAt({ submitted: 17, gone: 0, byHand: nobody, ...outcome }).then(
        () => 'nothing was noticed',
        (error: Error) => error.message,
      );

    it('one seat too many', async () => {
      await seats(ids.slice(15, 16), 'seated');
      expect(await failure()).to.include('seated in the unit');
      expect(await failure({ byHand: new Set(ids.slice(15, 16)) })).to.equal('nothing was noticed');
    });

    it('a cluster above its maximum', async () => {
      await context.db.write((tx) =>
        tx.updateTable('cluster').set({ capacity_min: 1, capacity_max: 14 }).where('id', '=', clusterId).execute(),
      );
      expect(await failure()).to.include('seated in the cluster');
    });

    it('somebody lost', async () => {
      expect(await failure({ submitted: 18 })).to.include('nobody lost');
    });

    it('a place kept empty beside who waits', async () => {
      await seats(ids.slice(14, 15), 'waiting');
      expect(await failure()).to.include('places beside those who wait');
    });

    it('somebody overtaken', async () => {
      await seats(ids.slice(3, 4), 'waiting');
      await seats(ids.slice(16), 'seated');
      expect(await failure()).to.include('the queue of the unit');
    });
  });
});
