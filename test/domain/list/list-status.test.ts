import { expect } from 'chai';
import {
  countToReview,
  isLocked,
  type ListState,
  listStateAfterSubmit,
  mayReturn,
  type RowsAct,
  settledState,
  wayIn,
} from '../../../server/domain/list/list-status.ts';

describe('a list that is handed in', () => {
  const cases: [what: string, waiting: number, toReview: number, acceptsByHand: boolean, state: string][] = [
    ['is accepted by itself when all sit and nothing is doubtful', 0, 0, false, 'accepted'],
    ['waits for the organiser when somebody waits', 1, 0, false, 'submitted'],
    ['waits for the organiser when a name comes twice', 0, 1, false, 'submitted'],
    ['waits for the organiser when the event wants to see every list', 0, 0, true, 'submitted'],
  ];
  for (const [what, waiting, toReview, acceptsByHand, state] of cases) {
    it(what, () => expect(listStateAfterSubmit({ waiting, toReview, acceptsByHand })).to.equal(state));
  }

  it('has as many doubts as people whose name stands there already', () => {
    const named = (...names: string[]) =>
      names.map((nameFolded) => ({ fullName: 'Hồ Út', nameFolded, phone: undefined }));
    expect(countToReview([])).to.equal(0);
    expect(countToReview(named('nguyen van hung', 'ho ut'))).to.equal(0);
    expect(countToReview(named('nguyen van hung', 'ho ut', 'nguyen van hung', 'nguyen van hung'))).to.equal(2);
  });

  it('and as phones that look like none', () => {
    const dialled = (phone: string) => ({ fullName: 'Hồ Út', nameFolded: phone, phone });
    expect(countToReview(['0900000011', '02923123456', '12345', '9.33E+08'].map(dialled))).to.equal(2);
  });
});

describe('a name that is kept although it looks like none', () => {
  const toReview = (fullName: string) => countToReview([{ fullName, nameFolded: fullName, phone: undefined }]);
  for (const odd of ['Nguyễn Văn An (Phó CT)', 'Nguyễn Văn An, Trần Văn Bé', 'NguyÔn V¨n An']) {
    it(`is a doubt: ${odd}`, () => expect(toReview(odd)).to.equal(1));
  }
  for (const plain of ['Thạch Thị Sa Rây', 'Trần Thị Ý', 'Y Moan', 'H’Hen Niê', 'Ông Cao Đạt']) {
    it(`control, none: ${plain}`, () => expect(toReview(plain)).to.equal(0));
  }
});

describe('a list whose rows change', () => {
  const sits = { fullName: 'Hồ Út', nameFolded: 'ho ut', phone: undefined, seat: 'seated' } as const;
  const waits = { fullName: 'Kim Sa', nameFolded: 'kim sa', phone: undefined, seat: 'waiting' } as const;
  const cases: [
    what: string,
    state: ListState,
    act: RowsAct,
    people: (typeof sits | typeof waits)[],
    ends: ListState,
  ][] = [
    ['goes on when nobody waits any more', 'submitted', 'changed', [sits], 'accepted'],
    ['stays submitted while somebody waits', 'submitted', 'changed', [sits, waits], 'submitted'],
    ['stays submitted when nobody is left', 'submitted', 'changed', [], 'submitted'],
    ['stays accepted', 'accepted', 'changed', [sits, sits], 'accepted'],
    ['is looked at again when somebody makes it doubtful', 'accepted', 'made_doubtful', [sits, sits], 'submitted'],
    ['stays returned until its unit hands it in', 'returned', 'changed', [sits], 'returned'],
    ['is handed in again', 'returned', 'handed_in', [sits], 'accepted'],
    ['is handed in with somebody who waits', 'accepted', 'handed_in', [sits, waits], 'submitted'],
  ];
  for (const [what, state, act, people, ends] of cases) {
    it(what, () => expect(settledState({ state, act, people, acceptsByHand: false })).to.equal(ends));
  }
});

const STATES: ListState[] = ['not_started', 'draft', 'submitted', 'accepted', 'returned'];

describe('a list is locked', () => {
  const cases: [state: ListState, isAcceptedByHand: boolean, acceptsByHand: boolean, locked: boolean][] = [
    ['accepted', true, false, true],
    ['accepted', true, true, true],
    // Accepted while the event still accepted by itself, before the organiser changed that.
    ['accepted', false, true, true],
    ['accepted', false, false, false],
    ['submitted', false, true, false],
    ['returned', true, true, false],
    ['draft', false, true, false],
    ['not_started', false, true, false],
  ];
  for (const [state, isAcceptedByHand, acceptsByHand, locked] of cases) {
    const by = isAcceptedByHand ? 'by a person' : 'by nobody';
    it(`${locked ? 'when' : 'not when'} ${state}, decided ${by}, event by hand: ${acceptsByHand}`, () =>
      expect(isLocked({ state, isAcceptedByHand }, { acceptsByHand })).to.equal(locked));
  }
});

describe('the way in for further rows', () => {
  const way = (changes: Partial<Parameters<typeof wayIn>[0]> = {}) =>
    wayIn({
      list: { state: 'submitted', isAcceptedByHand: false },
      acceptsByHand: false,
      isOrganiser: false,
      isPastDeadline: false,
      ...changes,
    });
  const locked = { state: 'accepted', isAcceptedByHand: true } as const;

  it('is direct before the deadline, also for a list that was accepted by itself', () => {
    for (const state of STATES) {
      expect(way({ list: { state, isAcceptedByHand: false } }), state).to.deep.equal({ kind: 'direct' });
    }
  });

  it('is a request once a person has accepted the list', () => {
    expect(way({ list: locked })).to.deep.equal({ kind: 'request', why: 'list_locked' });
  });

  it('is a request for any accepted list of an event that accepts by hand', () => {
    const list = { state: 'accepted', isAcceptedByHand: false } as const;
    expect(way({ list, acceptsByHand: true })).to.deep.equal({ kind: 'request', why: 'list_locked' });
  });

  it('is direct again once the list was returned', () => {
    expect(way({ list: { state: 'returned', isAcceptedByHand: true } })).to.deep.equal({ kind: 'direct' });
  });

  it('is a request after the deadline, whatever the list, and says that first', () => {
    for (const state of STATES) {
      for (const isAcceptedByHand of [true, false]) {
        const late = way({ list: { state, isAcceptedByHand }, isPastDeadline: true });
        expect(late, state).to.deep.equal({ kind: 'request', why: 'deadline_passed' });
      }
    }
  });

  it('is direct for the organiser, always', () => {
    for (const isPastDeadline of [true, false]) {
      expect(way({ list: locked, acceptsByHand: true, isOrganiser: true, isPastDeadline })).to.deep.equal({
        kind: 'direct',
      });
    }
  });
});

describe('a list goes back to its unit', () => {
  it('when it was handed in or accepted, and from no other state', () => {
    expect(STATES.filter(mayReturn)).to.deep.equal(['submitted', 'accepted']);
  });
});
