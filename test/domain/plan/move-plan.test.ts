import { expect } from 'chai';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { checkPlan } from '../../../server/domain/plan/check-plan.ts';
import { clusterTimes } from '../../../server/domain/plan/cluster-times.ts';
import { movePlan } from '../../../server/domain/plan/move-plan.ts';
import { isBlocking } from '../../../server/domain/plan/plan-problem.ts';
import { correctedPlan } from '../../support/plan-files.ts';

const zone = 'Asia/Ho_Chi_Minh';
const plan = correctedPlan();
const moved = (local: string, clusterNumber = 1) =>
  movePlan(plan, { clusterNumber, to: DateTime.fromISO(local, { zone }) });

function first<T>([item]: readonly T[]): T {
  if (item === undefined) throw new Error('Nothing there.');
  return item;
}

describe('Moving a plan in time', () => {
  it('starts the welcome slot of the chosen cluster now and keeps the days between the clusters', () => {
    const { event, clusters } = moved('2026-11-24T09:17:45');
    expect(event.year).to.equal(2026);
    expect(clusters.map((cluster) => cluster.date)).to.deep.equal(['2026-11-24', '2026-11-26', '2026-11-30']);
    expect(first(clusters)).to.include({
      doorOpensAt: '08:47',
      startsAt: '09:17',
      lateFrom: '09:47',
      doorClosesAt: '11:32',
      endsAt: '12:47',
    });
  });

  it('moves the agenda along, every item with its length', () => {
    const { agenda } = moved('2026-11-24T09:17');
    expect(agenda).to.have.length(9);
    expect([first(agenda).startsAt, first(agenda).endsAt, agenda.at(-1)?.endsAt]).to.deep.equal([
      '09:17',
      '09:47',
      '12:47',
    ]);
  });

  it('keeps every registration open: some hours for the chosen cluster, a day at least for the others', () => {
    const { clusters } = moved('2026-11-24T09:17');
    expect(clusters.map((cluster) => cluster.registrationDeadline)).to.deep.equal([
      '2026-11-24T13:17',
      '2026-11-25T09:17',
      '2026-11-25T09:17',
    ]);
    expect(clusters.map((cluster) => cluster.answerDeadline)).to.deep.equal([
      '2026-11-24T13:17',
      '2026-11-25T09:17',
      '2026-11-26T17:00',
    ]);
  });

  it('understands a moment of another zone', () => {
    const { clusters } = movePlan(plan, { clusterNumber: 1, to: DateTime.fromISO('2026-11-24T20:00:00Z') });
    expect(first(clusters)).to.include({ date: '2026-11-25', startsAt: '03:00' });
  });

  it('can take another cluster', () => {
    const { clusters } = moved('2026-11-24T09:17', 2);
    expect(clusters.map((cluster) => cluster.date)).to.deep.equal(['2026-11-22', '2026-11-24', '2026-11-28']);
  });

  it('cuts the hours off at midnight and presses the agenda together', () => {
    const { clusters, agenda } = moved('2026-11-24T23:50');
    expect(first(clusters)).to.include({
      doorOpensAt: '23:20',
      startsAt: '23:50',
      lateFrom: '24:00',
      doorClosesAt: '24:00',
      endsAt: '24:00',
    });
    expect([first(agenda).startsAt, agenda.at(-1)?.endsAt]).to.deep.equal(['23:50', '24:00']);
  });

  it('runs over New Year', () => {
    const { event, clusters } = moved('2026-12-30T09:00');
    expect([event.year, event.lastYear]).to.deep.equal([2026, 2027]);
    expect(clusters.at(-1)?.date).to.equal('2027-01-05');
  });

  it('at any minute of any day: the plan passes, the door is open, nobody is late, every list can be handed in', () => {
    const start = DateTime.fromISO('2026-11-24T00:00', { zone });
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 60 });
    const seconds = fc.integer({ min: 0, max: 59 });
    fc.assert(
      fc.property(minutes, seconds, fc.constantFrom(1, 2, 3), (minute, second, clusterNumber) => {
        const now = start.plus({ minutes: minute, seconds: second });
        const result = movePlan(plan, { clusterNumber, to: now });
        expect(checkPlan(result).filter(isBlocking)).to.deep.equal([]);
        expect(checkPlan(result).filter(({ path }) => path.startsWith('agenda'))).to.deep.equal([]);
        const chosen = first(result.clusters.filter((cluster) => cluster.number === clusterNumber));
        const times = clusterTimes(chosen, { zone, daysOff: [] });
        expect(times.startsAt.toISODate()).to.equal(now.toISODate());
        expect(times.doorOpensAt <= now && now < times.lateFrom && now < times.doorClosesAt).to.equal(true);
        expect(now.diff(times.doorOpensAt, 'minutes').minutes).to.be.lessThan(61);
        for (const cluster of result.clusters) {
          expect(clusterTimes(cluster, { zone, daysOff: [] }).registrationDeadline > now).to.equal(true);
        }
      }),
      {
        numRuns: 200,
        examples: [
          [23 * 60 + 59, 59, 1],
          [0, 0, 1],
          [23 * 60 + 50, 0, 2],
          [20 * 60 + 30, 0, 1],
        ],
      },
    );
  });

  it('does not know a cluster that is not there', () => {
    expect(() => moved('2026-11-24T09:17', 4)).to.throw('no cluster 4');
  });
});
