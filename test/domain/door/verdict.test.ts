import { expect } from 'chai';
import { type DoorCluster, decideVerdict, type Pass, verdictKinds } from '../../../server/domain/door/verdict.ts';

/** A moment of 7 April 2023 in Cần Thơ (UTC+7), as the database writes it. */
const at = (local: string) => new Date(`2023-04-07T${local}+07:00`).toISOString();

const door: DoorCluster = {
  id: 'cluster-2',
  number: 2,
  venue: 'Ủy ban nhân dân huyện Phong Điền',
  zone: 'Asia/Ho_Chi_Minh',
  startsAt: at('13:30:00'),
  doorOpensAt: at('13:00:00'),
  lateFrom: at('14:00:00'),
  doorClosesAt: at('15:45:00'),
};

const otherCluster: DoorCluster = { ...door, id: 'cluster-3', number: 3, venue: 'Ủy ban nhân dân quận Bình Thủy' };

const person = {
  honorific: 'Ông',
  fullName: 'Bùi Nhựt Thoại',
  position: 'Trưởng phòng',
  workplace: '',
  unitName: 'Huyện Thới Lai',
};

const pass = (changes: Partial<Pass> = {}): Pass => ({
  registrationId: 'r-1',
  cluster: door,
  seat: 'seated',
  person,
  ...changes,
});

const revoked = { at: at('09:00:00'), why: 'withdrawn' } as const;
const admitted = { at: at('13:20:00'), gate: 'Cửa chính' };
const NOON_BEFORE = new Date('2023-04-06T13:30:00+07:00').toISOString();
const AFTER_CLOSING = at('15:50:00');

describe('what the door says', () => {
  /** Each line is wrong in its own way and in every way below it: the first one is what is said. */
  const order: [kind: string, pass: Pass | undefined, at: string][] = [
    ['unknown', undefined, NOON_BEFORE],
    ['revoked', pass({ revoked, cluster: otherCluster, seat: 'waiting', admitted }), NOON_BEFORE],
    ['wrong_cluster', pass({ cluster: otherCluster, seat: 'waiting', admitted }), NOON_BEFORE],
    ['waiting', pass({ seat: 'waiting', admitted }), NOON_BEFORE],
    ['not_today', pass({ admitted }), NOON_BEFORE],
    ['closed', pass({ admitted }), AFTER_CLOSING],
    ['already_admitted', pass({ admitted }), at('13:30:00')],
    ['admitted', pass(), at('13:30:00')],
  ];
  for (const [kind, facts, moment] of order) {
    it(`${kind} comes before everything that follows it`, () => {
      expect(decideVerdict({ pass: facts, door, at: moment }).kind).to.equal(kind);
    });
  }

  it('knows no other word', () => {
    expect(new Set(order.map(([kind]) => kind))).to.deep.equal(new Set(verdictKinds));
  });

  it('admits with the moment, the person and whether it is early, on time or late', () => {
    expect(decideVerdict({ pass: pass(), door, at: at('13:40:00') })).to.deep.equal({
      kind: 'admitted',
      punctuality: 'on_time',
      at: at('13:40:00'),
      person,
      registrationId: 'r-1',
    });
  });

  it('tells when and where somebody came in first', () => {
    expect(decideVerdict({ pass: pass({ admitted }), door, at: at('13:41:00') })).to.deep.include({ first: admitted });
  });

  it('names the right cluster', () => {
    expect(decideVerdict({ pass: pass({ cluster: otherCluster }), door, at: at('13:41:00') })).to.deep.include({
      right: otherCluster,
    });
  });

  for (const why of ['withdrawn', 'substituted', 'reissued'] as const) {
    it(`says why a code is dead: ${why}`, () => {
      const facts = pass({ revoked: { at: revoked.at, why } });
      expect(decideVerdict({ pass: facts, door, at: at('13:41:00') })).to.include({ why, at: revoked.at });
    });
  }

  it('says nothing of anybody for an unknown code', () => {
    expect(decideVerdict({ pass: undefined, door, at: at('13:41:00') })).to.deep.equal({ kind: 'unknown' });
  });
});

describe('the moments of a door', () => {
  const said = (moment: string, cluster = door) => {
    const verdict = decideVerdict({ pass: pass({ cluster }), door: cluster, at: moment });
    return verdict.kind === 'admitted' ? verdict.punctuality : verdict.kind;
  };
  const moments: [local: string, said: string][] = [
    ['00:00:00.000', 'early'],
    ['12:59:59.999', 'early'],
    ['13:00:00.000', 'on_time'],
    ['13:30:00.000', 'on_time'],
    ['13:59:59.999', 'on_time'],
    ['14:00:00.000', 'late'],
    ['15:44:59.999', 'late'],
    ['15:45:00.000', 'closed'],
    ['23:59:59.999', 'closed'],
  ];
  for (const [local, word] of moments) {
    it(`${local} is ${word}`, () => expect(said(at(local))).to.equal(word));
  }

  it('a day begins and ends in the zone of the event, not in Greenwich', () => {
    expect(said('2023-04-06T16:59:59.999Z')).to.equal('not_today');
    expect(said('2023-04-06T17:00:00.000Z')).to.equal('early');
    expect(said('2023-04-07T17:00:00.000Z')).to.equal('not_today');
  });

  it('closes when somebody closed it, if that is earlier', () => {
    const closed = { ...door, closedAt: at('14:30:00') };
    expect(said(at('14:29:59.999'), closed)).to.equal('late');
    expect(said(at('14:30:00'), closed)).to.equal('closed');
  });

  it('closes at its hour even when somebody closed it later', () => {
    expect(said(at('15:45:00'), { ...door, closedAt: at('16:30:00') })).to.equal('closed');
  });

  it('says until when the door was open', () => {
    const verdict = decideVerdict({ pass: pass(), door, at: AFTER_CLOSING });
    expect(verdict).to.include({ kind: 'closed', closedAt: door.doorClosesAt });
  });
});
