import { expect } from 'chai';
import { type Delivery, type Outcome, outcomeOf, retryDelay } from '../../../server/domain/letters/letter.ts';

describe('the retry of a letter', () => {
  it('waits longer each time, the second time as long as a greylisting server wants', () => {
    const delays = [1, 2, 3, 4, 5, 6].map(retryDelay);
    expect(delays).to.deep.equal([30, 360, 900, 3600, 14_400, 14_400]);
  });

  it('ends after twelve tries', () => {
    expect(retryDelay(11)).to.equal(14_400);
    expect(retryDelay(12)).to.equal(undefined);
  });
});

describe('what follows a try', () => {
  const sent: Delivery = { kind: 'sent' };
  const later: Delivery = { kind: 'later', error: '451' };
  const returned: Delivery = { kind: 'returned', error: '550' };
  const uncertain: Delivery = { kind: 'uncertain', error: 'cut' };

  const cases: ['queued' | 'uncertain', Delivery, number, Outcome][] = [
    ['queued', sent, 1, { state: 'sent' }],
    ['uncertain', sent, 2, { state: 'sent' }],
    ['queued', returned, 1, { state: 'returned' }],
    ['uncertain', returned, 2, { state: 'returned' }],
    ['queued', later, 1, { state: 'queued', retryIn: 30 }],
    ['queued', later, 12, { state: 'returned' }],
    ['uncertain', later, 2, { state: 'uncertain', retryIn: 360 }],
    ['uncertain', later, 12, { state: 'uncertain' }],
    ['queued', uncertain, 1, { state: 'uncertain', retryIn: 360 }],
    ['uncertain', uncertain, 2, { state: 'uncertain' }],
  ];
  for (const [was, delivery, attempts, outcome] of cases) {
    it(`${was}, try ${attempts}, ${delivery.kind} → ${outcome.state}${outcome.retryIn ? ', again' : ''}`, () => {
      expect(outcomeOf({ was, delivery, attempts })).to.deep.equal(outcome);
    });
  }

  it('never sends a third copy of a letter that may have arrived twice', () => {
    expect(outcomeOf({ was: 'uncertain', delivery: uncertain, attempts: 2 }).retryIn).to.equal(undefined);
  });
});
