import { expect } from 'chai';
import { DateTime } from 'luxon';
import {
  isOpenToPeople,
  isOver,
  isPastAnswerDeadline,
  isPastDeadline,
  lastDayToInvite,
} from '../../server/domain/cluster-clock.ts';
import { peopleMayLeave } from '../../server/domain/people/substitution.ts';
import { eventState } from '../../server/domain/plan/event-setup.ts';

const cluster = {
  startsAt: '2023-04-07T06:30:00.000Z',
  endsAt: '2023-04-07T10:00:00.000Z',
  registrationDeadline: '2023-03-31T10:00:00.000Z',
  answerDeadline: '2023-04-05T10:00:00.000Z',
  closedAt: undefined,
};
const stateAt = (at: string) => eventState([cluster], DateTime.fromISO(at));

describe('the moments of a cluster', () => {
  for (const [at, over] of [
    ['2023-04-07T09:59:00.000Z', false],
    ['2023-04-07T09:59:59.999Z', false],
    ['2023-04-07T10:00:00.000Z', true],
    ['2023-04-07T10:01:00.000Z', true],
  ] as const) {
    it(`is ${over ? 'over' : 'not over'} at ${at}, for everyone who asks`, () => {
      expect(isOver(cluster, at)).to.equal(over);
      expect(isOpenToPeople(cluster, at)).to.equal(!over);
      expect(peopleMayLeave(cluster, { at, isOrganiser: false })).to.equal(!over);
      expect(stateAt(at) === 'over').to.equal(over);
    });
  }

  it('takes nobody more once attendance is closed, although it is not over', () => {
    const closed = { ...cluster, closedAt: '2023-04-07T09:00:00.000Z' };
    expect(isOpenToPeople(closed, '2023-04-07T09:30:00.000Z')).to.equal(false);
    expect(isOver(closed, '2023-04-07T09:30:00.000Z')).to.equal(false);
  });

  for (const [at, past] of [
    ['2023-03-31T09:59:59.999Z', false],
    ['2023-03-31T10:00:00.000Z', false],
    ['2023-03-31T10:00:00.001Z', true],
  ] as const) {
    it(`is ${past ? 'past' : 'not past'} its registration deadline at ${at}`, () => {
      expect(isPastDeadline(cluster, at)).to.equal(past);
      expect(stateAt(at)).to.equal(past ? 'ahead' : 'registering');
    });
  }

  it('takes an answer in time up to the deadline itself', () => {
    expect(isPastAnswerDeadline(cluster, '2023-04-05T10:00:00.000Z')).to.equal(false);
    expect(isPastAnswerDeadline(cluster, '2023-04-05T10:00:00.001Z')).to.equal(true);
  });

  it('is invited to three working days before: weekends and days off do not count', () => {
    const starts = DateTime.fromISO('2023-04-10T13:30', { zone: 'Asia/Ho_Chi_Minh' });
    expect(lastDayToInvite(starts, []).toISODate()).to.equal('2023-04-05');
    expect(lastDayToInvite(starts, ['2023-04-06']).toISODate()).to.equal('2023-04-04');
  });
});
