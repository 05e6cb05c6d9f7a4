import { expect } from 'chai';
import { DateTime } from 'luxon';
import {
  holidaysNotNoted,
  isDayOff,
  isDayOffEntry,
  readTypedDaysOff,
  typedDaysOff,
  workingDaysBefore,
} from '../../server/domain/days-off.ts';

const local = (text: string) => DateTime.fromISO(text, { zone: 'Asia/Ho_Chi_Minh' });

describe('working days', () => {
  const TET = ['2026-02-16/2026-02-20'];
  const cases: [what: string, from: string, days: number, off: string[], day: string][] = [
    ['within a week', '2023-04-07', 3, [], '2023-04-04'],
    ['over a weekend', '2023-04-05', 5, [], '2023-03-29'],
    ['from a Monday', '2023-04-10', 1, [], '2023-04-07'],
    ['from a Sunday', '2023-04-09', 1, [], '2023-04-07'],
    ['none', '2023-04-07', 0, [], '2023-04-07'],
    ['over one day off', '2026-09-04', 3, ['2026-09-02'], '2026-08-31'],
    ['over the two days of 30/4 and 01/5', '2026-05-05', 3, ['2026-04-30', '2026-05-01'], '2026-04-28'],
    ['over the whole of Tết', '2026-02-24', 3, TET, '2026-02-12'],
    ['over a day off that is a weekend anyway', '2026-05-05', 1, ['2026-05-02'], '2026-05-04'],
    ['not touched by days off before or after', '2023-04-07', 3, ['2023-04-03', '2023-04-07'], '2023-04-04'],
  ];
  for (const [what, from, days, off, day] of cases) {
    it(`${what}: ${days} before ${from} is ${day}`, () => {
      expect(workingDaysBefore(local(from), days, off).toISODate()).to.equal(day);
    });
  }

  it('keep the hour', () => {
    expect(workingDaysBefore(local('2023-04-07T17:00'), 2, []).toFormat('HH:mm')).to.equal('17:00');
  });
});

describe('days off', () => {
  it('are single days, or from first to last', () => {
    expect(['2026-09-02', '2026-02-16/2026-02-20', '2026-09-02/2026-09-02'].every(isDayOffEntry)).to.equal(true);
    for (const wrong of ['', '2026-9-2', '2026-02-30', '2026-02-20/2026-02-16', '2026-02-16/', 'Tết', '2026-02']) {
      expect(isDayOffEntry(wrong), wrong).to.equal(false);
    }
  });

  it('are of this age and no longer than sixty days: a slip of a digit must not make a century of them', () => {
    for (const wrong of ['1926-09-02/2026-09-02', '1000-01-01/3000-01-01', '2026-01-01/2026-03-03', '9999-01-01']) {
      expect(isDayOffEntry(wrong), wrong).to.equal(false);
    }
    expect(isDayOffEntry('2026-01-01/2026-03-02')).to.equal(true);
  });

  it('hold the first and the last of their days', () => {
    const off = ['2026-02-16/2026-02-20', '2026-04-30'];
    const days = ['2026-02-15', '2026-02-16', '2026-02-20', '2026-02-21', '2026-04-30', '2026-05-01'];
    expect(days.map((day) => isDayOff(day, off))).to.deep.equal([false, true, true, false, true, false]);
  });

  for (const [typed, entries] of [
    ['', []],
    ['30/4/2026', ['2026-04-30']],
    ['30/4/2026, 01/5/2026', ['2026-04-30', '2026-05-01']],
    ['16/02/2026 đến 20/02/2026; 2/9/2026', ['2026-02-16/2026-02-20', '2026-09-02']],
    ['từ 16-2-2026 – 20-2-2026\n02/9/2026', ['2026-02-16/2026-02-20', '2026-09-02']],
    ['16/02/2026 to 20/02/2026', ['2026-02-16/2026-02-20']],
    ['16/02/2026 - 20/02/2026', ['2026-02-16/2026-02-20']],
    ['ngày 02 tháng 9 năm 2026', ['2026-09-02']],
    ['30/4', ['30/4']],
    ['31/02/2026; 02/9/2026', ['31/02/2026', '2026-09-02']],
    ['16/02/2026 đến 18/02/2026 đến 20/02/2026', ['16/02/2026 đến 18/02/2026 đến 20/02/2026']],
  ] as const) {
    it(`are read as people type them: "${typed.replace('\n', '⏎')}"`, () => {
      expect(readTypedDaysOff(typed)).to.deep.equal(entries);
    });
  }

  it('come back as they would be typed', () => {
    const entries = ['2026-02-16/2026-02-20', '2026-04-30'];
    expect(typedDaysOff(entries, 'đến')).to.equal('16/02/2026 đến 20/02/2026; 30/4/2026');
    expect(readTypedDaysOff(typedDaysOff(entries, 'đến'))).to.deep.equal(entries);
    expect(typedDaysOff([], 'đến')).to.equal('');
  });
});

describe('holidays that are not noted', () => {
  it('are the fixed ones between two days, both included, over New Year too', () => {
    expect(holidaysNotNoted('2026-04-30', '2026-05-01', [])).to.deep.equal(['2026-04-30', '2026-05-01']);
    expect(holidaysNotNoted('2025-12-25', '2026-01-05', [])).to.deep.equal(['2026-01-01']);
    expect(holidaysNotNoted('2026-08-26', '2026-09-02', [])).to.deep.equal(['2026-09-02']);
    expect(holidaysNotNoted('2026-05-02', '2026-09-01', [])).to.deep.equal([]);
  });

  it('are none once they are noted', () => {
    expect(holidaysNotNoted('2026-04-30', '2026-05-01', ['2026-04-30/2026-05-03'])).to.deep.equal([]);
  });
});
