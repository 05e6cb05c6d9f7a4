import { expect } from 'chai';
import { DateTime } from 'luxon';
import { type DatedEvent, datesBlockingLetters } from '../../../server/domain/letters/blocked-letters.ts';

const zone = 'Asia/Ho_Chi_Minh';
const utc = (text: string) => DateTime.fromISO(text, { zone }).toUTC().toISO() ?? '';

/** Friday 7 April 2023. */
const cluster = (changes: Record<string, string> = {}) => ({
  number: 2,
  zone,
  startsAt: utc('2023-04-07T13:30'),
  endsAt: utc('2023-04-07T17:00'),
  doorOpensAt: utc('2023-04-07T13:00'),
  lateFrom: utc('2023-04-07T14:00'),
  doorClosesAt: utc('2023-04-07T15:45'),
  registrationDeadline: utc('2023-03-31T17:00'),
  answerDeadline: utc('2023-04-05T17:00'),
  ...changes,
});
const event = (changes: Partial<DatedEvent> = {}): DatedEvent => ({
  year: 2023,
  lastYear: undefined,
  documentDate: '2023-03',
  ...changes,
});

const blocked = (of: DatedEvent, at = cluster()) =>
  datesBlockingLetters(of, at).map(({ path, code }) => `${path} ${code}`);

describe('the letters of a cluster', () => {
  it('go out when its dates are in order', () => expect(blocked(event())).to.deep.equal([]));

  it('go out in the second year of an event over New Year', () => {
    expect(blocked(event({ year: 2022, lastYear: 2023, documentDate: undefined }))).to.deep.equal([]);
  });

  for (const [why, wrong, at, problems] of [
    ['its day is not in the plan’s year', { year: 2024 }, {}, ['clusters[0].date cluster_wrong_year']],
    [
      'its day is before the document that announces it',
      { documentDate: '2023-04-10' },
      {},
      [
        'clusters[0].date cluster_before_document',
        'clusters[0].registrationDeadline deadline_before_document',
        'clusters[0].answerDeadline deadline_before_document',
      ],
    ],
    ['its hours run backwards', {}, { endsAt: utc('2023-04-07T13:30') }, ['clusters[0].endsAt hours_out_of_order']],
  ] as const) {
    it(`are held while ${why}`, () => expect(blocked(event(wrong), cluster(at))).to.deep.equal(problems));
  }

  it('are not held by what is only worth a look: a weekend, a deadline after the start', () => {
    const sunday = Object.fromEntries(
      Object.entries(cluster()).flatMap(([name, value]) =>
        typeof value === 'string' && value.startsWith('2023-04-07') ? [[name, value.replace('04-07', '04-09')]] : [],
      ),
    );
    expect(blocked(event(), cluster(sunday))).to.deep.equal([]);
    expect(blocked(event(), cluster({ answerDeadline: utc('2023-04-08T17:00') }))).to.deep.equal([]);
  });
});
