import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Capacity,
  type ClusterSeats,
  freeSeats,
  seatsLeft,
  planPromotions,
  planSeating,
  type Seat,
  waitingWhileFree,
} from '../../../server/domain/seats/seating.ts';

const capacity = (changes: Partial<Capacity> = {}): Capacity => ({
  max: 60,
  quota: 15,
  seatedInCluster: 0,
  seatedInUnit: 0,
  waitingInUnit: 0,
  ...changes,
});

describe('places left for a unit', () => {
  const cases: [what: string, changes: Partial<Capacity>, left: number][] = [
    ['the whole quota at the start', {}, 15],
    ['what the quota leaves', { seatedInUnit: 12, seatedInCluster: 12 }, 3],
    ['what the cluster leaves, when that is less', { seatedInUnit: 2, seatedInCluster: 58 }, 2],
    ['none when the quota is used', { seatedInUnit: 15, seatedInCluster: 15 }, 0],
    ['none when the cluster is full', { seatedInCluster: 60 }, 0],
    [
      'never fewer than none: a quota lowered under what sits already',
      { quota: 10, seatedInUnit: 15, waitingInUnit: 0 },
      0,
    ],
    ['never fewer than none: a maximum lowered', { max: 40, seatedInCluster: 52 }, 0],
    ['none for a unit without a share', { quota: 0 }, 0],
  ];
  for (const [what, changes, left] of cases) {
    it(what, () => expect(seatsLeft(capacity(changes))).to.equal(left));
  }
});

describe('seating a list', () => {
  it('seats in list order and lets the rest wait; nobody is refused', () => {
    expect(planSeating(capacity({ seatedInUnit: 13, seatedInCluster: 40 }), 4)).to.deep.equal([
      'seated',
      'seated',
      'waiting',
      'waiting',
    ]);
  });

  it('lets all wait when nothing is left, and plans nothing for nobody', () => {
    expect(planSeating(capacity({ quota: 0 }), 2)).to.deep.equal(['waiting', 'waiting']);
    expect(planSeating(capacity(), 0)).to.deep.equal([]);
  });

  it('lets the 61st of a cluster wait though the unit has quota', () => {
    expect(planSeating(capacity({ quota: 61, seatedInUnit: 60, seatedInCluster: 60 }), 1)).to.deep.equal(['waiting']);
  });
});

describe('where the organiser gives free places', () => {
  it('whoever is handed in later does not overtake those who wait', () => {
    expect(seatsLeft(capacity({ quota: 15, seatedInUnit: 14, waitingInUnit: 1 }))).to.equal(0);
    expect(planSeating(capacity({ quota: 15, seatedInUnit: 12, waitingInUnit: 1 }), 3)).to.deep.equal([
      'seated',
      'seated',
      'waiting',
    ]);
    expect(freeSeats(capacity({ quota: 15, seatedInUnit: 12, waitingInUnit: 1 }))).to.equal(3);
  });
});

describe('who moves up when a place came free', () => {
  const cluster = (changes: Partial<ClusterSeats> = {}): ClusterSeats => ({
    max: 60,
    seatedInCluster: 59,
    units: new Map([
      ['o-mon', { quota: 15, seated: 14 }],
      ['thoi-lai', { quota: 15, seated: 14 }],
    ]),
    waiting: [],
    ...changes,
  });
  const names = (seats: ClusterSeats, unit: string) => planPromotions(seats, unit).map((who) => who.registrationId);
  const from = (unitId: string, ...ids: string[]) => ids.map((registrationId) => ({ registrationId, unitId }));

  it('nobody, when nobody waits', () => {
    expect(names(cluster(), 'thoi-lai')).to.deep.equal([]);
  });

  it('the first of the same unit, even when another unit waits longer', () => {
    const waiting = [...from('o-mon', 'cuc-1'), ...from('thoi-lai', 'binh-1', 'binh-2')];
    expect(names(cluster({ waiting }), 'thoi-lai')).to.deep.equal(['binh-1']);
  });

  it('else the first of the cluster', () => {
    expect(names(cluster({ waiting: from('o-mon', 'cuc-1', 'cuc-2') }), 'thoi-lai')).to.deep.equal(['cuc-1']);
  });

  it('nobody above the own quota: the next unit has the place', () => {
    const units = new Map([
      ['o-mon', { quota: 15, seated: 14 }],
      ['thoi-lai', { quota: 13, seated: 14 }],
    ]);
    const waiting = [...from('thoi-lai', 'binh-1'), ...from('o-mon', 'cuc-1')];
    expect(names(cluster({ units, waiting }), 'thoi-lai')).to.deep.equal(['cuc-1']);
  });

  it('nobody above the maximum of the cluster', () => {
    expect(names(cluster({ max: 59, waiting: from('thoi-lai', 'binh-1') }), 'thoi-lai')).to.deep.equal([]);
  });

  it('as many as there are places', () => {
    const units = new Map([['thoi-lai', { quota: 15, seated: 10 }]]);
    const waiting = from('thoi-lai', 'binh-1', 'binh-2', 'binh-3');
    expect(names(cluster({ units, waiting, seatedInCluster: 58 }), 'thoi-lai')).to.deep.equal(['binh-1', 'binh-2']);
  });

  it('nobody of a unit that no longer takes part', () => {
    expect(names(cluster({ waiting: from('co-do', 'x') }), 'thoi-lai')).to.deep.equal([]);
  });

  it('and the facts it was given are left as they were', () => {
    const seats = cluster({ waiting: from('thoi-lai', 'binh-1') });
    planPromotions(seats, 'thoi-lai');
    expect(seats.units.get('thoi-lai')?.seated).to.equal(14);
    expect(seats.waiting).to.have.length(1);
  });
});

describe('whatever units do, in whatever order', () => {
  type Place = { registrationId: string; unitId: string; seat: Seat };
  type Step = { do: 'submit'; unit: number; count: number } | { do: 'withdraw'; pick: number };

  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ do: fc.constant('submit' as const), unit: fc.nat(2), count: fc.integer({ min: 1, max: 6 }) }),
    fc.record({ do: fc.constant('withdraw' as const), pick: fc.nat(1000) }),
  );
  const quotas = fc.array(fc.nat(8), { minLength: 3, maxLength: 3 });

  /** Plays the steps through the rule, as the desk does, and looks at the desk after each of them. */
  function play(
    max: number,
    quotas: number[],
    steps: Step[],
    look: (active: Place[], gone: number, all: number) => void,
  ) {
    let active: Place[] = [];
    let all = 0;
    let gone = 0;
    const seatedOf = (unitId?: string) =>
      active.filter((place) => place.seat === 'seated' && (unitId === undefined || place.unitId === unitId)).length;
    for (const next of steps) {
      if (next.do === 'submit') {
        const unitId = `unit-${next.unit}`;
        const given: Capacity = {
          max,
          quota: quotas[next.unit] ?? 0,
          seatedInCluster: seatedOf(),
          seatedInUnit: seatedOf(unitId),
          waitingInUnit: active.filter((place) => place.unitId === unitId && place.seat === 'waiting').length,
        };
        for (const seat of planSeating(given, next.count)) {
          all += 1;
          active.push({ registrationId: String(all), unitId, seat });
        }
      } else {
        const leaving = active[next.pick % Math.max(1, active.length)];
        if (!leaving) continue;
        gone += 1;
        active = active.filter((place) => place !== leaving);
        if (leaving.seat === 'seated') {
          const units = new Map(
            quotas.map((quota, unit) => [`unit-${unit}`, { quota, seated: seatedOf(`unit-${unit}`) }]),
          );
          const waiting = active.filter((place) => place.seat === 'waiting');
          const up = planPromotions({ max, seatedInCluster: seatedOf(), units, waiting }, leaving.unitId);
          const ids = new Set(up.map((place) => place.registrationId));
          active = active.map((place) => (ids.has(place.registrationId) ? { ...place, seat: 'seated' } : place));
        }
      }
      look(active, gone, all);
    }
  }

  it('keeps seated within the maximum and the quotas, loses nobody and keeps the order', () => {
    fc.assert(
      fc.property(fc.nat(15), quotas, fc.array(step, { maxLength: 40 }), (max, quotas, steps) => {
        play(max, quotas, steps, (active, gone, all) => {
          expect(active.length + gone).to.equal(all);
          const seated = active.filter((place) => place.seat === 'seated');
          expect(seated.length).to.be.at.most(max);
          for (const [unit, quota] of quotas.entries()) {
            const own = active.filter((place) => place.unitId === `unit-${unit}`);
            const sitting = own.filter((place) => place.seat === 'seated');
            expect(sitting.length).to.be.at.most(quota);
            // Within a unit whoever was handed in earlier sits earlier.
            expect(own.map((place) => place.seat).join(' ')).to.match(/^(?:seated ?)*(?:waiting ?)*$/);
            // And no place stays empty while somebody of the unit could have it.
            const canSit = sitting.length < quota && seated.length < max;
            expect(canSit && own.length > sitting.length).to.equal(false);
          }
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('delegates who wait while a seat is free', () => {
  const cluster = { max: 60, endsAt: '2023-04-07T10:00:00.000Z', closedAt: undefined };
  const before = '2023-04-07T09:59:59.999Z';
  const unit = (quota: number, seated: number, waiting: number) => ({ quota, seated, waiting });

  it('are counted for the cluster; of the units those that have a seat under their quota', () => {
    const own = unit(15, 14, 2);
    const full = unit(15, 15, 3);
    expect(waitingWhileFree(cluster, [own, full, unit(20, 10, 0)], before)).to.deep.equal({
      waiting: 5,
      free: 21,
      withinQuota: [{ unit: own, free: 1 }],
    });
  });

  it('are none in a full cluster, and none when nobody waits', () => {
    expect(waitingWhileFree({ ...cluster, max: 15 }, [unit(20, 15, 3)], before)).to.equal(undefined);
    expect(waitingWhileFree(cluster, [unit(20, 15, 0)], before)).to.equal(undefined);
  });

  it('are none once the cluster is over or closed: nobody can take the seat', () => {
    expect(waitingWhileFree(cluster, [unit(20, 15, 3)], cluster.endsAt)).to.equal(undefined);
    expect(waitingWhileFree({ ...cluster, closedAt: before }, [unit(20, 15, 3)], before)).to.equal(undefined);
  });
});
