import { expect } from 'chai';
import { countIn, settledBy } from '../../../public/src/scanner/acks.ts';

const sent = [
  { id: 'scan-1', digest: 'aa' },
  { id: 'scan-2', digest: 'bb' },
];
const person = { honorific: 'Ông', fullName: 'Bùi Nhựt Thoại', position: '', workplace: '', unitName: '' };
const admitted = {
  kind: 'admitted',
  at: '2023-04-05T06:42:00.000Z',
  punctuality: 'on_time',
  person,
  registrationId: 'r1',
};
const answer = { id: 'scan-1', digest: 'aa', verdict: 'admitted', detail: admitted };

describe('scanner: which scans an answer settles', () => {
  it('settles the scan whose id and digest it echoes, and leaves the others', () => {
    expect(settledBy({ results: [answer] }, sent)).to.deep.equal([
      { kind: 'answered', id: 'scan-1', verdict: admitted },
    ]);
  });

  it('puts a refused scan aside, whatever the reason is called', () => {
    const results = [
      { id: 'scan-1', digest: 'aa', refused: 'id_reused' },
      { id: 'scan-2', digest: 'bb', refused: 'something_new' },
    ];
    expect(settledBy({ results }, sent)).to.deep.equal([
      { kind: 'refused', id: 'scan-1', why: 'id_reused' },
      { kind: 'refused', id: 'scan-2', why: 'something_new' },
    ]);
  });

  it('counts a scan once, although the answer names it twice', () => {
    expect(settledBy({ results: [answer, answer] }, sent)).to.have.length(1);
  });

  const nothing: [string, unknown][] = [
    ['another digest', { results: [{ ...answer, digest: 'bb' }] }],
    ['no digest', { results: [{ id: 'scan-1', verdict: 'admitted', detail: admitted }] }],
    ['a refusal without the digest', { results: [{ id: 'scan-1', refused: 'id_reused' }] }],
    ['a scan that was not sent', { results: [{ ...answer, id: 'scan-9' }] }],
    ['a verdict that its detail contradicts', { results: [{ ...answer, verdict: 'unknown' }] }],
    [
      'a verdict of an unknown kind',
      { results: [{ ...answer, verdict: 'maybe', detail: { ...admitted, kind: 'maybe' } }] },
    ],
    ['a yes without a person', { results: [{ ...answer, detail: { ...admitted, person: undefined } }] }],
    ['a yes without a time', { results: [{ ...answer, detail: { ...admitted, at: 'today' } }] }],
    ['results that are no list', { results: 'ok' }],
    ['JSON of a captive portal', { status: 'ok', login: true }],
    ['a list', [answer]],
    ['nothing', undefined],
    ['null', null],
  ];
  for (const [what, body] of nothing) {
    it(`settles nothing by ${what}`, () => {
      expect(settledBy(body, sent)).to.deep.equal([]);
    });
  }

  it('reads the head count when there is one', () => {
    expect(countIn({ present: 50, expected: 56 })).to.deep.equal({ present: 50, expected: 56 });
    expect(countIn({ present: '50', expected: 56 })).to.equal(undefined);
  });
});
