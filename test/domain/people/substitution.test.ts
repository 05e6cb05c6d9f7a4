import { expect } from 'chai';
import { earlierHolders, type Holder, standsFor, peopleMayLeave } from '../../../server/domain/people/substitution.ts';

const person = (registrationId: string, fullName: string): Holder => ({ registrationId, honorific: 'Ông', fullName });

const thoai = person('1', 'Bùi Nhựt Thoại');
const khoi = person('2', 'Ngô Nhựt Khởi');
const ut = person('3', 'Hồ Út');
const thoaiAgain = person('4', 'Bui Nhut Thoai');

/** Thoại, then Khởi, then Út; or Thoại again after Khởi. */
const predecessors = new Map([
  ['2', thoai],
  ['3', khoi],
  ['4', khoi],
]);

describe('a place that changes hands', () => {
  const cases: [what: string, who: Holder, first: Holder | undefined][] = [
    ['whoever was registered stands for nobody', thoai, undefined],
    ['a substitute stands for whoever was registered', khoi, thoai],
    ['a substitute of a substitute stands for whoever was registered', ut, thoai],
    ['the first holder who came back stands for nobody', thoaiAgain, undefined],
  ];
  for (const [what, who, first] of cases) {
    it(what, () => expect(standsFor(who, predecessors)).to.equal(first));
  }

  it('remembers everybody who held it, the first one first', () => {
    expect(earlierHolders('3', predecessors)).to.deep.equal([thoai, khoi]);
    expect(earlierHolders('1', predecessors)).to.deep.equal([]);
  });

  it('does not go round in circles on facts that cannot be', () => {
    const circle = new Map([
      ['1', khoi],
      ['2', thoai],
    ]);
    expect(earlierHolders('1', circle)).to.deep.equal([thoai, khoi]);
  });
});

describe('until when somebody else may be sent', () => {
  const endsAt = '2023-04-07T10:00:00.000Z';
  const [before, after] = ['2023-04-07T07:00:00.000Z', '2023-04-07T10:00:00.000Z'];
  const cases: [what: string, at: string, closedAt: string | undefined, isOrganiser: boolean, expected: boolean][] = [
    ['a unit during the meeting', before, undefined, false, true],
    ['a unit once the meeting is over', after, undefined, false, false],
    ['the organiser afterwards, for what came to light late', after, undefined, true, true],
    ['a unit once the attendance is closed', before, before, false, false],
    ['the organiser once the attendance is closed', before, before, true, false],
  ];
  for (const [what, at, closedAt, isOrganiser, expected] of cases) {
    it(`${what}: ${expected ? 'yes' : 'no'}`, () => {
      expect(peopleMayLeave({ endsAt, closedAt }, { at, isOrganiser })).to.equal(expected);
    });
  }
});
