import { expect } from 'chai';
import { DateTime } from 'luxon';
import { clonePlan, followSuccessors, sameWeekdayShift } from '../../../server/domain/plan/clone-plan.ts';
import { correctedPlan } from '../../support/plan-files.ts';

const NEXT = { code: 'cchc-2024', title: 'Tọa đàm năm 2024', year: 2024 };

describe('the plan of the next event', () => {
  const plan = correctedPlan();
  const days = sameWeekdayShift(plan, 2024) ?? 0;
  const next = clonePlan(plan, { ...NEXT, days });

  for (const [year, expected] of [
    [2024, 364],
    [2025, 728],
    [2026, 1099],
    [2023, 0],
    [2022, -364],
  ] as const) {
    it(`moves by ${expected} days to ${year}, a whole number of weeks`, () => {
      expect(sameWeekdayShift(plan, year)).to.equal(expected);
      expect(expected % 7 === 0).to.equal(true);
    });
  }

  it('keeps the weekday of every cluster and the days between them', () => {
    expect(next.clusters.map(({ date }) => date)).to.deep.equal(['2024-04-03', '2024-04-05', '2024-04-09']);
    const weekdays = (clusters: readonly { date: string }[]) =>
      clusters.map(({ date }) => DateTime.fromISO(date).weekday);
    expect(weekdays(next.clusters)).to.deep.equal(weekdays(plan.clusters));
  });

  it('moves the deadlines along', () => {
    expect(next.clusters[0]).to.include({
      registrationDeadline: '2024-03-27T17:00',
      answerDeadline: '2024-04-01T17:00',
    });
  });

  it('counts usual deadlines anew when the weekdays change, and only moves those somebody chose', () => {
    const chosen = {
      ...plan,
      clusters: plan.clusters.map((cluster) => ({ ...cluster, answerDeadline: '2023-04-03T11:30' })),
    };
    const [first] = clonePlan(chosen, { ...NEXT, days: 366 }).clusters;
    expect(first).to.include({ date: '2024-04-05', answerDeadline: '2024-04-03T11:30' });
    expect(first).not.to.have.property('registrationDeadline');
  });

  it('starts without days off, and counts anew the deadlines they had moved', () => {
    const over = { ...plan, event: { ...plan.event, daysOff: ['2023-04-03'] } };
    const clusters = plan.clusters.map((cluster) => ({ ...cluster, registrationDeadline: '2023-03-28T17:00' }));
    const clone = clonePlan({ ...over, clusters }, { ...NEXT, days });
    expect(clone.event.daysOff).to.deep.equal([]);
    expect(clone.clusters[0], 'a Monday off made it a day earlier').not.to.have.property('registrationDeadline');
    expect(clone.clusters[1], 'chosen for that cluster').to.have.property('registrationDeadline', '2024-03-26T17:00');
  });

  it('takes categories, agenda, units, shares and contact as they are', () => {
    expect(next.categories).to.deep.equal(plan.categories);
    expect(next.agenda).to.deep.equal(plan.agenda);
    expect(next.units).to.deep.equal(plan.units);
    expect(next.clusters.map(({ units, host, min, max }) => ({ units, host, min, max }))).to.deep.equal(
      plan.clusters.map(({ units, host, min, max }) => ({ units, host, min, max })),
    );
    expect(next.event.contact).to.deep.equal(plan.event.contact);
  });

  it('has its own code, title and year, and no document date yet', () => {
    expect(next.event).to.include(NEXT);
    expect(next.event).not.to.have.property('documentDate');
  });

  it('keeps how many years an event runs over', () => {
    const overNewYear = { ...plan, event: { ...plan.event, lastYear: 2024 } };
    expect(clonePlan(overNewYear, { ...NEXT, days }).event.lastYear).to.equal(2025);
  });

  it('has nothing to move without clusters', () => {
    expect(sameWeekdayShift({ ...plan, clusters: [] }, 2024)).to.equal(undefined);
  });
});

describe('units that were merged', () => {
  const plan = correctedPlan();
  const merged = followSuccessors(
    plan,
    new Map([
      ['917', '927'],
      ['926', 'x'],
      ['x', '916'],
    ]),
  );
  const second = merged.clusters[1];

  it('are replaced by who took over, their shares added up where the first one stood', () => {
    expect(second?.units).to.deep.equal([
      { code: 'so-noi-vu', quota: 12 },
      { code: '916', quota: 17 },
      { code: '927', quota: 30 },
    ]);
  });

  it('are followed through every merger since, the host too', () => expect(second?.host).to.equal('916'));

  it('never lead in a circle', () => {
    const circle = followSuccessors(
      plan,
      new Map([
        ['917', '927'],
        ['927', '917'],
      ]),
    );
    expect(circle.clusters[1]?.units.length).to.be.greaterThan(1);
  });
});
