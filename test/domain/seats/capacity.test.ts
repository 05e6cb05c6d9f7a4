import { expect } from 'chai';
import fc from 'fast-check';
import {
  type ClusterNumbers,
  clusterNumbers,
  judgeMax,
  judgeMove,
  judgeQuota,
  judgeSeatByHand,
  type SeatsJudgement,
  type SeatsRefusal,
} from '../../../server/domain/seats/capacity.ts';
import { planPromotions, planSeating, type Seat } from '../../../server/domain/seats/seating.ts';

const verdict = (judgement: SeatsJudgement): string =>
  judgement.kind === 'allowed' ? 'allowed' : `${judgement.why} ${judgement.limit}`;
/** A cluster that is being registered for. */
const cluster = (numbers: Partial<ClusterNumbers>): ClusterNumbers => ({
  min: 40,
  max: 60,
  quotas: 40,
  seated: 0,
  hasBegun: true,
  isClosed: false,
  ...numbers,
});
const reason = 'kê thêm ghế';
const refused = (why: SeatsRefusal, limit: number): string => `${why} ${limit}`;

describe('moving places between units', () => {
  const cases: [what: string, quota: number, seated: number, count: number, ends: string][] = [
    ['gives what nobody sits on', 15, 10, 5, 'allowed'],
    ['gives all of an empty quota', 15, 0, 15, 'allowed'],
    ['does not give a place somebody sits on', 15, 10, 6, refused('more_than_free', 5)],
    ['gives nothing of a full quota', 15, 15, 1, refused('more_than_free', 0)],
    ['gives nothing of a quota that was exceeded by hand', 15, 17, 1, refused('more_than_free', 0)],
  ];
  for (const [what, quota, seated, count, ends] of cases) {
    it(what, () =>
      expect(verdict(judgeMove({ quota, seated }, { count, isSameUnit: false, isClosed: false }))).to.equal(ends),
    );
  }

  it('needs two units', () => {
    const judgement = judgeMove({ quota: 15, seated: 0 }, { count: 1, isSameUnit: true, isClosed: false });
    expect(verdict(judgement)).to.equal(refused('same_unit', 0));
  });
});

describe('a new quota', () => {
  const cases: [what: string, before: number, seated: number, quota: number, ends: string][] = [
    ['may be higher', 15, 15, 20, 'allowed'],
    ['may be lower, down to those who sit', 15, 12, 12, 'allowed'],
    ['may be nothing when nobody sits', 15, 0, 0, 'allowed'],
    ['is not lower than those who sit', 15, 12, 11, refused('below_seated', 12)],
    ['may come nearer to those who sit above it by hand', 15, 18, 17, 'allowed'],
    ['is not lowered further below those who sit above it', 15, 18, 14, refused('below_seated', 18)],
  ];
  for (const [what, before, seated, quota, ends] of cases) {
    it(what, () =>
      expect(verdict(judgeQuota({ quota: before, seated }, { quota, reason }, cluster({})))).to.equal(ends),
    );
  }
});

describe('a new maximum', () => {
  const cases: [what: string, seated: number, max: number, ends: string][] = [
    ['may be higher', 60, 65, 'allowed'],
    ['may be lower, down to those who sit', 50, 50, 'allowed'],
    ['is not lower than those who sit', 50, 49, refused('below_seated', 50)],
    ['is not lower than the minimum', 10, 39, refused('below_minimum', 40)],
    ['may equal the minimum', 10, 40, 'allowed'],
  ];
  for (const [what, seated, max, ends] of cases) {
    it(what, () => expect(verdict(judgeMax(cluster({ seated }), { max, reason }))).to.equal(ends));
  }
});

describe('all shares together', () => {
  const full = cluster({ quotas: 60 });
  it('are no more than the cluster may hold', () => {
    expect(verdict(judgeQuota({ quota: 15, seated: 15 }, { quota: 17, reason }, full))).to.equal(
      refused('shares_above_max', 2),
    );
    expect(verdict(judgeMax(full, { max: 55, reason }))).to.equal(refused('shares_above_max', 5));
  });

  it('may come down to it where they were more, and the maximum may always rise', () => {
    const over = cluster({ quotas: 70 });
    expect(verdict(judgeQuota({ quota: 15, seated: 0 }, { quota: 14, reason }, over))).to.equal('allowed');
    expect(verdict(judgeMax(over, { max: 65, reason }))).to.equal('allowed');
  });
});

describe('a change of a cluster’s numbers', () => {
  const unit = { quota: 15, seated: 0 };
  const both = (numbers: ClusterNumbers, why: string) => [
    verdict(judgeMax(numbers, { max: 62, reason: why })),
    verdict(judgeMax(numbers, { max: 58, reason: why })),
    verdict(judgeQuota(unit, { quota: 16, reason: why }, numbers)),
    verdict(judgeQuota(unit, { quota: 14, reason: why }, numbers)),
  ];

  it('needs a reason once registration has begun', () => {
    expect(new Set(both(cluster({}), ' '))).to.deep.equal(new Set([refused('reason_missing', 0)]));
    expect(new Set(both(cluster({}), reason))).to.deep.equal(new Set(['allowed']));
  });

  it('needs none before', () => {
    expect(new Set(both(cluster({ hasBegun: false }), ''))).to.deep.equal(new Set(['allowed']));
  });

  it('is refused once attendance is closed, whatever the reason', () => {
    const closed = cluster({ isClosed: true });
    expect(new Set(both(closed, reason))).to.deep.equal(new Set([refused('cluster_closed', 0)]));
    const move = judgeMove(unit, { count: 1, isSameUnit: false, isClosed: true });
    expect(verdict(move)).to.equal(refused('cluster_closed', 0));
  });

  const empty = { quota: 15, seated: 0, waiting: 0, listState: 'not_started' } as const;
  for (const [what, changes, hasBegun] of [
    ['an empty list', {}, false],
    ['a draft', { listState: 'draft' }, false],
    ['a list that was handed in empty', { listState: 'submitted' }, true],
    ['a list that came back', { listState: 'returned' }, true],
    ['somebody who sits', { seated: 1 }, true],
    ['somebody who waits', { waiting: 1 }, true],
  ] as const) {
    it(`${hasBegun ? 'has begun with' : 'has not begun with'} ${what}`, () => {
      const numbers = clusterNumbers({ min: 40, max: 60 }, [empty, { ...empty, ...changes }]);
      expect(numbers).to.include({ hasBegun, quotas: 30, isClosed: false });
    });
  }
});

describe('seating by hand', () => {
  it('takes one who waits while the cluster has a place', () => {
    expect(verdict(judgeSeatByHand({ max: 60, seated: 59 }, 'waiting'))).to.equal('allowed');
  });

  it('never exceeds the maximum', () => {
    expect(verdict(judgeSeatByHand({ max: 60, seated: 60 }, 'waiting'))).to.equal(refused('cluster_full', 60));
  });

  it('has nothing to do for one who sits, not even in a full cluster', () => {
    expect(verdict(judgeSeatByHand({ max: 60, seated: 60 }, 'seated'))).to.equal(refused('already_seated', 0));
  });
});

describe('whatever units and the organiser do, in whatever order', () => {
  type Place = { registrationId: string; unitId: string; seat: Seat; byHand?: true };
  type Step =
    | { do: 'submit'; unit: number; count: number }
    | { do: 'withdraw' | 'seat'; pick: number }
    | { do: 'move'; from: number; to: number; count: number }
    | { do: 'quota'; unit: number; quota: number }
    | { do: 'max'; max: number }
    | { do: 'promote' };

  const UNITS = 3;
  const MIN = 3;
  const unit = fc.nat(UNITS - 1);
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ do: fc.constant('submit' as const), unit, count: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ do: fc.constantFrom('withdraw' as const, 'seat' as const), pick: fc.nat(1000) }),
    fc.record({ do: fc.constant('move' as const), from: unit, to: unit, count: fc.integer({ min: 1, max: 5 }) }),
    fc.record({ do: fc.constant('quota' as const), unit, quota: fc.nat(9) }),
    fc.record({ do: fc.constant('max' as const), max: fc.nat(20) }),
    fc.record({ do: fc.constant('promote' as const) }),
  );

  type Desk = { max: number; quotas: number[]; places: Place[]; gone: number; submitted: number };

  /** Plays the steps through the rules as the actions do. `promotes` is the event's own setting. */
  function play(steps: Step[], promotes: boolean, look: (desk: Desk) => void) {
    const desk: Desk = { max: 10, quotas: [3, 3, 3], places: [], gone: 0, submitted: 0 };
    const seated = (unitId?: string) =>
      desk.places.filter((place) => place.seat === 'seated' && (unitId === undefined || place.unitId === unitId))
        .length;
    const numbers = () =>
      cluster({
        min: MIN,
        max: desk.max,
        quotas: desk.quotas.reduce((sum, quota) => sum + quota, 0),
        seated: seated(),
      });
    const nameOf = (index: number) => `unit-${index}`;
    const placesOf = (index: number) => ({ quota: desk.quotas[index] ?? 0, seated: seated(nameOf(index)) });
    const promote = (unitId: string) => {
      const units = new Map(desk.quotas.map((_, index) => [nameOf(index), placesOf(index)]));
      const waiting = desk.places.filter((place) => place.seat === 'waiting');
      const up = planPromotions({ max: desk.max, seatedInCluster: seated(), units, waiting }, unitId);
      const ids = new Set(up.map((place) => place.registrationId));
      desk.places = desk.places.map((place) => (ids.has(place.registrationId) ? { ...place, seat: 'seated' } : place));
    };
    const freed = (unitId = '') => promotes && promote(unitId);
    const carryOut = (next: Step) => {
      switch (next.do) {
        case 'submit': {
          const { quota, seated: seatedInUnit } = placesOf(next.unit);
          const waitingInUnit = desk.places.filter(
            ({ unitId, seat }) => unitId === nameOf(next.unit) && seat === 'waiting',
          ).length;
          const capacity = { max: desk.max, quota, seatedInCluster: seated(), seatedInUnit, waitingInUnit };
          for (const seat of planSeating(capacity, next.count)) {
            desk.submitted += 1;
            desk.places.push({ registrationId: String(desk.submitted), unitId: nameOf(next.unit), seat });
          }
          return;
        }
        case 'withdraw': {
          const leaving = desk.places[next.pick % Math.max(1, desk.places.length)];
          if (!leaving) return;
          desk.places = desk.places.filter((place) => place !== leaving);
          desk.gone += 1;
          if (leaving.seat === 'seated') freed(leaving.unitId);
          return;
        }
        case 'seat': {
          const chosen = desk.places[next.pick % Math.max(1, desk.places.length)];
          if (!chosen) return;
          if (judgeSeatByHand({ max: desk.max, seated: seated() }, chosen.seat).kind === 'refused') return;
          desk.places = desk.places.map((place) =>
            place === chosen ? { ...place, seat: 'seated', byHand: true } : place,
          );
          return;
        }
        case 'move': {
          const { from, to, count } = next;
          if (judgeMove(placesOf(from), { count, isSameUnit: from === to, isClosed: false }).kind === 'refused') return;
          desk.quotas = desk.quotas.map((quota, index) =>
            index === from ? quota - count : index === to ? quota + count : quota,
          );
          freed(nameOf(to));
          return;
        }
        case 'quota': {
          if (judgeQuota(placesOf(next.unit), { quota: next.quota, reason }, numbers()).kind === 'refused') return;
          desk.quotas = desk.quotas.map((quota, index) => (index === next.unit ? next.quota : quota));
          freed(nameOf(next.unit));
          return;
        }
        case 'max': {
          if (judgeMax(numbers(), { max: next.max, reason }).kind === 'refused') return;
          desk.max = next.max;
          freed();
          return;
        }
        case 'promote':
          return promote('');
        default:
          throw new Error(`No such step: ${JSON.stringify(next satisfies never)}`);
      }
    };
    for (const next of steps) {
      carryOut(next);
      look(desk);
    }
  }

  it('seats nobody above the maximum, nobody above a quota but by hand, loses nobody and keeps the order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.boolean(), (steps, promotes) => {
        play(steps, promotes, (desk) => {
          const seated = desk.places.filter((place) => place.seat === 'seated');
          expect(seated.length).to.be.at.most(desk.max);
          expect(desk.places.length + desk.gone).to.equal(desk.submitted);
          expect(new Set(desk.places.map((place) => place.registrationId)).size).to.equal(desk.places.length);
          for (const [index, quota] of desk.quotas.entries()) {
            expect(quota).to.be.at.least(0);
            const own = desk.places.filter((place) => place.unitId === `unit-${index}`);
            const sitting = own.filter((place) => place.seat === 'seated');
            const byHand = sitting.filter((place) => place.byHand);
            expect(sitting.length).to.be.at.most(Math.max(quota, quota + byHand.length));
            // The queue is the order of handing in, whatever was done to the places.
            const queue = own.filter((place) => place.seat === 'waiting').map((place) => Number(place.registrationId));
            expect(queue).to.deep.equal([...queue].sort((left, right) => left - right));
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('overtakes nobody and leaves no place empty that somebody could have, when the event fills freed places', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const calm = steps.filter((next) => next.do !== 'seat');
        play(calm, true, ({ places, max, quotas }) => {
          for (const index of quotas.keys()) {
            const own = places.filter((place) => place.unitId === `unit-${index}`);
            // Whoever was handed in earlier sits earlier.
            expect(own.map((place) => place.seat).join(' ')).to.match(/^(?:seated ?)*(?:waiting ?)*$/);
          }
          const seated = places.filter((place) => place.seat === 'seated');
          if (seated.length >= max) return;
          for (const [index, quota] of quotas.entries()) {
            const own = places.filter((place) => place.unitId === `unit-${index}`);
            const sitting = own.filter((place) => place.seat === 'seated').length;
            expect(sitting < quota && own.length > sitting, `unit ${index} has a free place`).to.equal(false);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('control: a rule that forgets the maximum is caught by these steps', () => {
    const oversold = fc.check(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        let seats = 0;
        let max = 10;
        for (const next of steps) {
          if (next.do === 'submit')
            seats += planSeating(
              { max: 1000, quota: 1000, seatedInCluster: 0, seatedInUnit: 0, waitingInUnit: 0 },
              next.count,
            ).filter((seat) => seat === 'seated').length;
          if (next.do === 'max') max = Math.max(max, next.max);
        }
        return seats <= max;
      }),
      { numRuns: 300 },
    );
    expect(oversold.failed).to.equal(true);
  });
});
